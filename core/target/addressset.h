// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"
#include "core/target/ipv4set.h"
#include "core/target/ipv6set.h"

namespace roadstead {

/// A set of addresses that is never expanded into a list: a /8 takes the memory of one host. Exact
/// under union and difference. Its elements are numbered, so that a scan can visit them in any
/// order: IPv4 first, ascending, then IPv6 by zone and value. A value; copies share memory and may
/// be read from several threads.
class AddressSet
{
public:
    [[nodiscard]] static AddressSet
    of(const QList<Address> &addresses); ///< any order, duplicates allowed
    /// Above Ipv6Set::kUncountable no longer exact (an exclude may be as wide as ::/0).
    [[nodiscard]] quint64 size() const { return m_ipv4.size() + m_ipv6.size(); }
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    /// The `index`-th element; `index` must be below size().
    [[nodiscard]] Address at(quint64 index) const;
    [[nodiscard]] bool contains(const Address &address) const;
    /// The index of an element: at(indexOf(a)) == a.
    [[nodiscard]] quint64 indexOf(const Address &address) const;

    void insert(const Address &address);
    void unite(const AddressSet &other);
    void subtract(const AddressSet &other);
    void clearIpv4();
    void clearIpv6();

    [[nodiscard]] const Ipv4Set &ipv4() const { return m_ipv4; }
    [[nodiscard]] const Ipv6Set &ipv6() const { return m_ipv6; }
    Ipv4Set &ipv4() { return m_ipv4; }
    Ipv6Set &ipv6() { return m_ipv6; }

private:
    Ipv4Set m_ipv4;
    Ipv6Set m_ipv6;
};

} // namespace roadstead
