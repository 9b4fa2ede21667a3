// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanrecorder.h"
#include "tests/core/record/scanbuilder.h"
#include "tests/support/enginemain.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace roadstead;
using Code = RecordError::Code;

class TestScanRecorder : public QObject
{
    Q_OBJECT

private slots:
    void writesWhatItIsGiven();
    void commitsManyRowsAtOnce();
    void saysWhenThereIsNoFile();
    void keepsEverythingWhileItCannotWrite();
    void givesUpWhenAsked();
    void movesToAnotherFile();
    void staysWhereItWasIfItCannotMove();
    void goesOnWithAFile();
    void goesOnWithNoOther();
    void beginsWithADocument();
    void itsEndLosesNothing();
};

namespace {

using Outcome = std::optional<RecordError>;

/// Hours between commits: what happens is asked for.
constexpr ScanRecorder::Rhythm kSlow{
    .commit = std::chrono::hours(1), .retry = std::chrono::hours(1), .rows = 1'000'000};
constexpr ScanRecorder::Rhythm kQuick{.commit = std::chrono::milliseconds(1),
                                      .retry = std::chrono::milliseconds(1),
                                      .rows = 1'000'000};

ResultBatch rowsFrom(quint16 first, quint16 count)
{
    ResultBuilder builder;
    builder.host(0, testHost(0));
    for (quint16 i = 0; i < count; ++i)
        builder.open(0, static_cast<quint16>(first + i)).banner("x");
    return builder.batch();
}

ScanHeader headerOfOther()
{
    ScanHeader other = testHeader();
    other.request.options.seed = 7;
    return other;
}

bool isGood(const QSignalSpy &spy)
{
    return spy.size() == 1 && !spy.first().first().value<Outcome>();
}

} // namespace

