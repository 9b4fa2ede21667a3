// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs real scan loops on a simulated network: as ScanThreads shares the plan among them and
// ScanWorker drives each, in the order of time and in one thread. Every loop has a processor to
// itself, and what it does there takes time, so that sending is not infinitely fast: without that
// every window would leave at one moment.

#pragma once

#include "core/scan/hostnews.h"
#include "core/scan/scanloop.h"
#include "core/scan/silenthosts.h"
#include "tests/support/fakeclock.h"
#include "tests/support/simulatednetwork.h"
#include "tests/support/simulatedprober.h"

#include <QHash>

#include <functional>
#include <limits>
#include <memory>
#include <vector>

namespace roadstead {

struct SimulationSetup
{
    /// Puts the pace under test into a loop's parts; everything else is in them already.
    using SetPace = std::function<void(ScanLoopParts &parts, int loops)>;

    PlanInput plan;
    SetPace setPace;
    int loops = 1; ///< scan threads
    HostRules rules = {};
    int descriptors = std::numeric_limits<int>::max(); ///< of each loop
    /// 41,000 answering ports a second in one thread (measured with real sockets on the reference
    /// machine).
    Duration startCost = std::chrono::microseconds(14);
    Duration endCost = std::chrono::microseconds(10);
    Duration deadline = std::chrono::hours(2); ///< in simulated time
};

class Simulation
{
public:
    /// `clock` is the network's, which must outlive this.
    Simulation(std::shared_ptr<FakeClock> clock, SimulatedNetwork &network,
               const SimulationSetup &setup);
    ~Simulation();
    Q_DISABLE_COPY_MOVE(Simulation)

    /// Until all is done; false if the deadline passed, or nothing would ever happen again, before.
    bool run();
    /// As run(), no further than so long after the start.
    bool runUntil(Duration end);
    /// How each loop stands.
    [[nodiscard]] std::vector<PaceFigures> figures() const;

    [[nodiscard]] const SimulationSetup &setup() const { return m_setup; }
    [[nodiscard]] const SimulatedNetwork &network() const { return m_network; }
    [[nodiscard]] const Plan &plan() const { return *m_plan; }
    [[nodiscard]] Duration elapsed() const { return m_clock->now() - m_startedAt; }
    [[nodiscard]] TimePoint startedAt() const { return m_startedAt; }
    [[nodiscard]] bool isDone() const;
    /// Turns in which a loop that had asked to be woken did nothing. A few come from deadlines of
    /// probes that ended before; a loop that spins shows here.
    [[nodiscard]] quint64 idleTurns() const { return m_idleTurns; }
    [[nodiscard]] quint64 turns() const { return m_turns; }
    /// Connections begun, over all loops.
    [[nodiscard]] quint64 started() const;
    /// Of one loop at a time.
    [[nodiscard]] int mostInFlight() const;

    QList<PortResult> rows;
    QList<RowDetail> details; ///< by index into `rows`
    QList<HostEntry> hosts;
    QList<HostChange> changes;
    int witnessRounds = 0; ///< how often hosts that are done were asked whether anybody answers

private:
    struct Thread
    {
        SimulatedProber *prober = nullptr; ///< owned by the loop
        std::unique_ptr<ScanLoop> loop;
        TimePoint busyUntil{};
        std::optional<TimePoint> wake; ///< asked for
        TimePoint reportAt{};
    };

    void addThread(int part);
    [[nodiscard]] PlanShare shareOf(int part) const;
    [[nodiscard]] std::optional<TimePoint> nextTurn(const Thread &thread) const;
    [[nodiscard]] std::optional<TimePoint> nextMoment();
    void takeTurn(Thread &thread);
    void arm(Thread &thread);
    void report(Thread &thread);
    void tell(HostChange change);
    void lookAtSilentHosts();

    const std::shared_ptr<FakeClock> m_clock;
    SimulatedNetwork &m_network;
    const SimulationSetup m_setup;
    std::shared_ptr<const Plan> m_plan;
    const TimePoint m_startedAt;
    std::vector<Thread> m_threads;
    HostNews m_news;
    SilentHosts m_silentHosts{std::chrono::seconds(1)};
    TimePoint m_nextLook;
    QHash<quint32, quint64> m_answeredPorts; ///< by host
    quint64 m_turns = 0;
    quint64 m_idleTurns = 0;
};

} // namespace roadstead
