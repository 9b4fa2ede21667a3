// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a scan probes, in which order, without a list of it: the n-th probe is computed from n. So a
// /8 takes the memory of one host, scan threads share a plan by striding through it, and the same
// seed gives the same order.
//
// Order: hosts in groups of a thousand; within a group port by port, the common ports first and the
// rest shuffled, and for each port the group's hosts in a random order of their own. Neighbouring
// probes so go to different hosts, no host sees its ports in a row, and a group's hosts are done
// before the next group's begin.

#pragma once

#include "core/target/targetspec.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace roadstead {

/// One probe of a plan.
struct PlannedProbe
{
    quint32 host = 0; ///< the plan's number of the host: its rank by address
    quint16 port = 0;
    Address address;

    friend bool operator==(const PlannedProbe &, const PlannedProbe &) = default;
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
};

/// Immutable; may be read from any thread.
class Plan
{
public:
    explicit Plan(const PlanInput &input);

    [[nodiscard]] quint64 size() const { return m_size; } ///< probes in all
    [[nodiscard]] quint64 hostCount() const { return m_hosts.size(); }
    [[nodiscard]] PlannedProbe at(quint64 index) const;
    [[nodiscard]] QStringList namesOf(const Address &address) const
    {
        return m_names.value(address);
    }

private:
    /// Addresses that share a port list.
    struct Segment
    {
        quint64 firstIndex = 0;
        AddressSet addresses;
        QList<quint16> ports; ///< in the order of probing
        quint64 hostCount = 0; ///< addresses.size(), kept because it is asked for at every probe
        bool isAllHosts = false; ///< its ranks are the plan's numbers
    };

    void addSegment(const AddressSet &addresses, const PortSet &ports, const PlanInput &input);
    [[nodiscard]] quint32 rankOf(const Address &address) const;

    AddressSet m_hosts; ///< all of them
    QHash<Address, QStringList> m_names;
    std::vector<Segment> m_segments;
    quint64 m_size = 0;
    quint64 m_seed = 0;
};

} // namespace roadstead
