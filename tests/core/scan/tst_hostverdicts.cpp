// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/loopbench.h"

#include <QSet>
#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

const Address kFirst = LoopBench::address(0);
const Address kSecond = LoopBench::address(1);

ProbeOutcome silence()
{
    return {};
}

ProbeOutcome closed()
{
    return verdictOutcome(PortState::Closed, Reason::Reset);
}

ProbeOutcome open()
{
    return verdictOutcome(PortState::Open, Reason::SynAck);
}

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

void answerWithin(LoopBench &bench, Duration rtt)
{
    bench.prober->delayOf = [rtt](const FakeProber::Probe &) { return rtt; };
}

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
    void believesSilenceThatAnAnswerVouchesFor();
    void triesAgainWhatFellIntoAnOutage();
    void goesOnWithoutAHostThatBlocksUs();
    void sendsNoCanaryWhereEverythingAnswers();
    void tellsWhoseCanariesAreAnswered();
    void endsWhenItsCanaryCannotBeSent_data();
    void endsWhenItsCanaryCannotBeSent();
    void sharesCanariesBetweenThreads();
    void takesNoRoutersWordForTheHosts();
    void triesWhatWasUnderWayAgain();
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

void TestHostVerdicts::believesSilenceThatAnAnswerVouchesFor()
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

void TestHostVerdicts::triesAgainWhatFellIntoAnOutage()
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

void TestHostVerdicts::goesOnWithoutAHostThatBlocksUs()
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

void TestHostVerdicts::sendsNoCanaryWhereEverythingAnswers()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return closed(); }, {.ports = 5'000});
    answerWithin(bench, 300ms);
    QVERIFY(bench.run());
    QCOMPARE(bench.prober->started, 5'000);
    QVERIFY(bench.answeredCanaries.isEmpty());
}

/// Long after the last row of the first host; the second never answers.
void TestHostVerdicts::tellsWhoseCanariesAreAnswered()
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

void TestHostVerdicts::endsWhenItsCanaryCannotBeSent_data()
{
    QTest::addColumn<ProbeOutcome>("afterwards");
    ProbeOutcome forbidden = verdictOutcome(PortState::Unknown, Reason::LocalFirewall);
    forbidden.rttMicroseconds = PortResult::kNoRtt;
    QTest::newRow("a rule of this computer") << forbidden;
    QTest::newRow("no local port") << shortageOutcome(Shortage::LocalPorts);
}

void TestHostVerdicts::endsWhenItsCanaryCannotBeSent()
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

void TestHostVerdicts::sharesCanariesBetweenThreads()
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

void TestHostVerdicts::triesWhatWasUnderWayAgain()
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

QTEST_APPLESS_MAIN(TestHostVerdicts)
#include "tst_hostverdicts.moc"
