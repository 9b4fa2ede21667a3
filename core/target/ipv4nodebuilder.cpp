// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/ipv4nodebuilder.h"

#include <algorithm>

namespace roadstead {

namespace {

bool isSame(const Ipv4Run &a, const Ipv4Run &b)
{
    return a.first == b.first && a.last == b.last && a.child == b.child;
}

bool areSame(const std::vector<Ipv4Run> &a, const std::vector<Ipv4Run> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), isSame);
}

size_t hashOf(const std::vector<Ipv4Run> &runs, int level)
{
    auto hash = static_cast<size_t>(level);
    for (const Ipv4Run &run : runs)
        hash = qHashMulti(hash, run.first, run.last, run.child.data());
    return hash;
}

const std::vector<Ipv4Run> &runsOf(const Ipv4NodePointer &node)
{
    static const std::vector<Ipv4Run> everything{
        {.child = {}, .before = 0, .first = 0, .last = 255}};
    return node ? node->runs : everything;
}

/// Where the stretch that begins at `octet` ends at the latest, as far as `run` (or its absence) is
/// concerned.
int stretchEnd(const Ipv4Run *run, int octet)
{
    if (run == nullptr)
        return 255;
    return run->first <= octet ? run->last : run->first - 1;
}

} // namespace

Ipv4NodePointer Ipv4NodeBuilder::fromRanges(const QList<Ipv4Range> &ranges)
{
    qsizetype next = 0;
    return fromRanges(ranges, next, kIpv4RootLevel, 0).node;
}

/// Builds the node for the block that begins at `blockFirst`; `next` is the first range that
/// reaches into the block and afterwards the first that reaches beyond it.
Ipv4NodeBuilder::Subset Ipv4NodeBuilder::fromRanges(const QList<Ipv4Range> &ranges, qsizetype &next,
                                                    int level, quint64 blockFirst)
{
    const quint64 width = ipv4BlockSize(level);
    const quint64 blockLast = blockFirst + 256 * width - 1;
    Runs runs;
    quint64 position = blockFirst;
    while (next < ranges.size() && position <= blockLast && ranges[next].first <= blockLast) {
        const Ipv4Range range = ranges[next];
        const quint64 octet = (std::max<quint64>(range.first, position) - blockFirst) / width;
        const quint64 childFirst = blockFirst + octet * width;
        const bool coversChild = range.first <= childFirst && range.last >= childFirst + width - 1;
        if (!coversChild) {
            append(runs, static_cast<int>(octet), static_cast<int>(octet),
                   fromRanges(ranges, next, level - 1, childFirst));
            position = childFirst + width;
            continue;
        }
        const quint64 endOctet =
            (std::min<quint64>(range.last, blockLast) + 1 - blockFirst) / width;
        append(runs, static_cast<int>(octet), static_cast<int>(endOctet) - 1, Subset());
        position = blockFirst + endOctet * width;
        if (range.last < position)
            ++next;
    }
    return makeNode(std::move(runs), level);
}

Ipv4NodePointer Ipv4NodeBuilder::fromOctets(const Ipv4Set::OctetSets &octets)
{
    Subset below;
    for (int level = 0; level <= kIpv4RootLevel; ++level) {
        const std::bitset<256> &allowed = octets[static_cast<size_t>(kIpv4RootLevel - level)];
        Runs runs;
        for (int octet = 0; octet < 256; ++octet) {
            if (allowed[static_cast<size_t>(octet)])
                append(runs, octet, octet, below);
        }
        below = makeNode(std::move(runs), level);
    }
    return below.node;
}

Ipv4NodePointer Ipv4NodeBuilder::unite(const Ipv4NodePointer &a, const Ipv4NodePointer &b)
{
    if (!a || !b)
        return a ? a : b;
    return combine(Operation::Unite, a, b, kIpv4RootLevel).node;
}

Ipv4NodePointer Ipv4NodeBuilder::subtract(const Ipv4NodePointer &a, const Ipv4NodePointer &b)
{
    if (!a || !b)
        return a;
    return combine(Operation::Subtract, a, b, kIpv4RootLevel).node;
}

Ipv4NodePointer Ipv4NodeBuilder::compacted(const Ipv4NodePointer &node)
{
    if (!node)
        return node;
    const std::pair<const Ipv4Node *, const Ipv4Node *> key(node.data(), nullptr);
    if (const auto known = m_done.constFind(key); known != m_done.cend())
        return known->node;
    Runs runs;
    for (const Ipv4Run &run : node->runs)
        append(runs, run.first, run.last, {.node = compacted(run.child)});
    const Subset result = makeNode(std::move(runs), node->level);
    m_done.insert(key, result);
    return result.node;
}

