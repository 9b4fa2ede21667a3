// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole job through the real window and the real engine, on this computer's own ports: type,
// start, see rows, sort, filter, export, read the file back.

#include "core/exchange/csv.h"
#include "core/scan/engineparts.h"
#include "tests/support/fakeprober.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/readcsv.h"
#include "windowfixture.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QMessageBox>
#include <QRadioButton>
#include <QTcpServer>

#include <algorithm>

using namespace roadstead;

class tst_Scanning : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_fixture.reset(); }

    void scansSortsFiltersAndExports();
    void keepsTheOldFileWhenItCannotWrite();
    void scansAgain();
    void scansDownHostsAnyway();
    void stopsAndKeepsWhatWasFound();
    void pausesAndResumes();
    void asksBeforeClosing();
    void asksNoLongerWhenTheScanHasEnded();
    void asksBeforeClosingDuringAnExport();
    void keepsWhatAnExportSaysWhenAScanBegins();
    void addsTheEndOfAFileName();
    void asksBeforeALargeScan();
    void holdsANameThatTurnsOutToBePublic();

private:
    void typeAndStart(const QString &targets, const QString &ports);
    void exportTo(const QString &path, const char *choice);
    [[nodiscard]] QString ownPorts() const;

    QTemporaryDir m_folder;
    QTcpServer m_first;
    QTcpServer m_second;
    quint16 m_closedPort = 0;
    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_Scanning::initTestCase()
{
    QVERIFY(m_first.listen(QHostAddress::LocalHost));
    QVERIFY(m_second.listen(QHostAddress::LocalHost));
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    m_closedPort = gone.serverPort();
}

void tst_Scanning::init()
{
    QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
}

QString tst_Scanning::ownPorts() const
{
    return QStringLiteral("%1,%2,%3")
        .arg(m_first.serverPort())
        .arg(m_second.serverPort())
        .arg(m_closedPort);
}

void tst_Scanning::typeAndStart(const QString &targets, const QString &ports)
{
    m_fixture->type(m_fixture->ports(), ports);
    m_fixture->type(m_fixture->targets(), targets);
    m_fixture->targets()->setFocus();
    m_fixture->press(Qt::Key_Return);
}

void tst_Scanning::exportTo(const QString &path, const char *choice)
{
    m_fixture->window.setNextFileName(path);
    m_fixture->window.activateWindow(); // an earlier dialog may only just have gone
    QTRY_VERIFY(m_fixture->window.isActiveWindow());
    m_fixture->press(Qt::Key_E, Qt::ControlModifier);
    m_fixture->child<QRadioButton>(choice)->setChecked(true);
    QTest::mouseClick(m_fixture->child<QPushButton>("exportAccept"), Qt::LeftButton);
}

