// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/groupview.h"

#include <QTest>

using namespace roadstead;

class TestGroupView final : public QObject
{
    Q_OBJECT

private slots:
    void remembersWhatItWasSortedByBefore();
    void ranksTextsWithoutCase();
    void putsNewNumbersInPlace();
    void leavesWhatIsInOrderAlone();
    void putsWhatIsMissingLastBothWays();
};

void TestGroupView::remembersWhatItWasSortedByBefore()
{
    GroupSortKeys keys({1, Qt::AscendingOrder});
    keys.choose({2, Qt::DescendingOrder});
    keys.choose({3, Qt::AscendingOrder});
    keys.choose({2, Qt::AscendingOrder});
    QCOMPARE(keys.all(),
             (QList<GroupSortKey>{
                 {2, Qt::AscendingOrder}, {3, Qt::AscendingOrder}, {1, Qt::AscendingOrder}}));
    keys.choose({4, Qt::AscendingOrder});
    QCOMPARE(keys.all().size(), qsizetype(3));
    QCOMPARE(keys.first(), (GroupSortKey{4, Qt::AscendingOrder}));
}

void TestGroupView::ranksTextsWithoutCase()
{
    const QList<QString> texts{QStringLiteral("beta"), QString(), QStringLiteral("Alpha"),
                               QStringLiteral("BETA")};
    QCOMPARE(ranksOfTexts(texts), (QList<quint64>{1, GroupRanks::kMissing, 0, 1}));
}

void TestGroupView::putsNewNumbersInPlace()
{
    GroupView from;
    from.numbers = {4, 2};
    GroupChange change;
    arrange(change, from, {0, 5}, {{{7, 0, 5, 0, 4, 5}, Qt::AscendingOrder}});
    QCOMPARE(change.grown, (QList<quint32>{4, 2, 0, 5}));
    QCOMPARE(change.next.numbers, (QList<quint32>{4, 2, 5, 0})); // equal ones by number
    QVERIFY(change.isReordered);
    const quint32 none = GroupView::kNoRow;
    QCOMPARE(change.next.rows, (QList<quint32>{3, none, 1, none, 0, 2}));
    change.next.places = {0, 0, 9, 0, 0, 8};
    arrange(change, from, {0, 5}, {{{7, 0, 5, 0, 4, 5}, Qt::DescendingOrder}});
    QCOMPARE(change.next.numbers, (QList<quint32>{0, 5, 2, 4})); // equal ones by place
}

void TestGroupView::leavesWhatIsInOrderAlone()
{
    GroupView from;
    from.numbers = {1, 0};
    from.rows = {1, 0};
    GroupChange change;
    arrange(change, from, {}, {{{3, 2}, Qt::AscendingOrder}});
    QVERIFY(!change.isReordered);
    QCOMPARE(change.next.numbers.constData(), from.numbers.constData());
    QCOMPARE(change.next.rows, from.rows);
}

void TestGroupView::putsWhatIsMissingLastBothWays()
{
    GroupView from;
    from.numbers = {0, 1, 2};
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        GroupChange change;
        arrange(change, from, {}, {{{GroupRanks::kMissing, 1, 2}, order}});
        QCOMPARE(change.next.numbers.last(), 0U);
    }
}

QTEST_MAIN(TestGroupView)
#include "tst_groupview.moc"
