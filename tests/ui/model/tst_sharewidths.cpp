// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/sharewidths.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace roadstead;

namespace {
using Widths = std::array<int, kPortStateCount>;
}

class TestShareWidths final : public QObject
{
    Q_OBJECT

private slots:
    void gives_data();
    void gives();
    void alwaysFillsTheBar();
};

void TestShareWidths::gives_data()
{
    QTest::addColumn<StateCounts>("counts");
    QTest::addColumn<int>("width");
    QTest::addColumn<Widths>("widths");
    QTest::newRow("nothing") << StateCounts{} << 100 << Widths{};
    QTest::newRow("one state") << StateCounts{0, 0, 7, 0} << 100 << Widths{0, 0, 100, 0};
    QTest::newRow("by share") << StateCounts{1, 0, 1, 2} << 100 << Widths{25, 0, 25, 50};
    QTest::newRow("one open among many")
        << StateCounts{1, 0, 65'534, 0} << 100 << Widths{3, 0, 97, 0};
    QTest::newRow("no share fits an int")
        << StateCounts{0, 0, 0xffff'ffff, 0xffff'ffff} << 101 << Widths{0, 0, 51, 50};
    QTest::newRow("all are small") << StateCounts{1, 1, 1, 1} << 12 << Widths{3, 3, 3, 3};
    QTest::newRow("no room") << StateCounts{1, 1, 1, 1} << 11 << Widths{};
    QTest::newRow("less than no room") << StateCounts{1, 0, 0, 0} << -5 << Widths{};
}

void TestShareWidths::gives()
{
    QFETCH(StateCounts, counts);
    QFETCH(int, width);
    QFETCH(Widths, widths);
    QVERIFY(shareWidths(counts, width, 3) == widths);
}

void TestShareWidths::alwaysFillsTheBar()
{
    QRandomGenerator random(3);
    for (int i = 0; i < 2'000; ++i) {
        StateCounts counts{};
        for (quint32 &count : counts)
            count = random.bounded(3) == 0 ? 0 : random.bounded(1U << random.bounded(31));
        const int width = random.bounded(12, 400);
        const Widths widths = shareWidths(counts, width, 3);
        const bool isEmpty = counts == StateCounts{};
        QCOMPARE(std::accumulate(widths.begin(), widths.end(), 0), isEmpty ? 0 : width);
        for (size_t state = 0; state < counts.size(); ++state)
            QVERIFY(counts[state] == 0 ? widths[state] == 0 : widths[state] >= 3);
    }
}

QTEST_MAIN(TestShareWidths)
#include "tst_sharewidths.moc"
