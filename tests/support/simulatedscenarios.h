// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Networks that each are hard in a way of their own: those that the programs are measured on with
// real packets, and others that no relay of ours can make.

#pragma once

#include "tests/support/simulatedbench.h"
#include "tests/support/simulationgrid.h"

#include <functional>
#include <vector>

namespace roadstead {

struct Scenario
{
    QString name;
    /// Makes the network and says what to scan.
    std::function<PlanInput(SimulatedBench &bench)> build;
    /// How long it may take, in simulated time: where a real one like it is measured, the share of
    /// nmap's time there that is the goal (docs/PERFORMANCE.md).
    Duration goal{}; ///< 0: what the pace promises for the grid
    Duration openWithin = Duration::max(); ///< until when every open port must be found
};

[[nodiscard]] std::vector<Scenario> scenarios();

[[nodiscard]] SimulationReport runScenario(const Scenario &scenario, const GridPolicy &policy,
                                           quint64 seed = 1);

/// Which promise was broken, in words for a test's log; empty if none.
[[nodiscard]] QString brokenPromise(const SimulationReport &report, const GridPolicy &policy,
                                    const Scenario &scenario);

} // namespace roadstead
