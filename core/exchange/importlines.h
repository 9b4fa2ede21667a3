// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importsource.h"

namespace roadstead {

/// One line of an imported file after the other; of CSV a line may go on in quotes.
class ImportLines
{
public:
    enum class Quotes : bool {
        None,
        HideLineEnds
    };
    struct Line
    {
        QByteArray bytes; ///< with its end, if it has one
        qint64 number = 0; ///< where it begins, from 1
    };

    /// `source` must outlive this. The first line has at most so many bytes, later ones
    /// kLongestImportPiece.
    ImportLines(ImportSource &source, Quotes quotes, qsizetype longestFirst = kLongestImportPiece);

    /// Nothing at the end.
    [[nodiscard]] Expected<std::optional<Line>, ImportError> next();
    /// Of the line that is next.
    [[nodiscard]] qint64 number() const { return m_number; }

private:
    [[nodiscard]] bool findEnd();
    [[nodiscard]] Line take(qsizetype size);

    ImportSource &m_source;
    Quotes m_quotes;
    qsizetype m_longest; ///< of the line that is next
    QByteArray m_buffer;
    qsizetype m_begin = 0; ///< of the line in m_buffer
    qsizetype m_looked = 0; ///< how far it was looked for its end
    bool m_isQuoted = false; ///< there
    qint64 m_number = 1;
};

} // namespace roadstead
