// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanschema.h"

#include "core/record/database.h"

#include <QSqlError>

// Each table's first column is its place in the file, ascending, so that a reader that meets one
// twice knows that the file's pages go in a circle. The columns are in docs/FORMATS.md. The texts
// are short because all of them have to fit on the file's first page: a reader looks at that page
// before it lets SQLite read it.

namespace roadstead {

namespace {

SchemaVersion first()
{
    return {
        .tables =
            {
                QStringLiteral(
                    "CREATE TABLE scan(id INTEGER PRIMARY KEY,origin,program,request,targets,ports,"
                    "started,ended,elapsed,ending,total,hosts,open,unknown,closed,filtered,"
                    "expectations)"),
                QStringLiteral("CREATE TABLE host(number INTEGER PRIMARY KEY,address,names)"),
                QStringLiteral(
                    "CREATE TABLE block(id INTEGER PRIMARY KEY,host,count,data,checksum)"),
                QStringLiteral(
                    "CREATE TABLE change(id INTEGER PRIMARY KEY,host,event,port,reason,count)"),
                QStringLiteral(
                    "CREATE TABLE event(id INTEGER PRIMARY KEY,at,code,notice,subject,count)"),
                QStringLiteral("CREATE TABLE note(id INTEGER PRIMARY KEY,address,port,text)"),
                QStringLiteral("CREATE TABLE removed(host INTEGER PRIMARY KEY,ports)"),
            },
        .steps = {},
    };
}

QString setVersion(int version)
{
    return QStringLiteral("PRAGMA user_version=%1").arg(version);
}

/// "CREATE TABLE scan(…" -> "scan".
QStringView tableName(QStringView statement)
{
    constexpr QStringView kBegin = u"CREATE TABLE ";
    const QStringView rest = statement.sliced(kBegin.size());
    return rest.first(rest.indexOf(u'('));
}

} // namespace

const ScanSchema &ScanSchema::ours()
{
    static const ScanSchema schema{{first()}};
    return schema;
}

QStringList creation(const ScanSchema &schema)
{
    return QStringList{QStringLiteral("PRAGMA application_id=%1").arg(kScanApplicationId),
                       setVersion(schema.current())}
           + schema.versions.last().tables;
}

bool hasSchema(Database &database, const SchemaVersion &version)
{
    QSqlQuery query = database.query();
    if (!query.exec(
            QStringLiteral("SELECT type,name,tbl_name,sql FROM sqlite_schema ORDER BY rowid")))
        return database.fail(query.lastError());
    for (const QString &statement : version.tables) {
        if (!query.next())
            return false;
        const QString name = tableName(statement).toString();
        if (query.value(0) != QStringLiteral("table") || query.value(1) != name
            || query.value(2) != name || query.value(3) != statement)
            return false;
    }
    return !query.next();
}

bool migrate(Database &database, int version, const ScanSchema &schema)
{
    if (!database.run(QStringLiteral("BEGIN IMMEDIATE")))
        return false;
    bool isGood = hasSchema(database, schema.versions.at(version - 1));
    for (int next = version; isGood && next < schema.current(); ++next) {
        const SchemaVersion &target = schema.versions.at(next);
        isGood = database.runAll(target.steps) && database.run(setVersion(next + 1))
                 && hasSchema(database, target);
    }
    if (isGood && database.run(QStringLiteral("COMMIT")))
        return true;
    static_cast<void>(database.run(QStringLiteral("ROLLBACK")));
    return false;
}

} // namespace roadstead
