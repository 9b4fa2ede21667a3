// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// By host first: which rules a host comes under is found once, and what they say of each port is
// painted into a table, in which its rows are then looked up. Hosts mostly come under the same few
// rules, so tables are kept by the rules that made them.

#include "core/compare/expectationcheck.h"

#include "core/result/rowsbyhost.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace roadstead {

namespace {

/// What is expected of each port of a host: the same from one entry to the next. Rules are about
/// few ranges of ports, so this is a hundred times smaller and faster made than a value for each.
class PortTable
{
public:
    void paint(const PortSpan &span, Expectation expectation);

    [[nodiscard]] Expectation at(quint16 port) const
    {
        return std::prev(m_from.upper_bound(port))->second;
    }
    /// How many ports have that.
    [[nodiscard]] quint64 count(Expectation expectation) const;

private:
    static constexpr quint32 kEnd = 0x1'0000;

    std::map<quint32, Expectation> m_from{{0, Expectation::None}, {kEnd, Expectation::None}};
};

void PortTable::paint(const PortSpan &span, Expectation expectation)
{
    const quint32 behind = span.last + 1U;
    const auto end = m_from.emplace(behind, at(span.last)).first;
    m_from.erase(m_from.lower_bound(span.first), end);
    m_from.emplace_hint(end, span.first, expectation);
}

quint64 PortTable::count(Expectation expectation) const
{
    quint64 count = 0;
    for (auto range = m_from.begin(); range->first != kEnd; ++range)
        count += range->second == expectation ? std::next(range)->first - range->first : 0;
    return count;
}

Address withoutZone(Address address)
{
    address.scope = 0;
    return address;
}

/// Finds the spans of addresses that one is in, zones aside: a search tree in an array, ordered by
/// the spans' first addresses, in which each part knows the last address of all that is in it.
class SpanTree
{
public:
    void add(quint32 rule, const Address &first, const Address &last)
    {
        m_spans.push_back({withoutZone(first), withoutZone(last), withoutZone(last), rule});
    }
    /// After the last add().
    void build();
    /// Appends their rules.
    void find(const Address &address, std::vector<quint32> &found) const
    {
        find(withoutZone(address), 0, m_spans.size(), found);
    }

private:
    struct Span
    {
        Address first;
        Address last;
        Address lastOfAll; ///< of the part whose middle it is
        quint32 rule = 0;
    };

    Address build(size_t begin, size_t end);
    void find(const Address &address, size_t begin, size_t end, std::vector<quint32> &found) const;

    std::vector<Span> m_spans;
};

void SpanTree::build()
{
    std::sort(m_spans.begin(), m_spans.end(),
              [](const Span &left, const Span &right) { return left.first < right.first; });
    if (!m_spans.empty())
        build(0, m_spans.size());
}

Address SpanTree::build(size_t begin, size_t end)
{
    const size_t middle = begin + (end - begin) / 2;
    Address last = m_spans[middle].last;
    if (begin < middle)
        last = std::max(last, build(begin, middle));
    if (middle + 1 < end)
        last = std::max(last, build(middle + 1, end));
    m_spans[middle].lastOfAll = last;
    return last;
}

void SpanTree::find(const Address &address, size_t begin, size_t end,
                    std::vector<quint32> &found) const
{
    if (begin == end)
        return;
    const size_t middle = begin + (end - begin) / 2;
    const Span &span = m_spans[middle];
    if (span.lastOfAll < address)
        return;
    find(address, begin, middle, found);
    if (address < span.first)
        return;
    if (!(span.last < address))
        found.push_back(span.rule);
    find(address, middle + 1, end, found);
}

/// Finds the rules that a host comes under, however many there are: those for one address by it,
/// the others by the span from their first address to their last.
class RuleIndex
{
public:
    explicit RuleIndex(const QList<ExpectationRule> &rules);

    /// Ascending.
    [[nodiscard]] std::vector<quint32> rulesOf(const Address &address) const;

private:
    void addSpans(quint32 rule, const AddressSet &addresses);

