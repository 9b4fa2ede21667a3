// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was done to the results, undone and done again, with the real model and table.

#include "historyfixture.h"

#include <QAction>
#include <QScrollBar>
#include <QSignalSpy>

using namespace roadstead;

class TestResultHistory final : public HistoryFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

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
    void drivesActions();

private:
    [[nodiscard]] QList<int> afterUndo();
    [[nodiscard]] QList<int> afterRedo();
};

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
