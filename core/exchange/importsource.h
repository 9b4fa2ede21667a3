// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importresults.h"

#include <QByteArray>

#include <optional>

class QIODevice;

namespace roadstead {

/// An element, object or line is no longer than this: what is longer is not meant well.
inline constexpr qsizetype kLongestImportPiece = 1'024 * 1'024;
/// But for the first line of JSON Lines, which holds all that was asked for.
inline constexpr qsizetype kLongestImportHeader = 64 * kLongestImportPiece;
/// So deep may things be inside of each other.
inline constexpr int kDeepestImport = 32;

/// The bytes of a file that is imported, in pieces; its beginning can be looked at first.
class ImportSource
{
public:
    /// Both must outlive this.
    ImportSource(QIODevice &device, const CancelCheck &isCancelled);

    /// Has ahead() hold at least so many bytes, unless the file ends before.
    [[nodiscard]] std::optional<ImportError> lookAhead(qsizetype size);
    /// What was looked at and not read yet.
    [[nodiscard]] const QByteArray &ahead() const { return m_ahead; }
    /// Passes over the first bytes of ahead().
    void skip(qsizetype size) { m_ahead.remove(0, size); }
    /// The next bytes; none at the end.
    [[nodiscard]] Expected<QByteArray, ImportError> read();
    /// read() asks, too.
    [[nodiscard]] bool isCancelled() const { return m_isCancelled && m_isCancelled(); }

private:
    QIODevice &m_device;
    const CancelCheck &m_isCancelled;
    QByteArray m_ahead;
};

/// A fault in the file's text; `found` is shortened.
[[nodiscard]] ImportError importFault(ImportError::Code code, qint64 line, qint64 column,
                                      const QString &found = {});

} // namespace roadstead
