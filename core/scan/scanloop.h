// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The heart of a scan thread: takes probes from the plan, starts them as the pacer allows, expires
// them, tries silence again, and gathers the verdicts into batches. No thread, no timer, no socket
// of its own: it is driven by step() and by the prober's answers, so a test runs it on a fake
// prober under a fake clock.
//
// Why probes are started in small bursts: an answering host answers within microseconds. Starting a
// few dozen, then looking at the answers, keeps few sockets open at once, and both the event
// dispatcher's turn and the kernel's queues stay short. Silent hosts fill the window anyway, a
// burst at a time.
//
// A shortage of local ports that a host shows before any connection to it could be begun is that
// host's own: the kernel counts local ports for each destination, so we cannot have used them up
// (IPv6 switched off gives the same errno). Its ports wait aside, and nobody else's for them.
//
// Retries go before new probes: at most a window's worth of them ever waits, so memory does not
// grow with the scan.

#pragma once

#include "core/pace/deadlinequeue.h"
#include "core/pace/pacer.h"
#include "core/probe/prober.h"
#include "core/result/portresult.h"
#include "core/scan/plan.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace roadstead {

/// What a scan loop is made of.
struct ScanLoopParts
{
    std::shared_ptr<const Plan> plan;
    quint64 first = 0; ///< the plan's indexes that are ours: first, first + stride, ...
    quint64 stride = 1;
    std::unique_ptr<Prober> prober;
    std::unique_ptr<Pacer> pacer;
    std::shared_ptr<const Clock> clock;
    TimePoint startedAt; ///< what the rows' times count from
    std::function<void()> onProbeEnded; ///< step() may have something to do again
};

class ScanLoop final : public ProbeSink
{
public:
    explicit ScanLoop(ScanLoopParts parts);
    ~ScanLoop() override;

    /// Expires what is due and starts at most a burst of probes.
    void step();
    /// When step() has something to do next, unless an answer comes first; nothing when all is done
    /// or paused.
    [[nodiscard]] std::optional<TimePoint> nextWake() const;

    /// While paused nothing new is started; what is under way still ends.
    void setPaused(bool paused) { m_isPaused = paused; }
    /// Hangs up everywhere; nothing more happens.
    void stop();

    /// Every probe of ours has its verdict, or stop() was called.
    [[nodiscard]] bool isDone() const;
    [[nodiscard]] int inFlight() const { return m_inFlight; }
    [[nodiscard]] int window() const { return m_parts.pacer->window(); }
    [[nodiscard]] quint64 doneCount() const { return m_doneCount; }
    [[nodiscard]] qsizetype pendingRows() const { return m_batch.rows.size(); }
    /// The verdicts since the last call.
    [[nodiscard]] ResultBatch takeBatch();
    /// The shortage met since the last call, if any.
    [[nodiscard]] Shortage takeShortage();
    [[nodiscard]] bool seesEvidence() const { return m_parts.prober->seesEvidence(); }

    void onProbeDone(quint32 slot, const ProbeOutcome &outcome) override;

private:
    /// A port on its way to a verdict.
    struct Job
    {
        PlannedProbe probe;
        quint8 attempts = 0; ///< connect() calls made
        quint8 silences = 0; ///< of them, unanswered
        quint8 selfConnects = 0;
    };
    struct Slot
    {
        Job job;
        quint32 serial = 0;
        bool isBusy = false;
    };

    void expireDue(TimePoint now);
    void startBurst(TimePoint now);
    void start(const Job &job, TimePoint now);
    [[nodiscard]] bool hasWork() const;
    [[nodiscard]] bool isDeferredDue(TimePoint now) const;
    [[nodiscard]] std::optional<Job> takeJob(TimePoint now);
    void conclude(Job job, const ProbeOutcome &outcome);
    void concludeShortage(Job job, const ProbeOutcome &outcome, TimePoint now);
    void concludeUnusable(const Job &job, const ProbeOutcome &outcome, TimePoint now);
    void record(const Job &job, const ProbeOutcome &outcome);
    void announce(const PlannedProbe &probe);

    ScanLoopParts m_parts;
    quint64 m_nextIndex;
    std::deque<Job> m_waiting; ///< tried before, to be tried again
    std::deque<std::pair<TimePoint, Job>>
        m_deferred; ///< of hosts that cannot be used now; when to try
    QSet<quint32> m_usableHosts; ///< a connection to them could be begun
    QHash<quint32, TimePoint> m_unusableSince;
    std::vector<Slot> m_slots;
    std::vector<quint32> m_freeSlots;
    DeadlineQueue m_deadlines;
    ResultBatch m_batch;
    QSet<quint32> m_announcedHosts;
    quint64 m_doneCount = 0;
    int m_inFlight = 0;
    Shortage m_shortage = Shortage::None;
    bool m_isPaused = false;
    bool m_isStopped = false;
};

} // namespace roadstead
