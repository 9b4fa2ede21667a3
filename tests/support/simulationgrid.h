// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A grid of networks for a pace to prove itself on, and what must hold in each.

#pragma once

#include "core/pace/timing.h"
#include "tests/support/simulatedbench.h"
#include "tests/support/simulationreport.h"

#include <QString>

#include <functional>
#include <vector>

namespace roadstead {

/// Four hosts of a thousand ports each on one path. Of the ports that are not dropped one in ten is
/// open, the others closed.
struct GridCell
{
    static constexpr quint32 kHosts = 4;
    static constexpr quint16 kPorts = 1'000;

    Duration roundTrip{};
    double loss = 0; ///< of both ways together
    double linkRate = 0; ///< packets a second, with a queue of 100; 0: no link
    int droppedPercent = 0;

    [[nodiscard]] QString name() const;
};

/// 0.3 / 20 / 80 / 300 ms x 0 / 3 / 10 / 28 % x no link / 2,000 a second x 0 / 50 / 98 % dropped.
[[nodiscard]] std::vector<GridCell> gridCells();

/// A pace and what it promises.
struct GridPolicy
{
    QString name;
    SimulationSetup::SetPace setPace;
    int window = 0; ///< in flight over all loops, never more
    /// A scan takes at most `timesIdeal` times the ideal, and `patience` for what an ideal scan
    /// knows already: the round trip, the loss, what the path carries.
    double timesIdeal = 1;
    Duration patience{};
    std::function<bool(const GridCell &)> mustHoldIn; ///< in which cells it promises that
    /// In which scenarios (simulatedscenarios.h) it promises to be right and in time.
    std::function<bool(const QString &)> mustHoldInScenario;
};

/// So many in flight, one timeout, one retry: what there is to be better than.
[[nodiscard]] GridPolicy fixedPolicy();
/// What the programs do when nothing else is asked for.
[[nodiscard]] GridPolicy timingPolicy(Timing timing);
/// Every one there is. A new pace joins here.
[[nodiscard]] std::vector<GridPolicy> gridPolicies();

/// Makes the network and says what to scan.
[[nodiscard]] PlanInput buildCell(const GridCell &cell, SimulatedBench &bench);

[[nodiscard]] SimulationReport runCell(const GridCell &cell, const GridPolicy &policy,
                                       quint64 seed = 1);

/// As many answering ports may be missed in so many scans of a host by a pace that misses one port
/// in a thousand such scans; more would be worse luck than one time in a thousand (Poisson).
[[nodiscard]] quint64 allowedMistakes(quint64 hostScans);

/// What must hold on any network, whatever the pace promises: every port has one row, no verdict is
/// made up, no more is in flight than the window allows, and no loop turns for nothing. In words
/// for a test's log; empty if all does.
[[nodiscard]] QString brokenInvariant(const SimulationReport &report, const GridPolicy &policy);

/// Which promise was broken, in words for a test's log; empty if none.
[[nodiscard]] QString brokenPromise(const SimulationReport &report, const GridPolicy &policy);

} // namespace roadstead
