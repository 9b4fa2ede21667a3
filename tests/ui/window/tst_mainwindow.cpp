// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window by keys and mouse; what the engine would say is said by its signals, so nothing is
// sent.

#include "ui/words/words.h"
#include "windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

ScanSummary summaryOf(const WindowFixture &fixture)
{
    ScanSummary summary;
    for (const PortState state : kAllPortStates) {
        summary.counts[static_cast<size_t>(state)] = fixture.model()->store().count(state);
        summary.done += summary.counts[static_cast<size_t>(state)];
    }
    summary.total = summary.done;
    summary.hosts = 1;
    summary.elapsed = 55s;
    return summary;
}

} // namespace

class tst_MainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void startsWithTheCursorInTargets();
    void underlinesWhatIsWrong_data();
    void underlinesWhatIsWrong();
    void startGoesToTheFault();
    void saysHowMuchItIs_data();
    void saysHowMuchItIs();
    void joinsPastedLines();
    void keepsALongListWhole();
    void asksBeforePublicTargets();
    void chipsCountAndHide();
    void controlClickShowsOnlyOneState();
    void keysAndMenuShowOnlyOneState();
    void filtersWhileTypingAndKeepsTheLastGoodFilter();
    void escapeClearsTheFilterThenGoesToTheTable();
    void saysWhenPausedAndDone();
    void saysWhatIsTheMatterInTheTablesPlace();
    void unfoldsFurtherMessages();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_MainWindow::init()
{
    QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
}

void tst_MainWindow::startsWithTheCursorInTargets()
{
    QVERIFY(m_fixture->targets()->hasFocus());
    QCOMPARE(m_fixture->window.windowTitle(), QStringLiteral("Roadstead"));
    QCOMPARE(m_fixture->emptyTitle(), QStringLiteral("No scan yet"));
    QVERIFY(m_fixture->button(QStringLiteral("Scan this computer")) != nullptr);
    QVERIFY(!m_fixture->messages()->isVisible());
    m_fixture->table()->setFocus();
    m_fixture->press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_fixture->targets()->hasFocus());
}

void tst_MainWindow::underlinesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("faulty");
    QTest::newRow("octet") << QByteArray("targetsEdit") << QStringLiteral("10.0.0.1, 300.1.1.1")
                           << QStringLiteral("300.1.1.1");
    QTest::newRow("port") << QByteArray("portsEdit") << QStringLiteral("80, 99999")
                          << QStringLiteral("99999");
    QTest::newRow("port behind a list's label")
        << QByteArray("portsEdit") << QStringLiteral("Common (100), 99999")
        << QStringLiteral("99999");
}

void tst_MainWindow::underlinesWhatIsWrong()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, text);
    QFETCH(QString, faulty);
    m_fixture->type(m_fixture->targets(), QStringLiteral("127.0.0.1"));
    auto *edit = m_fixture->child<FaultLineEdit>(field.constData());
    m_fixture->type(edit, text);
    QTRY_VERIFY(edit->hasFault());
    const QString underlined = text.mid(edit->faultPosition(), edit->faultLength());
    QVERIFY2(faulty.contains(underlined) && !underlined.isEmpty(), qPrintable(underlined));
    QVERIFY(m_fixture->line().contains(faulty));
    QCOMPARE(edit->accessibleDescription(), m_fixture->line());
    m_fixture->type(edit, QStringLiteral("22"));
    if (field == "targetsEdit")
        m_fixture->type(edit, QStringLiteral("127.0.0.1"));
    QTRY_VERIFY(!edit->hasFault());
    QCOMPARE(edit->accessibleDescription(), QString());
}

void tst_MainWindow::startGoesToTheFault()
{
    m_fixture->type(m_fixture->targets(), QStringLiteral("10.0.0.1, 300.1.1.1"));
    m_fixture->child<QPushButton>("startButton")->setFocus();
    QVERIFY(m_fixture->child<QPushButton>("startButton")->isEnabled());
    m_fixture->press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_fixture->targets()->hasFocus());
    QVERIFY(QStringLiteral("300.1.1.1").contains(m_fixture->targets()->selectedText()));
    QVERIFY(!m_fixture->targets()->selectedText().isEmpty());
    QVERIFY(!m_fixture->engine.isRunning());
    m_fixture->targets()->clear();
    m_fixture->press(Qt::Key_Return);
    QVERIFY2(m_fixture->targets()->hasFault(), "an empty field is a fault once Start is pressed");
}

