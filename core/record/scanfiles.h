// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/recorderror.h"
#include "core/record/scandocument.h"

#include <optional>

// Whole scan files that nobody is writing. Blocking; not for a window's thread.

namespace roadstead {

class ScanWriter;

/// What people change in a scan that is over; what is not there stays.
struct ScanEdit
{
    std::optional<NoteBook> notes;
    std::optional<QList<RemovedPorts>> removed;
    std::optional<QString> expectations;
};

/// Which rows are removed, as a file keeps it.
[[nodiscard]] QList<RemovedPorts> removedPortsOf(const ResultStore &store);

/// A new file of that document; refuses to replace one. Its rows are in the store's order by host.
[[nodiscard]] std::optional<RecordError> writeScanFile(const QString &path,
                                                       const ScanDocument &document);
/// The same, but replaces what is there when it is whole.
[[nodiscard]] std::optional<RecordError> replaceScanFile(const QString &path,
                                                         const ScanDocument &document);
/// The same, and leaves it open; `writer` is not open. After an error it is not, either.
[[nodiscard]] std::optional<RecordError> replaceScanFile(ScanWriter &writer, const QString &path,
                                                         const ScanDocument &document);
/// A copy, which replaces what is at `to` when it is whole. The original stays as it is.
[[nodiscard]] std::optional<RecordError> copyScanFile(const QString &from, const QString &to);
/// Changed, if there is something else in it than `expected`.
[[nodiscard]] std::optional<RecordError>
editScanFile(const QString &path, const ScanEdit &edit,
             const std::optional<ScanIdentity> &expected = std::nullopt);
/// With what a crash left beside it; an empty file is one that a crash left, too. InUse while it is
/// being written.
[[nodiscard]] std::optional<RecordError> removeScanFile(const QString &path);

} // namespace roadstead
