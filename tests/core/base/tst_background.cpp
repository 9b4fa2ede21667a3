// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/background.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace roadstead;

class TestBackground final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { waitForBackground(); }

    void aLaneIsNotHeldUpByAnother();
    void oneLaneDoesOneThingAtATime();
    void nothingArrivesAtADeadObject();
};

void TestBackground::aLaneIsNotHeldUpByAnother()
{
    auto gate = std::make_shared<QSemaphore>();
    const int most = QThreadPool::globalInstance()->maxThreadCount();
    int opened = 0;
    for (int i = 0; i < most; ++i) {
        runInBackground<bool>(
            this,
            [gate] {
                gate->acquire();
                return true;
            },
            [&opened](bool) { ++opened; });
    }
    int seen = 0;
    for (const auto lane : {Lane::Views, Lane::Looks, Lane::Copies})
        runInBackground<int>(
            lane, this, [] { return 1; }, [&seen](int one) { seen += one; });
    QTRY_COMPARE(seen, 3);
    QCOMPARE(opened, 0);
    gate->release(most);
    QTRY_COMPARE(opened, most);
}

void TestBackground::oneLaneDoesOneThingAtATime()
{
    auto running = std::make_shared<std::atomic_int>(0);
    QList<int> most;
    for (int i = 0; i < 20; ++i) {
        runInBackground<int>(
            Lane::Views, this,
            [running] {
                const int now = ++*running;
                QThread::yieldCurrentThread();
                --*running;
                return now;
            },
            [&most](int now) { most.append(now); });
    }
    QTRY_COMPARE(most, QList<int>(20, 1));
}

void TestBackground::nothingArrivesAtADeadObject()
{
    auto context = std::make_unique<QObject>();
    bool isDone = false;
    runInBackground<bool>(
        Lane::Looks, context.get(), [] { return true; }, [&isDone](bool) { isDone = true; });
    context.reset();
    waitForBackground();
    QCoreApplication::processEvents();
    QVERIFY(!isDone);
}

QTEST_GUILESS_MAIN(TestBackground)
#include "tst_background.moc"
