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
// Where there was too much, the probes are spread in time from then on, at a rate: a host that
// limits its resets by a bucket of a few answers nothing of a burst, and many that are silent
// expire, and are followed, all at once.
//
// A round trip that grew shows a queue before it is full: growth ends (as HyStart does, RFC 9406),
// and where every answer is late less is sent (as LEDBAT does, RFC 6817). Then loss is nothing that
// the path has of its own. That also holds where many windows meet, each of which would see in its
// own experiments what the others do. Where nearly all is silent, answers do not hold the probes
// back by themselves: there a queue that stands gives the rate, and from then on the rate follows
// it, so that nothing is lost by what was sent. A host that has not answered yet is sent to at a
// rate that grows by itself, because nothing speaks against it and timeouts are long as long as
// nothing is known.
//
// Silence is not loss unless there is evidence: how often retries of silent ports are answered
// says what share of silences was loss. Nor is it proof that the path carries more: silence lets
// the window grow, at most to the double at once, whenever a few others that were sent among it
// were answered.

#pragma once

#include "core/pace/paceepoch.h"
#include "core/pace/pacesettings.h"
#include "core/pace/queuewatch.h"

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
    /// Of all hosts of a network together. Only its rate counts.
    [[nodiscard]] static CongestionWindow ofNetwork(const PaceSettings &settings);

    [[nodiscard]] int window() const;
    /// Nothing may be sent before; in the past when nothing holds.
    [[nodiscard]] TimePoint notBefore() const;
    /// More was tried and brought nothing.
    [[nodiscard]] bool isCut() const { return m_isPaced; }
    /// It waits for answers to find its rate.
    [[nodiscard]] bool wantsAnswers() const { return m_isPaced || m_isTesting; }
    /// The last answers were late.
    [[nodiscard]] bool isQueueGrowing() const { return m_queue.isGrowing(); }
    /// A second, while probes are spread in time, else nothing.
    [[nodiscard]] double rate() const { return m_rate; }

    /// The share lost, of late.
    [[nodiscard]] double recentLoss() const { return m_recentLoss; }
    /// Until then far too much was sent: the losses were our own, and the silence means nothing.
    [[nodiscard]] TimePoint overloadedUntil() const { return m_overloadedUntil; }

    /// Round trip and the longest timeout in use: what an epoch has to span.
    void setTimes(Duration rtt, Duration timeout);
    /// The share of silences that were losses; negative while unknown.
    void setSilenceIsLoss(double share) { m_silenceIsLoss = share; }
    /// There are ports whose answer proves that what was sent arrives.
    void setHasCanary() { m_hasCanary = true; }
    /// What others lose on the same way: no reason to send less by itself.
    void setBackgroundLoss(double loss) { m_background = loss; }
    /// The rate is found for all hosts of a network together: a queue is theirs.
    void setShared(bool isShared) { m_isShared = isShared; }
    /// What others saw of the path before.
    void seedLeastRtt(const CongestionWindow &network, TimePoint now)
    {
        m_queue.seedLeastRtt(network.m_queue.leastRtt(), now);
    }
    /// `inFlight` without the probe in question, always.
    void onSent(TimePoint now, int inFlight);
    /// The same for a network. `isAtLimit`: it would have been sent sooner, but for the rate.
    void onSentTo(TimePoint now, bool isAtLimit);
    void onAnsweredBy(TimePoint sentAt, TimePoint now, const CongestionWindow &host);
    void onAnswered(TimePoint sentAt, TimePoint now, int inFlight, Duration rtt);
    void onSilent(TimePoint sentAt, TimePoint now, int inFlight, Silence kind);
    void onCancelled(TimePoint sentAt) { m_slices.onVoid(sentAt); }

private:
    /// A second; a try takes longer than the wait for the next.
    static constexpr double kLeastRate = 50;

    void onFirstAnswer(int inFlight);
    void grow(int inFlight);
    void growBySilence(TimePoint now);
    void shrinkQueue();
    void followQueue(TimePoint now);
    void cutByQueue(const QueueWatch::Span &span);
    void setRateByQueue(double rate);
    void onDoubt(TimePoint sentAt, TimePoint now, int inFlight);
    void refill(TimePoint now);
    void judgeRipe(TimePoint now);
    void judgeTest(const PaceEpoch &epoch, TimePoint now);
    void judgeGrowth(const PaceEpoch &epoch, TimePoint now);
    void beginTest(const PaceEpoch &epoch, TimePoint now);
    void setRate(double rate);
    [[nodiscard]] double lossShare() const;
    [[nodiscard]] bool isFine() const; ///< it looks for the best place near by

    PaceSlices m_slices;
    QueueWatch m_queue;
    QueueWatch::Span m_cutFrom; ///< when the rate was first cut for a queue that still stands
    PaceEpoch m_epoch; ///< what is ripe, until it suffices to judge
    PaceEpoch m_proof; ///< what is ripe since silence was last counted
    PaceEpoch m_reference; ///< before the experiment
    double m_most;
    double m_mostSilent;
    double m_initial;
    double m_window;
    double m_rate; ///< 0: as the window allows
    double m_referenceRate = 0;
    double m_growth = 2; ///< of the rate, for each epoch that went well
    double m_tokens; ///< probes that may go at once
    double m_tolerated;
    double m_silenceIsLoss = -1;
    double m_recentLoss = 0;
    double m_background = 0;
    Duration m_timeout{0};
    TimePoint m_refilledAt{};
    TimePoint m_lastDoubt{};
    TimePoint m_changedAt{}; ///< the window, by silence or by a queue
    TimePoint m_testSince{};
    TimePoint m_overloadedUntil{};
    int m_overloads = 0;
    int m_epochsSinceTest = 0;
    bool m_hasCanary = false;
    bool m_isHeard = false; ///< something answered
    bool m_isTesting = false;
    bool m_isPaced = false; ///< for good
    bool m_isByQueue = false; ///< the rate follows the queue, and not the answers
    bool m_isShared = false;
};

} // namespace roadstead
