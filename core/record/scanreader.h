// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/record/recorderror.h"
#include "core/record/scandocument.h"

#include <functional>

namespace roadstead {

struct ScanSchema;

/// Called now and then while a file is read, in the thread that reads.
struct ReadWatch
{
    std::function<bool()> isCancelled; ///< true: the error is Unreadable, and of no interest
    std::function<void(quint64 rows)> progress; ///< of ScanHeader::done()
};

/// Reads a scan file, whoever made it: everything in it is checked, and nothing in it is ever run.
/// The file and its folder stay as they are; what a crash left is put together in a copy. Blocking;
/// for any thread but a window's.
[[nodiscard]] Expected<ScanDocument, RecordError> readScanFile(const QString &path,
                                                               const ReadWatch &watch = {});
/// Quick, and without the rows; the counts are what the file says.
[[nodiscard]] Expected<ScanHeader, RecordError> readScanHeader(const QString &path);
/// As if this program's form of the file were `schema`.
[[nodiscard]] Expected<ScanDocument, RecordError>
readScanFile(const QString &path, const ScanSchema &schema, const ReadWatch &watch = {});

} // namespace roadstead