void tst_MainWindow::saysHowMuchItIs_data()
{
    QTest::addColumn<QString>("targets");
    QTest::addColumn<QString>("ports");
    QTest::addColumn<QString>("line");
    QTest::newRow("block") << QStringLiteral("192.168.1.0/24") << QStringLiteral("22,80")
                           << QStringLiteral("254 hosts × 2 ports = 508 connections · ");
    QTest::newRow("overlap") << QStringLiteral("10.0.0.1-3 10.0.0.2-5") << QStringLiteral("1-1000")
                             << QStringLiteral("5 hosts × 1,000 ports = 5,000 connections · ");
    QTest::newRow("own ports") << QStringLiteral("10.0.0.1:80,10.0.0.2:443") << QStringLiteral("22")
                               << QStringLiteral("2 hosts, 2 connections · ");
    QTest::newRow("name") << QStringLiteral("server.example 10.0.0.2") << QStringLiteral("22,23")
                          << QStringLiteral("2 hosts × 2 ports = about 4 connections · ");
}

void tst_MainWindow::saysHowMuchItIs()
{
    QFETCH(QString, targets);
    QFETCH(QString, ports);
    QFETCH(QString, line);
    m_fixture->type(m_fixture->ports(), ports);
    m_fixture->type(m_fixture->targets(), targets);
    QTRY_VERIFY2(m_fixture->line().startsWith(line), qPrintable(m_fixture->line()));
    // The time depends on this computer's networks and limits.
    QVERIFY2(m_fixture->line().endsWith(u's'), qPrintable(m_fixture->line()));
}

void tst_MainWindow::joinsPastedLines()
{
    QApplication::clipboard()->setText(
        QStringLiteral("10.0.0.1 # door\n\n10.0.0.2\r\n# all of them\n10.0.0.3\n"));
    m_fixture->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_fixture->targets()->text(), QStringLiteral("10.0.0.1, 10.0.0.2, 10.0.0.3"));
    QTRY_VERIFY(m_fixture->line().startsWith(QStringLiteral("3 hosts")));
}

void tst_MainWindow::keepsALongListWhole()
{
    QStringList lines;
    for (int i = 1; i <= 2'000; ++i)
        lines.append(QStringLiteral("10.0.%1.%2").arg(i / 250).arg(i % 250));
    QApplication::clipboard()->setText(lines.join(u'\n'));
    m_fixture->press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(m_fixture->targets()->isReadOnly());
    QVERIFY(m_fixture->targets()->text().endsWith(QStringLiteral("… (2,000 entries)")));
    QTRY_VERIFY(m_fixture->line().startsWith(QStringLiteral("2,000 hosts")));
    m_fixture->press(Qt::Key_Backspace);
    QVERIFY(!m_fixture->targets()->isReadOnly());
    QCOMPARE(m_fixture->targets()->text(), QString());
}

void tst_MainWindow::asksBeforePublicTargets()
{
    m_fixture->type(m_fixture->targets(), QStringLiteral("8.8.8.8"));
    m_fixture->press(Qt::Key_Return);
    QVERIFY(m_fixture->messages()->isVisible());
    QVERIFY(m_fixture->messages()->messages().first().text.contains(QStringLiteral("public")));
    QVERIFY(!m_fixture->engine.isRunning());
    QVERIFY2(m_fixture->targets()->hasFocus(), "a message never takes the focus");
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Edit targets")) != nullptr);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Edit targets")), Qt::LeftButton);
    QVERIFY(!m_fixture->messages()->isVisible());
    QVERIFY(!m_fixture->engine.isRunning());
    m_fixture->press(Qt::Key_Return);
    QVERIFY(m_fixture->messages()->isVisible());
    m_fixture->type(m_fixture->targets(), QStringLiteral("8.8.8.9"));
    QVERIFY2(!m_fixture->messages()->isVisible(), "the question was about other targets");
}

