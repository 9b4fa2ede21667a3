// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What round trips tell of the queue before the narrowest part of a path: how much longer than the
// shortest one they are. A queue is seen there long before it is full and loses packets, and most
// of all where nearly everything is silent, so that hardly any loss can be seen. What counts is a
// queue that stands: the quickest answer of a tenth of a second was late (as CoDel looks at it, RFC
// 8289). One answer that is late may be chance.

#pragma once

#include "core/pace/clock.h"

#include <algorithm>
#include <optional>

namespace roadstead {

class QueueWatch
{
public:
    /// What was seen in a tenth of a second or more.
    struct Span
    {
        double seconds = 0;
        double rate = 0; ///< probes sent, a second
        double queue = 0; ///< the standing queue, in seconds
        double tolerated = 0; ///< in seconds: what is no more than chance
        double roundTrip = 0; ///< without a queue, in seconds
        bool isSilent = false; ///< silences were far more than answers
    };

    void onSent() { ++m_sent; }
    void onSilent() { ++m_silent; }
    void onAnswered(TimePoint sentAt, TimePoint now, Duration rtt);
    /// Of one of several hosts on the same path.
    void onAnsweredBy(const QueueWatch &host, TimePoint sentAt, TimePoint now);
    /// Once for each; only of probes that were sent in it. Then the next begins.
    [[nodiscard]] std::optional<Span> takeSpan(TimePoint now);

    /// The last answer was late.
    [[nodiscard]] bool isQueueing() const { return m_isQueueing; }
    /// The last few all were.
    [[nodiscard]] bool isGrowing() const;
    /// And very much so.
    [[nodiscard]] bool isFull() const { return m_isFull; }
    /// Without a queue. Of the last seconds, because a route may change. Duration::max() while
    /// unknown.
    [[nodiscard]] Duration leastRtt() const { return std::min(m_least, m_leastBefore); }
    /// What others of its network show: it may never see the path without a queue.
    void seedLeastRtt(Duration rtt, TimePoint now);
    /// The path turned out to be longer than it was.
    void forgetLeastRtt();
    /// Whoever keeps the queue short sees the path without one again and again, and may remember it
    /// for longer; whoever does not would take a changed route for a queue.
    void setIsKeptShort(bool isKept) { m_isKeptShort = isKept; }

private:
    void lookAtLeast(Duration rtt, TimePoint now);
    void addToSpan(TimePoint sentAt, Duration queued);

    Duration m_least{Duration::max()}; ///< of this span of time
    Duration m_leastBefore{Duration::max()}; ///< of the one before
    TimePoint m_leastSince{};
    Duration m_last{0}; ///< round trip
    Duration m_leastOfFew{Duration::max()};
    int m_few = 0;
    int m_late = 0; ///< answers in a row
    Duration m_leastQueued{Duration::max()};
    Duration m_roundTrip{0}; ///< of the host that answered last, without a queue
    TimePoint m_spanSince{};
    int m_sent = 0;
    int m_silent = 0;
    int m_answered = 0;
    bool m_isQueueing = false;
    bool m_isFull = false;
    bool m_isKeptShort = false;
};

} // namespace roadstead
