// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was done to the results, undone and done again, with the real model and table.

#include "core/base/background.h"
#include "tests/support/resultbuilder.h"
#include "ui/results/resulttable.h"
#include "ui/window/resulthistory.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace roadstead;

class TestResultHistory final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void hasNothingToUndoAtFirst();
    void removesWhatIsSelected();
    void undoesStepByStep();
    void anotherStepForgetsWhatWasUndone();
    void removesWhatIsShownOfALargeSelection();
    void removingStaysInPlace();
    void nothingIsRemovedTwice();
    void brings_data();
    void brings();
    void redoOfANewScanBringsTheNewerResults();
    void aScanAfterAClearIsOneStep();
    void aScanOverNothingIsNoStep();
    void whileAScanRunsOnlyRowsComeBack();
    void waitsForAWorker();
    void aScanMayStartBeforeTheWorkerIsDone();
    void rowsThatAreBeingGatheredStayWhenAScanStarts();
    void forgetsTheOldest();
    void forgetsWhatIsTooMuchToKeep();
    void forgetsRemovalsOfResultsThatSomebodyElseCleared();
    void drivesActions();

private:
    void appendPorts(int first, int last);
    void selectRows(int first, int last);
    void select(int row) { selectRows(row, row); }
    void remove();
    void scan(const QString &name, int firstPort, int lastPort);
    void waitUntilDone();
    [[nodiscard]] QList<int> afterUndo();
    [[nodiscard]] QList<int> afterRedo();
    [[nodiscard]] QList<int> ports() const;

    std::unique_ptr<PortCatalogue> m_catalogue;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<ResultTable> m_table;
    std::unique_ptr<ResultHistory> m_history;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    ShownScan m_shown; ///< as the window would show it
};

void TestResultHistory::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_catalogue = std::make_unique<PortCatalogue>(QByteArray(), testServices());
    m_model = std::make_unique<ResultModel>(*m_catalogue);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_table = std::make_unique<ResultTable>();
    m_table->setModel(m_model.get());
    m_table->resize(900, 400);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
    m_shown = {};
    m_history = std::make_unique<ResultHistory>(*m_model, [this] { return m_shown; });
    connect(m_history.get(), &ResultHistory::scanShown, this,
            [this](const ShownScan &shown) { m_shown = shown; });
    m_model->clear(testStart());
}

void TestResultHistory::cleanup()
{
    m_history.reset();
    m_table.reset();
    m_tester.reset();
    m_model.reset();
    waitForBackground();
}

void TestResultHistory::appendPorts(int first, int last)
{
    ResultBuilder rows;
    rows.host(1, kRouter);
    for (int port = first; port <= last; ++port)
        rows.open(1, static_cast<quint16>(port));
    m_model->append(rows.batch());
}

/// As the window does it.
void TestResultHistory::scan(const QString &name, int firstPort, int lastPort)
{
    m_history->beginScan();
    m_shown = {};
    m_shown.scanned = name;
    m_shown.request = ScanRequest();
    m_shown.state = ScanState::Scanning;
    m_model->clear(testStart());
    m_history->setScanning(true);
    appendPorts(firstPort, lastPort);
    m_shown.state = ScanState::Finished;
    m_shown.summary.done = static_cast<quint64>(lastPort - firstPort + 1);
    m_history->setScanning(false);
    QTRY_VERIFY(m_model->isUpToDate());
}

void TestResultHistory::selectRows(int first, int last)
{
    const QItemSelection rows(m_model->index(first, 0),
                              m_model->index(last, ResultModel::ColumnCount - 1));
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void TestResultHistory::remove()
{
    m_history->remove(m_table->selectedRows());
    waitUntilDone();
}

void TestResultHistory::waitUntilDone()
{
    QTRY_VERIFY(!m_history->isBusy() && m_model->isUpToDate());
}

QList<int> TestResultHistory::ports() const
{
    QList<int> shown;
    for (int row = 0; row < m_model->rowCount(); ++row)
        shown << m_model->store().row(m_model->storeRow(row)).port;
    return shown;
}

void TestResultHistory::hasNothingToUndoAtFirst()
{
    QVERIFY(!m_history->canUndo());
    QVERIFY(!m_history->canRedo());
    QVERIFY(!m_history->canClear());
    QCOMPARE(m_history->undoText(), QStringLiteral("&Undo"));
    QCOMPARE(m_history->redoText(), QStringLiteral("&Redo"));
    m_history->undo();
    m_history->redo();
    m_history->clear();
    remove(); // nothing is selected
    QVERIFY(!m_history->canUndo());
}

void TestResultHistory::removesWhatIsSelected()
{
    appendPorts(1, 6);
    selectRows(1, 3);
    remove();
    QCOMPARE(ports(), (QList<int>{1, 5, 6}));
    QCOMPARE(m_history->undoText(), QStringLiteral("&Undo remove 3 rows"));
    QVERIFY(m_history->canUndo());
    m_history->undo();
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4, 5, 6}));
    QVERIFY(!m_history->canUndo());
    QCOMPARE(m_history->redoText(), QStringLiteral("&Redo remove 3 rows"));
    m_history->redo();
    QCOMPARE(ports(), (QList<int>{1, 5, 6}));
    QVERIFY(!m_history->canRedo());
}

