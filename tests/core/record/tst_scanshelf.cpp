// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanshelf.h"
#include "tests/core/record/scanbuilder.h"

#include <QFileInfo>
#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr QFileDevice::Permissions kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup
                                             | QFileDevice::ExeGroup | QFileDevice::ReadOther
                                             | QFileDevice::WriteOther | QFileDevice::ExeOther;

QDateTime noon()
{
    return QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
}

ShelvedScan scanOf(const QDateTime &startedAt, qint64 bytes,
                   ScanEnding ending = ScanEnding::Finished, bool isUntitled = true)
{
    ShelvedScan scan;
    scan.path = startedAt.toString(Qt::ISODate);
    scan.bytes = bytes;
    scan.isUntitled = isUntitled;
    scan.header.startedAt = startedAt;
    scan.header.endedAt = startedAt.addSecs(60);
    scan.header.ending = ending;
    return scan;
}

QStringList pathsOf(const QList<ShelvedScan> &scans)
{
    QStringList paths;
    for (const ShelvedScan &scan : scans)
        paths += scan.path;
    return paths;
}

} // namespace

class TestScanShelf : public QObject
{
    Q_OBJECT

private slots:
    void makesAFolderForItsOwnerAlone();
    void closesAFolderThatIsOpen();
    void saysWhyThereCanBeNone();
    void givesEachScanAPathOfItsOwn();
    void listsTheNewestFirst();
    void listsWhatCannotBeRead();
    void prunesTheOldest();
    void prunesWhatIsOld();
    void sparesWhatHasANameOrRuns();
    void sparesForADayWhatCanBeContinued();
    void prunesNothingWithoutLimits();
    void putsIntoOnePieceWhatACrashLeft();

private:
    TestFolder m_folder;
};

void TestScanShelf::makesAFolderForItsOwnerAlone()
{
    const ScanShelf shelf(m_folder.path("a/b/scans"));
    QCOMPARE(shelf.prepare(), QString());
    QVERIFY(QFileInfo(shelf.folder()).isDir());
    QCOMPARE(QFileInfo(shelf.folder()).permissions() & kOthers, QFileDevice::Permissions());
    QCOMPARE(shelf.prepare(), QString()); // again
}

void TestScanShelf::closesAFolderThatIsOpen()
{
    const ScanShelf shelf(m_folder.path("open"));
    QVERIFY(QDir().mkdir(shelf.folder()));
    QVERIFY(QFile::setPermissions(shelf.folder(), kOthers | QFileDevice::ReadOwner
                                                      | QFileDevice::WriteOwner
                                                      | QFileDevice::ExeOwner));
    QCOMPARE(shelf.prepare(), QString());
    QCOMPARE(QFileInfo(shelf.folder()).permissions() & kOthers, QFileDevice::Permissions());
}

void TestScanShelf::saysWhyThereCanBeNone()
{
    const QString file = m_folder.path("file");
    putContent(file, "no folder");
    QVERIFY(!ScanShelf(file + QStringLiteral("/scans")).prepare().isEmpty());
}

void TestScanShelf::givesEachScanAPathOfItsOwn()
{
    const ScanShelf shelf(m_folder.path("paths"));
    const QString first = shelf.newPath(noon());
    const QString second = shelf.newPath(noon());
    QVERIFY(first != second);
    QVERIFY2(QFileInfo(first).fileName().startsWith(QStringLiteral("20260131-120000-")),
             qPrintable(first));
    QCOMPARE(QFileInfo(first).suffix(), QStringLiteral("roadstead"));
    QVERIFY(shelf.contains(first));
    QVERIFY(!shelf.contains(m_folder.path("elsewhere.roadstead")));
}

void TestScanShelf::listsTheNewestFirst()
{
    const ScanShelf shelf(m_folder.path("list"));
    QCOMPARE(shelf.prepare(), QString());
    ScanHeader header = testHeader();
    QStringList paths;
    for (const int day : {2, 0, 1}) {
        header.startedAt = noon().addDays(day);
        header.endedAt = header.startedAt.addSecs(1);
        paths += shelf.newPath(header.startedAt);
        ScanWriter writer;
        QVERIFY(!writer.create(paths.last(), header));
        QVERIFY(!writer.close());
    }
    const QString named = m_folder.path("named.roadstead");
    header.startedAt = noon().addDays(3);
    header.endedAt = header.startedAt;
    {
        ScanWriter writer;
        QVERIFY(!writer.create(named, header));
        QVERIFY(!writer.close());
    }
    const QList<ShelvedScan> scans = shelf.list({named, m_folder.path("gone.roadstead")});
    QCOMPARE(pathsOf(scans), (QStringList{named, paths.at(0), paths.at(2), paths.at(1)}));
    QVERIFY(!scans.at(0).isUntitled);
    QVERIFY(scans.at(1).isUntitled);
    QCOMPARE(scans.at(1).header.targetsText, header.targetsText);
    QCOMPARE(scans.at(1).bytes, QFileInfo(paths.at(0)).size());
    QVERIFY(scans.at(1).canContinue());
}

