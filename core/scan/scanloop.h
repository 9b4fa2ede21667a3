// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The heart of a scan thread: takes hosts from the plan, lets each send when it is its turn and the
// pacer allows, expires probes, turns their outcomes into verdicts, and gathers these into batches.
// What is known of a host, and what may be sent to it, is HostScan's. No thread, no timer, no
// socket of its own: it is driven by step() and by the prober's answers, so a test runs it on a
// fake prober under a fake clock.
//
// Why probes are started in small bursts: an answering host answers within microseconds. Starting a
// few dozen, then looking at the answers, keeps few sockets open at once, and both the event
// dispatcher's turn and the kernel's queues stay short. Silent hosts fill the window anyway, a
// burst at a time.
//
// A shortage of local ports that a host shows before any connection to it could be begun is that
// host's own: the kernel counts local ports for each destination, so we cannot have used them up
// (IPv6 switched off gives the same errno). Its ports wait, and nobody else's for them.
//
// Ports that stay silent have no verdict before their host is done, because only then is it known
// how often they have to be tried (HostPace::neededTries()).
//
// Hosts that are down keep their untried ports until all else is done: then these are reported,
// unless an answer came after all.

#pragma once

#include "core/pace/deadlinequeue.h"
#include "core/pace/locallimits.h"
#include "core/probe/prober.h"
#include "core/result/portresult.h"
#include "core/scan/hostqueue.h"
#include "core/scan/plan.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace roadstead {

/// Which part of a plan is a scan thread's own: either whole hosts, or a part of every host's
/// ports.
struct PlanShare
{
    quint64 firstHost = 0; ///< first, first + stride, ...
    quint64 hostStride = 1;
    PortShare ports = {};
    size_t activeHosts = 4'096; ///< that may be under way at once
    /// Of them, those that the kernel may still be asking its neighbours for: its table
    /// (gc_thresh3, 1,024 entries) is everybody's.
    size_t gatedHosts = 512;
};

/// How fast it goes now, and why no faster.
struct PaceFigures
{
    int inFlight = 0;
    int window = 0; ///< this computer's, over all hosts
    quint64 silentPorts = 0; ///< tried, not answered so far, and without a verdict
    double loss = 0; ///< estimated share of lost packets, there and back, over the hosts under way
    std::chrono::microseconds rtt{0}; ///< their mean; 0: not known
    bool isPathLimit = false; ///< the path to one of them carries no more
    bool isRateLimit = false; ///< more could be sent, but for the limit that was asked for
};

/// What a scan loop is made of.
struct ScanLoopParts
{
    std::shared_ptr<const Plan> plan;
    PlanShare share;
    std::shared_ptr<const ScannedPorts> scanned; ///< of a scan that is continued; else null
    HostRules rules;
    std::unique_ptr<Prober> prober;
    LocalLimits::Settings limits;
    std::shared_ptr<const Clock> clock;
    TimePoint startedAt; ///< what the rows' times count from
    std::function<void()> onProbeEnded; ///< step() may have something to do again
};

class ScanLoop final : public ProbeSink
{
public:
    /// A machine that was suspended for less missed nothing.
    static constexpr Duration kShortestSleep = std::chrono::milliseconds(500);

    explicit ScanLoop(ScanLoopParts parts);
    ~ScanLoop() override;

    /// Expires what is due and starts at most a burst of probes.
    void step();
    /// When step() has something to do next, unless an answer comes first; nothing when all is done
    /// or paused.
    [[nodiscard]] std::optional<TimePoint> nextWake() const;

    /// While paused nothing new is started; what is under way still ends.
    void setPaused(bool paused);
    /// Hangs up everywhere and tries it all again: the network was gone, so silence meant nothing.
    void retryUnderWay();
    /// Another scan thread learned something of a host; or, Blocked, this one did, and here is how
    /// many ports had answered in all.
    void learn(const HostChange &change);
    /// Hangs up everywhere; nothing more happens.
    void stop();

