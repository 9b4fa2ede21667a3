// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"

#include <QList>

#include <compare>

namespace roadstead {

/// The 128 bits of an IPv6 address. (__int128 is not standard C++.)
struct Ipv6Value
{
    quint64 high = 0;
    quint64 low = 0;

    friend constexpr auto operator<=>(const Ipv6Value &, const Ipv6Value &) = default;
};

/// First and last address, both included, in one zone (0: none).
struct Ipv6Range
{
    quint32 scope = 0;
    Ipv6Value first;
    Ipv6Value last;

    friend constexpr auto operator<=>(const Ipv6Range &, const Ipv6Range &) = default;
};

/// An exact set of IPv6 addresses as sorted ranges that neither overlap nor touch. Numbered by
/// zone, then by value (each zone's addresses stay together, so that a range remains one entry). An
/// element without a zone stands for its value in every zone where that matters: contains() and
/// subtract() see it so, which makes "::/0" and "fe80::/10" useful as excludes. A value; copies
/// share memory and may be read from several threads.
class Ipv6Set
{
public:
    /// size() of anything larger: far above what can be scanned, and it can be added to without
    /// wrapping.
    static constexpr quint64 kUncountable = quint64(1) << 63;

    Ipv6Set() = default;
    /// Any order, overlaps allowed. `first` must not be above `last`.
    [[nodiscard]] static Ipv6Set fromRanges(QList<Ipv6Range> ranges);

    [[nodiscard]] quint64 size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_ranges.isEmpty(); }
    /// The `index`-th element; `index` must be below size().
    [[nodiscard]] Address at(quint64 index) const;
    [[nodiscard]] bool contains(const Address &address) const;
    /// The index of an element: at(indexOf(a)) == a.
    [[nodiscard]] quint64 indexOf(const Address &address) const;
    [[nodiscard]] bool intersects(const Ipv6Range &range) const;
    [[nodiscard]] const QList<Ipv6Range> &ranges() const { return m_ranges; }

    void insert(const Address &address);
    void insert(const Ipv6Range &range);
    void unite(const Ipv6Set &other);
    void subtract(const Ipv6Set &other);

private:
    void setRanges(QList<Ipv6Range> ranges);
    [[nodiscard]] bool containsInZone(quint32 scope, Ipv6Value value) const;

    QList<Ipv6Range> m_ranges;
    QList<quint64> m_before; ///< elements in earlier ranges
    quint64 m_size = 0;
};

} // namespace roadstead