/// `a` and `b` are not empty; without a node they are everything.
Ipv4NodeBuilder::Subset Ipv4NodeBuilder::combine(Operation operation, const Ipv4NodePointer &a,
                                                 const Ipv4NodePointer &b, int level)
{
    if (operation == Operation::Unite && (!a || !b))
        return {};
    if (operation == Operation::Unite && a == b)
        return {.node = a};
    if (operation == Operation::Subtract && (!b || a == b))
        return {.node = {}, .isEmpty = true};
    // The node that is there tells the level, so the pair alone is key enough.
    const std::pair key(a.data(), b.data());
    if (const auto known = m_done.constFind(key); known != m_done.cend())
        return *known;
    Runs runs = combineRuns(operation, runsOf(a), runsOf(b), level);
    // Giving back an argument keeps what it shares with other sets.
    const Subset result = a && areSame(runs, a->runs)   ? Subset{.node = a}
                          : b && areSame(runs, b->runs) ? Subset{.node = b}
                                                        : makeNode(std::move(runs), level);
    m_done.insert(key, result);
    return result;
}

Ipv4NodeBuilder::Runs Ipv4NodeBuilder::combineRuns(Operation operation, const Runs &a,
                                                   const Runs &b, int level)
{
    Runs runs;
    auto inA = a.begin();
    auto inB = b.begin();
    for (int octet = 0; octet < 256;) {
        while (inA != a.end() && inA->last < octet)
            ++inA;
        while (inB != b.end() && inB->last < octet)
            ++inB;
        const Ipv4Run *runA = inA != a.end() ? &*inA : nullptr;
        const Ipv4Run *runB = inB != b.end() ? &*inB : nullptr;
        const int end = std::min(stretchEnd(runA, octet), stretchEnd(runB, octet));
        const bool isInA = runA != nullptr && runA->first <= octet;
        const bool isInB = runB != nullptr && runB->first <= octet;
        append(runs, octet, end,
               combineRun(operation, isInA ? runA : nullptr, isInB ? runB : nullptr, level));
        octet = end + 1;
    }
    return runs;
}

Ipv4NodeBuilder::Subset Ipv4NodeBuilder::combineRun(Operation operation, const Ipv4Run *a,
                                                    const Ipv4Run *b, int level)
{
    if (a != nullptr && b != nullptr)
        return combine(operation, a->child, b->child, level - 1);
    if (a != nullptr)
        return {.node = a->child};
    if (b != nullptr && operation == Operation::Unite)
        return {.node = b->child};
    return {.node = {}, .isEmpty = true};
}

void Ipv4NodeBuilder::append(Runs &runs, int first, int last, const Subset &below)
{
    if (below.isEmpty)
        return;
    if (!runs.empty() && runs.back().last + 1 == first && runs.back().child == below.node) {
        runs.back().last = static_cast<quint8>(last);
        return;
    }
    runs.push_back({.child = below.node,
                    .before = 0,
                    .first = static_cast<quint8>(first),
                    .last = static_cast<quint8>(last)});
}

Ipv4NodeBuilder::Subset Ipv4NodeBuilder::makeNode(Runs runs, int level)
{
    if (runs.empty())
        return {.node = {}, .isEmpty = true};
    const bool isFull = runs.front().first == 0 && runs.front().last == 255 && !runs.front().child;
    if (isFull && level != kIpv4RootLevel)
        return {};
    const size_t hash = hashOf(runs, level);
    if (Ipv4NodePointer known = findEqual(hash, runs, level))
        return {.node = known};

    auto *node = new Ipv4Node;
    const Ipv4NodePointer owner(node);
    node->runs = std::move(runs);
    node->runs.shrink_to_fit();
    node->level = level;
    for (Ipv4Run &run : node->runs) {
        run.before = static_cast<quint32>(node->count);
        node->count += node->countPerOctet(run) * (run.last - run.first + 1U);
    }
    m_unique.insert(hash, owner);
    return {.node = owner};
}

Ipv4NodePointer Ipv4NodeBuilder::findEqual(size_t hash, const Runs &runs, int level) const
{
    const auto [begin, end] = m_unique.equal_range(hash);
    for (auto it = begin; it != end; ++it) {
        if ((*it)->level == level && areSame((*it)->runs, runs))
            return *it;
    }
    return {};
}

} // namespace roadstead
