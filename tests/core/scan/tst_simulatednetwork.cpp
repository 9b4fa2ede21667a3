// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The simulated network itself: what packets do in it, seen through its prober. Tests of the pace
// are worth as much as this.

#include "tests/support/simulatedbench.h"

#include <QTest>

#include <cmath>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

struct Ended
{
    quint32 slot = 0;
    Duration after{};
    ProbeOutcome outcome;
};

/// A prober, and the log of what it says.
struct Probes final : ProbeSink
{
    explicit Probes(SimulatedBench &world, int descriptors = 1'000'000)
        : bench(world)
        , begin(world.clock->now())
        , prober(world.network, world.clock, descriptors)
    {
        prober.setSink(*this);
    }

    void onProbeDone(quint32 slot, const ProbeOutcome &outcome) override
    {
        ended.append({.slot = slot, .after = bench.clock->now() - begin, .outcome = outcome});
    }
    void start(quint16 port, quint32 host = 0)
    {
        prober.start(next++, SimulatedBench::address(host), port);
    }
    void startMany(int count)
    {
        for (int i = 0; i < count; ++i)
            start(static_cast<quint16>(i + 1));
    }
    /// Looks at once at whatever comes.
    void pass(Duration time)
    {
        const TimePoint end = bench.clock->now() + time;
        while (bench.clock->now() < end) {
            const TimePoint event = bench.network.nextEvent().value_or(end);
            const TimePoint now = std::min(std::max(event, bench.clock->now()), end);
            bench.pass(now - bench.clock->now());
            bench.network.handleDue();
            prober.deliver();
        }
    }

    SimulatedBench &bench;
    TimePoint begin;
    SimulatedProber prober;
    QList<Ended> ended;
    quint32 next = 0;
};

HostModel hostOf(const PortAnswer &answer, size_t path)
{
    return {.ports = everyPort(answer), .path = path};
}

} // namespace

class TestSimulatedNetwork : public QObject
{
    Q_OBJECT

private slots:
    void answersAfterARoundTrip_data();
    void answersAfterARoundTrip();
    void repeatsASynAsTheKernelDoes();
    void findsTheAnswerToASecondSyn();
    void resetsWhatNobodyWaitsForAnyMore();
    void tellsAnAnswerThatNobodyLookedAt();
    void hasTheHostRepeatItself();
    void queuesAndDropsAtANarrowLink();
    void queuesAnswersToo();
    void losesTheShareThatItShould();
    void losesInBursts();
    void losesEverythingInAnOutage();
    void delaysByTheMeanThatItShould_data();
    void delaysByTheMeanThatItShould();
    void changesItsRoundTrip();
    void limitsResets();
    void limitsIcmpErrors();
    void sharesAFirewallsLimit();
    void fallsSilentAfterSoManySyns();
    void provesADeadNeighbour();
    void waitsForALateNeighbour();
    void hasRoomForSoManyNeighbours();
    void runsOutOfDescriptors();
};

void TestSimulatedNetwork::answersAfterARoundTrip_data()
{
    QTest::addColumn<PortAnswer>("answer");
    QTest::addColumn<PortState>("state");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<quint64>("packetsUp");

    QTest::newRow("open: SYN, ACK, RST")
        << PortAnswer::open() << PortState::Open << Reason::SynAck << quint64(3);
    QTest::newRow("closed") << PortAnswer::closed() << PortState::Closed << Reason::Reset
                            << quint64(1);
    QTest::newRow("rejected") << PortAnswer::rejected(13) << PortState::Filtered
                              << Reason::AdminProhibited << quint64(1);
    QTest::newRow("port unreachable")
        << PortAnswer::rejected(3) << PortState::Filtered << Reason::PortUnreach << quint64(1);
}

