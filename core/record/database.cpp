// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/database.h"

#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace roadstead {

namespace {

// SQLite's primary result codes (sqlite3.h), which the build does not need.
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kNoMemory = 7;
constexpr int kReadOnly = 8;
constexpr int kInputOutput = 10;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;

QString nextName()
{
    static std::atomic<quint64> last = 0; // connections' names are the process's
    return QStringLiteral("roadstead-record-%1").arg(++last);
}

} // namespace

const QStringList &carefulPragmas()
{
    static const QStringList statements{
        QStringLiteral("PRAGMA trusted_schema=OFF"), QStringLiteral("PRAGMA cell_size_check=ON"),
        QStringLiteral("PRAGMA mmap_size=0"), QStringLiteral("PRAGMA locking_mode=EXCLUSIVE"),
        QStringLiteral("PRAGMA synchronous=FULL")};
    return statements;
}

Database::Database(QString path)
    : m_path(std::move(path))
    , m_name(nextName())
    , m_connection(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
    m_connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=0"));
}

Database::~Database()
{
    close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

bool Database::open(const QString &mode)
{
    const QByteArray path = QUrl::toPercentEncoding(m_path, "/");
    m_connection.setDatabaseName(u"file://" + QString::fromLatin1(path) + u'?' + mode);
    return m_connection.open() || fail(m_connection.lastError());
}

bool Database::openToWrite()
{
    return open(QStringLiteral("mode=rw")) && runAll(carefulPragmas());
}

bool Database::joinLog()
{
    const QVariant isBusy = value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!isBusy.isValid() || isBusy.toInt() != 0)
        return false;
    // Without the exclusive lock SQLite deletes the files that it needs no more.
    return run(QStringLiteral("PRAGMA locking_mode=NORMAL"))
           && value(QStringLiteral("PRAGMA journal_mode=DELETE")) == QStringLiteral("delete");
}

void Database::close()
{
    m_connection.close();
}

bool Database::run(const QString &statement)
{
    QSqlQuery query(m_connection);
    return query.exec(statement) || fail(query.lastError());
}

bool Database::runAll(const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (!run(statement))
            return false;
    }
    return true;
}

QVariant Database::value(const QString &statement)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.exec(statement)) {
        fail(query.lastError());
        return {};
    }
    return query.next() ? query.value(0) : QVariant();
}

QSqlQuery Database::query() const
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    return query;
}

bool Database::fail(const QSqlError &error)
{
    m_errorCode = error.nativeErrorCode().toInt() & 0xff; // the rest says more than we tell
    m_errorText = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return false;
}

RecordError Database::writeError() const
{
    using Code = RecordError::Code;
    if (m_errorCode == kBusy || m_errorCode == kLocked)
        return {Code::InUse, m_path, {}};
    if (m_errorCode == kFull)
        return {Code::Full, m_path, {}};
    return {Code::Unwritable, m_path, m_errorText};
}

RecordError Database::readError() const
{
    using Code = RecordError::Code;
    switch (m_errorCode) {
    case kBusy:
    case kLocked:
        return {Code::InUse, m_path, {}};
    case 0: // no driver
    case kNoMemory:
    case kReadOnly:
    case kInputOutput:
    case kFull:
    case kCannotOpen:
        return {Code::Unreadable, m_path, m_errorText};
    default:
        return {Code::Corrupt, m_path, m_errorText};
    }
}

} // namespace roadstead
