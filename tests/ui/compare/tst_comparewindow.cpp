// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/background.h"
#include "core/settings/settings.h"
#include "tests/support/comparesample.h"
#include "ui/compare/compareexport.h"
#include "ui/compare/comparefilter.h"
#include "ui/compare/comparewindow.h"
#include "ui/compare/differencetable.h"
#include "ui/parts/countchip.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/messagebar.h"

#include <QAccessible>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace roadstead;

class TestCompareWindow final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { delete m_window; }

    void saysThatItCompares();
    void showsWhatChanged();
    void namesBothSides();
    void swapsThem();
    void saysThatNothingChanged();
    void saysThatNothingCanBeCompared();
    void filtersFromTheFirstLetter();
    void keepsTheLastGoodFilter();
    void offersToClearAFilterThatHidesAll();
    void showsOneClassAlone();
    void offersToShowAllClasses();
    void sortsByAClickOnTheHeader();
    void explainsTheCurrentRow();
    void copiesSelectedRows();
    void holdsOnToFewRowsWhileTheyMove();
    void exportsWhatIsShown_data();
    void exportsWhatIsShown();
    void exportsNothingWhereNothingIsShown();
    void offersToSaveElsewhere();
    void escapeClearsTheFilterFirst();
    void closesByKeyAndIsGone();
    void namesEverythingForAScreenReader();
    void leavesNothingBehindIfItIsClosedInMidWork();

private:
    void open(const ResultStore &older, const ResultStore &newer);
    void type(const QString &text)
    {
        m_window->findChild<FaultLineEdit *>()->setFocus();
        QTest::keyClicks(m_window->findChild<FaultLineEdit *>(), text);
    }
    [[nodiscard]] QString label(const char *name) const
    {
        return m_window->findChild<QLabel *>(QLatin1String(name))->text();
    }
    [[nodiscard]] DifferenceTable *table() const
    {
        return m_window->findChild<DifferenceTable *>();
    }
    [[nodiscard]] EmptyPage *page() const { return m_window->findChild<EmptyPage *>(); }
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return m_window->findChild<QPushButton *>(QLatin1String(name));
    }
    [[nodiscard]] CountChip *chip(const char *name) const
    {
        return m_window->findChild<CountChip *>(QLatin1String(name));
    }
    [[nodiscard]] CompareExport *exporter() const { return m_window->findChild<CompareExport *>(); }
    [[nodiscard]] const QList<Message> &messages() const
    {
        return m_window->findChild<MessageBar *>()->messages();
    }
    [[nodiscard]] QList<quint32> shown() const { return m_window->shownDifferences(); }

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath(QStringLiteral("settings.ini"))};
    QPointer<CompareWindow> m_window;
};

void TestCompareWindow::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestCompareWindow::init()
{
    for (const Setting kept : {Setting::CompareGeometry, Setting::CompareColumns})
        m_settings.reset(kept);
    m_window = new CompareWindow(m_catalogue, m_settings);
}

void TestCompareWindow::open(const ResultStore &older, const ResultStore &newer)
{
    m_window->setSides({QStringLiteral("last week"), testStart(), older},
                       {QStringLiteral("today"), testStart().addDays(7), newer});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    const auto *model = static_cast<DifferenceModel *>(table()->model());
    QTRY_VERIFY(m_window->comparison() != nullptr && model->isUpToDate());
}

void TestCompareWindow::saysThatItCompares()
{
    m_window->setSides({QStringLiteral("a"), testStart(), olderStore()},
                       {QStringLiteral("b"), testStart(), newerStore()});
    m_window->show();
    QVERIFY(page()->isVisible());
    QCOMPARE(page()->content().title, QStringLiteral("Comparing…"));
    QVERIFY(!button("compareExport")->isEnabled());
    QTRY_VERIFY(table()->isVisible());
}

void TestCompareWindow::showsWhatChanged()
{
    open(olderStore(), newerStore());
    QVERIFY(table()->isVisible());
    QCOMPARE(table()->model()->rowCount(), 9);
    QVERIFY(label("compareSummary").startsWith(u"2 port"));
    QCOMPARE(label("compareCount"), QStringLiteral("Showing 9 of 9"));
    QCOMPARE(chip("chip-appeared")->text(), QStringLiteral("Appeared 3"));
    QCOMPARE(chip("chip-vanished")->text(), QStringLiteral("Vanished 3"));
    QCOMPARE(chip("chip-changed")->text(), QStringLiteral("Changed 1"));
    QCOMPARE(chip("chip-not-scanned")->text(), QStringLiteral("Not scanned 2"));
}

void TestCompareWindow::namesBothSides()
{
    m_window->setSides({QStringLiteral("a\u202eb"), testStart(), olderStore()},
                       {QStringLiteral("today"), testStart(), newerStore()});
    QVERIFY(label("compareOlder").startsWith(u"\u2066a\\u{202e}b\u2069 · "));
    QVERIFY2(label("compareOlder").contains(u" 6 port"), qPrintable(label("compareOlder")));
    QVERIFY(label("compareNewer").startsWith(u"\u2066today\u2069 · "));
    QCOMPARE(m_window->windowTitle(),
             QStringLiteral("Changes from a\\u{202e}b to today – Roadstead"));
}

