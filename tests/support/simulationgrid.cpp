// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/simulationgrid.h"

#include "core/scan/pacechoice.h"
#include "core/scan/scanrequest.h"

#include <cmath>

namespace roadstead {

using namespace std::chrono_literals;

namespace {

constexpr double kMissTarget = 0.001;
constexpr int kLoops = 2;
constexpr int kQueue = 100;
/// Between two SYNs to one host, beyond what a pace needs to wait for silence.
constexpr Duration kPause = 500ms;
constexpr quint64 kFewTurns = 10'000;
/// Until every host has been sent something, beyond a few round trips.
constexpr Duration kFirstTurn = 100ms;

HostModel hostOf(const GridCell &cell, size_t path)
{
    const int dropped = cell.droppedPercent;
    return {.ports =
                [dropped](quint16 port) {
                    if (static_cast<int>(mixed(port) % 100) < dropped)
                        return PortAnswer::dropped();
                    return mixed(port + 1'000'000U) % 10 == 0 ? PortAnswer::open()
                                                              : PortAnswer::closed();
                },
            .path = path};
}

} // namespace

QString GridCell::name() const
{
    const double milliseconds = 1'000 * Seconds(roundTrip).count();
    return QString::number(milliseconds) + QStringLiteral(" ms, ") + QString::number(100 * loss)
           + QStringLiteral(" % loss, ")
           + (linkRate > 0 ? QString::number(linkRate) + QStringLiteral("/s, ")
                           : QStringLiteral("no link, "))
           + QString::number(droppedPercent) + QStringLiteral(" % dropped");
}

std::vector<GridCell> gridCells()
{
    std::vector<GridCell> cells;
    for (const Duration roundTrip :
         {Duration(300us), Duration(20ms), Duration(80ms), Duration(300ms)}) {
        for (const double loss : {0.0, 0.03, 0.1, 0.28}) {
            for (const double linkRate : {0.0, 2'000.0}) {
                for (const int dropped : {0, 50, 98})
                    cells.push_back({.roundTrip = roundTrip,
                                     .loss = loss,
                                     .linkRate = linkRate,
                                     .droppedPercent = dropped});
            }
        }
    }
    return cells;
}

GridPolicy fixedPolicy()
{
    constexpr int kWindow = 3'000;
    static constexpr auto kTimeout = std::chrono::milliseconds(900);
    GridPolicy policy;
    policy.name = QStringLiteral("fixed");
    policy.window = kWindow;
    policy.setPace = [](ScanLoopParts &parts, int loops) {
        parts.limits.window = kWindow / loops;
        PaceSettings &pace = parts.rules.pace;
        pace.fixTimeout(kTimeout);
        pace.fixRetries(1);
        pace.initialWindow = pace.silentWindow = kWindow / loops;
    };
    policy.timesIdeal = 4;
    policy.patience = 5 * kTimeout; // two tries for more ports than its window holds
    // It neither sees loss nor makes room.
    policy.mustHoldIn = [](const GridCell &cell) { return cell.loss <= 0 && cell.linkRate <= 0; };
    policy.mustHoldInScenario = [](const QString &name) {
        return QStringList({QStringLiteral("65,535 answering, LAN"),
                            QStringLiteral("65,535 answering, 40 ms"),
                            QStringLiteral("/24, all alive"), QStringLiteral("/24, ten alive")})
            .contains(name);
    };
    return policy;
}

GridPolicy timingPolicy(Timing timing)
{
    GridPolicy policy;
    policy.name = QStringLiteral("timing %1").arg(static_cast<int>(timing));
    policy.window = defaultsOf(timing).inFlight;
    policy.setPace = [timing](ScanLoopParts &parts, int loops) {
        ScanOptions options;
        options.timing = timing;
        parts.rules.pace = paceSettings(options, loops);
        parts.limits.window = defaultsOf(timing).inFlight / loops;
        parts.limits.rate = static_cast<double>(defaultsOf(timing).rate) / loops;
    };
    policy.timesIdeal = 4;
    policy.patience = 6s; // finding out what an ideal scan knows
    // Not yet: over 300 ms it takes too long to find out, with few answers, that a link is narrow,
    // and what a path loses that loses a quarter. And the way down after a route changed, or with
    // many hosts behind a short queue, is too slow.
    policy.mustHoldIn = [](const GridCell &cell) {
        return cell.droppedPercent == 0 || cell.roundTrip < 300ms
               || (cell.linkRate <= 0 && cell.loss < 0.2);
    };
    policy.mustHoldInScenario = [](const QString &name) {
        return !QStringList({QStringLiteral("a changing round trip"),
                             QStringLiteral("sixteen hosts behind one link")})
                    .contains(name);
    };
    return policy;
}

std::vector<GridPolicy> gridPolicies()
{
    return {fixedPolicy(), timingPolicy(Timing::Normal)};
}

PlanInput buildCell(const GridCell &cell, SimulatedBench &bench)
{
    const double eachWay = 1 - std::sqrt(1 - cell.loss);
    PathModel path{.roundTrip = cell.roundTrip,
                   .jitter = {.mean = cell.roundTrip / 50},
                   .lossUp = eachWay,
                   .lossDown = eachWay};
    if (cell.linkRate > 0)
        path.link =
            bench.network.addLink({.packetsPerSecond = cell.linkRate, .queuePackets = kQueue});
    bench.addHosts(GridCell::kHosts, hostOf(cell, bench.network.addPath(path)));
    return SimulatedBench::plan(GridCell::kHosts, GridCell::kPorts);
}

SimulationReport runCell(const GridCell &cell, const GridPolicy &policy, quint64 seed)
{
    SimulatedBench bench(seed);
    Simulation simulation(bench.clock, bench.network,
                          {.plan = buildCell(cell, bench),
                           .setPace = policy.setPace,
                           .loops = kLoops,
                           .deadline = 10min});
    simulation.run();
    return reportOf(simulation);
}

quint64 allowedMistakes(quint64 hostScans)
{
    const double expected = kMissTarget * static_cast<double>(hostScans);
    double chance = std::exp(-expected); // of exactly so many
    double upTo = chance;
    quint64 mistakes = 0;
    while (1 - upTo > 0.001) {
        ++mistakes;
        chance *= expected / static_cast<double>(mistakes);
        upTo += chance;
    }
    return mistakes;
}

QString brokenInvariant(const SimulationReport &report, const GridPolicy &policy)
{
    if (!report.isComplete())
        return QStringLiteral("not every port has one row");
    if (report.mistakes.invented + report.mistakes.unknown > 0)
        return QStringLiteral("verdicts that nothing speaks for");
    if (report.mostInFlight > policy.window)
        return QStringLiteral("more in flight than allowed");
    if (report.idleTurns > report.ports + kFewTurns)
        return QStringLiteral("a loop turns for nothing");
    return {};
}

QString brokenPromise(const SimulationReport &report, const GridPolicy &policy)
{
    const QString invariant = brokenInvariant(report, policy);
    if (!invariant.isEmpty())
        return invariant;
    if (report.mistakes.total() > allowedMistakes(report.hosts))
        return QStringLiteral("too many ports missed");
    if (Seconds(report.time) > policy.timesIdeal * Seconds(report.ideal.time) + policy.patience)
        return QStringLiteral("too slow");
    if (report.lastHostDone > 2 * report.firstHostDone + policy.patience / 2)
        return QStringLiteral("a host waits for the others");
    if (report.lastHostBegun > kFirstTurn)
        return QStringLiteral("a host is begun late");
    if (report.longestPause > kPause + policy.patience / 2)
        return QStringLiteral("a host is left alone");
    return {};
}

} // namespace roadstead
