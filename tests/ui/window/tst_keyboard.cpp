// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The main job by keyboard alone, on this computer's own ports: every key goes to whatever has the
// focus, and nothing else is touched. Widgets are only looked at.

#include "core/exchange/csv.h"
#include "keyboard.h"
#include "tests/support/readcsv.h"
#include "ui/help/guidewindow.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QTcpServer>
#include <QTextEdit>

#include <algorithm>

using namespace roadstead;
using keyboard::focusName;
using keyboard::press;
using keyboard::typeOver;

class TestKeyboard final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_fixture.reset(); }

    void doesTheWholeJob();
    void stopsAndPauses();
    void confirmsALargeScan();
    void opensHelpAndClosesIt();
    void reachesEveryMenu();
    void goesThroughTheWindowAndBack();
    void showsWhereTheFocusIs_data();
    void showsWhereTheFocusIs();

private:
    void comeBack();
    void scan(const QString &targets, const QString &ports);
    void sortByPort();
    void exportTo(const QString &path);
    void chooseFromMenu(const QString &text);
    void goThroughAll(QList<QWidget *> *stops, Qt::Key key = Qt::Key_Tab);
    [[nodiscard]] QString ownPorts() const;
    [[nodiscard]] QList<quint16> shownPorts() const;

    QTemporaryDir m_folder;
    QTcpServer m_first;
    QTcpServer m_second;
    quint16 m_closedPort = 0;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestKeyboard::initTestCase()
{
    QVERIFY(m_first.listen(QHostAddress::LocalHost));
    QVERIFY(m_second.listen(QHostAddress::LocalHost));
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    m_closedPort = gone.serverPort();
}

void TestKeyboard::init()
{
    QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
}

QString TestKeyboard::ownPorts() const
{
    return QStringLiteral("%1,%2,%3")
        .arg(m_first.serverPort())
        .arg(m_second.serverPort())
        .arg(m_closedPort);
}

QList<quint16> TestKeyboard::shownPorts() const
{
    QList<quint16> ports;
    for (const quint32 row : m_fixture->model()->shownRows())
        ports.append(m_fixture->model()->store().row(row).port);
    return ports;
}

/// What a window manager does when a menu or a dialog has gone: the offscreen platform has none.
void TestKeyboard::comeBack()
{
    m_fixture->window.activateWindow();
    QTRY_VERIFY(m_fixture->window.isActiveWindow());
}

/// From anywhere: Ctrl+L is the way to the targets.
void TestKeyboard::scan(const QString &targets, const QString &ports)
{
    press(Qt::Key_L, Qt::ControlModifier);
    typeOver(targets);
    press(Qt::Key_Tab);
    typeOver(ports);
    press(Qt::Key_Return);
}

void TestKeyboard::chooseFromMenu(const QString &text)
{
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    const auto isChosen = [menu, &text] {
        return menu->activeAction() != nullptr && menu->activeAction()->text().remove(u'&') == text;
    };
    for (qsizetype i = 0; i <= menu->actions().size() && !isChosen(); ++i)
        press(Qt::Key_Down);
    QVERIFY2(isChosen(), qPrintable(text));
    press(Qt::Key_Return);
}

void TestKeyboard::sortByPort()
{
    press(Qt::Key_V, Qt::AltModifier);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    chooseFromMenu(QStringLiteral("Columns"));
    QTRY_COMPARE(QApplication::activePopupWidget(), m_fixture->table()->columnsMenu());
    chooseFromMenu(QStringLiteral("Sort by"));
    QTRY_COMPARE(QApplication::activePopupWidget()->objectName(), QStringLiteral("sortMenu"));
    chooseFromMenu(QStringLiteral("Port"));
    QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
    comeBack();
}

void TestKeyboard::exportTo(const QString &path)
{
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
    QTRY_COMPARE(focusName(), QStringLiteral("exportAll"));
    press(Qt::Key_Down);
    QCOMPARE(focusName(), QStringLiteral("exportShown"));
    press(Qt::Key_Return);
    QTRY_VERIFY(qobject_cast<QFileDialog *>(QApplication::activeModalWidget()) != nullptr);
    QTRY_COMPARE(focusName(), QStringLiteral("fileNameEdit"));
    typeOver(path);
    press(Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(path));
    comeBack();
}

