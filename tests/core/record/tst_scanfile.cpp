// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/database.h"
#include "core/record/writingmark.h"
#include "tests/core/record/scanbuilder.h"

#include <QTest>

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace roadstead;
using Code = RecordError::Code;

class TestScanFile : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatWasWritten();
    void laterPartsAddToEarlierOnes();
    void isOneFileForItsOwnerOnly();
    void readingLeavesTheFileAsItIs_data();
    void readingLeavesTheFileAsItIs();
    void refusesToReplaceAnything();
    void takesAnEmptyFile();
    void saysWhyItCannotBeMade();
    void aSecondWriterIsKeptOut();
    void readersAreToldThatItIsBeingWritten();
    void reopensAndGoesOn();
    void readsWhatACrashLeft();
    void reopensWhatACrashLeft();
    void aFailedWriteCanBeRepeated();
    void hostsOfOtherComputersZonesKeepTheirText();
    void movesWhileItIsWritten();
    void canBeCancelled();
    void twoMayAskAtOnce();
    void leavesAnothersFileWhereItIs();
};

void TestScanFile::readsBackWhatWasWritten()
{
    const TestFolder folder;
    const QString path = folder.path("a.roadstead");
    const ScanPart part = testPart();
    makeScan(path, {part});
    const auto read = readScanFile(path);
    QVERIFY2(read.hasValue(), read ? "" : qPrintable(read.error().detail));
    const ScanHeader &header = read->header;
    QCOMPARE(header.program, testHeader().program);
    QCOMPARE(header.targetsText, testHeader().targetsText);
    QCOMPARE(header.portsText, testHeader().portsText);
    QVERIFY(header.request.options == testHeader().request.options);
    QCOMPARE(header.startedAt, testStart());
    QCOMPARE(header.endedAt, testStart().addSecs(5));
    QCOMPARE(header.elapsed, std::chrono::milliseconds(1'234));
    QVERIFY(header.ending == ScanEnding::Paused);
    QCOMPARE(header.total, quint64(4'000));
    QCOMPARE(header.hosts, 2U);
    QCOMPARE(header.done(), quint64(5));
    QVERIFY(!header.answers);
    QCOMPARE(read->events, part.events);
    QCOMPARE(read->expectations, QStringLiteral("expect this"));
    QVERIFY(read->store.notes() == *part.notes);
    QCOMPARE(removedPortsOf(read->store), *part.removed);
    ResultStore expected = storeOf({part});
    QCOMPARE(expected.row(2).port, quint16(23));
    expected.setRemoved({2, 3}, true);
    QCOMPARE(rowsOf(read->store), rowsOf(expected));
    QCOMPARE(read->store.hostCount(), 3U);
    QCOMPARE(read->store.host(0).names, QStringList{QStringLiteral("a.example")});
    QVERIFY(read->store.host(0).standing == HostStanding::Up);
    QCOMPARE(read->store.host(0).answeredPort, quint16(22));
    QVERIFY(read->store.host(2).standing == HostStanding::Down);
    const auto quick = readScanHeader(path);
    QVERIFY(quick.hasValue());
    QCOMPARE(quick->counts, header.counts);
}

void TestScanFile::laterPartsAddToEarlierOnes()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    ScanPart names; // of a host that is known, and one that another thread met first
    names.batch = ResultBuilder()
                      .host(0, testHost(0), {QStringLiteral("b.example")})
                      .host(2, testHost(2))
                      .open(0, 25)
                      .batch();
    names.answers = NameAnswers{{QStringLiteral("b.example"), {testHost(0)}}};
    ScanHeader header = testHeader();
    header.request.targets = *readTargets(u"10.0.0.1-4 b.example", false);
    makeScan(path, {testPart(), ScanPart(), names}, header);
    const auto read = readScanFile(path);
    QVERIFY(read.hasValue());
    QCOMPARE(read->store.host(0).names,
             (QStringList{QStringLiteral("a.example"), QStringLiteral("b.example")}));
    QCOMPARE(read->header.done(), quint64(6));
    QCOMPARE(read->header.hosts, 2U);
    QVERIFY(read->header.ending == ScanEnding::Paused);
    QCOMPARE(read->header.answers.value(), *names.answers);
    QCOMPARE(read->store.notes().hostNote(testHost(0)), QStringLiteral("the router"));
}

void TestScanFile::isOneFileForItsOwnerOnly()
{
    const TestFolder folder;
    const QString name = QStringLiteral("a ?#%41 ü.roadstead");
    const QString path = folder.filePath(name);
    ScanWriter writer;
    QVERIFY(!writer.create(path, testHeader()));
    QVERIFY(!writer.write(testPart()));
    for (const QString &any : folder.names()) {
        struct stat status;
        QVERIFY(::stat(QFile::encodeName(folder.filePath(any)).constData(), &status) == 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
    }
    QVERIFY(!writer.close());
    QCOMPARE(folder.names(), QStringList{name});
    QVERIFY(readScanFile(path).hasValue());
}

void TestScanFile::readingLeavesTheFileAsItIs_data()
{
    QTest::addColumn<bool>("isCrashed");
    QTest::newRow("closed") << false;
    QTest::newRow("left by a crash") << true;
}

void TestScanFile::readingLeavesTheFileAsItIs()
{
    QFETCH(bool, isCrashed);
    const TestFolder folder;
    const QString path = folder.path("a");
    if (isCrashed)
        makeCrashedScan(path);
    else
        makeScan(path, {testPart()});
    const QStringList names = folder.names();
    const QByteArray before = sha256(path);
    const QByteArray logBefore = sha256(path + u"-wal");
    QVERIFY(readScanFile(path).hasValue());
    QVERIFY(readScanHeader(path).hasValue());
    QCOMPARE(folder.names(), names);
    QCOMPARE(sha256(path), before);
    QCOMPARE(sha256(path + u"-wal"), logBefore);
}

void TestScanFile::refusesToReplaceAnything()
{
    const TestFolder folder;
    putContent(folder.path("a"), "x");
    ScanWriter writer;
    QCOMPARE(codeOf(writer.create(folder.path("a"), testHeader())), Code::Exists);
    QVERIFY(!writer.isOpen());
    QCOMPARE(contentOf(folder.path("a")), QByteArray("x"));
    putContent(folder.path("b-wal"), "x");
    QCOMPARE(codeOf(writer.create(folder.path("b"), testHeader())), Code::Exists);
    QVERIFY(!QFile::exists(folder.path("b")));
}

void TestScanFile::takesAnEmptyFile()
{
    const TestFolder folder;
    putContent(folder.path("a"), "");
    makeScan(folder.path("a"), {testPart()});
    QVERIFY(readScanFile(folder.path("a")).hasValue());
    QCOMPARE(QFile::permissions(folder.path("a")) & QFile::ReadOther, QFile::Permissions());
}

void TestScanFile::saysWhyItCannotBeMade()
{
    const TestFolder folder;
    ScanWriter writer;
    const auto error = writer.create(folder.path("no/such"), testHeader());
    QCOMPARE(codeOf(error), Code::Unwritable);
    QCOMPARE(error->detail, systemWords(ENOENT));
    QCOMPARE(codeOf(writer.create(folder.QTemporaryDir::path(), testHeader())), Code::NotAFile);
}

void TestScanFile::aSecondWriterIsKeptOut()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    ScanWriter first;
    QVERIFY(!first.create(path, testHeader()));
    ScanWriter second;
    QCOMPARE(codeOf(second.reopen(path)), Code::InUse);
    QCOMPARE(codeOf(second.create(path, testHeader())), Code::Exists);
    QCOMPARE(codeOf(editScanFile(path, {})), Code::InUse);
    QCOMPARE(codeOf(removeScanFile(path)), Code::InUse);
    QVERIFY(!first.write(testPart()));
    QVERIFY(!first.close());
    QVERIFY(!second.reopen(path));
}

void TestScanFile::readersAreToldThatItIsBeingWritten()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    ScanWriter writer;
    QVERIFY(!writer.create(path, testHeader()));
    QCOMPARE(readCodeOf(path), Code::InUse);
    QVERIFY(!writer.write(testPart()));
    QCOMPARE(readCodeOf(path), Code::InUse);
    QVERIFY(QFile::link(path, folder.path("link")));
    QCOMPARE(readCodeOf(folder.path("link")), Code::InUse);
    QVERIFY(!writer.close());
    QVERIFY(readScanFile(folder.path("link")).hasValue());
}

void TestScanFile::reopensAndGoesOn()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeScan(path, {testPart()});
    ScanWriter writer;
    QVERIFY(!writer.reopen(path));
    QCOMPARE(writer.rowCount(), quint64(5));
    ScanPart more;
    more.batch = ResultBuilder()
                     .host(0, testHost(0))
                     .host(1, testHost(1))
                     .open(1, 9)
                     .closed(0, 9)
                     .change(1, testHost(1), HostEvent::AcceptsAll)
                     .batch();
    more.events = {{9, ScanEventCode::Continued, {}}};
    QVERIFY(!writer.write(more));
    QVERIFY(!writer.close());
    const auto read = readScanFile(path);
    QVERIFY(read.hasValue());
    ResultStore expected = storeOf({testPart(), more});
    expected.setRemoved({2, 3}, true);
    QCOMPARE(rowsOf(read->store), rowsOf(expected));
    QCOMPARE(read->header.hosts, 3U);
    QCOMPARE(read->events.size(), 3);
    QCOMPARE(folder.names(), QStringList{QStringLiteral("a")});
}

namespace {

/// As if its program had been killed in the commit after its last one.
void makeTornScan(const QString &path)
{
    makeCrashedScan(path);
    QFile torn(path + u"-wal");
    QVERIFY(torn.open(QIODevice::Append));
    torn.write(QByteArray(1'000, '\x55'));
}

} // namespace

void TestScanFile::readsWhatACrashLeft()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeTornScan(path);
    const auto read = readScanFile(path);
    QVERIFY(read.hasValue());
    QCOMPARE(read->header.done(), quint64(5));
}

void TestScanFile::reopensWhatACrashLeft()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeTornScan(path);
    QVERIFY(!copyScanFile(path, folder.path("copy")));
    ScanWriter writer;
    QVERIFY(!writer.reopen(path));
    ScanPart more;
    more.batch = ResultBuilder().host(1, testHost(1)).open(1, 9).batch();
    QVERIFY(!writer.write(more));
    QVERIFY(!writer.close());
    QCOMPARE(folder.names(), (QStringList{QStringLiteral("a"), QStringLiteral("copy")}));
    QCOMPARE(readScanFile(path)->header.done(), quint64(6));
    QCOMPARE(readScanFile(folder.path("copy"))->header.done(), quint64(5));
}

/// The last thing in the part cannot be kept; nothing before it may stay.
void TestScanFile::aFailedWriteCanBeRepeated()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    ScanWriter writer;
    QVERIFY(!writer.create(path, testHeader()));
    ScanPart faulty = testPart();
    faulty.removed = QList<RemovedPorts>{{0, {23}}, {0, {24}}}; // one place, twice
    QVERIFY(writer.write(faulty));
    QCOMPARE(writer.rowCount(), quint64(0));
    QVERIFY(!writer.write(testPart()));
    QVERIFY(!writer.close());
    QCOMPARE(readScanFile(path)->header.done(), quint64(5));
}

