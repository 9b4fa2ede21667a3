// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/hostscan.h"

#include <algorithm>
#include <utility>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
constexpr Duration kPauseAtFailure = 250ms;
constexpr Duration kNoRoutePatience = 200ms;
constexpr Duration kLostRoutePatience = 60s;
/// How long a host that cannot be used may take to become so (an address that is still being set
/// up).
constexpr Duration kUnusablePatience = 3s;

/// How often silences that nobody vouched for so far are looked at, beyond when something happens.
constexpr Duration kReviewInterval = 50ms;
constexpr int kMostDoublings = 6; ///< of a canary's timeout
/// An estimate takes a microsecond or two.
constexpr quint64 kSilencesForANewEstimate = 64;

/// The host itself answered, over TCP, and will do so again.
bool isCanary(Reason reason)
{
    return reason == Reason::SynAck || reason == Reason::Reset || reason == Reason::ConnRefused;
}
} // namespace

HostScan::HostScan(const PlannedHost &host, PortQueue ports, const HostRules &rules, HostPace pace)
    : m_host(host)
    , m_scanDownHosts(rules.scanDownHosts)
    , m_fewestTries(rules.pace.minTries)
    , m_longestTimeout(rules.pace.maxTimeout)
    , m_ports(std::move(ports))
    , m_liveness(rules.pace.maxTimeout)
    , m_gate(rules.scanDownHosts)
    , m_pace(std::move(pace))
    , m_neededTries(rules.pace.minTries)
{
    if (rules.skipSilent)
        m_ports.limitTo(kPortsOfASilentHost);
}

std::optional<TimePoint> HostScan::nextTurn(TimePoint now) const
{
    if (isDown())
        return std::nullopt;
    if (m_liveness.isDoubted()) {
        const auto canary = m_liveness.nextCanary();
        return canary ? std::optional(std::max(*canary, m_notBefore)) : std::nullopt;
    }
    std::optional<TimePoint> turn;
    if (const auto due = m_ports.nextDue(now); due && maySendMore())
        turn = std::max({*due, m_notBefore, m_pace.notBefore()});
    else if (!m_ports.isEmpty() || m_underWay > 0)
        turn = m_gate.nextCheck();
    const auto atLatest = [&turn](TimePoint moment) {
        turn = std::min(turn.value_or(moment), moment);
    };
    if (!m_open.empty())
        atLatest(std::max(m_nextReview, m_notBefore));
    if (const auto due = m_liveness.introductionDue())
        atLatest(std::max(*due, m_notBefore));
    return turn;
}

std::optional<Job> HostScan::take(TimePoint now)
{
    if (isDown() || now < m_notBefore)
        return std::nullopt;
    if (!m_open.empty() && m_nextReview <= now)
        review(now);
    std::optional<Job> job;
    if (wantsCanary(now)) {
        m_liveness.onCanarySent(now);
        m_owesPort = !m_liveness.isDoubted();
        job = Job();
        job->port = m_liveness.takeCanary();
        job->purpose = Purpose::Canary;
    } else if (!m_liveness.isDoubted() && maySendMore()
               && (m_owesPort || m_pace.notBefore() <= now)) {
        job = m_ports.take(now, m_pace.prefersRetry());
        m_owesPort = false;
    }
    if (!job)
        return std::nullopt;
    m_gate.onSent(now);
    m_pace.onSent({.attempt = job->tryNumber(), .now = now, .inFlight = m_underWay});
    ++m_underWay;
    job->sentAt = now;
    return job;
}

/// One that tells whether the host is still there goes whatever the window; one that measures what
/// the path loses is a probe like others.
bool HostScan::wantsCanary(TimePoint now) const
{
    const auto introduction = m_liveness.introductionDue();
    if (m_liveness.isDoubted() || (introduction && *introduction <= now))
        return m_liveness.wantsCanary(true, now);
    if ((m_ports.isEmpty() && m_open.empty()) || m_owesPort)
        return false;
    if (m_liveness.wantsCanary(m_underWay > 0, now))
        return true;
    return m_liveness.hasCanary() && !m_liveness.isGivenUp() && maySendMore()
           && m_pace.notBefore() <= now && m_pace.wantsMeasurement(m_silentPorts);
}

void HostScan::onCancelled(const Job &job)
{
    m_pace.onCancelled(job.sentAt);
    if (job.purpose == Purpose::Canary)
        m_liveness.onCanaryEnded(job.sentAt);
    else
        m_ports.again(job);
}

