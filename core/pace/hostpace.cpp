// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/hostpace.h"

#include <algorithm>
#include <utility>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
/// From one try to the next, at least, so that a burst of losses does not take both.
constexpr Duration kSpacing = 150ms;
/// One in eight is a retry or a canary when these are wanted: enough to know soon, few enough that
/// finding open ports comes first.
constexpr int kProbesPerSample = 8;
constexpr int kProbesPerCanary = 4; ///< small scans have no time for fewer
/// Where nearly all is silent only canaries tell of a path that is overloaded: so many in each
/// window, and no fewer than one of a hundred probes.
constexpr int kCanariesPerWindow = 4;
constexpr int kProbesPerSteadyCanary = 100;
/// Retries until the share of them that is answered says something, and how many it remembers.
constexpr double kFewestRetries = 8;
constexpr double kRetryMemory = 128;
/// With more, too few retries are answered to tell loss from a firewall.
constexpr double kMostLoss = 0.9;
/// When the kernel sends a SYN again for the first time (RFC 6298, 2.1).
constexpr Duration kKernelTimeout = 1s;
/// What neighbours of a host are worth as evidence of its path: the link is the same, the host not.
constexpr double kMostPriorWeight = 20;
constexpr double kFewestForPrior = 20;
} // namespace

HostPace::HostPace(const PaceSettings &settings, const NetworkPrior &prior,
                   std::shared_ptr<NetworkPace> network)
    : m_rtt(settings)
    , m_target(settings.missTarget, settings.minTries, settings.maxTries)
    , m_window(settings)
    , m_network(std::move(network))
    , m_pairs(kSpacing)
{
    if (prior.rtt)
        m_rtt.setPrior(*prior.rtt, prior.rttVariation);
    const double samples = prior.successes + prior.losses;
    if (samples < kFewestForPrior)
        return;
    m_loss.setPrior(prior.losses / samples, kMostPriorWeight);
    m_icmpLoss = m_loss;
}

/// While a queue grows every answer comes later than any before, and an estimate comes too late:
/// what is given up for that is sent again, into the same queue.
Duration HostPace::timeout(int attempt) const
{
    return m_rtt.timeout(attempt == 1 && m_window.isQueueGrowing() ? 2 : attempt);
}

Duration HostPace::retryPause(int attempt) const
{
    return std::max(Duration::zero(), kSpacing - timeout(attempt));
}

void HostPace::onSent(const ProbeSent &sent)
{
    m_window.setTimes(m_rtt.rtt().value_or(Duration::zero()), timeout(std::max(1, sent.attempt)));
    m_window.onSent(sent.now, sent.inFlight);
    countSent(sent.now);
    if (sent.attempt == 0) {
        m_sentSinceCanary = 0;
        m_pairs.onSent(sent.now);
        return;
    }
    ++m_sentSinceCanary;
    m_sentSinceRetry = sent.attempt > 1 ? 0 : m_sentSinceRetry + 1;
}

/// By the network's rate, in turn with its other hosts.
void HostPace::countSent(TimePoint now)
{
    if (!m_network)
        return;
    if (!m_membership)
        m_membership = m_network->join();
    CongestionWindow &window = m_network->window();
    window.setTimes(m_rtt.rtt().value_or(Duration::zero()), timeout(2));
    window.onSentTo(now, m_network->isAtLimit(m_nextByNetwork, now));
    m_nextByNetwork = m_network->reserve(now);
    m_window.setShared(isShared());
    m_window.setBackgroundLoss(isShared() ? window.recentLoss() : 0);
}

void HostPace::onAnswer(const AnswerSeen &answer)
{
    if (!std::exchange(m_hasAnswered, true) && m_network)
        m_window.seedLeastRtt(m_network->window(), answer.now);
    const Duration rtt = answer.rtt.value_or(answer.now - answer.sentAt);
    // On a path that takes longer than a second the kernel always sends again before an answer
    // comes.
    const bool isSlow = m_rtt.rtt().value_or(rtt) >= kKernelTimeout;
    if (answer.synRetransmissions == 0 || isSlow)
        m_rtt.addSample(answer.synRetransmissions == 0 ? rtt : answer.now - answer.sentAt);
    const int retransmissions = isSlow ? 0 : answer.synRetransmissions;
    LossEstimator &loss = answer.kind == AnswerKind::Tcp ? m_loss : m_icmpLoss;
    loss.addAnswer(answer.attempt);
    loss.add(0, retransmissions);
    if (answer.kind == AnswerKind::Tcp) {
        m_window.setHasCanary();
        if (answer.attempt > 0)
            ++m_answeringPorts;
        else
            onCanaryEnded(answer.sentAt, false);
    } else {
        m_icmp.onTried(true);
    }
    if (answer.attempt > 1 && (answer.kind == AnswerKind::Tcp || !m_icmp.isLimited()))
        onRetried(true);
    m_window.onAnswered(answer.sentAt, answer.now, answer.inFlight, rtt);
    if (m_network)
        m_network->window().onAnsweredBy(answer.sentAt, answer.now, m_window);
    forgetOverload();
}

