// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historydialogfixture.h"

#include <QSet>
#include <QSignalSpy>

using namespace roadstead;

class tst_HistoryDeletion final : public HistoryDialogFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void asksBeforeItDeletes();
    void keepsWhatIsToBeKept();
    void forgetsAQuestionAboutOthers();
    void onlyForgetsWhatHasAName();
    void whatIsDeletedDoesNotComeBack();
    void escTakesBackOneThingAfterTheOther();
    void hasNoAccessKeyTwice();
};

void tst_HistoryDeletion::asksBeforeItDeletes()
{
    show();
    const QSignalSpy deleted(m_dialog.get(), &HistoryDialog::deleteRequested);
    const QSignalSpy forgotten(m_dialog.get(), &HistoryDialog::forgetRequested);
    select({0, 1, 2, 3});
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(questions().size(), 1);
    QVERIFY(questions().first().text.startsWith(QStringLiteral("Delete 2 scans for good")));
    QVERIFY(table()->hasFocus());
    QCOMPARE(deleted.count(), 0);
    answer(0);
    QCOMPARE(deleted.count(), 1);
    QCOMPARE(deleted.at(0).at(0).toStringList(), QStringList({pathOf(1), pathOf(3)}));
    QCOMPARE(forgotten.at(0).at(0).toStringList(), QStringList(pathOf(2)));
    QCOMPARE(table()->model()->rowCount(), static_cast<int>(m_shelf->scans.size()) - 3);
    QVERIFY(questions().isEmpty());
    QVERIFY(table()->hasFocus());
}

void tst_HistoryDeletion::keepsWhatIsToBeKept()
{
    show();
    const QSignalSpy deleted(m_dialog.get(), &HistoryDialog::deleteRequested);
    select({1});
    QTest::keyClick(button("historyDeleteButton"), Qt::Key_Space);
    answer(1);
    QVERIFY(questions().isEmpty());
    QCOMPARE(deleted.count(), 0);
    QCOMPARE(table()->model()->rowCount(), static_cast<int>(m_shelf->scans.size()));
}

void tst_HistoryDeletion::forgetsAQuestionAboutOthers()
{
    show();
    select({1});
    QTest::keyClick(button("historyDeleteButton"), Qt::Key_Space);
    QCOMPARE(questions().size(), 1);
    select({3});
    QVERIFY(questions().isEmpty());
}

void tst_HistoryDeletion::onlyForgetsWhatHasAName()
{
    show();
    const QSignalSpy deleted(m_dialog.get(), &HistoryDialog::deleteRequested);
    const QSignalSpy forgotten(m_dialog.get(), &HistoryDialog::forgetRequested);
    select({2, 5});
    QTest::keyClick(button("historyDeleteButton"), Qt::Key_Space);
    QVERIFY(questions().first().text.startsWith(QStringLiteral("Take 2 scans from this list")));
    answer(0);
    QCOMPARE(deleted.count(), 0);
    QCOMPARE(forgotten.count(), 1);
}

/// A list that was being read before still has it.
void tst_HistoryDeletion::whatIsDeletedDoesNotComeBack()
{
    show();
    m_shelf->isHeld = true;
    m_dialog->refresh();
    QTRY_COMPARE(m_shelf->reads, 2);
    select({1});
    QTest::keyClick(button("historyDeleteButton"), Qt::Key_Space);
    answer(0);
    m_shelf->mayGo.release();
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(table()->model()->rowCount(), static_cast<int>(m_shelf->scans.size()) - 1);
    // It could not be deleted.
    m_dialog->refresh();
    m_shelf->mayGo.release();
    QTRY_COMPARE(table()->model()->rowCount(), static_cast<int>(m_shelf->scans.size()));
}

void tst_HistoryDeletion::escTakesBackOneThingAfterTheOther()
{
    show();
    QTest::keyClicks(searchField(), QStringLiteral("10.0"));
    select({0});
    QTest::keyClick(button("historyDeleteButton"), Qt::Key_Space);
    QVERIFY(!questions().isEmpty());
    QTest::keyClick(searchField(), Qt::Key_Escape);
    QVERIFY(questions().isEmpty());
    QCOMPARE(searchField()->text(), QStringLiteral("10.0"));
    QTest::keyClick(searchField(), Qt::Key_Escape);
    QVERIFY(searchField()->text().isEmpty());
    QVERIFY(m_dialog->isVisible());
    QTest::keyClick(table(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

/// With the question, too: of two things with the same key neither is reached.
void tst_HistoryDeletion::hasNoAccessKeyTwice()
{
    show();
    select({1});
    QTest::keyClick(button("historyDeleteButton"), Qt::Key_Space);
    QSet<QKeySequence> keys;
    for (const auto *each : m_dialog->findChildren<QPushButton *>()) {
        const QKeySequence key = QKeySequence::mnemonic(each->text());
        if (!each->isVisible() || key.isEmpty())
            continue;
        QVERIFY2(!keys.contains(key), qPrintable(each->text()));
        keys.insert(key);
    }
    QVERIFY(keys.size() >= 7);
}

QTEST_MAIN(tst_HistoryDeletion)
#include "tst_historydeletion.moc"
