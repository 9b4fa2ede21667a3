// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/database.h"
#include "core/record/scanschema.h"
#include "tests/core/record/scanbuilder.h"

#include <QTest>

using namespace roadstead;
using Code = RecordError::Code;

class TestScanSchema : public QObject
{
    Q_OBJECT

private slots:
    void migratesACopy();
    void refusesAFaultyMigration();
    void tellsAFullDisk();
};

namespace {

void makeDefault(const QString &path)
{
    makeScan(path, {testPart()});
    QVERIFY(readScanFile(path).hasValue());
}

/// As if there were a second version of the form.
ScanSchema nextSchema(const QString &step)
{
    ScanSchema schema = ScanSchema::ours();
    SchemaVersion next = schema.versions.last();
    next.tables.append(QStringLiteral("CREATE TABLE later(id INTEGER PRIMARY KEY)"));
    next.steps = {step};
    schema.versions.append(next);
    return schema;
}

} // namespace

void TestScanSchema::migratesACopy()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeDefault(path);
    const QByteArray before = sha256(path);
    const ScanSchema schema =
        nextSchema(QStringLiteral("CREATE TABLE later(id INTEGER PRIMARY KEY)"));
    const auto read = readScanFile(path, schema);
    QVERIFY(read.hasValue());
    QCOMPARE(read->store.rowCount(), 5U);
    QCOMPARE(sha256(path), before);
    QCOMPARE(folder.names().size(), 1);
    {
        Database database(path);
        QVERIFY(database.open(QStringLiteral("mode=rw")));
        QVERIFY(migrate(database, 1, schema));
        QCOMPARE(database.value(QStringLiteral("PRAGMA user_version")).toInt(), 2);
    }
    QCOMPARE(readCodeOf(path), Code::Newer);
    QVERIFY(readScanFile(path, schema).hasValue());
}

void TestScanSchema::refusesAFaultyMigration()
{
    const TestFolder folder;
    const QString path = folder.path("a");
    makeDefault(path);
    const QByteArray before = sha256(path);
    for (const char *step : {"CREATE TABLE other(a)", "nonsense"}) {
        const ScanSchema schema = nextSchema(QString::fromLatin1(step));
        QVERIFY(!readScanFile(path, schema).hasValue());
        Database database(path);
        QVERIFY(database.open(QStringLiteral("mode=rw")));
        QVERIFY(!migrate(database, 1, schema));
        QCOMPARE(database.value(QStringLiteral("PRAGMA user_version")).toInt(), 1);
    }
    QVERIFY(readScanFile(path).hasValue());
    QCOMPARE(sha256(path), before);
}

/// SQLite has the same words for it whatever is full.
void TestScanSchema::tellsAFullDisk()
{
    const TestFolder folder;
    makeDefault(folder.path("a"));
    Database database(folder.path("a"));
    QVERIFY(database.open(QStringLiteral("mode=rw")));
    QVERIFY(database.run(QStringLiteral("PRAGMA max_page_count=1")));
    QVERIFY(!database.run(QStringLiteral("UPDATE scan SET program=zeroblob(100000)")));
    QCOMPARE(database.writeError().code, Code::Full);
    QVERIFY(!database.run(QStringLiteral("nonsense")));
    QCOMPARE(database.writeError().code, Code::Unwritable);
    QVERIFY(!database.writeError().detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestScanSchema)
#include "tst_scanschema.moc"
