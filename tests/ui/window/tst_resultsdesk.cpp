// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What shows results, put together in the real window: views, port map, actions on rows.

#include "core/base/background.h"
#include "tests/support/resultbuilder.h"
#include "ui/hosts/grouppane.h"
#include "ui/map/portmapdock.h"
#include "ui/map/portmapview.h"
#include "ui/results/rowrequests.h"
#include "ui/window/resultsdesk.h"
#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QMenu>
#include <QMenuBar>
#include <QToolButton>

using namespace roadstead;

namespace {

constexpr quint32 kFirst = 0x7f00'0001; // 127.0.0.1

} // namespace

class TestResultsDesk final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void narrowsToTheSelectedHost();
    void saysWhenNothingOfTheSelectionIsShown();
    void escapeShowsAllHostsAgain();
    void goesToThePortOfTheMap();
    void uncoversThePortOfTheMap();
    void mapShowsTheSelectedHost();
    void mapShowsTheHostOfARow();
    void mapForgetsRowsOfOtherResults();
    void excludingTwiceTakesBackTheLast();
    void saysWhenAllWasRemoved();
    void remembersTheView();
    void scansTheSelectedPortsAndLeavesTheFields();
    void saysThatAScanIsRunning();
    void saysWhyThereIsNothingToScan();
    void excludesHostsAndTakesItBack();
    void scansAndCopiesSelectedHosts();
    void usesSelectedPortsForTheNextScan();
    void notesOnTheCurrentRow();
    void contextMenuIsShortAndInTheMenus();

private:
    void feed();
    void selectRow(int row);
    [[nodiscard]] QAbstractItemView *hostList() const
    {
        return m_fixture->child<QAbstractItemView>("hostList");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestResultsDesk::init()
{
    QFile::remove(m_folder.filePath(QStringLiteral("s.ini")));
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("s.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
}

void TestResultsDesk::cleanup()
{
    m_fixture.reset();
    waitForBackground();
}

/// 127.0.0.1: 22 and 80 open, 81 closed; 127.0.0.2: 443 open; 127.0.0.3: 81 closed.
void TestResultsDesk::feed()
{
    emit m_fixture->engine.resultsReady(ResultBuilder()
                                            .host(0, kFirst)
                                            .host(1, kFirst + 1)
                                            .host(2, kFirst + 2)
                                            .open(0, 22)
                                            .open(0, 80)
                                            .closed(0, 81)
                                            .open(1, 443)
                                            .closed(2, 81)
                                            .batch());
    QTRY_COMPARE(m_fixture->model()->rowCount(), 3);
    QTRY_VERIFY(m_fixture->table()->isVisible());
}

void TestResultsDesk::selectRow(int row)
{
    m_fixture->table()->setFocus();
    // selectRow() would mind the Ctrl key of the last test.
    m_fixture->table()->selectionModel()->setCurrentIndex(m_fixture->model()->index(row, 0),
                                                          QItemSelectionModel::ClearAndSelect
                                                              | QItemSelectionModel::Rows);
}

void TestResultsDesk::narrowsToTheSelectedHost()
{
    feed();
    m_fixture->press(Qt::Key_2, Qt::AltModifier);
    QTRY_VERIFY(hostList()->isVisible());
    QTRY_COMPARE(hostList()->model()->rowCount(), 3);
    hostList()->setFocus();
    QTest::keyClick(hostList(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(hostList(), Qt::Key_Space);
    QTRY_COMPARE(m_fixture->model()->rowCount(), 2); // most open ports first
    QTRY_VERIFY(m_fixture->shown().startsWith(QStringLiteral("Showing 2 of 5")));
    m_fixture->press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(!hostList()->isVisible());
    QTRY_COMPARE(m_fixture->model()->rowCount(), 3);
}

void TestResultsDesk::saysWhenNothingOfTheSelectionIsShown()
{
    feed();
    m_fixture->window.findChild<GroupPane *>()->goToHost(2);
    m_fixture->action("viewHosts")->trigger();
    QTRY_COMPARE(m_fixture->model()->rowCount(), 0);
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Show closed")) != nullptr);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Show closed")), Qt::LeftButton);
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1);
    QVERIFY(m_fixture->table()->isVisible());
}

