// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/recordedscan.h"
#include "core/record/resumption.h"
#include "tests/core/record/scanbuilder.h"
#include "tests/support/enginemain.h"

#include <QFileInfo>
#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

/// Often enough for a test of half a second.
constexpr ScanRecorder::Rhythm kQuick{.commit = 20ms, .retry = 50ms, .rows = 1'000};

ScanRequest loopbackRequest(quint16 ports)
{
    ScanRequest request;
    request.targets = *readTargets(u"127.0.0.1-2", false);
    request.ports = PortSet::range(1, ports);
    return request;
}

/// An engine, what keeps its scan, and what both said.
class Bench final : public QObject
{
public:
    Bench()
    {
        connect(&recorded, &RecordedScan::opened, this, [this](const auto &error) {
            openError = error;
            ++opened;
        });
        connect(&recorded, &RecordedScan::writeFailed, this,
                [this](const RecordError &error) { failures.append(error); });
        connect(&recorded, &RecordedScan::writeRecovered, this, [this] { ++recoveries; });
        connect(&recorded, &RecordedScan::closed, this, [this](const auto &error) {
            closeError = error;
            ++closed;
        });
        connect(&engine, &ScanEngine::resultsReady, this, [this](const ResultBatch &batch) {
            found += static_cast<quint32>(batch.rows.size());
            if (found >= stopAfter)
                engine.requestStop();
        });
    }

    ScanEngine engine;
    RecordedScan recorded{engine, kQuick};
    quint32 stopAfter = 0xffff'ffff;
    quint32 found = 0;
    int opened = 0;
    int closed = 0;
    int recoveries = 0;
    std::optional<RecordError> openError;
    std::optional<RecordError> closeError;
    QList<RecordError> failures;
};

ScanDocument documentAt(const QString &path)
{
    const auto read = readScanFile(path);
    if (!read)
        QTest::qFail(qPrintable(read.error().detail), __FILE__, __LINE__);
    return read ? *read : ScanDocument();
}

QList<ScanEventCode> codesOf(const ScanDocument &document)
{
    QList<ScanEventCode> codes;
    for (const ScanEvent &event : document.events)
        codes += event.code;
    return codes;
}

} // namespace

class TestRecordedScan : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithASeedAndATime();
    void keepsAWholeScan_data();
    void keepsAWholeScan();
    void continuesWhatWasPaused();
    void sendsNothingWithoutAFile();
    void scansOnWithoutAFile();
    void waitsForRoom();
    void staysPausedUntilThereIsRoom();
    void goesOnWhenItIsGivenUp();
    void keepsWhatIsUnderWay();
    void goesOnWithNoOtherScan();
    void leavesTheNextScanAlone();
    void keepsNamesAndWhatTheyLedTo();

private:
    TestFolder m_folder;
};

