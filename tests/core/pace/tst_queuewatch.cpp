// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/queuewatch.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {
/// Sends a probe every 10 ms for so long; each is answered after that time.
void probe(QueueWatch &watch, FakeClock &clock, Duration time, Duration rtt)
{
    for (const TimePoint end = clock.now() + time; clock.now() < end;) {
        const TimePoint sentAt = clock.now();
        watch.onSent();
        clock.advance(10ms);
        watch.onAnswered(sentAt, sentAt + rtt, rtt);
    }
}
} // namespace

class TestQueueWatch : public QObject
{
    Q_OBJECT

private slots:
    void seesNoQueueInASteadyPath();
    void seesAQueueThatStands();
    void doesNotTakeOneLateAnswerForAQueue();
    void oneQuickAnswerShowsThatNoQueueStands();
    void countsOnlyWhatWasSentInTheSpan();
    void tellsSilenceFromAnswers();
    void takesALongerPathForNoQueueAfterAWhile();
    void remembersLongerWhatIsKeptShort();
    void believesTheNetworkAboutAPathWithoutAQueue();
    void measuresManyHostsEachByItsOwnPath();

private:
    FakeClock m_clock;
};

void TestQueueWatch::seesNoQueueInASteadyPath()
{
    QueueWatch watch;
    probe(watch, m_clock, 200ms, 40ms);
    const auto span = watch.takeSpan(m_clock.now());
    QVERIFY(span);
    QCOMPARE(span->queue, 0.0);
    QCOMPARE(span->roundTrip, 0.04);
    QVERIFY(span->tolerated > 0);
    QVERIFY(!watch.isQueueing());
    QVERIFY(!watch.isFull());
    QCOMPARE(watch.leastRtt(), Duration(40ms));
}

void TestQueueWatch::seesAQueueThatStands()
{
    QueueWatch watch;
    probe(watch, m_clock, 200ms, 10ms);
    QVERIFY(watch.takeSpan(m_clock.now()));
    probe(watch, m_clock, 300ms, 60ms);
    const auto span = watch.takeSpan(m_clock.now());
    QVERIFY(span);
    QCOMPARE(span->queue, 0.05);
    QVERIFY(span->queue > span->tolerated);
    QCOMPARE(qRound(span->rate), 100);
    QVERIFY(watch.isQueueing());
    QVERIFY(watch.isFull());
}

void TestQueueWatch::doesNotTakeOneLateAnswerForAQueue()
{
    QueueWatch watch;
    probe(watch, m_clock, 200ms, 10ms);
    probe(watch, m_clock, 10ms, 60ms);
    QVERIFY(watch.isQueueing());
    QVERIFY(!watch.isFull());
    probe(watch, m_clock, 200ms, 10ms);
    QVERIFY(!watch.isQueueing());
}

void TestQueueWatch::oneQuickAnswerShowsThatNoQueueStands()
{
    QueueWatch watch;
    probe(watch, m_clock, 200ms, 10ms);
    QVERIFY(watch.takeSpan(m_clock.now()));
    probe(watch, m_clock, 100ms, 60ms);
    probe(watch, m_clock, 10ms, 10ms);
    probe(watch, m_clock, 100ms, 60ms);
    const auto span = watch.takeSpan(m_clock.now());
    QVERIFY(span);
    QCOMPARE(span->queue, 0.0);
}

void TestQueueWatch::countsOnlyWhatWasSentInTheSpan()
{
    QueueWatch watch;
    probe(watch, m_clock, 200ms, 10ms);
    const TimePoint before = m_clock.now() - 1ms;
    QVERIFY(watch.takeSpan(m_clock.now()));
    m_clock.advance(200ms);
    for (int i = 0; i < 100; ++i)
        watch.onAnswered(before, m_clock.now(), 60ms);
    QVERIFY(!watch.takeSpan(m_clock.now()));
}

void TestQueueWatch::tellsSilenceFromAnswers()
{
    QueueWatch watch;
    probe(watch, m_clock, 200ms, 10ms);
    for (int i = 0; i < 200; ++i)
        watch.onSilent();
    const auto silent = watch.takeSpan(m_clock.now());
    QVERIFY(silent && silent->isSilent);
    probe(watch, m_clock, 200ms, 10ms);
    watch.onSilent();
    const auto answering = watch.takeSpan(m_clock.now());
    QVERIFY(answering && !answering->isSilent);
}

void TestQueueWatch::takesALongerPathForNoQueueAfterAWhile()
{
    QueueWatch watch;
    probe(watch, m_clock, 200ms, 10ms);
    probe(watch, m_clock, 200ms, 60ms);
    QVERIFY(watch.isFull());
    probe(watch, m_clock, 7s, 60ms);
    QVERIFY(!watch.isQueueing());
    QVERIFY(!watch.isFull());
    QCOMPARE(watch.leastRtt(), Duration(60ms));
    watch.forgetLeastRtt();
    probe(watch, m_clock, 100ms, 200ms);
    QVERIFY(!watch.isQueueing());
}

void TestQueueWatch::remembersLongerWhatIsKeptShort()
{
    QueueWatch watch;
    watch.setIsKeptShort(true);
    probe(watch, m_clock, 200ms, 10ms);
    probe(watch, m_clock, 7s, 60ms);
    QVERIFY(watch.isFull());
}

void TestQueueWatch::believesTheNetworkAboutAPathWithoutAQueue()
{
    QueueWatch late;
    late.seedLeastRtt(10ms, m_clock.now());
    probe(late, m_clock, 200ms, 60ms);
    const auto span = late.takeSpan(m_clock.now());
    QVERIFY(span);
    QCOMPARE(span->queue, 0.05);
}

void TestQueueWatch::measuresManyHostsEachByItsOwnPath()
{
    QueueWatch near;
    QueueWatch far;
    QueueWatch network;
    for (int i = 0; i < 20; ++i) {
        const TimePoint sentAt = m_clock.now();
        m_clock.advance(10ms);
        near.onAnswered(sentAt, m_clock.now(), 10ms);
        network.onAnsweredBy(near, sentAt, m_clock.now());
        far.onAnswered(sentAt, m_clock.now(), 90ms);
        network.onAnsweredBy(far, sentAt, m_clock.now());
    }
    const auto span = network.takeSpan(m_clock.now());
    QVERIFY(span);
    QCOMPARE(span->queue, 0.0);
    QVERIFY(!network.isQueueing());
    QCOMPARE(network.leastRtt(), Duration(10ms));
}

QTEST_APPLESS_MAIN(TestQueueWatch)
#include "tst_queuewatch.moc"
