// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/portqueue.h"
#include "core/scan/scannedports.h"
#include "tests/support/resultbuilder.h"

#include <QTest>

#include <algorithm>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint kNow{1h};
constexpr quint16 kPorts = 10;

/// A host with the ports 1 to 10, in the plan's order.
struct Bench
{
    std::shared_ptr<const Plan> plan = makePlan();
    PlannedHost host = plan->hostAt(0);

    [[nodiscard]] static std::shared_ptr<const Plan> makePlan()
    {
        PlanInput input;
        input.addresses.insert(Address::fromIpv4(0xc612'0001));
        input.ports = PortSet::range(1, kPorts);
        return std::make_shared<const Plan>(input);
    }
    [[nodiscard]] PortQueue queue(const PortShare &share = {}) const { return {plan, host, share}; }
    [[nodiscard]] QList<quint16> portsOf(const PortShare &share = {}) const
    {
        QList<quint16> ports;
        for (quint32 turn = share.first; turn < plan->portCount(host); turn += share.stride)
            ports.append(plan->portAt(host, turn));
        return ports;
    }
};

QList<quint16> takeAll(PortQueue &queue, TimePoint now = kNow, bool prefersRetry = false)
{
    QList<quint16> ports;
    while (const auto job = queue.take(now, prefersRetry))
        ports.append(job->port);
    return ports;
}

QList<quint16> sorted(QList<quint16> ports)
{
    std::sort(ports.begin(), ports.end());
    return ports;
}

Job silentJob(quint16 port, int silences = 1)
{
    Job job;
    job.port = port;
    for (int i = 0; i < silences; ++i)
        job.countSilence();
    return job;
}

/// All its ports have been taken.
PortQueue triedQueue(const Bench &bench)
{
    PortQueue queue = bench.queue();
    takeAll(queue);
    return queue;
}

} // namespace

class TestPortQueue : public QObject
{
    Q_OBJECT

private slots:
    void givesEveryPortOnce_data();
    void givesEveryPortOnce();
    void passesOverWhatWasScanned();
    void givesFirstWhatToldNothing();
    void waitsForThePauseOfASilentPort();
    void prefersUntriedPortsUnlessTold();
    void retriesWhatIsDueFirst();
    void keepsWhatWasSilentOftenEnough();
    void bringsBackWhatDoesNotPass();
    void forgetsSilences();
    void triesNoMorePortsThanItsLimit_data();
    void triesNoMorePortsThanItsLimit();
    void goesOnWhenTheLimitIsLifted();
    void givesUpWhateverItHas();
    void countsUpToManyOnly();
};

void TestPortQueue::givesEveryPortOnce_data()
{
    QTest::addColumn<quint32>("threads");
    QTest::newRow("one thread") << 1U;
    QTest::newRow("three") << 3U;
    QTest::newRow("more than ports") << 12U;
}

void TestPortQueue::givesEveryPortOnce()
{
    QFETCH(const quint32, threads);
    const Bench bench;
    QList<quint16> all;
    for (quint32 thread = 0; thread < threads; ++thread) {
        const PortShare share{.first = thread, .stride = threads};
        PortQueue queue = bench.queue(share);
        const QList<quint16> expected = bench.portsOf(share);
        QCOMPARE(queue.isEmpty(), expected.isEmpty());
        QCOMPARE(takeAll(queue), expected);
        QVERIFY(queue.isEmpty() && !queue.hasUntried());
        QVERIFY(!queue.nextDue(kNow));
        all += expected;
    }
    QCOMPARE(sorted(all), sorted(bench.portsOf()));
}

void TestPortQueue::passesOverWhatWasScanned()
{
    const Bench bench;
    const QList<quint16> order = bench.portsOf();
    ResultBuilder found;
    found.host(0, bench.host.address);
    for (const qsizetype turn : {0, 1, 4, 9}) // the first, the last, and between
        found.closed(0, order.at(turn));
    const auto scanned = std::make_shared<const ScannedPorts>(found.store());
    PortQueue queue(bench.plan, bench.host, {}, scanned);
    QVERIFY(queue.hasUntried());
    QCOMPARE(takeAll(queue),
             (QList<quint16>{order[2], order[3], order[5], order[6], order[7], order[8]}));
    QVERIFY(!queue.hasUntried());
    QVERIFY(queue.isEmpty());
    const PortShare ofTwo{.first = 1, .stride = 2};
    PortQueue half(bench.plan, bench.host, ofTwo, scanned);
    QCOMPARE(takeAll(half), (QList<quint16>{order[3], order[5], order[7]}));
}

void TestPortQueue::givesFirstWhatToldNothing()
{
    const Bench bench;
    PortQueue queue = bench.queue();
    const Job first = *queue.take(kNow, false);
    const Job second = *queue.take(kNow, false);
    queue.retry(silentJob(77), kNow);
    queue.again(first);
    queue.again(second);
    QCOMPARE(queue.nextDue(kNow), std::optional(kNow));
    QCOMPARE(queue.take(kNow, true)->port, first.port);
    QCOMPARE(queue.take(kNow, true)->port, second.port);
    QCOMPARE(queue.take(kNow, true)->port, quint16(77));
}

void TestPortQueue::waitsForThePauseOfASilentPort()
{
    const Bench bench;
    PortQueue queue = triedQueue(bench);
    queue.retry(silentJob(7, 2), kNow + 1s);
    QVERIFY(!queue.isEmpty());
    QCOMPARE(queue.nextDue(kNow), std::optional(kNow + 1s));
    QVERIFY(!queue.take(kNow + 1s - 1ns, true));
    const auto job = queue.take(kNow + 1s, false);
    QVERIFY(job);
    QCOMPARE(job->port, quint16(7));
    QCOMPARE(job->tryNumber(), 3);
    QVERIFY(queue.isEmpty());
}

void TestPortQueue::prefersUntriedPortsUnlessTold()
{
    const Bench bench;
    PortQueue queue = bench.queue();
    queue.retry(silentJob(77), kNow);
    QCOMPARE(queue.take(kNow, true)->port, quint16(77));
    queue.retry(silentJob(77), kNow);
    QCOMPARE(takeAll(queue), bench.portsOf() + QList<quint16>{77});
}

void TestPortQueue::retriesWhatIsDueFirst()
{
    const Bench bench;
    PortQueue queue = triedQueue(bench);
    queue.retry(silentJob(3), kNow + 3s);
    queue.retry(silentJob(1), kNow + 1s);
    queue.retry(silentJob(2), kNow + 2s);
    QCOMPARE(takeAll(queue, kNow + 2s), (QList<quint16>{1, 2}));
    QCOMPARE(queue.nextDue(kNow), std::optional(kNow + 3s));
}

void TestPortQueue::keepsWhatWasSilentOftenEnough()
{
    const Bench bench;
    PortQueue queue = triedQueue(bench);
    queue.keep(silentJob(4));
    queue.keep(silentJob(5));
    QCOMPARE(queue.keptCount(), size_t(2));
    QVERIFY2(queue.isEmpty(), "there is nothing to try");
    QVERIFY(!queue.nextDue(kNow) && !queue.take(TimePoint::max(), true));
    QList<quint16> kept;
    while (const auto job = queue.takeKept())
        kept.append(job->port);
    QCOMPARE(sorted(kept), (QList<quint16>{4, 5}));
    QCOMPARE(queue.keptCount(), size_t(0));
}

void TestPortQueue::bringsBackWhatDoesNotPass()
{
    const Bench bench;
    PortQueue queue = triedQueue(bench);
    for (quint16 port = 1; port <= 4; ++port)
        queue.keep(silentJob(port, port));
    const auto hasSilences = [](int number) {
        return [number](const Job &job) { return job.silences >= number; };
    };
    QVERIFY(!queue.bringBack(hasSilences(1), kNow));
    QCOMPARE(queue.keptCount(), size_t(4));
    QVERIFY(queue.bringBack(hasSilences(3), kNow + 1s));
    QCOMPARE(queue.keptCount(), size_t(2));
    QCOMPARE(queue.nextDue(kNow), std::optional(kNow + 1s));
    QVERIFY(!queue.take(kNow, true));
    QCOMPARE(sorted(takeAll(queue, kNow + 1s)), (QList<quint16>{1, 2}));
    QCOMPARE(queue.takeKept()->silences + queue.takeKept()->silences, 3 + 4);
}

void TestPortQueue::forgetsSilences()
{
    const Bench bench;
    PortQueue queue = triedQueue(bench);
    queue.keep(silentJob(1, 3));
    queue.retry(silentJob(2, 2), kNow + 1h);
    queue.forgetSilences(9, kNow + 1s);
    QCOMPARE(queue.keptCount(), size_t(0));
    QCOMPARE(queue.nextDue(kNow), std::optional(kNow + 1s));
    QList<quint16> ports;
    while (const auto job = queue.take(kNow + 1s, false)) {
        ports.append(job->port);
        QCOMPARE(job->silences, quint8(0));
        QCOMPARE(job->tryNumber(), 1);
        QCOMPARE(job->era, quint8(9));
    }
    QCOMPARE(sorted(ports), (QList<quint16>{1, 2}));
    QVERIFY(queue.isEmpty());
}

void TestPortQueue::triesNoMorePortsThanItsLimit_data()
{
    QTest::addColumn<quint32>("stride");
    QTest::addColumn<quint32>("limit");
    QTest::newRow("some of one thread") << 1U << 4U;
    QTest::newRow("some of the second of two") << 2U << 3U;
    QTest::newRow("more than there are") << 2U << 40U;
}

void TestPortQueue::triesNoMorePortsThanItsLimit()
{
    QFETCH(const quint32, stride);
    QFETCH(const quint32, limit);
    const Bench bench;
    const PortShare share{.first = stride - 1, .stride = stride};
    const QList<quint16> mine = bench.portsOf(share);
    PortQueue queue = bench.queue(share);
    queue.limitTo(limit);
    QCOMPARE(takeAll(queue), mine.first(std::min<qsizetype>(limit, mine.size())));
    QVERIFY(queue.isEmpty() && !queue.hasUntried());
    QList<quint16> skipped;
    while (const auto job = queue.takeBeyondLimit()) {
        skipped.append(job->port);
        QCOMPARE(job->attempts, quint8(0));
    }
    QCOMPARE(skipped, mine.mid(std::min<qsizetype>(limit, mine.size())));
    QVERIFY(!queue.hasBeyondLimit());
}

void TestPortQueue::goesOnWhenTheLimitIsLifted()
{
    const Bench bench;
    PortQueue queue = bench.queue();
    queue.limitTo(3);
    QList<quint16> ports = takeAll(queue);
    QVERIFY(queue.isEmpty() && queue.hasBeyondLimit());
    queue.liftLimit();
    QVERIFY(!queue.isEmpty() && queue.hasUntried());
    ports += takeAll(queue);
    QCOMPARE(ports, bench.portsOf());
    QVERIFY(!queue.hasBeyondLimit());
}

/// As for a host that is down: whatever has no verdict, once, and whenever it was due.
void TestPortQueue::givesUpWhateverItHas()
{
    const Bench bench;
    PortQueue queue = bench.queue();
    const Job again = *queue.take(kNow, false);
    const Job retried = *queue.take(kNow, false);
    const Job kept = *queue.take(kNow, false);
    queue.limitTo(5);
    queue.again(again);
    queue.retry(retried, kNow + 1h);
    queue.keep(kept);
    QList<quint16> ports;
    while (const auto job = queue.takeAny())
        ports.append(job->port);
    QCOMPARE(sorted(ports), sorted(bench.portsOf()));
    QVERIFY(queue.isEmpty() && !queue.hasBeyondLimit() && queue.keptCount() == 0);
}

void TestPortQueue::countsUpToManyOnly()
{
    Job job;
    for (int i = 0; i < 300; ++i) {
        job.countAttempt();
        job.countSilence();
        job.countSelfConnect();
    }
    QCOMPARE(job.attempts, quint8(255));
    QCOMPARE(job.silences, quint8(255));
    QCOMPARE(job.selfConnects, quint8(255));
    job.purpose = Purpose::Canary;
    QCOMPARE(job.tryNumber(), 0);
}

QTEST_APPLESS_MAIN(TestPortQueue)
#include "tst_portqueue.moc"
