// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The estimate against what was measured on real sockets (its shortest), and against the real scan
// loops on simulated networks in which nobody answers (its longest).

#include "core/scan/durationestimate.h"
#include "core/scan/pacechoice.h"
#include "tests/support/simulatedbench.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr int kPlenty = 100'000;

ScanMachine machine(int processors = 2)
{
    return {.processors = processors, .descriptors = kPlenty, .neighbours = {}};
}

ScanDuration estimate(const ScanSize &size, const ScanOptions &options = {})
{
    return estimateDuration(size, options, machine());
}

ScanSize sizeOf(quint64 hosts, quint64 ports)
{
    return {.hosts = hosts, .neighbours = 0, .connections = hosts * ports};
}

double seconds(Duration time)
{
    return std::chrono::duration<double>(time).count();
}

/// As ScanThreads gives it to the loops.
void setPace(ScanLoopParts &parts, const ScanOptions &options, quint64 hosts, int loops)
{
    const auto sharers = areHostsSharedOut(hosts, loops) ? 1 : loops;
    parts.rules.pace = paceSettings(options, sharers);
    parts.rules.scanDownHosts = options.scanDownHosts;
    parts.rules.skipSilent = options.skipSilent;
    parts.limits.window = std::max(1, wantedInFlight(options) / loops);
    parts.limits.rate = static_cast<double>(wantedRate(options)) / loops;
    parts.share.gatedHosts = kGatedHosts / static_cast<quint64>(loops);
    parts.share.activeHosts =
        options.scanDownHosts ? parts.share.gatedHosts : kActiveHosts / static_cast<quint64>(loops);
}

enum class Nobody : quint8 {
    BehindARouter,
    OnOurLink,
};

/// How long the real loops take, in simulated time.
Duration simulated(quint32 hosts, quint16 ports, const ScanOptions &options,
                   Nobody nobody = Nobody::BehindARouter)
{
    constexpr int kLoops = 2;
    SimulatedBench bench;
    HostModel gone{.ports = everyPort(PortAnswer::dropped()), .path = bench.network.addPath({})};
    gone.neighbour = {.isOnLink = true, .joinsAt = Duration::max()};
    if (nobody == Nobody::OnOurLink)
        bench.addHosts(hosts, gone);
    Simulation simulation(
        bench.clock, bench.network,
        {.plan = SimulatedBench::plan(hosts, ports),
         .setPace = [&](ScanLoopParts &parts, int loops) { setPace(parts, options, hosts, loops); },
         .loops = kLoops});
    return simulation.run() ? simulation.elapsed() : Duration::max();
}

} // namespace

class TestDurationEstimate final : public QObject
{
    Q_OBJECT

private slots:
    void isAsQuickAsWasMeasured_data();
    void isAsQuickAsWasMeasured();
    void takesAsLongAsSilence_data();
    void takesAsLongAsSilence();
    void takesAsLongAsNobodyAtHome();
    void keepsToTheRate_data();
    void keepsToTheRate();
    void hasLittleToGoByWithFewDescriptors();
    void waitsForTheLiarCheck();
    void staysWithinBounds();
};

