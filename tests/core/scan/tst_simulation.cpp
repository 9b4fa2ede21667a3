// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Real scan loops on simulated networks: that the harness drives them as threads would, and that
// its report sees what goes wrong.

#include "core/result/inferred.h"
#include "tests/support/simulatedbench.h"
#include "tests/support/simulationreport.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

SimulationSetup::SetPace fixedPace(int window, Duration timeout = 900ms, int retries = 1)
{
    return [=](ScanLoopParts &parts, int loops) {
        parts.limits.window = std::max(1, window / loops);
        parts.rules.pace.fixTimeout(timeout);
        parts.rules.pace.fixRetries(retries);
        parts.rules.pace.initialWindow = parts.rules.pace.silentWindow = parts.limits.window;
    };
}

/// One port in a hundred is open, the others closed.
PortAnswer mostlyClosed(quint16 port)
{
    return port % 100 == 0 ? PortAnswer::open() : PortAnswer::closed();
}

HostModel answering(size_t path)
{
    return {.ports = mostlyClosed, .path = path};
}

HostModel neverThere(size_t path)
{
    HostModel host = answering(path);
    host.neighbour = {.isOnLink = true, .joinsAt = Duration::max()};
    return host;
}

qsizetype blockedRows(const Simulation &simulation)
{
    return std::count_if(simulation.details.cbegin(), simulation.details.cend(),
                         [](const RowDetail &row) {
                             return row.detail.inferred.startsWith(inferred::kBlockedSince);
                         });
}

} // namespace

class TestSimulation : public QObject
{
    Q_OBJECT

private slots:
    void scansAWholeHost();
    void isTheSameForTheSameSeed();
    void sharesTheWorkAmongLoops_data();
    void sharesTheWorkAmongLoops();
    void takesTimeToSend();
    void tellsEveryLoopThatAHostIsDown();
    void stopsAtItsDeadline();
    void seesWhatOneTryMisses();
    void seesAQueueOverflow();
    void callsNoSilenceOfABlockingHostAMistake();
    void blamesAHostWhereOthersAnswerCanariesOnly();
    void seesALoopThatLacksDescriptors();
    void knowsTheIdeal_data();
    void knowsTheIdeal();
};

