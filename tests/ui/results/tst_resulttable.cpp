// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/tablefixture.h"

#include <QAccessible>
#include <QAction>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

using namespace roadstead;

class TestResultTable final : public TableFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        setUp();
        m_table->resize(800, 400);
    }
    void cleanup() { tearDown(); }

    void hidesWhatFewNeedAtFirst();
    void savesAndRestoresColumns();
    void hidesColumnsThatAnOlderVersionDidNotKnow();
    void ignoresForeignColumnState();
    void togglesColumnsByMenu();
    void keepsTheLastColumn();
    void sortsWhenTheHeaderIsClicked();
    void startsWithTheModelsOrder();
    void keepsTheTopRowWhileRowsStreamIn();
    void staysAtTheVeryTop();
    void sortingByHandLeavesTheScrollBarAlone();
    void keepsTheTopRowWhenAFilterHidesOthers();
    void followsWhatArrives();
    void selectAllTakesInWhatArrives();
    void aSmallerSelectionDoesNotGrow();
    void walksThroughOpenPorts();
    void givesSelectedRowsInOrder();
    void copiesACellWithoutIsolationMarks();
    void tabLeavesTheTable();
    void rowHeightFollowsTheFont();
    void speaksRows();

private:
    [[nodiscard]] int topPort() const;
    void scrollToRow(int row);
};

int TestResultTable::topPort() const
{
    const int row = m_table->rowAt(0);
    return row < 0 || row >= m_model->rowCount() ? -1
                                                 : portAt(row); // the view may not be laid out yet
}

void TestResultTable::scrollToRow(int row)
{
    QTRY_VERIFY(m_table->verticalScrollBar()->maximum() >= row); // the view lays itself out later
    m_table->verticalScrollBar()->setValue(row);
}

void TestResultTable::hidesWhatFewNeedAtFirst()
{
    for (int column = 0; column < ResultModel::ColumnCount; ++column)
        QCOMPARE(m_table->isColumnHidden(column), column == ResultModel::AttemptsColumn
                                                      || column == ResultModel::BannerColumn
                                                      || column == ResultModel::ConfidenceColumn
                                                      || column == ResultModel::NoteColumn);
}

void TestResultTable::savesAndRestoresColumns()
{
    m_table->setColumnHidden(ResultModel::NameColumn, true);
    m_table->setColumnWidth(ResultModel::HostColumn, 321);
    m_table->horizontalHeader()->moveSection(0, 2);
    m_table->horizontalHeader()->setSortIndicator(ResultModel::PortColumn, Qt::DescendingOrder);
    const QByteArray saved = m_table->saveColumns();
    cleanup();
    init();
    m_table->restoreColumns(saved);
    QVERIFY(m_table->isColumnHidden(ResultModel::NameColumn));
    QCOMPARE(m_table->columnWidth(ResultModel::HostColumn), 321);
    QCOMPARE(m_table->horizontalHeader()->visualIndex(0), 2);
    QCOMPARE(m_model->sortColumn(), ResultModel::PortColumn);
    QCOMPARE(m_model->sortOrder(), Qt::DescendingOrder);
    m_table->resetColumns();
    QVERIFY(!m_table->isColumnHidden(ResultModel::NameColumn));
    QVERIFY(m_table->columnWidth(ResultModel::HostColumn) != 321);
    QCOMPARE(m_table->horizontalHeader()->visualIndex(0), 0);
}

void TestResultTable::hidesColumnsThatAnOlderVersionDidNotKnow()
{
    QStandardItemModel model(0, 9);
    QTableView older;
    older.setModel(&model);
    older.setColumnHidden(ResultModel::NameColumn, true);
    m_table->setColumnHidden(ResultModel::BannerColumn, false);
    m_table->restoreColumns(older.horizontalHeader()->saveState());
    QVERIFY(m_table->isColumnHidden(ResultModel::NameColumn));
    QVERIFY(!m_table->isColumnHidden(ResultModel::AttemptsColumn));
    QVERIFY(m_table->isColumnHidden(ResultModel::BannerColumn));
    QVERIFY(m_table->isColumnHidden(ResultModel::ConfidenceColumn));
    QVERIFY(m_table->isColumnHidden(ResultModel::NoteColumn));
    m_table->setColumnHidden(ResultModel::BannerColumn, false);
    m_table->restoreColumns(m_table->saveColumns());
    QVERIFY(!m_table->isColumnHidden(ResultModel::BannerColumn));
}

