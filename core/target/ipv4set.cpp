// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/ipv4set.h"

#include "core/target/ipv4nodebuilder.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace roadstead {

namespace {

/// The first run that ends at or after `octet`, or the end.
auto findRun(const Ipv4Node &node, int octet)
{
    return std::partition_point(node.runs.begin(), node.runs.end(),
                                [octet](const Ipv4Run &run) { return run.last < octet; });
}

int octetAt(quint64 address, int level)
{
    return static_cast<int>((address >> (8 * level)) & 0xff);
}

/// Sorts and joins what overlaps or touches.
void normalise(QList<Ipv4Range> &ranges)
{
    if (!std::is_sorted(ranges.cbegin(), ranges.cend()))
        std::sort(ranges.begin(), ranges.end());
    ranges.detach();
    qsizetype kept = 0;
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        const Ipv4Range range = ranges[i];
        Q_ASSERT(range.first <= range.last);
        const bool joins = kept > 0 && quint64(range.first) <= quint64(ranges[kept - 1].last) + 1;
        if (joins)
            ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
        else
            ranges[kept++] = range;
    }
    ranges.resize(kept);
}

class RangeCollector
{
public:
    explicit RangeCollector(qsizetype atMost)
        : m_atMost(atMost)
    {}

    void visit(const Ipv4Node &node, quint64 base)
    {
        const quint64 width = ipv4BlockSize(node.level);
        for (const Ipv4Run &run : node.runs) {
            if (!run.child)
                append(base + run.first * width, base + (run.last + 1U) * width - 1);
            for (quint64 octet = run.first; run.child && octet <= run.last && !m_isFull; ++octet)
                visit(*run.child, base + octet * width);
            if (m_isFull)
                return;
        }
    }

    QList<Ipv4Range> take() { return std::move(m_ranges); }

private:
    void append(quint64 first, quint64 last)
    {
        if (!m_ranges.isEmpty() && m_ranges.constLast().last + quint64(1) == first)
            m_ranges.last().last = static_cast<quint32>(last);
        else if (m_ranges.size() < m_atMost)
            m_ranges.append({static_cast<quint32>(first), static_cast<quint32>(last)});
        else
            m_isFull = true;
    }

    QList<Ipv4Range> m_ranges;
    qsizetype m_atMost;
    bool m_isFull = false;
};

/// Octet values with the same continuation make one pattern.
class PatternCollector
{
public:
    void visit(const Ipv4Node &node)
    {
        const auto octet = static_cast<size_t>(kIpv4RootLevel - node.level);
        std::vector<const Ipv4Node *> children; // in the order of their first runs
        for (const Ipv4Run &run : node.runs) {
            if (std::find(children.begin(), children.end(), run.child.data()) == children.end())
                children.push_back(run.child.data());
        }
        for (const Ipv4Node *child : children) {
            m_path[octet] = octetsLeadingTo(node, child);
            if (child != nullptr)
                visit(*child);
            else
                append(octet);
        }
    }

    QList<Ipv4Set::OctetSets> take() { return std::move(m_patterns); }

private:
    static std::bitset<256> octetsLeadingTo(const Ipv4Node &node, const Ipv4Node *child)
    {
        std::bitset<256> octets;
        for (const Ipv4Run &run : node.runs) {
            for (size_t value = run.first; run.child.data() == child && value <= run.last; ++value)
                octets.set(value);
        }
        return octets;
    }

    void append(size_t octet)
    {
        for (size_t i = octet + 1; i < m_path.size(); ++i)
            m_path[i].set(); // all of them
        m_patterns.append(m_path);
    }

    Ipv4Set::OctetSets m_path;
    QList<Ipv4Set::OctetSets> m_patterns;
};

void countNodes(const Ipv4Node &node, QSet<const Ipv4Node *> &seen)
{
    if (seen.contains(&node))
        return;
    seen.insert(&node);
    for (const Ipv4Run &run : node.runs) {
        if (run.child)
            countNodes(*run.child, seen);
    }
}

} // namespace