void tst_Scanning::scansSortsFiltersAndExports()
{
    typeAndStart(QStringLiteral("127.0.0.1"), ownPorts());
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    QCOMPARE(m_fixture->model()->store().count(PortState::Open), 2U);
    QCOMPARE(m_fixture->model()->store().count(PortState::Closed), 1U);
    QCOMPARE(m_fixture->model()->rowCount(), 2);
    QVERIFY(m_fixture->window.windowTitle().startsWith(QStringLiteral("2 open – 127.0.0.1")));
    QVERIFY(m_fixture->progress().startsWith(QStringLiteral("Done in")));
    QCOMPARE(m_fixture->emptyTitle(), QString());

    m_fixture->press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_fixture->model()->rowCount(), 3);
    QHeaderView *header = m_fixture->table()->horizontalHeader();
    const int x = header->sectionViewportPosition(ResultModel::PortColumn) + 20;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier,
                      QPoint(x, header->height() / 2));
    QList<quint16> ports;
    for (const quint32 row : m_fixture->model()->shownRows())
        ports.append(m_fixture->model()->store().row(row).port);
    QVERIFY(std::is_sorted(ports.cbegin(), ports.cend())
            || std::is_sorted(ports.crbegin(), ports.crend()));

    m_fixture->search()->setFocus();
    QTest::keyClicks(m_fixture->search(), QStringLiteral("port:%1").arg(m_first.serverPort()));
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1);

    const QString path = m_folder.filePath(QStringLiteral("all.csv"));
    exportTo(path, "exportAll");
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(m_fixture->messages()->isVisible());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto records = readCsv(file.readAll());
    QVERIFY(records.hasValue());
    QCOMPARE(records->size(), 3);
    for (const CsvRecord &record : *records) {
        QCOMPARE(record.address, Address::fromIpv4(0x7f00'0001));
        const bool isClosed = record.result.port == m_closedPort;
        QCOMPARE(record.result.state(), isClosed ? PortState::Closed : PortState::Open);
    }

    const QString shownPath = m_folder.filePath(QStringLiteral("shown.csv"));
    exportTo(shownPath, "exportShown");
    QTRY_VERIFY(QFile::exists(shownPath));
    QFile shown(shownPath);
    QVERIFY(shown.open(QIODevice::ReadOnly));
    QCOMPARE(readCsv(shown.readAll())->size(), 1);
}

void tst_Scanning::keepsTheOldFileWhenItCannotWrite()
{
    typeAndStart(QStringLiteral("127.0.0.1"), ownPorts());
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    exportTo(m_folder.filePath(QStringLiteral("no/such/folder.csv")), "exportAll");
    QTRY_VERIFY(m_fixture->messages()->isVisible());
    QCOMPARE(m_fixture->messages()->messages().first().level, MessageLevel::Error);
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Save elsewhere…")) != nullptr);
    const QString elsewhere = m_folder.filePath(QStringLiteral("elsewhere.csv"));
    m_fixture->window.setNextFileName(elsewhere);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Save elsewhere…")), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(elsewhere));
}

void tst_Scanning::scansAgain()
{
    QVERIFY(!m_fixture->action("scanAgain")->isEnabled());
    typeAndStart(QStringLiteral("127.0.0.1"), ownPorts());
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    m_fixture->type(m_fixture->targets(), QStringLiteral("127.0.0.2"));
    m_fixture->type(m_fixture->ports(), QStringLiteral("443"));
    m_fixture->press(Qt::Key_F5);
    QVERIFY(m_fixture->engine.isRunning());
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    QCOMPARE(m_fixture->model()->store().rowCount(), 3U);
    QCOMPARE(m_fixture->model()->store().host(0).addressText, QStringLiteral("127.0.0.1"));
    QVERIFY(m_fixture->window.windowTitle().contains(QStringLiteral("127.0.0.1")));
    QCOMPARE(m_fixture->settings.get<QStringList>(Setting::RecentTargets),
             QStringList(QStringLiteral("127.0.0.1")));
    QCOMPARE(m_fixture->settings.get<QString>(Setting::Ports), ownPorts());
}

void tst_Scanning::scansDownHostsAnyway()
{
    typeAndStart(QStringLiteral("127.0.0.1-3"), QString::number(m_closedPort));
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    // On loopback no host is ever down, so a fourth one is played in.
    const Address address = Address::fromIpv4(0x7f00'0004);
    ResultBatch batch;
    batch.changes = {{.host = 77, .address = address, .event = HostEvent::Down}};
    emit m_fixture->engine.resultsReady(batch);
    emit m_fixture->engine.noticed({ScanNoticeCode::HostDown, address.toString(), 0});
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Scan them anyway")) != nullptr);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Scan them anyway")), Qt::LeftButton);
    QTRY_COMPARE(m_fixture->model()->store().count(PortState::Closed), 1U);
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    QCOMPARE(m_fixture->model()->store().hostCount(), 1U);
    QCOMPARE(m_fixture->model()->store().host(0).address, address);
    QVERIFY2(m_fixture->window.windowTitle().contains(u"1 host(s) that were down"),
             qPrintable(m_fixture->window.windowTitle()));
    QVERIFY(m_fixture->messages()->messages().isEmpty());
}

