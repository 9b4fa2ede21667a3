// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/plan.h"

#include "core/scan/permutation.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace roadstead {

namespace {

constexpr quint64 kGroupHosts = 1'024;

/// `first` as far as in `ports`, then the rest shuffled (Fisher-Yates with our own generator: the
/// standard library's shuffle differs between platforms).
QList<quint16> probingOrder(const PortSet &ports, const QList<quint16> &first, quint64 seed)
{
    QList<quint16> order;
    order.reserve(ports.size());
    for (const quint16 port : first) {
        if (ports.contains(port) && !order.contains(port))
            order.append(port);
    }
    const PortSet rest = ports.without(PortSet(order));
    const qsizetype begin = order.size();
    order.append(rest.ports());
    for (qsizetype i = order.size() - 1; i > begin; --i) {
        const auto range = static_cast<quint64>(i - begin + 1);
        order.swapItemsAt(
            i, begin + static_cast<qsizetype>(mixed(seed + static_cast<quint64>(i)) % range));
    }
    return order;
}

/// The order of an AddressSet's elements: an IPv6 zone's addresses stay together.
auto setOrder(const Address &address)
{
    return std::tuple(address.family, address.scope, address.high, address.low);
}

/// The pinned targets as few address sets as there are different port lists, without what
/// `input.addresses` has on `input.ports` already: each pair is probed once.
std::map<QList<quint16>, AddressSet> pinnedByPorts(const PlanInput &input)
{
    QHash<Address, PortSet> portsOf;
    for (const PinnedTarget &target : input.pinned)
        portsOf[target.address] = portsOf.value(target.address).united(target.ports);
    std::map<QList<quint16>, QList<Address>> lists;
    for (auto it = portsOf.cbegin(); it != portsOf.cend(); ++it) {
        const bool isInBoth = input.addresses.contains(it.key());
        const PortSet ports = isInBoth ? it.value().without(input.ports) : it.value();
        if (!ports.isEmpty())
            lists[ports.ports()].append(it.key());
    }
    std::map<QList<quint16>, AddressSet> groups;
    for (const auto &[ports, addresses] : lists)
        groups.emplace(ports, AddressSet::of(addresses));
    return groups;
}

} // namespace

Plan::Plan(const PlanInput &input)
    : m_hosts(input.addresses)
    , m_names(input.names)
    , m_seed(input.seed)
{
    if (input.ports.isEmpty())
        m_hosts = AddressSet();
    const auto pinned = pinnedByPorts(input);
    for (const auto &[ports, addresses] : pinned)
        m_hosts.unite(addresses);
    addSegment(input.addresses, input.ports, input);
    for (const auto &[ports, addresses] : pinned)
        addSegment(addresses, PortSet(ports), input);
}

void Plan::addSegment(const AddressSet &addresses, const PortSet &ports, const PlanInput &input)
{
    if (addresses.isEmpty() || ports.isEmpty())
        return;
    Segment segment;
    segment.firstIndex = m_size;
    segment.addresses = addresses;
    segment.ports = probingOrder(ports, input.portsFirst, input.seed);
    segment.hostCount = addresses.size();
    segment.isAllHosts = segment.hostCount == m_hosts.size();
    m_size += segment.hostCount * static_cast<quint64>(segment.ports.size());
    m_segments.push_back(std::move(segment));
}

PlannedProbe Plan::at(quint64 index) const
{
    Q_ASSERT(index < m_size);
    const auto after =
        std::upper_bound(m_segments.cbegin(), m_segments.cend(), index,
                         [](quint64 i, const Segment &segment) { return i < segment.firstIndex; });
    const Segment &segment = *std::prev(after);
    const quint64 offset = index - segment.firstIndex;
    const auto portCount = static_cast<quint64>(segment.ports.size());
    const quint64 group = offset / (kGroupHosts * portCount);
    const quint64 groupSize = std::min(kGroupHosts, segment.hostCount - group * kGroupHosts);
    const quint64 inGroup = offset - group * kGroupHosts * portCount;
    const quint64 portIndex = inGroup / groupSize;
    const quint64 turn =
        Permutation(groupSize, mixed(m_seed ^ mixed(portIndex))).at(inGroup % groupSize);
    const quint64 rank = Permutation(segment.hostCount, m_seed).at(group * kGroupHosts + turn);

    PlannedProbe probe;
    probe.address = segment.addresses.at(rank);
    probe.host = segment.isAllHosts ? static_cast<quint32>(rank) : rankOf(probe.address);
    probe.port = segment.ports.at(static_cast<qsizetype>(portIndex));
    return probe;
}

quint32 Plan::rankOf(const Address &address) const
{
    quint64 low = 0;
    quint64 high = m_hosts.size();
    while (low < high) {
        const quint64 middle = low + (high - low) / 2;
        if (setOrder(m_hosts.at(middle)) < setOrder(address))
            low = middle + 1;
        else
            high = middle;
    }
    return static_cast<quint32>(low);
}

} // namespace roadstead
