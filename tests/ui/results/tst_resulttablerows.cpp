// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the table's rows are, how keys and the mouse get to them, and that what is looked at stays
// while a worker makes the next view.

#include "tests/support/tablefixture.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTest>

using namespace roadstead;

class TestResultTableRows final : public TableFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void coversNoRow();
    void placesRowsOneBelowTheOther();
    void scrollsToRows();
    void walksByKeys();
    void selectsByMouse();
    void drawsSelectedRows();
    void knowsItsEnd();
    void sortsByAFurtherColumnWithShift();
    void keepsWhatIsSeenWhileAWorkerSortsAndFilters();
    void keepsWhatIsSeenWhileAWorkerTakesRowsIn();

    void followsWhenManyRowsCome();

private:
    void append(int first, int last, int step = 1)
    {
        appendPorts(first, last, step);
        m_table->doItemsLayout();
    }
    void clickHeader(int column, Qt::KeyboardModifiers modifiers);
};

void TestResultTableRows::clickHeader(int column, Qt::KeyboardModifiers modifiers)
{
    QHeaderView *header = m_table->horizontalHeader();
    const QPoint at(header->sectionViewportPosition(column) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, at);
}

/// A table has parts that its rows and header are laid out around.
void TestResultTableRows::coversNoRow()
{
    append(1, 10);
    const QWidget *rows = m_table->viewport();
    const QPoint first = rows->mapTo(m_table.get(), QPoint(10, 2));
    QCOMPARE(m_table->childAt(first), rows);
}

