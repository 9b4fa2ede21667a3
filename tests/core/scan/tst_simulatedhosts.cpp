// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The simulated network's ends: hosts that limit what they answer, neighbours, and what this
// computer runs out of.

#include "tests/support/simulatedprobes.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

class TestSimulatedHosts : public QObject
{
    Q_OBJECT

private slots:
    void limitsResets();
    void limitsIcmpErrors();
    void sharesAFirewallsLimit();
    void fallsSilentAfterSoManySyns();
    void provesADeadNeighbour();
    void waitsForALateNeighbour();
    void hasRoomForSoManyNeighbours();
    void runsOutOfDescriptors();
};

void TestSimulatedHosts::limitsResets()
{
    SimulatedBench bench;
    HostModel host = hostOf(PortAnswer::closed(), bench.network.addPath({.roundTrip = 20ms}));
    host.resets = RateModel{.perSecond = 500, .burst = 5};
    bench.addHosts(1, host);
    Probes probes(bench);
    probes.startMany(100);
    probes.pass(500ms);
    QCOMPARE(probes.ended.size(), 5);
    QCOMPARE(bench.network.figures().resetsWithheld, quint64(95));
    for (int i = 0; i < 200; ++i) { // 2,000 a second
        probes.start(80);
        probes.pass(500us);
    }
    probes.pass(100ms);
    QCOMPARE(probes.ended.size(), 5 + 5 + 49); // full again, and 500 a second for 100 ms
}

void TestSimulatedHosts::limitsIcmpErrors()
{
    SimulatedBench bench;
    bench.addHosts(1, hostOf(PortAnswer::rejected(3), bench.network.addPath({.roundTrip = 20ms})));
    Probes probes(bench);
    probes.startMany(20);
    probes.pass(100ms);
    QCOMPARE(probes.ended.size(), 6);
    for (int i = 0; i < 35; ++i) { // the kernel repeats its SYNs too
        probes.start(80);
        probes.pass(100ms);
    }
    QCOMPARE(probes.ended.size(), 6 + 3);
    QCOMPARE(probes.ended.first().outcome.detail.icmp->sender, SimulatedBench::address());
}

void TestSimulatedHosts::sharesAFirewallsLimit()
{
    SimulatedBench bench;
    const Address firewall = SimulatedBench::address(99);
    PortAnswer rejected = PortAnswer::rejected(13);
    rejected.sender = firewall;
    HostModel host = hostOf(rejected, bench.network.addPath({.roundTrip = 20ms}));
    host.sharedIcmp = bench.network.addLimiter(kLinuxIcmpRate);
    bench.addHosts(10, host);
    Probes probes(bench);
    for (quint32 i = 0; i < 10; ++i)
        probes.start(80, i);
    probes.pass(100ms);
    QCOMPARE(probes.ended.size(), 6);
    QCOMPARE(probes.ended.first().outcome.detail.icmp->sender, firewall);
}

void TestSimulatedHosts::fallsSilentAfterSoManySyns()
{
    SimulatedBench bench;
    HostModel host = hostOf(PortAnswer::closed(), bench.network.addPath({.roundTrip = 20ms}));
    host.silentAfterSyns = 30;
    bench.addHosts(1, host);
    Probes probes(bench);
    probes.startMany(50);
    probes.pass(20s);
    QCOMPARE(probes.ended.size(), 30);
    QVERIFY(host.mayFallSilent());
}

void TestSimulatedHosts::provesADeadNeighbour()
{
    SimulatedBench bench;
    HostModel host = hostOf(PortAnswer::closed(), bench.network.addPath({.roundTrip = 200us}));
    host.neighbour = {.isOnLink = true, .joinsAt = Duration::max()};
    bench.addHosts(1, host);
    Probes probes(bench);
    QCOMPARE(probes.prober.neighbour(SimulatedBench::address()), NeighbourState::Unknown);
    probes.start(80);
    probes.start(81);
    probes.pass(3'059ms);
    QCOMPARE(probes.prober.neighbour(SimulatedBench::address()), NeighbourState::Unresolved);
    QVERIFY(probes.ended.isEmpty());
    probes.pass(2ms);
    QCOMPARE(probes.prober.neighbour(SimulatedBench::address()), NeighbourState::Failed);
    QCOMPARE(probes.ended.size(), 2);
    for (const Ended &ended : std::as_const(probes.ended)) {
        QVERIFY(ended.outcome.neighbourFailed);
        QCOMPARE(ended.outcome.reason, Reason::HostUnreach);
        QVERIFY(ended.outcome.rttMicroseconds == PortResult::kNoRtt);
    }
    QCOMPARE(bench.network.figures().syns, quint64(0));
    probes.start(82);
    QCOMPARE(probes.prober.neighbour(SimulatedBench::address()), NeighbourState::Unresolved);
}

/// The request that it answers is the kernel's third, two seconds after the first.
void TestSimulatedHosts::waitsForALateNeighbour()
{
    SimulatedBench bench;
    HostModel host = hostOf(PortAnswer::closed(), bench.network.addPath({.roundTrip = 200us}));
    host.neighbour = {.isOnLink = true, .joinsAt = 1'500ms};
    bench.addHosts(1, host);
    Probes probes(bench);
    probes.start(80);
    probes.pass(5s);
    QCOMPARE(probes.ended.size(), 1);
    QCOMPARE(probes.ended.first().outcome.state, PortState::Closed);
    QVERIFY(probes.ended.first().after == 2s + 400us);
    QCOMPARE(probes.prober.neighbour(SimulatedBench::address()), NeighbourState::Resolved);
}

void TestSimulatedHosts::hasRoomForSoManyNeighbours()
{
    SimulatedBench bench(SimulatedNetwork::Settings{.neighbourTable = 10});
    HostModel host = hostOf(PortAnswer::closed(), bench.network.addPath({.roundTrip = 200us}));
    host.neighbour = {.isOnLink = true, .joinsAt = Duration::max()};
    bench.addHosts(12, host);
    Probes probes(bench);
    for (quint32 i = 0; i < 12; ++i)
        probes.start(80, i);
    QCOMPARE(probes.ended.size(), 2);
    QCOMPARE(probes.ended.first().outcome.shortage, Shortage::Memory);
    QCOMPARE(bench.network.figures().mostUnresolved, 10);
    probes.pass(4s);
    QCOMPARE(probes.ended.size(), 12);
}

void TestSimulatedHosts::runsOutOfDescriptors()
{
    SimulatedBench bench;
    bench.addHosts(1, hostOf(PortAnswer::closed(), bench.network.addPath({.roundTrip = 20ms})));
    Probes probes(bench, 5);
    probes.startMany(6);
    QCOMPARE(probes.ended.size(), 1);
    QCOMPARE(probes.ended.first().outcome.shortage, Shortage::Descriptors);
    probes.pass(30ms);
    QCOMPARE(probes.ended.size(), 6);
    probes.start(80);
    QCOMPARE(probes.ended.size(), 6);
}

QTEST_GUILESS_MAIN(TestSimulatedHosts)
#include "tst_simulatedhosts.moc"