/// Canaries wait longer and longer while none is answered: the path may have become slower.
Duration HostScan::timeoutOf(const Job &job) const
{
    const Duration timeout = m_pace.timeout(job.tryNumber());
    if (job.purpose != Purpose::Canary)
        return timeout;
    const int doublings = std::min(m_liveness.canarySilences(), kMostDoublings);
    return std::min(timeout * (1 << doublings), m_longestTimeout);
}

void HostScan::onSilence(Job job, const ProbeOutcome &outcome, TimePoint now)
{
    job.synRetransmissions = outcome.detail.synRetransmissions;
    if (m_liveness.onSilence(job.sentAt, now) == Liveness::Belief::Counts) {
        countSilence(job, now, now);
        return;
    }
    if (m_open.empty())
        m_nextReview = now + kReviewInterval;
    m_open.push_back({.job = job, .endedAt = now});
}

/// Of silences that nobody vouched for when they came: what is known of them now.
void HostScan::review(TimePoint now)
{
    m_nextReview = now + kReviewInterval;
    for (const OpenSilence &silence : std::exchange(m_open, {})) {
        const Job &job = silence.job;
        switch (m_liveness.judge(job.sentAt, now)) {
        case Liveness::Belief::Counts:
            countSilence(job, silence.endedAt, now);
            break;
        case Liveness::Belief::Open:
            m_open.push_back(silence);
            break;
        case Liveness::Belief::Void:
            m_pace.onSilence({.attempt = job.tryNumber(),
                              .sentAt = job.sentAt,
                              .now = silence.endedAt,
                              .isVouched = false,
                              .inFlight = m_underWay});
            m_ports.again(job);
            break;
        }
    }
}

void HostScan::countSilence(Job job, TimePoint endedAt, TimePoint now)
{
    m_pace.onSilence({.attempt = job.tryNumber(),
                      .sentAt = job.sentAt,
                      .now = endedAt,
                      .isVouched = true,
                      .inFlight = m_underWay});
    forgetVoidSilences(now);
    if (job.silences > 0 && job.era != m_era)
        job.silences = 0;
    job.era = m_era;
    if (job.sentAt < m_voidBefore) {
        m_ports.again(job);
        return;
    }
    if (job.silences == 0)
        ++m_silentPorts;
    if (isOutdated(job)) { // the earlier ones
        job.silences = 0;
        job.leastWait = Duration::max();
    }
    job.countSilence();
    job.leastWait = std::min(job.leastWait, endedAt - job.sentAt);
    job.wasBlocked = m_liveness.isGivenUp();
    estimateNeededTries(now);
    if (job.silences < (job.wasBlocked ? m_fewestTries : m_neededTries))
        m_ports.retry(job, now + m_pace.retryPause(job.silences));
    else
        m_ports.keep(job);
}

/// Often in the beginning, when each silence makes a difference.
void HostScan::estimateNeededTries(TimePoint now)
{
    if (++m_silencesSinceNeeded < std::min(m_silentPorts / 8, kSilencesForANewEstimate))
        return;
    m_silencesSinceNeeded = 0;
    const int needed = m_pace.neededTries(m_silentPorts);
    const bool isMore = needed > std::exchange(m_neededTries, needed);
    if (isMore)
        static_cast<void>(bringBack(now));
}

bool HostScan::bringBack(TimePoint now)
{
    const auto isEnough = [this](const Job &job) {
        return job.silences >= m_neededTries && !isOutdated(job);
    };
    return m_ports.bringBack(isEnough, now);
}

/// Its silences tell nothing by what is known now: it was not waited for long enough, or the host
/// had been given up and answers again.
bool HostScan::isOutdated(const Job &job) const
{
    return m_pace.isTooShort(job.leastWait) || (job.wasBlocked && !m_liveness.isGivenUp());
}

/// So much was sent that it was lost by that.
void HostScan::forgetVoidSilences(TimePoint now)
{
    if (m_pace.silenceVoidBefore() <= m_voidBefore)
        return;
    m_voidBefore = m_pace.silenceVoidBefore();
    ++m_era;
    m_silentPorts = 0;
    m_ports.forgetSilences(m_era, now);
}

