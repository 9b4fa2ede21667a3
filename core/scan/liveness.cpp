// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/liveness.h"

#include <algorithm>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
/// How long after an answered probe another may be sent and still have seen the same network. Less
/// than there is between two tries of a port (HostPace::retryPause()), so that no outage, however
/// it falls, makes both count.
constexpr Duration kVouchAfter = 80ms;
/// And before one.
constexpr Duration kVouchBefore = 250ms;
/// So that a canary is never farther than that from the probes it vouches for.
constexpr Duration kCanaryInterval = 80ms;
constexpr Duration kCanaryRetry = 250ms;
constexpr Duration kCoalesce = 20ms;
constexpr size_t kCanaryPorts = 3;
} // namespace

Liveness::Liveness(Duration longestTimeout)
    : m_memory(longestTimeout + kVouchBefore + kVouchAfter)
{}

void Liveness::onAnswer(TimePoint sentAt, TimePoint now)
{
    m_lastAnswer = now;
    m_wantsIntroduction = false;
    m_canarySilences = 0;
    m_doubtedSince.reset();
    m_isGivenUp = false;
    m_isCanaryUnderWay = false;
    remember(sentAt);
}

void Liveness::remember(TimePoint sentAt)
{
    m_firstAnsweredSend = std::min(m_firstAnsweredSend.value_or(sentAt), sentAt);
    const auto after = std::upper_bound(m_answeredSends.begin(), m_answeredSends.end(), sentAt);
    if (after != m_answeredSends.begin() && sentAt - *std::prev(after) < kCoalesce)
        return;
    m_answeredSends.insert(after, sentAt);
    while (m_answeredSends.back() - m_answeredSends.front() > m_memory)
        m_answeredSends.pop_front();
}

void Liveness::addCanary(quint16 port)
{
    if (m_canaries.size() < kCanaryPorts
        && std::find(m_canaries.cbegin(), m_canaries.cend(), port) == m_canaries.cend())
        m_canaries.push_back(port);
}

void Liveness::learnCanary(quint16 port, TimePoint now)
{
    m_wantsIntroduction = !m_lastAnswer;
    remember(now); // nearly: threads tell each other every 50 ms
    addCanary(port);
}

bool Liveness::onSilence(TimePoint sentAt, TimePoint now)
{
    m_sawSilence = true;
    if (m_isGivenUp || m_canaries.empty() || sentAt < *m_firstAnsweredSend || isVouchedFor(sentAt))
        return true;
    if (!m_doubtedSince)
        m_doubtedSince = now;
    return false;
}

void Liveness::onCanarySent(TimePoint now)
{
    m_lastCanary = now;
    m_isCanaryUnderWay = true;
    m_wantsIntroduction = false;
}

bool Liveness::onCanarySilence(TimePoint sentAt, TimePoint now)
{
    m_isCanaryUnderWay = false;
    if (!m_doubtedSince && isVouchedFor(sentAt))
        return true;
    ++m_canarySilences;
    if (!m_doubtedSince && !m_isGivenUp)
        m_doubtedSince = now;
    return false;
}

void Liveness::restartPatience(TimePoint now)
{
    if (m_doubtedSince)
        m_doubtedSince = now;
    m_canarySilences = 0;
}

void Liveness::giveUp()
{
    m_isGivenUp = true;
    m_doubtedSince.reset();
}

Duration Liveness::doubtedFor(TimePoint now) const
{
    return m_doubtedSince ? now - *m_doubtedSince : Duration::zero();
}

bool Liveness::wantsCanary(bool isWaiting, TimePoint now) const
{
    if (m_canaries.empty() || m_isGivenUp)
        return false;
    if (m_wantsIntroduction)
        return true;
    if (isDoubted()) {
        const auto next = nextCanary();
        return next && *next <= now;
    }
    if (!m_sawSilence && !isWaiting)
        return false;
    // While everything answers, what is under way will vouch for what is sent now.
    const TimePoint last =
        m_sawSilence ? m_answeredSends.back() : m_lastAnswer.value_or(*m_firstAnsweredSend);
    return now - std::max(last, m_lastCanary.value_or(last)) >= kCanaryInterval;
}

std::optional<TimePoint> Liveness::nextCanary() const
{
    if (m_isCanaryUnderWay)
        return std::nullopt;
    // The first goes at once, the next ones with a pause.
    if (m_canarySilences == 0 || !m_lastCanary)
        return m_doubtedSince;
    return *m_lastCanary + kCanaryRetry;
}

quint16 Liveness::takeCanary()
{
    return m_canaries.at(m_nextCanary++ % m_canaries.size());
}

bool Liveness::isVouchedFor(TimePoint sentAt) const
{
    const auto after = std::lower_bound(m_answeredSends.cbegin(), m_answeredSends.cend(),
                                        sentAt - kVouchAfter - kCoalesce);
    return after != m_answeredSends.cend() && *after <= sentAt + kVouchBefore;
}

} // namespace roadstead
