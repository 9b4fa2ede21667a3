// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandlinescan.h"
#include "app/cli/console.h"
#include "core/exchange/csv.h"
#include "core/lookup/portcatalogue.h"
#include "core/record/resumption.h"
#include "core/record/scanfiles.h"
#include "core/record/scanreader.h"
#include "core/target/writtentargets.h"
#include "localports.h"
#include "tests/core/record/scanbuilder.h"
#include "tests/support/filetools.h"
#include "tests/support/readcsv.h"
#include "tests/support/resultbuilder.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace roadstead;

/// What becomes of a scan that is stopped while its file is not ready: Ctrl+C while a large one is
/// read, or when the disk is full.
class TestCommandLineScan : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_data.path())); // not the user's own
        QVERIFY(m_ports.listen());
    }
    void beginsNothingAfterAStop();
    void continuesNothingAfterAStop();
    void endsWhenTheDiskIsFullAsItIsStopped();

private:
    [[nodiscard]] ScanRequest request() const
    {
        ScanRequest request;
        request.targets = *readTargets(u"127.0.0.1", false);
        request.ports = *readPorts(m_ports.bothPorts());
        return request;
    }

    const QTemporaryDir m_data;
    LocalPorts m_ports;
    PortCatalogue m_catalogue;
    Console m_console;
};

void TestCommandLineScan::beginsNothingAfterAStop()
{
    const TestFolder folder;
    CliOptions options;
    options.savePath = folder.path("a.roadstead");
    options.csvPath = folder.path("a.csv");
    options.quiet = true;
    CommandLineScan scan(options, m_catalogue, m_console);
    QSignalSpy ended(&scan, &CommandLineScan::ended);
    QVERIFY(scan.openOutputs());
    scan.start(request());
    scan.requestStop();
    QTRY_COMPARE(ended.size(), qsizetype(1));
    QCOMPARE(ended.first().first().toInt(), int(ExitIncomplete));
    QVERIFY(!m_ports.wasConnectedTo());
    const auto kept = readScanFile(*options.savePath);
    QVERIFY(kept);
    QCOMPARE(kept->header.ending, ScanEnding::Stopped);
    QCOMPARE(kept->store.rowCount(), quint32(0));
    QVERIFY(prepareResumption(*kept).hasValue());
}

void TestCommandLineScan::continuesNothingAfterAStop()
{
    const TestFolder folder;
    ScanDocument half;
    half.header.program = QStringLiteral("roadstead test");
    half.header.request = request();
    half.header.request.options.seed = 1;
    half.header.startedAt = QDateTime::currentDateTimeUtc();
    half.header.ending = ScanEnding::Paused;
    half.header.total = 2;
    half.header.answers = NameAnswers();
    half.store.clear(half.header.startedAt);
    half.store.append(
        ResultBuilder().host(0, 0x7f00'0001).closed(0, m_ports.closedPort().toUShort()).batch());
    const QString file = folder.path("half.roadstead");
    QVERIFY(!writeScanFile(file, half));
    const auto document = readScanFile(file);
    QVERIFY(document);
    const auto earlier = prepareResumption(*document);
    QVERIFY(earlier);

    CliOptions options;
    options.action = CliOptions::Action::Resume;
    options.documentPath = file;
    options.csvPath = folder.path("half.csv");
    options.expectationsPath = folder.path("expected");
    options.quiet = true;
    CommandLineScan scan(options, m_catalogue, m_console);
    const auto expectations = readExpectations(u"127.0.0.1 1 not-open\n");
    scan.setExpectations(*expectations);
    QSignalSpy ended(&scan, &CommandLineScan::ended);
    QVERIFY(scan.openOutputs());
    scan.resume(*document, *earlier);
    scan.requestStop();
    QTRY_COMPARE(ended.size(), qsizetype(1));
    QVERIFY(!m_ports.wasConnectedTo());
    const auto written = readCsv(contentOf(*options.csvPath)); // what was found before
    QVERIFY(written);
    QCOMPARE(written->size(), qsizetype(1));
    const auto kept = readScanFile(file);
    QVERIFY(kept);
    QCOMPARE(kept->header.ending, ScanEnding::Stopped);
    QCOMPARE(kept->store.rowCount(), quint32(1));
    QCOMPARE(kept->expectations, QStringLiteral("127.0.0.1 1 not-open\n"));
    QVERIFY(prepareResumption(*kept).hasValue());
}

/// What could not be written is known, but not yet heard of, when the stop comes; then there is
/// room again.
void TestCommandLineScan::endsWhenTheDiskIsFullAsItIsStopped()
{
    const TestFolder folder;
    CliOptions options;
    options.savePath = folder.path("full.roadstead");
    options.csvPath = folder.path("full.csv");
    options.quiet = true;
    ScanRequest many;
    many.targets = *readTargets(u"127.0.0.1-9", false);
    many.ports = PortSet::range(1, 65'535);
    CommandLineScan scan(options, m_catalogue, m_console);
    QSignalSpy ended(&scan, &CommandLineScan::ended);
    QVERIFY(scan.openOutputs());
    scan.start(many);
    const QString log = *options.savePath + u"-wal";
    QTRY_VERIFY(QFileInfo(log).size() > 20'000);
    {
        const FileSizeLimit limit(QFileInfo(log).size());
        QTest::qWait(50); // some results are handed over
        QThread::msleep(1'000); // and their commit fails
    }
    scan.requestStop();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), qsizetype(1), 30'000);
    const auto kept = readScanHeader(*options.savePath);
    QVERIFY(kept);
    QCOMPARE(kept->ending, ScanEnding::Stopped);
}

QTEST_GUILESS_MAIN(TestCommandLineScan)
#include "tst_commandlinescan.moc"