void TestSimulatedNetwork::answersAfterARoundTrip()
{
    QFETCH(const PortAnswer, answer);
    SimulatedBench bench;
    bench.addHosts(1, hostOf(answer, bench.network.addPath({.roundTrip = 20ms})));
    Probes probes(bench);
    probes.start(80);
    probes.pass(19ms);
    QVERIFY(probes.ended.isEmpty());
    probes.pass(2ms);
    QCOMPARE(probes.ended.size(), 1);
    const Ended &ended = probes.ended.first();
    QVERIFY(ended.after == 20ms);
    QTEST(ended.outcome.state, "state");
    QTEST(ended.outcome.reason, "reason");
    QCOMPARE(ended.outcome.rttMicroseconds, 20'000U);
    QCOMPARE(ended.outcome.detail.icmp.has_value(), answer.kind == PortAnswer::Kind::Rejected);
    QTEST(bench.network.figures().packetsUp, "packetsUp");
    QCOMPARE(bench.network.figures().packetsDown, quint64(1));
    probes.pass(10s);
    QTEST(bench.network.figures().packetsUp, "packetsUp"); // and no retransmission
}

void TestSimulatedNetwork::repeatsASynAsTheKernelDoes()
{
    SimulatedBench bench;
    bench.addHosts(1, hostOf(PortAnswer::dropped(), bench.network.addPath({.roundTrip = 20ms})));
    Probes probes(bench);
    probes.start(80);
    QList<qint64> sent;
    for (int tenth = 0; tenth < 80; ++tenth) {
        const quint64 before = bench.network.figures().syns;
        probes.pass(100ms);
        if (bench.network.figures().syns > before)
            sent.append(tenth + 1);
    }
    QCOMPARE(sent, QList<qint64>({10, 30, 70}));
    const ProbeOutcome outcome = probes.prober.expire(0);
    QCOMPARE(outcome.kind, ProbeOutcome::Kind::Silence);
    QCOMPARE(outcome.detail.synRetransmissions, quint8(3));
    probes.pass(100s);
    QCOMPARE(bench.network.figures().syns, quint64(4));
}

/// RTT is the second SYN's own for an open port, whose kernel measures it, and ours for others.
void TestSimulatedNetwork::findsTheAnswerToASecondSyn()
{
    SimulatedBench bench;
    const size_t path =
        bench.network.addPath({.roundTrip = 20ms, .outages = {{.from = 0ms, .until = 500ms}}});
    bench.network.setHost(SimulatedBench::address(0), hostOf(PortAnswer::open(), path));
    bench.network.setHost(SimulatedBench::address(1), hostOf(PortAnswer::closed(), path));
    Probes probes(bench);
    probes.start(80, 0);
    probes.start(80, 1);
    probes.pass(1'100ms);
    QCOMPARE(probes.ended.size(), 2);
    QCOMPARE(probes.ended[0].outcome.rttMicroseconds, 20'000U);
    QCOMPARE(probes.ended[1].outcome.rttMicroseconds, 1'020'000U);
    for (const Ended &ended : std::as_const(probes.ended))
        QCOMPARE(ended.outcome.detail.synRetransmissions, quint8(1));
}

void TestSimulatedNetwork::resetsWhatNobodyWaitsForAnyMore()
{
    SimulatedBench bench;
    bench.addHosts(1, hostOf(PortAnswer::open(), bench.network.addPath({.roundTrip = 200ms})));
    Probes probes(bench);
    probes.start(80);
    probes.pass(100ms);
    QCOMPARE(probes.prober.expire(0).kind, ProbeOutcome::Kind::Silence);
    probes.pass(10s);
    QVERIFY(probes.ended.isEmpty());
    QCOMPARE(bench.network.figures().packetsUp, quint64(2)); // the SYN, and a reset
    QCOMPARE(bench.network.figures().packetsDown, quint64(1));
}

void TestSimulatedNetwork::tellsAnAnswerThatNobodyLookedAt()
{
    SimulatedBench bench;
    bench.addHosts(1, hostOf(PortAnswer::closed(), bench.network.addPath({.roundTrip = 20ms})));
    Probes probes(bench);
    probes.start(80);
    bench.pass(50ms);
    QVERIFY(probes.prober.hasNews());
    QCOMPARE(probes.prober.expire(0).state, PortState::Closed);
    probes.prober.deliver();
    QVERIFY(probes.ended.isEmpty());
}

/// Its SYN/ACK is lost; the host's own retransmission comes while our second SYN is under way.
void TestSimulatedNetwork::hasTheHostRepeatItself()
{
    SimulatedBench bench;
    const size_t path =
        bench.network.addPath({.roundTrip = 20ms, .outages = {{.from = 5ms, .until = 500ms}}});
    bench.addHosts(1, hostOf(PortAnswer::open(), path));
    Probes probes(bench);
    probes.start(80);
    probes.pass(100ms);
    QCOMPARE(probes.prober.expire(0).kind, ProbeOutcome::Kind::Silence);
    probes.pass(10s);
    QCOMPARE(bench.network.figures().lostDown, quint64(1));
    QCOMPARE(bench.network.figures().packetsDown, quint64(2)); // at 10 ms and at 1.01 s
    QCOMPARE(bench.network.figures().packetsUp, quint64(2)); // the SYN, and a reset
}

void TestSimulatedNetwork::queuesAndDropsAtANarrowLink()
{
    SimulatedBench bench;
    const size_t link = bench.network.addLink({.packetsPerSecond = 1'000, .queuePackets = 10});
    bench.addHosts(
        1, hostOf(PortAnswer::closed(), bench.network.addPath({.roundTrip = 20ms, .link = link})));
    Probes probes(bench);
    probes.startMany(100);
    probes.pass(900ms);
    QCOMPARE(probes.ended.size(), 11); // one on the wire, ten that wait
    const LinkFigures figures = bench.network.linkFigures(link);
    QCOMPARE(figures.carriedUp, quint64(11));
    QCOMPARE(figures.droppedUp, quint64(89));
    QVERIFY(figures.longestWait == 10ms);
    // Each packet takes the link a millisecond, up and down.
    QVERIFY(probes.ended.first().after == 22ms);
    QVERIFY(probes.ended.last().after == 32ms);
}

/// Answers of several hosts meet in one queue.
void TestSimulatedNetwork::queuesAnswersToo()
{
    SimulatedBench bench;
    const size_t link = bench.network.addLink({.packetsPerSecond = 1'000, .queuePackets = 4});
    const size_t near = bench.network.addPath({.roundTrip = 20ms, .link = link});
    const size_t far = bench.network.addPath({.roundTrip = 40ms, .link = link});
    bench.network.setHost(SimulatedBench::address(0), hostOf(PortAnswer::closed(), far));
    bench.network.setHost(SimulatedBench::address(1), hostOf(PortAnswer::closed(), near));
    Probes probes(bench);
    for (quint16 i = 0; i < 20; ++i) { // one a millisecond: no queue up
        probes.start(i, 0);
        probes.pass(1ms);
    }
    for (quint16 i = 0; i < 20; ++i) { // 20 ms later and 20 ms nearer
        probes.start(i, 1);
        probes.pass(1ms);
    }
    probes.pass(100ms);
    const LinkFigures figures = bench.network.linkFigures(link);
    QCOMPARE(figures.droppedUp, quint64(0));
    QVERIFY(figures.droppedDown > 10);
    QCOMPARE(static_cast<quint64>(probes.ended.size()), 40 - figures.droppedDown);
}

void TestSimulatedNetwork::losesTheShareThatItShould()
{
    constexpr int kProbes = 20'000;
    QList<qsizetype> answered;
    for (const quint64 seed : {1U, 1U, 2U}) {
        SimulatedBench bench(seed);
        const size_t path =
            bench.network.addPath({.roundTrip = 20ms, .lossUp = 0.1, .lossDown = 0.2});
        bench.addHosts(1, hostOf(PortAnswer::closed(), path));
        Probes probes(bench);
        probes.startMany(kProbes);
        probes.pass(900ms);
        answered.append(probes.ended.size());
        const NetworkFigures &figures = bench.network.figures();
        QCOMPARE(figures.lostUp + figures.lostDown,
                 static_cast<quint64>(kProbes - probes.ended.size()));
    }
    const double expected = 0.9 * 0.8 * kProbes;
    const double deviation = std::sqrt(kProbes * 0.72 * 0.28);
    QVERIFY(std::abs(static_cast<double>(answered[0]) - expected) < 4 * deviation);
    QVERIFY(std::abs(static_cast<double>(answered[2]) - expected) < 4 * deviation);
    QCOMPARE(answered[0], answered[1]);
    QVERIFY(answered[0] != answered[2]);
}

void TestSimulatedNetwork::losesInBursts()
{
    SimulatedBench bench;
    const BurstLossModel burst{.meanGood = 900ms, .meanBad = 100ms};
    QCOMPARE(burst.loss(), 0.1);
    bench.addHosts(1, hostOf(PortAnswer::closed(),
                             bench.network.addPath({.roundTrip = 200us, .burst = burst})));
    Probes probes(bench);
    constexpr int kProbes = 60'000; // a minute
    int changes = 0;
    bool wasLost = false;
    for (int i = 0; i < kProbes; ++i) {
        const qsizetype before = probes.ended.size();
        probes.start(1);
        probes.pass(1ms);
        const bool isLost = probes.ended.size() == before;
        changes += isLost != wasLost ? 1 : 0;
        wasLost = isLost;
        if (isLost)
            std::ignore = probes.prober.expire(static_cast<quint32>(i));
    }
    const double loss = 1 - static_cast<double>(probes.ended.size()) / kProbes;
    QVERIFY2(loss > 0.05 && loss < 0.2, qPrintable(QString::number(loss)));
    QVERIFY2(changes > 60 && changes < 240, qPrintable(QString::number(changes)));
}

void TestSimulatedNetwork::losesEverythingInAnOutage()
{
    SimulatedBench bench;
    const size_t path =
        bench.network.addPath({.roundTrip = 20ms, .outages = {{.from = 100ms, .until = 200ms}}});
    bench.addHosts(1, hostOf(PortAnswer::closed(), path));
    Probes probes(bench);
    for (int i = 0; i < 30; ++i) {
        probes.start(80);
        probes.pass(10ms);
    }
    probes.pass(100ms);
    // Sent from 0 to 80 ms (the answer leaves 10 ms later) and from 200 ms on.
    QCOMPARE(probes.ended.size(), 19);
}

void TestSimulatedNetwork::delaysByTheMeanThatItShould_data()
{
    QTest::addColumn<JitterModel::Shape>("shape");
    QTest::newRow("uniform") << JitterModel::Shape::Uniform;
    QTest::newRow("exponential") << JitterModel::Shape::Exponential;
    QTest::newRow("heavy tail") << JitterModel::Shape::HeavyTail;
}

void TestSimulatedNetwork::delaysByTheMeanThatItShould()
{
    QFETCH(const JitterModel::Shape, shape);
    SimulatedBench bench;
    bench.addHosts(1, hostOf(PortAnswer::closed(),
                             bench.network.addPath(
                                 {.roundTrip = 20ms, .jitter = {.mean = 5ms, .shape = shape}})));
    Probes probes(bench);
    probes.startMany(20'000);
    probes.pass(900ms);
    double sum = 0;
    for (const Ended &ended : std::as_const(probes.ended)) {
        QVERIFY(ended.after >= 20ms);
        sum += Seconds(ended.after).count();
    }
    const double mean = 1'000 * sum / static_cast<double>(probes.ended.size());
    QVERIFY2(std::abs(mean - 30) < 1, qPrintable(QString::number(mean)));
}

void TestSimulatedNetwork::changesItsRoundTrip()
{
    SimulatedBench bench;
    const size_t path = bench.network.addPath(
        {.roundTrip = 20ms,
         .steps = {{.at = 1s, .roundTrip = 200ms}, {.at = 2s, .roundTrip = 4ms}}});
    bench.addHosts(1, hostOf(PortAnswer::closed(), path));
    Probes probes(bench);
    for (int i = 0; i < 3; ++i) {
        probes.start(80);
        probes.pass(1s);
    }
    QList<quint32> times;
    for (const Ended &ended : std::as_const(probes.ended))
        times.append(ended.outcome.rttMicroseconds);
    QCOMPARE(times, QList<quint32>({20'000, 200'000, 4'000}));
}

void TestSimulatedNetwork::limitsResets()
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

void TestSimulatedNetwork::limitsIcmpErrors()
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

void TestSimulatedNetwork::sharesAFirewallsLimit()
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

void TestSimulatedNetwork::fallsSilentAfterSoManySyns()
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

void TestSimulatedNetwork::provesADeadNeighbour()
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
void TestSimulatedNetwork::waitsForALateNeighbour()
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

void TestSimulatedNetwork::hasRoomForSoManyNeighbours()
{
    SimulatedBench bench(1, 10);
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

void TestSimulatedNetwork::runsOutOfDescriptors()
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

QTEST_GUILESS_MAIN(TestSimulatedNetwork)
#include "tst_simulatednetwork.moc"
