// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSharedData>

#include <array>
#include <bitset>

namespace roadstead {

struct Ipv4Node;

/// First and last address, both included, in host order.
struct Ipv4Range
{
    quint32 first = 0;
    quint32 last = 0;

    friend constexpr auto operator<=>(const Ipv4Range &, const Ipv4Range &) = default;
};

/// An exact set of IPv4 addresses, numbered in ascending order. A decision diagram over the four
/// octets: a node is a list of runs of octet values with one continuation each, and equal
/// continuations are shared. A block, a range and an octet pattern such as *.*.*.1 (16.7 million
/// single addresses) take a handful of nodes, a million single addresses some 16 bytes each; size()
/// is free, at() and contains() are four binary searches. A sorted list of intervals was rejected
/// for the octet patterns, boxes of octet ranges because differences shatter them. A value; copies
/// share memory and may be read from several threads.
class Ipv4Set
{
public:
    using OctetSets = std::array<std::bitset<256>, 4>; ///< allowed values, first octet first

    Ipv4Set();
    Ipv4Set(const Ipv4Set &other);
    Ipv4Set(Ipv4Set &&other) noexcept;
    Ipv4Set &operator=(const Ipv4Set &other);
    Ipv4Set &operator=(Ipv4Set &&other) noexcept;
    ~Ipv4Set();

    /// Any order, overlaps allowed; the way to build a large set. `first` must not be above `last`.
    [[nodiscard]] static Ipv4Set fromRanges(QList<Ipv4Range> ranges);
    [[nodiscard]] static Ipv4Set fromOctets(const OctetSets &octets);
    /// The union of all, pairwise in a balanced tree, so that many small sets cost no more than a
    /// few large ones.
    [[nodiscard]] static Ipv4Set united(QList<Ipv4Set> sets);

    [[nodiscard]] quint64 size() const;
    [[nodiscard]] bool isEmpty() const { return !m_root; }
    /// The `index`-th smallest address; `index` must be below size().
    [[nodiscard]] quint32 at(quint64 index) const;
    [[nodiscard]] bool contains(quint32 address) const;
    /// How many addresses of `range` are in the set.
    [[nodiscard]] quint64 countIn(Ipv4Range range) const;
    [[nodiscard]] bool intersects(Ipv4Range range) const { return countIn(range) != 0; }
    /// The maximal ranges in ascending order, but no more than `atMost` (an octet pattern has
    /// millions).
    [[nodiscard]] QList<Ipv4Range> ranges(qsizetype atMost) const;
    /// Octet patterns that share no address and make up the set: about as many as it was made of.
    [[nodiscard]] QList<OctetSets> patterns() const;
    /// Distinct nodes: what the set costs.
    [[nodiscard]] qsizetype nodeCount() const;

    void insert(quint32 address) { insert(Ipv4Range{address, address}); }
    void insert(Ipv4Range range);
    void unite(const Ipv4Set &other);
    void subtract(const Ipv4Set &other);

private:
    explicit Ipv4Set(QExplicitlySharedDataPointer<const Ipv4Node> root);
    [[nodiscard]] quint64 countBelow(quint64 address) const;

    QExplicitlySharedDataPointer<const Ipv4Node> m_root; ///< null: empty
};

} // namespace roadstead
