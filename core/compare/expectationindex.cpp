// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/expectationindex.h"

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

/// Lines of what was marked are about a host or a few; there may be tens of thousands of them.
constexpr quint64 kFew = 4;

} // namespace

ExpectationIndex::ExpectationIndex(Expectations expectations)
    : m_expectations(std::move(expectations))
{
    const QList<ExpectationRule> &rules = m_expectations.rules();
    for (quint32 i = 0; i < static_cast<quint32>(rules.size()); ++i) {
        const AddressSet &addresses = rules.at(i).addresses;
        if (addresses.size() > kFew) {
            addSpans(i, addresses);
            continue;
        }
        for (quint64 each = 0; each < addresses.size(); ++each)
            m_ofFew[addresses.at(each)].append(i);
    }
    m_ofMany.build();
}

void ExpectationIndex::addSpans(quint32 rule, const AddressSet &addresses)
{
    const Ipv4Set &ipv4 = addresses.ipv4();
    if (!ipv4.isEmpty())
        m_ofMany.add(rule, Address::fromIpv4(ipv4.at(0)),
                     Address::fromIpv4(ipv4.at(ipv4.size() - 1)));
    const QList<Ipv6Range> &ranges = addresses.ipv6().ranges();
    if (ranges.isEmpty())
        return;
    Ipv6Value first = ranges.first().first;
    Ipv6Value last = ranges.first().last;
    for (const Ipv6Range &range : ranges) { // by zone
        first = std::min(first, range.first);
        last = std::max(last, range.last);
    }
    m_ofMany.add(rule, Address::fromIpv6(first.high, first.low),
                 Address::fromIpv6(last.high, last.low));
}

ExpectationIndex::Rules ExpectationIndex::rulesOf(const Address &address) const
{
    Rules found = m_ofFew.value(address);
    if (address.scope != 0)
        found += m_ofFew.value(withoutZone(address));
    const qsizetype certain = found.size();
    m_ofMany.find(address, found);
    found.erase(std::remove_if(found.begin() + certain, found.end(),
                               [&](quint32 rule) {
                                   return !m_expectations.rules().at(rule).addresses.contains(
                                       address);
                               }),
                found.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

ExpectedPorts ExpectationIndex::portsUnder(const Rules &rules) const
{
    ExpectedPorts ports;
    for (const quint32 number : rules) {
        const ExpectationRule &rule = m_expectations.rules().at(number);
        for (const PortSpan &span : rule.ports)
            ports.paint(span, rule.expectation);
    }
    return ports;
}

ExpectedPorts ExpectationIndex::portsOf(const Address &address) const
{
    return portsUnder(rulesOf(address));
}

} // namespace roadstead