void TestDurationEstimate::isAsQuickAsWasMeasured_data()
{
    QTest::addColumn<quint64>("hosts");
    QTest::addColumn<quint64>("ports");
    QTest::addColumn<int>("threads");
    QTest::addColumn<double>("measured");

    // docs/PERFORMANCE.md; the start of the process and the writing of the rows are in them.
    QTest::newRow("LAN") << quint64(1) << quint64(65'535) << 2 << 1.06;
    QTest::newRow("four hosts") << quint64(4) << quint64(65'535) << 2 << 4 * 65'535 * 15.26e-6;
    QTest::newRow("sixteen hosts") << quint64(16) << quint64(65'535) << 2 << 16 * 65'535 * 15.26e-6;
    QTest::newRow("/24, all alive") << quint64(254) << quint64(100) << 2 << 0.48;
    QTest::newRow("one thread") << quint64(1) << quint64(60'000) << 1 << 60'000 / 41'400.0;
}

void TestDurationEstimate::isAsQuickAsWasMeasured()
{
    QFETCH(const quint64, hosts);
    QFETCH(const quint64, ports);
    QFETCH(const int, threads);
    QFETCH(const double, measured);
    ScanOptions options;
    options.threads = threads;
    const double shortest = seconds(estimate(sizeOf(hosts, ports), options).shortest);
    QVERIFY2(shortest > 0.75 * measured && shortest < 1.1 * measured,
             qPrintable(QString::number(shortest)));
}

void TestDurationEstimate::takesAsLongAsSilence_data()
{
    QTest::addColumn<quint32>("hosts");
    QTest::addColumn<quint16>("ports");
    QTest::addColumn<ScanOptions>("options");

    ScanOptions gentle;
    gentle.timing = Timing::Gentle;
    ScanOptions fast;
    fast.timing = Timing::Fast;
    ScanOptions fixed;
    fixed.timeout = 100ms;
    fixed.retries = 3;
    ScanOptions once;
    once.retries = 0;
    ScanOptions narrow;
    narrow.maxInFlight = 50;
    ScanOptions perHost;
    perHost.perHost = 10;
    ScanOptions skipping;
    skipping.skipSilent = true;
    ScanOptions downToo;
    downToo.scanDownHosts = true;
    const auto add = [](const char *name, quint32 hosts, quint16 ports,
                        const ScanOptions &options = {}) {
        QTest::newRow(name) << hosts << ports << options;
    };
    add("one port", 1, 1);
    add("a host", 1, 100);
    add("a host, 1,000 ports", 1, 1'000);
    add("a host, 20,000 ports", 1, 20'000);
    add("/24, one port", 254, 1);
    add("/24", 254, 100);
    add("/20, ten ports", 4'096, 10);
    add("three /20, one port", 3 * 4'096, 1);
    add("gentle host", 1, 500, gentle);
    add("gentle /24, ten ports", 254, 10, gentle);
    add("fast host", 1, 20'000, fast);
    add("fixed timeout and retries", 16, 1'000, fixed);
    add("once", 40, 500, once);
    add("50 in flight", 40, 50, narrow);
    add("10 per host", 40, 200, perHost);
    add("skipping silent hosts", 2'000, 200, skipping);
    add("down hosts, too", 2'048, 4, downToo);
}

void TestDurationEstimate::takesAsLongAsSilence()
{
    QFETCH(const quint32, hosts);
    QFETCH(const quint16, ports);
    QFETCH(const ScanOptions, options);
    const double longest = seconds(estimate(sizeOf(hosts, ports), options).longest);
    const double took = seconds(simulated(hosts, ports, options));
    QVERIFY2(longest > 0.8 * took && longest < 1.25 * took,
             qPrintable(QStringLiteral("%1 s, and %2 s in truth").arg(longest).arg(took)));
}

/// Neighbours that nobody answers for.
void TestDurationEstimate::takesAsLongAsNobodyAtHome()
{
    constexpr quint32 kHosts = 2'000;
    const ScanSize size{.hosts = kHosts, .neighbours = kHosts, .connections = kHosts * 10};
    const double longest = seconds(estimate(size).longest);
    const double took = seconds(simulated(kHosts, 10, {}, Nobody::OnOurLink));
    QVERIFY2(longest > 0.8 * took && longest < 1.25 * took,
             qPrintable(QStringLiteral("%1 s, and %2 s in truth").arg(longest).arg(took)));
}

void TestDurationEstimate::keepsToTheRate_data()
{
    QTest::addColumn<ScanOptions>("options");
    QTest::addColumn<double>("rate");
    ScanOptions gentle;
    gentle.timing = Timing::Gentle;
    QTest::newRow("gentle") << gentle << 500.0;
    ScanOptions rate;
    rate.rate = 100;
    QTest::newRow("100/s") << rate << 100.0;
    gentle.rate = 2'000;
    QTest::newRow("gentle, 2,000/s") << gentle << 2'000.0;
}

void TestDurationEstimate::keepsToTheRate()
{
    QFETCH(const ScanOptions, options);
    QFETCH(const double, rate);
    const ScanDuration duration = estimate(sizeOf(256, 1'000), options);
    const double once = 256'000 / rate;
    QVERIFY(std::abs(seconds(duration.shortest) - once) < 0.01 * once);
    QVERIFY(seconds(duration.longest) >= 2 * once); // every port is tried twice
}

void TestDurationEstimate::hasLittleToGoByWithFewDescriptors()
{
    const ScanSize size = sizeOf(254, 1'000);
    ScanMachine poor = machine();
    poor.descriptors = 200;
    const ScanDuration rich = estimateDuration(size, {}, machine());
    const ScanDuration duration = estimateDuration(size, {}, poor);
    QVERIFY(duration.longest > 40 * rich.longest);
    QCOMPARE(duration.shortest, rich.shortest); // few at once are enough where answers are quick
    poor.descriptors = 0;
    QVERIFY(estimateDuration(size, {}, poor).longest > duration.longest);
}

void TestDurationEstimate::waitsForTheLiarCheck()
{
    ScanOptions options;
    options.checkLiars = true;
    QCOMPARE(estimate(sizeOf(1, 10), options).shortest, 2'000ms);
}

void TestDurationEstimate::staysWithinBounds()
{
    QCOMPARE(estimate(sizeOf(1, 0)), ScanDuration());
    ScanSize all;
    all.hosts = all.connections = std::numeric_limits<quint64>::max();
    ScanOptions slow;
    slow.rate = 1;
    const ScanDuration most = estimate(all, slow);
    QVERIFY(most.shortest.count() > 0 && most.shortest <= most.longest);
    QCOMPARE(most, estimate(all, slow));
    for (quint64 hosts = 1; hosts < 1'000'000; hosts *= 7) {
        for (quint64 ports = 1; ports < 65'536; ports *= 5) {
            const ScanDuration duration = estimate(sizeOf(hosts, ports));
            QVERIFY(duration.shortest <= duration.longest);
            QVERIFY(duration.longest < estimate(sizeOf(2 * hosts, ports)).longest
                    || hosts * ports < 100'000);
        }
    }
}

QTEST_GUILESS_MAIN(TestDurationEstimate)
#include "tst_durationestimate.moc"
