// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/scan/hostoutcomes.h"

#include <QSet>
#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

/// As the engine does it when others answer and this one has not for ten seconds.
void giveUpOnSilent(LoopBench &bench)
{
    if (bench.changes.isEmpty() || bench.changes.last().event != HostEvent::FellSilent)
        return;
    HostChange blocked = bench.changes.last();
    blocked.event = HostEvent::Blocked;
    blocked.count = static_cast<quint64>(
        std::count_if(bench.rows.cbegin(), bench.rows.cend(), [&blocked](const PortResult &row) {
            return row.host == blocked.host && row.hasRtt();
        }));
    bench.changes.append(blocked);
    bench.loop->learn(blocked);
}

} // namespace

Q_DECLARE_METATYPE(roadstead::ProbeOutcome)

/// What a scan loop makes of hosts that answered and fall silent.
class TestHostSilence : public QObject
{
    Q_OBJECT

private slots:
    void believesSilenceThatAnAnswerVouchesFor();
    void triesAgainWhatFellIntoAnOutage();
    void goesOnWithoutAHostThatBlocksUs();
    void sendsNoCanaryWhereEverythingAnswers();
    void tellsWhoseCanariesAreAnswered();
    void endsWhenItsCanaryCannotBeSent_data();
    void endsWhenItsCanaryCannotBeSent();
    void sharesCanariesBetweenThreads();
    void triesWhatWasUnderWayAgain();
};

void TestHostSilence::believesSilenceThatAnAnswerVouchesFor()
{
    LoopBench bench(
        [](const FakeProber::Probe &probe, int) { return probe.port <= 5 ? open() : silence(); },
        {.ports = 1'000, .window = 1'000});
    answerWithin(bench, 1ms);
    const TimePoint begin = bench.clock->now();
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Open, Reason::SynAck), qsizetype(5));
    QCOMPARE(bench.count(PortState::Filtered, Reason::NoResponse), qsizetype(995));
    for (const PortResult &row : std::as_const(bench.rows))
        QCOMPARE(row.attempts, quint8(row.port <= 5 ? 1 : 2));
    QVERIFY(bench.clock->now() - begin < 2s);
}

