// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/neighbourgate.h"

#include <algorithm>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
constexpr int kScouts = 4; ///< under way at once
/// By then the table tells of what the scouts asked for, and a live host on our link has answered.
constexpr Duration kFirstCheck = 25ms;
constexpr Duration kCheckInterval = 100ms;
/// The kernel gives up after 3.06 s (measured); a probe that waits for it has a little longer.
constexpr Duration kNeighbourPatience = 3'500ms;
} // namespace

NeighbourGate::NeighbourGate(bool isOpen)
    : m_stage(isOpen ? Stage::Open : Stage::Scouting)
{}

bool NeighbourGate::lets(int underWay) const
{
    // When the kernel gave up on one, the others are about to say so too.
    return isOpen() || underWay < (m_failedPort ? 1 : kScouts);
}

std::optional<TimePoint> NeighbourGate::nextCheck() const
{
    return isOpen() ? std::nullopt : m_check;
}

bool NeighbourGate::wantsCheck(TimePoint now) const
{
    const auto check = nextCheck();
    return check && *check <= now;
}

void NeighbourGate::onSent(TimePoint now)
{
    if (!m_check)
        m_check = now + kFirstCheck;
}

void NeighbourGate::onChecked(NeighbourState state, TimePoint now)
{
    m_check = now + kCheckInterval;
    if (state == NeighbourState::Unresolved) {
        m_stage = Stage::Unresolved;
        return;
    }
    if (state == NeighbourState::Failed)
        return; // the probes are about to say so
    if (isUnresolved())
        m_resolvedAt = now;
    open();
}

std::optional<TimePoint> NeighbourGate::deadline(TimePoint sentAt, Duration patience,
                                                 TimePoint now) const
{
    TimePoint deadline{};
    if (isUnresolved())
        deadline = std::min(sentAt + kNeighbourPatience, now + kCheckInterval);
    else if (m_resolvedAt && sentAt < *m_resolvedAt)
        deadline = *m_resolvedAt + patience; // it left the kernel only then
    return deadline > now ? std::optional(deadline) : std::nullopt;
}

bool NeighbourGate::hasFailed(NeighbourState state, TimePoint sentAt, TimePoint now) const
{
    if (!isUnresolved())
        return false;
    return state == NeighbourState::Failed
           || (state == NeighbourState::Unresolved && now - sentAt >= kNeighbourPatience);
}

bool NeighbourGate::onFailed(quint16 port)
{
    if (!m_failedPort)
        m_failedPort = port;
    return m_failedPort != port;
}

} // namespace roadstead