Ipv4Set::Ipv4Set() = default;
Ipv4Set::Ipv4Set(const Ipv4Set &other) = default;
Ipv4Set::Ipv4Set(Ipv4Set &&other) noexcept = default;
Ipv4Set &Ipv4Set::operator=(const Ipv4Set &other) = default;
Ipv4Set &Ipv4Set::operator=(Ipv4Set &&other) noexcept = default;
Ipv4Set::~Ipv4Set() = default;

Ipv4Set::Ipv4Set(Ipv4NodePointer root)
    : m_root(std::move(root))
{}

Ipv4Set Ipv4Set::fromRanges(QList<Ipv4Range> ranges)
{
    normalise(ranges);
    return Ipv4Set(Ipv4NodeBuilder().fromRanges(ranges));
}

Ipv4Set Ipv4Set::fromOctets(const OctetSets &octets)
{
    return Ipv4Set(Ipv4NodeBuilder().fromOctets(octets));
}

Ipv4Set Ipv4Set::united(QList<Ipv4Set> sets)
{
    while (sets.size() > 1) {
        const qsizetype half = (sets.size() + 1) / 2;
        for (qsizetype i = half; i < sets.size(); ++i)
            sets[i - half].unite(sets[i]);
        sets.resize(half);
    }
    return sets.isEmpty() ? Ipv4Set()
                          : Ipv4Set(Ipv4NodeBuilder().compacted(sets.constFirst().m_root));
}

quint64 Ipv4Set::size() const
{
    return m_root ? m_root->count : 0;
}

quint32 Ipv4Set::at(quint64 index) const
{
    Q_ASSERT(index < size());
    quint64 address = 0;
    const Ipv4Node *node = m_root.data();
    while (true) {
        const auto after =
            std::partition_point(node->runs.begin(), node->runs.end(),
                                 [index](const Ipv4Run &run) { return run.before <= index; });
        const Ipv4Run &run = *std::prev(after);
        index -= run.before;
        const quint64 perOctet = node->countPerOctet(run);
        address += (run.first + index / perOctet) * ipv4BlockSize(node->level);
        index %= perOctet;
        if (!run.child)
            return static_cast<quint32>(address + index);
        node = run.child.data();
    }
}

bool Ipv4Set::contains(quint32 address) const
{
    const Ipv4Node *node = m_root.data();
    while (node != nullptr) {
        const int octet = octetAt(address, node->level);
        const auto run = findRun(*node, octet);
        if (run == node->runs.end() || run->first > octet)
            return false;
        if (!run->child)
            return true;
        node = run->child.data();
    }
    return false;
}

quint64 Ipv4Set::countIn(Ipv4Range range) const
{
    return countBelow(quint64(range.last) + 1) - countBelow(range.first);
}

quint64 Ipv4Set::countBelow(quint64 address) const
{
    if (!m_root || address >= ipv4BlockSize(4))
        return size();
    quint64 count = 0;
    const Ipv4Node *node = m_root.data();
    while (true) {
        const int octet = octetAt(address, node->level);
        const auto run = findRun(*node, octet);
        if (run == node->runs.end())
            return count + node->count;
        count += run->before;
        if (run->first > octet)
            return count;
        count += node->countPerOctet(*run) * static_cast<quint64>(octet - run->first);
        if (!run->child)
            return count + address % ipv4BlockSize(node->level);
        node = run->child.data();
    }
}

QList<Ipv4Range> Ipv4Set::ranges(qsizetype atMost) const
{
    RangeCollector collector(atMost);
    if (m_root)
        collector.visit(*m_root, 0);
    return collector.take();
}

QList<Ipv4Set::OctetSets> Ipv4Set::patterns() const
{
    PatternCollector collector;
    if (m_root)
        collector.visit(*m_root);
    return collector.take();
}

qsizetype Ipv4Set::nodeCount() const
{
    QSet<const Ipv4Node *> seen;
    if (m_root)
        countNodes(*m_root, seen);
    return seen.size();
}

void Ipv4Set::insert(Ipv4Range range)
{
    unite(fromRanges({range}));
}

void Ipv4Set::unite(const Ipv4Set &other)
{
    m_root = Ipv4NodeBuilder().unite(m_root, other.m_root);
}

void Ipv4Set::subtract(const Ipv4Set &other)
{
    m_root = Ipv4NodeBuilder().subtract(m_root, other.m_root);
}

} // namespace roadstead