void TestResultTable::ignoresForeignColumnState()
{
    const int width = m_table->columnWidth(ResultModel::HostColumn);
    m_table->restoreColumns(QByteArray());
    m_table->restoreColumns(QByteArray("nonsense"));
    m_table->restoreColumns(m_table->saveColumns().left(20));
    QCOMPARE(m_table->columnWidth(ResultModel::HostColumn), width);
    QVERIFY(!m_table->isColumnHidden(ResultModel::StateColumn));
}

void TestResultTable::togglesColumnsByMenu()
{
    emit m_table->columnsMenu()->aboutToShow();
    QAction *attempts = m_table->columnsMenu()->actions().at(ResultModel::AttemptsColumn);
    QVERIFY(!attempts->isChecked());
    attempts->trigger();
    QVERIFY(!m_table->isColumnHidden(ResultModel::AttemptsColumn));
    attempts->trigger();
    QVERIFY(m_table->isColumnHidden(ResultModel::AttemptsColumn));
}

void TestResultTable::keepsTheLastColumn()
{
    const QList<QAction *> actions = m_table->columnsMenu()->actions();
    for (int column = 1; column < ResultModel::ColumnCount; ++column) {
        if (!m_table->isColumnHidden(column))
            actions.at(column)->trigger();
    }
    QVERIFY(!actions.at(ResultModel::StateColumn)->isEnabled());
    actions.at(ResultModel::HostColumn)->trigger();
    QVERIFY(actions.at(ResultModel::StateColumn)->isEnabled());
}

void TestResultTable::sortsWhenTheHeaderIsClicked()
{
    appendPorts(1, 9, 1);
    QHeaderView *header = m_table->horizontalHeader();
    const QPoint port(header->sectionViewportPosition(ResultModel::PortColumn) + 20,
                      header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, port);
    const Qt::SortOrder first = m_model->sortOrder();
    QCOMPARE(m_model->sortColumn(), ResultModel::PortColumn);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, port);
    QVERIFY(m_model->sortOrder() != first);
    QCOMPARE(portAt(0), m_model->sortOrder() == Qt::AscendingOrder ? 1 : 9);
}

void TestResultTable::startsWithTheModelsOrder()
{
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(ResultModel::StateColumn));
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
}

void TestResultTable::keepsTheTopRowWhileRowsStreamIn()
{
    appendPorts(1'000, 2'000, 2);
    scrollToRow(100);
    const int before = topPort();
    m_table->selectRow(105);
    const int current = portAt(m_table->currentIndex().row());
    appendPorts(1, 999, 2); // one run before it
    appendPorts(1'001, 1'999, 2); // between all rows, in two batches before the next layout
    appendPorts(2'001, 2'100, 1);
    QTRY_COMPARE(m_table->verticalScrollBar()->value(), 700);
    QCOMPARE(topPort(), before);
    QCOMPARE(portAt(m_table->currentIndex().row()), current);
    QCOMPARE(m_table->selectedStoreRows().size(), qsizetype(1));
}

void TestResultTable::staysAtTheVeryTop()
{
    appendPorts(1'000, 2'000, 2);
    appendPorts(1, 999, 2);
    QTRY_VERIFY(m_table->verticalScrollBar()->maximum() > 900);
    QCOMPARE(m_table->verticalScrollBar()->value(), 0);
    QCOMPARE(topPort(), 1);
}

