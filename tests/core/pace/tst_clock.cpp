// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/clock.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

class TestClock : public QObject
{
    Q_OBJECT

private slots:
    void neverGoesBackwards();
    void isTheSameForEveryClock();
    void sleepsWithoutTimePassing();
};

void TestClock::neverGoesBackwards()
{
    const SteadyClock clock;
    TimePoint now = clock.now();
    const Duration suspendedAtFirst = clock.suspended();
    Duration suspended = suspendedAtFirst;
    for (int i = 0; i < 100'000; ++i) {
        const TimePoint nextNow = clock.now();
        const Duration nextSuspended = clock.suspended();
        QVERIFY(nextNow >= now);
        QVERIFY(nextSuspended >= suspended);
        now = nextNow;
        suspended = nextSuspended;
    }
    // Nobody slept meanwhile, whatever the clocks said: what was added is the readings' distance.
    QVERIFY(suspended - suspendedAtFirst < 10s);
}

void TestClock::isTheSameForEveryClock()
{
    const SteadyClock first;
    const SteadyClock second;
    const Duration apart = first.suspended() - second.suspended();
    QVERIFY(apart < 10s && apart > -10s);
}

void TestClock::sleepsWithoutTimePassing()
{
    FakeClock clock;
    const TimePoint before = clock.now();
    QVERIFY(clock.suspended() == Duration::zero());
    clock.sleep(30s);
    clock.sleep(2s);
    QVERIFY(clock.suspended() == 32s);
    QVERIFY(clock.now() == before);
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
