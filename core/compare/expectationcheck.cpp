// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// By host first: which rules a host comes under is found once, and what they say of each port is
// painted into a table, in which its rows are then looked up. Hosts mostly come under the same few
// rules, so tables are kept by the rules that made them.

#include "core/compare/expectationcheck.h"

#include "core/compare/hostexpectations.h"
#include "core/result/rowsbyhost.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace roadstead {

namespace {

/// Put together at once: one by one, tens of thousands of rules would make as many sets.
AddressSet shouldHaveOpenPorts(const Expectations &expectations)
{
    QList<Ipv4Set> ipv4;
    QList<Ipv6Range> ipv6;
    for (const ExpectationRule &rule : expectations.rules()) {
        if (rule.expectation != Expectation::Open)
            continue;
        ipv4.append(rule.addresses.ipv4());
        ipv6.append(rule.addresses.ipv6().ranges());
    }
    AddressSet result;
    result.ipv4() = Ipv4Set::united(std::move(ipv4));
    result.ipv6() = Ipv6Set::fromRanges(std::move(ipv6));
    return result;
}

class Checker
{
public:
    Checker(const ResultStore &store, const Expectations &expectations)
        : m_store(store)
        , m_expectations(expectations)
        , m_expected(std::make_shared<const ExpectationIndex>(expectations))
        , m_rows(store)
        , m_seenAt(0x1'0000, 0)
    {}

    void checkHost(quint32 host);
    void countOtherHosts();
    ExpectationCheck take();

private:
    void checkRows(quint32 host, const ExpectedPorts &ports);
    bool isFirstLookAt(quint16 port, quint32 host);

    const ResultStore &m_store;
    const Expectations m_expectations;
    HostExpectations m_expected; ///< the last hosts'
    const RowsByHost m_rows;
    std::vector<quint32> m_seenAt; ///< by port: the last host that it was looked at of, and 1
    ExpectationCheck m_result;
};

void Checker::checkHost(quint32 host)
{
    static const ExpectedPorts kNothing;
    constexpr quint32 kMostKnown = 4'096; // each may be under rules of its own
    const quint32 number = m_expected.add(m_store.host(host).address);
    const ExpectedPorts &ports = m_expected.portsOf(number);
    if (ports != kNothing)
        checkRows(host, ports);
    if (number + 1 == kMostKnown)
        m_expected.clear();
}

void Checker::checkRows(quint32 host, const ExpectedPorts &ports)
{
    std::array<quint64, 3> checked{};
    const std::span<const quint32> rows = m_rows.of(host);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) { // of two the later one counts
        const PortResult &result = m_store.row(*row);
        const Expectation expectation = ports.at(result.port);
        if (expectation == Expectation::None || !isFirstLookAt(result.port, host)
            || result.state() == PortState::Unknown)
            continue;
        ++checked[static_cast<size_t>(expectation)];
        if (isViolated(expectation, result.state()))
            m_result.violations.append(*row);
        else
            ++m_result.met;
    }
    const auto notChecked = [&](Expectation expectation) {
        return ports.count(expectation) - checked[static_cast<size_t>(expectation)];
    };
    m_result.openNotChecked += notChecked(Expectation::Open);
    m_result.notOpenNotChecked += notChecked(Expectation::NotOpen);
}

bool Checker::isFirstLookAt(quint16 port, quint32 host)
{
    return std::exchange(m_seenAt[port], host + 1) != host + 1;
}

void Checker::countOtherHosts()
{
    AddressSet expected = shouldHaveOpenPorts(m_expectations);
    QList<Address> scanned;
    for (quint32 host = 0; host < m_store.hostCount(); ++host) {
        const Address &address = m_store.host(host).address;
        if (!expected.contains(address))
            continue;
        scanned.append(address);
        // One without a zone stands for all zones: that it was scanned in one is enough.
        if (address.scope != 0 && expected.contains(withoutZone(address)))
            scanned.append(withoutZone(address));
    }
    expected.subtract(AddressSet::of(scanned));
    m_result.hostsNotChecked = expected.size();
}

ExpectationCheck Checker::take()
{
    sortByAddressAndPort(m_store, m_result.violations);
    return std::move(m_result);
}

} // namespace

std::optional<ExpectationCheck> checkExpectations(const ResultStore &store,
                                                  const Expectations &expectations,
                                                  const std::function<bool()> &isCancelled)
{
    if (expectations.isEmpty())
        return ExpectationCheck();
    Checker checker(store, expectations);
    for (quint32 host = 0; host < store.hostCount(); ++host) {
        if (isCancelled && isCancelled())
            return std::nullopt;
        checker.checkHost(host);
    }
    checker.countOtherHosts();
    return checker.take();
}

} // namespace roadstead
