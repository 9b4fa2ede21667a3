// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The simulated network itself: what packets do on their way, seen through its prober. Tests of the
// pace are worth as much as this.

#include "tests/support/simulatedprobes.h"

#include <QTest>

#include <cmath>

using namespace roadstead;
using namespace std::chrono_literals;

class TestSimulatedNetwork : public QObject
{
    Q_OBJECT

private slots:
    void answersAfterARoundTrip_data();
    void answersAfterARoundTrip();
    void repeatsASynAsTheKernelDoes_data();
    void repeatsASynAsTheKernelDoes();
    void givesUpAsTheKernelDoes();
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

void TestSimulatedNetwork::repeatsASynAsTheKernelDoes_data()
{
    QTest::addColumn<int>("linear");
    QTest::addColumn<QList<qint64>>("tenths");
    QTest::newRow("doubling") << 0 << QList<qint64>({10, 30, 70});
    QTest::newRow("linear first") << 4 << QList<qint64>({10, 20, 30, 40, 50, 70});
}

void TestSimulatedNetwork::repeatsASynAsTheKernelDoes()
{
    QFETCH(const int, linear);
    SimulatedBench bench(SimulatedNetwork::Settings{.linearSynTimeouts = linear});
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
    QTEST(sent, "tenths");
    const ProbeOutcome outcome = probes.prober.expire(0);
    QCOMPARE(outcome.kind, ProbeOutcome::Kind::Silence);
    QCOMPARE(outcome.detail.synRetransmissions, static_cast<quint8>(sent.size()));
    probes.pass(100s);
    QCOMPARE(bench.network.figures().syns, static_cast<quint64>(sent.size() + 1));
}

void TestSimulatedNetwork::givesUpAsTheKernelDoes()
{
    SimulatedBench bench;
    bench.addHosts(1, hostOf(PortAnswer::dropped(), bench.network.addPath({.roundTrip = 20ms})));
    Probes probes(bench);
    probes.start(80);
    probes.pass(126'900ms);
    QVERIFY(probes.ended.isEmpty());
    probes.pass(200ms);
    QCOMPARE(probes.ended.size(), 1);
    QCOMPARE(probes.ended.first().outcome.kind, ProbeOutcome::Kind::Silence);
    QCOMPARE(bench.network.figures().syns, quint64(7));
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

QTEST_GUILESS_MAIN(TestSimulatedNetwork)
#include "tst_simulatednetwork.moc"