void TestCompareWindow::swapsThem()
{
    open(olderStore(), newerStore());
    button("compareSwap")->click();
    QVERIFY(label("compareOlder").startsWith(u"\u2066today"));
    QTRY_COMPARE(table()->model()->rowCount(), 9);
    QCOMPARE(table()->model()->index(0, DifferenceColumns::ChangeColumn).data().toString(),
             QStringLiteral("Vanished"));
}

void TestCompareWindow::saysThatNothingChanged()
{
    open(newerStore(), newerStore());
    QVERIFY(page()->isVisible());
    QCOMPARE(page()->content().title, QStringLiteral("Nothing changed."));
    QVERIFY(page()->content().text.startsWith(u"7 port"));
    QCOMPARE(label("compareSummary"), QStringLiteral("Nothing changed."));
    QCOMPARE(label("compareCount"), QString());
}

void TestCompareWindow::saysThatNothingCanBeCompared()
{
    open(ResultBuilder().host(1, kRouter).filtered(1, 22).store(),
         ResultBuilder().host(1, kRouter + 1).filtered(1, 23).store());
    QVERIFY(page()->isVisible());
    QCOMPARE(page()->content().title, QStringLiteral("The scans have nothing in common."));
    QVERIFY2(label("compareSummary").contains(u"2 port"), qPrintable(label("compareSummary")));
}

void TestCompareWindow::filtersFromTheFirstLetter()
{
    open(olderStore(), newerStore());
    QTest::keyClick(m_window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_window->findChild<FaultLineEdit *>()->hasFocus());
    type(QStringLiteral("ssh"));
    QTRY_COMPARE(shown(), (QList<quint32>{0, 4, 6}));
    QCOMPARE(label("compareCount"), QStringLiteral("Showing 3 of 9"));
}

void TestCompareWindow::keepsTheLastGoodFilter()
{
    open(olderStore(), newerStore());
    type(QStringLiteral("ssh"));
    QTRY_COMPARE(shown().size(), 3);
    type(QStringLiteral(" port:x"));
    QTRY_VERIFY(m_window->findChild<FaultLineEdit *>()->hasFault());
    QCOMPARE(shown().size(), 3);
}

void TestCompareWindow::offersToClearAFilterThatHidesAll()
{
    open(olderStore(), newerStore());
    type(QStringLiteral("telnet"));
    QTRY_VERIFY(page()->isVisible());
    QCOMPARE(page()->content().title, QStringLiteral("No difference matches this filter."));
    QCOMPARE(page()->content().actions.size(), 1);
    button("emptyAction")->click();
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(shown().size(), 9);
    QCOMPARE(m_window->findChild<FaultLineEdit *>()->text(), QString());
}

void TestCompareWindow::showsOneClassAlone()
{
    open(olderStore(), newerStore());
    QTest::mouseClick(chip("chip-vanished"), Qt::LeftButton, Qt::ControlModifier);
    QTRY_COMPARE(shown(), (QList<quint32>{1, 3, 4}));
    QTest::mouseClick(chip("chip-changed"), Qt::LeftButton);
    QTRY_COMPARE(shown(), (QList<quint32>{1, 2, 3, 4}));
}

void TestCompareWindow::offersToShowAllClasses()
{
    open(olderStore(), newerStore());
    for (CountChip *each : m_window->findChildren<CountChip *>())
        each->setChecked(false);
    QTRY_VERIFY(page()->isVisible());
    QCOMPARE(page()->content().title, QStringLiteral("All differences are hidden."));
    button("emptyAction")->click();
    QTRY_COMPARE(shown().size(), 9);
}

void TestCompareWindow::sortsByAClickOnTheHeader()
{
    open(olderStore(), newerStore());
    QHeaderView *header = table()->horizontalHeader();
    const QPoint place(header->sectionViewportPosition(DifferenceColumns::ChangeColumn) + 20, 5);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(shown(), (QList<quint32>{0, 5, 6, 1, 3, 4, 2, 7, 8}));
}

void TestCompareWindow::explainsTheCurrentRow()
{
    open(olderStore(), newerStore());
    QVERIFY(label("compareDetails").startsWith(u"Select a row"));
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QVERIFY(label("compareDetails").contains(u"port 22: Appeared\nBefore: Closed, "));
    m_window->findChild<CompareFilter *>()->setText(QStringLiteral("telnet"));
    QTRY_COMPARE(label("compareDetails"), QString());
}

void TestCompareWindow::copiesSelectedRows()
{
    open(olderStore(), newerStore());
    QVERIFY(!button("compareCopy")->isEnabled());
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(2, 0));
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(button("compareCopy")->isEnabled());
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    const QString rows = QStringLiteral(
        "change\taddress\thostname\tport\tprotocol\told_state\told_reason\tnew_state\tnew_reason\t"
        "service\told_scanned_at\tnew_scanned_at\n"
        "changed\t192.168.1.1\trouter.lan\t443\ttcp\tfiltered\tno-response\tclosed\treset\thttps\t"
        "2026-01-31T12:00:00.000Z\t2026-01-31T12:00:00.000Z\n"
        "vanished\t192.168.1.20\t\t\t\tup\t\tsilent\t\t\t\t\n");
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), rows);
}

