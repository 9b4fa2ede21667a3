// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/rowset.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace roadstead;

namespace {

QList<quint32> rowsOf(const RowSet &set)
{
    QList<quint32> rows;
    set.forEach([&rows](quint32 row) { rows << row; });
    return rows;
}

QList<quint32> rowsOf(const std::set<quint32> &set)
{
    return {set.begin(), set.end()};
}

} // namespace

class TestRowSet final : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhatIsInserted();
    void knowsNothingBeyondItsEnd();
    void aCopyGoesItsOwnWay();
    void equalsAPlainSet_data();
    void equalsAPlainSet();
};

void TestRowSet::holdsWhatIsInserted()
{
    RowSet set{16'384, 0, 63, 64, 16'383, 0};
    QCOMPARE(set.count(), 5U);
    QCOMPARE(rowsOf(set), (QList<quint32>{0, 63, 64, 16'383, 16'384}));
    QVERIFY(set.contains(63));
    QVERIFY(!set.contains(62));
    set.subtract({63, 62, 16'384});
    QCOMPARE(rowsOf(set), (QList<quint32>{0, 64, 16'383}));
    set.subtract({0, 64, 16'383});
    QVERIFY(set.isEmpty());
    QVERIFY(!set.contains(0));
}

void TestRowSet::knowsNothingBeyondItsEnd()
{
    const RowSet set{100'000};
    QVERIFY(!set.contains(0)); // its block is not there
    QVERIFY(!set.contains(100'001));
    QVERIFY(!set.contains(0xffff'ffff));
    QVERIFY(!RowSet().contains(0));
}

void TestRowSet::aCopyGoesItsOwnWay()
{
    RowSet set{1, 20'000};
    const RowSet copy = set;
    set.insert(2);
    set.subtract({20'000});
    QCOMPARE(rowsOf(copy), (QList<quint32>{1, 20'000}));
    QCOMPARE(rowsOf(set), (QList<quint32>{1, 2}));
}

void TestRowSet::equalsAPlainSet_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestRowSet::equalsAPlainSet()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    RowSet sets[2];
    std::set<quint32> plain[2];
    for (int step = 0; step < 200; ++step) {
        const int which = random.bounded(2);
        const quint32 begin = random.bounded(50'000U);
        for (quint32 i = random.bounded(30U); i > 0; --i) {
            const quint32 row = begin + random.bounded(100U);
            sets[which].insert(row);
            plain[which].insert(row);
        }
        if (random.bounded(8) == 0) {
            sets[0].add(sets[1]);
            plain[0].insert(plain[1].begin(), plain[1].end());
        } else if (random.bounded(8) == 0) {
            sets[0].subtract(sets[1]);
            for (const quint32 row : plain[1])
                plain[0].erase(row);
        }
        std::set<quint32> both;
        for (const quint32 row : plain[0]) {
            if (plain[1].contains(row))
                both.insert(row);
        }
        for (const int i : {0, 1}) {
            QCOMPARE(rowsOf(sets[i]), rowsOf(plain[i]));
            QCOMPARE(sets[i].count(), quint32(plain[i].size()));
        }
        QCOMPARE(rowsOf(sets[0].within(sets[1])), rowsOf(both));
        QCOMPARE(sets[0].within(sets[1]).count(), quint32(both.size()));
    }
}

QTEST_GUILESS_MAIN(TestRowSet)
#include "tst_rowset.moc"
