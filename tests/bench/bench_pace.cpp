// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every pace makes of the whole grid of simulated networks and of the scenarios: one line
// each, with what it missed (open + closed ports) and how many times the ideal it took. Prints a
// table, quickly and the same on every machine; an argument is the number of seeds that each is run
// with, and the line then tells of the worst.

#include "tests/support/randomnetwork.h"
#include "tests/support/simulatedscenarios.h"
#include "tests/support/simulationgrid.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace roadstead;

namespace {

constexpr quint64 kRandomNetworks = 60;

/// By mistakes, then by time.
bool isWorse(const SimulationReport &report, const SimulationReport &other)
{
    const auto mistakes = report.mistakes.total();
    const auto others = other.mistakes.total();
    return mistakes != others ? mistakes > others : report.time > other.time;
}

/// The worst of so many runs; adds up what all of them missed.
template <typename Run>
SimulationReport worstOf(int seeds, const Run &run, quint64 &mistakes)
{
    SimulationReport worst;
    for (int seed = 1; seed <= seeds; ++seed) {
        const SimulationReport report = run(static_cast<quint64>(seed));
        mistakes += report.mistakes.total();
        if (seed == 1 || isWorse(report, worst))
            worst = report;
    }
    return worst;
}

void printLine(const QString &name, const SimulationReport &report, const QString &broken)
{
    std::printf("%-45s%s  %s\n", qPrintable(name), qPrintable(report.toText()), qPrintable(broken));
}

void printGrid(const GridPolicy &policy, int seeds)
{
    std::printf("%-45s%s\n", qPrintable(policy.name), qPrintable(SimulationReport::header()));
    quint64 mistakes = 0;
    int broken = 0;
    for (const GridCell &cell : gridCells()) {
        const auto run = [&](quint64 seed) { return runCell(cell, policy, seed); };
        const SimulationReport worst = worstOf(seeds, run, mistakes);
        const QString promise = brokenPromise(worst, policy);
        broken += promise.isEmpty() ? 0 : 1;
        printLine(cell.name(), worst, promise);
    }
    const auto scans = gridCells().size() * GridCell::kHosts * static_cast<size_t>(seeds);
    std::printf("%s: %d of %zu cells broken; %llu ports missed in %zu scans of a host (%llu "
                "allowed)\n",
                qPrintable(policy.name), broken, gridCells().size(),
                static_cast<unsigned long long>(mistakes), scans,
                static_cast<unsigned long long>(allowedMistakes(scans)));
}

void printScenarios(const GridPolicy &policy, int seeds)
{
    quint64 mistakes = 0;
    for (const Scenario &scenario : scenarios()) {
        const auto run = [&](quint64 seed) { return runScenario(scenario, policy, seed); };
        const SimulationReport worst = worstOf(seeds, run, mistakes);
        printLine(scenario.name, worst, brokenPromise(worst, policy, scenario));
    }
    std::printf("%s: %llu ports missed in all scenarios\n", qPrintable(policy.name),
                static_cast<unsigned long long>(mistakes));
}

void printRandom(const GridPolicy &policy)
{
    quint64 mistakes = 0;
    int broken = 0;
    for (quint64 seed = 1; seed <= kRandomNetworks; ++seed) {
        const Scenario network = randomNetwork(seed);
        const SimulationReport report = runScenario(network, policy, seed);
        const QString promise = brokenPromise(report, policy, network);
        mistakes += report.mistakes.total();
        broken += promise.isEmpty() ? 0 : 1;
        printLine(network.name, report, promise);
    }
    std::printf("%s: %d of %llu random networks broken; %llu ports missed\n",
                qPrintable(policy.name), broken, static_cast<unsigned long long>(kRandomNetworks),
                static_cast<unsigned long long>(mistakes));
}

} // namespace

int main(int argc, char **argv)
{
    const int seeds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1;
    for (const GridPolicy &policy : gridPolicies()) {
        printGrid(policy, seeds);
        printScenarios(policy, seeds);
        printRandom(policy);
    }
    return 0;
}
