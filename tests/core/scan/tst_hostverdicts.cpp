// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/scan/hostoutcomes.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

ProbeOutcome noRoute()
{
    ProbeOutcome outcome = verdictOutcome(PortState::Filtered, Reason::NoRoute);
    outcome.rttMicroseconds = PortResult::kNoRtt;
    return outcome;
}

/// The kernel gave up on the neighbour.
ProbeOutcome neighbourFailed()
{
    ProbeOutcome outcome = verdictOutcome(PortState::Filtered, Reason::HostUnreach);
    outcome.rttMicroseconds = PortResult::kNoRtt;
    outcome.neighbourFailed = true;
    return outcome;
}

constexpr Duration kNeighbourTimeout = 3'060ms;

/// Nobody has the address of `kFirst`; the kernel needs its time to find that out.
void makeDead(LoopBench &bench)
{
    bench.prober->neighbours[kFirst] = NeighbourState::Unresolved;
    bench.prober->delayOf = [](const FakeProber::Probe &probe) {
        return probe.address == kFirst ? kNeighbourTimeout : Duration(1ms);
    };
}

} // namespace

/// What a scan loop finds out about hosts as a whole.
class TestHostVerdicts : public QObject
{
    Q_OBJECT

private slots:
    void provesADeadNeighbourDownWithAFewProbes();
    void provesItByTheNeighbourTableToo_data();
    void provesItByTheNeighbourTableToo();
    void doesNotCallSilenceBeforeTheNeighbourIsResolved();
    void scansADownHostWhenForced();
    void provesNothingByOnePort();
    void provesNothingBySilence();
    void believesAnAnswerMoreThanTheKernel();
    void learnsFromOtherThreads();
    void reportsNoRouteOnceItIsSure();
    void passesScoutsThatEndAtOnce();
    void waitsForARouteThatWasThere();
    void takesNoRoutersWordForTheHosts();
};

void TestHostVerdicts::provesADeadNeighbourDownWithAFewProbes()
{
    LoopBench bench([](const FakeProber::Probe &probe,
                       int) { return probe.address == kFirst ? neighbourFailed() : closed(); },
                    {.hosts = 2, .ports = 500});
    makeDead(bench);
    const TimePoint begin = bench.clock->now();
    QVERIFY(bench.run());
    QVERIFY(bench.clock->now() - begin < 3'200ms);
    QCOMPARE(bench.count(PortState::Closed, Reason::Reset), qsizetype(500));
    QCOMPARE(bench.count(PortState::Filtered, Reason::HostUnreach), qsizetype(500));
    const auto isUntried = [](const PortResult &row) { return row.attempts == 0; };
    QCOMPARE(std::count_if(bench.rows.cbegin(), bench.rows.cend(), isUntried),
             qsizetype(496)); // all but four scouts
    QCOMPARE(bench.events(), (QList<HostEvent>{HostEvent::Up, HostEvent::Down}));
    QCOMPARE(bench.changes.last().address, kFirst);
}

void TestHostVerdicts::provesItByTheNeighbourTableToo_data()
{
    QTest::addColumn<NeighbourState>("afterwards");
    QTest::newRow("failed") << NeighbourState::Failed;
    QTest::newRow("asked for again at once") << NeighbourState::Unresolved;
}

void TestHostVerdicts::provesItByTheNeighbourTableToo()
{
    // The kernel tells only so many connections in a second.
    QFETCH(NeighbourState, afterwards);
    LoopBench bench([](const FakeProber::Probe &, int) { return silence(); }, {.ports = 100});
    const TimePoint begin = bench.clock->now();
    QVERIFY(bench.run([&] {
        const bool hasGivenUp = bench.clock->now() - begin >= kNeighbourTimeout;
        bench.prober->neighbours[kFirst] = hasGivenUp ? afterwards : NeighbourState::Unresolved;
    }));
    QVERIFY(bench.clock->now() - begin < 3'700ms);
    QCOMPARE(bench.events(), QList<HostEvent>{HostEvent::Down});
    QCOMPARE(bench.count(PortState::Filtered, Reason::HostUnreach), qsizetype(100));
}

void TestHostVerdicts::doesNotCallSilenceBeforeTheNeighbourIsResolved()
{
    // Resolved only after two seconds, as over a radio link that sleeps; then it answers.
    LoopBench bench([](const FakeProber::Probe &, int) { return closed(); }, {.ports = 20});
    bench.prober->neighbours[kFirst] = NeighbourState::Unresolved;
    const TimePoint awake = bench.clock->now() + 2s;
    bench.prober->delayOf = [&](const FakeProber::Probe &) {
        return std::max<Duration>(awake - bench.clock->now(), 1ms);
    };
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Closed, Reason::Reset), qsizetype(20));
    for (const PortResult &row : std::as_const(bench.rows))
        QCOMPARE(row.attempts, quint8(1));
}

void TestHostVerdicts::scansADownHostWhenForced()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return neighbourFailed(); },
                    {.ports = 50, .rules = {.scanDownHosts = true}});
    makeDead(bench);
    QVERIFY(bench.run());
    QCOMPARE(bench.prober->started, 50 * 2); // silence at its deadline, as for any host
    QVERIFY(bench.changes.isEmpty());
}

