// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shelvedscans.h"
#include "ui/history/historychoice.h"

#include <QTest>

using namespace roadstead;

class tst_HistoryChoice final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsPossibleWithNothing();
    void whatIsPossibleWithOne_data();
    void whatIsPossibleWithOne();
    void opensNothingThatIsAway();
    void comparesTheOlderWithTheNewer();
    void comparesNoMoreThanTwo();
    void deletesWhatHasNoName();

private:
    [[nodiscard]] QList<HistoryRow> rows() const { return historyRows(sampleScans(m_now), m_now); }

    const QDateTime m_now = QDateTime(QDate(2026, 5, 20), QTime(12, 0));
};

void tst_HistoryChoice::nothingIsPossibleWithNothing()
{
    const HistoryChoice none;
    QVERIFY(!none.isOne());
    QVERIFY(!none.canContinue());
    QVERIFY(!none.canSaveAs());
    QVERIFY(!none.canCompare());
    QVERIFY(!none.canDelete());
}

void tst_HistoryChoice::whatIsPossibleWithOne_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("canOpen");
    QTest::addColumn<bool>("canContinue");
    QTest::addColumn<bool>("canSaveAs");
    QTest::addColumn<bool>("canDelete");
    QTest::newRow("running") << 0 << false << false << false << false;
    QTest::newRow("interrupted") << 1 << true << true << true << true;
    QTest::newRow("named") << 2 << true << false << true << true;
    QTest::newRow("paused") << 3 << true << true << true << true;
    QTest::newRow("stopped") << 4 << true << true << true << true;
    QTest::newRow("imported") << 5 << true << false << true << true;
    QTest::newRow("damaged") << 7 << true << false << false << true;
}

void tst_HistoryChoice::whatIsPossibleWithOne()
{
    QFETCH(const int, row);
    const HistoryChoice choice({rows().at(row)});
    QVERIFY(choice.isOne());
    QVERIFY(!choice.canCompare());
    QTEST(choice.canOpen(), "canOpen");
    QTEST(choice.canContinue(), "canContinue");
    QTEST(choice.canSaveAs(), "canSaveAs");
    QTEST(choice.canDelete(), "canDelete");
}

void tst_HistoryChoice::opensNothingThatIsAway()
{
    QList<ShelvedScan> scans = sampleScans(m_now);
    scans[2].isAway = true;
    const QList<HistoryRow> all = historyRows(scans, m_now);
    QVERIFY(!HistoryChoice({all.at(2)}).canOpen());
    QVERIFY(!HistoryChoice({all.at(3), all.at(4)}).canOpen());
    QVERIFY(HistoryChoice({all.at(3)}).canOpen());
}

void tst_HistoryChoice::comparesTheOlderWithTheNewer()
{
    const QList<HistoryRow> all = rows();
    const QStringList byAge{all.at(6).path, all.at(2).path};
    QCOMPARE(HistoryChoice({all.at(2), all.at(6)}).byAge(), byAge);
    QCOMPARE(HistoryChoice({all.at(6), all.at(2)}).byAge(), byAge);
}

void tst_HistoryChoice::comparesNoMoreThanTwo()
{
    const QList<HistoryRow> all = rows();
    QVERIFY(HistoryChoice({all.at(1), all.at(2)}).canCompare());
    QVERIFY(!HistoryChoice({all.at(1), all.at(2), all.at(3)}).canCompare());
    QVERIFY(!HistoryChoice({all.at(1), all.at(7)}).canCompare());
    QVERIFY(!HistoryChoice({all.at(0), all.at(1)}).canCompare());
}

void tst_HistoryChoice::deletesWhatHasNoName()
{
    const QList<HistoryRow> all = rows();
    const HistoryChoice choice(all);
    QCOMPARE(choice.untitled(), QStringList({all.at(1).path, all.at(3).path, all.at(4).path,
                                             all.at(6).path, all.at(7).path}));
    QCOMPARE(choice.untitledBytes(), 5 * all.at(1).bytes);
    QCOMPARE(choice.named(), QStringList({all.at(2).path, all.at(5).path}));
}

QTEST_APPLESS_MAIN(tst_HistoryChoice)
#include "tst_historychoice.moc"
