// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/groupview.h"

#include <QTest>

#include <algorithm>

using namespace roadstead;

namespace {

GroupView listOf(const QList<quint32> &numbers)
{
    GroupView view;
    view.numbers = numbers;
    view.rows.fill(GroupView::kNoRow, *std::max_element(numbers.begin(), numbers.end()) + 1);
    for (qsizetype row = 0; row < numbers.size(); ++row)
        view.rows[numbers.at(row)] = static_cast<quint32>(row);
    return view;
}

std::vector<bool> listed(std::initializer_list<size_t> numbers)
{
    std::vector<bool> isListed(std::max(numbers) + 1);
    for (const size_t number : numbers)
        isListed[number] = true;
    return isListed;
}

} // namespace

class TestGroupView final : public QObject
{
    Q_OBJECT

private slots:
    void remembersWhatItWasSortedByBefore();
    void ranksTextsWithoutCase();
    void putsNewNumbersInPlace();
    void leavesWhatIsInOrderAlone();
    void letsGoWhatIsListedNoLonger();
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
    GroupView from = listOf({4, 2});
    GroupChange change;
    arrange(change, from, listed({0, 2, 4, 5}), {{{7, 0, 5, 0, 4, 5}, Qt::AscendingOrder}});
    QCOMPARE(change.grown, (QList<quint32>{4, 2, 0, 5}));
    QCOMPARE(change.next.numbers, (QList<quint32>{4, 2, 5, 0})); // equal ones by number
    QVERIFY(change.isReordered);
    const quint32 none = GroupView::kNoRow;
    QCOMPARE(change.next.rows, (QList<quint32>{3, none, 1, none, 0, 2}));
    change.next.places = {0, 0, 9, 0, 0, 8};
    arrange(change, from, listed({0, 2, 4, 5}), {{{7, 0, 5, 0, 4, 5}, Qt::DescendingOrder}});
    QCOMPARE(change.next.numbers, (QList<quint32>{0, 5, 2, 4})); // equal ones by place
}

void TestGroupView::leavesWhatIsInOrderAlone()
{
    const GroupView from = listOf({1, 0});
    GroupChange change;
    arrange(change, from, listed({0, 1}), {{{3, 2}, Qt::AscendingOrder}});
    QVERIFY(!change.isReordered);
    QCOMPARE(change.next.numbers.constData(), from.numbers.constData());
    QCOMPARE(change.next.rows, from.rows);
}

void TestGroupView::letsGoWhatIsListedNoLonger()
{
    const GroupView from = listOf({3, 0, 2, 1});
    GroupChange change;
    arrange(change, from, listed({1, 3, 4}), {{{0, 2, 0, 4, 3}, Qt::AscendingOrder}});
    QCOMPARE(change.gone, (QList<quint32>{0, 2}));
    QCOMPARE(change.goneAt, (QList<qsizetype>{1, 2}));
    QCOMPARE(change.kept, (QList<quint32>{3, 1}));
    QCOMPARE(change.grown, (QList<quint32>{3, 1, 4}));
    QCOMPARE(change.next.numbers, (QList<quint32>{1, 4, 3}));
    const quint32 none = GroupView::kNoRow;
    QCOMPARE(change.next.rows, (QList<quint32>{none, 0, none, 2, 1}));
}

void TestGroupView::putsWhatIsMissingLastBothWays()
{
    const GroupView from = listOf({0, 1, 2});
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        GroupChange change;
        arrange(change, from, listed({0, 1, 2}), {{{GroupRanks::kMissing, 1, 2}, order}});
        QCOMPARE(change.next.numbers.last(), 0U);
    }
}

QTEST_MAIN(TestGroupView)
#include "tst_groupview.moc"
