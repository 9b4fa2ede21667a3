// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/queuewatch.h"

#include <algorithm>
#include <utility>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
/// If it lasts for longer it is a change of route.
constexpr Duration kMemory = 3s;
constexpr Duration kLongMemory = 15s;
/// A round trip that grew by so much, and by a quarter, shows a queue rather than chance.
constexpr Duration kQueueing = 10ms;
/// Twice as much, in the quickest of four answers, is too long a queue whatever the jitter.
constexpr int kFewAnswers = 4;
/// The interval and the target of CoDel (RFC 8289, 4.2 and 4.3). The quickest of eight answers is
/// late by an eighth of the round trip where the path varies by its half.
constexpr Duration kSpan = 100ms;
constexpr int kSpanAnswers = 8;
constexpr Duration kStanding = 5ms;
constexpr int kStandingShare = 8;
constexpr int kSilentShare = 4; ///< silences for each answer

double secondsOf(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}
} // namespace

void QueueWatch::onAnswered(TimePoint sentAt, TimePoint now, Duration rtt)
{
    lookAtLeast(rtt, now);
    m_last = rtt;
    m_roundTrip = leastRtt();
    const Duration tolerated = std::max(kQueueing, m_roundTrip / 4);
    m_isQueueing = rtt > m_roundTrip + tolerated;
    m_late = m_isQueueing ? m_late + 1 : 0;
    m_leastOfFew = std::min(m_leastOfFew, rtt);
    if (++m_few == kFewAnswers) {
        m_isFull = m_leastOfFew > m_roundTrip + 2 * tolerated;
        m_leastOfFew = Duration::max();
        m_few = 0;
    }
    addToSpan(sentAt, rtt - m_roundTrip);
}

bool QueueWatch::isGrowing() const
{
    return m_late >= kFewAnswers;
}

void QueueWatch::onAnsweredBy(const QueueWatch &host, TimePoint sentAt, TimePoint now)
{
    lookAtLeast(host.m_last, now);
    m_roundTrip = host.m_roundTrip;
    m_isQueueing = host.m_isQueueing;
    m_isFull = host.m_isFull;
    addToSpan(sentAt, host.m_last - host.m_roundTrip);
}

void QueueWatch::lookAtLeast(Duration rtt, TimePoint now)
{
    if (now - m_leastSince >= (m_isKeptShort ? kLongMemory : kMemory)) {
        m_leastBefore = m_least;
        m_least = rtt;
        m_leastSince = now;
    }
    m_least = std::min(m_least, rtt);
}

void QueueWatch::addToSpan(TimePoint sentAt, Duration queued)
{
    if (sentAt < m_spanSince)
        return;
    m_leastQueued = std::min(m_leastQueued, queued);
    ++m_answered;
}

std::optional<QueueWatch::Span> QueueWatch::takeSpan(TimePoint now)
{
    if (m_answered < kSpanAnswers || now - m_spanSince < kSpan)
        return std::nullopt;
    const double seconds = secondsOf(now - m_spanSince);
    const Span span{.seconds = seconds,
                    .rate = m_sent / seconds,
                    .queue = secondsOf(std::exchange(m_leastQueued, Duration::max())),
                    .tolerated = secondsOf(std::max(kStanding, m_roundTrip / kStandingShare)),
                    .roundTrip = secondsOf(m_roundTrip),
                    .isSilent = m_silent >= kSilentShare * m_answered};
    m_spanSince = now;
    m_sent = m_silent = m_answered = 0;
    return span;
}

void QueueWatch::seedLeastRtt(Duration rtt, TimePoint now)
{
    m_leastBefore = rtt;
    m_leastSince = now;
}

void QueueWatch::forgetLeastRtt()
{
    m_least = m_leastBefore = Duration::max();
    m_isFull = false;
}

} // namespace roadstead