bool HostScan::onCanarySilence(const Job &job, TimePoint now)
{
    // As with ports: when nothing at all was answered it tells of an outage, and not of what the
    // path loses.
    const bool counts = !m_liveness.isDoubtedSince(job.sentAt)
                        && m_liveness.judge(job.sentAt, now) == Liveness::Belief::Counts;
    m_liveness.onCanarySilence(job.sentAt, now);
    m_pace.onSilence({.attempt = 0,
                      .sentAt = job.sentAt,
                      .now = now,
                      .isOutage = !counts,
                      .inFlight = m_underWay});
    forgetVoidSilences(now);
    review(now);
    return m_liveness.isDoubted();
}

bool HostScan::isSettled(TimePoint now)
{
    if (!isIdle() || isDown())
        return false;
    m_neededTries = m_pace.neededTries(m_silentPorts);
    return m_liveness.isGivenUp() || !bringBack(now);
}

bool HostScan::maySendMore() const
{
    return m_gate.lets(m_underWay) && m_underWay < m_pace.window();
}

bool HostScan::isFinished() const
{
    return isIdle() && m_ports.keptCount() == 0 && !m_ports.hasBeyondLimit();
}

void HostScan::onVerdict(const Job &job)
{
    if (isCounted(job))
        --m_silentPorts;
}

bool HostScan::onAnswer(const Job &job, const ProbeOutcome &outcome, TimePoint now)
{
    m_liveness.onAnswer(job.sentAt, now);
    if (job.purpose == Purpose::Canary)
        m_liveness.onCanaryEnded(job.sentAt);
    m_ports.liftLimit();
    // Earlier tries that had not the time that this one took were not lost.
    const bool isFirst =
        job.purpose == Purpose::Verdict && (!isCounted(job) || now - job.sentAt >= job.leastWait);
    const int attempt = isFirst ? 1 : job.tryNumber();
    m_pace.onAnswer({.kind = isCanary(outcome.reason) ? AnswerKind::Tcp : AnswerKind::Icmp,
                     .attempt = attempt,
                     .sentAt = job.sentAt,
                     .now = now,
                     .rtt = std::chrono::microseconds(outcome.rttMicroseconds),
                     .synRetransmissions = outcome.detail.synRetransmissions,
                     .inFlight = m_underWay});
    forgetVoidSilences(now);
    if (isCanary(outcome.reason))
        m_liveness.addCanary(job.port, outcome.state == PortState::Open);
    if (job.purpose == Purpose::Canary)
        review(now);
    m_gate.open();
    const auto &icmp = outcome.detail.icmp;
    if (!isCanary(outcome.reason) && !(icmp && icmp->sender == m_host.address))
        return false; // a router's word
    return std::exchange(m_standing, Standing::Up) != Standing::Up;
}

bool HostScan::onNeighbourFailed(quint16 port)
{
    if (!m_gate.onFailed(port))
        return false;
    const bool wasDown = isDown();
    setDown();
    return isDown() && !wasDown;
}

void HostScan::setDown()
{
    if (!m_scanDownHosts && m_standing == Standing::Unknown)
        m_standing = Standing::Down;
}

void HostScan::setUp(const HostChange &change, TimePoint now)
{
    m_gate.open();
    m_standing = Standing::Up;
    m_ports.liftLimit();
    if (isCanary(change.reason))
        m_liveness.learnCanary(change.port, change.reason == Reason::SynAck, now);
}

void HostScan::restartPatience(TimePoint now)
{
    m_liveness.restartPatience(now);
    m_noRouteSince.reset();
    m_unusableSince.reset();
}

void HostScan::setBlocked(quint64 answeredPorts, TimePoint now)
{
    m_blockedSince = answeredPorts;
    m_liveness.giveUp();
    review(now);
}

void HostScan::onStarted()
{
    m_wasEverReachable = true;
    m_noRouteSince.reset();
    m_unusableSince.reset();
}

bool HostScan::confirmsNoRoute(TimePoint now)
{
    return outlasts(m_noRouteSince, m_wasEverReachable ? kLostRoutePatience : kNoRoutePatience,
                    now);
}

bool HostScan::confirmsUnusable(TimePoint now)
{
    return outlasts(m_unusableSince, kUnusablePatience, now);
}

/// Otherwise nothing goes to the host for a moment.
bool HostScan::outlasts(std::optional<TimePoint> &since, Duration patience, TimePoint now)
{
    if (!since)
        since = now;
    if (now - *since >= patience)
        return true;
    m_notBefore = now + kPauseAtFailure;
    return false;
}

} // namespace roadstead
