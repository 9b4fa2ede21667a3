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
    void givesOneRetryMoreTime_data();
    void givesOneRetryMoreTime();
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
    QVERIFY(rtt.timeout(3) == 50ms);
}

void TestRttEstimator::givesOneRetryMoreTime_data()
{
    QTest::addColumn<int>("roundTrip"); // ms
    QTest::addColumn<int>("patient");
    QTest::addColumn<int>("further");
    QTest::newRow("near") << 1 << 200 << 50;
    QTest::newRow("20 ms") << 20 << 200 << 100;
    QTest::newRow("80 ms") << 80 << 200 << 200;
    QTest::newRow("far") << 300 << 300 << 300;
}

void TestRttEstimator::givesOneRetryMoreTime()
{
    QFETCH(int, roundTrip);
    QFETCH(int, patient);
    QFETCH(int, further);
    RttEstimator rtt({});
    for (int i = 0; i < 200; ++i)
        rtt.addSample(std::chrono::milliseconds(roundTrip));
    const auto milliseconds = [&rtt](int attempt) {
        return std::chrono::round<std::chrono::milliseconds>(rtt.timeout(attempt)).count();
    };
    QVERIFY(milliseconds(1) <= further);
    QCOMPARE(milliseconds(2), patient);
    QCOMPARE(milliseconds(0), patient); // a canary
    QCOMPARE(milliseconds(3), further);
    QCOMPARE(milliseconds(20), further);
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
