// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/canarypairs.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

class TestCanaryPairs : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatFollowedALoss_data();
    void tellsWhatFollowedALoss();
    void tellsNothingOfAnswers();
    void leavesOutWhatTellsNothing();
};

namespace {
const TimePoint kStart{1h};
}

void TestCanaryPairs::tellsWhatFollowedALoss_data()
{
    QTest::addColumn<bool>("isFollowerLost");
    QTest::newRow("an answer") << false;
    QTest::newRow("a loss") << true;
}

void TestCanaryPairs::tellsWhatFollowedALoss()
{
    QFETCH(const bool, isFollowerLost);
    CanaryPairs pairs(150ms);
    for (const Duration after : {0ms, 80ms, 160ms})
        pairs.onSent(kStart + after);
    pairs.onEnded(kStart + 80ms, false); // too near
    pairs.onEnded(kStart, true);
    QVERIFY(!pairs.takeFollower());
    pairs.onEnded(kStart + 160ms, isFollowerLost);
    QCOMPARE(pairs.takeFollower().value(), isFollowerLost);
    QVERIFY(!pairs.takeFollower());
}

void TestCanaryPairs::tellsNothingOfAnswers()
{
    CanaryPairs pairs(150ms);
    for (int i = 0; i < 1'000; ++i) {
        pairs.onSent(kStart + i * 80ms);
        pairs.onEnded(kStart + i * 80ms, false);
        QVERIFY(!pairs.takeFollower());
    }
}

void TestCanaryPairs::leavesOutWhatTellsNothing()
{
    CanaryPairs pairs(150ms);
    for (const Duration after : {0ms, 160ms, 240ms})
        pairs.onSent(kStart + after);
    pairs.onEnded(kStart, true);
    pairs.onEnded(kStart + 160ms, true);
    pairs.onVoid(kStart + 160ms);
    pairs.onEnded(kStart + 240ms, false);
    QCOMPARE(pairs.takeFollower().value(), false);
}

QTEST_APPLESS_MAIN(TestCanaryPairs)
#include "tst_canarypairs.moc"
