// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/comparesample.h"
#include "ui/compare/differenceview.h"
#include "ui/model/servicenames.h"

#include <QTest>

#include <algorithm>

using namespace roadstead;

// Which differences are shown, and in which order.
class TestDifferenceView final : public QObject
{
    Q_OBJECT

private slots:
    void filters_data();
    void filters();
    void showsClassesThatAreAskedFor();
    void sorts_data();
    void sorts();
    void keepsTheOrderBeforeWhereTheNextDoesNotTell();
    void tellsTheWayFromAnyListToAnother();

private:
    [[nodiscard]] QList<quint32> numbersFor(const DifferenceWish &wish) const
    {
        return buildDifferences(m_comparison, m_services, {}, wish).next.numbers;
    }

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    ServiceNames m_services{m_catalogue};
    ScanComparison m_comparison = sampleComparison();
};

void TestDifferenceView::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<quint32>>("numbers");
    QTest::newRow("none") << QString() << QList<quint32>{0, 1, 2, 3, 4, 5, 6, 7, 8};
    QTest::newRow("service") << QStringLiteral("ssh") << QList<quint32>{0, 4, 6};
    QTest::newRow("host") << QStringLiteral("host:192.168.1.20") << QList<quint32>{3, 4};
    QTest::newRow("name") << QStringLiteral("router") << QList<quint32>{0, 1, 2};
    QTest::newRow("name of the newer alone") << QStringLiteral("new.lan") << QList<quint32>{7, 8};
    QTest::newRow("port") << QStringLiteral("port:80-443") << QList<quint32>{1, 2};
    QTest::newRow("both words") << QStringLiteral("ssh 1.42") << QList<quint32>{6};
    QTest::newRow("without") << QStringLiteral("-ssh -http") << QList<quint32>{3, 5, 7};
    QTest::newRow("state of either side")
        << QStringLiteral("state:filtered") << QList<quint32>{2, 4, 6};
    QTest::newRow("state of neither side")
        << QStringLiteral("-state:open") << QList<quint32>{2, 3, 5, 7};
    QTest::newRow("nothing") << QStringLiteral("telnet") << QList<quint32>{};
}

void TestDifferenceView::filters()
{
    QFETCH(QString, text);
    QFETCH(QList<quint32>, numbers);
    DifferenceWish wish;
    wish.filter = *ResultFilter::parse(text);
    QCOMPARE(numbersFor(wish), numbers);
}

void TestDifferenceView::showsClassesThatAreAskedFor()
{
    DifferenceWish wish;
    wish.classes = {true, false, false, false};
    QCOMPARE(numbersFor(wish), (QList<quint32>{0, 5, 6}));
    wish.classes = {false, false, true, true};
    QCOMPARE(numbersFor(wish), (QList<quint32>{2, 7, 8}));
}

void TestDifferenceView::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QList<quint32>>("numbers");
    using Columns = DifferenceColumns;
    const auto row = [](const char *name, int column, Qt::SortOrder order,
                        const QList<quint32> &numbers) {
        QTest::newRow(name) << column << order << numbers;
    };
    row("change", Columns::ChangeColumn, Qt::AscendingOrder, {0, 5, 6, 1, 3, 4, 2, 7, 8});
    row("host down", Columns::HostColumn, Qt::DescendingOrder, {7, 8, 5, 6, 3, 4, 0, 1, 2});
    row("name, none last", Columns::NameColumn, Qt::AscendingOrder, {7, 8, 0, 1, 2, 3, 4, 5, 6});
    row("name down, none last", Columns::NameColumn, Qt::DescendingOrder,
        {0, 1, 2, 7, 8, 3, 4, 5, 6});
    row("port, hosts last", Columns::PortColumn, Qt::AscendingOrder, {0, 4, 6, 1, 2, 8, 3, 5, 7});
    row("port down, hosts last", Columns::PortColumn, Qt::DescendingOrder,
        {8, 2, 1, 0, 4, 6, 3, 5, 7});
    row("service", Columns::ServiceColumn, Qt::AscendingOrder, {1, 8, 2, 0, 4, 6, 3, 5, 7});
    row("before, by meaning", Columns::BeforeColumn, Qt::AscendingOrder,
        {1, 3, 4, 0, 2, 5, 6, 7, 8});
    row("now", Columns::NowColumn, Qt::AscendingOrder, {0, 5, 6, 7, 8, 1, 2, 3, 4});
}

void TestDifferenceView::sorts()
{
    QFETCH(int, column);
    QFETCH(Qt::SortOrder, order);
    QFETCH(QList<quint32>, numbers);
    DifferenceWish wish;
    wish.keys.choose({column, order});
    QCOMPARE(numbersFor(wish), numbers);
}

void TestDifferenceView::keepsTheOrderBeforeWhereTheNextDoesNotTell()
{
    DifferenceWish wish;
    wish.keys.choose({DifferenceColumns::PortColumn, Qt::DescendingOrder});
    wish.keys.choose({DifferenceColumns::ChangeColumn, Qt::AscendingOrder});
    QCOMPARE(numbersFor(wish), (QList<quint32>{0, 6, 5, 1, 4, 3, 2, 8, 7}));
}

/// The steps that a table is told of begin with the old list and end with the new one.
void TestDifferenceView::tellsTheWayFromAnyListToAnother()
{
    QRandomGenerator random(7);
    const ScanComparison comparison = *compareScans(randomStore(random), randomStore(random));
    QVERIFY(comparison.differences.size() > 10);
    GroupView from;
    for (int i = 0; i < 200; ++i) {
        DifferenceWish wish;
        wish.keys.choose({int(random.bounded(DifferenceColumns::ColumnCount)),
                          random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder});
        for (bool &shown : wish.classes)
            shown = random.bounded(3) != 0;
        if (random.bounded(2) == 0)
            wish.filter = *ResultFilter::parse(QStringLiteral("n%1").arg(random.bounded(5)));
        const GroupChange change = buildDifferences(comparison, m_services, from, wish);
        QList<quint32> kept = from.numbers;
        kept.removeIf([&change](quint32 number) { return change.gone.contains(number); });
        QCOMPARE(change.kept, kept);
        QCOMPARE(change.grown.first(kept.size()), kept);
        QVERIFY(std::is_permutation(change.grown.cbegin(), change.grown.cend(),
                                    change.next.numbers.cbegin(), change.next.numbers.cend()));
        QCOMPARE(change.isReordered, change.grown != change.next.numbers);
        QCOMPARE(change.next.numbers,
                 buildDifferences(comparison, m_services, {}, wish).next.numbers);
        from = change.next;
    }
}

QTEST_GUILESS_MAIN(TestDifferenceView)
#include "tst_differenceview.moc"
