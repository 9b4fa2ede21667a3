// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/plan.h"

#include "core/scan/permutation.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace roadstead {

Plan::Plan(const PlanInput &input)
    : m_names(input.names)
    , m_seed(input.seed)
    , m_shard(input.shard)
{
    m_portLists.append(ordered(input.ports, input));
    if (!input.ports.isEmpty())
        m_hosts = input.addresses;
    addPinned(input);
    const Size size = measured();
    m_size = size.ports;
    m_scannedHosts = size.hosts;
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
    QList<quint16> places(order.size());
    for (qsizetype place = 0; place < order.size(); ++place) {
        const auto found =
            std::lower_bound(ports.ports().cbegin(), ports.ports().cend(), order.at(place));
        places[std::distance(ports.ports().cbegin(), found)] = static_cast<quint16>(place);
    }
    return {
        .ports = order, .commonCount = static_cast<quint32>(begin), .set = ports, .places = places};
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
        if (!isKnown)
            added.append(it.key());
    }
    m_hosts.unite(AddressSet::of(added));
}

/// Hosts without ports of their own differ only in what their numbers leave over.
Plan::Size Plan::measured() const
{
    Size size;
    const auto add = [&size](quint64 hosts, quint32 ports) {
        size.hosts += ports > 0 ? hosts : 0;
        size.ports += hosts * ports;
    };
    const auto take = [&size](quint32 ports) {
        size.hosts -= ports > 0 ? 1 : 0;
        size.ports -= ports;
    };
    const auto common = static_cast<quint32>(m_portLists.constFirst().ports.size());
    for (quint64 rest = 0; rest < std::min<quint64>(m_shard.count, m_hosts.size()); ++rest) {
        const quint64 hosts = (m_hosts.size() - rest - 1) / m_shard.count + 1;
        add(hosts, countOfPart(rest, common));
    }
    for (auto it = m_ownPortLists.cbegin(); it != m_ownPortLists.cend(); ++it) {
        const quint64 number = m_hosts.indexOf(it.key());
        take(countOfPart(number, common));
        add(1, countOfPart(number, static_cast<quint32>(m_portLists.at(*it).ports.size())));
    }
    return size;
}

PlannedHost Plan::hostAt(quint64 turn) const
{
    return host(static_cast<quint32>(Permutation(m_hosts.size(), m_seed).at(turn)));
}

PlannedHost Plan::host(quint32 number) const
{
    PlannedHost host;
    host.number = number;
    host.address = m_hosts.at(number);
    host.portList = m_ownPortLists.value(host.address, 0);
    return host;
}

quint32 Plan::portCount(const PlannedHost &host) const
{
    return countOfPart(host.number,
                       static_cast<quint32>(m_portLists.at(host.portList).ports.size()));
}

quint16 Plan::portAt(const PlannedHost &host, quint32 turn) const
{
    return portInOrder(host, firstPlace(host.number) + turn * m_shard.count);
}

bool Plan::contains(const PlannedHost &host, quint16 port) const
{
    const PortList &list = m_portLists.at(host.portList);
    const QList<quint16> &ports = list.set.ports();
    const auto found = std::lower_bound(ports.cbegin(), ports.cend(), port);
    if (found == ports.cend() || *found != port)
        return false;
    quint32 place = list.places.at(std::distance(ports.cbegin(), found));
    if (place >= list.commonCount) {
        const auto rest = static_cast<quint32>(ports.size()) - list.commonCount;
        place = list.commonCount + (place - list.commonCount + rest - startOf(host, rest)) % rest;
    }
    return place % m_shard.count == firstPlace(host.number);
}

/// Where the host's ports of this part begin in its order.
quint32 Plan::firstPlace(quint64 host) const
{
    const quint64 count = m_shard.count;
    return static_cast<quint32>((m_shard.number - 1 + count - host % count) % count);
}

/// Of a host with so many ports, how many are in this part.
quint32 Plan::countOfPart(quint64 host, quint32 ports) const
{
    const quint32 first = firstPlace(host);
    return ports > first ? (ports - first - 1) / m_shard.count + 1 : 0;
}

quint16 Plan::portInOrder(const PlannedHost &host, quint32 place) const
{
    const PortList &list = m_portLists.at(host.portList);
    if (place < list.commonCount)
        return list.ports.at(place);
    const auto rest = static_cast<quint32>(list.ports.size()) - list.commonCount;
    return list.ports.at(list.commonCount
                         + (place - list.commonCount + startOf(host, rest)) % rest);
}

quint32 Plan::startOf(const PlannedHost &host, quint32 ports) const
{
    return static_cast<quint32>(mixed(m_seed ^ mixed(host.number)) % ports);
}

} // namespace roadstead
