// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/timerqueue.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint kStart{1'000'000s + 123'457us};

TimerQueue::Key timer(int id, std::chrono::milliseconds interval,
                      Qt::TimerType type = Qt::PreciseTimer, QObject *object = nullptr)
{
    return {.id = id, .interval = interval, .type = type, .object = object};
}

/// One pass, as the dispatcher makes it.
QList<int> fired(TimerQueue &queue, TimePoint now)
{
    QList<int> ids;
    const quint64 pass = queue.beginPass();
    while (const auto due = queue.takeDue(now, pass)) {
        ids.append(due->id);
        queue.putBack(*due);
    }
    return ids;
}

} // namespace

class TestTimerQueue : public QObject
{
    Q_OBJECT

private slots:
    void firesByTimeThenByAge();
    void keepsItsBeatAndDoesNotMakeUpForWhatItMissed();
    void firesCoarseTimersTogetherButNeverEarly_data();
    void firesCoarseTimersTogetherButNeverEarly();
    void doesNotPutBackWhatWasReplaced();
    void bearsTheLongestInterval();
    void agreesWithAListThroughManyChanges();
};

void TestTimerQueue::firesByTimeThenByAge()
{
    TimerQueue queue;
    queue.add(timer(1, 20ms), kStart);
    queue.add(timer(2, 10ms), kStart);
    queue.add(timer(3, 10ms), kStart);
    queue.add(timer(4, 30ms), kStart);
    QCOMPARE(queue.next(), std::optional(kStart + 10ms));
    QCOMPARE(queue.remaining(1, kStart + 5ms), std::optional<Duration>(15ms));
    QCOMPARE(queue.remaining(1, kStart + 50ms), std::optional<Duration>(0ms));
    QCOMPARE(queue.remaining(9, kStart), std::optional<Duration>());
    QCOMPARE(fired(queue, kStart + 10ms - 1ns), QList<int>());
    QCOMPARE(fired(queue, kStart + 20ms), (QList<int>{2, 3, 1}));
}

void TestTimerQueue::keepsItsBeatAndDoesNotMakeUpForWhatItMissed()
{
    TimerQueue queue;
    queue.add(timer(1, 10ms), kStart);
    QCOMPARE(fired(queue, kStart + 13ms), QList<int>{1});
    QCOMPARE(queue.next(), std::optional(kStart + 20ms));
    QCOMPARE(fired(queue, kStart + 95ms), QList<int>{1});
    QCOMPARE(queue.next(), std::optional(kStart + 105ms));
}

void TestTimerQueue::firesCoarseTimersTogetherButNeverEarly_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("lateness");
    QTest::newRow("precise") << Qt::PreciseTimer << 30'000 << 0;
    QTest::newRow("coarse, short") << Qt::CoarseTimer << 19 << 0;
    QTest::newRow("coarse, odd") << Qt::CoarseTimer << 75 << 3;
    QTest::newRow("coarse, as a socket has") << Qt::CoarseTimer << 30'000 << 1'500;
    QTest::newRow("very coarse") << Qt::VeryCoarseTimer << 2'500 << 1'000;
    QTest::newRow("very coarse, zero") << Qt::VeryCoarseTimer << 0 << 0;
}

void TestTimerQueue::firesCoarseTimersTogetherButNeverEarly()
{
    QFETCH(const Qt::TimerType, type);
    QFETCH(const int, interval);
    QFETCH(const int, lateness);
    const std::chrono::milliseconds wait(interval);
    TimerQueue queue;
    queue.add(timer(1, wait, type), kStart);
    TimePoint due = kStart + wait;
    for (int i = 0; i < 50; ++i, due += wait) {
        const TimePoint next = queue.next().value();
        QVERIFY(next >= due);
        QVERIFY(next <= due + std::chrono::milliseconds(lateness)); // it does not add up
        QCOMPARE(fired(queue, next), QList<int>{1});
        if (interval == 0)
            return;
    }
    // Two that began at different times share a turn where they may be that late.
    TimerQueue both;
    both.add(timer(1, wait, type), kStart);
    both.add(timer(2, wait, type), kStart + 1us);
    QCOMPARE(fired(both, both.next().value()).size(), lateness > 0 ? 2 : 1);
}

void TestTimerQueue::doesNotPutBackWhatWasReplaced()
{
    TimerQueue queue;
    queue.add(timer(1, 10ms), kStart);
    const auto due = queue.takeDue(kStart + 10ms, queue.beginPass());
    QVERIFY(due);
    QCOMPARE(queue.next(), std::optional<TimePoint>());
    QVERIFY(queue.remove(1));
    queue.putBack(*due);
    QCOMPARE(queue.next(), std::optional<TimePoint>());
    queue.add(timer(1, 70ms), kStart); // its number, used again
    queue.putBack(*due);
    QCOMPARE(queue.next(), std::optional(kStart + 70ms));
    QVERIFY(queue.remove(1));
    QCOMPARE(queue.next(), std::optional<TimePoint>());
}

void TestTimerQueue::bearsTheLongestInterval()
{
    TimerQueue queue;
    queue.add(timer(1, std::chrono::milliseconds::max()), kStart);
    QVERIFY(queue.next() > kStart + std::chrono::hours(24 * 365));
    QObject object;
    queue.add(timer(2, std::chrono::hours(10'000), Qt::CoarseTimer, &object), kStart);
    QCOMPARE(queue.timersOf(&object).constFirst().interval, std::numeric_limits<int>::max());
}

void TestTimerQueue::agreesWithAListThroughManyChanges()
{
    QRandomGenerator random(1);
    TimerQueue queue;
    QMap<int, TimePoint> model;
    TimePoint now = kStart;
    QObject even;
    QObject odd;
    for (int i = 0; i < 20'000; ++i) {
        const int id = random.bounded(300);
        switch (random.bounded(4)) {
        case 0:
        case 1: {
            const std::chrono::milliseconds interval(1 + random.bounded(1'000));
            queue.add(timer(id, interval, Qt::PreciseTimer, id % 2 == 0 ? &even : &odd), now);
            model[id] = now + interval;
            break;
        }
        case 2:
            QCOMPARE(queue.remove(id), model.remove(id) == 1);
            break;
        default:
            now += std::chrono::milliseconds(random.bounded(5));
            const auto ids = fired(queue, now);
            for (const int due : ids) {
                QVERIFY(model.value(due) <= now);
                QVERIFY(queue.remove(due));
                model.remove(due);
            }
        }
        const auto earliest = std::min_element(model.cbegin(), model.cend());
        QCOMPARE(queue.next(), model.isEmpty() ? std::nullopt : std::optional(*earliest));
    }
    QVERIFY(queue.removeAllOf(&even));
    QVERIFY(!queue.removeAllOf(&even));
    model.removeIf([](const auto &entry) { return entry.key() % 2 == 0; });
    QVERIFY(!model.isEmpty());
    QCOMPARE(queue.timersOf(&odd).size(), model.size());
    QCOMPARE(queue.next(), std::optional(*std::min_element(model.cbegin(), model.cend())));
}

QTEST_GUILESS_MAIN(TestTimerQueue)
#include "tst_timerqueue.moc"
