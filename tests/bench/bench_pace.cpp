// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every pace makes of the whole grid of simulated networks: one line a cell, with what it
// missed (open + closed ports) and how many times the ideal it took. Prints a table, quickly and
// the same on every machine; an argument is the number of seeds that each cell is run with, and the
// line then tells of the worst.

#include "tests/support/simulationgrid.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace roadstead;

namespace {

/// By mistakes, then by time.
bool isWorse(const SimulationReport &report, const SimulationReport &other)
{
    const auto mistakes = report.mistakes.total();
    const auto others = other.mistakes.total();
    return mistakes != others ? mistakes > others : report.time > other.time;
}

void printTable(const GridPolicy &policy, int seeds)
{
    std::printf("%-45s%s\n", qPrintable(policy.name), qPrintable(SimulationReport::header()));
    quint64 mistakes = 0;
    int broken = 0;
    for (const GridCell &cell : gridCells()) {
        SimulationReport worst = runCell(cell, policy);
        mistakes += worst.mistakes.total();
        for (int seed = 2; seed <= seeds; ++seed) {
            const SimulationReport report = runCell(cell, policy, static_cast<quint64>(seed));
            mistakes += report.mistakes.total();
            if (isWorse(report, worst))
                worst = report;
        }
        const QString promise = brokenPromise(worst, policy);
        broken += promise.isEmpty() ? 0 : 1;
        std::printf("%-45s%s  %s\n", qPrintable(cell.name()), qPrintable(worst.toText()),
                    qPrintable(promise));
    }
    const auto scans = gridCells().size() * GridCell::kHosts * static_cast<size_t>(seeds);
    std::printf("%s: %d of %zu cells broken; %llu ports missed in %zu scans of a host (%llu "
                "allowed)\n",
                qPrintable(policy.name), broken, gridCells().size(),
                static_cast<unsigned long long>(mistakes), scans,
                static_cast<unsigned long long>(allowedMistakes(scans)));
}

} // namespace

int main(int argc, char **argv)
{
    const int seeds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1;
    for (const GridPolicy &policy : gridPolicies())
        printTable(policy, seeds);
    return 0;
}
