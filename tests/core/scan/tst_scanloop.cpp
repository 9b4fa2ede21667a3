// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/loopbench.h"

#include <QTest>

#include <algorithm>
#include <cerrno>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

ProbeOutcome silence()
{
    return {};
}

} // namespace

class TestScanLoop : public QObject
{
    Q_OBJECT

private slots:
    void givesEveryPortOneVerdict();
    void sharesAPlanByStriding();
    void neverExceedsTheWindow();
    void triesSilenceAgainAndNothingElse();
    void findsAPortThatAnswersTheSecondTime();
    void callsSilenceOnlyAfterTheDeadline();
    void goesOnBeforeItRetries();
    void endsAtAnyRate_data();
    void endsAtAnyRate();
    void knowsWhatHoldsItBack();
    void survivesAShortage();
    void callsALastingShortageUnknown();
    void letsNoHostWaitForAnUnusableOne();
    void triesAgainWhenItMetItself();
    void startsNothingWhilePaused();
    void endsAtOnceWhenStopped();
    void announcesAHostOnce();
    void reachesEveryHostFirst();
    void takesOnlySoManyHostsAtOnce();
    void sharesHostsOut();
    void passesDetailsOn();
};

void TestScanLoop::givesEveryPortOneVerdict()
{
    LoopBench bench(
        [](const FakeProber::Probe &probe, int) {
            return probe.port % 100 == 0 ? verdictOutcome(PortState::Open, Reason::SynAck)
                                         : verdictOutcome(PortState::Closed, Reason::Reset);
        },
        {});
    QVERIFY(bench.run());
    const auto rows = bench.rows;
    QCOMPARE(rows.size(), qsizetype(1'000));
    QCOMPARE(bench.count(PortState::Open, Reason::SynAck), qsizetype(10));
    QSet<quint16> ports;
    for (const PortResult &row : rows) {
        ports.insert(row.port);
        QCOMPARE(row.attempts, quint8(1));
        QCOMPARE(row.rtt(), quint32(300));
    }
    QCOMPARE(ports.size(), qsizetype(1'000));
    QCOMPARE(bench.loop->doneCount(), quint64(1'000));
}

void TestScanLoop::sharesAPlanByStriding()
{
    PlanInput input;
    input.addresses.insert(Address::fromIpv4(0xc612'0001));
    input.ports = PortSet::range(1, 100);
    const auto plan = std::make_shared<const Plan>(input);
    QSet<quint16> ports;
    for (quint32 share = 0; share < 3; ++share) {
        auto fake = std::make_unique<FakeProber>([](const FakeProber::Probe &, int) {
            return verdictOutcome(PortState::Closed, Reason::Reset);
        });
        FakeProber *prober = fake.get();
        ScanLoopParts parts;
        parts.plan = plan;
        parts.share.ports = {.first = share, .stride = 3};
        parts.prober = std::move(fake);
        parts.limits.window = 10;
        parts.clock = std::make_shared<FakeClock>();
        ScanLoop loop(std::move(parts));
        while (!loop.isDone()) {
            loop.step();
            prober->answer();
        }
        const auto batch = loop.takeBatch();
        for (const PortResult &row : batch.rows) {
            QVERIFY(!ports.contains(row.port));
            ports.insert(row.port);
        }
    }
    QCOMPARE(ports.size(), qsizetype(100));
}

void TestScanLoop::neverExceedsTheWindow()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return silence(); },
                    {.ports = 500, .window = 37});
    QVERIFY(bench.run());
    QCOMPARE(bench.prober->mostUnderWay, 37);
}

void TestScanLoop::triesSilenceAgainAndNothingElse()
{
    LoopBench bench(
        [](const FakeProber::Probe &probe, int) {
            return probe.port <= 10 ? silence() : verdictOutcome(PortState::Closed, Reason::Reset);
        },
        {.ports = 100, .retries = 2});
    QVERIFY(bench.run());
    // And a canary or two, to vouch for the silence.
    QVERIFY(bench.prober->started >= 90 + 10 * 3 && bench.prober->started <= 90 + 10 * 3 + 2);
    const auto rows = bench.rows;
    QCOMPARE(bench.count(PortState::Filtered, Reason::NoResponse), qsizetype(10));
    for (const PortResult &row : rows) {
        QCOMPARE(row.attempts, quint8(row.port <= 10 ? 3 : 1));
        QCOMPARE(row.hasRtt(), row.port > 10);
    }
}

void TestScanLoop::findsAPortThatAnswersTheSecondTime()
{
    LoopBench bench(
        [](const FakeProber::Probe &, int tryNumber) {
            return tryNumber == 1 ? silence() : verdictOutcome(PortState::Open, Reason::SynAck);
        },
        {});
    QVERIFY(bench.run());
    const auto rows = bench.rows;
    QCOMPARE(bench.count(PortState::Open, Reason::SynAck), qsizetype(1'000));
    QCOMPARE(rows.first().attempts, quint8(2));
}

void TestScanLoop::callsSilenceOnlyAfterTheDeadline()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return silence(); },
                    {.ports = 1, .window = 1, .retries = 0});
    bench.loop->step();
    bench.clock->advance(899ms);
    bench.loop->step();
    bench.take();
    QVERIFY(bench.rows.isEmpty());
    bench.clock->advance(1ms);
    bench.loop->step();
    bench.take();
    QCOMPARE(bench.rows.size(), qsizetype(1));
    QCOMPARE(bench.rows.first().atMilliseconds, quint32(900));
}

void TestScanLoop::goesOnBeforeItRetries()
{
    QList<int> tries;
    LoopBench bench(
        [&tries](const FakeProber::Probe &, int tryNumber) {
            tries.append(tryNumber);
            return silence();
        },
        {.ports = 200, .window = 50});
    QVERIFY(bench.run());
    // What answers is found first: of eight probes no more than one is a retry.
    QCOMPARE(tries.size(), qsizetype(400));
    QVERIFY(tries.lastIndexOf(1) <= 200 + 200 / 7);
}

void TestScanLoop::endsAtAnyRate_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<quint32>("hosts");
    QTest::newRow("1 a second") << 1.0 << 1U;
    QTest::newRow("5 a second") << 5.0 << 1U;
    QTest::newRow("12 a second") << 12.0 << 1U;
    QTest::newRow("many hosts") << 125.0 << 64U;
}

/// Canaries never take the place of the ports that they are to vouch for.
void TestScanLoop::endsAtAnyRate()
{
    QFETCH(const double, rate);
    QFETCH(const quint32, hosts);
    LoopBench bench(
        [](const FakeProber::Probe &probe, int) {
            return probe.port == 1 ? verdictOutcome(PortState::Closed, Reason::Reset) : silence();
        },
        {.hosts = hosts, .ports = 20, .window = 50, .rate = rate});
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Filtered, Reason::NoResponse), qsizetype(19 * hosts));
    QVERIFY(bench.prober->started < static_cast<int>(hosts) * 20 * 8);
}

/// Whenever it is asked, also when the next probe may just go.
void TestScanLoop::knowsWhatHoldsItBack()
{
    const auto isRateLimit = [](double rate, int window) {
        LoopBench bench([](const FakeProber::Probe &,
                           int) { return verdictOutcome(PortState::Closed, Reason::Reset); },
                        {.window = window, .rate = rate});
        bench.prober->delayOf = [](const FakeProber::Probe &) { return Duration(10ms); };
        bench.runFor(100ms);
        QSet<bool> answers;
        for (int i = 0; i < 90; ++i) {
            bench.runFor(1ms);
            answers.insert(bench.loop->figures().isRateLimit);
        }
        return answers;
    };
    for (const double rate : {20, 500, 2'000})
        QCOMPARE(isRateLimit(rate, 100), QSet<bool>{true});
    QCOMPARE(isRateLimit(2'000, 1), QSet<bool>{false}); // the window is what it waits for
    QCOMPARE(isRateLimit(0, 1), QSet<bool>{false});
}

void TestScanLoop::survivesAShortage()
{
    FakeProber *prober = nullptr;
    LoopBench bench(
        [&prober](const FakeProber::Probe &, int) {
            return prober->underWay() >= 10 ? shortageOutcome(Shortage::Descriptors)
                                            : verdictOutcome(PortState::Closed, Reason::Reset);
        },
        {.ports = 2'000, .window = 500});
    prober = bench.prober;
    QVERIFY(bench.run());
    const auto rows = bench.rows;
    QCOMPARE(bench.count(PortState::Closed, Reason::Reset), qsizetype(2'000));
    QVERIFY(std::all_of(rows.cbegin(), rows.cend(),
                        [](const PortResult &row) { return row.attempts == 1; }));
    QVERIFY(bench.loop->takeShortage() == Shortage::Descriptors);
    QVERIFY(bench.loop->window() < 500);
}

void TestScanLoop::callsALastingShortageUnknown()
{
    LoopBench bench(
        [](const FakeProber::Probe &, int) {
            ProbeOutcome outcome = shortageOutcome(Shortage::LocalPorts);
            outcome.detail.errorNumber = EADDRNOTAVAIL;
            return outcome;
        },
        {.ports = 300});
    QVERIFY(bench.run());
    QCOMPARE(bench.count(PortState::Unknown, Reason::LocalLimit), qsizetype(300));
    QCOMPARE(bench.details.size(), qsizetype(300));
    QCOMPARE(bench.details.first().detail.errorNumber, EADDRNOTAVAIL);
}

void TestScanLoop::letsNoHostWaitForAnUnusableOne()
{
    const Address unusable = LoopBench::address(1);
    LoopBench bench(
        [unusable](const FakeProber::Probe &probe, int) {
            return probe.address == unusable ? shortageOutcome(Shortage::LocalPorts)
                                             : verdictOutcome(PortState::Closed, Reason::Reset);
        },
        {.hosts = 2, .ports = 2'000});
    const TimePoint begin = bench.clock->now();
    bench.runFor(1s);
    QCOMPARE(bench.count(PortState::Closed, Reason::Reset), qsizetype(2'000));
    QVERIFY(bench.run());
    QCOMPARE(bench.loop->window(), 100);
    QCOMPARE(bench.count(PortState::Unknown, Reason::LocalLimit), qsizetype(2'000));
    QVERIFY(bench.clock->now() - begin < 5s);
}

void TestScanLoop::triesAgainWhenItMetItself()
{
    LoopBench bench(
        [](const FakeProber::Probe &probe, int tryNumber) {
            ProbeOutcome outcome;
            outcome.kind = ProbeOutcome::Kind::SelfConnect;
            const bool always = probe.port == 2;
            return tryNumber == 1 || always ? outcome
                                            : verdictOutcome(PortState::Closed, Reason::Reset);
        },
        {.ports = 2});
    QVERIFY(bench.run());
    const auto rows = bench.rows;
    QCOMPARE(bench.count(PortState::Closed, Reason::Reset), qsizetype(1));
    QCOMPARE(bench.count(PortState::Closed, Reason::ConnRefused), qsizetype(1));
}

void TestScanLoop::startsNothingWhilePaused()
{
    LoopBench bench([](const FakeProber::Probe &,
                       int) { return verdictOutcome(PortState::Closed, Reason::Reset); },
                    {});
    bench.loop->step();
    const int started = bench.prober->started;
    QVERIFY(started > 0 && started < 1'000);
    bench.loop->setPaused(true);
    bench.prober->answer();
    bench.loop->step();
    bench.take();
    QCOMPARE(bench.prober->started, started);
    QCOMPARE(bench.rows.size(), qsizetype(started)); // what was under way still counts
    QVERIFY(!bench.loop->nextWake());
    QVERIFY(!bench.loop->isDone());
    bench.loop->setPaused(false);
    QVERIFY(bench.run());
    QCOMPARE(bench.rows.size(), qsizetype(1'000));
}

void TestScanLoop::endsAtOnceWhenStopped()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return silence(); }, {});
    bench.loop->step();
    const int started = bench.prober->started;
    bench.loop->stop();
    QVERIFY(bench.loop->isDone());
    QCOMPARE(bench.prober->underWay(), 0);
    bench.clock->advance(1h);
    bench.loop->step();
    QCOMPARE(bench.prober->started, started);
    QVERIFY(bench.rows.isEmpty());
}

void TestScanLoop::announcesAHostOnce()
{
    LoopBench bench([](const FakeProber::Probe &,
                       int) { return verdictOutcome(PortState::Closed, Reason::Reset); },
                    {.hosts = 3, .ports = 100});
    QVERIFY(bench.run());
    QCOMPARE(bench.hosts.size(), qsizetype(3));
}

void TestScanLoop::reachesEveryHostFirst()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return silence(); },
                    {.hosts = 50, .ports = 100, .window = 50});
    bench.loop->step();
    QSet<Address> reached;
    for (const FakeProber::Probe &probe : std::as_const(bench.prober->probes))
        reached.insert(probe.address);
    QCOMPARE(reached.size(), qsizetype(50));
}

void TestScanLoop::takesOnlySoManyHostsAtOnce()
{
    LoopBench bench([](const FakeProber::Probe &, int) { return silence(); },
                    {.hosts = 100, .ports = 5, .window = 1'000, .share = {.activeHosts = 8}});
    qsizetype most = 0;
    QVERIFY(bench.run([&] {
        QSet<Address> underWay;
        const auto probes = bench.prober->probesUnderWay();
        for (const FakeProber::Probe &probe : probes)
            underWay.insert(probe.address);
        most = std::max(most, underWay.size());
    }));
    QCOMPARE(most, qsizetype(8));
    QCOMPARE(bench.rows.size(), qsizetype(500));
}

void TestScanLoop::sharesHostsOut()
{
    QSet<quint32> hosts;
    for (quint64 part = 0; part < 3; ++part) {
        LoopBench bench([](const FakeProber::Probe &,
                           int) { return verdictOutcome(PortState::Closed, Reason::Reset); },
                        {.hosts = 20, .ports = 5, .share = {.firstHost = part, .hostStride = 3}});
        QVERIFY(bench.run());
        for (const HostEntry &host : std::as_const(bench.hosts)) {
            QVERIFY(!hosts.contains(host.number));
            hosts.insert(host.number);
        }
    }
    QCOMPARE(hosts.size(), qsizetype(20));
}

void TestScanLoop::passesDetailsOn()
{
    LoopBench bench(
        [](const FakeProber::Probe &probe, int) {
            ProbeOutcome outcome = verdictOutcome(PortState::Filtered, Reason::HostUnreach);
            if (probe.port == 3)
                outcome.detail.synRetransmissions = 1;
            return outcome;
        },
        {.ports = 5});
    QVERIFY(bench.run());
    QCOMPARE(bench.details.size(), qsizetype(1));
    QCOMPARE(bench.rows.at(bench.details.first().row).port, quint16(3));
}

QTEST_APPLESS_MAIN(TestScanLoop)
#include "tst_scanloop.moc"