void TestHostVerdicts::provesNothingByOnePort()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return neighbourFailed(); }, {.ports = 1});
    makeDead(bench);
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Filtered, Reason::HostUnreach), qsizetype(1));
    QVERIFY(bench.changes.isEmpty());
}

void TestHostVerdicts::provesNothingBySilence()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return silence(); }, {.ports = 300});
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Filtered, Reason::NoResponse), qsizetype(300));
    QCOMPARE(bench.prober->started, 600);
    QVERIFY(bench.changes.isEmpty());
}

void TestHostVerdicts::believesAnAnswerMoreThanTheKernel()
{
    // Three scouts fail, then the host wakes up and the fourth is answered after all, while a slow
    // host keeps the scan going.
    std::optional<quint16> late;
    int scouts = 0;
    LoopBench bench(
        [&](const FakeProber::Probe &probe, int) {
            if (probe.address != kFirst)
                return closed();
            if (!late)
                late = probe.port;
            return probe.port != late && ++scouts <= 3 ? neighbourFailed() : closed();
        },
        {.hosts = 2, .ports = 100, .window = 10});
    bench.prober->neighbours[kFirst] = NeighbourState::Unresolved;
    bench.prober->delayOf = [&](const FakeProber::Probe &probe) {
        if (probe.address != kFirst)
            return Duration(500ms);
        if (scouts > 3)
            return Duration(1ms);
        return probe.port == late ? Duration(3'300ms) : kNeighbourTimeout;
    };
    QVERIFY(bench.run());
    QList<HostEvent> events;
    for (const HostChange &change : std::as_const(bench.changes)) {
        if (change.address == kFirst)
            events.append(change.event);
    }
    QCOMPARE(events, (QList<HostEvent>{HostEvent::Down, HostEvent::Up}));
    QCOMPARE(bench.count(PortState::Filtered, Reason::HostUnreach), qsizetype(3));
    QCOMPARE(bench.count(PortState::Closed, Reason::Reset), qsizetype(197));
}

void TestHostVerdicts::learnsFromOtherThreads()
{
    // The other host, which is slow, keeps the scan going.
    LoopBench bench([](const FakeProber::Probe &probe,
                       int) { return probe.address == kFirst ? silence() : closed(); },
                    {.hosts = 2, .ports = 100, .window = 20});
    bench.prober->neighbours[kFirst] = NeighbourState::Unresolved;
    answerWithin(bench, 500ms);
    const auto probesOfFirst = [&bench] {
        return std::count_if(
            bench.prober->probes.cbegin(), bench.prober->probes.cend(),
            [](const FakeProber::Probe &probe) { return probe.address == kFirst; });
    };
    bench.runFor(100ms);
    QCOMPARE(probesOfFirst(), 4);
    HostChange change;
    change.host = 0;
    change.event = HostEvent::Down;
    bench.loop->learn(change);
    bench.runFor(1s);
    QCOMPARE(probesOfFirst(), 4);
    change.event = HostEvent::Up;
    bench.loop->learn(change);
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Filtered, Reason::NoResponse), qsizetype(100));
}

void TestHostVerdicts::reportsNoRouteOnceItIsSure()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return noRoute(); }, {.ports = 300});
    const TimePoint begin = bench.clock->now();
    bench.runFor(200ms);
    QVERIFY(bench.rows.isEmpty());
    QVERIFY(bench.run());
    QVERIFY(bench.clock->now() - begin < 500ms);
    QCOMPARE(bench.count(PortState::Filtered, Reason::NoRoute), qsizetype(300));
    QCOMPARE(bench.events(), QList<HostEvent>{HostEvent::NoRoute});
    for (const PortResult &row : std::as_const(bench.rows))
        QCOMPARE(row.attempts, quint8(1));
}

void TestHostVerdicts::passesScoutsThatEndAtOnce()
{
    // A rule of this computer that forbids it: no answer, no silence.
    LoopBench bench(
        [](const FakeProber::Probe &, int) {
            ProbeOutcome outcome = verdictOutcome(PortState::Unknown, Reason::LocalFirewall);
            outcome.rttMicroseconds = PortResult::kNoRtt;
            return outcome;
        },
        {.ports = 300});
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Unknown, Reason::LocalFirewall), qsizetype(300));
}

void TestHostVerdicts::waitsForARouteThatWasThere()
{
    std::shared_ptr<FakeClock> clock;
    TimePoint begin;
    LoopBench bench(
        [&](const FakeProber::Probe &, int) {
            const Duration at = clock->now() - begin;
            return at > 10ms && at < 3s ? noRoute() : closed();
        },
        {.ports = 5'000});
    clock = bench.clock;
    begin = clock->now();
    answerWithin(bench, 1ms);
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Closed, Reason::Reset), qsizetype(5'000));
}

void TestHostVerdicts::takesNoRoutersWordForTheHosts()
{
    LoopBench bench(
        [](const FakeProber::Probe &, int) {
            ProbeOutcome outcome = verdictOutcome(PortState::Filtered, Reason::HostUnreach);
            outcome.detail.icmp = IcmpMessage{.type = 3, .code = 1, .sender = kSecond};
            return outcome;
        },
        {.ports = 20});
    QVERIFY(bench.run());
    QVERIFY(bench.changes.isEmpty());
}

QTEST_APPLESS_MAIN(TestHostVerdicts)
#include "tst_hostverdicts.moc"
