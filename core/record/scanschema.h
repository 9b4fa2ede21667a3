// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>

namespace roadstead {

class Database;

/// "RDST": what makes an SQLite file a scan file.
inline constexpr quint32 kScanApplicationId = 0x5244'5354;

/// One version of the scan file's form.
struct SchemaVersion
{
    QStringList tables; ///< their statements, as SQLite keeps them: all that is in such a file
    QStringList steps; ///< what makes a file of the version before one of this
};

/// All versions there have been, the first one at 0.
struct ScanSchema
{
    QList<SchemaVersion> versions;

    [[nodiscard]] int current() const { return static_cast<int>(versions.size()); }
    [[nodiscard]] static const ScanSchema &ours();
};

/// It has the tables of that version, word by word, and nothing else: no trigger, view, index or
/// table of another's making.
[[nodiscard]] bool hasSchema(Database &database, const SchemaVersion &version);
/// From `version` to the current one, all or nothing. False after an error, or if the result is not
/// as it should be.
[[nodiscard]] bool migrate(Database &database, int version, const ScanSchema &schema);
/// In a new file.
[[nodiscard]] QStringList creation(const ScanSchema &schema);

} // namespace roadstead
