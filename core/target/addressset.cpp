// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/addressset.h"

namespace roadstead {

AddressSet AddressSet::of(const QList<Address> &addresses)
{
    QList<Ipv4Range> ipv4;
    QList<Ipv6Range> ipv6;
    for (const Address &address : addresses) {
        const Ipv6Value value{.high = address.high, .low = address.low};
        if (address.isIpv4())
            ipv4.append({.first = address.toIpv4(), .last = address.toIpv4()});
        else
            ipv6.append({.scope = address.scope, .first = value, .last = value});
    }
    AddressSet set;
    set.m_ipv4 = Ipv4Set::fromRanges(ipv4);
    set.m_ipv6 = Ipv6Set::fromRanges(ipv6);
    return set;
}

Address AddressSet::at(quint64 index) const
{
    Q_ASSERT(index < size());
    const quint64 ipv4Size = m_ipv4.size();
    return index < ipv4Size ? Address::fromIpv4(m_ipv4.at(index)) : m_ipv6.at(index - ipv4Size);
}

bool AddressSet::contains(const Address &address) const
{
    return address.isIpv4() ? m_ipv4.contains(address.toIpv4()) : m_ipv6.contains(address);
}

quint64 AddressSet::indexOf(const Address &address) const
{
    Q_ASSERT(contains(address));
    if (!address.isIpv4())
        return m_ipv4.size() + m_ipv6.indexOf(address);
    return m_ipv4.countIn({.first = 0, .last = address.toIpv4()}) - 1;
}

void AddressSet::insert(const Address &address)
{
    if (address.isIpv4())
        m_ipv4.insert(address.toIpv4());
    else
        m_ipv6.insert(address);
}

void AddressSet::unite(const AddressSet &other)
{
    m_ipv4.unite(other.m_ipv4);
    m_ipv6.unite(other.m_ipv6);
}

void AddressSet::subtract(const AddressSet &other)
{
    m_ipv4.subtract(other.m_ipv4);
    m_ipv6.subtract(other.m_ipv6);
}

void AddressSet::clearIpv4()
{
    m_ipv4 = Ipv4Set();
}

void AddressSet::clearIpv6()
{
    m_ipv6 = Ipv6Set();
}

} // namespace roadstead