void TestKeyboard::doesTheWholeJob()
{
    // Type targets, Tab to the ports, type, start.
    QVERIFY(m_fixture->targets()->hasFocus());
    typeOver(QStringLiteral("127.0.0.1"));
    press(Qt::Key_Tab);
    QVERIFY(m_fixture->ports()->hasFocus());
    typeOver(ownPorts());
    press(Qt::Key_Return);
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    QTRY_COMPARE(m_fixture->model()->rowCount(), 2);
    QVERIFY(m_fixture->progress().startsWith(QStringLiteral("Done in")));

    // Filter, and back to the table.
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_fixture->search()->hasFocus());
    typeOver(QStringLiteral("port:%1").arg(m_first.serverPort()));
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1);
    press(Qt::Key_Escape);
    QTRY_COMPARE(m_fixture->model()->rowCount(), 2);
    press(Qt::Key_Escape);
    QVERIFY(m_fixture->table()->hasFocus());

    // Show the closed one, sort, and walk.
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(m_fixture->model()->rowCount(), 3);
    sortByPort();
    QList<quint16> sorted{m_first.serverPort(), m_second.serverPort(), m_closedPort};
    std::sort(sorted.begin(), sorted.end());
    QTRY_COMPARE(shownPorts(), sorted);
    QVERIFY(m_fixture->table()->hasFocus());
    press(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(m_fixture->table()->currentIndex().row(), 0);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_fixture->table()->selectedStoreRows().size(), 2);

    // Copy.
    press(Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3); // and the header
    for (int i = 0; i < 2; ++i) {
        const QStringList cells = lines.at(i + 1).split(u'\t');
        QVERIFY2(cells.contains(QString::number(sorted.at(i))), qPrintable(lines.at(i + 1)));
        QVERIFY2(cells.contains(QStringLiteral("127.0.0.1")), qPrintable(lines.at(i + 1)));
    }

    // Details of one.
    press(Qt::Key_Down);
    press(Qt::Key_F9);
    const auto *details = m_fixture->child<QTextEdit>("detailsView");
    QTRY_VERIFY(details->isVisible());
    QTRY_VERIFY(details->toPlainText().contains(QString::number(sorted.at(2))));

    // Export, and read the file.
    const QString path = m_folder.filePath(QStringLiteral("keys.csv"));
    exportTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto records = readCsv(file.readAll());
    QVERIFY(records.hasValue());
    QCOMPARE(records->size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        const CsvRecord &record = records->at(i);
        QCOMPARE(record.address, Address::fromIpv4(0x7f00'0001));
        QCOMPARE(record.result.port, sorted.at(i));
        const bool isClosed = record.result.port == m_closedPort;
        QCOMPARE(record.result.state(), isClosed ? PortState::Closed : PortState::Open);
        QCOMPARE(record.result.reason(), isClosed ? Reason::Reset : Reason::SynAck);
    }
}

void TestKeyboard::stopsAndPauses()
{
    scan(QStringLiteral("127.0.0.1-250"), QStringLiteral("1-20000"));
    QTRY_COMPARE(m_fixture->engine.state(), ScanState::Scanning);
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_fixture->engine.state(), ScanState::Paused);
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_fixture->engine.state(), ScanState::Scanning);
    press(Qt::Key_Escape); // too easily pressed to stop a scan
    QCOMPARE(m_fixture->engine.state(), ScanState::Scanning);
    press(Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(!m_fixture->engine.isRunning());
}

/// The message bar never takes the focus; Tab leads to its buttons, and their access keys work.
void TestKeyboard::confirmsALargeScan()
{
    scan(QStringLiteral("127.0.0.0/15"), QStringLiteral("1-1000"));
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Start anyway")) != nullptr);
    QVERIFY(!m_fixture->engine.isRunning());
    QVERIFY(m_fixture->ports()->hasFocus());
    const QWidget *wanted = m_fixture->button(QStringLiteral("Start anyway"));
    for (int i = 0; i < 10 && QApplication::focusWidget() != wanted; ++i)
        press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), wanted);
    press(Qt::Key_Space);
    QVERIFY(m_fixture->engine.isRunning());
    press(Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(!m_fixture->engine.isRunning());
}

void TestKeyboard::opensHelpAndClosesIt()
{
    press(Qt::Key_F1);
    QTRY_VERIFY(QApplication::activeWindow() != &m_fixture->window);
    const auto *guide = m_fixture->window.findChild<GuideWindow *>();
    QTRY_VERIFY(guide->isActiveWindow());
    QVERIFY(QApplication::focusWidget() != nullptr);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!guide->isVisible());
    comeBack();
    press(Qt::Key_F1, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QDialog *>(QApplication::activeWindow()) != nullptr);
    const QPointer<QWidget> shortcuts = QApplication::activeWindow();
    press(Qt::Key_Escape);
    QTRY_VERIFY(shortcuts.isNull() || !shortcuts->isVisible());
    comeBack();
    QVERIFY(m_fixture->targets()->hasFocus());
}

