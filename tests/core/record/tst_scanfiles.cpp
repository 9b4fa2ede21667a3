// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/database.h"
#include "core/record/filecopy.h"
#include "core/record/merge.h"
#include "core/record/scanfiles.h"
#include "core/record/scanlimits.h"
#include "tests/core/record/scanbuilder.h"

#include <QTest>

#include <functional>

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace roadstead;
using Code = RecordError::Code;

class TestScanFiles : public QObject
{
    Q_OBJECT

private slots:
    void writesAWholeDocument();
    void leavesNothingOfHalfADocument();
    void copiesAFile();
    void copiesOverAFile();
    void doesNotCopyOverAScanInUse();
    void doesNotCopyWhatIsNoScan();
    void editsAFile();
    void editsNoOtherScan();
    void replacesAFile();
    void removesAFileWithWhatIsBesideIt();
    void removesNothingButScans();
    void removesWhatNeverBegan();
    void isFinishedWhenItIsWhole();
    void keepsMarksOfRowsOnly();
    void readsMarksWithoutRows();
    void refusesExpectationsThatAreTooLong();
    void saysWhyACrashedFileCannotBeCopied();
    void followsNoLinks();
};

namespace {

ScanDocument documentWithRows()
{
    ScanDocument document;
    document.header = testHeader();
    document.header.origin = ScanOrigin::Imported;
    document.header.ending = ScanEnding::Finished;
    document.header.endedAt = testStart().addSecs(9);
    ScanPart part = testPart();
    part.batch.changes +=
        HostChange{.host = 2, .address = testHost(2), .event = HostEvent::Blocked, .count = 500};
    document.store = storeOf({part});
    document.store.setNotes(*part.notes);
    document.store.setRemoved({1, 4}, true);
    document.events = part.events;
    document.expectations = QStringLiteral("many");
    return document;
}

/// Runs it in a process of its own, which a file of over `bytes` ends as kill -9 would.
void killAtFileSize(qint64 bytes, const std::function<void()> &work)
{
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        const rlimit noCore{0, 0};
        const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
        std::signal(SIGXFSZ, SIG_DFL);
        ::setrlimit(RLIMIT_CORE, &noCore);
        ::setrlimit(RLIMIT_FSIZE, &limit);
        work();
        ::_exit(0);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY2(WIFSIGNALED(status), "it was killed");
}

} // namespace

void TestScanFiles::writesAWholeDocument()
{
    const TestFolder folder;
    const ScanDocument document = documentWithRows();
    QVERIFY(!writeScanFile(folder.path("a"), document));
    const auto read = readScanFile(folder.path("a"));
    QVERIFY(read.hasValue());
    QCOMPARE(rowsOf(read->store), rowsOf(document.store));
    QVERIFY(read->header.origin == ScanOrigin::Imported);
    QVERIFY(read->header.ending == ScanEnding::Finished);
    QCOMPARE(read->header.endedAt, document.header.endedAt);
    QCOMPARE(read->events, document.events);
    QCOMPARE(read->expectations, document.expectations);
    QVERIFY(read->store.notes() == document.store.notes());
    for (quint32 i = 0; i < 3; ++i) {
        const HostRecord &host = read->store.host(i);
        const HostRecord &before = document.store.host(i);
        QCOMPARE(host.names, before.names);
        QVERIFY(host.standing == before.standing);
        QCOMPARE(host.answeredPort, before.answeredPort);
        QCOMPARE(host.blockedAfter, before.blockedAfter);
    }
    QCOMPARE(codeOf(writeScanFile(folder.path("a"), document)), Code::Exists);
}