void TestResultTable::sortingByHandLeavesTheScrollBarAlone()
{
    appendPorts(1, 1'000, 1);
    scrollToRow(100);
    m_table->horizontalHeader()->setSortIndicator(ResultModel::PortColumn, Qt::DescendingOrder);
    m_table->doItemsLayout();
    QCOMPARE(m_table->verticalScrollBar()->value(), 100);
    QCOMPARE(topPort(), 900);
}

void TestResultTable::keepsTheTopRowWhenAFilterHidesOthers()
{
    appendPorts(1, 2'000, 1);
    scrollToRow(1'009);
    QCOMPARE(topPort(), 1'010);
    m_model->setFilter(ResultFilter::parse(u"0").value());
    QTRY_COMPARE(topPort(), 1'010);
    QVERIFY(m_model->rowCount() < 1'000);
    m_model->setFilter(ResultFilter());
    QTRY_COMPARE(m_table->verticalScrollBar()->value(), 1'009);
}

void TestResultTable::followsWhatArrives()
{
    m_table->setFollowing(true);
    appendPorts(1, 1'000, 2);
    appendPorts(500, 500, 1);
    QTRY_VERIFY(
        m_table->viewport()->rect().contains(m_table->visualRect(m_model->index(250, 0)).center()));
    QCOMPARE(portAt(250), 500);
}

void TestResultTable::selectAllTakesInWhatArrives()
{
    appendPorts(2, 1'000, 2);
    m_table->selectAll();
    appendPorts(1, 999, 2);
    appendPorts(1'001, 1'100, 1);
    QCOMPARE(m_table->selectedStoreRows().size(), qsizetype(1'100));
    QCOMPARE(m_table->selectionModel()->selection().size(), qsizetype(1));
    m_table->selectRow(3);
    appendPorts(2'000, 2'001, 1);
    QCOMPARE(m_table->selectedStoreRows().size(), qsizetype(1));
}

void TestResultTable::aSmallerSelectionDoesNotGrow()
{
    appendPorts(2, 2, 1);
    m_table->selectRow(0); // all there is, but chosen as a row
    appendPorts(1, 3, 2);
    QCOMPARE(m_table->selectedStoreRows(), (QList<quint32>{0}));
}

void TestResultTable::walksThroughOpenPorts()
{
    m_table->goToNextOpen();
    QVERIFY(!m_table->currentIndex().isValid());
    m_model->append(
        ResultBuilder().host(1, kRouter).open(1, 1).unknown(1, 2).open(1, 3).unknown(1, 4).batch());
    m_table->horizontalHeader()->setSortIndicator(ResultModel::PortColumn, Qt::AscendingOrder);
    m_table->goToNextOpen();
    QCOMPARE(m_table->currentIndex().row(), 0);
    m_table->goToNextOpen();
    QCOMPARE(m_table->currentIndex().row(), 2);
    m_table->goToNextOpen();
    QCOMPARE(m_table->currentIndex().row(), 0);
    m_table->goToPreviousOpen();
    QCOMPARE(m_table->currentIndex().row(), 2);
}

void TestResultTable::givesSelectedRowsInOrder()
{
    m_model->append(ResultBuilder().host(1, kRouter).open(1, 30).open(1, 20).open(1, 10).batch());
    m_table->selectionModel()->select(m_model->index(2, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_table->selectionModel()->select(m_model->index(0, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(m_table->selectedStoreRows(), (QList<quint32>{2, 0}));
}

void TestResultTable::copiesACellWithoutIsolationMarks()
{
    QCOMPARE(m_table->currentCellText(), QString());
    appendPorts(443, 443, 1);
    m_table->setCurrentIndex(m_model->index(0, ResultModel::HostColumn));
    QCOMPARE(m_table->currentCellText(), QStringLiteral("192.168.1.1"));
}

void TestResultTable::tabLeavesTheTable()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *table = new ResultTable;
    auto *field = new QLineEdit;
    layout->addWidget(table);
    layout->addWidget(field);
    table->setModel(m_model.get());
    appendPorts(1, 3, 1);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    table->setFocus();
    table->selectRow(1);
    QTest::keyClick(table, Qt::Key_Tab);
    QVERIFY(field->hasFocus());
}

void TestResultTable::rowHeightFollowsTheFont()
{
    appendPorts(1, 3, 1);
    const int before = m_table->rowHeight(0);
    QFont larger = m_table->font();
    larger.setPointSizeF(larger.pointSizeF() * 2);
    m_table->setFont(larger);
    QVERIFY(m_table->rowHeight(0) >= QFontMetrics(larger).height());
    QVERIFY(m_table->rowHeight(0) > before);
}

void TestResultTable::speaksRows()
{
    m_model->append(ResultBuilder().host(1, kRouter).open(1, 443, 1'100).batch());
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_table.get());
    QVERIFY(table && table->tableInterface());
    QAccessibleInterface *cell = table->tableInterface()->cellAt(0, ResultModel::StateColumn);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name),
             QStringLiteral("192.168.1.1 port 443 https open 1.1 milliseconds"));
}

QTEST_MAIN(TestResultTable)
#include "tst_resulttable.moc"
