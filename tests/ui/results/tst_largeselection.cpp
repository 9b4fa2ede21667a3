// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// More rows are selected than Qt could hold on to while they move: everything, or some thousands.

#include "tests/support/tablefixture.h"

#include <QMouseEvent>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace roadstead;

namespace {
constexpr int kPatience = 60'000; ///< milliseconds, on a busy computer
} // namespace

class TestLargeSelection final : public TableFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void clearingAFilterSelectsNothingMore();
    void everythingTakesInWhatComesFirst();
    void everythingEndsWithAnotherFilter();
    void everythingButOne();
    void staysThroughASort();
    void staysWhileRowsCome();
    void leavesQtOneRowWhileRowsMove();
    void hiddenRowsComeBack();
    void ctrlTurnsSingleRowsRound();
    void ctrlDragsAllRowsTheSameWay();
    void shiftAddsAndShrinks();
    void rightClickKeepsIt();
    void aClickEndsIt();
    void invertsIt();
    void isDrawn();
    void hundredsOfThousandsAreMarkedInTheBackground();

private:
    void drag(QEvent::Type type, int row);
    [[nodiscard]] QList<int> ports() const;
    [[nodiscard]] static QList<int> portsFrom(int first, int last, int step = 1);
};

void TestLargeSelection::drag(QEvent::Type type, int row)
{
    const QPointF at = m_table->visualRect(m_model->index(row, 1)).center();
    const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const auto held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, m_table->viewport()->mapToGlobal(at), button, held,
                      Qt::ControlModifier);
    QCoreApplication::sendEvent(m_table->viewport(), &event);
}

/// Those that are selected, in ascending order.
QList<int> TestLargeSelection::ports() const
{
    QList<int> ports;
    const QList<quint32> rows = m_table->selectedStoreRows();
    for (const quint32 row : rows)
        ports << m_model->store().row(row).port;
    std::sort(ports.begin(), ports.end());
    return ports;
}

QList<int> TestLargeSelection::portsFrom(int first, int last, int step)
{
    QList<int> ports;
    for (int port = first; port <= last; port += step)
        ports << port;
    return ports;
}