void TestScanFiles::leavesNothingOfHalfADocument()
{
    const TestFolder folder;
    const FileSizeLimit limit(20'000); // the tables fit in, the rows do not
    ScanDocument document = documentWithRows();
    ResultBuilder many;
    many.host(0, testHost(0));
    for (quint16 port = 100; port < 20'000; ++port)
        many.closed(0, port, port);
    document.store.append(many.batch());
    QCOMPARE(codeOf(writeScanFile(folder.path("a"), document)), Code::Unwritable);
    QVERIFY(folder.names().isEmpty());
}

void TestScanFiles::copiesAFile()
{
    const TestFolder folder;
    makeScan(folder.path("a"), {testPart()});
    QVERIFY(!copyScanFile(folder.path("a"), folder.path("b")));
    QCOMPARE(sha256(folder.path("a")), sha256(folder.path("b")));
    QCOMPARE(QFile::permissions(folder.path("b")) & (QFile::ReadOther | QFile::ReadGroup),
             QFile::Permissions());
    QVERIFY(!copyScanFile(folder.path("a"), folder.path("a")));
    const auto error = copyScanFile(folder.path("a"), folder.path("no/such"));
    QCOMPARE(codeOf(error), Code::Unwritable);
    QCOMPARE(folder.names(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
}

void TestScanFiles::copiesOverAFile()
{
    const TestFolder folder;
    makeScan(folder.path("a"), {testPart()});
    putContent(folder.path("b"), "old");
    QVERIFY(!copyScanFile(folder.path("a"), folder.path("b")));
    QCOMPARE(sha256(folder.path("a")), sha256(folder.path("b")));
    QCOMPARE(codeOf(copyScanFile(folder.path("a"), folder.QTemporaryDir::path())), Code::NotAFile);
}

void TestScanFiles::doesNotCopyOverAScanInUse()
{
    const TestFolder folder;
    makeScan(folder.path("a"), {testPart()});
    ScanWriter writer;
    QVERIFY(!writer.create(folder.path("b"), testHeader()));
    QCOMPARE(codeOf(copyScanFile(folder.path("a"), folder.path("b"))), Code::InUse);
    QCOMPARE(codeOf(copyScanFile(folder.path("b"), folder.path("c"))), Code::InUse);
    QVERIFY(!writer.close());
    putContent(folder.path("b-wal"), "what a crash left");
    QCOMPARE(codeOf(copyScanFile(folder.path("a"), folder.path("b"))), Code::Exists);
}

void TestScanFiles::doesNotCopyWhatIsNoScan()
{
    const TestFolder folder;
    putContent(folder.path("a"), "text");
    QCOMPARE(codeOf(copyScanFile(folder.path("a"), folder.path("b"))), Code::NotAScan);
    QVERIFY(!QFile::exists(folder.path("b")));
}

void TestScanFiles::editsAFile()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeScan(path, {testPart()});
    ScanEdit edit;
    edit.removed = QList<RemovedPorts>{{2, {80}}};
    QVERIFY(!editScanFile(path, edit));
    auto read = readScanFile(path);
    QCOMPARE(removedPortsOf(read->store), *edit.removed);
    QVERIFY(read->store.notes() == *testPart().notes);
    QCOMPARE(read->expectations, *testPart().expectations);
    QVERIFY(read->header.ending == ScanEnding::Paused);
    QCOMPARE(read->header.endedAt, testPart().writtenAt);
    edit = ScanEdit();
    edit.notes = NoteBook();
    edit.expectations = QString();
    QVERIFY(!editScanFile(path, edit));
    read = readScanFile(path);
    QVERIFY(read->store.notes().isEmpty());
    QVERIFY(read->expectations.isEmpty());
    QCOMPARE(read->store.removed().count(), 1U);
}

void TestScanFiles::editsNoOtherScan()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeScan(path, {testPart()});
    ScanEdit edit;
    edit.notes = NoteBook();
    const quint64 rows = readScanHeader(path)->done();
    QCOMPARE(codeOf(editScanFile(path, edit, identityOf(testHeader(), rows + 1))), Code::Changed);
    QVERIFY(!readScanFile(path)->store.notes().isEmpty());
    QVERIFY(!editScanFile(path, edit, identityOf(testHeader(), rows)));
    QVERIFY(readScanFile(path)->store.notes().isEmpty());
}

void TestScanFiles::replacesAFile()
{
    const TestFolder folder;
    makeScan(folder.path("a"), {testPart()});
    makeScan(folder.path("b"), {});
    const auto document = readScanFile(folder.path("a"));
    QVERIFY(!replaceScanFile(folder.path("b"), *document));
    QVERIFY(!replaceScanFile(folder.path("c"), *document));
    QCOMPARE(folder.names(),
             (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    for (const char *name : {"b", "c"})
        QCOMPARE(readScanFile(folder.path(name))->store.rowCount(), document->store.rowCount());
    // What is beside it is somebody's, whatever it is called.
    makeScan(folder.path("b.new"), {});
    putContent(folder.path("c.new"), "mine");
    const QStringList names = folder.names();
    QVERIFY(!replaceScanFile(folder.path("b"), *document));
    QVERIFY(!replaceScanFile(folder.path("c"), *document));
    QCOMPARE(folder.names(), names);
    QCOMPARE(readScanFile(folder.path("b.new"))->store.rowCount(), quint32(0));
    QCOMPARE(contentOf(folder.path("c.new")), QByteArray("mine"));
}

void TestScanFiles::removesAFileWithWhatIsBesideIt()
{
    const TestFolder folder;
    makeScan(folder.path("a"), {testPart()});
    putContent(folder.path("a-wal"), "x");
    QVERIFY(!removeScanFile(folder.path("a")));
    QVERIFY(folder.names().isEmpty());
    const auto error = removeScanFile(folder.path("a"));
    QCOMPARE(codeOf(error), Code::Unreadable);
    QCOMPARE(error->detail, systemWords(ENOENT));
}

void TestScanFiles::removesNothingButScans()
{
    const TestFolder folder;
    putContent(folder.path("a"), "precious");
    QCOMPARE(codeOf(removeScanFile(folder.path("a"))), Code::NotAScan);
    QCOMPARE(codeOf(removeScanFile(folder.QTemporaryDir::path())), Code::NotAFile);
    QCOMPARE(folder.names(), QStringList{QStringLiteral("a")});
}

void TestScanFiles::removesWhatNeverBegan()
{
    const TestFolder folder;
    putContent(folder.path("a"), "");
    QVERIFY(!removeScanFile(folder.path("a")));
    QVERIFY(folder.names().isEmpty());
    // Killed before its tables are whole, it never gets its name.
    killAtFileSize(2'000, [&folder] {
        ScanWriter writer;
        static_cast<void>(writer.create(folder.path("b"), testHeader()));
    });
    QVERIFY(!QFile::exists(folder.path("b")));
}

void TestScanFiles::isFinishedWhenItIsWhole()
{
    ScanDocument document = documentWithRows();
    document.store = ResultStore();
    document.store.clear(testStart());
    ResultBuilder many;
    for (quint32 host = 0; host < 10; ++host) {
        many.host(host, testHost(host));
        for (quint32 port = 0; port < 60'000; ++port)
            many.closed(host, static_cast<quint16>(port), port);
    }
    document.store.append(many.batch());
    const TestFolder folder;
    killAtFileSize(2'000'000,
                   [&] { static_cast<void>(writeScanFile(folder.path("a"), document)); });
    const auto header = readScanHeader(folder.path("a"));
    QVERIFY(header.hasValue());
    QVERIFY(header->done() > 0 && header->done() < 600'000);
    QCOMPARE(header->ending, ScanEnding::None);
}

void TestScanFiles::keepsMarksOfRowsOnly()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeScan(path, {testPart()});
    ScanEdit edit;
    edit.removed = QList<RemovedPorts>{{0, {21}}, {2, {79, 80, 81, 99}}, {9, {1}}};
    QVERIFY(!editScanFile(path, edit));
    const auto read = readScanFile(path);
    QVERIFY(read.hasValue());
    QCOMPARE(removedPortsOf(read->store), (QList<RemovedPorts>{{2, {80, 81}}}));
}

void TestScanFiles::readsMarksWithoutRows()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeScan(path, {testPart()});
    Database database(path);
    QVERIFY(database.open(QStringLiteral("mode=rw")));
    QVERIFY(database.runAll({QStringLiteral("INSERT INTO removed VALUES(7,x'0100')"),
                             QStringLiteral("UPDATE removed SET ports=x'17001900' WHERE host=0")}));
    database.close();
    const auto read = readScanFile(path);
    QVERIFY(read.hasValue());
    QCOMPARE(removedPortsOf(read->store), (QList<RemovedPorts>{{0, {23}}}));
}

void TestScanFiles::refusesExpectationsThatAreTooLong()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeScan(path, {testPart()});
    ScanEdit edit;
    edit.expectations = QString(limits::kExpectations + 1, u'#');
    QCOMPARE(codeOf(editScanFile(path, edit)), Code::TooLong);
    QCOMPARE(readScanFile(path)->expectations, *testPart().expectations);
    QList<MergePart> parts(2);
    for (MergePart &part : parts)
        part.document.header = testHeader();
    parts[0].document.expectations = QString(limits::kExpectations / 2 + 1, u'#');
    parts[1].document.expectations = QString(limits::kExpectations / 2, u'#');
    const auto merged = mergeScans(parts);
    QVERIFY(!merged);
    QCOMPARE(merged.error().code, Code::TooLong);
}

void TestScanFiles::saysWhyACrashedFileCannotBeCopied()
{
    const TestFolder folder;
    makeCrashedScan(folder.path("a"));
    QVERIFY(!copyScanFile(folder.path("a"), folder.path("b")));
    QCOMPARE(rowsOf(readScanFile(folder.path("b"))->store),
             rowsOf(readScanFile(folder.path("a"))->store));
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", QFile::encodeName(folder.path("a"))); // which is no folder
    const auto error = copyScanFile(folder.path("a"), folder.path("c"));
    qputenv("TMPDIR", before);
    QCOMPARE(codeOf(error), Code::Unreadable);
    QVERIFY(!error->detail.isEmpty());
}

void TestScanFiles::followsNoLinks()
{
    const TestFolder folder;
    putContent(folder.path("secret"), "secret");
    putContent(folder.path("a"), "a scan");
    QVERIFY(QFile::link(folder.path("secret"), folder.path("a-wal")));
    const auto error = copyWithLeftovers(folder.path("a"), folder.path("b"));
    QCOMPARE(codeOf(error), Code::Unreadable);
    QCOMPARE(error->detail, systemWords(ELOOP));
    QVERIFY(!QFile::exists(folder.path("b-wal")));
}

QTEST_GUILESS_MAIN(TestScanFiles)
#include "tst_scanfiles.moc"
