// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Copying many rows through the real window.

#include "core/base/background.h"
#include "ui/model/resultmodel.h"
#include "ui/parts/messagebar.h"
#include "ui/results/resulttable.h"
#include "ui/window/tablecommands.h"
#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QMimeData>

using namespace roadstead;

class TestTableCommands final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void copiesFewRowsAtOnceWithATable();
    void copiesManyRowsInTheBackground();
    void copyingCanBeCancelled();
    void offersExportForTooManyRows();

private:
    void selectPorts(int count);

    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestTableCommands::init()
{
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("s.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
    QApplication::clipboard()->setText(QStringLiteral("before"));
}

void TestTableCommands::cleanup()
{
    m_fixture.reset();
    waitForBackground();
}

void TestTableCommands::selectPorts(int count)
{
    QList<std::pair<quint16, PortState>> ports;
    for (int port = 1; port <= count; ++port)
        ports.append({static_cast<quint16>(port), PortState::Open});
    emit m_fixture->engine.resultsReady(batchOf(ports));
    QTRY_VERIFY(m_fixture->table()->isVisible());
    QTRY_COMPARE(m_fixture->model()->rowCount(), count);
    m_fixture->table()->setFocus();
    m_fixture->press(Qt::Key_A, Qt::ControlModifier);
}

void TestTableCommands::copiesFewRowsAtOnceWithATable()
{
    selectPorts(10);
    m_fixture->press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), qsizetype(11));
    QVERIFY(QApplication::clipboard()->mimeData()->hasHtml());
    QVERIFY(m_fixture->messages()->messages().isEmpty());
}

void TestTableCommands::copiesManyRowsInTheBackground()
{
    selectPorts(12'000);
    m_fixture->press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
    QCOMPARE(m_fixture->messages()->messages().first().text,
             QStringLiteral("Copying 12,000 rows."));
    QTRY_COMPARE(QApplication::clipboard()->text().count(u'\n'), qsizetype(12'001));
    QVERIFY(!QApplication::clipboard()->mimeData()->hasHtml());
    QVERIFY(m_fixture->messages()->messages().isEmpty());
}

void TestTableCommands::copyingCanBeCancelled()
{
    selectPorts(12'000);
    m_fixture->press(Qt::Key_C, Qt::ControlModifier);
    m_fixture->messages()->messages().first().actions.first().run();
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
}

void TestTableCommands::offersExportForTooManyRows()
{
    m_fixture->window.findChild<TableCommands *>()->setMostCopied(1'999);
    selectPorts(2'000);
    m_fixture->press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Export…")) != nullptr);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Export…")), Qt::LeftButton);
    QTRY_VERIFY(m_fixture->window.findChild<QPushButton *>(QStringLiteral("exportAccept")));
    QVERIFY(m_fixture->messages()->messages().isEmpty());
}

QTEST_MAIN(TestTableCommands)
#include "tst_tablecommands.moc"
