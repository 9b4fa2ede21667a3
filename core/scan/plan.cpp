// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/plan.h"

#include "core/scan/permutation.h"

#include <map>

namespace roadstead {

Plan::Plan(const PlanInput &input)
    : m_names(input.names)
    , m_seed(input.seed)
{
    m_portLists.append(ordered(input.ports, input));
    if (!input.ports.isEmpty())
        m_hosts = input.addresses;
    m_size = m_hosts.size() * static_cast<quint64>(input.ports.size());
    addPinned(input);
}

/// The common ports as far as they are asked for, then the rest shuffled (Fisher-Yates with our own
/// generator: the standard library's shuffle differs between platforms).
Plan::PortList Plan::ordered(const PortSet &ports, const PlanInput &input)
{
    QList<quint16> order;
    order.reserve(ports.size());
    for (const quint16 port : input.portsFirst) {
        if (ports.contains(port) && !order.contains(port))
            order.append(port);
    }
    const PortSet rest = ports.without(PortSet(order));
    const qsizetype begin = order.size();
    order.append(rest.ports());
    for (qsizetype i = order.size() - 1; i > begin; --i) {
        const auto range = static_cast<quint64>(i - begin + 1);
        const auto other = mixed(input.seed + static_cast<quint64>(i)) % range;
        order.swapItemsAt(i, begin + static_cast<qsizetype>(other));
    }
    return {.ports = order, .commonCount = static_cast<quint32>(begin)};
}

/// A host with ports of its own gets a list of its own, which has the others' ports too if it is
/// one of them: each pair is probed once.
void Plan::addPinned(const PlanInput &input)
{
    QHash<Address, PortSet> portsOf;
    for (const PinnedTarget &target : input.pinned)
        portsOf[target.address] = portsOf.value(target.address).united(target.ports);
    std::map<QList<quint16>, quint32> listOf;
    QList<Address> added;
    for (auto it = portsOf.cbegin(); it != portsOf.cend(); ++it) {
        const bool isKnown = m_hosts.contains(it.key());
        const PortSet ports = isKnown ? it.value().united(input.ports) : it.value();
        if (ports.isEmpty())
            continue;
        const auto next = static_cast<quint32>(m_portLists.size());
        const auto [list, isNew] = listOf.emplace(ports.ports(), next);
        if (isNew)
            m_portLists.append(ordered(ports, input));
        m_ownPortLists.insert(it.key(), list->second);
        m_size += static_cast<quint64>(ports.size() - (isKnown ? input.ports.size() : 0));
        if (!isKnown)
            added.append(it.key());
    }
    m_hosts.unite(AddressSet::of(added));
}

PlannedHost Plan::hostAt(quint64 turn) const
{
    PlannedHost host;
    host.number = static_cast<quint32>(Permutation(m_hosts.size(), m_seed).at(turn));
    host.address = m_hosts.at(host.number);
    host.portList = m_ownPortLists.value(host.address, 0);
    return host;
}

quint32 Plan::portCount(const PlannedHost &host) const
{
    return static_cast<quint32>(m_portLists.at(host.portList).ports.size());
}

quint16 Plan::portAt(const PlannedHost &host, quint32 turn) const
{
    const PortList &list = m_portLists.at(host.portList);
    if (turn < list.commonCount)
        return list.ports.at(turn);
    const auto rest = static_cast<quint32>(list.ports.size()) - list.commonCount;
    const auto start = static_cast<quint32>(mixed(m_seed ^ mixed(host.number)) % rest);
    return list.ports.at(list.commonCount + (turn - list.commonCount + start) % rest);
}

} // namespace roadstead