void TestLargeSelection::clearingAFilterSelectsNothingMore()
{
    for (const int last : {10, 7'000}) {
        m_model->clear(testStart());
        fillPorts(1, 20'000);
        setFilter(QStringLiteral("port:1-%1").arg(last));
        m_table->selectAll();
        setFilter({});
        QCOMPARE(ports(), portsFrom(1, last));
        fillPorts(20'001, 20'100);
        QCOMPARE(ports(), portsFrom(1, last));
    }
}

void TestLargeSelection::everythingTakesInWhatComesFirst()
{
    fillPorts(5'000, 5'100);
    m_table->selectAll();
    fillPorts(1, 50); // one run before all others
    QCOMPARE(m_table->selectedRows().count(), qint64(151));
    fillPorts(6'000, 6'049);
    fillPorts(51, 4'999, 7);
    QCOMPARE(m_table->selectedRows().count(), qint64(m_model->rowCount()));
    QVERIFY(m_table->selectionModel()->isRowSelected(m_model->rowCount() - 1));
}

void TestLargeSelection::everythingEndsWithAnotherFilter()
{
    fillPorts(2, 14'000, 2);
    m_table->selectAll();
    setFilter(QStringLiteral("port:1-12000"));
    QCOMPARE(ports(), portsFrom(2, 12'000, 2));
    fillPorts(1, 999, 2);
    QCOMPARE(ports(), portsFrom(2, 12'000, 2));
    setFilter({});
    QCOMPARE(ports(), portsFrom(2, 14'000, 2));
}

void TestLargeSelection::everythingButOne()
{
    fillPorts(1, 8'000);
    m_table->selectAll();
    click(2, Qt::ControlModifier);
    QCOMPARE(m_table->selectedRows().count(), qint64(7'999));
    sortByRtt();
    QCOMPARE(ports().size(), qsizetype(7'999));
    QVERIFY(!ports().contains(3));
    fillPorts(9'000, 9'010);
    QCOMPARE(m_table->selectedRows().count(), qint64(7'999));
}

void TestLargeSelection::staysThroughASort()
{
    fillPorts(1, 10'000);
    m_table->setCurrentIndex(m_model->index(50, 0));
    selectRows(0, 6'000);
    sortByRtt();
    QCOMPARE(m_model->storeRow(0), quint32(9'999));
    QCOMPARE(ports(), portsFrom(1, 6'001));
    QCOMPARE(m_model->storeRow(m_table->currentIndex().row()), quint32(50));
    QVERIFY(m_table->selectionModel()->hasSelection());
    sortByRtt(Qt::DescendingOrder);
    QCOMPARE(ports(), portsFrom(1, 6'001));
    QCOMPARE(m_table->selectedStoreRows().first(), quint32(0));
}

void TestLargeSelection::staysWhileRowsCome()
{
    fillPorts(2, 20'000, 2);
    m_table->setCurrentIndex(m_model->index(50, 0));
    selectRows(100, 7'000);
    fillPorts(1, 401, 2); // 201 of them before or between
    fillPorts(20'001, 20'010);
    QCOMPARE(ports(), portsFrom(202, 14'002, 2));
    QCOMPARE(m_model->store().row(m_model->storeRow(m_table->currentIndex().row())).port,
             quint16(102));
}

/// It holds on to every row of its selection while the layout changes.
void TestLargeSelection::leavesQtOneRowWhileRowsMove()
{
    ResultBuilder rows;
    rows.host(1, kRouter);
    for (quint16 port = 1; port <= 12'000; ++port)
        port % 2 == 0 ? rows.open(1, port) : rows.closed(1, port);
    m_model->append(rows.batch());
    m_model->setStateShown(PortState::Closed, true);
    settle();
    m_model->sort(ResultModel::PortColumn, Qt::AscendingOrder);
    settle();
    setFilter(QStringLiteral("-port:1-9"));
    m_table->selectAll();
    qsizetype most = 0;
    int changes = 0;
    connect(m_model.get(), &QAbstractItemModel::layoutAboutToBeChanged, this, [&] {
        ++changes;
        qsizetype held = 0;
        const QItemSelection selection = m_table->selectionModel()->selection();
        for (const QItemSelectionRange &range : selection)
            held += range.height();
        most = std::max(most, held);
    });
    setFilter(QStringLiteral("-port:100-110,200-210")); // some come, others go
    QVERIFY(changes > 0);
    QVERIFY(most <= 1);
    QCOMPARE(ports().size(), qsizetype(m_model->rowCount()) - 9);
}

void TestLargeSelection::hiddenRowsComeBack()
{
    fillPorts(1, 10'000);
    selectRows(0, 5'999);
    setFilter(QStringLiteral("port:5990-6010"));
    QCOMPARE(ports(), portsFrom(5'990, 6'000));
    setFilter(QStringLiteral("port:9000-"));
    QCOMPARE(m_table->selectedRows().count(), qint64(0));
    setFilter({});
    QCOMPARE(ports(), portsFrom(1, 6'000));
}

void TestLargeSelection::ctrlTurnsSingleRowsRound()
{
    fillPorts(1, 10'000);
    selectRows(0, 5'999);
    sortByRtt(Qt::DescendingOrder);
    QList<int> expected = portsFrom(1, 6'000);
    click(3, Qt::ControlModifier);
    click(5, Qt::ControlModifier);
    expected.removeAll(4);
    expected.removeAll(6);
    QCOMPARE(ports(), expected);
    click(5, Qt::ControlModifier);
    expected.insert(4, 6);
    QCOMPARE(ports(), expected);
    QTest::keyClick(m_table.get(), Qt::Key_Space, Qt::ControlModifier);
    expected.removeAll(6);
    QCOMPARE(ports(), expected);
    sortByRtt(Qt::AscendingOrder);
    QCOMPARE(ports(), expected);
}

void TestLargeSelection::ctrlDragsAllRowsTheSameWay()
{
    fillPorts(1, 10'000);
    selectRows(4, 5'999);
    sortByRtt(Qt::DescendingOrder);
    drag(QEvent::MouseButtonPress, 6); // selected: takes away, also from those that are not
    drag(QEvent::MouseMove, 2);
    QCOMPARE(ports(), portsFrom(8, 6'000));
    drag(QEvent::MouseMove, 5); // and what is not covered any more is as it was
    QCOMPARE(ports(), QList<int>{5} + portsFrom(8, 6'000));
    drag(QEvent::MouseButtonRelease, 5);
    QCOMPARE(ports(), QList<int>{5} + portsFrom(8, 6'000));
}

void TestLargeSelection::shiftAddsAndShrinks()
{
    fillPorts(1, 10'000);
    selectRows(0, 5'999);
    sortByRtt(Qt::DescendingOrder);
    m_table->verticalScrollBar()->setValue(6'990);
    click(6'999, Qt::ControlModifier);
    click(7'002, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(ports(), portsFrom(1, 6'000) + portsFrom(7'000, 7'003));
    click(7'001, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(ports(), portsFrom(1, 6'000) + portsFrom(7'000, 7'002));
}

void TestLargeSelection::rightClickKeepsIt()
{
    fillPorts(1, 10'000);
    selectRows(0, 5'999);
    sortByRtt(Qt::DescendingOrder);
    click(7, {}, Qt::RightButton);
    QCOMPARE(ports(), portsFrom(1, 6'000));
    m_table->verticalScrollBar()->setValue(8'000);
    click(8'004, {}, Qt::RightButton); // not one of them
    QCOMPARE(ports(), (QList<int>{8'005}));
}

void TestLargeSelection::aClickEndsIt()
{
    fillPorts(1, 10'000);
    selectRows(0, 5'999);
    sortByRtt(Qt::DescendingOrder);
    click(7);
    QCOMPARE(ports(), (QList<int>{8}));
    selectRows(0, 5'999);
    sortByRtt(Qt::AscendingOrder);
    m_table->clearSelection();
    QCOMPARE(ports(), QList<int>());
}

void TestLargeSelection::invertsIt()
{
    fillPorts(1, 10'000);
    selectRows(0, 5'999);
    sortByRtt();
    const QItemSelection everything(m_model->index(0, 0),
                                    m_model->index(9'999, ResultModel::ColumnCount - 1));
    m_table->selectionModel()->select(everything, QItemSelectionModel::Toggle);
    sortByRtt(Qt::DescendingOrder);
    QCOMPARE(ports(), portsFrom(6'001, 10'000));
}

void TestLargeSelection::isDrawn()
{
    fillPorts(1, 10'000);
    const QColor plain = colourOf(2);
    selectRows(0, 5'999);
    QVERIFY(colourOf(2) != plain);
    sortByRtt();
    QCOMPARE(colourOf(2), plain);
    sortByRtt(Qt::DescendingOrder);
    QVERIFY(colourOf(2) != plain);
    click(2, Qt::ControlModifier);
    QCOMPARE(colourOf(2), plain);
}

void TestLargeSelection::hundredsOfThousandsAreMarkedInTheBackground()
{
    constexpr quint32 kHosts = 10;
    for (quint32 host = 0; host < kHosts; ++host) {
        ResultBuilder rows;
        rows.host(host, kRouter + host);
        for (int port = 1; port <= 60'000; ++port)
            rows.open(host, static_cast<quint16>(port));
        m_model->append(rows.batch());
    }
    settle();
    selectRows(10, 599'990);
    setFilter(QStringLiteral("host:192.168.1.1"));
    QCOMPARE(m_table->selectedRows().count(), qint64(59'990)); // waits for them
    selectRows(0, 10);
    setFilter({});
    selectRows(10, 599'990);
    setFilter(QStringLiteral("port:1-20000"));
    const QColor plain = colourOf(2);
    QTRY_VERIFY_WITH_TIMEOUT(colourOf(12) != plain, kPatience); // when they are there
    QCOMPARE(colourOf(2), plain);
    QCOMPARE(m_table->selectedRows().count(), qint64(kHosts * 20'000 - 10));
}

QTEST_MAIN(TestLargeSelection)
#include "tst_largeselection.moc"
