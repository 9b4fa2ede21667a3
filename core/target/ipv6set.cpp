// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/ipv6set.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace roadstead {

namespace {

constexpr quint64 kMax = std::numeric_limits<quint64>::max();
constexpr Ipv6Value kLastValue{kMax, kMax};

Ipv6Value next(Ipv6Value value)
{
    const quint64 low = value.low + 1;
    return {value.high + (low == 0 ? 1 : 0), low};
}

Ipv6Value previous(Ipv6Value value)
{
    return {value.high - (value.low == 0 ? 1 : 0), value.low - 1};
}

Ipv6Value plus(Ipv6Value value, quint64 offset)
{
    const quint64 low = value.low + offset;
    return {value.high + (low < offset ? 1 : 0), low};
}

quint64 countOf(const Ipv6Range &range)
{
    const quint64 borrow = range.last.low < range.first.low ? 1 : 0;
    const quint64 high = range.last.high - range.first.high - borrow;
    const quint64 low = range.last.low - range.first.low;
    return high != 0 || low >= Ipv6Set::kUncountable ? Ipv6Set::kUncountable : low + 1;
}

/// Sorts and joins what overlaps or touches within a zone.
void normalise(QList<Ipv6Range> &ranges)
{
    if (!std::is_sorted(ranges.cbegin(), ranges.cend()))
        std::sort(ranges.begin(), ranges.end());
    ranges.detach();
    qsizetype kept = 0;
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        const Ipv6Range range = ranges[i];
        Q_ASSERT(range.first <= range.last);
        const bool joins =
            kept > 0 && ranges[kept - 1].scope == range.scope
            && (ranges[kept - 1].last == kLastValue || range.first <= next(ranges[kept - 1].last));
        if (joins)
            ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
        else
            ranges[kept++] = range;
    }
    ranges.resize(kept);
}

/// The part of `ranges` that lies in one zone.
std::pair<QList<Ipv6Range>::const_iterator, QList<Ipv6Range>::const_iterator>
zoneOf(const QList<Ipv6Range> &ranges, quint32 scope)
{
    const auto begin =
        std::partition_point(ranges.cbegin(), ranges.cend(),
                             [scope](const Ipv6Range &range) { return range.scope < scope; });
    const auto end = std::partition_point(
        begin, ranges.cend(), [scope](const Ipv6Range &range) { return range.scope == scope; });
    return {begin, end};
}

/// What is left of `ranges` without the values that `removed` has in zone `removedScope`, in those
/// of its zones which `applies` names.
template <typename Applies>
QList<Ipv6Range> without(const QList<Ipv6Range> &ranges, const QList<Ipv6Range> &removed,
                         quint32 removedScope, Applies applies)
{
    const auto [begin, end] = zoneOf(removed, removedScope);
    QList<Ipv6Range> left;
    auto hole = begin;
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        Ipv6Range range = ranges[i];
        if (!applies(range.scope)) {
            left.append(range);
            continue;
        }
        if (i > 0 && ranges[i - 1].scope != range.scope)
            hole = begin; // values start over in every zone
        while (hole != end && hole->last < range.first)
            ++hole;
        bool isUsedUp = false;
        for (auto cut = hole; cut != end && cut->first <= range.last && !isUsedUp; ++cut) {
            if (range.first < cut->first)
                left.append({range.scope, range.first, previous(cut->first)});
            isUsedUp = cut->last >= range.last;
            if (!isUsedUp)
                range.first = next(cut->last);
        }
        if (!isUsedUp)
            left.append(range);
    }
    return left;
}

} // namespace

Ipv6Set Ipv6Set::fromRanges(QList<Ipv6Range> ranges)
{
    normalise(ranges);
    Ipv6Set set;
    set.setRanges(std::move(ranges));
    return set;
}

Address Ipv6Set::at(quint64 index) const
{
    Q_ASSERT(index < size());
    const auto after = std::upper_bound(m_before.cbegin(), m_before.cend(), index);
    const qsizetype number = std::distance(m_before.cbegin(), after) - 1;
    const Ipv6Range &range = m_ranges[number];
    const Ipv6Value value = plus(range.first, index - m_before[number]);
    return Address::fromIpv6(value.high, value.low, range.scope);
}

bool Ipv6Set::contains(const Address &address) const
{
    if (address.isIpv4())
        return false;
    const Ipv6Value value{address.high, address.low};
    return containsInZone(address.scope, value) || (address.scope != 0 && containsInZone(0, value));
}

bool Ipv6Set::containsInZone(quint32 scope, Ipv6Value value) const
{
    return intersects({scope, value, value});
}

quint64 Ipv6Set::indexOf(const Address &address) const
{
    const Ipv6Value value{.high = address.high, .low = address.low};
    const auto after =
        std::partition_point(m_ranges.cbegin(), m_ranges.cend(), [&](const Ipv6Range &range) {
            return std::pair(range.scope, range.first) <= std::pair(address.scope, value);
        });
    Q_ASSERT(after != m_ranges.cbegin());
    const qsizetype range = std::distance(m_ranges.cbegin(), after) - 1;
    return m_before.at(range) + countOf({0, m_ranges.at(range).first, value}) - 1;
}

bool Ipv6Set::intersects(const Ipv6Range &range) const
{
    const auto [begin, end] = zoneOf(m_ranges, range.scope);
    const auto reaching = std::partition_point(
        begin, end, [&range](const Ipv6Range &own) { return own.last < range.first; });
    return reaching != end && reaching->first <= range.last;
}

void Ipv6Set::insert(const Address &address)
{
    Q_ASSERT(!address.isIpv4());
    const Ipv6Value value{address.high, address.low};
    insert(Ipv6Range{address.scope, value, value});
}

void Ipv6Set::insert(const Ipv6Range &range)
{
    QList<Ipv6Range> all = std::exchange(m_ranges, {});
    all.insert(std::upper_bound(all.cbegin(), all.cend(), range), range);
    normalise(all);
    setRanges(std::move(all));
}

void Ipv6Set::unite(const Ipv6Set &other)
{
    if (other.isEmpty())
        return;
    QList<Ipv6Range> all = m_ranges + other.m_ranges;
    normalise(all);
    setRanges(std::move(all));
}

void Ipv6Set::subtract(const Ipv6Set &other)
{
    if (isEmpty() || other.isEmpty())
        return;
    QList<Ipv6Range> left = without(m_ranges, other.m_ranges, 0, [](quint32) { return true; });
    for (auto it = zoneOf(other.m_ranges, 0).second; it != other.m_ranges.cend();) {
        const quint32 scope = it->scope;
        left = without(left, other.m_ranges, scope, [scope](quint32 own) { return own == scope; });
        it = zoneOf(other.m_ranges, scope).second;
    }
    setRanges(std::move(left));
}

void Ipv6Set::setRanges(QList<Ipv6Range> ranges)
{
    m_ranges = std::move(ranges);
    m_before.clear();
    m_before.reserve(m_ranges.size());
    m_size = 0;
    for (const Ipv6Range &range : std::as_const(m_ranges)) {
        m_before.append(m_size);
        const quint64 count = countOf(range);
        m_size = count < kUncountable - m_size ? m_size + count : kUncountable;
    }
}

} // namespace roadstead
