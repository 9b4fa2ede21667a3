// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a history leaves to a worker, and what it forgets.

#include "historyfixture.h"

#include <QSignalSpy>

using namespace roadstead;

class TestHistoryLimits final : public HistoryFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void waitsForAWorker();
    void aScanMayStartBeforeTheWorkerIsDone();
    void rowsThatAreBeingGatheredStayWhenAScanStarts();
    void forgetsTheOldest();
    void forgetsWhatIsTooMuchToKeep();
    void forgetsRemovalsOfResultsThatSomebodyElseCleared();
};

void TestHistoryLimits::waitsForAWorker()
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

void TestHistoryLimits::aScanMayStartBeforeTheWorkerIsDone()
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

void TestHistoryLimits::rowsThatAreBeingGatheredStayWhenAScanStarts()
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

void TestHistoryLimits::forgetsTheOldest()
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

void TestHistoryLimits::forgetsWhatIsTooMuchToKeep()
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

void TestHistoryLimits::forgetsRemovalsOfResultsThatSomebodyElseCleared()
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

QTEST_MAIN(TestHistoryLimits)
#include "tst_historylimits.moc"
