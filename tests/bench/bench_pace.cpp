// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every pace makes of the whole grid of simulated networks and of the scenarios: one line
// each, with what it missed (open + closed ports) and how many times the ideal it took. Prints a
// table, quickly and the same on every machine; an argument is the number of seeds that each is run
// with, and the line then tells of the worst; a second one adds the fixed pace to compare with.
// `bench_pace --watch NAME` shows how one scan goes.

#include "tests/support/randomnetwork.h"
#include "tests/support/simulatedscenarios.h"
#include "tests/support/simulationgrid.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace roadstead;

namespace {

constexpr quint64 kRandomNetworks = 60;
constexpr int kWatchSteps = 240;
constexpr auto kWatchInterval = std::chrono::milliseconds(500);

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

/// How a scan of one scenario or random network goes, twice a second.
void watch(const Scenario &scenario, const GridPolicy &policy, quint64 seed)
{
    SimulatedBench bench(seed);
    Simulation simulation(bench.clock, bench.network,
                          {.plan = scenario.build(bench), .setPace = policy.setPace, .loops = 2});
    std::printf("%s, %s\n", qPrintable(policy.name), qPrintable(scenario.name));
    for (int step = 1; step <= kWatchSteps; ++step) {
        const bool isDone = simulation.runUntil(step * kWatchInterval);
        std::printf("%6.1f s: %lld rows, %llu SYNs, %lld changes", step * 0.5,
                    static_cast<long long>(simulation.rows.size()),
                    static_cast<unsigned long long>(simulation.started()),
                    static_cast<long long>(simulation.changes.size()));
        for (const PaceFigures &loop : simulation.figures())
            std::printf(" | %d in flight, %llu silent, loss %.3f, %.1f ms%s", loop.inFlight,
                        static_cast<unsigned long long>(loop.silentPorts), loop.loss,
                        static_cast<double>(loop.rtt.count()) / 1000,
                        loop.isPathLimit ? ", cut" : "");
        std::printf("\n");
        if (isDone)
            return;
    }
}

/// A scenario or a cell of the grid by its name, or a random network by its number.
Scenario scenarioNamed(const QString &name)
{
    bool isNumber = false;
    const quint64 seed = name.toULongLong(&isNumber);
    if (isNumber)
        return randomNetwork(seed);
    for (const Scenario &scenario : scenarios()) {
        if (scenario.name == name)
            return scenario;
    }
    for (const GridCell &cell : gridCells()) {
        if (cell.name() == name)
            return {.name = name,
                    .build = [cell](SimulatedBench &bench) { return buildCell(cell, bench); }};
    }
    std::fprintf(stderr, "no scenario %s\n", qPrintable(name));
    std::exit(2);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 2 && QByteArrayView(argv[1]) == "--watch") {
        const Scenario scenario = scenarioNamed(QString::fromLocal8Bit(argv[2]));
        bool isNumber = false;
        const quint64 seed = QByteArray(argv[2]).toULongLong(&isNumber);
        watch(scenario, timingPolicy(Timing::Normal), isNumber ? seed : 1);
        return 0;
    }
    const int seeds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1;
    const bool isFixedToo = argc > 2;
    for (const GridPolicy &policy : gridPolicies()) {
        if (policy.name == fixedPolicy().name && !isFixedToo)
            continue;
        printGrid(policy, seeds);
        printScenarios(policy, seeds);
        printRandom(policy);
    }
    return 0;
}
