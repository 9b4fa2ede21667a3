// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does beside scanning: dropping, copying, remembering, sizes.

#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFile>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

using namespace roadstead;

class tst_WindowDesk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void fillsFromADroppedFileAndStartsNothing();
    void copiesHostAndPort();
    void remembersAcrossWindows();
    void hasNoShortcutTwice();
    void changesTheSizeOfText();
    void changesTheSizeOfTextEverywhere();
    void standsBesideTheWindowThatIsThere();
    void showsEachHelpOnce();
    void pastesLongListsOfExceptions();
    void bringsADockBehindAnotherToTheFront();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_WindowDesk::init()
{
    QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
}

void tst_WindowDesk::fillsFromADroppedFileAndStartsNothing()
{
    const QString path = m_folder.filePath(QStringLiteral("hosts.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("127.0.0.1 # here\n127.0.0.2\n");
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_fixture->window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_fixture->window, &drop);
    QTRY_COMPARE(m_fixture->targets()->text(), QStringLiteral("127.0.0.1, 127.0.0.2"));
    QVERIFY(!m_fixture->engine.isRunning());

    data.setUrls({QUrl::fromLocalFile(m_folder.path())});
    QApplication::sendEvent(&m_fixture->window, &enter);
    QDropEvent dropFolder(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_fixture->window, &dropFolder);
    QTRY_VERIFY(m_fixture->messages()->isVisible());
    QCOMPARE(m_fixture->messages()->messages().first().level, MessageLevel::Error);
}

void tst_WindowDesk::copiesHostAndPort()
{
    emit m_fixture->engine.resultsReady(batchOf({{22, PortState::Open}, {80, PortState::Open}}));
    QTRY_VERIFY(m_fixture->table()->isVisible());
    QVERIFY(!m_fixture->action("copy")->isEnabled());
    m_fixture->table()->setFocus();
    m_fixture->press(Qt::Key_A, Qt::ControlModifier);
    m_fixture->press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text().trimmed(),
             QStringLiteral("127.0.0.1:22\n127.0.0.1:80"));
    m_fixture->press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_fixture->table()->selectionModel()->hasSelection());
}

void tst_WindowDesk::remembersAcrossWindows()
{
    m_fixture->press(Qt::Key_2, Qt::ControlModifier);
    m_fixture->press(Qt::Key_1, Qt::ControlModifier);
    m_fixture->table()->horizontalHeader()->setSectionHidden(ResultModel::NameColumn, true);
    m_fixture->window.resize(860, 560);
    m_fixture->window.close();
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(m_fixture->chip(PortState::Closed)->isChecked());
    QVERIFY(!m_fixture->chip(PortState::Open)->isChecked());
    QVERIFY(m_fixture->table()->horizontalHeader()->isSectionHidden(ResultModel::NameColumn));
    QCOMPARE(m_fixture->window.height(), 560);
}

void tst_WindowDesk::hasNoShortcutTwice()
{
    QSet<QKeySequence> seen;
    const QList<QAction *> actions = m_fixture->window.actions();
    QVERIFY(actions.size() > 20);
    for (const QAction *action : actions) {
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        for (const QKeySequence &keys : action->shortcuts()) {
            QVERIFY2(!seen.contains(keys), qPrintable(keys.toString()));
            seen.insert(keys);
        }
    }
}

void tst_WindowDesk::changesTheSizeOfText()
{
    const double normal = m_fixture->window.font().pointSizeF();
    m_fixture->press(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_fixture->window.font().pointSizeF(), normal + 1);
    QCOMPARE(m_fixture->targets()->font().pointSizeF(), normal + 1);
    QCOMPARE(m_fixture->settings.get<int>(Setting::TextSizeStep), 1);
    m_fixture->press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_fixture->window.font().pointSizeF(), normal);
}