void TestScanRecorder::writesWhatItIsGiven()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    ScanRecorder recorder(kQuick);
    QSignalSpy opened(&recorder, &ScanRecorder::opened);
    QSignalSpy closed(&recorder, &ScanRecorder::closed);
    ScanHeader header = testHeader();
    header.request.targets = *readTargets(u"10.0.0.1-4 a.example", false);
    recorder.create(path, header);
    recorder.add(rowsFrom(1, 10));
    recorder.addEvent({1, ScanEventCode::Paused, {}});
    recorder.setAnswers({{QStringLiteral("a.example"), {testHost(0)}}}, 4'000);
    recorder.setElapsed(std::chrono::milliseconds(500));
    NoteBook notes;
    notes.setHostNote(testHost(0), u"noted");
    recorder.setNotes(notes);
    recorder.setRemoved({{0, {3}}});
    recorder.setExpectations(QStringLiteral("some"));
    QCOMPARE(recorder.pendingRows(), quint64(10));
    QTRY_COMPARE(recorder.pendingRows(), quint64(0));
    QVERIFY(isGood(opened));
    QCOMPARE(recorder.path(), path);
    recorder.add(rowsFrom(11, 5));
    recorder.finish(ScanEnding::Stopped, std::chrono::milliseconds(900));
    QTRY_VERIFY(isGood(closed));
    QCOMPARE(folder.names(), QStringList{QStringLiteral("a")});
    const auto read = readScanFile(path);
    QVERIFY(read.hasValue());
    QCOMPARE(read->store.rowCount(), 15U);
    QCOMPARE(read->store.detail(14).banner, QByteArray("x"));
    QCOMPARE(read->store.removed().count(), 1U);
    QCOMPARE(read->store.notes().hostNote(testHost(0)), QStringLiteral("noted"));
    QCOMPARE(read->events.size(), 1);
    QCOMPARE(read->expectations, QStringLiteral("some"));
    QVERIFY(read->header.ending == ScanEnding::Stopped);
    QCOMPARE(read->header.elapsed, std::chrono::milliseconds(900));
    QCOMPARE(read->header.total, quint64(4'000));
    QVERIFY(read->header.endedAt.secsTo(QDateTime::currentDateTimeUtc()) < 600);
}

void TestScanRecorder::commitsManyRowsAtOnce()
{
    const TestFolder folder;
    ScanRecorder::Rhythm rhythm = kSlow;
    rhythm.rows = 100;
    ScanRecorder recorder(rhythm);
    QSignalSpy committed(&recorder, &ScanRecorder::committed);
    recorder.create(folder.path("a"), testHeader());
    recorder.add(rowsFrom(1, 99));
    recorder.add(rowsFrom(100, 1));
    QTRY_COMPARE(committed.size(), 1);
    QCOMPARE(committed.first().first().toULongLong(), 100ULL);
    recorder.add(rowsFrom(101, 1)); // waits for its time
    recorder.finish(ScanEnding::Finished, {});
    QTRY_COMPARE(committed.size(), 2);
}

void TestScanRecorder::saysWhenThereIsNoFile()
{
    const TestFolder folder;
    putContent(folder.path("a"), "mine");
    ScanRecorder recorder(kQuick);
    QSignalSpy opened(&recorder, &ScanRecorder::opened);
    QSignalSpy failed(&recorder, &ScanRecorder::failed);
    recorder.create(folder.path("a"), testHeader());
    recorder.add(rowsFrom(1, 10));
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(codeOf(opened.first().first().value<Outcome>()), Code::Exists);
    QVERIFY(failed.isEmpty());
    QCOMPARE(contentOf(folder.path("a")), QByteArray("mine"));
}

void TestScanRecorder::keepsEverythingWhileItCannotWrite()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    ScanRecorder recorder(kQuick);
    QSignalSpy failed(&recorder, &ScanRecorder::failed);
    QSignalSpy recovered(&recorder, &ScanRecorder::recovered);
    QSignalSpy closed(&recorder, &ScanRecorder::closed);
    recorder.create(path, testHeader());
    recorder.add(rowsFrom(1, 10));
    QTRY_COMPARE(recorder.pendingRows(), quint64(0));
    auto limit = std::make_unique<FileSizeLimit>(QFile(path + u"-wal").size());
    recorder.add(rowsFrom(11, 10));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<RecordError>().code, Code::Unwritable);
    recorder.add(rowsFrom(21, 10));
    recorder.finish(ScanEnding::Stopped, {}); // tried until it can be done
    QSignalSpy moved(&recorder, &ScanRecorder::moved); // what comes after a try has been made
    recorder.moveTo(folder.path("b"), false);
    QTRY_COMPARE(moved.size(), 1);
    QVERIFY(closed.isEmpty());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(recorder.pendingRows(), quint64(20));
    limit.reset();
    QTRY_VERIFY(isGood(closed));
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(recorder.pendingRows(), quint64(0));
    QCOMPARE(readScanFile(path)->store.rowCount(), 30U);
}

void TestScanRecorder::givesUpWhenAsked()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    ScanRecorder recorder(kSlow);
    QSignalSpy opened(&recorder, &ScanRecorder::opened);
    QSignalSpy closed(&recorder, &ScanRecorder::closed);
    recorder.create(path, testHeader());
    QTRY_VERIFY(isGood(opened));
    {
        const FileSizeLimit limit(QFile(path + u"-wal").size());
        recorder.add(rowsFrom(1, 10));
        recorder.finish(ScanEnding::Stopped, {});
        recorder.giveUp();
        QTRY_COMPARE(closed.size(), 1);
    }
    QCOMPARE(codeOf(closed.first().first().value<Outcome>()), Code::Unwritable);
    QCOMPARE(readScanFile(path)->store.rowCount(), 0U);
}

void TestScanRecorder::movesToAnotherFile()
{
    const TestFolder folder;
    ScanRecorder recorder(kSlow);
    QSignalSpy moved(&recorder, &ScanRecorder::moved);
    QSignalSpy closed(&recorder, &ScanRecorder::closed);
    recorder.create(folder.path("a"), testHeader());
    recorder.add(rowsFrom(1, 10));
    recorder.moveTo(folder.path("b"), true);
    recorder.add(rowsFrom(11, 10));
    QTRY_VERIFY(isGood(moved));
    QCOMPARE(recorder.path(), folder.path("b"));
    QVERIFY(!QFile::exists(folder.path("a")));
    recorder.moveTo(folder.path("b"), true); // where it is
    recorder.finish(ScanEnding::Finished, {});
    QTRY_VERIFY(isGood(closed));
    QCOMPARE(folder.names(), QStringList{QStringLiteral("b")});
    QCOMPARE(readScanFile(folder.path("b"))->store.rowCount(), 20U);
}

