// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/hosts/grouppane.h"
#include "ui/hosts/grouptable.h"
#include "ui/model/hostmodel.h"
#include "ui/model/resultmodel.h"

#include <QAccessible>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace roadstead;
using namespace std::chrono_literals;

class TestGroupPane final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void isHiddenAtFirst();
    void saysWhatComesInAnEmptyList();
    void headsTheListWithItsCounts();
    void narrowsToSelectedHostsByKeyboard();
    void narrowsToSelectedServices();
    void escapeSelectsNothing();
    void leavesEscapeToTheWindowIfNothingIsSelected();
    void enterSelectsTheCurrentRowAndLeaves_data();
    void enterSelectsTheCurrentRowAndLeaves();
    void doubleClickLeaves();
    void narrowsToWhatIsSeenOnly();
    void clearedResultsNarrowNothing();
    void goesToAHostThatIsNotListedYet();
    void opensAMenuThatTheWindowFills();
    void holdsStillWhileVeryManyAreSelected();
    void keepsTheTopRowWhileHostsArrive();
    void tellsAScreenReader();

private:
    [[nodiscard]] GroupTable *hostList() const
    {
        return m_pane->findChild<GroupTable *>(QStringLiteral("hostList"));
    }
    [[nodiscard]] GroupTable *serviceList() const
    {
        return m_pane->findChild<GroupTable *>(QStringLiteral("serviceList"));
    }
    [[nodiscard]] static GroupModel *modelOf(GroupTable *list)
    {
        return static_cast<GroupModel *>(list->model());
    }
    [[nodiscard]] QString heading() const
    {
        return m_pane->findChild<QLabel *>(QStringLiteral("groupHeading"))->text();
    }
    [[nodiscard]] bool isSettled() const
    {
        return modelOf(hostList())->isUpToDate() && hostList()->isVisible();
    }
    [[nodiscard]] bool focusHosts() const
    {
        m_pane->activateWindow();
        m_pane->focusList();
        return QTest::qWaitForWindowActive(m_pane.get()) && hostList()->hasFocus();
    }
    void appendHosts(quint32 first, quint32 count);

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    std::unique_ptr<ResultModel> m_results;
    std::unique_ptr<GroupPane> m_pane;
};

void TestGroupPane::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    qRegisterMetaType<ResultNarrowing>();
}

void TestGroupPane::init()
{
    m_results = std::make_unique<ResultModel>(m_catalogue);
    m_results->clear(testStart());
    m_pane = std::make_unique<GroupPane>(*m_results);
    m_pane->resize(900, 300);
    for (GroupTable *list : {hostList(), serviceList()})
        modelOf(list)->setShortestPause(0ms);
}

void TestGroupPane::cleanup()
{
    m_pane.reset();
    m_results.reset();
}

/// The n-th host has n % 3 open ports, and 80 is closed.
void TestGroupPane::appendHosts(quint32 first, quint32 count)
{
    ResultBuilder batch;
    for (quint32 host = first; host < first + count; ++host) {
        batch.host(host, kRouter + host).closed(host, 80);
        for (quint16 port = 0; port < host % 3; ++port)
            batch.open(host, static_cast<quint16>(443 + port));
    }
    m_results->append(batch.batch());
}

void TestGroupPane::isHiddenAtFirst()
{
    QCOMPARE(m_pane->grouping(), ResultGrouping::Ports);
    QVERIFY(m_pane->isHidden());
    m_pane->setGrouping(ResultGrouping::Services);
    QVERIFY(m_pane->isVisible());
    m_pane->setGrouping(ResultGrouping::Ports);
    QVERIFY(m_pane->isHidden());
}

void TestGroupPane::saysWhatComesInAnEmptyList()
{
    m_pane->setGrouping(ResultGrouping::Hosts);
    const auto *title = m_pane->findChild<QLabel *>(QStringLiteral("emptyTitle"));
    QVERIFY(title->isVisible() && !hostList()->isVisible());
    QCOMPARE(title->text(), QStringLiteral("No hosts yet"));
    QCOMPARE(heading(), QStringLiteral("Hosts"));
    m_pane->setGrouping(ResultGrouping::Services);
    QCOMPARE(title->text(), QStringLiteral("No ports yet"));
    appendHosts(0, 3);
    QTRY_VERIFY(serviceList()->isVisible());
    QVERIFY(!title->isVisible());
}

void TestGroupPane::headsTheListWithItsCounts()
{
    appendHosts(0, 6);
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    QVERIFY(heading().startsWith(u"6 host") && heading().endsWith(u", 4 with open ports"));
    hostList()->selectNumbers({0, 1});
    QVERIFY(heading().endsWith(u", 4 with open ports, 2 selected"));
    m_pane->setGrouping(ResultGrouping::Services);
    QTRY_VERIFY(serviceList()->isVisible());
    QVERIFY(heading().startsWith(u"3 port") && heading().endsWith(u", 2 open"));
}

