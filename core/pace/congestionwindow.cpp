// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/congestionwindow.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
/// What was under way when the first answer came is worth beginning with, up to that.
constexpr double kUnknownSilence = 128;
/// Others than silent ports that must have ended for silence to count: with half of all lost, all
/// of them are answered in one case of eight.
constexpr double kProof = 3;
/// A share of losses among the silences below which they are not counted: the share is an estimate
/// by a hundred retries, and a hundredth of ten thousand silences would drown what is known of
/// losses.
constexpr double kHarmlessShare = 0.1;
/// Samples for a judgement: utilities that differ by half are told apart at 28 % loss (3 sigma),
/// and, with more samples, by a quarter where loss is small.
constexpr double kEpochSamples = 50;
constexpr double kPacedEpochSamples = 100;
/// Loss that is no reason for an experiment: what healthy paths have, and a bit for chance.
constexpr double kHealthyLoss = 0.02;
constexpr double kLossMargin = 0.02;
constexpr double kSigmas = 3;
/// More is never the path's own: a lost probe weighs as much as an answer.
constexpr double kMostTolerated = 0.5;
/// The first experiment tells a path's own loss from too much, by halves; later ones look for the
/// best place near by.
constexpr double kFirstStep = 0.5;
constexpr double kPacedStep = 0.85;
/// So much of the utility with the lesser rate means that the rest was of no use: half way between
/// the step, which a path with room would show, and 1.
constexpr double kSameUtilityFirst = 0.8;
constexpr double kSameUtilityPaced = 0.93;
/// Growth of a rate, for each epoch without new loss. After the first cut it doubles, because the
/// window's bursts hid what the host can do; near the limit two epochs make good for a wrong step;
/// and with every epoch that goes well it becomes quicker again, since limits change.
constexpr double kFirstGrowth = 2;
constexpr double kLeastGrowth = 1.125;
constexpr double kGrowthOfGrowth = 1.25;
constexpr double kCoarseGrowth = 1.4; ///< above that, steps go by halves
/// An epoch that takes long may be judged by fewer, or a rate that is too low would stay so.
constexpr double kLongEpochSeconds = 0.5;
constexpr double kFewestSamples = 10;
/// Loss that is tolerated is doubted again after so many epochs; at half the speed for one of
/// sixteen that costs 3 %.
constexpr int kEpochsBetweenTests = 16;
constexpr double kLossWorthATest = 0.08;
/// Loss of our own making that makes all silence void. The number of times is limited, lest a path
/// that cannot be understood is scanned for ever.
constexpr double kOverload = 0.2;
constexpr int kMostOverloads = 4;
/// What may go at once although probes are spread: what a timer's millisecond or two swallow.
constexpr double kBurstSeconds = 0.004;
constexpr double kLeastBurst = 2;
/// A host that has not answered: the rate begins with the initial window in that time, and doubles
/// in it. Most round trips are shorter, so that an answer comes before the next doubling.
constexpr double kUnheardRound = 0.1;
constexpr Duration kShortestSlice = 20ms;
constexpr double kQueueStep = 0.85; // as careful as the experiments near the limit
constexpr double kLeastWindow = 2;
} // namespace

CongestionWindow::CongestionWindow(const PaceSettings &settings)
    : m_most(std::max(1, settings.perHost))
    , m_mostSilent(std::clamp(settings.silentWindow, 1, std::max(1, settings.perHost)))
    , m_initial(std::clamp(settings.initialWindow, 1, std::max(1, settings.perHost)))
    , m_window(m_mostSilent)
    , m_rate(m_initial / kUnheardRound)
    , m_tokens(m_initial)
    , m_tolerated(kHealthyLoss)
{
    m_slices.setLength(kShortestSlice);
}

CongestionWindow CongestionWindow::ofNetwork(const PaceSettings &settings)
{
    CongestionWindow all(settings);
    all.m_isHeard = true;
    all.m_rate = 0;
    return all;
}

/// While probes are spread the window only has to hold all that wait for their timeouts.
int CongestionWindow::window() const
{
    double window = m_window;
    if (m_isHeard && m_rate > 0) {
        const double waiting = m_rate * std::chrono::duration<double>(m_timeout).count();
        window = std::min(m_most, std::max(m_initial, 2 * waiting));
    }
    return std::max(1, static_cast<int>(window));
}

TimePoint CongestionWindow::notBefore() const
{
    if (m_rate <= 0 || m_tokens >= 1)
        return {};
    const std::chrono::duration<double> wait((1 - m_tokens) / m_rate);
    return m_refilledAt + std::chrono::ceil<Duration>(wait);
}

void CongestionWindow::setTimes(Duration rtt, Duration timeout)
{
    m_timeout = std::max(timeout, m_timeout - m_timeout / 64); // of the longest tries under way
    m_slices.setLength(std::max({kShortestSlice, rtt, timeout / 8}));
}