void TestScanShelf::listsWhatCannotBeRead()
{
    const ScanShelf shelf(m_folder.path("broken"));
    QCOMPARE(shelf.prepare(), QString());
    putContent(shelf.folder() + QStringLiteral("/x.roadstead"), "no scan");
    const QString running = shelf.newPath(noon());
    ScanWriter writer;
    QVERIFY(!writer.create(running, testHeader()));
    const QList<ShelvedScan> scans = shelf.list();
    QCOMPARE(scans.size(), qsizetype(2));
    for (const ShelvedScan &scan : scans) {
        QVERIFY(scan.error);
        QVERIFY(!scan.canContinue());
        QCOMPARE(scan.error->code,
                 scan.path == running ? RecordError::Code::InUse : RecordError::Code::NotAScan);
    }
}

void TestScanShelf::prunesTheOldest()
{
    QList<ShelvedScan> scans;
    for (const int day : {4, 1, 3, 2})
        scans += scanOf(noon().addDays(day), 100);
    const auto gone = ScanShelf::beyond({.bytes = 250}, scans, noon().addDays(9));
    QCOMPARE(pathsOf(gone), (QStringList{scans.at(1).path, scans.at(3).path}));
}

void TestScanShelf::prunesWhatIsOld()
{
    const QList<ShelvedScan> scans{scanOf(noon(), 1), scanOf(noon().addDays(2), 1),
                                   scanOf(noon().addDays(5), 1)};
    const auto gone = ScanShelf::beyond({.age = 24h * 3}, scans, noon().addDays(6));
    QCOMPARE(pathsOf(gone), (QStringList{scans.at(0).path, scans.at(1).path}));
}

void TestScanShelf::sparesWhatHasANameOrRuns()
{
    ShelvedScan running = scanOf(noon(), 100);
    running.path = m_folder.path("running");
    running.error = RecordError{RecordError::Code::InUse, running.path, {}};
    const QList<ShelvedScan> scans{running, scanOf(noon(), 100, ScanEnding::Finished, false)};
    QVERIFY(ScanShelf::beyond({.bytes = 1, .age = 1h}, scans, noon().addYears(1)).isEmpty());
}

void TestScanShelf::sparesForADayWhatCanBeContinued()
{
    const QList<ShelvedScan> scans{scanOf(noon(), 100, ScanEnding::None)};
    const ShelfLimits limits{.bytes = 1, .age = 1h};
    QVERIFY(ScanShelf::beyond(limits, scans, noon().addSecs(23 * 3'600)).isEmpty());
    QCOMPARE(ScanShelf::beyond(limits, scans, noon().addDays(2)).size(), qsizetype(1));
}

void TestScanShelf::prunesNothingWithoutLimits()
{
    const QList<ShelvedScan> scans{scanOf(noon(), 1'000'000'000)};
    QVERIFY(ScanShelf::beyond({}, scans, noon().addYears(20)).isEmpty());
}

/// Its own, that is; nobody else's.
void TestScanShelf::putsIntoOnePieceWhatACrashLeft()
{
    const TestFolder folder;
    QVERIFY(QDir().mkdir(folder.path("shelf")));
    const ScanShelf shelf(folder.path("shelf"));
    const QString own = folder.path("shelf/a.roadstead");
    const QString named = folder.path("b.roadstead");
    {
        const TestFolder other;
        ScanWriter writer;
        QVERIFY(!writer.create(other.path("x"), testHeader()));
        QVERIFY(!writer.write(testPart()));
        for (const QString &path : {own, named}) {
            QVERIFY(QFile::copy(other.path("x"), path));
            QVERIFY(QFile::copy(other.path("x-wal"), path + u"-wal"));
        }
    }
    const QList<ShelvedScan> scans = shelf.list({named});
    QCOMPARE(scans.size(), 2);
    for (const ShelvedScan &scan : scans) {
        QVERIFY(!scan.error);
        QCOMPARE(scan.header.done(), quint64(5));
        QVERIFY(scan.canContinue());
    }
    QVERIFY(!QFile::exists(own + u"-wal"));
    QVERIFY(QFile::exists(named + u"-wal"));
    QCOMPARE(rowsOf(readScanFile(own)->store), rowsOf(readScanFile(named)->store));
}

QTEST_GUILESS_MAIN(TestScanShelf)
#include "tst_scanshelf.moc"
