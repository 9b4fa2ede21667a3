// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that somebody made to harm, or that something broke.

#include "core/record/database.h"
#include "tests/core/record/scanbuilder.h"

#include <QTest>
#include <QtEndian>

#include <errno.h>
#include <sys/stat.h>

using namespace roadstead;
using Code = RecordError::Code;

class TestHostileScans : public QObject
{
    Q_OBJECT

private slots:
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void refusesWhatIsNoFile();
    void refusesAnotherKindOrVersion_data();
    void refusesAnotherKindOrVersion();
    void refusesOtherTables_data();
    void refusesOtherTables();
    void refusesOtherValues_data();
    void refusesOtherValues();
    void refusesRowsThatComeTwice();
    void refusesWhatIsBesideIt_data();
    void refusesWhatIsBesideIt();
    void doesNotBelieveATextOfOtherTargets_data();
    void doesNotBelieveATextOfOtherTargets();
    void survivesChangedBytes();
    void survivesEveryLength();
    void theTableListMayNotGoInACircle();
};

namespace {

/// Changes a file as anyone can who has SQLite.
void change(const QString &path, const QStringList &statements)
{
    Database database(path);
    QVERIFY(database.open(QStringLiteral("mode=rw")));
    for (const QString &statement : statements)
        QVERIFY2(database.run(statement), qPrintable(statement));
}

void change(const QString &path, const char *statement)
{
    change(path, QStringList{QString::fromLatin1(statement)});
}

void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

void makeDefault(const QString &path)
{
    makeScan(path, {testPart()});
    QVERIFY(readScanFile(path).hasValue());
}

} // namespace

void TestHostileScans::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("10.0.0.1\n");
    QTest::newRow("a magic and no more") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("zeros") << QByteArray(10'000, '\0');
}

void TestHostileScans::refusesOtherFiles()
{
    QFETCH(QByteArray, content);
    const TestFolder folder;
    const QString path = folder.path("a.roadstead");
    putContent(path, content);
    QCOMPARE(readCodeOf(path), Code::NotAScan);
    ScanWriter writer;
    QCOMPARE(codeOf(writer.reopen(path)), Code::NotAScan);
    QCOMPARE(contentOf(path), content);
    QCOMPARE(folder.names().size(), 1);
}

void TestHostileScans::refusesWhatIsNoFile()
{
    const TestFolder folder;
    QCOMPARE(readCodeOf(folder.QTemporaryDir::path()), Code::NotAFile);
    QCOMPARE(::mkfifo(QFile::encodeName(folder.path("fifo")).constData(), 0600), 0);
    QCOMPARE(readCodeOf(folder.path("fifo")), Code::NotAFile);
    QCOMPARE(readCodeOf(QStringLiteral("/dev/zero")), Code::NotAFile);
    const auto missing = readScanFile(folder.path("missing"));
    QVERIFY(!missing.hasValue());
    QCOMPARE(missing.error().code, Code::Unreadable);
    QCOMPARE(missing.error().detail, systemWords(ENOENT));
    QCOMPARE(missing.error().path, folder.path("missing"));
}

void TestHostileScans::refusesAnotherKindOrVersion_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<int>("code");
    QTest::newRow("another program's")
        << QByteArray("PRAGMA application_id=1") << static_cast<int>(Code::NotAScan);
    QTest::newRow("of the future")
        << QByteArray("PRAGMA user_version=2") << static_cast<int>(Code::Newer);
    QTest::newRow("of no version")
        << QByteArray("PRAGMA user_version=0") << static_cast<int>(Code::Corrupt);
    QTest::newRow("of less than none")
        << QByteArray("PRAGMA user_version=-1") << static_cast<int>(Code::Corrupt);
}

void TestHostileScans::refusesAnotherKindOrVersion()
{
    QFETCH(QByteArray, statement);
    QFETCH(int, code);
    const TestFolder folder;
    const QString path = folder.path("a");
    makeDefault(path);
    change(path, statement.constData());
    const QByteArray before = sha256(path);
    QCOMPARE(static_cast<int>(readCodeOf(path)), code);
    ScanWriter writer;
    QCOMPARE(static_cast<int>(codeOf(writer.reopen(path))), code);
    QCOMPARE(sha256(path), before);
    QCOMPARE(folder.names().size(), 1);
}

void TestHostileScans::refusesOtherTables_data()
{
    QTest::addColumn<QByteArray>("statement");
    const QList<QByteArray> statements{
        "CREATE TABLE extra(a)",
        "CREATE INDEX extra ON host(address)",
        "CREATE VIEW extra AS SELECT 1",
        "CREATE TRIGGER extra AFTER INSERT ON host BEGIN DELETE FROM scan; END",
        "CREATE VIRTUAL TABLE extra USING fts5(a)",
        "ALTER TABLE host ADD COLUMN extra",
        "ALTER TABLE host RENAME COLUMN names TO aliases",
        "DROP TABLE removed",
        "DROP TABLE host",
    };
    for (const QByteArray &statement : statements)
        QTest::newRow(statement.constData()) << statement;
}