void TestResultHistory::undoesStepByStep()
{
    appendPorts(1, 4);
    select(0);
    remove();
    appendPorts(5, 5);
    select(0);
    remove();
    QCOMPARE(ports(), (QList<int>{3, 4, 5}));
    m_history->undo();
    QCOMPARE(ports(), (QList<int>{2, 3, 4, 5}));
    m_history->undo();
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4, 5}));
    m_history->redo();
    m_history->redo();
    QCOMPARE(ports(), (QList<int>{3, 4, 5}));
}

void TestResultHistory::anotherStepForgetsWhatWasUndone()
{
    appendPorts(1, 4);
    select(0);
    remove();
    m_history->undo();
    select(3);
    remove();
    QVERIFY(!m_history->canRedo());
    m_history->undo();
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4}));
}

void TestResultHistory::removesWhatIsShownOfALargeSelection()
{
    appendPorts(1, 20'000);
    QTRY_VERIFY(m_model->isUpToDate());
    m_table->selectAll();
    m_model->setFilter(ResultFilter::parse(u"port:1-10000").value());
    QTRY_VERIFY(m_model->isUpToDate());
    m_history->remove(m_table->selectedRows());
    QVERIFY(m_history->isBusy());
    QVERIFY(!m_history->canRemove());
    waitUntilDone();
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_history->undoText(), QStringLiteral("&Undo remove 10,000 rows"));
    m_model->setFilter({});
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->rowCount(), 10'000);
    m_history->undo();
    waitUntilDone();
    QCOMPARE(m_model->rowCount(), 20'000);
}

void TestResultHistory::removingStaysInPlace()
{
    appendPorts(1, 1'000);
    QTRY_VERIFY(m_model->isUpToDate());
    m_table->doItemsLayout();
    m_table->verticalScrollBar()->setValue(500);
    m_table->setCurrentIndex(m_model->index(505, 0));
    selectRows(10, 19);
    remove();
    m_table->doItemsLayout();
    QCOMPARE(m_table->verticalScrollBar()->value(), 490);
    QCOMPARE(m_table->currentIndex().row(), 495);
    m_history->undo();
    m_table->doItemsLayout();
    QCOMPARE(m_table->verticalScrollBar()->value(), 500);
    QCOMPARE(m_table->currentIndex().row(), 505);
}

void TestResultHistory::nothingIsRemovedTwice()
{
    appendPorts(1, 4);
    selectRows(0, 1);
    const RowSelection selected = m_table->selectedRows();
    m_history->remove(selected);
    m_history->remove(selected); // pressed again before the table has changed
    QCOMPARE(ports(), (QList<int>{3, 4}));
    m_history->undo();
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4}));
    QVERIFY(!m_history->canUndo());
}

void TestResultHistory::brings_data()
{
    QTest::addColumn<bool>("isByWorker");
    QTest::newRow("at once") << false;
    QTest::newRow("by a worker") << true;
}

QList<int> TestResultHistory::afterUndo()
{
    m_history->undo();
    waitUntilDone();
    return ports();
}

QList<int> TestResultHistory::afterRedo()
{
    m_history->redo();
    waitUntilDone();
    return ports();
}