void TestGroupPane::narrowsToSelectedHostsByKeyboard()
{
    appendHosts(0, 6); // in the list: 2, 5, 1, 4, 0, 3
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    QSignalSpy narrowed(m_pane.get(), &GroupPane::narrowed);
    QVERIFY(focusHosts());
    QVERIFY(m_pane->narrowing().isEmpty());
    QTest::keyClick(hostList(), Qt::Key_Down);
    QCOMPARE(m_pane->selectedHosts(), (QList<quint32>{5}));
    QTest::keyClick(hostList(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_pane->selectedHosts(), (QList<quint32>{5, 1}));
    QCOMPARE(narrowed.size(), qsizetype(2));
    QCOMPARE(narrowed.last().first().value<ResultNarrowing>(), ResultNarrowing::toHosts({1, 5}));
    QCOMPARE(m_pane->narrowing(), ResultNarrowing::toHosts({1, 5}));
    QVERIFY(m_pane->selectedPorts().isEmpty());
}

void TestGroupPane::narrowsToSelectedServices()
{
    appendHosts(0, 6); // in the list: 443, 444, 80
    m_pane->setGrouping(ResultGrouping::Services);
    QTRY_VERIFY(serviceList()->isVisible());
    serviceList()->selectNumbers({80, 443, 9});
    QCOMPARE(m_pane->narrowing(), ResultNarrowing::toPorts({80, 443}));
    QCOMPARE(m_pane->selectedPorts(), (QList<quint16>{443, 80}));
    QVERIFY(m_pane->selectedHosts().isEmpty());
}

void TestGroupPane::escapeSelectsNothing()
{
    appendHosts(0, 6);
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    auto *showAll = m_pane->findChild<QToolButton *>(QStringLiteral("groupShowAll"));
    QVERIFY(!showAll->isEnabled());
    hostList()->selectNumbers({3});
    QSignalSpy narrowed(m_pane.get(), &GroupPane::narrowed);
    QVERIFY(showAll->isEnabled());
    QTest::keyClick(hostList(), Qt::Key_Escape);
    QVERIFY(m_pane->narrowing().isEmpty());
    QCOMPARE(narrowed.size(), qsizetype(1));
    hostList()->selectNumbers({3});
    QTest::mouseClick(showAll, Qt::LeftButton);
    QVERIFY(m_pane->narrowing().isEmpty());
}

void TestGroupPane::leavesEscapeToTheWindowIfNothingIsSelected()
{
    appendHosts(0, 6);
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    QAction escape;
    escape.setShortcut(Qt::Key_Escape);
    m_pane->addAction(&escape);
    QSignalSpy triggered(&escape, &QAction::triggered);
    QVERIFY(focusHosts());
    hostList()->selectNumbers({3});
    QTest::keyClick(hostList(), Qt::Key_Escape);
    QCOMPARE(triggered.size(), qsizetype(0));
    QTest::keyClick(hostList(), Qt::Key_Escape);
    QCOMPARE(triggered.size(), qsizetype(1));
}

void TestGroupPane::enterSelectsTheCurrentRowAndLeaves_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestGroupPane::enterSelectsTheCurrentRowAndLeaves()
{
    QFETCH(Qt::LayoutDirection, direction);
    m_pane->setLayoutDirection(direction);
    appendHosts(0, 6);
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    QSignalSpy activated(m_pane.get(), &GroupPane::activated);
    QVERIFY(focusHosts());
    QTest::keyClick(hostList(), Qt::Key_Return);
    QCOMPARE(activated.size(), qsizetype(1));
    QCOMPARE(m_pane->selectedHosts(), (QList<quint32>{2}));
    hostList()->selectNumbers({0, 1});
    QTest::keyClick(hostList(), Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(activated.size(), qsizetype(2));
    QCOMPARE(m_pane->narrowing(), ResultNarrowing::toHosts({0, 1}));
}

void TestGroupPane::doubleClickLeaves()
{
    appendHosts(0, 6);
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    QSignalSpy activated(m_pane.get(), &GroupPane::activated);
    const QPoint place = hostList()->visualRect(hostList()->model()->index(1, 0)).center();
    QTest::mouseClick(hostList()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(activated.size(), qsizetype(0));
    QTest::mouseDClick(hostList()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(activated.size(), qsizetype(1));
    QCOMPARE(m_pane->selectedHosts(), (QList<quint32>{5}));
}

// What is selected in a list that is not seen must not hide results.
void TestGroupPane::narrowsToWhatIsSeenOnly()
{
    appendHosts(0, 6);
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    hostList()->selectNumbers({4});
    QSignalSpy narrowed(m_pane.get(), &GroupPane::narrowed);
    m_pane->setGrouping(ResultGrouping::Services);
    QCOMPARE(narrowed.takeFirst().first().value<ResultNarrowing>(), ResultNarrowing());
    m_pane->setGrouping(ResultGrouping::Ports);
    QVERIFY(m_pane->narrowing().isEmpty() && narrowed.isEmpty());
    m_pane->setGrouping(ResultGrouping::Hosts);
    QCOMPARE(narrowed.takeFirst().first().value<ResultNarrowing>(), ResultNarrowing::toHosts({4}));
}

void TestGroupPane::clearedResultsNarrowNothing()
{
    connect(m_pane.get(), &GroupPane::narrowed, m_results.get(), &ResultModel::setNarrowing);
    m_results->setStateShown(PortState::Closed, true);
    appendHosts(0, 6);
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    hostList()->selectNumbers({4});
    QTRY_COMPARE(m_results->rowCount(), 2);
    m_results->clear(testStart());
    QVERIFY(m_pane->narrowing().isEmpty() && m_results->narrowing().isEmpty());
    appendHosts(0, 1);
    QTRY_COMPARE(m_results->rowCount(), 1);
}

void TestGroupPane::goesToAHostThatIsNotListedYet()
{
    appendHosts(0, 6);
    QSignalSpy narrowed(m_pane.get(), &GroupPane::narrowed);
    m_pane->goToHost(3);
    QCOMPARE(m_pane->grouping(), ResultGrouping::Hosts);
    QTRY_COMPARE(m_pane->narrowing(), ResultNarrowing::toHosts({3}));
    m_pane->goToHost(2);
    QCOMPARE(m_pane->narrowing(), ResultNarrowing::toHosts({2}));
    QCOMPARE(hostList()->currentIndex().row(), 0);
}

void TestGroupPane::opensAMenuThatTheWindowFills()
{
    appendHosts(0, 6);
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    hostList()->selectNumbers({4});
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(3, 3), QPoint(3, 3));
    QCoreApplication::sendEvent(hostList()->viewport(), &byKey);
    QVERIFY(!m_pane->hostMenu()->isVisible()); // it is empty
    m_pane->hostMenu()->addAction(QStringLiteral("Scan again"));
    QCoreApplication::sendEvent(hostList()->viewport(), &byKey);
    QVERIFY(m_pane->hostMenu()->isVisible());
    m_pane->hostMenu()->close();
    QVERIFY(m_pane->serviceMenu() != m_pane->hostMenu());
}

// Qt would hold on to each of them whenever one moves.
void TestGroupPane::holdsStillWhileVeryManyAreSelected()
{
    appendHosts(0, 6'000);
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    hostList()->selectAll();
    QCOMPARE(m_pane->selectedHosts().size(), qsizetype(6'000));
    appendHosts(6'000, 3);
    QTRY_VERIFY(isSettled());
    QCOMPARE(hostList()->model()->rowCount(), 6'000);
    hostList()->horizontalHeader()->setSortIndicator(HostModel::HostColumn, Qt::DescendingOrder);
    QVERIFY(hostList()->selectedCount() <= 1);
    QTRY_COMPARE(hostList()->model()->rowCount(), 6'003);
}

void TestGroupPane::keepsTheTopRowWhileHostsArrive()
{
    hostList()->horizontalHeader()->setSortIndicator(HostModel::HostColumn, Qt::AscendingOrder);
    appendHosts(100, 100);
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    QVERIFY(hostList()->verticalScrollBar()->maximum() > 50);
    hostList()->verticalScrollBar()->setValue(50);
    appendHosts(0, 40);
    QTRY_COMPARE(hostList()->model()->rowCount(), 140);
    QTRY_COMPARE(hostList()->verticalScrollBar()->value(), 90);
    hostList()->verticalScrollBar()->setValue(0); // at the very top, what is new is seen
    appendHosts(40, 1);
    QTRY_COMPARE(hostList()->model()->rowCount(), 141);
    QTRY_VERIFY(isSettled());
    QCOMPARE(hostList()->verticalScrollBar()->value(), 0);
}

void TestGroupPane::tellsAScreenReader()
{
    appendHosts(0, 6);
    m_pane->setGrouping(ResultGrouping::Hosts);
    QTRY_VERIFY(isSettled());
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(hostList());
    QVERIFY(list && list->tableInterface());
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Hosts"));
    QCOMPARE(list->text(QAccessible::Description), heading());
    QCOMPARE(list->tableInterface()->rowCount(), 6);
    const auto cell = [&](int column) {
        return list->tableInterface()->cellAt(0, column)->text(QAccessible::Name);
    };
    QCOMPARE(cell(HostModel::HostColumn), QStringLiteral("192.168.1.3, Up, Open 2, Closed 1"));
    QCOMPARE(cell(HostModel::PortsColumn), QStringLiteral("Open 2, Closed 1"));
    QVERIFY(!m_pane->findChild<QToolButton *>(QStringLiteral("groupShowAll"))->text().isEmpty());
}

QTEST_MAIN(TestGroupPane)
#include "tst_grouppane.moc"