void tst_MainWindow::chipsCountAndHide()
{
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    emit m_fixture->engine.resultsReady(batchOf({{22, PortState::Open},
                                                 {23, PortState::Closed},
                                                 {24, PortState::Closed},
                                                 {25, PortState::Unknown}}));
    QTRY_COMPARE(m_fixture->chip(PortState::Closed)->count(), 2U);
    QCOMPARE(m_fixture->chip(PortState::Open)->text(), QStringLiteral("Open 1"));
    QCOMPARE(m_fixture->table()->model()->rowCount(), 2);
    QCOMPARE(m_fixture->shown(), QStringLiteral("Showing 2 of 4 · 2 closed not shown"));
    m_fixture->press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_fixture->table()->model()->rowCount(), 4);
    QVERIFY(m_fixture->chip(PortState::Closed)->isChecked());
    QVERIFY(m_fixture->action("show-closed")->isChecked());
    QCOMPARE(m_fixture->shown(), QStringLiteral("Showing 4 of 4"));
    QTest::mouseClick(m_fixture->chip(PortState::Open), Qt::LeftButton);
    QCOMPARE(m_fixture->table()->model()->rowCount(), 3);
    QVERIFY(!m_fixture->action("show-open")->isChecked());
}

void tst_MainWindow::controlClickShowsOnlyOneState()
{
    QTest::mouseClick(m_fixture->chip(PortState::Filtered), Qt::LeftButton, Qt::ControlModifier);
    for (const PortState state : kAllPortStates)
        QCOMPARE(m_fixture->chip(state)->isChecked(), state == PortState::Filtered);
}

void tst_MainWindow::keysAndMenuShowOnlyOneState()
{
    const auto isAlone = [this](PortState only) {
        return std::all_of(kAllPortStates.begin(), kAllPortStates.end(), [&](PortState state) {
            const QByteArray name = QByteArrayLiteral("show-") + identifier(state).latin1();
            return m_fixture->chip(state)->isChecked() == (state == only)
                   && m_fixture->action(name.constData())->isChecked() == (state == only);
        });
    };
    int digit = Qt::Key_1;
    for (const PortState state : words::kStates) {
        m_fixture->press(static_cast<Qt::Key>(digit++), Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(isAlone(state));
    }
    m_fixture->action("onlyClosed")->trigger();
    QVERIFY(isAlone(PortState::Closed));
    QVERIFY(m_fixture->action("onlyClosed")->text().contains(QStringLiteral("&closed")));
}

void tst_MainWindow::filtersWhileTypingAndKeepsTheLastGoodFilter()
{
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    emit m_fixture->engine.resultsReady(
        batchOf({{22, PortState::Open}, {80, PortState::Open}, {8080, PortState::Open}}));
    m_fixture->press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_fixture->search()->hasFocus());
    QTest::keyClicks(m_fixture->search(), QStringLiteral("port:80-90"));
    QTRY_COMPARE(m_fixture->table()->model()->rowCount(), 1);
    QTest::keyClicks(m_fixture->search(), QStringLiteral(" port:x"));
    QTRY_VERIFY(m_fixture->search()->hasFault());
    QCOMPARE(m_fixture->table()->model()->rowCount(), 1);
    m_fixture->type(m_fixture->search(), QStringLiteral("nosuchthing"));
    QTRY_COMPARE(m_fixture->emptyTitle(), QStringLiteral("No result matches this filter"));
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Clear filter")) != nullptr);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Clear filter")), Qt::LeftButton);
    QCOMPARE(m_fixture->table()->model()->rowCount(), 3);
    QVERIFY(!m_fixture->search()->hasFault());
}

void tst_MainWindow::escapeClearsTheFilterThenGoesToTheTable()
{
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    emit m_fixture->engine.resultsReady(batchOf({{22, PortState::Open}}));
    QTRY_VERIFY(m_fixture->table()->isVisible());
    m_fixture->search()->setFocus();
    m_fixture->type(m_fixture->search(), QStringLiteral("ssh"));
    m_fixture->press(Qt::Key_Escape);
    QCOMPARE(m_fixture->search()->text(), QString());
    QVERIFY(m_fixture->search()->hasFocus());
    m_fixture->press(Qt::Key_Escape);
    QVERIFY(m_fixture->table()->hasFocus());
    QVERIFY(m_fixture->action("stop")->isEnabled());
}