void TestSimulation::scansAWholeHost()
{
    SimulatedBench bench;
    bench.addHosts(1, answering(bench.network.addPath({.roundTrip = 300us})));
    Simulation simulation(bench.clock, bench.network,
                          {.plan = SimulatedBench::plan(1, 65'535), .setPace = fixedPace(1'000)});
    QVERIFY(simulation.run());
    const SimulationReport report = reportOf(simulation);
    QVERIFY2(report.isComplete(), qPrintable(report.toText()));
    QCOMPARE(report.mistakes.total(), quint64(0));
    QCOMPARE(report.synsPerPort, 1.0);
    QVERIFY(report.mostInFlight <= 1'000);
    QVERIFY2(report.timesIdeal() < 1.2, qPrintable(report.toText()));
    QVERIFY(report.idleTurns < 100);
}

void TestSimulation::isTheSameForTheSameSeed()
{
    QList<QList<PortResult>> runs;
    for (const quint64 seed : {7U, 7U, 8U}) {
        SimulatedBench bench(seed);
        const size_t path = bench.network.addPath(
            {.roundTrip = 20ms, .jitter = {.mean = 2ms}, .lossUp = 0.05, .lossDown = 0.05});
        bench.addHosts(3, answering(path));
        Simulation simulation(
            bench.clock, bench.network,
            {.plan = SimulatedBench::plan(3, 300), .setPace = fixedPace(100), .loops = 2});
        QVERIFY(simulation.run());
        runs.append(simulation.rows);
    }
    QCOMPARE(runs[0], runs[1]);
    QVERIFY(runs[0] != runs[2]);
}

void TestSimulation::sharesTheWorkAmongLoops_data()
{
    QTest::addColumn<int>("loops");
    QTest::addColumn<quint32>("hosts");
    QTest::newRow("one loop") << 1 << 1U;
    QTest::newRow("two at one host") << 2 << 1U;
    QTest::newRow("four at many hosts") << 4 << 100U;
}

void TestSimulation::sharesTheWorkAmongLoops()
{
    QFETCH(const int, loops);
    QFETCH(const quint32, hosts);
    SimulatedBench bench;
    bench.addHosts(hosts, answering(bench.network.addPath({.roundTrip = 20ms})));
    Simulation simulation(
        bench.clock, bench.network,
        {.plan = SimulatedBench::plan(hosts, 200), .setPace = fixedPace(400), .loops = loops});
    QVERIFY(simulation.run());
    const SimulationReport report = reportOf(simulation);
    QVERIFY2(report.isComplete(), qPrintable(report.toText()));
    QCOMPARE(report.mistakes.total(), quint64(0));
    QVERIFY(report.mostInFlight <= 400);
    QVERIFY(simulation.mostInFlight() <= 400 / loops);
    QVERIFY(simulation.mostInFlight() > 0);
}

/// Twice the loops take half the time, since each has a processor.
void TestSimulation::takesTimeToSend()
{
    QList<double> seconds;
    for (const int loops : {1, 2}) {
        SimulatedBench bench;
        bench.addHosts(1, answering(bench.network.addPath({.roundTrip = 300us})));
        Simulation simulation(bench.clock, bench.network,
                              {.plan = SimulatedBench::plan(1, 20'000),
                               .setPace = fixedPace(1'000),
                               .loops = loops,
                               .startCost = 30us,
                               .endCost = 20us});
        QVERIFY(simulation.run());
        seconds.append(Seconds(simulation.elapsed()).count());
    }
    QVERIFY2(seconds[0] > 1 && seconds[0] < 1.2, qPrintable(QString::number(seconds[0])));
    QVERIFY2(seconds[1] > 0.5 && seconds[1] < 0.6, qPrintable(QString::number(seconds[1])));
}

/// Each thread has half of the ports of four hosts.
void TestSimulation::tellsEveryLoopThatAHostIsDown()
{
    SimulatedBench bench;
    bench.addHosts(4, neverThere(bench.network.addPath({.roundTrip = 300us})));
    Simulation simulation(
        bench.clock, bench.network,
        {.plan = SimulatedBench::plan(4, 1'000), .setPace = fixedPace(1'000), .loops = 2});
    QVERIFY(simulation.run());
    const SimulationReport report = reportOf(simulation);
    QVERIFY2(report.isComplete(), qPrintable(report.toText()));
    QCOMPARE(report.mistakes.total(), quint64(0));
    QVERIFY2(report.time < 4s, qPrintable(report.toText()));
    QVERIFY(report.time > 3s);
    QCOMPARE(report.synsPerPort, 0.0);
    QCOMPARE(bench.network.figures().mostUnresolved, 4);
    QVERIFY(report.mostPerHost <= 8); // scouts, of two threads
}

void TestSimulation::stopsAtItsDeadline()
{
    SimulatedBench bench;
    HostModel host{.ports = everyPort(PortAnswer::dropped()),
                   .path = bench.network.addPath({.roundTrip = 20ms})};
    bench.addHosts(1, host);
    Simulation simulation(
        bench.clock, bench.network,
        {.plan = SimulatedBench::plan(1, 1'000), .setPace = fixedPace(10), .deadline = 5s});
    QVERIFY(!simulation.run());
    const SimulationReport report = reportOf(simulation);
    QVERIFY(!report.isFinished);
    QVERIFY(report.time <= 5s);
    QVERIFY(report.missingRows > 900);
    QVERIFY(!report.isComplete());
}

void TestSimulation::seesWhatOneTryMisses()
{
    SimulatedBench bench;
    const size_t path = bench.network.addPath({.roundTrip = 20ms, .lossUp = 0.1, .lossDown = 0.1});
    bench.addHosts(1, answering(path));
    Simulation simulation(
        bench.clock, bench.network,
        {.plan = SimulatedBench::plan(1, 2'000), .setPace = fixedPace(100, 900ms, 0)});
    QVERIFY(simulation.run());
    const SimulationReport report = reportOf(simulation);
    QVERIFY(report.isComplete());
    QVERIFY(report.mistakes.missedClosed > 200);
    QVERIFY(report.mistakes.missedOpen > 0);
    QCOMPARE(report.mistakes.invented + report.mistakes.unknown, quint64(0));
}

void TestSimulation::seesAQueueOverflow()
{
    SimulatedBench bench;
    const size_t link = bench.network.addLink({.packetsPerSecond = 2'000, .queuePackets = 100});
    bench.addHosts(1, answering(bench.network.addPath({.roundTrip = 20ms, .link = link})));
    Simulation simulation(bench.clock, bench.network,
                          {.plan = SimulatedBench::plan(1, 5'000), .setPace = fixedPace(1'500)});
    QVERIFY(simulation.run());
    const SimulationReport report = reportOf(simulation);
    QVERIFY(report.isComplete());
    QVERIFY(report.queueDrops > 1'000);
    QVERIFY(report.mistakes.total() > 0);
    QVERIFY(report.longestWait <= 50ms + 500us);
    QVERIFY(report.utilisation > 0.1 && report.utilisation <= 1);
}

void TestSimulation::callsNoSilenceOfABlockingHostAMistake()
{
    SimulatedBench bench;
    HostModel host = answering(bench.network.addPath({.roundTrip = 20ms}));
    host.silentAfterSyns = 100;
    bench.addHosts(1, host);
    Simulation simulation(bench.clock, bench.network,
                          {.plan = SimulatedBench::plan(1, 2'000), .setPace = fixedPace(50)});
    QVERIFY(simulation.run());
    const SimulationReport report = reportOf(simulation);
    QVERIFY(report.isComplete());
    QCOMPARE(report.mistakes.total(), quint64(0));
    QVERIFY(blockedRows(simulation) > 0);
}

/// The other one's first port answers; all else of it is silent, and it is under way for minutes.
void TestSimulation::blamesAHostWhereOthersAnswerCanariesOnly()
{
    const PlanInput input = SimulatedBench::plan(2, 5'000);
    const Plan plan(input);
    quint16 first = 0;
    for (quint64 turn = 0; turn < 2; ++turn) {
        if (plan.hostAt(turn).address == SimulatedBench::address(1))
            first = plan.portAt(plan.hostAt(turn), 0);
    }
    SimulatedBench bench;
    HostModel host = answering(bench.network.addPath({.roundTrip = 20ms}));
    host.silentAfterSyns = 100;
    bench.addHosts(1, host);
    host.silentAfterSyns.reset();
    host.ports = [first](quint16 port) {
        return port == first ? PortAnswer::closed() : PortAnswer::dropped();
    };
    bench.network.setHost(SimulatedBench::address(1), host);
    Simulation simulation(bench.clock, bench.network,
                          {.plan = input, .setPace = fixedPace(50), .loops = 2});
    QVERIFY(simulation.run());
    QVERIFY(blockedRows(simulation) >= 5'000 - 100); // some answers went to canaries
    QCOMPARE(simulation.witnessRounds, 0);
}

void TestSimulation::seesALoopThatLacksDescriptors()
{
    SimulatedBench bench;
    bench.addHosts(1, answering(bench.network.addPath({.roundTrip = 20ms})));
    Simulation simulation(
        bench.clock, bench.network,
        {.plan = SimulatedBench::plan(1, 2'000), .setPace = fixedPace(500), .descriptors = 60});
    QVERIFY(simulation.run());
    const SimulationReport report = reportOf(simulation);
    QVERIFY(report.isComplete());
    QCOMPARE(report.mistakes.total(), quint64(0));
    QVERIFY(report.mostInFlight <= 60);
}

void TestSimulation::knowsTheIdeal_data()
{
    QTest::addColumn<double>("loss"); // up only
    QTest::addColumn<double>("linkRate"); // 0: none
    QTest::addColumn<int>("droppedOf1000");
    QTest::addColumn<double>("resets"); // a second; 0: no limit
    QTest::addColumn<double>("seconds");
    QTest::addColumn<int>("silentTries");

    // 1,000 ports, 24 us for each, 20 ms round trip.
    QTest::newRow("one round trip") << 0.0 << 0.0 << 0 << 0.0 << 0.044 << 0;
    QTest::newRow("two tries for silence") << 0.0 << 0.0 << 500 << 0.0 << 0.076 << 2;
    QTest::newRow("a narrow link") << 0.0 << 1'000.0 << 0 << 0.0 << 1.02 << 0;
    QTest::newRow("few resets") << 0.0 << 0.0 << 0 << 100.0 << 9.97 << 0;
    // ln(2,000) / ln(10) = 3.3 round trips
    QTest::newRow("loss") << 0.1 << 0.0 << 0 << 0.0 << 0.10667 << 0;
    // 500 silent ports x p^k at most 0.001, and 500 x 10/9 + 500 x 6 probes
    QTest::newRow("loss and silence") << 0.1 << 0.0 << 500 << 0.0 << 0.20533 << 6;
}

void TestSimulation::knowsTheIdeal()
{
    QFETCH(const double, loss);
    QFETCH(const double, linkRate);
    QFETCH(const int, droppedOf1000);
    QFETCH(const double, resets);
    SimulatedBench bench;
    PathModel path{.roundTrip = 20ms, .lossUp = loss};
    if (linkRate > 0)
        path.link = bench.network.addLink({.packetsPerSecond = linkRate});
    HostModel host{.ports =
                       [droppedOf1000](quint16 port) {
                           return port <= droppedOf1000 ? PortAnswer::dropped()
                                                        : PortAnswer::closed();
                       },
                   .path = bench.network.addPath(path)};
    if (resets > 0)
        host.resets = RateModel{.perSecond = resets, .burst = 5};
    bench.addHosts(1, host);
    const Simulation simulation(
        bench.clock, bench.network,
        {.plan = SimulatedBench::plan(1, 1'000), .setPace = fixedPace(100)});
    const Ideal ideal = idealOf(simulation);
    QTEST(ideal.silentTries, "silentTries");
    QFETCH(const double, seconds);
    const double found = Seconds(ideal.time).count();
    QVERIFY2(std::abs(found - seconds) < 1e-4, qPrintable(QString::number(found)));
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
