// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"
#include "core/probe/evidence.h"

#include <QHash>
#include <QSet>

namespace roadstead {

/// What this computer knows of itself and of its neighbours, read again when it is older than a
/// moment: many probes ask at once when a host is found dead. For one thread.
class Surroundings
{
public:
    /// `clock` must outlive this.
    explicit Surroundings(const Clock &clock);

    /// Loopback or an address of one of this computer's interfaces.
    [[nodiscard]] bool isOurs(const Address &address);
    [[nodiscard]] NeighbourState neighbour(const Address &address);

private:
    const Clock &m_clock;
    QSet<Address> m_own;
    QHash<Address, NeighbourState> m_neighbours;
    TimePoint m_ownReadAt;
    TimePoint m_neighboursReadAt;
    bool m_isOwnRead = false;
    bool m_areNeighboursRead = false;
};

} // namespace roadstead
