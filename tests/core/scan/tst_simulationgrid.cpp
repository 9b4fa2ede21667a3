// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every pace on the cells of the grid where it promises to hold: every port has exactly one row, no
// more ports are missed than the target allows, never more in flight than the window, no host waits
// for the others, and all is done within so many times the ideal. The table of the whole grid is
// printed by bench_pace.

#include "tests/support/randomnetwork.h"
#include "tests/support/simulatedscenarios.h"
#include "tests/support/simulationgrid.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

class TestSimulationGrid : public QObject
{
    Q_OBJECT

private slots:
    void keepsItsPromises_data();
    void keepsItsPromises();
    void holdsInScenarios_data();
    void holdsInScenarios();
    void staysSoundOnRandomNetworks();
    void seesABrokenPromise();
    void allowsAsManyMistakesAsChanceMakes();
};

void TestSimulationGrid::keepsItsPromises_data()
{
    QTest::addColumn<size_t>("policy");
    QTest::addColumn<size_t>("cell");

    const std::vector<GridPolicy> policies = gridPolicies();
    const std::vector<GridCell> cells = gridCells();
    for (size_t policy = 0; policy < policies.size(); ++policy) {
        for (size_t cell = 0; cell < cells.size(); ++cell) {
            if (policies[policy].mustHoldIn(cells[cell]))
                QTest::addRow("%s: %s", qPrintable(policies[policy].name),
                              qPrintable(cells[cell].name()))
                    << policy << cell;
        }
    }
}

void TestSimulationGrid::keepsItsPromises()
{
    QFETCH(const size_t, policy);
    QFETCH(const size_t, cell);
    const GridPolicy tested = gridPolicies().at(policy);
    const SimulationReport report = runCell(gridCells().at(cell), tested);
    const QString broken = brokenPromise(report, tested);
    QVERIFY2(broken.isEmpty(),
             qPrintable(broken + u'\n' + SimulationReport::header() + u'\n' + report.toText()));
}

void TestSimulationGrid::holdsInScenarios_data()
{
    QTest::addColumn<size_t>("policy");
    QTest::addColumn<size_t>("scenario");

    const std::vector<GridPolicy> policies = gridPolicies();
    const std::vector<Scenario> all = scenarios();
    for (size_t policy = 0; policy < policies.size(); ++policy) {
        for (size_t scenario = 0; scenario < all.size(); ++scenario) {
            if (policies[policy].mustHoldInScenario(all[scenario].name))
                QTest::addRow("%s: %s", qPrintable(policies[policy].name),
                              qPrintable(all[scenario].name))
                    << policy << scenario;
        }
    }
}

void TestSimulationGrid::holdsInScenarios()
{
    QFETCH(const size_t, policy);
    QFETCH(const size_t, scenario);
    const GridPolicy tested = gridPolicies().at(policy);
    const Scenario network = scenarios().at(scenario);
    const SimulationReport report = runScenario(network, tested);
    const QString broken = brokenPromise(report, tested, network);
    QVERIFY2(broken.isEmpty(),
             qPrintable(broken + u'\n' + SimulationReport::header() + u'\n' + report.toText()));
}

/// Whatever it misses there, and however long it takes.
void TestSimulationGrid::staysSoundOnRandomNetworks()
{
    constexpr quint64 kNetworks = 30;
    for (const GridPolicy &policy : gridPolicies()) {
        for (quint64 seed = 1; seed <= kNetworks; ++seed) {
            const SimulationReport report = runScenario(randomNetwork(seed), policy, seed);
            const QString broken = brokenInvariant(report, policy);
            QVERIFY2(broken.isEmpty(),
                     qPrintable(policy.name + u' ' + QString::number(seed) + QStringLiteral(": ")
                                + broken + u'\n' + report.toText()));
        }
    }
}

/// The fixed pace where it must not be expected to hold, and where its promise is too much.
void TestSimulationGrid::seesABrokenPromise()
{
    const GridPolicy fixed = fixedPolicy();
    const GridCell healthy{.roundTrip = 20ms};
    const GridCell lossy{.roundTrip = 20ms, .loss = 0.28};
    QCOMPARE(brokenPromise(runCell(lossy, fixed), fixed), QStringLiteral("too many ports missed"));
    GridPolicy strict = fixed;
    strict.patience = {};
    QCOMPARE(brokenPromise(runCell(healthy, strict), strict), QString());
    strict.timesIdeal = 1;
    QCOMPARE(brokenPromise(runCell(healthy, strict), strict), QStringLiteral("too slow"));
    strict.window = 100;
    QCOMPARE(brokenPromise(runCell(healthy, strict), strict),
             QStringLiteral("more in flight than allowed"));
    SimulationReport unfair = runCell(healthy, fixed);
    unfair.lastHostDone = 10s;
    QCOMPARE(brokenPromise(unfair, fixed), QStringLiteral("a host waits for the others"));
    unfair = runCell(healthy, fixed);
    unfair.longestPause = 5s;
    QCOMPARE(brokenPromise(unfair, fixed), QStringLiteral("a host is left alone"));
    unfair = runCell(healthy, fixed);
    unfair.lastHostBegun = 1s;
    QCOMPARE(brokenPromise(unfair, fixed), QStringLiteral("a host is begun late"));
    unfair = runCell(healthy, fixed);
    unfair.idleTurns = 1'000'000;
    QCOMPARE(brokenPromise(unfair, fixed), QStringLiteral("a loop turns for nothing"));
    unfair = runCell(healthy, fixed);
    unfair.missingRows = 1;
    QCOMPARE(brokenPromise(unfair, fixed), QStringLiteral("not every port has one row"));
}

void TestSimulationGrid::allowsAsManyMistakesAsChanceMakes()
{
    QCOMPARE(allowedMistakes(0), quint64(0));
    QCOMPARE(allowedMistakes(1), quint64(0)); // a chance of one in a thousand
    QCOMPARE(allowedMistakes(4), quint64(1));
    QCOMPARE(allowedMistakes(400), quint64(3)); // 0.4 expected; more than 3: 8 times in 10,000
    QCOMPARE(allowedMistakes(10'000), quint64(21));
}

QTEST_GUILESS_MAIN(TestSimulationGrid)
#include "tst_simulationgrid.moc"
