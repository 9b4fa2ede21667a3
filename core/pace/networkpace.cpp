// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/networkpace.h"

namespace roadstead {

namespace {
/// Timers ring late by a millisecond or two; what was missed may be sent at once.
constexpr Duration kLateness = std::chrono::milliseconds(2);
} // namespace

TimePoint NetworkPace::reserve(TimePoint now)
{
    if (!isShared() || m_window.rate() <= 0)
        return now;
    const std::chrono::duration<double> interval(1 / m_window.rate());
    m_next = std::max(m_next, now - kLateness) + std::chrono::ceil<Duration>(interval);
    return m_next;
}

bool NetworkPace::isAtLimit(TimePoint reserved, TimePoint now) const
{
    return m_window.rate() <= 0 || now - reserved <= kLateness;
}

} // namespace roadstead