void tst_Scanning::stopsAndKeepsWhatWasFound()
{
    typeAndStart(QStringLiteral("127.0.0.1-250"), QStringLiteral("1-20000"));
    QTRY_VERIFY(m_fixture->model()->store().rowCount() > 0);
    m_fixture->press(Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(!m_fixture->action("stop")->isEnabled());
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    QVERIFY(m_fixture->progress().startsWith(QStringLiteral("Stopped after")));
    QVERIFY(m_fixture->model()->store().rowCount() > 0);
    QVERIFY(m_fixture->action("start")->isEnabled());
}

void tst_Scanning::pausesAndResumes()
{
    typeAndStart(QStringLiteral("127.0.0.1-250"), QStringLiteral("1-20000"));
    QTRY_VERIFY(m_fixture->action("pause")->isEnabled());
    m_fixture->press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_fixture->engine.state(), ScanState::Paused);
    QVERIFY(m_fixture->progress().startsWith(QStringLiteral("Paused")));
    QTest::mouseClick(m_fixture->child<QPushButton>("pauseButton"), Qt::LeftButton);
    QTRY_COMPARE(m_fixture->engine.state(), ScanState::Scanning);
    m_fixture->action("stop")->trigger();
    QTRY_VERIFY(!m_fixture->engine.isRunning());
}

void tst_Scanning::asksBeforeClosing()
{
    typeAndStart(QStringLiteral("127.0.0.1-250"), QStringLiteral("1-20000"));
    QTRY_COMPARE(m_fixture->engine.state(), ScanState::Scanning);
    m_fixture->press(Qt::Key_W, Qt::ControlModifier);
    QVERIFY(m_fixture->window.isVisible());
    QTest::mouseClick(m_fixture->child<QPushButton>("keepOpen"), Qt::LeftButton);
    QTRY_VERIFY(m_fixture->window.findChild<QMessageBox *>() == nullptr);
    QVERIFY(m_fixture->window.isVisible());
    QVERIFY(m_fixture->engine.isRunning());
    m_fixture->action("closeWindow")->trigger();
    QTest::mouseClick(m_fixture->child<QPushButton>("stopAndClose"), Qt::LeftButton);
    QTRY_VERIFY(!m_fixture->window.isVisible());
    QTRY_VERIFY(!m_fixture->engine.isRunning());
}

void tst_Scanning::asksNoLongerWhenTheScanHasEnded()
{
    typeAndStart(QStringLiteral("127.0.0.1-250"), QStringLiteral("1-20000"));
    QTRY_COMPARE(m_fixture->engine.state(), ScanState::Scanning);
    m_fixture->action("closeWindow")->trigger();
    QVERIFY(m_fixture->child<QMessageBox>("closeQuestion")->isVisible());
    m_fixture->engine.requestStop();
    QTRY_VERIFY(m_fixture->window.findChild<QMessageBox *>() == nullptr);
    QVERIFY(m_fixture->window.isVisible()); // with something to look at
}

void tst_Scanning::asksBeforeClosingDuringAnExport()
{
    typeAndStart(QStringLiteral("127.0.0.1"), ownPorts());
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    const QString path = m_folder.filePath(QStringLiteral("closing.csv"));
    // Until the window's events are handled again, it has not heard of the export's end.
    exportTo(path, "exportAll");
    m_fixture->action("closeWindow")->trigger();
    QVERIFY(m_fixture->window.isVisible());
    const auto *box = m_fixture->child<QMessageBox>("closeQuestion");
    QVERIFY(box->text().startsWith(QStringLiteral("An export is still running.")));
    QTest::mouseClick(m_fixture->child<QPushButton>("keepOpen"), Qt::LeftButton);
    QTRY_VERIFY(m_fixture->window.findChild<QMessageBox *>() == nullptr);
    QVERIFY(m_fixture->window.isVisible());
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(m_fixture->messages()->isVisible());

    exportTo(path, "exportAll");
    m_fixture->action("closeWindow")->trigger();
    QVERIFY(m_fixture->window.isVisible());
    QTest::mouseClick(m_fixture->child<QPushButton>("stopAndClose"), Qt::LeftButton);
    QTRY_VERIFY(!m_fixture->window.isVisible());
}