void TestHostileScans::refusesOtherTables()
{
    QFETCH(QByteArray, statement);
    const TestFolder folder;
    const QString path = folder.path("a");
    makeDefault(path);
    change(path, statement.constData());
    QCOMPARE(readCodeOf(path), Code::Corrupt);
    QVERIFY(!readScanHeader(path).hasValue());
    ScanWriter writer;
    QCOMPARE(codeOf(writer.reopen(path)), Code::Corrupt);
}

void TestHostileScans::refusesOtherValues_data()
{
    QTest::addColumn<QByteArray>("statement");
    const QList<QByteArray> statements{
        "DELETE FROM scan",
        "INSERT INTO scan SELECT 2,origin,program,request,targets,ports,started,ended,elapsed,"
        "ending,total,hosts,open,unknown,closed,filtered,expectations FROM scan",
        "UPDATE scan SET id=2",
        "UPDATE scan SET origin=2",
        "UPDATE scan SET origin='0'",
        "UPDATE scan SET program=NULL",
        "UPDATE scan SET program=x'41'",
        "UPDATE scan SET program=printf('%.*c', 201, 'x')",
        "UPDATE scan SET request='{'",
        "UPDATE scan SET request='[]'",
        "UPDATE scan SET request='{\"commands\":\"rm\"}'",
        "UPDATE scan SET targets=printf('%.*c', 1048577, 'x')",
        "UPDATE scan SET started=-1",
        "UPDATE scan SET started=1e300",
        "UPDATE scan SET elapsed=253402300800000",
        "UPDATE scan SET ending=4",
        "UPDATE scan SET total=-1",
        "UPDATE scan SET hosts=1",
        "UPDATE scan SET open=open+1",
        "UPDATE scan SET expectations=5",
        "UPDATE host SET number=-1 WHERE number=2",
        "UPDATE host SET number=4294967295 WHERE number=3",
        "UPDATE host SET address='10.0.0.1'",
        "UPDATE host SET address='10.0.0.01' WHERE number=3",
        "UPDATE host SET address='example.com' WHERE number=3",
        "UPDATE host SET address=NULL WHERE number=3",
        "UPDATE host SET names=printf('%.*c', 1001, 'x')",
        "UPDATE host SET names=7",
        "DELETE FROM host WHERE number=2",
        "UPDATE block SET host=3 WHERE id=1",
        "UPDATE block SET id=9 WHERE id=1",
        "UPDATE block SET count=count+1",
        "UPDATE block SET checksum=x'0000000000000000'",
        "UPDATE block SET checksum=NULL",
        "UPDATE block SET data=zeroblob(67108865)",
        "UPDATE block SET data='text'",
        "DELETE FROM block WHERE id=1",
        "UPDATE change SET event=8",
        "UPDATE change SET port=65536",
        "UPDATE change SET reason=16",
        "UPDATE change SET count=65537",
        "UPDATE change SET host=1",
        "UPDATE event SET at='now'",
        "UPDATE event SET code=9",
        "UPDATE event SET notice=23",
        "UPDATE event SET subject=printf('%.*c', 1001, 'x')",
        "UPDATE event SET count=-1",
        "UPDATE note SET address='nobody'",
        "UPDATE note SET port=-2",
        "UPDATE note SET text=''",
        "UPDATE note SET text=printf('%.*c', 501, 'x')",
        "UPDATE note SET text=' two' || char(10) || 'lines'",
        "UPDATE removed SET ports=x'1700'||x'18'",
        "UPDATE removed SET ports=x'18001700'",
        "UPDATE removed SET ports=x'1800'||x'1800'",
        "UPDATE removed SET ports=x''",
    };
    for (const QByteArray &statement : statements)
        QTest::newRow(statement.constData()) << statement;
}

void TestHostileScans::refusesOtherValues()
{
    QFETCH(QByteArray, statement);
    const TestFolder folder;
    const QString path = folder.path("a");
    makeDefault(path);
    change(path, statement.constData());
    const auto read = readScanFile(path);
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().code, Code::Corrupt);
    QVERIFY(!read.error().detail.isEmpty());
    QCOMPARE(read.error().path, path);
}

void TestHostileScans::refusesRowsThatComeTwice()
{
    const TestFolder folder;
    ScanPart again;
    again.batch = ResultBuilder().host(0, testHost(0)).closed(0, 22).batch();
    makeScan(folder.path("a"), {testPart(), again});
    QCOMPARE(readCodeOf(folder.path("a")), Code::Corrupt);
    ScanPart once;
    once.batch = ResultBuilder().host(0, testHost(0)).closed(0, 22).closed(0, 22).batch();
    makeScan(folder.path("b"), {once});
    QCOMPARE(readCodeOf(folder.path("b")), Code::Corrupt);
}

