// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where somebody was in the table comes back with the results: selection, current row, top row.

#include "historyfixture.h"

#include <algorithm>

using namespace roadstead;

class TestHistoryPlace final : public HistoryFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void bringsThePlaceInTheTable_data();
    void bringsThePlaceInTheTable();
    void bringsAPlaceThatWasGoneToAtTheVeryTop();
    void bringsTheVeryTopAfterAnotherScan();
    void bringsEverythingThatWasSelected();
    void bringsALargeSelection();
    void bringsThePlaceInAnotherOrder_data();
    void bringsThePlaceInAnotherOrder();
    void leavesOutWhatIsHiddenNow();

private:
    void goToARow();
    [[nodiscard]] QList<int> selectedPorts() const;
};

/// Ten rows and one are selected, another one is current and seen.
void TestHistoryPlace::goToARow()
{
    settle();
    selectRows(10, 19);
    m_table->selectionModel()->select(m_model->index(700, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_table->selectionModel()->setCurrentIndex(m_model->index(505, ResultModel::PortColumn),
                                               QItemSelectionModel::NoUpdate);
    scrollTo(500);
}

QList<int> TestHistoryPlace::selectedPorts() const
{
    QList<int> selected;
    m_table->selectedRows().forEach([&](quint32 row) {
        selected << m_model->store().row(row).port;
        return true;
    });
    std::sort(selected.begin(), selected.end());
    return selected;
}

void TestHistoryPlace::bringsThePlaceInTheTable_data()
{
    QTest::addColumn<bool>("isCleared");
    QTest::newRow("cleared") << true;
    QTest::newRow("scanned over") << false;
}

void TestHistoryPlace::bringsThePlaceInTheTable()
{
    QFETCH(bool, isCleared);
    scan(QStringLiteral("first"), 1, 1'000);
    goToARow();
    const QList<int> selected = selectedPorts();
    QCOMPARE(selected.size(), qsizetype(11));
    if (isCleared)
        m_history->clear();
    else
        scan(QStringLiteral("second"), 2'001, 2'200);
    settle();
    QVERIFY(!m_table->selectionModel()->hasSelection());
    if (!isCleared)
        m_table->setCurrentIndex(m_model->index(150, 0));
    const int top = topRow();
    m_history->undo();
    settle();
    QCOMPARE(selectedPorts(), selected);
    QCOMPARE(m_table->currentIndex(), m_model->index(505, ResultModel::PortColumn));
    QCOMPARE(topRow(), 500);
    m_history->redo();
    settle();
    QCOMPARE(m_table->currentIndex().row(), isCleared ? -1 : 150);
    QCOMPARE(topRow(), top);
    m_history->undo();
    settle();
    QCOMPARE(selectedPorts(), selected);
    QCOMPARE(topRow(), 500);
}

/// The current row is out of sight, and is not scrolled to.
void TestHistoryPlace::bringsAPlaceThatWasGoneToAtTheVeryTop()
{
    scan(QStringLiteral("first"), 1, 1'000);
    goToARow();
    scrollTo(0);
    m_table->hide(); // behind the page that says that there is nothing
    m_history->clear();
    settle();
    m_history->undo();
    m_table->show();
    settle();
    QCOMPARE(m_table->currentIndex().row(), 505);
    QCOMPARE(topRow(), 0);
}

void TestHistoryPlace::bringsTheVeryTopAfterAnotherScan()
{
    scan(QStringLiteral("first"), 1, 1'000);
    settle();
    scrollTo(0);
    scan(QStringLiteral("second"), 1, 1'000);
    settle();
    scrollTo(150);
    m_history->undo();
    settle();
    QCOMPARE(topRow(), 0);
    m_history->redo();
    settle();
    QCOMPARE(topRow(), 150);
}

void TestHistoryPlace::bringsEverythingThatWasSelected()
{
    scan(QStringLiteral("first"), 1, 9'000);
    m_table->selectAll();
    m_history->clear();
    m_history->undo();
    QCOMPARE(m_table->selectedRows().count(), qint64(9'000));
    QCOMPARE(m_table->selectedRows().ranges.size(), qsizetype(1));
    fillPorts(9'001, 9'010); // and with what comes
    QCOMPARE(m_table->selectedRows().count(), qint64(9'010));
}

void TestHistoryPlace::bringsALargeSelection()
{
    scan(QStringLiteral("first"), 1, 20'000);
    selectRows(100, 12'099);
    sortByRtt();
    scrollTo(19'945);
    click(19'950, Qt::ControlModifier); // one more
    const QList<int> selected = selectedPorts();
    QCOMPARE(selected.size(), qsizetype(12'001));
    m_history->clear();
    QCOMPARE(selectedPorts(), QList<int>());
    m_history->undo();
    settle();
    QCOMPARE(selectedPorts(), selected);
    QVERIFY(m_table->selectionModel()->hasSelection());
    sortByRtt(Qt::DescendingOrder);
    QCOMPARE(selectedPorts(), selected);
}

void TestHistoryPlace::bringsThePlaceInAnotherOrder_data()
{
    QTest::addColumn<int>("lastSelected");
    QTest::addColumn<bool>("isByWorker");
    for (const bool isByWorker : {false, true}) {
        const char *who = isByWorker ? "by a worker" : "at once";
        QTest::addRow("some, %s", who) << 19 << isByWorker;
        QTest::addRow("very many, %s", who) << 6'999 << isByWorker;
    }
}

void TestHistoryPlace::bringsThePlaceInAnotherOrder()
{
    QFETCH(int, lastSelected);
    QFETCH(bool, isByWorker);
    scan(QStringLiteral("first"), 1, 9'000);
    settle();
    selectRows(10, lastSelected);
    m_table->selectionModel()->setCurrentIndex(m_model->index(505, 1),
                                               QItemSelectionModel::NoUpdate);
    const QList<int> selected = selectedPorts();
    m_history->clear();
    m_model->setLongestTurn(isByWorker ? 0 : 1'000);
    sortByRtt();
    m_history->undo();
    settle();
    QCOMPARE(portAt(0), 9'000);
    QCOMPARE(selectedPorts(), selected);
    QCOMPARE(portAt(m_table->currentIndex().row()), 506);
    QCOMPARE(m_table->currentIndex().column(), 1);
}

void TestHistoryPlace::leavesOutWhatIsHiddenNow()
{
    scan(QStringLiteral("first"), 1, 1'000);
    goToARow();
    m_model->setLongestTurn(1'000);
    m_history->clear();
    setFilter(QStringLiteral("port:1-15"));
    m_history->undo();
    settle();
    QCOMPARE(ports().size(), qsizetype(15));
    QCOMPARE(selectedPorts(), (QList<int>{11, 12, 13, 14, 15}));
    QCOMPARE(topRow(), 0);
}

QTEST_MAIN(TestHistoryPlace)
#include "tst_historyplace.moc"
