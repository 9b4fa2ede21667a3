// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A host of our own link that does not answer ARP costs the kernel three seconds to give up on, and
// until then everything sent to it waits in the kernel. So the first few probes are scouts: as long
// as the neighbour is unresolved no more are sent and theirs is not called silence. If the kernel
// gives up on two of them, the host is proven down.

#pragma once

#include "core/pace/clock.h"
#include "core/probe/evidence.h"

#include <QtGlobal>

#include <optional>

namespace roadstead {

/// Whether more than scouts may be sent to a host. Pure logic, told what happened and when.
class NeighbourGate
{
public:
    explicit NeighbourGate(bool isOpen = false);

    /// It does not matter (any more) whether the host is a neighbour.
    [[nodiscard]] bool isOpen() const { return m_stage == Stage::Open; }
    /// The kernel is still asking for the neighbour, as far as is known.
    [[nodiscard]] bool isUnresolved() const { return m_stage == Stage::Unresolved; }
    /// Whether one more may be sent where so many are under way.
    [[nodiscard]] bool lets(int underWay) const;
    /// When the neighbour table has to be asked next; nothing if it has not.
    [[nodiscard]] std::optional<TimePoint> nextCheck() const;
    /// That is due.
    [[nodiscard]] bool wantsCheck(TimePoint now) const;
    /// What the table says.
    void onChecked(NeighbourState state, TimePoint now);
    void onSent(TimePoint now);
    /// The host, or a router before it, answered.
    void open() { m_stage = Stage::Open; }

    /// Whether the kernel gave up on the neighbour while a probe sent at `sentAt` waited for it. If
    /// it asks again at once, for another probe, only the time tells.
    [[nodiscard]] bool hasFailed(NeighbourState state, TimePoint sentAt, TimePoint now) const;
    /// How long a probe sent at `sentAt` still waits for its neighbour to be resolved, whatever its
    /// own patience; nothing when it does not.
    [[nodiscard]] std::optional<TimePoint> deadline(TimePoint sentAt, Duration patience,
                                                    TimePoint now) const;
    /// The kernel gave up on it for this port. True if it did so for another one before.
    [[nodiscard]] bool onFailed(quint16 port);

private:
    enum class Stage : quint8 {
        Scouting, ///< the neighbour table has not been asked yet
        Unresolved, ///< it was, and the kernel is still asking for the neighbour
        Open,
    };

    Stage m_stage;
    std::optional<quint16> m_failedPort;
    std::optional<TimePoint> m_check;
    std::optional<TimePoint> m_resolvedAt;
};

} // namespace roadstead
