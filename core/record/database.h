// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/recorderror.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace roadstead {

/// For whatever is opened: nothing in a file is trusted, and nobody else may begin to write it.
[[nodiscard]] const QStringList &carefulPragmas();

/// A connection to an SQLite file of its own, for the thread that made it. Queries have to be gone
/// before it is.
class Database
{
public:
    explicit Database(QString path);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// `mode` as in SQLite's URIs: "mode=ro&immutable=1". Nothing is created.
    [[nodiscard]] bool open(const QString &mode);
    /// To write it, with care: nothing in it is trusted, and nobody else may begin to.
    [[nodiscard]] bool openToWrite();
    /// Puts what is in the log into the file, and the log away.
    [[nodiscard]] bool joinLog();
    void close();
    [[nodiscard]] bool isOpen() const { return m_connection.isOpen(); }

    [[nodiscard]] bool run(const QString &statement);
    /// One after the other, as long as they succeed.
    [[nodiscard]] bool runAll(const QStringList &statements);
    /// The first column of the first row; invalid after an error, or if there is none.
    [[nodiscard]] QVariant value(const QString &statement);
    /// Forward only, to be prepared.
    [[nodiscard]] QSqlQuery query() const;
    /// Keeps what a query said; returns false, to be passed on.
    bool fail(const QSqlError &error);

    /// Why the last statement failed, for who writes.
    [[nodiscard]] RecordError writeError() const;
    /// For who reads.
    [[nodiscard]] RecordError readError() const;
    [[nodiscard]] QString path() const { return m_path; }

private:
    QString m_path;
    QString m_name; ///< of the connection
    QSqlDatabase m_connection;
    int m_errorCode = 0; ///< SQLite's primary one
    QString m_errorText;
};

} // namespace roadstead
