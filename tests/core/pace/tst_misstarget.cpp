// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/misstarget.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace roadstead;

class TestMissTarget : public QObject
{
    Q_OBJECT

private slots:
    void doubtsFewSamplesMoreThanMany();
    void forgetsOldSamples();
    void needsTwoTriesOnACleanPath();
    void needsMoreTheMoreIsLost_data();
    void needsMoreTheMoreIsLost();
    void measuresOnlyWhereItPays();
    void triesMoreOftenWhereLossesComeTogether();
    void holdsItsTargetInSimulation();
};

namespace {
const MissTarget kTarget(0.001, 2, 24);

LossEstimator estimator(double successes, double losses)
{
    LossEstimator loss;
    for (int i = 0; i < 10; ++i)
        loss.add(successes / 10, losses / 10);
    const double share = losses / (successes + losses);
    for (int i = 1; i <= losses; ++i) // losses that come independently
        loss.addFollower(std::floor(i * share) > std::floor((i - 1) * share));
    return loss;
}
} // namespace

void TestMissTarget::doubtsFewSamplesMoreThanMany()
{
    QVERIFY(estimator(10, 0).chanceOfLosses(2) > 10 * estimator(1'000, 0).chanceOfLosses(2));
    QVERIFY(estimator(90, 10).upper() > estimator(900, 100).upper());
    QVERIFY(estimator(900, 100).upper() > estimator(900, 100).mean());
    QVERIFY(std::abs(estimator(900, 100).mean() - 0.1) < 0.005);
}

void TestMissTarget::forgetsOldSamples()
{
    LossEstimator loss = estimator(100'000, 0);
    for (int i = 0; i < 4'000; ++i)
        loss.add(0.8, 0.2);
    QVERIFY(loss.mean() > 0.1);
}

void TestMissTarget::needsTwoTriesOnACleanPath()
{
    QCOMPARE(kTarget.neededTries(estimator(1'000, 0), {.answering = 10, .silent = 65'525}), 2);
    QCOMPARE(kTarget.neededTries({}, {.answering = 0, .silent = 65'535}), 2);
    const MissTarget fixed(0.001, 4, 4);
    QCOMPARE(fixed.neededTries(estimator(50, 50), {.answering = 10, .silent = 10}), 4);
}

void TestMissTarget::needsMoreTheMoreIsLost_data()
{
    QTest::addColumn<double>("loss");
    QTest::addColumn<int>("least"); // by 400 p^k <= 0.001
    QTest::newRow("1 %") << 0.01 << 3;
    QTest::newRow("6 %") << 0.06 << 5;
    QTest::newRow("28 %") << 0.28 << 11;
}

void TestMissTarget::needsMoreTheMoreIsLost()
{
    QFETCH(double, loss);
    QFETCH(int, least);
    const LossEstimator estimate = estimator(2'000 * (1 - loss), 2'000 * loss);
    const PortTally ports{.answering = 400, .silent = 9'600};
    const int tries = kTarget.neededTries(estimate, ports);
    QVERIFY2(tries >= least && tries <= least + 2, qPrintable(QString::number(tries)));
    QVERIFY(MissTarget::missChance(estimate, ports, tries) * 9'600 <= 0.001);
    QVERIFY(MissTarget::missChance(estimate, ports, tries - 1) * 9'600 > 0.001);
}

void TestMissTarget::measuresOnlyWhereItPays()
{
    const PortTally ports{.answering = 10, .silent = 65'525};
    QVERIFY(kTarget.isMeasuringWorth(estimator(10, 0), ports));
    QVERIFY(!kTarget.isMeasuringWorth(estimator(1'000, 0), ports)); // known
    QVERIFY(!kTarget.isMeasuringWorth(estimator(10, 0), {.answering = 10, .silent = 3}));
}

void TestMissTarget::triesMoreOftenWhereLossesComeTogether()
{
    LossEstimator independent;
    LossEstimator bursty;
    for (int i = 0; i < 100; ++i) {
        independent.add(9, 1);
        bursty.add(9, 1);
        independent.addFollower(i % 10 == 0);
        bursty.addFollower(i % 2 == 0);
    }
    const PortTally ports{.answering = 400, .silent = 9'600};
    QVERIFY(kTarget.neededTries(bursty, ports) > kTarget.neededTries(independent, ports) + 2);
}

/// Hosts with loss drawn from what the prior believes; a target of one port in each scan, so that
/// misses are frequent enough to be counted.
void TestMissTarget::holdsItsTargetInSimulation()
{
    std::mt19937 random(1);
    std::gamma_distribution<> losses(0.2);
    std::gamma_distribution<> successes(19.8);
    const MissTarget target(0.01, 1, 24);
    constexpr int kHosts = 4'000;
    int missed = 0;
    for (int host = 0; host < kHosts; ++host) {
        const double lost = losses(random);
        const double p = lost / (lost + successes(random));
        std::bernoulli_distribution isLost(p);
        LossEstimator loss;
        for (int i = 0; i < 50; ++i)
            loss.add(isLost(random) ? 0 : 1, 0);
        for (int i = 0; i < 50; ++i)
            loss.add(0, isLost(random) ? 1 : 0);
        const PortTally ports{.answering = 50, .silent = 950};
        const int tries = target.neededTries(loss, ports);
        for (int port = 0; port < 50; ++port) {
            int lostTries = 0;
            while (lostTries < tries && isLost(random))
                ++lostTries;
            missed += lostTries == tries ? 1 : 0;
        }
    }
    QVERIFY(missed <= 0.015 * kHosts);
}

QTEST_APPLESS_MAIN(TestMissTarget)
#include "tst_misstarget.moc"
