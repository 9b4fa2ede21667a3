// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/locallimits.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

class TestLocalLimits : public QObject
{
    Q_OBJECT

private slots:
    void neverHasAWindowBelowOne();
    void spreadsProbesInTime();
    void halvesAtAShortageAndGrowsBack();
    void waitsLongerEachTimeNothingCanStart();
    void givesUpOnlyWhenNothingIsUnderWayForLong();
};

namespace {
const TimePoint kStart{1h};

LocalLimits::Settings settings(int window, double rate = 0)
{
    return {.window = window, .rate = rate};
}
} // namespace

void TestLocalLimits::neverHasAWindowBelowOne()
{
    LocalLimits limits(settings(0));
    QCOMPARE(limits.window(), 1);
    limits.onShortage(0, kStart);
    QCOMPARE(limits.window(), 1);
}

void TestLocalLimits::halvesAtAShortageAndGrowsBack()
{
    LocalLimits limits(settings(100));
    limits.onShortage(40, kStart);
    QCOMPARE(limits.window(), 20);
    QVERIFY(limits.notBefore() > kStart);
    for (int i = 0; i < 20; ++i)
        limits.onStarted(kStart + 1s);
    QCOMPARE(limits.window(), 21);
    for (int i = 0; i < 100'000; ++i)
        limits.onStarted(kStart + 2s);
    QCOMPARE(limits.window(), 100);
}

void TestLocalLimits::waitsLongerEachTimeNothingCanStart()
{
    LocalLimits limits(settings(100));
    TimePoint now = kStart;
    Duration last{0};
    for (int i = 0; i < 5; ++i) {
        limits.onShortage(0, now);
        const Duration wait = limits.notBefore() - now;
        QVERIFY(wait > last);
        last = wait;
        now = limits.notBefore();
    }
    limits.onStarted(now);
    limits.onShortage(0, now);
    QVERIFY(limits.notBefore() - now < last);
}

void TestLocalLimits::givesUpOnlyWhenNothingIsUnderWayForLong()
{
    LocalLimits limits(settings(100));
    limits.onShortage(0, kStart);
    QVERIFY(!limits.shortagePersists(kStart));
    QVERIFY(!limits.shortagePersists(kStart + 1s));
    QVERIFY(limits.shortagePersists(kStart + 10s));
    limits.onShortage(3, kStart + 10s); // something is under way and will give its descriptor back
    QVERIFY(!limits.shortagePersists(kStart + 20s));
    limits.onShortage(0, kStart + 20s);
    limits.onStarted(kStart + 21s);
    QVERIFY(!limits.shortagePersists(kStart + 40s));
}

void TestLocalLimits::spreadsProbesInTime()
{
    LocalLimits limits(settings(1'000, 100));
    TimePoint now = kStart;
    for (int i = 0; i < 1'000; ++i) {
        now = std::max(now, limits.notBefore());
        limits.onStarted(now);
    }
    QVERIFY(now - kStart >= 9'900ms);
    QVERIFY(now - kStart <= 10s);
    // What was not sent for a while is not made up for.
    now += 5s;
    QVERIFY(limits.notBefore() <= now);
    limits.onStarted(now);
    QVERIFY(limits.notBefore() > now);
}

QTEST_APPLESS_MAIN(TestLocalLimits)
#include "tst_locallimits.moc"
