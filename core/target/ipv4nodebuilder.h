// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/ipv4node.h"
#include "core/target/ipv4set.h"

#include <QHash>
#include <QList>

#include <vector>

namespace roadstead {

/// Makes the nodes of one Ipv4Set operation; equal subtrees made by one builder are one node. Use
/// it for one operation: it remembers its arguments by address. A null pointer is the empty set, in
/// and out.
class Ipv4NodeBuilder
{
public:
    Ipv4NodeBuilder() = default;

    /// `ranges` must be ascending, and neither overlap nor touch.
    [[nodiscard]] Ipv4NodePointer fromRanges(const QList<Ipv4Range> &ranges);
    [[nodiscard]] Ipv4NodePointer fromOctets(const Ipv4Set::OctetSets &octets);
    [[nodiscard]] Ipv4NodePointer unite(const Ipv4NodePointer &a, const Ipv4NodePointer &b);
    [[nodiscard]] Ipv4NodePointer subtract(const Ipv4NodePointer &a, const Ipv4NodePointer &b);

    /// The same set with every equal subtree shared: operations share what they make, not what they
    /// pass on.
    [[nodiscard]] Ipv4NodePointer compacted(const Ipv4NodePointer &node);

private:
    using Runs = std::vector<Ipv4Run>;
    enum class Operation : quint8 {
        Unite,
        Subtract
    };

    /// Addresses below some node: nothing, everything (no node) or what a node says.
    struct Subset
    {
        Ipv4NodePointer node;
        bool isEmpty = false;
    };

    Subset fromRanges(const QList<Ipv4Range> &ranges, qsizetype &next, int level,
                      quint64 blockFirst);
    Subset combine(Operation operation, const Ipv4NodePointer &a, const Ipv4NodePointer &b,
                   int level);
    Runs combineRuns(Operation operation, const Runs &a, const Runs &b, int level);
    Subset combineRun(Operation operation, const Ipv4Run *a, const Ipv4Run *b, int level);
    Subset makeNode(Runs runs, int level);
    [[nodiscard]] Ipv4NodePointer findEqual(size_t hash, const Runs &runs, int level) const;

    static void append(Runs &runs, int first, int last, const Subset &below);

    QMultiHash<size_t, Ipv4NodePointer> m_unique;
    QHash<std::pair<const Ipv4Node *, const Ipv4Node *>, Subset> m_done;
};

} // namespace roadstead
