// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/record/database.h"
#include "core/record/scanschema.h"

#include <QTemporaryDir>

#include <memory>

namespace roadstead {

/// A scan file opened to be read: checked to be one, of a known version and of its very tables. The
/// file stays as it is. What a crash left beside it, or an earlier version, is read from a copy in
/// a private folder.
class ScanFileAccess
{
public:
    [[nodiscard]] static Expected<std::unique_ptr<ScanFileAccess>, RecordError>
    open(const QString &path, const ScanSchema &schema);

    [[nodiscard]] Database &database() { return *m_database; }
    /// No more than this can be in it.
    [[nodiscard]] qint64 size() const { return m_size; }
    /// `error` as of the file, whose copy may be what was read. What looks broken because somebody
    /// began to write it meanwhile is in use.
    [[nodiscard]] RecordError explained(RecordError error) const;

private:
    explicit ScanFileAccess(QString path);
    [[nodiscard]] std::optional<RecordError> openAny(const ScanSchema &schema);
    [[nodiscard]] std::optional<RecordError> copy();
    [[nodiscard]] std::optional<RecordError> connect(const ScanSchema &schema, int version);
    [[nodiscard]] std::optional<RecordError> check(const ScanSchema &schema, int version);

    QString m_path;
    qint64 m_size = 0;
    std::unique_ptr<QTemporaryDir> m_folder; ///< of the copy
    std::unique_ptr<Database> m_database; ///< closed before its folder goes
};

} // namespace roadstead
