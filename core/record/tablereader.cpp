// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/tablereader.h"

#include <QSqlError>

namespace roadstead {

TableReader::TableReader(Database &database, const QString &table, const QStringList &columns,
                         qint64 &budget)
    : m_database(database)
    , m_table(table)
    , m_columns(columns)
    , m_budget(budget)
    , m_query(database.query())
{
    const QString statement =
        u"SELECT " + columns.join(u',') + u" FROM " + table + u" ORDER BY " + columns.first();
    if (m_query.exec(statement))
        return;
    m_isSqlError = true;
    m_fault = table;
    m_database.fail(m_query.lastError());
}

bool TableReader::next()
{
    if (!isSound())
        return false;
    if (!m_query.next()) {
        if (m_query.lastError().isValid()) {
            m_isSqlError = true;
            m_fault = m_table;
            m_database.fail(m_query.lastError());
        }
        return false;
    }
    const qint64 before = m_place;
    m_place = integer(0);
    if (m_place <= before)
        fail(m_columns.first());
    return isSound();
}

qint64 TableReader::integer(int column, qint64 least, qint64 most)
{
    const QVariant value = m_query.value(column);
    const qint64 number = value.toLongLong();
    if (value.typeId() == QMetaType::LongLong && number >= least && number <= most)
        return number;
    fail(m_columns.at(column));
    return qMax(least, qint64(0));
}

qint64 TableReader::integer(int column)
{
    return integer(column, 0, std::numeric_limits<qint64>::max());
}

QString TableReader::text(int column, qsizetype most)
{
    const QVariant value = m_query.value(column);
    const QString text = value.toString();
    const bool isText = value.typeId() == QMetaType::QString && !value.isNull();
    if (isText && text.size() <= most && spend(text.size(), column))
        return text;
    fail(m_columns.at(column));
    return {};
}

QByteArray TableReader::blob(int column, qsizetype most)
{
    const QVariant value = m_query.value(column);
    const QByteArray bytes = value.toByteArray();
    if (value.typeId() == QMetaType::QByteArray && bytes.size() <= most
        && spend(bytes.size(), column))
        return bytes;
    fail(m_columns.at(column));
    return {};
}

bool TableReader::spend(qsizetype size, int column)
{
    m_budget -= size;
    if (m_budget >= 0)
        return true;
    fail(m_columns.at(column));
    return false;
}

void TableReader::fail(const QString &column)
{
    if (isSound())
        m_fault = m_table + u' ' + QString::number(m_place) + u": " + column;
}

RecordError TableReader::error() const
{
    if (m_isSqlError)
        return m_database.readError();
    return {RecordError::Code::Corrupt, m_database.path(), m_fault};
}

} // namespace roadstead
