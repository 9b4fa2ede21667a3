// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QString>

class QFileDevice;

namespace roadstead {

inline constexpr qint64 kMaximumTextFileBytes = 64LL * 1024 * 1024;

/// Why a file was not read.
struct TextFileError
{
    enum class Code : quint8 {
        NotRegular, ///< a folder, device, FIFO: reading one could take for ever
        TooLarge, ///< over kMaximumTextFileBytes
        Unreadable, ///< `systemText` says why
    };
    Code code = Code::Unreadable;
    QString systemText;
};

/// The whole of a regular file of at most 64 MB, read as UTF-8 (a BOM is left out). Blocks: not for
/// a window's thread.
[[nodiscard]] Expected<QString, TextFileError> readTextFile(const QString &path);

/// The same of what is open for reading already, to its end: a pipe may take for ever.
[[nodiscard]] Expected<QString, TextFileError> readText(QFileDevice &file);

} // namespace roadstead