void TestResultsDesk::escapeShowsAllHostsAgain()
{
    feed();
    m_fixture->action("viewHosts")->trigger();
    m_fixture->window.findChild<GroupPane *>()->goToHost(1);
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1);
    m_fixture->search()->setFocus();
    m_fixture->press(Qt::Key_Escape);
    QTRY_COMPARE(m_fixture->model()->rowCount(), 3);
}

void TestResultsDesk::goesToThePortOfTheMap()
{
    feed();
    m_fixture->press(Qt::Key_F8);
    auto *map = m_fixture->window.findChild<PortMapDock *>();
    QVERIFY(map->isVisible());
    map->view()->setFocus();
    QTest::keyClicks(map->view(), QStringLiteral("443"));
    QTest::keyClick(map->view(), Qt::Key_Return);
    const auto current = [this] { return m_fixture->table()->currentIndex().siblingAtColumn(3); };
    QTRY_COMPARE(current().data().toString(), QStringLiteral("443"));
    QCOMPARE(m_fixture->table()->selectedStoreRows().size(), 1);
    selectRow(0); // and back: the map follows
    QTRY_COMPARE(map->view()->port(), quint16(22));
}

void TestResultsDesk::uncoversThePortOfTheMap()
{
    feed();
    m_fixture->press(Qt::Key_F8);
    auto *map = m_fixture->window.findChild<PortMapDock *>();
    emit map->portActivated(81);
    QTRY_COMPARE(m_fixture->messages()->messages().size(), 1);
    QCOMPARE(m_fixture->messages()->messages().first().text,
             QStringLiteral("The result of port 81 is hidden."));
    m_fixture->messages()->messages().first().actions.first().run();
    QVERIFY(m_fixture->chip(PortState::Closed)->isChecked());
    const auto current = [this] { return m_fixture->table()->currentIndex().siblingAtColumn(3); };
    QTRY_COMPARE(current().data().toString(), QStringLiteral("81"));

    emit map->portActivated(9);
    QTRY_VERIFY(!m_fixture->messages()->messages().isEmpty());
    QCOMPARE(m_fixture->messages()->messages().first().text,
             QStringLiteral("Port 9 has no result so far."));
}

void TestResultsDesk::mapShowsTheSelectedHost()
{
    feed();
    m_fixture->press(Qt::Key_F8);
    auto *map = m_fixture->window.findChild<PortMapDock *>();
    QCOMPARE(map->host(), PortMapData::kAllHosts);
    m_fixture->action("viewHosts")->trigger();
    m_fixture->window.findChild<GroupPane *>()->goToHost(1);
    QTRY_COMPARE(map->host(), 1U);
    m_fixture->action("viewPorts")->trigger();
    QTRY_COMPARE(map->host(), PortMapData::kAllHosts);
}

void TestResultsDesk::mapShowsTheHostOfARow()
{
    feed();
    selectRow(2);
    m_fixture->action("showHostMap")->trigger();
    auto *map = m_fixture->window.findChild<PortMapDock *>();
    QVERIFY(map->isVisible());
    QCOMPARE(map->host(), 1U);
    QTest::mouseClick(m_fixture->child<QToolButton>("mapAllHosts"), Qt::LeftButton);
    QCOMPARE(map->host(), PortMapData::kAllHosts);
}

void TestResultsDesk::mapForgetsRowsOfOtherResults()
{
    feed();
    auto *map = m_fixture->window.findChild<PortMapDock *>();
    emit map->portActivated(81);
    QTRY_COMPARE(m_fixture->messages()->messages().size(), 1);
    m_fixture->action("clearResults")->trigger();
    QVERIFY(m_fixture->messages()->messages().isEmpty()); // and its "Show it" is gone
    m_fixture->action("undo")->trigger();
    QTRY_COMPARE(m_fixture->model()->rowCount(), 3);
}