void tst_MainWindow::saysWhenPausedAndDone()
{
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    QCOMPARE(m_fixture->child<QPushButton>("startButton")->text(),
             m_fixture->action("stop")->text().remove(u'&'));
    emit m_fixture->engine.progressChanged({.total = 100, .done = 50, .hosts = 1, .elapsed = 3s});
    emit m_fixture->engine.stateChanged(ScanState::Paused);
    QVERIFY(m_fixture->progress().startsWith(QStringLiteral("Paused · 50 of 100")));
    QCOMPARE(QString(m_fixture->child<QPushButton>("pauseButton")->text()).remove(u'&'),
             QStringLiteral("Resume"));
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    emit m_fixture->engine.resultsReady(batchOf({{22, PortState::Open}, {23, PortState::Closed}}));
    emit m_fixture->engine.stateChanged(ScanState::Finished);
    emit m_fixture->engine.finished(summaryOf(*m_fixture));
    QCOMPARE(m_fixture->progress(), QStringLiteral("Done in 55 s · 1 open on 1 hosts · 1 closed"));
    QVERIFY(!m_fixture->child<QProgressBar>("progressBar")->isVisible());
    QVERIFY(m_fixture->action("start")->isEnabled());
    QVERIFY(!m_fixture->action("pause")->isEnabled());
}

void tst_MainWindow::saysWhatIsTheMatterInTheTablesPlace()
{
    emit m_fixture->engine.stateChanged(ScanState::Resolving);
    QCOMPARE(m_fixture->emptyTitle(), QStringLiteral("Looking up names…"));
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    QCOMPARE(m_fixture->emptyTitle(), QStringLiteral("Connecting…"));
    emit m_fixture->engine.stateChanged(ScanState::Finished);
    ScanSummary nothing;
    nothing.unresolvedNames.append(QStringLiteral("prinetr.lan"));
    emit m_fixture->engine.finished(nothing);
    QCOMPARE(m_fixture->emptyTitle(), QStringLiteral("Nothing could be scanned"));
    QVERIFY(m_fixture->child<EmptyPage>("emptyPage")
                ->content()
                .text.contains(QStringLiteral("prinetr.lan")));
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Edit targets")) != nullptr);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Edit targets")), Qt::LeftButton);
    QVERIFY(m_fixture->targets()->hasFocus());

    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    emit m_fixture->engine.resultsReady(
        batchOf({{22, PortState::Closed}, {23, PortState::Closed}}));
    QTRY_COMPARE(m_fixture->emptyTitle(), QStringLiteral("No open ports so far among 2"));
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Show 2 closed")) != nullptr);
    emit m_fixture->engine.stateChanged(ScanState::Finished);
    emit m_fixture->engine.finished(summaryOf(*m_fixture));
    QCOMPARE(m_fixture->emptyTitle(), QStringLiteral("No open ports among 2"));
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Show 2 closed")) != nullptr);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Show 2 closed")), Qt::LeftButton);
    QCOMPARE(m_fixture->emptyTitle(), QString());
    QCOMPARE(m_fixture->table()->model()->rowCount(), 2);
}

void tst_MainWindow::unfoldsFurtherMessages()
{
    for (const char *name : {"a.example", "b.example", "c.example"})
        emit m_fixture->engine.noticed({ScanNoticeCode::NameNotResolved, QLatin1String(name), 0});
    QCOMPARE(m_fixture->messages()->messages().size(), 3);
    QVERIFY(m_fixture->targets()->hasFocus());
    auto *more =
        m_fixture->messages()->findChildren<QToolButton *>(QStringLiteral("moreMessages")).last();
    QCOMPARE(more->text(), QStringLiteral("+2 more"));
    QTest::mouseClick(more, Qt::LeftButton);
    const auto visibleTexts = [this] {
        QList<QLabel *> texts =
            m_fixture->messages()->findChildren<QLabel *>(QStringLiteral("messageText"));
        texts.removeIf([](const QLabel *text) { return !text->isVisible(); });
        return texts;
    };
    QTRY_COMPARE(visibleTexts().size(), 3);
    for (const QLabel *text : visibleTexts())
        QCOMPARE(text->textFormat(), Qt::PlainText);
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