    const QList<ExpectationRule> &m_rules;
    QHash<Address, std::vector<quint32>> m_ofOne;
    SpanTree m_ofMany;
};

RuleIndex::RuleIndex(const QList<ExpectationRule> &rules)
    : m_rules(rules)
{
    for (quint32 i = 0; i < static_cast<quint32>(rules.size()); ++i) {
        const AddressSet &addresses = rules.at(i).addresses;
        if (addresses.size() == 1)
            m_ofOne[addresses.at(0)].push_back(i);
        else
            addSpans(i, addresses);
    }
    m_ofMany.build();
}

void RuleIndex::addSpans(quint32 rule, const AddressSet &addresses)
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

std::vector<quint32> RuleIndex::rulesOf(const Address &address) const
{
    std::vector<quint32> found;
    const auto add = [&](const Address &one) {
        const auto rules = m_ofOne.constFind(one);
        if (rules != m_ofOne.cend())
            found.insert(found.end(), rules->begin(), rules->end());
    };
    add(address);
    if (address.scope != 0)
        add(withoutZone(address));
    const auto certain = static_cast<std::ptrdiff_t>(found.size());
    m_ofMany.find(address, found);
    found.erase(
        std::remove_if(found.begin() + certain, found.end(),
                       [&](quint32 rule) { return !m_rules.at(rule).addresses.contains(address); }),
        found.end());
    std::sort(found.begin(), found.end());
    return found;
}

/// Put together at once: one by one, tens of thousands of rules would make as many sets.
AddressSet shouldHaveOpenPorts(const Expectations &expectations)
{
    QList<Address> marked;
    const auto &marks = expectations.marks();
    for (auto host = marks.cbegin(); host != marks.cend(); ++host) {
        if (std::find(host->cbegin(), host->cend(), Expectation::Open) != host->cend())
            marked.append(host.key());
    }
    AddressSet result = AddressSet::of(marked);
    QList<Ipv4Set> ipv4{result.ipv4()};
    QList<Ipv6Range> ipv6 = result.ipv6().ranges();
    for (const ExpectationRule &rule : expectations.rules()) {
        if (rule.expectation != Expectation::Open)
            continue;
        ipv4.append(rule.addresses.ipv4());
        ipv6.append(rule.addresses.ipv6().ranges());
    }
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
        , m_rules(expectations.rules())
        , m_rows(store)
        , m_seenAt(0x1'0000, 0)
    {}

    void checkHost(quint32 host);
    void countOtherHosts();
    ExpectationCheck take();

private:
    const PortTable &tableOf(const std::vector<quint32> &rules);
    void checkRows(quint32 host, const PortTable &table);
    bool isFirstLookAt(quint16 port, quint32 host);

    const ResultStore &m_store;
    const Expectations &m_expectations;
    const RuleIndex m_rules;
    const RowsByHost m_rows;
    std::map<std::vector<quint32>, PortTable> m_tables;
    std::vector<quint32> m_seenAt; ///< by port: the last host that it was looked at of, and 1
    ExpectationCheck m_result;
};

void Checker::checkHost(quint32 host)
{
    const Address &address = m_store.host(host).address;
    const std::vector<quint32> rules = m_rules.rulesOf(address);
    const auto marks = m_expectations.marks().constFind(address);
    const bool isMarked = marks != m_expectations.marks().cend();
    if (rules.empty() && !isMarked)
        return;
    const PortTable &common = tableOf(rules);
    if (!isMarked) {
        checkRows(host, common);
        return;
    }
    PortTable own = common;
    for (auto mark = marks->cbegin(); mark != marks->cend(); ++mark)
        own.paint({.first = mark.key(), .last = mark.key()}, mark.value());
    checkRows(host, own);
}

const PortTable &Checker::tableOf(const std::vector<quint32> &rules)
{
    constexpr size_t kMostTables = 4'096;
    const auto known = m_tables.find(rules);
    if (known != m_tables.end())
        return known->second;
    if (m_tables.size() == kMostTables)
        m_tables.clear();
    PortTable &table = m_tables[rules];
    for (const quint32 number : rules) {
        const ExpectationRule &rule = m_expectations.rules().at(number);
        for (const PortSpan &span : rule.ports)
            table.paint(span, rule.expectation);
    }
    return table;
}

void Checker::checkRows(quint32 host, const PortTable &table)
{
    std::array<quint64, 3> checked{};
    const std::span<const quint32> rows = m_rows.of(host);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) { // of two the later one counts
        const PortResult &result = m_store.row(*row);
        const Expectation expectation = table.at(result.port);
        if (expectation == Expectation::None || !isFirstLookAt(result.port, host)
            || result.state() == PortState::Unknown)
            continue;
        ++checked[static_cast<size_t>(expectation)];
        const bool isOpen = result.state() == PortState::Open;
        if (isOpen == (expectation == Expectation::Open))
            ++m_result.met;
        else
            m_result.violations.append(*row);
    }
    const auto notChecked = [&](Expectation expectation) {
        return table.count(expectation) - checked[static_cast<size_t>(expectation)];
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
