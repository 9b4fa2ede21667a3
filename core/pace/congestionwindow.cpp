// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/congestionwindow.h"

#include <algorithm>
#include <cmath>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
/// Fewer cannot be halved any more, and one alone would wait out every timeout.
constexpr double kFewest = 2;
/// Growth after a cut, per answer: a doubling in six round trips. TCP's one per round trip would
/// take a scan's whole life to find a place that was missed.
constexpr double kCarefulGrowth = 1.0 / 8;
/// As far as silence lets it grow while nobody knows what it means.
constexpr double kUnknownSilence = 128;
/// A share of losses among the silences below which silence still lets the window grow.
constexpr double kHarmlessShare = 0.1;
/// Samples for a judgement: utilities that differ by half are told apart at 28 % loss (3 sigma).
constexpr double kEpochSamples = 50;
/// Loss that is no reason for an experiment: what healthy paths have, and a bit for chance.
constexpr double kHealthyLoss = 0.02;
constexpr double kLossMargin = 0.02;
constexpr double kSigmas = 3;
/// With half the window, so much of the utility means that the other half was of no use. On a path
/// with room it would be 0.5.
constexpr double kSameUtility = 0.85;
/// Loss that is tolerated is doubted again after so many epochs; at half the speed for one of
/// sixteen that costs 3 %.
constexpr int kEpochsBetweenTests = 16;
constexpr double kLossWorthATest = 0.08;
constexpr Duration kShortestSlice = 20ms;
} // namespace

CongestionWindow::CongestionWindow(const PaceSettings &settings)
    : m_most(std::max(1, settings.perHost))
    , m_mostSilent(std::clamp(settings.silentWindow, 1, std::max(1, settings.perHost)))
    , m_window(std::clamp(settings.initialWindow, 1, std::max(1, settings.perHost)))
    , m_tolerated(kHealthyLoss)
{
    m_slices.setLength(kShortestSlice);
}

int CongestionWindow::window() const
{
    return std::max(1, static_cast<int>(m_window));
}

void CongestionWindow::setTimes(Duration rtt, Duration timeout)
{
    m_slices.setLength(std::max({kShortestSlice, rtt, timeout / 8}));
}

void CongestionWindow::onSent(TimePoint now, int inFlight)
{
    m_slices.onSent(now, m_window, (inFlight + 1) * 4 >= window() * 3);
}

void CongestionWindow::onAnswered(TimePoint sentAt, TimePoint now, int inFlight)
{
    m_slices.onAnswered(sentAt);
    grow(inFlight, true);
    judgeRipe(now);
}

void CongestionWindow::onSilent(TimePoint sentAt, TimePoint now, int inFlight, Silence kind)
{
    switch (kind) {
    case Silence::Unheard:
        m_slices.onVoid(sentAt);
        if (m_window < m_mostSilent && (inFlight + 1) * 2 >= window())
            m_window += 1;
        return;
    case Silence::Vouched:
        m_slices.onSilent(sentAt, false);
        grow(inFlight, false);
        break;
    case Silence::Doubted:
        m_slices.onVoid(sentAt);
        onDoubt(sentAt, now);
        break;
    case Silence::Canary:
        m_slices.onSilent(sentAt, true);
        break;
    }
    judgeRipe(now);
}

/// Only a window that is used may grow (RFC 7661), and none while an experiment is under way.
void CongestionWindow::grow(int inFlight, bool isAnswer)
{
    if (m_isTesting || (inFlight + 1) * 2 < window())
        return;
    if (!isAnswer) {
        const bool isHarmless =
            m_silenceIsLoss >= 0 ? m_silenceIsLoss < kHarmlessShare : m_window < kUnknownSilence;
        if (!isHarmless)
            return;
    }
    m_window = std::min(m_most, m_window + (m_isCareful ? kCarefulGrowth : 1));
}

/// All that was under way fell silent: either the path is gone for a while or it was too much for
/// it. Once for all that was sent before.
void CongestionWindow::onDoubt(TimePoint sentAt, TimePoint now)
{
    if (sentAt <= m_lastDoubt)
        return;
    m_lastDoubt = now;
    m_window = std::max(std::min(m_window, kFewest), m_window / 2);
    m_isTesting = false;
    m_epoch = {};
    m_slices.clear();
}

void CongestionWindow::judgeRipe(TimePoint now)
{
    while (const auto slice = m_slices.takeRipe(now)) {
        m_epoch.add(*slice);
        if (m_epoch.resolved(lossShare()) < kEpochSamples)
            continue;
        const PaceEpoch epoch = m_epoch;
        m_epoch = {};
        judge(epoch);
    }
}

void CongestionWindow::judge(const PaceEpoch &epoch)
{
    if (!m_isTesting)
        judgeGrowth(epoch);
    else
        judgeTest(epoch);
}

void CongestionWindow::judgeTest(const PaceEpoch &epoch)
{
    m_isTesting = false;
    m_epochsSinceTest = 0;
    const double before = m_reference.utility(lossShare());
    const bool isAsGood = epoch.wasFull() && epoch.utility(lossShare()) >= kSameUtility * before;
    if (isAsGood) {
        m_isCareful = true;
        judgeGrowth(epoch); // which may halve it again
        return;
    }
    m_window = std::max(m_window, m_reference.window());
    m_slices.clear();
    PaceEpoch both = m_reference;
    both.add(epoch);
    if (epoch.wasFull())
        m_tolerated = std::max(m_tolerated, both.loss(lossShare()));
}

void CongestionWindow::judgeGrowth(const PaceEpoch &epoch)
{
    const double loss = epoch.loss(lossShare());
    const double samples = epoch.resolved(lossShare());
    const double deviation = std::sqrt(m_tolerated * (1 - m_tolerated) / samples);
    const bool isNew = loss > m_tolerated + kSigmas * deviation + kLossMargin;
    ++m_epochsSinceTest;
    const bool isOld = loss > kLossWorthATest && m_epochsSinceTest >= kEpochsBetweenTests;
    if (isNew || isOld)
        beginTest(epoch);
    else if (loss < m_tolerated)
        m_tolerated = std::max(kHealthyLoss, m_tolerated + (loss - m_tolerated) / 8);
}

/// Half of what the window was when the losses were sent: it may have grown a lot since.
void CongestionWindow::beginTest(const PaceEpoch &epoch)
{
    const double half = std::min(m_window, epoch.window()) / 2;
    if (half < kFewest || !epoch.wasFull())
        return;
    m_reference = epoch;
    m_window = half;
    m_isTesting = true;
    m_slices.clear();
}

} // namespace roadstead
