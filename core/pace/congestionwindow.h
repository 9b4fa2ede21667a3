// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How many probes may be under way to one host. Grows as TCP's window does in slow start, and looks
// for the place where more probes bring no more answers.
//
// Loss alone says little: a radio link that loses a quarter at any rate must not be throttled, a
// full queue or a host that limits its resets must. So each loss that is new is answered by an
// experiment: half the window for an epoch. If the utility (answers less losses, a second) is as
// good with half, the rest was too much, and the half is kept; if it fell, the loss is the path's
// own and is tolerated from then on (after PCC, Dong et al., NSDI 2015, which compares rates in the
// same way; TCP's halving at every loss was rejected, it gives 30 probes a second at 28 % loss and
// 20 ms). A lost probe weighs as much as an answer, so that several that compete for one path,
// scan threads for instance, come to rest near its capacity; the price is that random loss of one
// half and more is taken for congestion.
//
// Silence is not loss unless there is evidence: how often retries of silent ports are answered
// says what share of silences was loss. Until enough is known, silence lets the window grow only
// as far as a home router's tables and queues bear.

#pragma once

#include "core/pace/paceepoch.h"
#include "core/pace/pacesettings.h"

namespace roadstead {

class CongestionWindow
{
public:
    enum class Silence : quint8 {
        Unheard, ///< the host never answered anything
        Vouched, ///< something else that was sent at the time was answered
        Doubted, ///< and nothing was: it tells nothing of the port
        Canary, ///< a port that answered before
    };

    explicit CongestionWindow(const PaceSettings &settings);

    [[nodiscard]] int window() const;
    /// It was cut, and has not grown as far again without loss.
    [[nodiscard]] bool isCut() const { return m_isCareful; }

    /// Round trip and the longest timeout in use: what an epoch has to span.
    void setTimes(Duration rtt, Duration timeout);
    /// The share of silences that were losses; negative while unknown.
    void setSilenceIsLoss(double share) { m_silenceIsLoss = share; }
    /// `inFlight` without the probe in question, always.
    void onSent(TimePoint now, int inFlight);
    void onAnswered(TimePoint sentAt, TimePoint now, int inFlight);
    void onSilent(TimePoint sentAt, TimePoint now, int inFlight, Silence kind);
    void onCancelled(TimePoint sentAt) { m_slices.onVoid(sentAt); }

private:
    void grow(int inFlight, bool isAnswer);
    void onDoubt(TimePoint sentAt, TimePoint now);
    void judgeRipe(TimePoint now);
    void judge(const PaceEpoch &epoch);
    void judgeTest(const PaceEpoch &epoch);
    void judgeGrowth(const PaceEpoch &epoch);
    void beginTest(const PaceEpoch &epoch);
    [[nodiscard]] double lossShare() const { return m_silenceIsLoss < 0 ? 0 : m_silenceIsLoss; }

    PaceSlices m_slices;
    PaceEpoch m_epoch; ///< what is ripe, until it suffices to judge
    PaceEpoch m_reference; ///< before the window was halved
    double m_most;
    double m_mostSilent;
    double m_window;
    double m_tolerated;
    double m_silenceIsLoss = -1;
    TimePoint m_lastDoubt{};
    int m_epochsSinceTest = 0;
    bool m_isTesting = false;
    bool m_isCareful = false;
};

} // namespace roadstead
