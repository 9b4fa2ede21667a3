// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of CongestionWindow that follows the queue before the narrowest part of the path.

#include "core/pace/congestionwindow.h"

#include <algorithm>
#include <cmath>

namespace roadstead {

namespace {
/// Of the rate at which a queue was seen to stand for the first time: nobody knows yet how much of
/// it the path carries, and what was sent since is on its way.
constexpr double kFirstCut = 0.7;
/// Later the queue is to be gone in so many seconds.
constexpr double kDrainSeconds = 0.2;
constexpr double kLeastDrain = 0.5;
/// A queue that is as long with so much less is none of ours: the path is longer than it was.
constexpr double kVainCut = 0.25;
constexpr double kVainQueue = 0.7;
/// Where there is none the rate doubles in two thirds of a second, and seven round trips.
constexpr double kQueueGrowth = 0.15;
constexpr double kQueueInterval = 0.1;
/// Where answers hold the probes back by themselves, a window may keep a queue, but none so long
/// that others would be late by it, or lost.
constexpr double kLongQueue = 2;

/// Of what is under way: the rest waits in the queue.
double shareWithoutQueue(const QueueWatch::Span &span)
{
    return (span.roundTrip + span.tolerated) / (span.roundTrip + span.queue);
}
} // namespace

void CongestionWindow::followQueue(TimePoint now)
{
    const auto span = m_queue.takeSpan(now);
    if (!span || m_isShared)
        return;
    if (span->queue > span->tolerated) {
        if (m_isByQueue || span->isSilent)
            cutByQueue(*span);
        else if (!m_isPaced && span->queue > kLongQueue * span->tolerated)
            m_window = std::max(m_initial, m_window * shareWithoutQueue(*span));
        return;
    }
    m_cutFrom = {};
    if (m_isByQueue && !m_isTesting && span->rate > m_rate / 2) {
        const double doublings = kQueueGrowth * span->seconds / (kQueueInterval + span->roundTrip);
        setRate(m_rate * std::exp2(std::min(1.0, doublings) * (1 - span->queue / span->tolerated)));
    }
}

void CongestionWindow::cutByQueue(const QueueWatch::Span &span)
{
    const double used = m_rate > 0 ? std::min(m_rate, span.rate) : span.rate;
    if (m_cutFrom.rate <= 0 || span.queue < m_cutFrom.queue * kVainQueue) { // it had an effect
        m_cutFrom = span;
    } else if (used < m_cutFrom.rate * kVainCut || m_rate == kLeastRate) {
        m_queue.forgetLeastRtt();
        setRateByQueue(m_cutFrom.rate);
        m_cutFrom = {};
        return;
    }
    const double surplus = span.queue - span.tolerated;
    const double drain = 1 - surplus / std::max(span.seconds, kDrainSeconds);
    setRateByQueue(used * (m_isPaced ? std::max(kLeastDrain, drain) : kFirstCut));
}

/// Losses of before say nothing of that rate.
void CongestionWindow::setRateByQueue(double rate)
{
    setRate(rate);
    m_isPaced = m_isByQueue = true;
    m_isTesting = false;
    m_epoch = {};
    m_slices.clear();
    m_queue.setIsKeptShort(true);
}

} // namespace roadstead
