// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/fixedpacer.h"
#include "core/scan/scanloop.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeprober.h"

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

/// A loop on a made-up network under a clock that stands still until told otherwise.
struct Bench
{
    explicit Bench(FakeProber::Network network, quint16 ports = 1'000, int window = 100,
                   int retries = 1)
        : clock(std::make_shared<FakeClock>())
    {
        PlanInput input;
        input.addresses.insert(Address::fromIpv4(0xc612'0001));
        input.ports = PortSet::range(1, ports);
        auto fake = std::make_unique<FakeProber>(std::move(network));
        prober = fake.get();
        ScanLoopParts parts;
        parts.plan = std::make_shared<Plan>(input);
        parts.prober = std::move(fake);
        parts.pacer = std::make_unique<FixedPacer>(
            FixedPacer::Settings{.window = window, .timeout = 900ms, .retries = retries});
        parts.clock = clock;
        parts.startedAt = clock->now();
        loop = std::make_unique<ScanLoop>(std::move(parts));
    }

    /// As the worker does it: step, answers, time passes until something is due. False if it never
    /// ends.
    bool run()
    {
        constexpr int kManyTurns = 200'000;
        for (int turn = 0; turn < kManyTurns; ++turn) {
            if (loop->isDone())
                return true;
            loop->step();
            prober->answer();
            const auto wake = loop->nextWake();
            if (wake && *wake > clock->now())
                clock->advance(*wake - clock->now());
        }
        return false;
    }

    QList<PortResult> rows()
    {
        taken.append(loop->takeBatch().rows);
        return taken;
    }

    std::shared_ptr<FakeClock> clock;
    FakeProber *prober = nullptr; ///< owned by the loop
    std::unique_ptr<ScanLoop> loop;
    QList<PortResult> taken;
};

qsizetype countOf(const QList<PortResult> &rows, PortState state, Reason reason)
{
    return std::count_if(rows.cbegin(), rows.cend(), [state, reason](const PortResult &row) {
        return row.state() == state && row.reason() == reason;
    });
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
    void retriesBeforeItGoesOn();
    void survivesAShortage();
    void callsALastingShortageUnknown();
    void letsNoHostWaitForAnUnusableOne();
    void triesAgainWhenItMetItself();
    void startsNothingWhilePaused();
    void endsAtOnceWhenStopped();
    void announcesAHostOnce();
    void passesDetailsOn();
};

void TestScanLoop::givesEveryPortOneVerdict()
{
    Bench bench([](const FakeProber::Probe &probe, int) {
        return probe.port % 100 == 0 ? verdictOutcome(PortState::Open, Reason::SynAck)
                                     : verdictOutcome(PortState::Closed, Reason::Reset);
    });
    QVERIFY(bench.run());
    const auto rows = bench.rows();
    QCOMPARE(rows.size(), qsizetype(1'000));
    QCOMPARE(countOf(rows, PortState::Open, Reason::SynAck), qsizetype(10));
    QSet<quint16> ports;
    for (const PortResult &row : rows) {
        ports.insert(row.port);
        QCOMPARE(row.attempts, quint8(1));
        QCOMPARE(row.rttMicroseconds, quint32(300));
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
    for (quint64 share = 0; share < 3; ++share) {
        auto fake = std::make_unique<FakeProber>([](const FakeProber::Probe &, int) {
            return verdictOutcome(PortState::Closed, Reason::Reset);
        });
        FakeProber *prober = fake.get();
        ScanLoopParts parts;
        parts.plan = plan;
        parts.first = share;
        parts.stride = 3;
        parts.prober = std::move(fake);
        parts.pacer = std::make_unique<FixedPacer>(
            FixedPacer::Settings{.window = 10, .timeout = 1s, .retries = 1});
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
    Bench bench([](const FakeProber::Probe &, int) { return silence(); }, 500, 37);
    QVERIFY(bench.run());
    QCOMPARE(bench.prober->mostUnderWay, 37);
}

void TestScanLoop::triesSilenceAgainAndNothingElse()
{
    Bench bench(
        [](const FakeProber::Probe &probe, int) {
            return probe.port <= 10 ? silence() : verdictOutcome(PortState::Closed, Reason::Reset);
        },
        100, 100, 2);
    QVERIFY(bench.run());
    QCOMPARE(bench.prober->started, 90 + 10 * 3);
    const auto rows = bench.rows();
    QCOMPARE(countOf(rows, PortState::Filtered, Reason::NoResponse), qsizetype(10));
    for (const PortResult &row : rows) {
        QCOMPARE(row.attempts, quint8(row.port <= 10 ? 3 : 1));
        QCOMPARE(row.hasRtt(), row.port > 10);
    }
}

void TestScanLoop::findsAPortThatAnswersTheSecondTime()
{
    Bench bench([](const FakeProber::Probe &, int tryNumber) {
        return tryNumber == 1 ? silence() : verdictOutcome(PortState::Open, Reason::SynAck);
    });
    QVERIFY(bench.run());
    const auto rows = bench.rows();
    QCOMPARE(countOf(rows, PortState::Open, Reason::SynAck), qsizetype(1'000));
    QCOMPARE(rows.first().attempts, quint8(2));
}

void TestScanLoop::callsSilenceOnlyAfterTheDeadline()
{
    Bench bench([](const FakeProber::Probe &, int) { return silence(); }, 1, 1, 0);
    bench.loop->step();
    bench.clock->advance(899ms);
    bench.loop->step();
    QVERIFY(bench.rows().isEmpty());
    bench.clock->advance(1ms);
    bench.loop->step();
    QCOMPARE(bench.rows().size(), qsizetype(1));
    QCOMPARE(bench.rows().first().atMilliseconds, quint32(900));
}

void TestScanLoop::retriesBeforeItGoesOn()
{
    QList<int> tries;
    Bench bench(
        [&tries](const FakeProber::Probe &, int tryNumber) {
            tries.append(tryNumber);
            return silence();
        },
        200, 50);
    QVERIFY(bench.run());
    // A window's worth of first tries, the same again as second tries, and so on: what waits never
    // grows.
    for (qsizetype i = 0; i < tries.size(); ++i)
        QCOMPARE(tries.at(i), i % 100 < 50 ? 1 : 2);
}

void TestScanLoop::survivesAShortage()
{
    FakeProber *prober = nullptr;
    Bench bench(
        [&prober](const FakeProber::Probe &, int) {
            return prober->underWay() >= 10 ? shortageOutcome(Shortage::Descriptors)
                                            : verdictOutcome(PortState::Closed, Reason::Reset);
        },
        2'000, 500);
    prober = bench.prober;
    QVERIFY(bench.run());
    const auto rows = bench.rows();
    QCOMPARE(countOf(rows, PortState::Closed, Reason::Reset), qsizetype(2'000));
    QVERIFY(std::all_of(rows.cbegin(), rows.cend(),
                        [](const PortResult &row) { return row.attempts == 1; }));
    QVERIFY(bench.loop->takeShortage() == Shortage::Descriptors);
    QVERIFY(bench.loop->window() < 500);
}

void TestScanLoop::callsALastingShortageUnknown()
{
    Bench bench(
        [](const FakeProber::Probe &, int) {
            ProbeOutcome outcome = shortageOutcome(Shortage::LocalPorts);
            outcome.detail.errorNumber = EADDRNOTAVAIL;
            return outcome;
        },
        300);
    QVERIFY(bench.run());
    const ResultBatch batch = bench.loop->takeBatch();
    QCOMPARE(countOf(batch.rows, PortState::Unknown, Reason::LocalLimit), qsizetype(300));
    QCOMPARE(batch.details.size(), qsizetype(300));
    QCOMPARE(batch.details.first().detail.errorNumber, EADDRNOTAVAIL);
}

void TestScanLoop::letsNoHostWaitForAnUnusableOne()
{
    PlanInput input;
    const Address dead = Address::fromIpv6(0, 1);
    input.addresses = AddressSet::of({dead, Address::fromIpv4(0xc612'0001)});
    input.ports = PortSet::range(1, 2'000);
    auto fake = std::make_unique<FakeProber>([dead](const FakeProber::Probe &probe, int) {
        return probe.address == dead ? shortageOutcome(Shortage::LocalPorts)
                                     : verdictOutcome(PortState::Closed, Reason::Reset);
    });
    FakeProber *prober = fake.get();
    const auto clock = std::make_shared<FakeClock>();
    ScanLoopParts parts;
    parts.plan = std::make_shared<Plan>(input);
    parts.prober = std::move(fake);
    parts.pacer = std::make_unique<FixedPacer>(
        FixedPacer::Settings{.window = 100, .timeout = 1s, .retries = 1});
    parts.clock = clock;
    const TimePoint begin = clock->now();
    ScanLoop loop(std::move(parts));
    QList<PortResult> rows;
    bool isHealthyDoneSoon = false;
    while (!loop.isDone()) {
        loop.step();
        prober->answer();
        rows.append(loop.takeBatch().rows);
        if (clock->now() - begin < 1s)
            isHealthyDoneSoon = countOf(rows, PortState::Closed, Reason::Reset) == 2'000;
        const auto wake = loop.nextWake();
        if (wake && *wake > clock->now())
            clock->advance(*wake - clock->now());
    }
    QVERIFY(isHealthyDoneSoon);
    QCOMPARE(loop.window(), 100);
    QCOMPARE(countOf(rows, PortState::Unknown, Reason::LocalLimit), qsizetype(2'000));
    QVERIFY(clock->now() - begin < 5s);
}

void TestScanLoop::triesAgainWhenItMetItself()
{
    Bench bench(
        [](const FakeProber::Probe &probe, int tryNumber) {
            ProbeOutcome outcome;
            outcome.kind = ProbeOutcome::Kind::SelfConnect;
            const bool always = probe.port == 2;
            return tryNumber == 1 || always ? outcome
                                            : verdictOutcome(PortState::Closed, Reason::Reset);
        },
        2);
    QVERIFY(bench.run());
    const auto rows = bench.rows();
    QCOMPARE(countOf(rows, PortState::Closed, Reason::Reset), qsizetype(1));
    QCOMPARE(countOf(rows, PortState::Closed, Reason::ConnRefused), qsizetype(1));
}

void TestScanLoop::startsNothingWhilePaused()
{
    Bench bench([](const FakeProber::Probe &, int) {
        return verdictOutcome(PortState::Closed, Reason::Reset);
    });
    bench.loop->step();
    const int started = bench.prober->started;
    QVERIFY(started > 0 && started < 1'000);
    bench.loop->setPaused(true);
    bench.prober->answer();
    bench.loop->step();
    QCOMPARE(bench.prober->started, started);
    QCOMPARE(bench.rows().size(), qsizetype(started)); // what was under way still counts
    QVERIFY(!bench.loop->nextWake());
    QVERIFY(!bench.loop->isDone());
    bench.loop->setPaused(false);
    QVERIFY(bench.run());
    QCOMPARE(bench.rows().size(), qsizetype(1'000));
}

void TestScanLoop::endsAtOnceWhenStopped()
{
    Bench bench([](const FakeProber::Probe &, int) { return silence(); });
    bench.loop->step();
    const int started = bench.prober->started;
    bench.loop->stop();
    QVERIFY(bench.loop->isDone());
    QCOMPARE(bench.prober->underWay(), 0);
    bench.clock->advance(1h);
    bench.loop->step();
    QCOMPARE(bench.prober->started, started);
    QVERIFY(bench.rows().isEmpty());
}

void TestScanLoop::announcesAHostOnce()
{
    Bench bench([](const FakeProber::Probe &, int) {
        return verdictOutcome(PortState::Closed, Reason::Reset);
    });
    bench.loop->step();
    bench.prober->answer();
    QCOMPARE(bench.loop->takeBatch().hosts.size(), qsizetype(1));
    QVERIFY(bench.run());
    QVERIFY(bench.loop->takeBatch().hosts.isEmpty());
}

void TestScanLoop::passesDetailsOn()
{
    Bench bench(
        [](const FakeProber::Probe &probe, int) {
            ProbeOutcome outcome = verdictOutcome(PortState::Filtered, Reason::HostUnreach);
            if (probe.port == 3)
                outcome.detail.synRetransmissions = 1;
            return outcome;
        },
        5);
    QVERIFY(bench.run());
    const ResultBatch batch = bench.loop->takeBatch();
    QCOMPARE(batch.details.size(), qsizetype(1));
    QCOMPARE(batch.rows.at(batch.details.first().row).port, quint16(3));
}

QTEST_APPLESS_MAIN(TestScanLoop)
#include "tst_scanloop.moc"
