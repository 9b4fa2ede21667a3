// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events from other threads, waking and interrupting, on the event dispatcher.

#include "tests/support/dispatcherbench.h"

#include <QTimer>

using namespace roadstead;
using namespace std::chrono_literals;

class TestDispatcherWaking : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addDispatcherRows(); }

    void handsOverWhatOthersPost();
    void neverSleepsThroughAQuit();
    void doesNotSleepAfterAWakeUp();
    void wakesWhoSleeps_data();
    void wakesWhoSleeps();
    void announcesThatItSleeps();
    void doesNotSleepOverWhatIsPostedAtTheLastMoment();
    void stopsWhereItIsInterrupted();
    void leavesOutWhatItsFlagsExclude();
};

void TestDispatcherWaking::handsOverWhatOthersPost()
{
    if (isThreadSanitizer())
        QSKIP("an event can be delivered before its poster rings, which is seen as a race");
    constexpr int kPosts = 5'000;
    QList<int> received;
    const Log log = logOf([&received](Log &) {
        QEventLoop loop;
        std::array<std::unique_ptr<Runner>, 2> senders;
        for (auto &sender : senders) {
            sender = std::make_unique<Runner>([&] {
                for (int i = 0; i < kPosts; ++i) {
                    QMetaObject::invokeMethod(
                        &loop,
                        [&received, &loop, i] {
                            received += i;
                            if (received.size() == 2 * kPosts)
                                loop.quit();
                        },
                        Qt::QueuedConnection);
                }
            });
            sender->start();
        }
        loop.exec();
        for (auto &sender : senders)
            sender->join();
    });
    QCOMPARE(received.size(), 2 * kPosts);
    std::sort(received.begin(), received.end());
    QCOMPARE(received.at(2 * kPosts - 3), kPosts - 2);
    QCOMPARE(received.last(), kPosts - 1);
}

void TestDispatcherWaking::neverSleepsThroughAQuit()
{
    // Whenever it comes: before the loop begins, while it looks, while it sleeps.
    QFETCH_GLOBAL(const bool, qtDispatcher);
    for (int i = 0; i < 500; ++i) {
        QThread thread;
        if (!qtDispatcher)
            thread.setEventDispatcher(makeEventDispatcher().release());
        thread.start();
        for (int spins = 0; spins < i; ++spins)
            QThread::yieldCurrentThread();
        thread.quit();
        QVERIFY(thread.wait(60'000));
    }
}

void TestDispatcherWaking::doesNotSleepAfterAWakeUp()
{
    QCOMPARE(logOf([](Log &log) {
                 QAbstractEventDispatcher::instance()->wakeUp();
                 turn(QEventLoop::WaitForMoreEvents);
                 log += QStringLiteral("awake");
                 QMetaObject::invokeMethod(
                     QThread::currentThread(), [&log] { log += QStringLiteral("posted"); },
                     Qt::QueuedConnection);
             }),
             Log{QStringLiteral("awake")});
}

void TestDispatcherWaking::wakesWhoSleeps_data()
{
    QTest::addColumn<int>("flags");
    QTest::newRow("with sockets") << int(QEventLoop::WaitForMoreEvents);
    QTest::newRow("without sockets")
        << int(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers);
}

void TestDispatcherWaking::wakesWhoSleeps()
{
    QFETCH(const int, flags);
    QCOMPARE(logOf([flags](Log &log) {
                 auto *const dispatcher = QAbstractEventDispatcher::instance();
                 for (int i = 0; i < 200; ++i) {
                     std::atomic<bool> wasWoken = false;
                     Runner waker([&wasWoken, dispatcher] {
                         wasWoken = true;
                         dispatcher->wakeUp();
                     });
                     waker.start();
                     while (!wasWoken)
                         turn(QEventLoop::ProcessEventsFlags(flags));
                     waker.join();
                 }
                 log += QStringLiteral("always");
             }),
             Log{QStringLiteral("always")});
}

void TestDispatcherWaking::announcesThatItSleeps()
{
    QCOMPARE(logOf([](Log &log) {
                 auto *const dispatcher = QAbstractEventDispatcher::instance();
                 Timers timers(log);
                 settle();
                 QObject context;
                 QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context,
                                  [&log] { log += QStringLiteral("sleeps"); });
                 turn(); // need not wait
                 timers.start(5ms, QStringLiteral("timer"));
                 timers.onTimer = [&timers](int id) { timers.killTimer(id); };
                 while (!log.contains(QStringLiteral("timer")))
                     turn(QEventLoop::WaitForMoreEvents);
                 log.removeDuplicates();
             }),
             (Log{QStringLiteral("sleeps"), QStringLiteral("timer")}));
}

void TestDispatcherWaking::doesNotSleepOverWhatIsPostedAtTheLastMoment()
{
    QCOMPARE(logOf([](Log &log) {
                 QEventLoop loop;
                 const auto post = [&log, &loop] {
                     if (!log.isEmpty())
                         return;
                     log += QStringLiteral("last moment");
                     QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
                 };
                 QObject::connect(QAbstractEventDispatcher::instance(),
                                  &QAbstractEventDispatcher::aboutToBlock, &loop, post);
                 loop.exec();
             }),
             Log{QStringLiteral("last moment")});
}

void TestDispatcherWaking::stopsWhereItIsInterrupted()
{
    QFETCH_GLOBAL(const bool, qtDispatcher);
    if (qtDispatcher)
        QSKIP("Qt's delivers the rest of the turn first");
    QCOMPARE(logOf([](Log &log) {
                 const Pair first;
                 const Pair second;
                 const auto serve = [&log] {
                     log += QStringLiteral("served");
                     QAbstractEventDispatcher::instance()->interrupt();
                 };
                 const auto a = notifierOn(first.ends[0], QSocketNotifier::Write, serve);
                 const auto b = notifierOn(second.ends[0], QSocketNotifier::Write, serve);
                 turn();
                 log += QStringLiteral("next");
                 turn();
             }),
             (Log{QStringLiteral("served"), QStringLiteral("next"), QStringLiteral("served")}));
}

void TestDispatcherWaking::leavesOutWhatItsFlagsExclude()
{
    QCOMPARE(logOf([](Log &log) {
                 const Pair pair;
                 const auto writer =
                     reporting(pair.ends[0], QSocketNotifier::Write, log, QStringLiteral("socket"));
                 Timers timers(log);
                 timers.start(0ms, QStringLiteral("timer"));
                 turn(QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents);
                 log += QStringLiteral("no timers");
                 turn(QEventLoop::X11ExcludeTimers | QEventLoop::WaitForMoreEvents);
             }),
             (Log{QStringLiteral("timer"), QStringLiteral("no timers"), QStringLiteral("socket")}));
}

int main(int argc, char **argv)
{
    return runDispatcherTest<TestDispatcherWaking>(argc, argv);
}

#include "tst_dispatcherwaking.moc"
