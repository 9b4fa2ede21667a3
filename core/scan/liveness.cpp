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
/// In doubt: the first few close together, in case one was lost by chance (at 28 % loss all four
/// are in one case of two hundred), then fewer and fewer.
constexpr Duration kFirstCanaries = 25ms;
/// A thread that is about to have an answer of its own needs no introduction.
constexpr Duration kIntroductionDelay = 30ms;
constexpr Duration kCanaryRetry = 250ms;
constexpr int kQuickCanaries = 4;
constexpr size_t kMostCanariesInDoubt = 8; ///< under way; thousands of hosts may be doubted at once
constexpr Duration kCoalesce = 20ms;
constexpr size_t kCanaryPorts = 3;
} // namespace

Liveness::Liveness(Duration longestTimeout)
    : m_memory(longestTimeout + kVouchBefore + kVouchAfter)
{}

void Liveness::onAnswer(TimePoint sentAt, TimePoint now)
{
    m_lastAnswer = now;
    m_introductionDue.reset();
    m_canarySilences = 0;
    m_doubtedSince.reset();
    m_isGivenUp = false;
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

void Liveness::addCanary(quint16 port, bool isOpen)
{
    const auto isSame = [port](const Canary &canary) { return canary.port == port; };
    if (std::any_of(m_canaries.cbegin(), m_canaries.cend(), isSame))
        return;
    if (m_canaries.size() < kCanaryPorts) {
        m_canaries.push_back({.port = port, .isOpen = isOpen});
        return;
    }
    const auto open = std::find_if(m_canaries.begin(), m_canaries.end(),
                                   [](const Canary &canary) { return canary.isOpen; });
    if (!isOpen && open != m_canaries.end())
        *open = {.port = port, .isOpen = false};
}

void Liveness::learnCanary(quint16 port, bool isOpen, TimePoint now)
{
    if (!m_lastAnswer)
        m_introductionDue = now + kIntroductionDelay;
    remember(now); // nearly: threads tell each other every 50 ms
    addCanary(port, isOpen);
}

Liveness::Belief Liveness::onSilence(TimePoint sentAt, TimePoint now)
{
    m_sawSilence = true;
    const Belief belief = judge(sentAt, now);
    if (belief != Belief::Counts)
        doubtUnlessBack(sentAt, now);
    return belief;
}

Liveness::Belief Liveness::judge(TimePoint sentAt, TimePoint now) const
{
    if (m_isGivenUp || m_canaries.empty() || sentAt < *m_firstAnsweredSend || isVouchedFor(sentAt))
        return Belief::Counts;
    const TimePoint last = sentAt + kVouchBefore;
    const auto mayVouch = [&](TimePoint canary) {
        return canary >= sentAt - kVouchAfter && canary <= last;
    };
    const bool isOpen =
        now <= last
        || std::any_of(m_canariesUnderWay.cbegin(), m_canariesUnderWay.cend(), mayVouch);
    return isOpen ? Belief::Open : Belief::Void;
}

/// An answer to something that was sent later shows that the host is there by now.
void Liveness::doubtUnlessBack(TimePoint sentAt, TimePoint now)
{
    if (m_doubtedSince || m_isGivenUp
        || (!m_answeredSends.empty() && m_answeredSends.back() > sentAt))
        return;
    m_doubtedSince = now;
    m_canariesInDoubt = 0;
}

void Liveness::onCanarySent(TimePoint now)
{
    m_lastCanary = now;
    m_canariesUnderWay.push_back(now);
    ++m_canariesInDoubt;
    m_introductionDue.reset();
}

void Liveness::onCanaryEnded(TimePoint sentAt)
{
    const auto canary = std::find(m_canariesUnderWay.begin(), m_canariesUnderWay.end(), sentAt);
    if (canary != m_canariesUnderWay.end())
        m_canariesUnderWay.erase(canary);
}

void Liveness::onCanarySilence(TimePoint sentAt, TimePoint now)
{
    onCanaryEnded(sentAt);
    if (!m_doubtedSince && isVouchedFor(sentAt))
        return;
    ++m_canarySilences;
    doubtUnlessBack(sentAt, now);
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
    if (m_introductionDue && *m_introductionDue <= now)
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
    if (m_canariesUnderWay.size() >= kMostCanariesInDoubt)
        return std::nullopt;
    if (m_canariesInDoubt == 0 || !m_lastCanary)
        return m_doubtedSince;
    const int doublings = std::max(0, m_canariesInDoubt - kQuickCanaries);
    const Duration interval = doublings < 4 ? kFirstCanaries * (1 << doublings) : kCanaryRetry;
    return *m_lastCanary + std::min(interval, kCanaryRetry);
}

quint16 Liveness::takeCanary()
{
    return m_canaries.at(m_nextCanary++ % m_canaries.size()).port;
}

bool Liveness::isVouchedFor(TimePoint sentAt) const
{
    const auto after = std::lower_bound(m_answeredSends.cbegin(), m_answeredSends.cend(),
                                        sentAt - kVouchAfter - kCoalesce);
    return after != m_answeredSends.cend() && *after <= sentAt + kVouchBefore;
}

} // namespace roadstead
