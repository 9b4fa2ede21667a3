// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/paceepoch.h"

#include <QTest>

#include <cmath>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint kBegin{1h};
constexpr Duration kLength = 10ms;

PaceSlices slices()
{
    PaceSlices slices;
    slices.setLength(kLength);
    return slices;
}

} // namespace

class TestPaceSlices : public QObject
{
    Q_OBJECT

private slots:
    void waitsUntilAllOfASliceHasEnded();
    void attributesWhatEndsToWhenItWasSent();
    void knowsWhetherTheWindowWasFull();
    void givesSlicesInOrder();
    void losesTheOldestWhereNothingEnds();
    void knowsNothingOfWhatCameBeforeIt();
    void addsEpochsUp();
    void judgesAnEpochByWhatItLost();
};

void TestPaceSlices::waitsUntilAllOfASliceHasEnded()
{
    PaceSlices pace = slices();
    QVERIFY(!pace.takeRipe(kBegin));
    pace.onSent(kBegin, 10, false);
    pace.onSent(kBegin + 1ms, 10, false);
    pace.onAnswered(kBegin);
    pace.onAnswered(kBegin + 1ms);
    QVERIFY2(!pace.takeRipe(kBegin + 2ms), "it still takes probes");
    pace.onSent(kBegin + kLength, 10, false);
    QVERIFY(pace.takeRipe(kBegin + kLength));
    QVERIFY2(!pace.takeRipe(kBegin + kLength), "once");
    pace.onSent(kBegin + 2 * kLength, 10, false);
    QVERIFY2(!pace.takeRipe(kBegin + 2 * kLength), "one is under way");
    pace.onSilent(kBegin + kLength, false);
    QVERIFY(pace.takeRipe(kBegin + 2 * kLength));
}

void TestPaceSlices::attributesWhatEndsToWhenItWasSent()
{
    PaceSlices pace = slices();
    const TimePoint later = kBegin + 25ms;
    for (int i = 0; i < 4; ++i)
        pace.onSent(kBegin + i * 1ms, 8, false);
    for (int i = 0; i < 3; ++i)
        pace.onSent(later, 16, false);
    for (int i = 0; i < 3; ++i)
        pace.onAnswered(later); // those came back sooner
    pace.onAnswered(kBegin);
    pace.onSilent(kBegin + 1ms, false);
    pace.onSilent(kBegin + 2ms, true);
    QVERIFY(!pace.takeRipe(later));
    pace.onVoid(kBegin + 3ms);
    const auto first = pace.takeRipe(later + 1ms);
    QVERIFY(first);
    QCOMPARE(first->sent, 4.0);
    QCOMPARE(first->answered, 1.0);
    QCOMPARE(first->silent, 1.0);
    QCOMPARE(first->canariesLost, 1.0);
    QCOMPARE(first->since, kBegin);
    QVERIFY(std::abs(first->seconds - 0.025) < 1e-9); // until the next was sent
    QVERIFY(std::abs(first->window() - 8) < 1e-3);
    pace.onSent(later + kLength, 16, false);
    const auto second = pace.takeRipe(later + kLength);
    QVERIFY(second);
    QCOMPARE(second->sent, 3.0);
    QCOMPARE(second->answered, 3.0);
    QCOMPARE(second->silent + second->canariesLost, 0.0);
}

void TestPaceSlices::knowsWhetherTheWindowWasFull()
{
    for (const int full : {0, 1, 3, 4}) {
        PaceSlices pace = slices();
        for (int i = 0; i < 4; ++i) {
            pace.onSent(kBegin, 4, i < full);
            pace.onAnswered(kBegin);
        }
        pace.onSent(kBegin + kLength, 4, false);
        const auto epoch = pace.takeRipe(kBegin + kLength);
        QVERIFY(epoch);
        QCOMPARE(epoch->wasFull(), full > 2);
    }
}