void tst_Scanning::keepsWhatAnExportSaysWhenAScanBegins()
{
    typeAndStart(QStringLiteral("127.0.0.1"), ownPorts());
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    exportTo(m_folder.filePath(QStringLiteral("no/such/folder/x.csv")), "exportAll");
    QTRY_VERIFY(m_fixture->messages()->isVisible());
    QTRY_COMPARE(m_fixture->messages()->messages().first().level, MessageLevel::Error);
    m_fixture->action("scanAgain")->trigger();
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    QCOMPARE(m_fixture->messages()->messages().first().level, MessageLevel::Error);
    QCOMPARE(m_fixture->messages()->messages().first().actions.size(), 2);
}

void tst_Scanning::addsTheEndOfAFileName()
{
    typeAndStart(QStringLiteral("127.0.0.1"), ownPorts());
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    exportTo({}, "exportAll"); // asks for the name
    auto *dialog = m_fixture->window.findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->setDirectory(m_folder.path());
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QVERIFY(name != nullptr);
    m_fixture->type(name, QStringLiteral("plain"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(m_folder.filePath(QStringLiteral("plain.csv"))));
}

void tst_Scanning::asksBeforeALargeScan()
{
    typeAndStart(QStringLiteral("127.0.0.0/15"), QStringLiteral("1-1000"));
    QVERIFY(!m_fixture->engine.isRunning());
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Start anyway")) != nullptr);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Start anyway")), Qt::LeftButton);
    QVERIFY(m_fixture->engine.isRunning());
    QVERIFY(!m_fixture->messages()->isVisible());
    m_fixture->action("stop")->trigger();
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    m_fixture->action("start")->trigger();
    QVERIFY2(m_fixture->engine.isRunning(), "asked once for the same targets");
    m_fixture->action("stop")->trigger();
    QTRY_VERIFY(!m_fixture->engine.isRunning());
}

void tst_Scanning::holdsANameThatTurnsOutToBePublic()
{
    // Nothing is sent: neither the name nor its address leaves this test.
    EngineParts parts = EngineParts::real();
    auto resolver = std::make_shared<FakeResolver>();
    resolver->known = {{QStringLiteral("public.example"), {Address::fromIpv4(0x0808'0808)}}};
    parts.resolver = resolver;
    parts.makeProber = [](const Clock &, const ProbeOptions &) {
        return std::make_unique<FakeProber>(
            [](const FakeProber::Probe &, int) { return ProbeOutcome(); });
    };
    m_fixture.reset();
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("public.ini")),
                                                std::move(parts));
    typeAndStart(QStringLiteral("public.example"), QStringLiteral("80"));
    QTRY_VERIFY(m_fixture->button(QStringLiteral("Start anyway")) != nullptr);
    QCOMPARE(m_fixture->engine.state(), ScanState::Paused);
    QTest::mouseClick(m_fixture->button(QStringLiteral("Start anyway")), Qt::LeftButton);
    QCOMPARE(m_fixture->engine.state(), ScanState::Scanning);
    QVERIFY(!m_fixture->messages()->isVisible());
    m_fixture->action("stop")->trigger();
    QTRY_VERIFY(!m_fixture->engine.isRunning());
    m_fixture->action("start")->trigger();
    QTRY_COMPARE(m_fixture->engine.state(), ScanState::Scanning); // asked once for the same targets
    m_fixture->action("stop")->trigger();
    QTRY_VERIFY(!m_fixture->engine.isRunning());
}

QTEST_MAIN(tst_Scanning)
#include "tst_scanning.moc"