/// Back what was removed, cleared or scanned over, with what else was shown of it.
void TestResultHistory::brings()
{
    QFETCH(bool, isByWorker);
    if (isByWorker)
        m_model->setLongestTurn(0);
    scan(QStringLiteral("first"), 1, 4);
    select(0);
    remove();
    scan(QStringLiteral("second"), 11, 14);
    select(3);
    remove();
    m_history->clear();
    waitUntilDone();
    QCOMPARE(ports(), QList<int>());
    QVERIFY(!m_shown.request);
    QCOMPARE(m_shown.state, ScanState::Idle);
    QCOMPARE(m_history->undoText(), QStringLiteral("&Undo clear"));

    QCOMPARE(afterUndo(), (QList<int>{11, 12, 13}));
    QCOMPARE(m_shown.scanned, QStringLiteral("second"));
    QVERIFY(m_shown.request);
    QCOMPARE(afterUndo(), (QList<int>{11, 12, 13, 14}));
    QCOMPARE(afterUndo(), (QList<int>{2, 3, 4}));
    QCOMPARE(m_shown.scanned, QStringLiteral("first"));
    QCOMPARE(m_shown.state, ScanState::Finished);
    QCOMPARE(m_shown.summary.done, quint64(4));
    QCOMPARE(afterUndo(), (QList<int>{1, 2, 3, 4}));
    QVERIFY(!m_history->canUndo());

    QCOMPARE(afterRedo(), (QList<int>{2, 3, 4}));
    QCOMPARE(afterRedo(), (QList<int>{11, 12, 13, 14}));
    QCOMPARE(afterRedo(), (QList<int>{11, 12, 13}));
    QCOMPARE(afterRedo(), QList<int>());
    QCOMPARE(m_shown.scanned, QString());
}

void TestResultHistory::redoOfANewScanBringsTheNewerResults()
{
    scan(QStringLiteral("first"), 1, 2);
    scan(QStringLiteral("second"), 11, 12);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_history->undo();
    QCOMPARE(resets.size(), 1);
    QCOMPARE(ports(), (QList<int>{1, 2}));
    QCOMPARE(m_history->redoText(), QStringLiteral("&Redo new scan"));
    m_history->redo();
    QCOMPARE(ports(), (QList<int>{11, 12}));
    QCOMPARE(m_shown.scanned, QStringLiteral("second"));
    m_history->undo();
    scan(QStringLiteral("third"), 21, 22);
    QVERIFY(!m_history->canRedo());
    m_history->undo();
    QCOMPARE(m_shown.scanned, QStringLiteral("first"));
}

void TestResultHistory::aScanAfterAClearIsOneStep()
{
    scan(QStringLiteral("first"), 1, 2);
    m_history->clear();
    scan(QStringLiteral("second"), 11, 12);
    QCOMPARE(m_history->undoText(), QStringLiteral("&Undo new scan"));
    m_history->undo();
    QCOMPARE(ports(), (QList<int>{1, 2}));
    QVERIFY(!m_history->canUndo());
    m_history->redo();
    QCOMPARE(ports(), (QList<int>{11, 12}));
}

void TestResultHistory::aScanOverNothingIsNoStep()
{
    scan(QStringLiteral("first"), 1, 2);
    QVERIFY(!m_history->canUndo());
    m_history->clear();
    m_history->undo();
    QVERIFY(m_history->canRedo());
    m_history->redo();
    m_history->beginScan();
    QVERIFY(!m_history->canRedo());
}

void TestResultHistory::whileAScanRunsOnlyRowsComeBack()
{
    scan(QStringLiteral("first"), 1, 2);
    scan(QStringLiteral("second"), 11, 14);
    m_history->setScanning(true);
    QVERIFY(!m_history->canUndo()); // the scan
    QVERIFY(!m_history->canClear());
    m_history->clear();
    m_history->undo();
    QCOMPARE(ports(), (QList<int>{11, 12, 13, 14}));
    select(0);
    remove();
    QVERIFY(m_history->canUndo());
    m_history->undo();
    QCOMPARE(ports(), (QList<int>{11, 12, 13, 14}));
    QVERIFY(!m_history->canUndo());
    QVERIFY(m_history->canRedo());
    m_history->setScanning(false);
    QVERIFY(m_history->canUndo());
}

void TestResultHistory::waitsForAWorker()
{
    appendPorts(1, 4);
    m_model->setLongestTurn(0);
    select(0);
    m_history->remove(m_table->selectedRows());
    QVERIFY(m_history->isBusy());
    QVERIFY(!m_history->canUndo());
    m_history->undo(); // pressed too early: nothing
    appendPorts(5, 5);
    selectRows(1, 2);
    m_history->remove(m_table->selectedRows());
    waitUntilDone();
    QCOMPARE(ports(), (QList<int>{2, 3, 4, 5}));
    m_history->undo();
    QVERIFY(!m_history->canUndo());
    QVERIFY(!m_history->canRedo());
    m_history->redo();
    waitUntilDone();
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4, 5}));
    QVERIFY(m_history->canRedo());
}