    /// Every probe of ours has its verdict, or stop() was called.
    [[nodiscard]] bool isDone() const;
    [[nodiscard]] int inFlight() const { return m_inFlight; }
    [[nodiscard]] int window() const { return m_limits.window(); }
    [[nodiscard]] PaceFigures figures() const;
    [[nodiscard]] quint64 doneCount() const { return m_doneCount; }
    /// Rows and changes of hosts that takeBatch() would give.
    [[nodiscard]] qsizetype pendingRows() const
    {
        return m_batch.rows.size() + m_batch.changes.size();
    }
    /// What has come since the last call.
    [[nodiscard]] ResultBatch takeBatch();
    /// Hosts that answered a canary since the last call: they have no row for it.
    [[nodiscard]] QSet<quint32> takeAnsweredCanaries();
    /// The shortage met since the last call, if any.
    [[nodiscard]] Shortage takeShortage();
    [[nodiscard]] bool seesEvidence() const { return m_parts.prober->seesEvidence(); }

    void onProbeDone(quint32 slot, const ProbeOutcome &outcome) override;

private:
    struct Slot
    {
        HostScan *host = nullptr; ///< stays as long as a probe of it is under way; null when free
        Job job;
        quint32 serial = 0;
    };

    void expireDue(TimePoint now);
    void expire(quint32 index);
    void hasten(const HostScan &host);
    [[nodiscard]] bool hasNeighbourFailed(const Slot &slot, TimePoint now);
    [[nodiscard]] std::optional<TimePoint> extendedDeadline(quint32 index, TimePoint now);
    void startBurst(TimePoint now);
    void sendOwedPort(quint32 number, TimePoint now);
    void takeHosts(TimePoint now);
    void takeHost(const PlannedHost &host, TimePoint now);
    [[nodiscard]] HostPace paceOf(const PlannedHost &host);
    [[nodiscard]] bool hasMoreHosts() const;
    void start(HostScan &host, const Job &job, TimePoint now);
    [[nodiscard]] Job release(quint32 slot);
    void settle(HostScan &host, TimePoint now);

    void conclude(HostScan &host, Job job, const ProbeOutcome &outcome, TimePoint now);
    void onVerdict(HostScan &host, const Job &job, const ProbeOutcome &outcome, TimePoint now);
    void onAnswer(HostScan &host, const Job &job, const ProbeOutcome &outcome, TimePoint now);
    void onNoRoute(HostScan &host, Job job, const ProbeOutcome &outcome, TimePoint now);
    void onSilence(HostScan &host, const Job &job, const ProbeOutcome &outcome, TimePoint now);
    void endAs(HostScan &host, const Job &job, const ProbeOutcome &outcome, PortState state,
               Reason reason);
    void onCanarySilence(HostScan &host, const Job &job, TimePoint now);
    void onSelfConnect(HostScan &host, Job job, const ProbeOutcome &outcome);
    void onShortage(HostScan &host, Job job, const ProbeOutcome &outcome, TimePoint now);

    void recordSilent(HostScan &host, const Job &job);
    void recordSettled();
    void keepSilentPorts();
    void recordAs(const HostScan &host, const Job &job, ProbeOutcome outcome, PortState state,
                  Reason reason);
    void record(const HostScan &host, const Job &job, const ProbeOutcome &outcome);
    void reportDownHosts();
    void keepOpenPorts();
    void note(const HostScan &host, HostEvent event, quint64 count = 0);
    void announce(const PlannedHost &host);

    ScanLoopParts m_parts;
    LocalLimits m_limits;
    quint64 m_nextHost;
    HostQueue m_hosts;
    std::deque<quint32> m_settled; ///< hosts of which only silent ports are left
    QHash<Address, NetworkPrior> m_priors; ///< by network
    QHash<Address, std::weak_ptr<NetworkPace>> m_networks; ///< with hosts under way
    std::vector<Slot> m_slots;
    std::vector<quint32> m_freeSlots;
    DeadlineQueue m_deadlines;
    ResultBatch m_batch;
    QSet<quint32> m_announcedHosts;
    QSet<quint32> m_answeredCanaries; ///< hosts
    quint64 m_doneCount = 0;
    int m_inFlight = 0;
    std::optional<TimePoint> m_heldBackAt; ///< when more could have been sent, if it had been time
    Shortage m_shortage = Shortage::None;
    Duration m_suspended; ///< what the clock said last
    bool m_isPaused = false;
    bool m_isStopped = false;
};

} // namespace roadstead