void TestResultsDesk::excludingTwiceTakesBackTheLast()
{
    feed();
    const auto excluded = [this] {
        return m_fixture->settings.get<QString>(Setting::ExcludedTargets);
    };
    selectRow(0);
    m_fixture->action("excludeHosts")->trigger();
    selectRow(2);
    m_fixture->action("excludeHosts")->trigger();
    QCOMPARE(excluded(), QStringLiteral("127.0.0.1, 127.0.0.2"));
    QPushButton *undo = m_fixture->button(QStringLiteral("Undo"));
    QVERIFY(undo != nullptr);
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(excluded(), QStringLiteral("127.0.0.1"));
    m_fixture->settings.reset(Setting::ExcludedTargets);
}

void TestResultsDesk::saysWhenAllWasRemoved()
{
    feed();
    m_fixture->chip(PortState::Closed)->setChecked(true);
    QTRY_COMPARE(m_fixture->model()->rowCount(), 5);
    m_fixture->table()->setFocus();
    m_fixture->table()->selectAll();
    m_fixture->action("removeRows")->trigger();
    QTRY_COMPARE(m_fixture->emptyTitle(), QStringLiteral("All results were removed from the list"));
    emit m_fixture->engine.resultsReady(ResultBuilder().open(0, 90).batch());
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1);
    QVERIFY(!m_fixture->action("removeRows")->isEnabled()); // it was not there to be selected
    m_fixture->action("undo")->trigger();
    QTRY_COMPARE(m_fixture->model()->rowCount(), 6);
}

void TestResultsDesk::remembersTheView()
{
    m_fixture->action("viewServices")->trigger();
    m_fixture->action("portMap")->setChecked(true);
    m_fixture->window.close();
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("s.ini")));
    QVERIFY(m_fixture->action("viewServices")->isChecked());
    QCOMPARE(m_fixture->window.findChild<GroupPane *>()->grouping(), ResultGrouping::Services);
    QVERIFY(m_fixture->action("portMap")->isChecked());
    QVERIFY(m_fixture->window.findChild<PortMapDock *>()->isVisible());
}

void TestResultsDesk::scansTheSelectedPortsAndLeavesTheFields()
{
    m_fixture->type(m_fixture->targets(), QStringLiteral("nas.example"));
    const QString ports = m_fixture->ports()->text();
    feed();
    selectRow(1);
    m_fixture->action("scanPorts")->trigger();
    QTRY_VERIFY(m_fixture->progress().startsWith(QStringLiteral("Done")));
    QCOMPARE(m_fixture->model()->store().rowCount(), 1U);
    QCOMPARE(m_fixture->model()->store().row(0).port, 80);
    QVERIFY(m_fixture->window.windowTitle().contains(QStringLiteral("127.0.0.1")));
    QCOMPARE(m_fixture->targets()->text(), QStringLiteral("nas.example"));
    QCOMPARE(m_fixture->ports()->text(), ports);
    QVERIFY(m_fixture->settings.get<QStringList>(Setting::RecentTargets).isEmpty());
}

void TestResultsDesk::saysThatAScanIsRunning()
{
    feed();
    selectRow(0);
    m_fixture->type(m_fixture->targets(), QStringLiteral("127.0.0.1-250"));
    m_fixture->type(m_fixture->ports(), QStringLiteral("1-20000"));
    m_fixture->action("start")->trigger();
    QTRY_COMPARE(m_fixture->engine.state(), ScanState::Scanning);
    auto *desk = m_fixture->window.findChild<ResultsDesk *>();
    emit desk->scanWanted({QStringLiteral("127.0.0.2"), QStringLiteral("22")});
    QCOMPARE(m_fixture->messages()->messages().size(), 1);
    QVERIFY(m_fixture->messages()->messages().first().text.startsWith(
        QStringLiteral("A scan is running.")));
    QCOMPARE(m_fixture->targets()->text(), QStringLiteral("127.0.0.1-250"));
    QVERIFY(m_fixture->engine.isRunning());
}