void TestScanFile::hostsOfOtherComputersZonesKeepTheirText()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    const Address address = Address::fromIpv6(0xfe80'0000'0000'0000, 1, 0x8000'0001);
    ScanPart part;
    part.batch = ResultBuilder().host(0, address).open(0, 80).batch();
    part.batch.hosts[0].addressText = QStringLiteral("fe80::1%nowhere7");
    makeScan(path, {part});
    const auto read = readScanFile(path);
    QVERIFY(read.hasValue());
    const HostRecord host = read->store.host(0);
    QCOMPARE(host.addressText, QStringLiteral("fe80::1%nowhere7"));
    ScanEdit edit;
    edit.notes.emplace().setHostNote(host.address, u"far away");
    QVERIFY(!editScanFile(path, edit));
    QCOMPARE(readScanFile(path)->store.notes().hostNote(host.address), QStringLiteral("far away"));
    QCOMPARE(contentOf(path).count("fe80::1%nowhere7"), 2); // the host's and the note's
}

void TestScanFile::movesWhileItIsWritten()
{
    const TestFolder folder;
    ScanWriter writer;
    QVERIFY(!writer.create(folder.path("a"), testHeader()));
    QVERIFY(!writer.write(testPart()));
    QCOMPARE(codeOf(writer.moveTo(folder.path("no/such"))), Code::Unwritable);
    QCOMPARE(writer.path(), folder.path("a"));
    putContent(folder.path("b"), "old");
    QVERIFY(!writer.moveTo(folder.path("b")));
    QCOMPARE(writer.path(), folder.path("b"));
    QCOMPARE(readCodeOf(folder.path("b")), Code::InUse);
    ScanPart more;
    more.batch = ResultBuilder().host(0, testHost(0)).open(0, 9).batch();
    QVERIFY(!writer.write(more));
    QVERIFY(!writer.close());
    QCOMPARE(readScanFile(folder.path("a"))->header.done(), quint64(5));
    QCOMPARE(readScanFile(folder.path("b"))->header.done(), quint64(6));
}

