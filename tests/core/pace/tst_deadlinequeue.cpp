// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/deadlinequeue.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

class TestDeadlineQueue : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyAtFirst();
    void givesDueEntriesInOrderOfTime();
    void keepsWhatIsNotDue();
    void clears();
};

namespace {
const TimePoint kStart{1h};
}

void TestDeadlineQueue::isEmptyAtFirst()
{
    DeadlineQueue queue;
    QVERIFY(!queue.next());
    QVERIFY(!queue.takeDue(kStart));
}

void TestDeadlineQueue::givesDueEntriesInOrderOfTime()
{
    DeadlineQueue queue;
    queue.add({.when = kStart + 3ms, .slot = 3, .serial = 30});
    queue.add({.when = kStart + 1ms, .slot = 1, .serial = 10});
    queue.add({.when = kStart + 2ms, .slot = 2, .serial = 20});
    for (quint32 expected = 1; expected <= 3; ++expected) {
        const auto entry = queue.takeDue(kStart + 3ms);
        QVERIFY(entry);
        QCOMPARE(entry->slot, expected);
        QCOMPARE(entry->serial, expected * 10);
    }
    QVERIFY(!queue.takeDue(kStart + 1h));
}

void TestDeadlineQueue::keepsWhatIsNotDue()
{
    DeadlineQueue queue;
    queue.add({.when = kStart + 2ms, .slot = 0, .serial = 0});
    QVERIFY(!queue.takeDue(kStart + 1ms));
    QVERIFY(queue.next() == kStart + 2ms);
    QVERIFY(queue.takeDue(kStart + 2ms));
}

void TestDeadlineQueue::clears()
{
    DeadlineQueue queue;
    queue.add({.when = kStart, .slot = 0, .serial = 0});
    queue.clear();
    QVERIFY(!queue.takeDue(kStart + 1h));
}

QTEST_APPLESS_MAIN(TestDeadlineQueue)
#include "tst_deadlinequeue.moc"