void TestHostSilence::triesAgainWhatFellIntoAnOutage()
{
    std::shared_ptr<FakeClock> clock;
    TimePoint begin;
    const auto isOut = [&] {
        const Duration at = clock->now() - begin;
        return at > 20ms && at < 3s;
    };
    LoopBench bench([&](const FakeProber::Probe &probe,
                        int) { return isOut() || probe.port > 4'900 ? silence() : closed(); },
                    {.ports = 5'000});
    clock = bench.clock;
    begin = clock->now();
    answerWithin(bench, 1ms);
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Closed, Reason::Reset), qsizetype(4'900));
    QCOMPARE(bench.count(PortState::Filtered, Reason::NoResponse), qsizetype(100));
    QCOMPARE(bench.events(),
             (QList<HostEvent>{HostEvent::Up, HostEvent::FellSilent, HostEvent::Resumed}));
}

void TestHostSilence::goesOnWithoutAHostThatBlocksUs()
{
    QSet<quint16> answered;
    LoopBench bench(
        [&answered](const FakeProber::Probe &probe, int) {
            if (probe.address == kSecond)
                return closed();
            if (answered.size() >= 100)
                return silence();
            answered.insert(probe.port);
            return closed();
        },
        {.hosts = 2, .ports = 2'000});
    // The other host is slow, so that it still answers when the first does no more.
    bench.prober->delayOf = [](const FakeProber::Probe &probe) {
        return probe.address == kSecond ? Duration(800ms) : Duration(1ms);
    };
    QVERIFY(bench.run([&bench] { giveUpOnSilent(bench); }));
    QCOMPARE(bench.count(PortState::Closed, Reason::Reset), qsizetype(2'100));
    QCOMPARE(bench.count(PortState::Filtered, Reason::NoResponse), qsizetype(1'900));
    QVERIFY(bench.events().contains(HostEvent::Blocked));
    qsizetype inferred = 0;
    for (const RowDetail &detail : std::as_const(bench.details))
        inferred += detail.detail.inferred == QLatin1String("blocked-since-100") ? 1 : 0;
    QCOMPARE(inferred, qsizetype(1'900));
}

void TestHostSilence::sendsNoCanaryWhereEverythingAnswers()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return closed(); }, {.ports = 5'000});
    answerWithin(bench, 300ms);
    QVERIFY(bench.run());
    QCOMPARE(bench.prober->started, 5'000);
    QVERIFY(bench.answeredCanaries.isEmpty());
}

/// Long after the last row of the first host; the second never answers.
void TestHostSilence::tellsWhoseCanariesAreAnswered()
{
    LoopBench bench(
        [](const FakeProber::Probe &probe, int) {
            return probe.address == kFirst && probe.port == 1 ? closed() : silence();
        },
        {.hosts = 2, .ports = 100, .window = 200, .retries = 5});
    answerWithin(bench, 1ms);
    bench.runFor(1s);
    QCOMPARE(bench.rows.size(), qsizetype(1));
    bench.answeredCanaries.clear();
    bench.runFor(1s);
    QCOMPARE(bench.rows.size(), qsizetype(1));
    QCOMPARE(bench.answeredCanaries, QSet<quint32>{0});
    QVERIFY2(bench.loop->takeAnsweredCanaries().isEmpty(), "told already");
}

void TestHostSilence::endsWhenItsCanaryCannotBeSent_data()
{
    QTest::addColumn<ProbeOutcome>("afterwards");
    ProbeOutcome forbidden = verdictOutcome(PortState::Unknown, Reason::LocalFirewall);
    forbidden.rttMicroseconds = PortResult::kNoRtt;
    QTest::newRow("a rule of this computer") << forbidden;
    QTest::newRow("no local port") << shortageOutcome(Shortage::LocalPorts);
}

void TestHostSilence::endsWhenItsCanaryCannotBeSent()
{
    // First the path is gone, and then nothing can be sent at all.
    QFETCH(ProbeOutcome, afterwards);
    std::shared_ptr<FakeClock> clock;
    TimePoint begin;
    LoopBench bench(
        [&](const FakeProber::Probe &, int) {
            const Duration at = clock->now() - begin;
            if (at < 10ms)
                return closed();
            return at < 2s ? silence() : afterwards;
        },
        {.ports = 2'000});
    clock = bench.clock;
    begin = clock->now();
    answerWithin(bench, 1ms);
    QVERIFY(bench.run([&bench] { giveUpOnSilent(bench); }));
    QCOMPARE(bench.rows.size(), qsizetype(2'000));
}

void TestHostSilence::sharesCanariesBetweenThreads()
{
    // This thread's ports are all silent; that of another thread answers but for a while.
    std::shared_ptr<FakeClock> clock;
    TimePoint begin;
    const auto isOut = [&] {
        const Duration at = clock->now() - begin;
        return at > 100ms && at < 3s;
    };
    LoopBench bench(
        [&](const FakeProber::Probe &probe, int) {
            const bool answers = probe.port > 100 || probe.port == 50;
            return answers && !isOut() ? open() : silence();
        },
        {.ports = 100, .window = 10});
    clock = bench.clock;
    begin = clock->now();
    answerWithin(bench, 1ms);
    HostChange change;
    change.event = HostEvent::Up;
    change.port = 443;
    change.reason = Reason::SynAck;
    bench.loop->step();
    bench.loop->learn(change);
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Open, Reason::SynAck), qsizetype(1));
    QCOMPARE(bench.count(PortState::Filtered, Reason::NoResponse), qsizetype(99));
}

void TestHostSilence::triesWhatWasUnderWayAgain()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return silence(); },
                    {.ports = 50, .retries = 0});
    bench.runFor(800ms);
    QCOMPARE(bench.prober->underWay(), 50);
    bench.loop->retryUnderWay();
    QCOMPARE(bench.prober->underWay(), 0);
    bench.runFor(850ms);
    QVERIFY(bench.rows.isEmpty());
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Filtered, Reason::NoResponse), qsizetype(50));
    for (const PortResult &row : std::as_const(bench.rows))
        QCOMPARE(row.attempts, quint8(2));
}

QTEST_APPLESS_MAIN(TestHostSilence)
#include "tst_hostsilence.moc"