void TestScanFile::canBeCancelled()
{
    const TestFolder folder;
    makeScan(folder.path("a"), {testPart()});
    quint64 seen = 0;
    ReadWatch watch;
    watch.progress = [&seen](quint64 rows) { seen = rows; };
    QVERIFY(readScanFile(folder.path("a"), watch).hasValue());
    QCOMPARE(seen, quint64(5));
    watch.isCancelled = [] { return true; };
    QVERIFY(!readScanFile(folder.path("a"), watch).hasValue());
}

void TestScanFile::twoMayAskAtOnce()
{
    const TestFolder folder;
    putContent(folder.path("a-wal"), "what a crash left");
    const int asking = ::open(QFile::encodeName(folder.path("a-wal")).constData(), O_RDONLY);
    QCOMPARE(::flock(asking, LOCK_SH), 0); // as another reader does
    QVERIFY(!WritingMark::isSet(folder.path("a")));
    QCOMPARE(::flock(asking, LOCK_EX), 0);
    QVERIFY(WritingMark::isSet(folder.path("a")));
    ::close(asking);
}

/// Two begin to write one file, which is still empty.
void TestScanFile::leavesAnothersFileWhereItIs()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    putContent(path, "");
    Database other(path);
    QVERIFY(other.open(QStringLiteral("mode=rw")));
    QVERIFY(other.runAll(
        {QStringLiteral("PRAGMA journal_mode=MEMORY"), QStringLiteral("BEGIN EXCLUSIVE")}));
    ScanWriter writer;
    QCOMPARE(codeOf(writer.create(path, testHeader())), Code::InUse);
    QVERIFY(QFile::exists(path));
    QVERIFY(other.runAll({QStringLiteral("CREATE TABLE x(y)"), QStringLiteral("COMMIT")}));
    QCOMPARE(codeOf(writer.create(path, testHeader())), Code::Exists);
    QCOMPARE(folder.names(), QStringList{QStringLiteral("a")});
}

QTEST_GUILESS_MAIN(TestScanFile)
#include "tst_scanfile.moc"