void CongestionWindow::refill(TimePoint now)
{
    const double passed = std::chrono::duration<double>(now - m_refilledAt).count();
    const bool isFirst = m_refilledAt == TimePoint{};
    m_refilledAt = now;
    if (isFirst)
        return;
    if (!m_isHeard) // no more than the window fills, whatever time passes
        m_rate = std::min(m_rate * std::exp2(std::min(1.0, passed / kUnheardRound)),
                          m_mostSilent / kUnheardRound);
    const double burst = std::max(m_isHeard ? kLeastBurst : m_initial, m_rate * kBurstSeconds);
    m_tokens = std::min(burst, m_tokens + m_rate * passed);
}

void CongestionWindow::onSent(TimePoint now, int inFlight)
{
    bool isAtLimit = (inFlight + 1) * 4 >= window() * 3;
    if (m_rate > 0) {
        refill(now);
        m_tokens -= 1;
        isAtLimit = isAtLimit || m_tokens < 1;
    }
    m_queue.onSent();
    m_slices.onSent(now, m_window, isAtLimit);
}

void CongestionWindow::onSentTo(TimePoint now, bool isAtLimit)
{
    m_queue.onSent();
    m_slices.onSent(now, m_window, isAtLimit);
}

void CongestionWindow::onAnswered(TimePoint sentAt, TimePoint now, int inFlight, Duration rtt)
{
    if (!m_isHeard)
        onFirstAnswer(inFlight);
    m_slices.onAnswered(sentAt);
    m_queue.onAnswered(sentAt, now, rtt);
    followQueue(now);
    if (!m_queue.isQueueing())
        grow(inFlight);
    judgeRipe(now);
}

void CongestionWindow::onAnsweredBy(TimePoint sentAt, TimePoint now, const CongestionWindow &host)
{
    m_queue.onAnsweredBy(host.m_queue, sentAt, now);
    followQueue(now);
    m_slices.onAnswered(sentAt);
    judgeRipe(now);
}

/// What was under way may have been too much: only answers tell. But as much as silence would let
/// it grow to is worth beginning with.
void CongestionWindow::onFirstAnswer(int inFlight)
{
    m_isHeard = true;
    m_rate = 0;
    const double borne = std::min<double>(inFlight + 1, kUnknownSilence);
    m_window = std::min(m_most, std::max(m_initial, borne));
}

void CongestionWindow::onSilent(TimePoint sentAt, TimePoint now, int inFlight, Silence kind)
{
    switch (kind) {
    case Silence::Unheard:
        m_slices.onVoid(sentAt);
        return;
    case Silence::Vouched:
        m_slices.onSilent(sentAt, false);
        m_queue.onSilent();
        break;
    case Silence::Doubted:
        m_slices.onVoid(sentAt);
        onDoubt(sentAt, now, inFlight);
        break;
    case Silence::Canary:
        m_slices.onSilent(sentAt, true);
        break;
    }
    judgeRipe(now);
}

/// Only a window that is used may grow (RFC 7661), and none while a rate holds.
void CongestionWindow::grow(int inFlight)
{
    if (m_rate <= 0 && (inFlight + 1) * 2 >= window())
        m_window = std::min(m_most, m_window + 1);
}

/// What was sent before the last change proves nothing of what it did.
void CongestionWindow::growBySilence(TimePoint now)
{
    const double samples = m_proof.resolved(lossShare());
    if (samples < kProof && (m_hasCanary || m_window >= kUnknownSilence))
        return;
    const bool isProven = m_proof.lost(lossShare()) <= m_tolerated * samples + 0.5;
    const PaceEpoch proof = std::exchange(m_proof, {});
    if (m_rate > 0)
        return;
    if (m_queue.isFull()) {
        shrinkQueue();
        m_changedAt = now;
    } else if (isProven && !m_queue.isQueueing() && proof.wasFull() && proof.silent > 0) {
        m_window = std::min(m_most, m_window + std::min(m_window, proof.silent));
        m_changedAt = now;
    }
}

/// If nothing is left to be spared the queue is none of ours: the path is longer than it was.
void CongestionWindow::shrinkQueue()
{
    const bool isLeast = m_rate > 0 ? m_rate <= kLeastRate : m_window <= kLeastWindow;
    if (isLeast) {
        m_queue.forgetLeastRtt();
    } else if (m_rate > 0) {
        setRate(m_rate * kQueueStep);
    } else {
        m_window = std::max(kLeastWindow, m_window * kQueueStep);
    }
}

/// All that was under way fell silent: either the path is gone for a while or a window was too much
/// for it. Once for all that was sent before. A rate that was found stays: too much of it would
/// still have let some through.
void CongestionWindow::onDoubt(TimePoint sentAt, TimePoint now, int inFlight)
{
    if (sentAt <= m_lastDoubt)
        return;
    m_lastDoubt = now;
    const double used = std::min<double>(m_window, inFlight + 1);
    m_window = std::max(std::min(m_window, m_initial), used / 2);
}