void TestScanRecorder::staysWhereItWasIfItCannotMove()
{
    const TestFolder folder;
    ScanRecorder recorder(kSlow);
    QSignalSpy moved(&recorder, &ScanRecorder::moved);
    QSignalSpy closed(&recorder, &ScanRecorder::closed);
    recorder.create(folder.path("a"), testHeader());
    recorder.add(rowsFrom(1, 10));
    recorder.moveTo(folder.path("no/such"), true);
    recorder.add(rowsFrom(11, 10));
    QTRY_COMPARE(moved.size(), 1);
    QCOMPARE(codeOf(moved.first().first().value<Outcome>()), Code::Unwritable);
    QCOMPARE(recorder.path(), folder.path("a"));
    recorder.finish(ScanEnding::Finished, {});
    QTRY_VERIFY(isGood(closed));
    QCOMPARE(readScanFile(folder.path("a"))->store.rowCount(), 20U);
}

void TestScanRecorder::goesOnWithAFile()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeScan(path, {testPart()});
    ScanRecorder recorder(kQuick);
    QSignalSpy closed(&recorder, &ScanRecorder::closed);
    recorder.reopen(path, identityOf(testHeader(), 5));
    ResultBatch batch = rowsFrom(500, 3);
    recorder.add(batch);
    QTRY_COMPARE(recorder.pendingRows(), quint64(0));
    recorder.finish(ScanEnding::Finished, {});
    QTRY_VERIFY(isGood(closed));
    const auto read = readScanFile(path);
    QCOMPARE(read->store.rowCount(), 8U);
    QVERIFY(read->header.ending == ScanEnding::Finished);
}

/// Somebody scanned on meanwhile.
void TestScanRecorder::goesOnWithNoOther()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeScan(path, {testPart()});
    const QByteArray before = sha256(path);
    for (const ScanIdentity &other :
         {identityOf(testHeader(), 4), identityOf(headerOfOther(), 5)}) {
        ScanRecorder recorder(kQuick);
        QSignalSpy opened(&recorder, &ScanRecorder::opened);
        recorder.reopen(path, other);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(codeOf(opened.first().first().value<Outcome>()), Code::Changed);
    }
    QCOMPARE(sha256(path), before);
}

void TestScanRecorder::beginsWithADocument()
{
    const TestFolder folder;
    makeScan(folder.path("a"), {testPart()});
    makeScan(folder.path("b"), {}); // is replaced
    const auto document = std::make_shared<const ScanDocument>(*readScanFile(folder.path("a")));
    ScanRecorder recorder(kQuick);
    QSignalSpy opened(&recorder, &ScanRecorder::opened);
    QSignalSpy closed(&recorder, &ScanRecorder::closed);
    recorder.createFrom(folder.path("b"), document);
    recorder.add(rowsFrom(500, 3));
    QTRY_VERIFY(isGood(opened));
    QTRY_COMPARE(recorder.committedRows(), quint64(3));
    recorder.finish(ScanEnding::Finished, {});
    QTRY_VERIFY(isGood(closed));
    QCOMPARE(folder.names(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    const auto read = readScanFile(folder.path("b"));
    QCOMPARE(read->store.rowCount(), 8U);
    QVERIFY(read->store.notes() == document->store.notes());
}

/// A scan whose window goes.
void TestScanRecorder::itsEndLosesNothing()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    {
        ScanRecorder recorder(kSlow);
        recorder.create(path, testHeader());
        recorder.add(rowsFrom(1, 10));
    }
    QCOMPARE(folder.names(), QStringList{QStringLiteral("a")});
    const auto read = readScanFile(path);
    QCOMPARE(read->store.rowCount(), 10U);
    QVERIFY(read->header.ending == ScanEnding::None);
}

/// So that ThreadSanitizer can follow what the other thread sends here; see tst_scanengine.
int main(int argc, char **argv)
{
    return runEngineTest<TestScanRecorder>(argc, argv);
}

#include "tst_scanrecorder.moc"