void TestKeyboard::reachesEveryMenu()
{
    const QList<QAction *> menus = m_fixture->window.menuBar()->actions();
    QVERIFY(menus.size() >= 4);
    for (const QAction *menu : menus) {
        const QString text = menu->text();
        const QChar letter = text.at(text.indexOf(u'&') + 1).toUpper();
        press(static_cast<Qt::Key>(letter.unicode()), Qt::AltModifier);
        QTRY_COMPARE(QApplication::activePopupWidget(), menu->menu());
        QVERIFY2(menu->menu()->actions().size() > 2, qPrintable(text));
        press(Qt::Key_Escape);
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
        comeBack();
        press(Qt::Key_Escape); // out of the bar
        QTRY_VERIFY(m_fixture->targets()->hasFocus());
        QVERIFY(!m_fixture->engine.isRunning());
    }
}

/// Every stop of the Tab key, until the first one comes again.
void TestKeyboard::goThroughAll(QList<QWidget *> *stops, Qt::Key key)
{
    press(Qt::Key_L, Qt::ControlModifier);
    do {
        stops->append(QApplication::focusWidget());
        press(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        QVERIFY(QApplication::focusWidget() != nullptr);
        QVERIFY2(stops->size() < 60, "a trap");
    } while (QApplication::focusWidget() != stops->first());
}

void TestKeyboard::goesThroughTheWindowAndBack()
{
    scan(QStringLiteral("127.0.0.1"), ownPorts());
    QTRY_COMPARE(m_fixture->model()->rowCount(), 2);
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    press(Qt::Key_F9);
    QTRY_VERIFY(m_fixture->child<QTextEdit>("detailsView")->isVisible());
    QList<QWidget *> stops;
    goThroughAll(&stops);
    QList<QWidget *> back;
    goThroughAll(&back, Qt::Key_Backtab);
    std::reverse(back.begin() + 1, back.end());
    QCOMPARE(back, stops);

    // From top to bottom; what belongs together stays together.
    const QList<QWidget *> order{QApplication::focusWidget(),
                                 m_fixture->ports()->parentWidget(),
                                 m_fixture->child<QWidget>("speedCombo"),
                                 m_fixture->child<QWidget>("optionsButton"),
                                 m_fixture->child<QWidget>("startButton"),
                                 m_fixture->search(),
                                 m_fixture->chip(PortState::Open),
                                 m_fixture->chip(PortState::Unknown),
                                 m_fixture->table(),
                                 m_fixture->child<QWidget>("detailsView")};
    qsizetype last = -1;
    for (QWidget *widget : order) {
        const qsizetype place = stops.indexOf(widget);
        QVERIFY2(place > last, qPrintable(keyboard::nameOf(widget)));
        last = place;
    }
}

void TestKeyboard::showsWhereTheFocusIs_data()
{
    QTest::addColumn<bool>("isScanned");
    QTest::newRow("first start") << false;
    QTest::newRow("results and details") << true;
}

void TestKeyboard::showsWhereTheFocusIs()
{
    QFETCH(bool, isScanned);
    if (isScanned) {
        scan(QStringLiteral("127.0.0.1"), ownPorts());
        QTRY_COMPARE(m_fixture->model()->rowCount(), 2);
        QTRY_VERIFY(!m_fixture->engine.isRunning());
        press(Qt::Key_F9);
        QTRY_VERIFY(m_fixture->child<QTextEdit>("detailsView")->isVisible());
    }
    QList<QWidget *> stops;
    goThroughAll(&stops);
    QStringList faults;
    for (QWidget *stop : std::as_const(stops)) {
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(stop);
        if (told == nullptr || told->text(QAccessible::Name).isEmpty())
            faults.append(keyboard::nameOf(stop) + QLatin1String(": no name"));
        stop->setFocus(Qt::TabFocusReason);
        // The cursor of a field alone would be too little.
        const int pixels = keyboard::pixelsOfFocus(stop);
        if (pixels < keyboard::frameOf(stop)->width())
            faults.append(QStringLiteral("%1: %2 pixels").arg(keyboard::nameOf(stop)).arg(pixels));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