void TestResultsDesk::saysWhyThereIsNothingToScan()
{
    feed();
    selectRow(0);
    m_fixture->action("excludeHosts")->trigger();
    m_fixture->action("scanPorts")->trigger();
    QTRY_COMPARE(m_fixture->messages()->messages().first().level, MessageLevel::Error);
    QVERIFY(!m_fixture->engine.isRunning());
    QVERIFY(m_fixture->model()->rowCount() > 0);
}

void TestResultsDesk::excludesHostsAndTakesItBack()
{
    feed();
    selectRow(2);
    m_fixture->action("excludeHosts")->trigger();
    QCOMPARE(m_fixture->settings.get<QString>(Setting::ExcludedTargets),
             QStringLiteral("127.0.0.2"));
    QCOMPARE(m_fixture->messages()->messages().size(), 1);
    m_fixture->messages()->messages().first().actions.first().run();
    QCOMPARE(m_fixture->settings.get<QString>(Setting::ExcludedTargets), QString());
}

void TestResultsDesk::scansAndCopiesSelectedHosts()
{
    feed();
    auto *pane = m_fixture->window.findChild<GroupPane *>();
    pane->goToHost(1);
    QTRY_COMPARE(pane->selectedHosts(), QList<quint32>{1});
    const QList<QAction *> lines = pane->hostMenu()->actions();
    lines.at(0)->trigger();
    QTRY_COMPARE(QApplication::clipboard()->text(), QStringLiteral("127.0.0.2\n"));
    lines.at(4)->trigger();
    QCOMPARE(m_fixture->settings.get<QString>(Setting::ExcludedTargets),
             QStringLiteral("127.0.0.2"));
    m_fixture->messages()->messages().first().actions.first().run(); // takes it back
    lines.at(3)->trigger();
    QTRY_VERIFY(m_fixture->window.windowTitle().contains(QStringLiteral("127.0.0.2")));
    QTRY_VERIFY(m_fixture->model()->store().rowCount() > 100);
}

void TestResultsDesk::usesSelectedPortsForTheNextScan()
{
    feed();
    m_fixture->action("viewServices")->trigger();
    auto *list = m_fixture->child<QAbstractItemView>("serviceList");
    QTRY_COMPARE(list->model()->rowCount(), 4);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    auto *pane = m_fixture->window.findChild<GroupPane *>();
    QTRY_COMPARE(pane->selectedPorts().size(), 4);
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("22, 80-81, 443"));
    pane->serviceMenu()->actions().last()->trigger();
    QCOMPARE(m_fixture->ports()->text(), QStringLiteral("22, 80-81, 443"));
}

void TestResultsDesk::notesOnTheCurrentRow()
{
    feed();
    selectRow(0);
    m_fixture->press(Qt::Key_F2);
    auto *dialog = m_fixture->window.findChild<QDialog *>(QStringLiteral("noteDialog"));
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    QTest::keyClicks(dialog->focusWidget(), QStringLiteral("bastion"));
    dialog->accept();
    const QModelIndex noted = m_fixture->model()->index(0, ResultModel::NoteColumn);
    QTRY_VERIFY(noted.data().toString().contains(QStringLiteral("bastion")));
    m_fixture->type(m_fixture->search(), QStringLiteral("note:bast"));
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1);
}

void TestResultsDesk::contextMenuIsShortAndInTheMenus()
{
    QSet<const QAction *> inMenus;
    const QList<QMenu *> menus = m_fixture->window.menuBar()->findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        for (const QAction *action : menu->actions())
            inMenus.insert(action);
    }
    int lines = 0;
    for (const QAction *action : m_fixture->table()->contextMenu()->actions()) {
        if (action->isSeparator())
            continue;
        ++lines;
        if (inMenus.contains(action))
            continue;
        QVERIFY2(action->menu() != nullptr, qPrintable(action->text()));
        for (const QAction *each : action->menu()->actions())
            QVERIFY2(inMenus.contains(each), qPrintable(each->text()));
    }
    QVERIFY(lines <= 10);
}

QTEST_MAIN(TestResultsDesk)
#include "tst_resultsdesk.moc"
