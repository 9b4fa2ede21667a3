// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/addressset.h"

namespace roadstead {

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
