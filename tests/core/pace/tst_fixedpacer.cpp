// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/fixedpacer.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

class TestFixedPacer : public QObject
{
    Q_OBJECT

private slots:
    void neverHasAWindowBelowOne();
    void retriesSilenceAsOftenAsTold_data();
    void retriesSilenceAsOftenAsTold();
    void halvesAtAShortageAndGrowsBack();
    void waitsLongerEachTimeNothingCanStart();
    void givesUpOnlyWhenNothingIsUnderWayForLong();
};

namespace {
const TimePoint kStart{1h};

FixedPacer::Settings settings(int window, int retries = 1)
{
    return {.window = window, .timeout = 900ms, .retries = retries};
}
} // namespace

void TestFixedPacer::neverHasAWindowBelowOne()
{
    FixedPacer pacer(settings(0));
    QCOMPARE(pacer.window(), 1);
    pacer.onShortage(0, kStart);
    QCOMPARE(pacer.window(), 1);
}

void TestFixedPacer::retriesSilenceAsOftenAsTold_data()
{
    QTest::addColumn<int>("retries");
    QTest::addColumn<int>("silences");
    QTest::addColumn<bool>("again");
    QTest::newRow("none") << 0 << 1 << false;
    QTest::newRow("one, after the first") << 1 << 1 << true;
    QTest::newRow("one, after the second") << 1 << 2 << false;
    QTest::newRow("three, after the third") << 3 << 3 << true;
    QTest::newRow("three, after the fourth") << 3 << 4 << false;
}

void TestFixedPacer::retriesSilenceAsOftenAsTold()
{
    QFETCH(int, retries);
    QFETCH(int, silences);
    QTEST(FixedPacer(settings(1, retries)).retriesSilence(silences), "again");
}

void TestFixedPacer::halvesAtAShortageAndGrowsBack()
{
    FixedPacer pacer(settings(100));
    pacer.onShortage(40, kStart);
    QCOMPARE(pacer.window(), 20);
    QVERIFY(pacer.notBefore() > kStart);
    for (int i = 0; i < 20; ++i)
        pacer.onStarted(kStart + 1s);
    QCOMPARE(pacer.window(), 21);
    for (int i = 0; i < 100'000; ++i)
        pacer.onStarted(kStart + 2s);
    QCOMPARE(pacer.window(), 100);
}

void TestFixedPacer::waitsLongerEachTimeNothingCanStart()
{
    FixedPacer pacer(settings(100));
    TimePoint now = kStart;
    Duration last{0};
    for (int i = 0; i < 5; ++i) {
        pacer.onShortage(0, now);
        const Duration wait = pacer.notBefore() - now;
        QVERIFY(wait > last);
        last = wait;
        now = pacer.notBefore();
    }
    pacer.onStarted(now);
    pacer.onShortage(0, now);
    QVERIFY(pacer.notBefore() - now < last);
}

void TestFixedPacer::givesUpOnlyWhenNothingIsUnderWayForLong()
{
    FixedPacer pacer(settings(100));
    pacer.onShortage(0, kStart);
    QVERIFY(!pacer.shortagePersists(kStart));
    QVERIFY(!pacer.shortagePersists(kStart + 1s));
    QVERIFY(pacer.shortagePersists(kStart + 10s));
    pacer.onShortage(3, kStart + 10s); // something is under way and will give its descriptor back
    QVERIFY(!pacer.shortagePersists(kStart + 20s));
    pacer.onShortage(0, kStart + 20s);
    pacer.onStarted(kStart + 21s);
    QVERIFY(!pacer.shortagePersists(kStart + 40s));
}

QTEST_APPLESS_MAIN(TestFixedPacer)
#include "tst_fixedpacer.moc"