void HostPace::onSilence(const SilenceSeen &silence)
{
    using Kind = CongestionWindow::Silence;
    Kind kind = Kind::Vouched;
    if (silence.isOutage) {
        kind = Kind::Doubted; // nobody knows how long it will be so
        m_pairs.onVoid(silence.sentAt);
    } else if (silence.attempt == 0) {
        m_loss.add(0, 1);
        onCanaryEnded(silence.sentAt, true);
        kind = Kind::Canary; // it counts whoever vouches: that port does answer
    } else if (!m_hasAnswered) {
        kind = Kind::Unheard;
    } else if (!silence.isVouched) {
        kind = Kind::Doubted;
    } else {
        m_icmp.onTried(false);
        if (silence.attempt > 1)
            onRetried(false);
    }
    m_window.onSilent(silence.sentAt, silence.now, silence.inFlight, kind);
    if (m_network)
        m_network->window().onSilent(silence.sentAt, silence.now, silence.inFlight, kind);
    forgetOverload();
}

void HostPace::forgetOverload()
{
    TimePoint until = m_window.overloadedUntil();
    if (m_network)
        until = std::max(until, m_network->window().overloadedUntil());
    if (std::exchange(m_overloadSeen, until) == until)
        return;
    forgetLosses();
}

void HostPace::forgetLosses()
{
    m_loss.forget();
    m_icmpLoss.forget();
    m_retries = m_answeredRetries = 0;
    m_window.setSilenceIsLoss(-1);
}

void HostPace::onCanaryEnded(TimePoint sentAt, bool wasLost)
{
    m_pairs.onEnded(sentAt, wasLost);
    while (const auto isFollowerLost = m_pairs.takeFollower())
        m_loss.addFollower(*isFollowerLost);
}

void HostPace::onCancelled(TimePoint sentAt)
{
    m_pairs.onVoid(sentAt);
    m_window.onCancelled(sentAt);
    if (m_network)
        m_network->window().onCancelled(sentAt);
}

/// Of the silences that were losses all but the share p are answered at the next try.
void HostPace::onRetried(bool wasAnswered)
{
    m_retries += 1;
    m_answeredRetries += wasAnswered ? 1 : 0;
    if (m_retries > kRetryMemory) {
        m_answeredRetries *= kRetryMemory / m_retries;
        m_retries = kRetryMemory;
    }
    if (m_retries < kFewestRetries)
        return;
    const double answerable = 1 - std::min(kMostLoss, lossEvidence().mean());
    const double share = std::min(1.0, m_answeredRetries / m_retries / answerable);
    m_window.setSilenceIsLoss(share);
}

bool HostPace::prefersRetry() const
{
    return m_sentSinceRetry >= kProbesPerSample;
}

bool HostPace::wantsMeasurement(quint64 silentPorts) const
{
    if (m_answeringPorts == 0 || m_sentSinceCanary < kProbesPerCanary)
        return false;
    const bool isMostlySilent = silentPorts > 4 * m_answeringPorts;
    const bool wantsAnswers =
        m_window.wantsAnswers() || (isShared() && m_network->window().wantsAnswers());
    const int every = wantsAnswers ? kProbesPerCanary
                                   : std::clamp(window() / kCanariesPerWindow, kProbesPerSample,
                                                kProbesPerSteadyCanary);
    if (isMostlySilent && m_sentSinceCanary >= every)
        return true;
    return m_target.isMeasuringWorth(m_loss, tally(silentPorts));
}

int HostPace::neededTries(quint64 silentPorts) const
{
    return m_target.neededTries(lossEvidence(), tally(silentPorts));
}

double HostPace::missChance(int tries, quint64 silentPorts) const
{
    return MissTarget::missChance(lossEvidence(), tally(silentPorts), tries);
}

PaceLimit HostPace::limitedBy() const
{
    const bool isCut = m_window.isCut() || (isShared() && m_network->window().isCut());
    return isCut ? PaceLimit::Path : PaceLimit::None;
}

NetworkPrior HostPace::experience() const
{
    const LossEstimator &evidence = lossEvidence();
    return {.rtt = m_rtt.rtt(),
            .rttVariation = m_rtt.variation(),
            .successes = evidence.samples() - evidence.losses(),
            .losses = evidence.losses()};
}

const LossEstimator &HostPace::lossEvidence() const
{
    const bool isIcmpAll = m_loss.samples() <= 0 && !m_icmp.isLimited();
    return isIcmpAll ? m_icmpLoss : m_loss;
}

PortTally HostPace::tally(quint64 silentPorts) const
{
    return {.answering = m_answeringPorts, .silent = silentPorts};
}

} // namespace roadstead