void TestPaceSlices::givesSlicesInOrder()
{
    PaceSlices pace = slices();
    for (int i = 0; i < 5; ++i) {
        pace.onSent(kBegin + i * kLength, 4, false);
        pace.onAnswered(kBegin + i * kLength);
    }
    for (int i = 0; i < 4; ++i) {
        const auto epoch = pace.takeRipe(kBegin + 1s);
        QVERIFY(epoch);
        QCOMPARE(epoch->since, kBegin + i * kLength);
    }
    QVERIFY(!pace.takeRipe(kBegin + 1s));
}

/// A timeout that is much longer than a slice.
void TestPaceSlices::losesTheOldestWhereNothingEnds()
{
    PaceSlices pace = slices();
    constexpr int kMany = 1'000;
    for (int i = 0; i < kMany; ++i)
        pace.onSent(kBegin + i * kLength, 4, false);
    const TimePoint end = kBegin + kMany * kLength;
    const auto oldest = pace.takeRipe(end);
    QVERIFY2(oldest, "it is judged by what is known of it");
    QVERIFY(oldest->since > kBegin && oldest->since < end);
    QCOMPARE(oldest->answered + oldest->silent + oldest->canariesLost, 0.0);
    QVERIFY2(!pace.takeRipe(end), "the others may still come to something");
    for (int i = 0; i < kMany; ++i)
        pace.onAnswered(kBegin + i * kLength);
    int ripe = 0;
    while (const auto epoch = pace.takeRipe(end)) {
        QCOMPARE(epoch->answered, 1.0); // none of those that were lost
        ++ripe;
    }
    QVERIFY(ripe > 1);
}

void TestPaceSlices::knowsNothingOfWhatCameBeforeIt()
{
    PaceSlices pace = slices();
    pace.onSent(kBegin, 4, false);
    pace.clear();
    pace.onAnswered(kBegin);
    pace.onSent(kBegin + 50ms, 4, false);
    pace.onSilent(kBegin, false);
    pace.onSent(kBegin + 50ms + kLength, 4, false);
    QVERIFY2(!pace.takeRipe(kBegin + 1s), "neither of them was its own");
    pace.onAnswered(kBegin + 50ms);
    const auto epoch = pace.takeRipe(kBegin + 1s);
    QVERIFY(epoch);
    QCOMPARE(epoch->answered, 1.0);
    QCOMPARE(epoch->silent, 0.0);
}

void TestPaceSlices::addsEpochsUp()
{
    PaceEpoch sum{
        .answered = 1, .silent = 2, .sent = 4, .seconds = 0.5, .windowSeconds = 5, .since = kBegin};
    sum.add({.answered = 3,
             .canariesLost = 1,
             .sent = 4,
             .atLimit = 4,
             .seconds = 0.5,
             .windowSeconds = 15,
             .since = kBegin + 1s});
    QCOMPARE(sum.answered, 4.0);
    QCOMPARE(sum.canariesLost, 1.0);
    QCOMPARE(sum.silent, 2.0);
    QCOMPARE(sum.sent, 8.0);
    QCOMPARE(sum.window(), 20.0);
    QVERIFY(sum.wasFull());
    QCOMPARE(sum.since, kBegin);
}

void TestPaceSlices::judgesAnEpochByWhatItLost()
{
    QCOMPARE(PaceEpoch().loss(1), 0.0);
    QCOMPARE(PaceEpoch().utility(1), 0.0);
    const PaceEpoch clean{.answered = 90, .silent = 10, .sent = 100, .seconds = 1};
    QCOMPARE(clean.loss(0), 0.0);
    QCOMPARE(clean.loss(1), 0.1);
    PaceEpoch lossy = clean;
    lossy.canariesLost = 10;
    QVERIFY(lossy.loss(0) > 0);
    QVERIFY(lossy.utility(0) < clean.utility(0));
    // Sending more is worth it only while most of it arrives.
    PaceEpoch more = clean;
    more.sent *= 2;
    QVERIFY(more.utility(0) > clean.utility(0));
    const PaceEpoch mostlyLost{.answered = 40, .canariesLost = 60, .sent = 1'000, .seconds = 1};
    QVERIFY(mostlyLost.utility(0) < 0);
}

QTEST_APPLESS_MAIN(TestPaceSlices)
#include "tst_paceslices.moc"