/// Qt would hold on to each of them while they move.
void TestCompareWindow::holdsOnToFewRowsWhileTheyMove()
{
    ResultBuilder before;
    ResultBuilder now;
    before.host(1, kRouter);
    now.host(1, kRouter);
    for (int port = 1; port <= 6'000; ++port) {
        before.closed(1, static_cast<quint16>(port));
        now.open(1, static_cast<quint16>(port));
    }
    open(before.store(), now.store());
    table()->setCurrentIndex(table()->model()->index(5, 0));
    table()->selectAll();
    QCOMPARE(table()->selectedRows().rowsInRanges(), qint64(6'000));
    table()->model()->sort(DifferenceColumns::PortColumn, Qt::DescendingOrder);
    QTRY_COMPARE(shown().first(), 5'999U);
    QCOMPARE(table()->selectedRows().storeRows(), (QList<quint32>{5}));
    QCOMPARE(table()->currentIndex().row(), 5'994);
}

void TestCompareWindow::exportsWhatIsShown_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("CSV") << QStringLiteral("changes.csv") << QByteArrayLiteral("change,address,");
    QTest::newRow("lines") << QStringLiteral("changes.TXT")
                           << QByteArrayLiteral("appeared            192.168.1.42:22/tcp  ");
}

void TestCompareWindow::exportsWhatIsShown()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, beginning);
    open(olderStore(), newerStore());
    type(QStringLiteral("ssh"));
    table()->horizontalHeader()->setSortIndicator(DifferenceColumns::HostColumn,
                                                  Qt::DescendingOrder);
    QTRY_COMPARE(shown(), (QList<quint32>{6, 4, 0}));
    QFile file(m_folder.filePath(name));
    exporter()->setNextFileName(file.fileName());
    QTest::keyClick(m_window, Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE(messages().size(), 1);
    QVERIFY(messages().first().text.startsWith(u"3 difference"));
    QVERIFY(messages().first().text.endsWith(name + u'.'));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY2(written.startsWith(beginning), written.constData());
    QVERIFY(written.indexOf("192.168.1.42") < written.indexOf("192.168.1.20"));
    QVERIFY(!written.contains("192.168.1.77"));
}

void TestCompareWindow::exportsNothingWhereNothingIsShown()
{
    open(olderStore(), newerStore());
    type(QStringLiteral("telnet"));
    QTRY_VERIFY(!button("compareExport")->isEnabled());
    const QString path = m_folder.filePath(QStringLiteral("nothing.csv"));
    exporter()->setNextFileName(path);
    QTest::keyClick(m_window, Qt::Key_E, Qt::ControlModifier);
    waitForBackground();
    QVERIFY(!QFile::exists(path));
}

void TestCompareWindow::offersToSaveElsewhere()
{
    open(olderStore(), newerStore());
    exporter()->setNextFileName(m_folder.filePath(QStringLiteral("none/changes.csv")));
    button("compareExport")->click();
    QTRY_COMPARE(messages().size(), 1);
    QCOMPARE(messages().first().level, MessageLevel::Error);
    QCOMPARE(messages().first().actions.size(), 2);
    const QString path = m_folder.filePath(QStringLiteral("elsewhere.csv"));
    exporter()->setNextFileName(path);
    const auto saveElsewhere = messages().first().actions.first().run;
    saveElsewhere();
    QTRY_COMPARE(messages().size(), 1);
    QCOMPARE(messages().first().level, MessageLevel::Information);
    QVERIFY(QFile::exists(path));
}

void TestCompareWindow::escapeClearsTheFilterFirst()
{
    open(olderStore(), newerStore());
    type(QStringLiteral("ssh"));
    QTRY_COMPARE(shown().size(), 3);
    QTest::keyClick(m_window, Qt::Key_Escape);
    QTRY_COMPARE(shown().size(), 9);
    QVERIFY(m_window->findChild<FaultLineEdit *>()->hasFocus());
    QTest::keyClick(m_window, Qt::Key_Escape);
    QVERIFY(table()->hasFocus());
}

void TestCompareWindow::closesByKeyAndIsGone()
{
    open(olderStore(), newerStore());
    QTest::keyClick(m_window, Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(m_window.isNull());
}

void TestCompareWindow::namesEverythingForAScreenReader()
{
    open(olderStore(), newerStore());
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
}

void TestCompareWindow::leavesNothingBehindIfItIsClosedInMidWork()
{
    m_window->setSides({QStringLiteral("a"), testStart(), olderStore()},
                       {QStringLiteral("b"), testStart(), newerStore()});
    delete m_window;
    waitForBackground();
    QCoreApplication::processEvents();
    QVERIFY(m_window.isNull());
}

QTEST_MAIN(TestCompareWindow)
#include "tst_comparewindow.moc"
