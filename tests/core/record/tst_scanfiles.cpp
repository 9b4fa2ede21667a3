// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanfiles.h"
#include "tests/core/record/scanbuilder.h"

#include <QTest>

#include <errno.h>

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
    putContent(folder.path("text"), "mine");
    putContent(folder.path("text.new"), "mine as well");
    QCOMPARE(codeOf(replaceScanFile(folder.path("text"), *document)), Code::NotAScan);
    QCOMPARE(contentOf(folder.path("text")), QByteArray("mine"));
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

QTEST_GUILESS_MAIN(TestScanFiles)
#include "tst_scanfiles.moc"