void TestResultHistory::aScanMayStartBeforeTheWorkerIsDone()
{
    scan(QStringLiteral("first"), 1, 4);
    m_model->setLongestTurn(0);
    select(0);
    m_history->remove(m_table->selectedRows());
    QVERIFY(m_history->isBusy());
    scan(QStringLiteral("second"), 11, 12);
    m_history->undo();
    waitUntilDone();
    QCOMPARE(ports(), (QList<int>{2, 3, 4}));
    m_history->undo();
    waitUntilDone();
    QCOMPARE(ports(), (QList<int>{1, 2, 3, 4}));
}

void TestResultHistory::rowsThatAreBeingGatheredStayWhenAScanStarts()
{
    scan(QStringLiteral("first"), 1, 10'000);
    m_table->selectAll();
    m_history->remove(m_table->selectedRows());
    QVERIFY(m_history->isBusy());
    scan(QStringLiteral("second"), 11, 12);
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(ports(), (QList<int>{11, 12}));
    m_history->undo();
    waitUntilDone();
    QCOMPARE(m_model->rowCount(), 10'000);
    QVERIFY(!m_history->canUndo());
}

void TestResultHistory::forgetsTheOldest()
{
    m_history->setMostRowsKept(10);
    scan(QStringLiteral("first"), 1, 6);
    scan(QStringLiteral("second"), 11, 14);
    scan(QStringLiteral("third"), 21, 23); // 6 and 4 are kept
    select(0);
    remove();
    m_history->clear(); // and 3
    m_history->undo();
    m_history->undo();
    m_history->undo();
    QCOMPARE(m_shown.scanned, QStringLiteral("second"));
    QVERIFY(!m_history->canUndo());
    m_history->redo();
    m_history->redo();
    QCOMPARE(ports(), (QList<int>{22, 23}));
}

void TestResultHistory::forgetsWhatIsTooMuchToKeep()
{
    m_history->setMostRowsKept(2);
    scan(QStringLiteral("first"), 1, 3);
    scan(QStringLiteral("second"), 11, 14);
    QVERIFY(m_history->canUndo()); // what was done last
    m_history->undo(); // four rows cannot be kept
    QCOMPARE(ports(), (QList<int>{1, 2, 3}));
    QVERIFY(!m_history->canRedo());
    QVERIFY(!m_history->canUndo());
}

void TestResultHistory::forgetsRemovalsOfResultsThatSomebodyElseCleared()
{
    scan(QStringLiteral("first"), 1, 2);
    scan(QStringLiteral("second"), 11, 12);
    select(0);
    remove();
    select(0);
    remove();
    m_history->undo();
    m_model->clear(testStart());
    QVERIFY(!m_history->canRedo());
    QCOMPARE(m_history->undoText(), QStringLiteral("&Undo new scan"));
    m_history->undo();
    QCOMPARE(ports(), (QList<int>{1, 2}));
}

void TestResultHistory::drivesActions()
{
    QAction undo;
    QAction redo;
    m_history->drive(undo, redo);
    QVERIFY(!undo.isEnabled());
    QCOMPARE(redo.text(), QStringLiteral("&Redo"));
    appendPorts(1, 3);
    select(0);
    remove();
    QVERIFY(undo.isEnabled());
    QCOMPARE(undo.text(), QStringLiteral("&Undo remove 1 rows")); // as long as nobody translates it
    undo.trigger();
    QCOMPARE(ports(), (QList<int>{1, 2, 3}));
    QVERIFY(!undo.isEnabled());
    QVERIFY(redo.isEnabled());
    redo.trigger();
    QCOMPARE(ports(), (QList<int>{2, 3}));
    m_model->setLongestTurn(0);
    undo.trigger();
    QVERIFY(!undo.isEnabled());
    QVERIFY(!redo.isEnabled());
    QTRY_VERIFY(redo.isEnabled());
    m_history->clear();
    QCOMPARE(undo.text(), QStringLiteral("&Undo clear"));
}

QTEST_MAIN(TestResultHistory)
#include "tst_resulthistory.moc"
