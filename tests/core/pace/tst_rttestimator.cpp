// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/rttestimator.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

class TestRttEstimator : public QObject
{
    Q_OBJECT

private slots:
    void waitsTheFirstTimeoutWhileNothingIsKnown();
    void neverWaitsLessThanTheVarianceDemands();
    void isNotHeldUpOnANearNetwork();
    void givesRetriesMoreTimeButNotForEver();
    void followsALongerRoundTrip();
    void takesAPriorUntilTheFirstSample();
    void obeysAFixedTimeout();
};

void TestRttEstimator::waitsTheFirstTimeoutWhileNothingIsKnown()
{
    const RttEstimator rtt({});
    QVERIFY(!rtt.rtt());
    QVERIFY(rtt.timeout(1) == 900ms);
    QVERIFY(rtt.timeout(2) == 1'800ms);
}

void TestRttEstimator::neverWaitsLessThanTheVarianceDemands()
{
    RttEstimator rtt({});
    for (int i = 0; i < 200; ++i)
        rtt.addSample(i % 2 == 0 ? 20ms : 120ms);
    QVERIFY(rtt.timeout(1) > 200ms); // 70 ms, and 50 ms on each side, four times
}

void TestRttEstimator::isNotHeldUpOnANearNetwork()
{
    RttEstimator rtt({});
    for (int i = 0; i < 20; ++i)
        rtt.addSample(300us);
    QVERIFY(rtt.timeout(1) == 50ms);
    QVERIFY(rtt.timeout(2) == 200ms);
}

void TestRttEstimator::givesRetriesMoreTimeButNotForEver()
{
    RttEstimator rtt({});
    for (int i = 0; i < 50; ++i)
        rtt.addSample(200ms);
    for (int attempt = 1; attempt < 20; ++attempt)
        QVERIFY(rtt.timeout(attempt + 1) >= rtt.timeout(attempt));
    QVERIFY(rtt.timeout(20) <= 1s);
    QVERIFY(rtt.timeout(0) >= rtt.timeout(20)); // a canary
}

void TestRttEstimator::followsALongerRoundTrip()
{
    RttEstimator rtt({});
    for (int i = 0; i < 100; ++i)
        rtt.addSample(300us);
    rtt.addSample(80ms);
    QVERIFY(rtt.timeout(1) > 80ms);
}

void TestRttEstimator::takesAPriorUntilTheFirstSample()
{
    RttEstimator rtt({});
    rtt.setPrior(100ms, 1ms);
    QVERIFY(rtt.timeout(1) == 300ms); // half of it as variation: it is another host's
    rtt.addSample(1ms);
    QVERIFY(rtt.timeout(1) == 50ms);
}

void TestRttEstimator::obeysAFixedTimeout()
{
    PaceSettings settings;
    settings.fixTimeout(700ms);
    RttEstimator rtt(settings);
    QVERIFY(rtt.timeout(1) == 700ms);
    rtt.addSample(2s);
    for (int attempt : {0, 1, 2, 9})
        QVERIFY(rtt.timeout(attempt) == 700ms);
}

QTEST_APPLESS_MAIN(TestRttEstimator)
#include "tst_rttestimator.moc"
