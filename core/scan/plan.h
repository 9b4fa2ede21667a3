// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a scan probes, in which order, without a list of it: the n-th host and a host's n-th port
// are computed. So a /8 takes the memory of one host, scan threads share a plan, and the same seed
// gives the same order.
//
// Hosts come in a random order, so that neighbouring probes go to different networks. A host's
// common ports come first, the same for all, because they show soonest who is there; the rest
// follows shuffled, and every host begins at another place of it.
//
// Of a part of a scan (Shard) a host's ports are every n-th of that order. Hosts keep their numbers
// and their turns, so that parts can be joined; some may have no port in a part.

#pragma once

#include "core/scan/shard.h"
#include "core/target/targetspec.h"

#include <QHash>
#include <QStringList>

namespace roadstead {

/// One host of a plan.
struct PlannedHost
{
    quint32 number = 0; ///< its rank by address
    Address address;
    quint32 portList = 0; ///< which of the plan's

    friend bool operator==(const PlannedHost &, const PlannedHost &) = default;
};

/// What is left to scan when names are resolved and excludes are taken away.
struct PlanInput
{
    AddressSet addresses; ///< on `ports`
    PortSet ports;
    QList<PinnedTarget> pinned; ///< further (address, port) pairs; may overlap the others
    QList<quint16> portsFirst; ///< in this order, as far as they are asked for
    QHash<Address, QStringList> names; ///< as typed
    quint64 seed = 0;
    Shard shard = {}; ///< which part of all that
};

/// Immutable; may be read from any thread.
class Plan
{
public:
    explicit Plan(const PlanInput &input);

    [[nodiscard]] quint64 size() const { return m_size; } ///< probes in all
    /// Turns, and numbers of hosts: as many as there are hosts, in every part.
    [[nodiscard]] quint64 hostCount() const { return m_hosts.size(); }
    /// Hosts that have a port in this part.
    [[nodiscard]] quint64 scannedHostCount() const { return m_scannedHosts; }
    /// The host whose turn comes `turn`-th.
    [[nodiscard]] PlannedHost hostAt(quint64 turn) const;
    [[nodiscard]] quint32 portCount(const PlannedHost &host) const;
    /// The host by its number.
    [[nodiscard]] PlannedHost host(quint32 number) const;
    /// Whether that port of the host is in this part.
    [[nodiscard]] bool contains(const PlannedHost &host, quint16 port) const;
    /// The host's port whose turn comes `turn`-th.
    [[nodiscard]] quint16 portAt(const PlannedHost &host, quint32 turn) const;
    [[nodiscard]] quint64 seed() const { return m_seed; }
    [[nodiscard]] QStringList namesOf(const Address &address) const
    {
        return m_names.value(address);
    }

private:
    struct PortList
    {
        QList<quint16> ports; ///< in the order of probing
        quint32 commonCount = 0; ///< of them, the first
        PortSet set; ///< the same ports, ascending
        QList<quint16> places; ///< where each port of the set is in `ports`
    };
    struct Size
    {
        quint64 hosts = 0;
        quint64 ports = 0;
    };

    [[nodiscard]] static PortList ordered(const PortSet &ports, const PlanInput &input);
    void addPinned(const PlanInput &input);
    [[nodiscard]] quint16 portInOrder(const PlannedHost &host, quint32 place) const;
    /// Where the order begins in the list: it wraps around.
    [[nodiscard]] quint32 startOf(const PlannedHost &host, quint32 ports) const;
    [[nodiscard]] quint32 firstPlace(quint64 host) const;
    [[nodiscard]] quint32 countOfPart(quint64 host, quint32 ports) const;
    [[nodiscard]] Size measured() const;

    AddressSet m_hosts;
    QHash<Address, QStringList> m_names;
    QList<PortList> m_portLists; ///< the first is that of hosts without one of their own
    QHash<Address, quint32> m_ownPortLists;
    quint64 m_size = 0;
    quint64 m_scannedHosts = 0;
    quint64 m_seed = 0;
    Shard m_shard;
};

} // namespace roadstead
