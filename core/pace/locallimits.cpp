// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/locallimits.h"

#include <algorithm>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
/// Timers ring late by a millisecond or two; what was missed may be sent at once, and no more.
constexpr Duration kLateness = 2ms;
constexpr Duration kFirstPause = 5ms;
constexpr Duration kLongestPause = 500ms;
/// A shortage that outlasts this with nothing of ours under way is not ours to mend.
constexpr Duration kShortagePatience = 3s;
} // namespace

LocalLimits::LocalLimits(const Settings &settings)
    : m_settings(settings)
    , m_window(std::max(1, settings.window))
{}

TimePoint LocalLimits::notBefore() const
{
    return std::max(m_notBefore, m_nextByRate - kLateness);
}

void LocalLimits::onStarted(TimePoint now)
{
    m_isStalled = false;
    m_pause = Duration::zero();
    if (hasRate()) {
        const auto interval = std::chrono::duration_cast<Duration>(
            std::chrono::duration<double>(1 / m_settings.rate));
        m_nextByRate = std::max(m_nextByRate, now) + interval;
    }
    if (m_window >= m_settings.window)
        return;
    if (++m_startedSinceGrowth >= m_window) {
        ++m_window;
        m_startedSinceGrowth = 0;
    }
}

void LocalLimits::onShortage(int inFlight, TimePoint now)
{
    m_window = std::max(1, std::min(m_window, inFlight) / 2);
    m_startedSinceGrowth = 0;
    m_pause = m_pause == Duration::zero() ? kFirstPause : std::min(2 * m_pause, kLongestPause);
    m_notBefore = now + m_pause;
    if (inFlight > 0) {
        m_isStalled = false;
    } else if (!m_isStalled) {
        m_isStalled = true;
        m_stalledSince = now;
    }
    if (shortagePersists(now))
        m_notBefore = now; // each port still gets its own try, but no more waiting
}

bool LocalLimits::shortagePersists(TimePoint now) const
{
    return m_isStalled && now - m_stalledSince >= kShortagePatience;
}

} // namespace roadstead
