// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historydialogfixture.h"
#include "ui/history/historymodel.h"
#include "ui/history/shelfsettings.h"
#include "ui/parts/onedialog.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QUrl>

using namespace roadstead;

class tst_HistoryDialog final : public HistoryDialogFixture
{
    Q_OBJECT

public:
    Q_INVOKABLE void openFolder(const QUrl &url) { m_folderOpened = url.toLocalFile(); }

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void readsInTheBackground();
    void readsAgainWhenShownAgain();
    void readsAgainWhenSomebodyComesBack();
    void readsOnceMoreWhatChangedMeanwhile();
    void enterOpensTheNewest();
    void doubleClickOpens();
    void searchesFromTheFirstLetter();
    void asksForWhatIsPossible();
    void comparesTwo();
    void saysThatThereIsNothing();
    void saysWhatThereIs();
    void copiesRows();
    void showsTheFolder();
    void thereIsOneForAllWindows();
    void namesEveryPart();
    void outlivesNoReading();
    void remembersItsPlaceAndColumns();

private:
    QString m_folderOpened;
};

void tst_HistoryDialog::readsInTheBackground()
{
    m_shelf->isHeld = true;
    m_dialog->show();
    QTRY_COMPARE(m_shelf->reads, 1);
    QCOMPARE(table()->model()->rowCount(), 0);
    QVERIFY(table()->isVisible()); // nobody knows yet that there is nothing
    QCOMPARE(text("historySummary"), QStringLiteral("Reading…"));
    m_shelf->mayGo.release();
    QTRY_COMPARE(table()->model()->rowCount(), static_cast<int>(m_shelf->scans.size()));
    QCOMPARE(table()->currentIndex().row(), 0);
}

void tst_HistoryDialog::readsAgainWhenShownAgain()
{
    show();
    m_dialog->close();
    m_shelf->scans.removeFirst();
    m_dialog->show();
    QTRY_COMPARE(table()->model()->rowCount(), static_cast<int>(m_shelf->scans.size()));
    QCOMPARE(m_shelf->reads, 2);
    QTest::keyClick(m_dialog.get(), Qt::Key_F5);
    QTRY_COMPARE(m_shelf->reads, 3);
}

void tst_HistoryDialog::readsAgainWhenSomebodyComesBack()
{
    show();
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QCOMPARE(m_shelf->reads, 1);
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    m_dialog->activateWindow();
    QTRY_COMPARE(m_shelf->reads, 2);
}

void tst_HistoryDialog::readsOnceMoreWhatChangedMeanwhile()
{
    m_shelf->isHeld = true;
    m_dialog->show();
    QTRY_COMPARE(m_shelf->reads, 1);
    m_dialog->refresh();
    m_dialog->refresh();
    m_shelf->mayGo.release();
    QTRY_COMPARE(m_shelf->reads, 2);
    m_shelf->mayGo.release(5);
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(m_shelf->reads, 2);
}

void tst_HistoryDialog::enterOpensTheNewest()
{
    m_shelf->scans.removeFirst();
    show();
    const QSignalSpy opened(m_dialog.get(), &HistoryDialog::openRequested);
    QVERIFY(searchField()->hasFocus());
    QTest::keyClick(searchField(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.at(0).at(0).toString(), pathOf(0));
    QTest::keyClick(searchField(), Qt::Key_Down);
    QVERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.at(1).at(0).toString(), pathOf(1));
    QVERIFY(m_dialog->isVisible());
}

void tst_HistoryDialog::doubleClickOpens()
{
    show();
    const QSignalSpy opened(m_dialog.get(), &HistoryDialog::openRequested);
    const QPoint place = table()->visualRect(table()->model()->index(2, 1)).center();
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.at(0).at(0).toString(), pathOf(2));
}