void TestRecordedScan::beginsWithASeedAndATime()
{
    ScanRequest request = loopbackRequest(10);
    const ScanHeader header = headerOfNewScan(request);
    QVERIFY(header.request.options.seed != 0);
    QVERIFY(qAbs(header.startedAt.msecsTo(QDateTime::currentDateTimeUtc())) < 60'000);
    QVERIFY2(header.program.startsWith(QStringLiteral("roadstead ")), qPrintable(header.program));
    request.options.seed = 5;
    QCOMPARE(headerOfNewScan(request).request.options.seed, quint64(5));
}

void TestRecordedScan::keepsAWholeScan_data()
{
    QTest::addColumn<RecordedScan::Order>("order");
    QTest::newRow("the file first") << RecordedScan::Order::File;
    QTest::newRow("the scan first") << RecordedScan::Order::Scan;
}

void TestRecordedScan::keepsAWholeScan()
{
    QFETCH(RecordedScan::Order, order);
    const QString path = m_folder.path(QTest::currentDataTag());
    Bench bench;
    ScanHeader header = headerOfNewScan(loopbackRequest(3'000));
    header.targetsText = QStringLiteral("127.0.0.1-2");
    bench.recorded.begin(header, path, order);
    QTRY_COMPARE_WITH_TIMEOUT(bench.closed, 1, 60'000);
    QVERIFY(!bench.closeError);
    QCOMPARE(bench.opened, 1);
    const ScanDocument document = documentAt(path);
    QCOMPARE(document.store.rowCount(), quint32(6'000));
    QCOMPARE(document.header.ending, ScanEnding::Finished);
    QCOMPARE(document.header.total, quint64(6'000));
    QCOMPARE(document.header.startedAt.toMSecsSinceEpoch(), header.startedAt.toMSecsSinceEpoch());
    QCOMPARE(document.header.request.options, header.request.options);
    QCOMPARE(document.header.targetsText, header.targetsText);
    QVERIFY(document.header.elapsed > 0ms);
    QCOMPARE(codesOf(document),
             (QList<ScanEventCode>{ScanEventCode::Started, ScanEventCode::Finished}));
    const QDateTime last = document.store.timeOf(document.store.row(5'999));
    QVERIFY(last >= header.startedAt && last <= QDateTime::currentDateTimeUtc());
}

void TestRecordedScan::continuesWhatWasPaused()
{
    const QString path = m_folder.path("paused");
    {
        Bench bench;
        bench.stopAfter = 1'000;
        bench.recorded.begin(headerOfNewScan(loopbackRequest(10'000)), path,
                             RecordedScan::Order::File);
        bench.recorded.setStopMeans(ScanEnding::Paused);
        QTRY_COMPARE_WITH_TIMEOUT(bench.closed, 1, 60'000);
    }
    const ScanDocument paused = documentAt(path);
    QCOMPARE(paused.header.ending, ScanEnding::Paused);
    QVERIFY(paused.store.rowCount() >= 1'000 && paused.store.rowCount() < 20'000);
    const auto earlier = prepareResumption(paused);
    QVERIFY(earlier);
    Bench bench;
    bench.recorded.resume(path, paused.header, *earlier);
    QTRY_COMPARE_WITH_TIMEOUT(bench.closed, 1, 60'000);
    QVERIFY(!bench.openError && !bench.closeError);
    QCOMPARE(bench.found, 20'000 - paused.store.rowCount());
    const ScanDocument whole = documentAt(path);
    QCOMPARE(whole.store.rowCount(), quint32(20'000));
    QCOMPARE(whole.header.ending, ScanEnding::Finished);
    QVERIFY(whole.header.elapsed >= paused.header.elapsed);
    QVERIFY(!ScannedPorts(whole.store).hasDuplicates());
    QVERIFY(codesOf(whole).contains(ScanEventCode::Continued));
    QCOMPARE(prepareResumption(whole).error().code, RecordError::Code::NothingToContinue);
}

void TestRecordedScan::sendsNothingWithoutAFile()
{
    Bench bench;
    bench.recorded.begin(headerOfNewScan(loopbackRequest(10)), m_folder.path("no/such/folder"),
                         RecordedScan::Order::File);
    QTRY_COMPARE(bench.opened, 1);
    QVERIFY(bench.openError);
    QCOMPARE(bench.openError->code, RecordError::Code::Unwritable);
    QVERIFY(!bench.engine.isRunning());
    QCOMPARE(bench.found, quint32(0));
}

void TestRecordedScan::scansOnWithoutAFile()
{
    Bench bench;
    bench.recorded.begin(headerOfNewScan(loopbackRequest(500)), m_folder.path("no/such/folder"),
                         RecordedScan::Order::Scan);
    QTRY_COMPARE(bench.opened, 1);
    QVERIFY(bench.openError);
    QTRY_COMPARE_WITH_TIMEOUT(bench.found, quint32(1'000), 30'000);
    QTRY_VERIFY(!bench.engine.isRunning());
}

void TestRecordedScan::waitsForRoom()
{
    const QString path = m_folder.path("full");
    Bench bench;
    {
        const FileSizeLimit full(64 * 1'024);
        bench.recorded.begin(headerOfNewScan(loopbackRequest(30'000)), path,
                             RecordedScan::Order::File);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.failures.isEmpty(), 60'000);
        QTRY_COMPARE(bench.engine.state(), ScanState::Paused);
        QVERIFY(bench.recorded.isHeldUp());
    }
    QTRY_COMPARE_WITH_TIMEOUT(bench.closed, 1, 60'000);
    QVERIFY(!bench.closeError);
    QCOMPARE(bench.failures.size(), qsizetype(1));
    QCOMPARE(bench.recoveries, 1);
    const ScanDocument document = documentAt(path);
    QCOMPARE(document.store.rowCount(), quint32(60'000));
    QVERIFY(codesOf(document).contains(ScanEventCode::WriteFailed));
    QVERIFY(codesOf(document).contains(ScanEventCode::WriteRecovered));
}

/// Somebody who presses Resume does not make room by that.
void TestRecordedScan::staysPausedUntilThereIsRoom()
{
    Bench bench;
    {
        const FileSizeLimit full(64 * 1'024);
        bench.recorded.begin(headerOfNewScan(loopbackRequest(60'000)), m_folder.path("impatient"),
                             RecordedScan::Order::File);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.engine.state() == ScanState::Paused && bench.recorded.isHeldUp(), 60'000);
        bench.engine.resume();
        QCOMPARE(bench.engine.state(), ScanState::Paused);
    }
    QTRY_COMPARE_WITH_TIMEOUT(bench.closed, 1, 60'000);
    QCOMPARE(documentAt(m_folder.path("impatient")).store.rowCount(), quint32(120'000));
}

void TestRecordedScan::goesOnWhenItIsGivenUp()
{
    const QString path = m_folder.path("given-up");
    Bench bench;
    const FileSizeLimit full(64 * 1'024);
    bench.recorded.begin(headerOfNewScan(loopbackRequest(30'000)), path, RecordedScan::Order::File);
    QTRY_VERIFY_WITH_TIMEOUT(bench.recorded.isHeldUp(), 60'000);
    bench.recorded.giveUp();
    QTRY_COMPARE_WITH_TIMEOUT(bench.found, quint32(60'000), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(bench.closed, 1, 30'000);
    QVERIFY(bench.closeError);
    const ScanDocument kept = documentAt(path); // what it has is sound
    QVERIFY(kept.store.rowCount() < 60'000);
    QCOMPARE(kept.header.ending, ScanEnding::None);
}

/// A scan that nobody kept until somebody saved it.
void TestRecordedScan::keepsWhatIsUnderWay()
{
    const QString path = m_folder.path("later");
    Bench bench;
    auto soFar = std::make_shared<ScanDocument>();
    soFar->header = headerOfNewScan(loopbackRequest(20'000));
    soFar->store.clear(soFar->header.startedAt);
    connect(&bench.engine, &ScanEngine::resolved, this,
            [soFar](const NameAnswers &answers, quint64 total) {
                soFar->header.answers = answers;
                soFar->header.total = total;
            });
    bool isFollowed = false;
    connect(&bench.engine, &ScanEngine::resultsReady, this, [&](const ResultBatch &batch) {
        if (isFollowed)
            return;
        soFar->store.append(batch);
        bench.engine.pause();
    });
    bench.engine.start(soFar->header.request, beginningOf(soFar->header));
    QTRY_COMPARE_WITH_TIMEOUT(bench.engine.state(), ScanState::Paused, 30'000);
    isFollowed = true;
    const quint32 before = soFar->store.rowCount();
    QVERIFY(before > 0 && before < 40'000);
    bench.recorded.follow(path, soFar);
    bench.engine.resume();
    QTRY_COMPARE_WITH_TIMEOUT(bench.closed, 1, 60'000);
    QVERIFY(!bench.openError && !bench.closeError);
    const ScanDocument document = documentAt(path);
    QCOMPARE(document.store.rowCount(), quint32(40'000));
    QCOMPARE(document.header.total, quint64(40'000));
    QCOMPARE(document.header.ending, ScanEnding::Finished);
    QCOMPARE(bench.recorded.identity(), identityOf(document.header, 40'000));
}

/// The file was scanned on elsewhere since it was read.
void TestRecordedScan::goesOnWithNoOtherScan()
{
    const QString path = m_folder.path("elsewhere");
    Bench first;
    first.stopAfter = 1'000;
    first.recorded.begin(headerOfNewScan(loopbackRequest(10'000)), path, RecordedScan::Order::File);
    QTRY_COMPARE_WITH_TIMEOUT(first.closed, 1, 60'000);
    const ScanDocument stopped = documentAt(path);
    const auto earlier = prepareResumption(stopped);
    QVERIFY(earlier);
    Bench second;
    second.recorded.resume(path, stopped.header, *earlier);
    QTRY_COMPARE_WITH_TIMEOUT(second.closed, 1, 60'000);
    Bench third;
    third.recorded.resume(path, stopped.header, *earlier);
    QTRY_COMPARE(third.opened, 1);
    QVERIFY(third.openError);
    QCOMPARE(third.openError->code, RecordError::Code::Changed);
    QVERIFY(!third.engine.isRunning());
    QCOMPARE(documentAt(path).store.rowCount(), quint32(20'000));
}

/// A file that waits for room when the engine has another scan already.
void TestRecordedScan::leavesTheNextScanAlone()
{
    Bench bench;
    {
        const FileSizeLimit full(64 * 1'024);
        bench.recorded.begin(headerOfNewScan(loopbackRequest(30'000)), m_folder.path("waits"),
                             RecordedScan::Order::File);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.engine.state() == ScanState::Paused && bench.recorded.isHeldUp(), 60'000);
        bench.engine.requestStop();
        QTRY_VERIFY(!bench.engine.isRunning());
        QVERIFY(bench.recorded.isOver());
        bench.engine.start(loopbackRequest(60'000));
        QTRY_COMPARE(bench.engine.state(), ScanState::Scanning);
        bench.engine.pause(); // a person does
    }
    QTRY_COMPARE_WITH_TIMEOUT(bench.closed, 1, 60'000);
    QVERIFY(!bench.closeError);
    QCOMPARE(bench.engine.state(), ScanState::Paused);
}

void TestRecordedScan::keepsNamesAndWhatTheyLedTo()
{
    const QString path = m_folder.path("names");
    ScanRequest request = loopbackRequest(5);
    request.targets.names.append(
        {QStringLiteral("localhost"), QStringLiteral("localhost"), std::nullopt, 0});
    request.options.useIpv6 = false;
    Bench bench;
    bench.recorded.begin(headerOfNewScan(request), path, RecordedScan::Order::File);
    QTRY_COMPARE_WITH_TIMEOUT(bench.closed, 1, 60'000);
    const ScanDocument document = documentAt(path);
    QVERIFY(document.header.answers);
    QVERIFY(document.header.answers->value(QStringLiteral("localhost"))
                .contains(Address::fromIpv4(0x7f00'0001)));
    QCOMPARE(document.store.host(0).names.isEmpty() && document.store.host(1).names.isEmpty(),
             false);
}

int main(int argc, char **argv)
{
    return runEngineTest<TestRecordedScan>(argc, argv);
}

#include "tst_recordedscan.moc"
