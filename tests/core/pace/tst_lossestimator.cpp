// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/lossestimator.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace roadstead;

namespace {

/// Ports that answer on a path that loses each try by itself, each tried until it does.
LossEstimator seenOn(double loss, int ports)
{
    std::mt19937 random(7);
    std::bernoulli_distribution isLost(loss);
    LossEstimator estimator;
    for (int i = 0; i < ports; ++i) {
        int attempt = 1;
        while (isLost(random))
            ++attempt;
        estimator.addAnswer(attempt);
    }
    return estimator;
}

} // namespace

class TestLossEstimator : public QObject
{
    Q_OBJECT

private slots:
    void findsTheLossOfAPath_data();
    void findsTheLossOfAPath();
    void isCautiousWhileItKnowsLittle();
    void doubtsMoreTriesLess();
    void knowsThatLossesComeTogether();
    void expectsMoreWhereMoreWasLost();
    void believesItsPriorAtFirst();
    void forgetsWhatWasNotThePath();
    void followsAPathThatChanges();
};

void TestLossEstimator::findsTheLossOfAPath_data()
{
    QTest::addColumn<double>("loss");
    QTest::newRow("none") << 0.0;
    QTest::newRow("2 %") << 0.02;
    QTest::newRow("10 %") << 0.1;
    QTest::newRow("28 %") << 0.28;
    QTest::newRow("half") << 0.5;
}

void TestLossEstimator::findsTheLossOfAPath()
{
    QFETCH(const double, loss);
    const LossEstimator estimator = seenOn(loss, 2'000);
    // Four standard deviations of so many tries.
    const double error = 4 * std::sqrt((loss + 0.001) / 2'000);
    QVERIFY2(std::abs(estimator.mean() - loss) < error,
             qPrintable(QString::number(estimator.mean())));
    QVERIFY(estimator.upper() >= estimator.mean());
    // That so many in a row are lost is what chance makes it; of no loss at all nobody is sure.
    if (loss > 0.01) {
        const double three = estimator.chanceOfLosses(3);
        QVERIFY2(three > std::pow(loss, 3) / 3 && three < std::pow(loss, 3) * 3 + 1e-3,
                 qPrintable(QString::number(three)));
    }
}

void TestLossEstimator::isCautiousWhileItKnowsLittle()
{
    const LossEstimator nothing;
    const LossEstimator little = seenOn(0.1, 30);
    const LossEstimator much = seenOn(0.1, 2'000);
    QVERIFY(little.upper() - little.mean() > much.upper() - much.mean());
    QVERIFY(nothing.upper() > nothing.mean());
    QVERIFY(nothing.mean() > 0 && nothing.upper() < 1);
    QCOMPARE(nothing.samples(), 0.0);
    QVERIFY(nothing.chanceOfLosses(2) > 0);
}

void TestLossEstimator::doubtsMoreTriesLess()
{
    for (const double loss : {0.0, 0.1, 0.9}) {
        const LossEstimator estimator = seenOn(loss, 300);
        QCOMPARE(estimator.chanceOfLosses(0), 1.0);
        for (int tries = 0; tries < 20; ++tries) {
            const double before = estimator.chanceOfLosses(tries);
            const double after = estimator.chanceOfLosses(tries + 1);
            QVERIFY(after > 0 && after < before);
        }
    }
}

/// Ports that answered after two tries and more show it, and so do canaries.
void TestLossEstimator::knowsThatLossesComeTogether()
{
    LossEstimator apart;
    LossEstimator together;
    for (int i = 0; i < 900; ++i) {
        apart.addAnswer(1);
        together.addAnswer(1);
    }
    for (int i = 0; i < 100; ++i)
        apart.addAnswer(2);
    for (int i = 0; i < 25; ++i)
        together.addAnswer(5);
    QCOMPARE(apart.losses(), together.losses());
    QVERIFY(together.chanceOfLosses(3) > 4 * apart.chanceOfLosses(3));

    LossEstimator canaries = apart;
    for (int i = 0; i < 50; ++i)
        canaries.addFollower(true);
    QVERIFY(canaries.chanceOfLosses(3) > 2 * apart.chanceOfLosses(3));
    QCOMPARE(canaries.mean(), apart.mean());
    QCOMPARE(canaries.chanceOfLosses(1), apart.chanceOfLosses(1));
    const double afterLosses = canaries.chanceOfLosses(3);
    for (int i = 0; i < 400; ++i)
        canaries.addFollower(false);
    QVERIFY(canaries.chanceOfLosses(3) < afterLosses / 2);
}

void TestLossEstimator::expectsMoreWhereMoreWasLost()
{
    const LossEstimator clean = seenOn(0, 200);
    const LossEstimator lossy = seenOn(0.3, 200);
    for (const int tries : {1, 2, 3, 6})
        QVERIFY(lossy.chanceOfLosses(tries) > clean.chanceOfLosses(tries));
    // Further samples of the same kind leave less doubt, in both directions.
    QVERIFY(clean.chanceOfLosses(1, 10'000) < clean.chanceOfLosses(1));
    QVERIFY(std::abs(lossy.chanceOfLosses(1, 10'000) - 0.3) < 0.1);
}

void TestLossEstimator::believesItsPriorAtFirst()
{
    LossEstimator estimator;
    estimator.setPrior(0.25, 100);
    QVERIFY(std::abs(estimator.mean() - 0.25) < 1e-9);
    for (int i = 0; i < 100; ++i)
        estimator.addAnswer(1);
    QVERIFY(std::abs(estimator.mean() - 0.125) < 1e-9);
    // Neither certainty can be had beforehand.
    for (const double loss : {0.0, 1.0}) {
        estimator.setPrior(loss, 1e6);
        QVERIFY(estimator.mean() > 0 && estimator.mean() < 1);
    }
}

void TestLossEstimator::forgetsWhatWasNotThePath()
{
    LossEstimator estimator;
    estimator.setPrior(0.05, 10);
    const LossEstimator before = estimator;
    for (int i = 0; i < 300; ++i)
        estimator.addAnswer(3);
    QVERIFY(estimator.mean() > 0.5);
    estimator.forget();
    QCOMPARE(estimator.samples(), 0.0);
    QCOMPARE(estimator.mean(), before.mean());
    QCOMPARE(estimator.chanceOfLosses(3), before.chanceOfLosses(3));
}

void TestLossEstimator::followsAPathThatChanges()
{
    LossEstimator estimator = seenOn(0, 100'000);
    const double calm = estimator.samples();
    QVERIFY2(calm < 100'000, "old samples fade");
    for (int i = 0; i < 20'000; ++i)
        estimator.addAnswer(i % 4 == 0 ? 2 : 1); // one of five is lost
    QVERIFY(std::abs(estimator.mean() - 0.2) < 0.02);
}

QTEST_APPLESS_MAIN(TestLossEstimator)
#include "tst_lossestimator.moc"