void tst_HistoryDialog::searchesFromTheFirstLetter()
{
    show();
    QTest::keyClicks(searchField(), QStringLiteral("off"));
    QCOMPARE(table()->model()->rowCount(), 1);
    QVERIFY(text("historySummary").startsWith(QStringLiteral("1 of 8 scans")));
    const QSignalSpy opened(m_dialog.get(), &HistoryDialog::openRequested);
    QTest::keyClick(searchField(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.at(0).at(0).toString(), pathOf(2));
    QTest::keyClicks(searchField(), QStringLiteral("xyzzy"));
    QVERIFY(!table()->isVisible());
    QVERIFY(!button("historyOpenButton")->isEnabled());
    QTest::keyClick(button("emptyAction"), Qt::Key_Space);
    QVERIFY(table()->isVisible());
    QVERIFY(searchField()->hasFocus());
    QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(searchField()->hasFocus());
}

void tst_HistoryDialog::asksForWhatIsPossible()
{
    show();
    const QSignalSpy continued(m_dialog.get(), &HistoryDialog::continueRequested);
    const QSignalSpy saved(m_dialog.get(), &HistoryDialog::saveAsRequested);
    select({0}); // running
    QVERIFY(!button("historyOpenButton")->isEnabled());
    QVERIFY(button("historyOpenButton")->toolTip().contains(QStringLiteral("running")));
    QVERIFY(!button("historyContinueButton")->isEnabled());
    QVERIFY(!button("historySaveAsButton")->isEnabled());
    QVERIFY(!button("historyDeleteButton")->isEnabled());
    select({1}); // interrupted
    QVERIFY(button("historyOpenButton")->isEnabled());
    QCOMPARE(button("historyOpenButton")->toolTip(), QString());
    QTest::keyClick(button("historyContinueButton"), Qt::Key_Space);
    QTest::keyClick(button("historySaveAsButton"), Qt::Key_Space);
    QCOMPARE(continued.count(), 1);
    QCOMPARE(continued.at(0).at(0).toString(), pathOf(1));
    QCOMPARE(saved.count(), 1);
    QCOMPARE(saved.at(0).at(0).toString(), pathOf(1));
    select({1, 2});
    QVERIFY(!button("historyOpenButton")->isEnabled());
    QVERIFY(!button("historyContinueButton")->isEnabled());
}

void tst_HistoryDialog::comparesTwo()
{
    show();
    const QSignalSpy compared(m_dialog.get(), &HistoryDialog::compareRequested);
    select({2, 6});
    QTest::keyClick(button("historyCompareButton"), Qt::Key_Space);
    QCOMPARE(compared.count(), 1);
    QCOMPARE(compared.at(0), QVariantList({pathOf(6), pathOf(2)}));
    select({2, 5, 6});
    QVERIFY(!button("historyCompareButton")->isEnabled());
}

void tst_HistoryDialog::saysThatThereIsNothing()
{
    m_shelf->scans.clear();
    m_dialog->show();
    QTRY_VERIFY(!table()->isVisible());
    QCOMPARE(text("emptyTitle"), QStringLiteral("No scan yet"));
    QVERIFY(text("historySummary").startsWith(QStringLiteral("0 scans")));
    for (const char *name : {"historyOpenButton", "historyContinueButton", "historyCompareButton",
                             "historySaveAsButton", "historyDeleteButton"})
        QVERIFY(!button(name)->isEnabled());
}

void tst_HistoryDialog::saysWhatThereIs()
{
    show();
    const QString summary = text("historySummary");
    QVERIFY2(summary.startsWith(QStringLiteral("8 scans · 6 without a name, 288 kB in ")),
             qPrintable(summary));
    QVERIFY(summary.endsWith(shelfFolder()));
    QVERIFY(text("historyLimits").contains(QStringLiteral("2 GB")));
    QVERIFY(text("historyLimits").contains(QStringLiteral("90 days")));
    m_settings->setValue(Setting::ShelfDays, 30);
    QVERIFY(text("historyLimits").contains(QStringLiteral("30 days")));
    QCOMPARE(shelfLimitsOf(*m_settings).age, std::chrono::hours(720));
    QCOMPARE(shelfLimitsOf(*m_settings).bytes, 2'000'000'000);
    m_settings->setValue(Setting::KeepUntitledScans, false);
    QVERIFY(text("historyLimits").contains(QStringLiteral("not kept")));
}

void tst_HistoryDialog::copiesRows()
{
    show();
    select({2});
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QStringLiteral("\tnas.lan, printer.lan\t1-1000\tFinished\t")));
    QVERIFY(copied.endsWith(QStringLiteral("\toffice.roadstead\t48 kB\n")));
}

void tst_HistoryDialog::showsTheFolder()
{
    show();
    select({2});
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "openFolder");
    m_dialog->findChild<QAction *>(QStringLiteral("historyFolder"))->trigger();
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    QCOMPARE(m_folderOpened, QStringLiteral("/home/user"));
}

void tst_HistoryDialog::thereIsOneForAllWindows()
{
    QCOMPARE(openDialog<HistoryDialog>(*m_settings), nullptr);
    show();
    QCOMPARE(openDialog<HistoryDialog>(*m_settings), m_dialog.get());
    const Settings others(m_folder.filePath(QStringLiteral("others.ini")));
    QCOMPARE(openDialog<HistoryDialog>(others), nullptr);
}

void tst_HistoryDialog::namesEveryPart()
{
    m_shelf->scans.removeFirst(); // it runs, and cannot be opened
    show();
    QVERIFY(!searchField()->accessibleName().isEmpty());
    QVERIFY(!table()->accessibleName().isEmpty());
    for (const auto *action : table()->contextMenu()->actions())
        QVERIFY(!action->text().isEmpty());
    // By Tab through all of it, and back to where it began.
    searchField()->setFocus();
    QList<QWidget *> stops;
    do {
        stops.append(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != searchField() && stops.size() < 30);
    QVERIFY(stops.contains(table()));
    QVERIFY(stops.contains(button("historyOpenButton")));
    QVERIFY(stops.contains(button("historyClose")));
    QVERIFY(stops.indexOf(table()) < stops.indexOf(button("historyOpenButton")));
}

void tst_HistoryDialog::outlivesNoReading()
{
    m_shelf->isHeld = true;
    m_dialog->show();
    QTRY_COMPARE(m_shelf->reads, 1);
    const QPointer<HistoryDialog> dialog(m_dialog.get());
    m_dialog.reset();
    m_shelf->mayGo.release();
    waitForBackground();
    QCoreApplication::processEvents();
    QVERIFY(dialog.isNull());
}

void tst_HistoryDialog::remembersItsPlaceAndColumns()
{
    show();
    m_dialog->setGeometry(30, 40, 610, 420);
    table()->setColumnWidth(HistoryModel::TargetsColumn, 234);
    table()->sortByColumn(HistoryModel::OpenColumn, Qt::AscendingOrder);
    m_dialog.reset();
    m_dialog = std::make_unique<HistoryDialog>(
        *m_settings, HistoryDialog::Source{[] { return QList<ShelvedScan>(); }, shelfFolder()});
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(m_dialog->size(), QSize(610, 420));
    QCOMPARE(table()->columnWidth(HistoryModel::TargetsColumn), 234);
    const QHeaderView *header = table()->horizontalHeader();
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(HistoryModel::OpenColumn));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
}

QTEST_MAIN(tst_HistoryDialog)
#include "tst_historydialog.moc"