void TestHostileScans::refusesWhatIsBesideIt_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("content");
    QByteArray log(32, '\0');
    qToBigEndian(quint32(4'096), log.data() + 8);
    QByteArray frame(24 + 4'096, '\0');
    qToBigEndian(quint32(1), frame.data());
    QTest::newRow("a log with another first page") << QStringLiteral("-wal") << log + frame;
    qToBigEndian(quint32(4'095), log.data() + 8);
    QTest::newRow("a log of odd pages") << QStringLiteral("-wal") << log + frame;
    QTest::newRow("a journal that names another file")
        << QStringLiteral("-journal")
        << QByteArray("/home/precious") + QByteArray::fromHex("d9d505f920a163d7");
}

void TestHostileScans::refusesWhatIsBesideIt()
{
    QFETCH(QString, ending);
    QFETCH(QByteArray, content);
    const TestFolder folder;
    const QString path = folder.path("a");
    makeDefault(path);
    putContent(path + ending, content);
    QCOMPARE(readCodeOf(path), Code::Corrupt);
    ScanWriter writer;
    QCOMPARE(codeOf(writer.reopen(path)), Code::Corrupt);
    QCOMPARE(contentOf(path + ending), content);
    QVERIFY(QFile::remove(path + ending));
    QCOMPARE(::mkfifo(QFile::encodeName(path + ending).constData(), 0600), 0);
    QCOMPARE(codeOf(writer.reopen(path)), Code::Corrupt);
}

void TestHostileScans::doesNotBelieveATextOfOtherTargets_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("others") << QStringLiteral("192.168.1.1") << QStringLiteral("10.0.0.1-4");
    QTest::newRow("fewer") << QStringLiteral("10.0.0.1-3") << QStringLiteral("10.0.0.1-4");
    QTest::newRow("a file") << QStringLiteral("10.0.0.1 @more") << QStringLiteral("10.0.0.1-4");
    QTest::newRow("a sentence") << QStringLiteral("4 hosts") << QStringLiteral("10.0.0.1-4");
    QTest::newRow("none") << QString() << QStringLiteral("10.0.0.1-4");
    QTest::newRow("the same") << QStringLiteral("10.0.0.4 # last\n10.0.0.1-3")
                              << QStringLiteral("10.0.0.4 # last\n10.0.0.1-3");
}

void TestHostileScans::doesNotBelieveATextOfOtherTargets()
{
    QFETCH(QString, typed);
    QFETCH(QString, shown);
    const TestFolder folder;
    const QString path = folder.path("a");
    makeScan(path, {testPart()});
    change(path, QStringList{u"UPDATE scan SET targets='" + typed + u'\''});
    QCOMPARE(readScanFile(path)->header.targetsText, shown);
    QCOMPARE(readScanHeader(path)->targetsText, shown);
}

void TestHostileScans::survivesChangedBytes()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeDefault(path);
    const QByteArray sound = contentOf(path);
    QRandomGenerator random(1);
    int refused = 0;
    for (int round = 0; round < 300; ++round) {
        QByteArray changed = sound;
        for (int i = random.bounded(1, 9); i > 0; --i) {
            // Mostly where something is.
            const int page = random.bounded(static_cast<int>(changed.size() / 4'096)) * 4'096;
            const int at =
                random.bounded(2) == 0 ? random.bounded(64) : 4'095 - random.bounded(600);
            changed[page + at] = static_cast<char>(random.bounded(256));
        }
        putContent(path, changed);
        refused += readScanFile(path).hasValue() ? 0 : 1;
        QCOMPARE(contentOf(path), changed);
    }
    QVERIFY(refused > 0);
    QCOMPARE(folder.names().size(), 1);
}

void TestHostileScans::survivesEveryLength()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeDefault(path);
    const QByteArray sound = contentOf(path);
    for (qsizetype size = 0; size < sound.size(); size += 509) {
        putContent(path, sound.first(size));
        QVERIFY(!readScanFile(path).hasValue());
    }
}

/// The list of tables is on a page that says of itself that it continues on itself.
void TestHostileScans::theTableListMayNotGoInACircle()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeDefault(path);
    overwrite(path, 100, QByteArray("\x05", 1)); // an inner page
    const auto read = readScanFile(path);
    QVERIFY(!read.hasValue());
    QCOMPARE(read.error().code, Code::Corrupt);
    QCOMPARE(read.error().detail, QStringLiteral("tables"));
}

QTEST_GUILESS_MAIN(TestHostileScans)
#include "tst_hostilescans.moc"
