// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Undo and Redo in the real window, with real scans of this computer.

#include "core/base/background.h"
#include "windowfixture.h"

#include <QTcpServer>

using namespace roadstead;

class TestUndo final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void bringsBackWhatAnotherScanTookThePlaceOf();
    void bringsBackRemovedRows();
    void bringsBackClearedResults();
    void countsAtTheEndWhatWaitsBehindARemoval();
    void isNotOfferedWhileAScanRuns();
    void leavesTheTextFieldsTheirOwn();

private:
    void scan(const QString &ports);
    [[nodiscard]] QString portAt(int row) const
    {
        return m_fixture->model()->index(row, ResultModel::PortColumn).data().toString();
    }

    QTemporaryDir m_folder;
    QTcpServer m_first;
    QTcpServer m_second;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestUndo::init()
{
    QVERIFY(m_first.isListening() || m_first.listen(QHostAddress::LocalHost));
    QVERIFY(m_second.isListening() || m_second.listen(QHostAddress::LocalHost));
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("s.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
}

void TestUndo::cleanup()
{
    m_fixture.reset();
    waitForBackground();
}

void TestUndo::scan(const QString &ports)
{
    m_fixture->window.setTargets(QStringLiteral("127.0.0.1"));
    m_fixture->window.setPorts(ports);
    m_fixture->window.startScan();
    QTRY_VERIFY(m_fixture->engine.isRunning());
    QTRY_VERIFY(m_fixture->progress().startsWith(QStringLiteral("Done")));
    QTRY_COMPARE(m_fixture->model()->store().rowCount(), quint32(ports.count(u',') + 1));
    m_fixture->table()->setFocus();
}

void TestUndo::bringsBackWhatAnotherScanTookThePlaceOf()
{
    const QString first = QString::number(m_first.serverPort());
    const QString both = first + u',' + QString::number(m_second.serverPort());
    scan(first);
    scan(both);
    QTRY_COMPARE(m_fixture->model()->rowCount(), 2);
    QCOMPARE(m_fixture->action("undo")->text(), QStringLiteral("&Undo new scan"));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_fixture->model()->rowCount(), 1);
    QCOMPARE(portAt(0), first);
    QVERIFY(m_fixture->progress().contains(QStringLiteral("1 open")));
    QVERIFY(m_fixture->window.windowTitle().startsWith(QStringLiteral("1 open")));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_fixture->model()->rowCount(), 2);
    QVERIFY(m_fixture->window.windowTitle().startsWith(QStringLiteral("2 open")));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    m_fixture->press(Qt::Key_F5); // what is shown, again
    QTRY_VERIFY(m_fixture->engine.isRunning());
    QTRY_VERIFY(m_fixture->progress().startsWith(QStringLiteral("Done")));
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1);
}

void TestUndo::bringsBackRemovedRows()
{
    scan(QString::number(m_first.serverPort()) + u',' + QString::number(m_second.serverPort()));
    QTRY_COMPARE(m_fixture->model()->rowCount(), 2);
    const QString left = portAt(1);
    m_fixture->table()->selectionModel()->setCurrentIndex(m_fixture->model()->index(0, 0),
                                                          QItemSelectionModel::ClearAndSelect
                                                              | QItemSelectionModel::Rows);
    m_fixture->press(Qt::Key_Delete);
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1);
    QCOMPARE(portAt(0), left);
    QTRY_VERIFY(m_fixture->shown().startsWith(QStringLiteral("Showing 1 of 1")));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_fixture->model()->rowCount(), 2);
    QCOMPARE(portAt(1), left);
}

void TestUndo::bringsBackClearedResults()
{
    scan(QString::number(m_first.serverPort()));
    m_fixture->action("clearResults")->trigger();
    QCOMPARE(m_fixture->emptyTitle(), QStringLiteral("All results were removed from the list"));
    QCOMPARE(m_fixture->window.windowTitle(), QStringLiteral("Roadstead"));
    QVERIFY(!m_fixture->action("clearResults")->isEnabled());
    QVERIFY(!m_fixture->action("exportCsv")->isEnabled());
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Undo")) != nullptr);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Undo")), Qt::LeftButton);
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1);
    QVERIFY(m_fixture->action("exportCsv")->isEnabled());
    QVERIFY(m_fixture->progress().startsWith(QStringLiteral("Done")));
}

/// Rows that come while a worker removes others are not in the store before that is done.
void TestUndo::countsAtTheEndWhatWaitsBehindARemoval()
{
    const auto open = [](quint32 host) {
        ResultBatch batch = batchOf({{22, PortState::Open}, {80, PortState::Open}});
        batch.hosts = {{host, Address::fromIpv4(0x7f00'0001 + host), {}}};
        for (PortResult &row : batch.rows)
            row.host = host;
        return batch;
    };
    ScanEngine &engine = m_fixture->engine;
    ResultModel *model = m_fixture->model();
    model->setLongestTurn(0); // a worker removes even one row
    emit engine.stateChanged(ScanState::Scanning);
    emit engine.resultsReady(open(0));
    RowSet one;
    one.insert(0);
    QVERIFY(model->setRemoved(one, true));
    QVERIFY(model->isRemoving());
    emit engine.resultsReady(open(1));
    emit engine.resultsReady(open(2));
    ScanSummary summary;
    summary.counts[static_cast<size_t>(PortState::Open)] = 6;
    emit engine.stateChanged(ScanState::Finished);
    emit engine.finished(summary);
    QVERIFY(model->isRemoving());
    QTRY_VERIFY(!model->isRemoving());
    QVERIFY2(m_fixture->progress().contains(QStringLiteral("6 open on 3 hosts")),
             qPrintable(m_fixture->progress()));
}

void TestUndo::isNotOfferedWhileAScanRuns()
{
    scan(QString::number(m_first.serverPort()));
    scan(QString::number(m_second.serverPort()));
    QVERIFY(m_fixture->action("undo")->isEnabled());
    m_fixture->window.setPorts(QStringLiteral("1-65535"));
    m_fixture->window.startScan();
    QTRY_VERIFY(m_fixture->engine.isRunning());
    QVERIFY(!m_fixture->action("undo")->isEnabled());
    m_fixture->action("stop")->trigger();
    QTRY_VERIFY(m_fixture->action("undo")->isEnabled());
}

void TestUndo::leavesTheTextFieldsTheirOwn()
{
    scan(QString::number(m_first.serverPort()));
    scan(QString::number(m_second.serverPort()));
    m_fixture->targets()->setFocus();
    m_fixture->type(m_fixture->targets(), QStringLiteral("router"));
    m_fixture->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_fixture->targets()->text() != QStringLiteral("router"));
    QCOMPARE(portAt(0), QString::number(m_second.serverPort()));
}

QTEST_MAIN(TestUndo)
#include "tst_undo.moc"