void TestResultTableRows::placesRowsOneBelowTheOther()
{
    append(1, 1'000);
    const int height = m_table->rowHeight();
    QVERIFY(height >= m_table->fontMetrics().height());
    for (const int top : {0, 300}) {
        scrollTo(top);
        for (int i = 0; i < 5; ++i) {
            const QModelIndex index = m_model->index(top + i, ResultModel::PortColumn);
            const QRect cell = m_table->visualRect(index);
            QCOMPARE(cell.top(), i * height);
            QCOMPARE(cell.height(), height);
            QCOMPARE(cell.width(), m_table->columnWidth(ResultModel::PortColumn));
            QCOMPARE(m_table->indexAt(cell.center()), index);
            QCOMPARE(m_table->rowAt(cell.bottom()), top + i);
        }
    }
    m_table->setColumnHidden(ResultModel::PortColumn, true);
    QVERIFY(m_table->visualRect(m_model->index(300, ResultModel::PortColumn)).isEmpty());
}

void TestResultTableRows::scrollsToRows()
{
    append(1, 1'000);
    const auto isSeen = [this](int row) {
        const QRect cell = m_table->visualRect(m_model->index(row, 0));
        return m_table->viewport()->rect().contains(cell);
    };
    for (const int row : {500, 999, 0, 40, 20}) {
        m_table->scrollTo(m_model->index(row, 0));
        QVERIFY2(isSeen(row), qPrintable(QString::number(row)));
    }
    m_table->scrollTo(m_model->index(700, 0), QAbstractItemView::PositionAtTop);
    QCOMPARE(topRow(), 700);
    m_table->scrollTo(m_model->index(600, 0), QAbstractItemView::PositionAtBottom);
    QVERIFY(isSeen(600) && !isSeen(601));
    m_table->scrollTo(m_model->index(100, 0), QAbstractItemView::PositionAtCenter);
    QVERIFY(isSeen(100) && isSeen(97) && isSeen(103));
}

void TestResultTableRows::walksByKeys()
{
    append(1, 1'000);
    m_table->setFocus();
    m_table->setCurrentIndex(m_model->index(10, ResultModel::HostColumn));
    const auto press = [this](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(m_table.get(), key, modifiers);
        return m_table->currentIndex();
    };
    QCOMPARE(press(Qt::Key_Down).row(), 11);
    QCOMPARE(press(Qt::Key_Up).row(), 10);
    QCOMPARE(press(Qt::Key_Right).column(), int(ResultModel::NameColumn));
    QCOMPARE(press(Qt::Key_Left).column(), int(ResultModel::HostColumn));
    QCOMPARE(press(Qt::Key_Home).column(), int(ResultModel::StateColumn));
    QCOMPARE(press(Qt::Key_End).column(), int(ResultModel::TimeColumn)); // the last not hidden
    const int page = press(Qt::Key_PageDown).row() - 10;
    QCOMPARE(page, m_table->viewport()->height() / m_table->rowHeight());
    QCOMPARE(press(Qt::Key_PageUp).row(), 10);
    QCOMPARE(press(Qt::Key_PageUp).row(), 0);
    QCOMPARE(press(Qt::Key_End, Qt::ControlModifier).row(), 999);
    QCOMPARE(topRow(), m_table->verticalScrollBar()->maximum());
    QCOMPARE(press(Qt::Key_Home, Qt::ControlModifier).row(), 0);
    QCOMPARE(topRow(), 0);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_table->selectedStoreRows(), (QList<quint32>{0, 1, 2}));
}

void TestResultTableRows::selectsByMouse()
{
    append(1, 1'000);
    click(3);
    QCOMPARE(m_table->selectedStoreRows(), (QList<quint32>{3}));
    click(6, Qt::ShiftModifier);
    QCOMPARE(m_table->selectedRows().ranges, (QList<RowSelection::Range>{{3, 6}}));
    click(5, Qt::ControlModifier);
    QCOMPARE(m_table->selectedStoreRows(), (QList<quint32>{3, 4, 6}));
    QCOMPARE(m_table->selectedRows().count(), qint64(3));
}

void TestResultTableRows::drawsSelectedRows()
{
    append(1, 100);
    const QColor even = colourOf(4);
    QVERIFY(even != colourOf(5)); // every other row
    m_table->setCurrentIndex(m_model->index(4, 0));
    QVERIFY(colourOf(4) != even);
    QCOMPARE(colourOf(6), even);
    m_table->clearSelection();
    QCOMPARE(colourOf(4), even);
}

void TestResultTableRows::knowsItsEnd()
{
    QCOMPARE(m_table->rowAt(5), -1);
    QVERIFY(!m_table->indexAt(QPoint(5, 5)).isValid());
    QTest::keyClick(m_table.get(), Qt::Key_Down);
    QVERIFY(!m_table->currentIndex().isValid());
    append(1, 3);
    QCOMPARE(m_table->verticalScrollBar()->maximum(), 0);
    QCOMPARE(m_table->rowAt(m_table->rowHeight() * 2), 2);
    QCOMPARE(m_table->rowAt(m_table->rowHeight() * 3), -1);
    m_model->clear(testStart());
    m_table->doItemsLayout();
    QCOMPARE(m_table->rowAt(0), -1);
}

void TestResultTableRows::sortsByAFurtherColumnWithShift()
{
    m_model->append(ResultBuilder()
                        .host(1, kRouter)
                        .open(1, 10, 300)
                        .open(1, 20, 100)
                        .unknown(1, 30)
                        .open(1, 40, 100)
                        .batch());
    clickHeader(ResultModel::RttColumn, {});
    clickHeader(ResultModel::PortColumn, Qt::ShiftModifier);
    clickHeader(ResultModel::PortColumn, Qt::ShiftModifier); // turns it round
    const auto order = m_model->sortOrder();
    QCOMPARE(m_model->sortColumn(), ResultModel::RttColumn);
    QCOMPARE(m_model->sortKeys().chosenCount(), qsizetype(2));
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(ResultModel::RttColumn));
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorOrder(), order);
    QList<int> ports;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ports << portAt(row);
    QCOMPARE(ports, order == Qt::AscendingOrder ? (QList<int>{40, 20, 10, 30})
                                                : (QList<int>{10, 40, 20, 30}));
    clickHeader(ResultModel::HostColumn, {});
    QCOMPARE(m_model->sortKeys().chosenCount(), qsizetype(1));
}

void TestResultTableRows::keepsWhatIsSeenWhileAWorkerSortsAndFilters()
{
    append(1, 2'000);
    m_model->setLongestTurn(0);
    scrollTo(1'009);
    m_table->selectRow(1'019);
    m_model->setFilter(ResultFilter::parse(u"0").value());
    QVERIFY(!m_model->isUpToDate());
    QCOMPARE(m_model->rowCount(), 2'000); // the old view stays until the new one is there
    QCOMPARE(topRow(), 1'009);
    QTRY_VERIFY(m_model->isUpToDate());
    QTRY_COMPARE(portAt(topRow()), 1'010);
    QCOMPARE(portAt(m_table->currentIndex().row()), 1'020);
    QCOMPARE(m_table->selectedStoreRows(), (QList<quint32>{1'019}));
    const int top = topRow();
    m_table->horizontalHeader()->setSortIndicator(ResultModel::RttColumn, Qt::AscendingOrder);
    QTRY_VERIFY(m_model->isUpToDate());
    m_table->doItemsLayout();
    QCOMPARE(topRow(), top); // sorting by hand leaves the scroll bar alone
    QCOMPARE(portAt(0), 2'000);
    QCOMPARE(portAt(m_table->currentIndex().row()), 1'020);
    QCOMPARE(m_table->selectedStoreRows(), (QList<quint32>{1'019}));
}

void TestResultTableRows::keepsWhatIsSeenWhileAWorkerTakesRowsIn()
{
    append(1'000, 3'000, 2);
    m_model->setLongestTurn(0);
    scrollTo(100);
    m_table->selectRow(105);
    const int before = portAt(topRow());
    append(1, 999, 2);
    QCOMPARE(m_model->rowCount(), 1'001);
    QCOMPARE(m_model->store().rowCount(), quint32(1'501)); // counted at once
    append(1'001, 2'999, 2); // while the worker is busy
    QTRY_VERIFY(m_model->isUpToDate());
    QTRY_COMPARE(topRow(), 700);
    QCOMPARE(portAt(topRow()), before);
    QCOMPARE(portAt(m_table->currentIndex().row()), 1'210);
    m_table->selectAll();
    append(4'000, 4'009);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_table->selectedStoreRows().size(), qsizetype(2'511));
    QCOMPARE(m_table->selectedRows().ranges.size(), qsizetype(1));
}

void TestResultTableRows::followsWhenManyRowsCome()
{
    m_table->setFollowing(true);
    m_model->setLongestTurn(0);
    append(1, 30'000);
    QTRY_VERIFY(m_model->isUpToDate());
    const QModelIndex last = m_model->index(29'999, 0);
    QTRY_VERIFY(m_table->viewport()->rect().contains(m_table->visualRect(last).center()));
}

QTEST_MAIN(TestResultTableRows)
#include "tst_resulttablerows.moc"