bool CongestionWindow::isFine() const
{
    return m_isPaced && m_growth < kCoarseGrowth;
}

double CongestionWindow::lossShare() const
{
    return m_silenceIsLoss < kHarmlessShare ? 0 : m_silenceIsLoss;
}

void CongestionWindow::setRate(double rate)
{
    m_rate = std::max(kLeastRate, rate);
    m_tokens = std::min(m_tokens, kLeastBurst);
}

void CongestionWindow::judgeRipe(TimePoint now)
{
    const double enough = isFine() ? kPacedEpochSamples : kEpochSamples;
    while (const auto slice = m_slices.takeRipe(now)) {
        m_epoch.add(*slice);
        if (slice->since >= m_changedAt)
            m_proof.add(*slice);
        growBySilence(now);
        const double samples = m_epoch.resolved(lossShare());
        const bool isLong = m_rate > 0 && m_epoch.seconds >= kLongEpochSeconds;
        if (samples < (isLong ? kFewestSamples : enough))
            continue;
        const PaceEpoch epoch = m_epoch;
        m_epoch = {};
        if (m_isTesting)
            judgeTest(epoch, now);
        else
            judgeGrowth(epoch, now);
    }
}

void CongestionWindow::judgeTest(const PaceEpoch &epoch, TimePoint now)
{
    m_isTesting = false;
    m_epochsSinceTest = 0;
    const double same = isFine() ? kSameUtilityPaced : kSameUtilityFirst;
    const double before = m_reference.utility(lossShare());
    if (epoch.wasFull() && epoch.utility(lossShare()) >= same * before) {
        if (m_reference.loss(lossShare()) > kOverload && m_overloads < kMostOverloads) {
            ++m_overloads;
            m_overloadedUntil = m_testSince;
        }
        m_growth = m_isPaced ? kLeastGrowth : kFirstGrowth;
        m_isPaced = true;
        m_isByQueue = false; // there is no queue, or too short a one
        m_queue.setIsKeptShort(false);
        judgeGrowth(epoch, now); // which may go on downwards
        return;
    }
    m_window = std::max(m_window, m_reference.window());
    m_growth = kLeastGrowth;
    m_rate = m_isPaced ? m_referenceRate : 0;
    m_slices.clear();
    PaceEpoch both = m_reference;
    both.add(epoch);
    const double loss = std::min(both.loss(lossShare()), kMostTolerated);
    if (epoch.wasFull() && !m_queue.isFull())
        m_tolerated = std::max(m_tolerated, loss);
}

void CongestionWindow::judgeGrowth(const PaceEpoch &epoch, TimePoint now)
{
    const double loss = epoch.loss(lossShare());
    const double samples = epoch.resolved(lossShare());
    const double expected = std::max(m_tolerated, m_background);
    const double deviation = std::sqrt(expected * (1 - expected) / samples);
    const bool isNew = loss > expected + kSigmas * deviation + kLossMargin;
    m_recentLoss += (loss - m_recentLoss) / 2;
    ++m_epochsSinceTest;
    const bool isOld = loss > kLossWorthATest && m_epochsSinceTest >= kEpochsBetweenTests;
    if (isNew || isOld) {
        beginTest(epoch, now);
        return;
    }
    if (loss < m_tolerated)
        m_tolerated = std::max(kHealthyLoss, m_tolerated + (loss - m_tolerated) / 8);
    if (m_isByQueue)
        return;
    if (m_isPaced && m_queue.isFull())
        shrinkQueue();
    const bool isUsed = epoch.wasFull() && epoch.sent >= m_rate * epoch.seconds / 2;
    if (!m_isPaced || !isUsed || m_queue.isQueueing())
        return;
    setRate(m_rate * m_growth);
    m_growth = std::min(kFirstGrowth, m_growth * kGrowthOfGrowth);
}

/// Steps down from the rate at which the losses were sent: it may have grown a lot since. Where
/// most was lost, what was answered is the better guess.
void CongestionWindow::beginTest(const PaceEpoch &epoch, TimePoint now)
{
    if (epoch.seconds <= 0)
        return;
    // Few that are sent do no harm, and a rate found by them would be too low.
    const double sent = epoch.sent / epoch.seconds;
    if (!epoch.wasFull() && sent < m_initial / kUnheardRound)
        return;
    m_reference = epoch;
    m_referenceRate = m_isPaced ? std::min(m_rate, sent) : 0;
    m_isTesting = true;
    m_testSince = now;
    const double step = sent * (isFine() ? kPacedStep : kFirstStep);
    setRate(std::clamp(sent * (1 - epoch.loss(lossShare())), step / 8, step));
    m_slices.clear();
}

} // namespace roadstead