void tst_WindowDesk::changesTheSizeOfTextEverywhere()
{
    const double normal = QApplication::font().pointSizeF();
    const QHeaderView *header = m_fixture->table()->horizontalHeader();
    const int before = header->sectionSize(ResultModel::HostColumn);
    for (int i = 0; i < 6; ++i)
        m_fixture->press(Qt::Key_Plus, Qt::ControlModifier);
    m_fixture->action("about")->trigger();
    const auto *about = m_fixture->window.findChild<QDialog *>(QStringLiteral("aboutDialog"));
    QVERIFY(about != nullptr);
    QCOMPARE(about->font().pointSizeF(), normal + 6);
    QCOMPARE(m_fixture->table()->contextMenu()->font().pointSizeF(), normal + 6);
    QVERIFY(header->sectionSize(ResultModel::HostColumn) > before * 5 / 4);
    const int large = header->sectionSize(ResultModel::HostColumn);
    m_fixture->window.close();
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
    QCOMPARE(m_fixture->table()->horizontalHeader()->sectionSize(ResultModel::HostColumn), large);
    m_fixture->press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_fixture->window.font().pointSizeF(), normal);
}

void tst_WindowDesk::standsBesideTheWindowThatIsThere()
{
    m_fixture->window.move(40, 30);
    m_fixture->settings.setValue(Setting::WindowGeometry, m_fixture->window.saveGeometry());
    ScanEngine engine;
    MainWindow second(engine, m_fixture->catalogue, m_fixture->settings, m_fixture->shelf);
    second.show();
    QVERIFY(second.pos() != m_fixture->window.pos());
    QCOMPARE(second.size(), m_fixture->window.size());
    ScanEngine thirdEngine;
    const MainWindow third(thirdEngine, m_fixture->catalogue, m_fixture->settings,
                           m_fixture->shelf);
    QVERIFY(third.pos() != m_fixture->window.pos());
    QVERIFY(third.pos() != second.pos());
}

void tst_WindowDesk::showsEachHelpOnce()
{
    for (const char *name : {"about", "shortcuts", "statesHelp"}) {
        m_fixture->action(name)->trigger();
        m_fixture->action(name)->trigger();
    }
    const QList<QDialog *> dialogs = m_fixture->window.findChildren<QDialog *>();
    QCOMPARE(std::count_if(dialogs.begin(), dialogs.end(),
                           [](const QDialog *dialog) { return dialog->isVisible(); }),
             3);
}

void tst_WindowDesk::pastesLongListsOfExceptions()
{
    QStringList addresses;
    for (int i = 0; i < 600; ++i)
        addresses.append(QStringLiteral("198.18.%1.%2").arg(i / 250).arg(i % 250 + 1));
    const QString list = addresses.join(QLatin1String(", "));
    QVERIFY(list.size() > 4'096);
    QApplication::clipboard()->setText(list);
    m_fixture->action("options")->trigger();
    auto *field = m_fixture->child<FaultLineEdit>("excludedTargetsEdit");
    field->clear();
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field->text(), list);
}

void tst_WindowDesk::bringsADockBehindAnotherToTheFront()
{
    const auto *details = m_fixture->child<QDockWidget>("detailsDock");
    const auto *map = m_fixture->child<QDockWidget>("portMapDock");
    m_fixture->action("details")->trigger();
    m_fixture->action("portMap")->trigger();
    QTRY_VERIFY(details->visibleRegion().isEmpty() && !map->visibleRegion().isEmpty());
    m_fixture->action("details")->trigger();
    QTRY_VERIFY(!details->visibleRegion().isEmpty() && map->visibleRegion().isEmpty());
    QVERIFY(m_fixture->action("details")->isChecked());
    QVERIFY(m_fixture->action("portMap")->isChecked());
    m_fixture->window.close();
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("settings.ini")));
    details = m_fixture->child<QDockWidget>("detailsDock");
    QTRY_VERIFY(!details->visibleRegion().isEmpty());
    QVERIFY(m_fixture->action("portMap")->isChecked());
    m_fixture->action("details")->trigger(); // it is seen, so this closes it
    QTRY_VERIFY(!details->isVisible());
    QVERIFY(!m_fixture->action("details")->isChecked());
}

QTEST_MAIN(tst_WindowDesk)
#include "tst_windowdesk.moc"
