// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/database.h"

#include <QStringList>

#include <limits>

namespace roadstead {

/// The rows of a table, column by column. SQLite keeps values of any type in any column, and pages
/// of a file may be shared by many rows: so every value is asked for with its type and bounds, the
/// first column has to ascend, and all that is read together can be no larger than the file. After
/// the first fault there are no more rows.
class TableReader
{
public:
    /// `budget`: how many bytes of texts and blobs may be read still, over all tables of the file.
    TableReader(Database &database, const QString &table, const QStringList &columns,
                qint64 &budget);

    [[nodiscard]] bool next();
    qint64 integer(int column, qint64 least, qint64 most);
    /// Not negative.
    qint64 integer(int column);
    template <typename Enum>
    Enum code(int column, Enum last)
    {
        return static_cast<Enum>(integer(column, 0, static_cast<qint64>(last)));
    }
    QString text(int column, qsizetype most);
    QByteArray blob(int column, qsizetype most);
    void fail(const QString &column);

    [[nodiscard]] bool isSound() const { return m_fault.isEmpty(); }
    /// "block 12: checksum"; or what SQLite said.
    [[nodiscard]] RecordError error() const;

private:
    bool spend(qsizetype size, int column);

    Database &m_database;
    QString m_table;
    QStringList m_columns;
    qint64 &m_budget;
    QSqlQuery m_query;
    qint64 m_place = std::numeric_limits<qint64>::min(); ///< the first column
    QString m_fault;
    bool m_isSqlError = false;
};

} // namespace roadstead
