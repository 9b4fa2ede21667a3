// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/sortkeys.h"

#include <QTest>

using namespace roadstead;

namespace {
constexpr auto kUp = Qt::AscendingOrder;
constexpr auto kDown = Qt::DescendingOrder;
} // namespace

class TestSortKeys final : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithStateWhichIsNoChoice()
    {
        SortKeys keys;
        QCOMPARE(keys.all(), (QList<SortKey>{{ResultColumns::StateColumn, kUp}}));
        keys.choose({ResultColumns::PortColumn, kDown});
        QCOMPARE(keys.all(), (QList<SortKey>{{ResultColumns::PortColumn, kDown}}));
    }

    void remembersTwoSortsBefore()
    {
        SortKeys keys;
        keys.choose({ResultColumns::PortColumn, kUp});
        keys.choose({ResultColumns::RttColumn, kDown});
        keys.choose({ResultColumns::HostColumn, kUp});
        keys.choose({ResultColumns::RttColumn, kUp});
        QCOMPARE(keys.all(), (QList<SortKey>{{ResultColumns::RttColumn, kUp},
                                             {ResultColumns::HostColumn, kUp},
                                             {ResultColumns::PortColumn, kUp}}));
        keys.choose({ResultColumns::TimeColumn, kUp});
        QCOMPARE(keys.all().size(), qsizetype(3));
        QVERIFY(!keys.contains(ResultColumns::PortColumn));
        QCOMPARE(keys.chosenCount(), qsizetype(1));
    }

    void addsFurtherColumnsBehindTheChosenOnes()
    {
        SortKeys keys;
        keys.choose({ResultColumns::PortColumn, kUp});
        keys.choose({ResultColumns::StateColumn, kUp});
        keys.chooseFurther(ResultColumns::RttColumn);
        QCOMPARE(keys.all(), (QList<SortKey>{{ResultColumns::StateColumn, kUp},
                                             {ResultColumns::RttColumn, kUp},
                                             {ResultColumns::PortColumn, kUp}}));
        QCOMPARE(keys.chosenCount(), qsizetype(2));
        keys.chooseFurther(ResultColumns::PortColumn); // was only remembered
        keys.chooseFurther(ResultColumns::HostColumn);
        QCOMPARE(keys.chosenCount(), qsizetype(4));
        QCOMPARE(keys.all().size(), qsizetype(4));
        QCOMPARE(keys.all().last().column, ResultColumns::HostColumn);
    }

    void turnsAChosenColumnRoundWhereItStands()
    {
        SortKeys keys;
        keys.choose({ResultColumns::StateColumn, kUp});
        keys.chooseFurther(ResultColumns::RttColumn);
        keys.chooseFurther(ResultColumns::RttColumn);
        QCOMPARE(keys.all(), (QList<SortKey>{{ResultColumns::StateColumn, kUp},
                                             {ResultColumns::RttColumn, kDown}}));
        keys.chooseFurther(ResultColumns::StateColumn);
        QCOMPARE(keys.first(), (SortKey{ResultColumns::StateColumn, kDown}));
        QCOMPARE(keys.chosenCount(), qsizetype(2));
        keys.choose({ResultColumns::RttColumn, kUp});
        QCOMPARE(keys.chosenCount(), qsizetype(1));
    }

    void theOrderFromTheStartCanBeAddedTo()
    {
        SortKeys keys;
        keys.chooseFurther(ResultColumns::PortColumn);
        keys.choose({ResultColumns::RttColumn, kUp});
        QCOMPARE(keys.all(), (QList<SortKey>{{ResultColumns::RttColumn, kUp},
                                             {ResultColumns::StateColumn, kUp},
                                             {ResultColumns::PortColumn, kUp}}));
    }
};

QTEST_APPLESS_MAIN(TestSortKeys)
#include "tst_sortkeys.moc"
