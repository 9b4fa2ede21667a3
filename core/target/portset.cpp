// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/portset.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace roadstead {

PortSet::PortSet(QList<quint16> ports)
    : m_ports(std::move(ports))
{
    std::sort(m_ports.begin(), m_ports.end());
    m_ports.erase(std::unique(m_ports.begin(), m_ports.end()), m_ports.end());
}

PortSet PortSet::range(quint16 first, quint16 last)
{
    Q_ASSERT(first <= last);
    PortSet set;
    set.m_ports.resize(last - first + 1);
    std::iota(set.m_ports.begin(), set.m_ports.end(), first);
    return set;
}

bool PortSet::contains(quint16 port) const
{
    return std::binary_search(m_ports.cbegin(), m_ports.cend(), port);
}

PortSet PortSet::united(const PortSet &other) const
{
    PortSet result;
    result.m_ports.reserve(m_ports.size() + other.m_ports.size());
    std::set_union(m_ports.cbegin(), m_ports.cend(), other.m_ports.cbegin(), other.m_ports.cend(),
                   std::back_inserter(result.m_ports));
    return result;
}

PortSet PortSet::without(const PortSet &other) const
{
    PortSet result;
    std::set_difference(m_ports.cbegin(), m_ports.cend(), other.m_ports.cbegin(),
                        other.m_ports.cend(), std::back_inserter(result.m_ports));
    return result;
}

} // namespace roadstead
