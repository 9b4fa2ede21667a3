// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importsource.h"
#include "core/exchange/resulttext.h"

namespace roadstead {

/// The bytes of one JSON object of a file, and where it begins.
struct JsonPiece
{
    QByteArray bytes;
    TextPlace place;
};

/// The objects of a JSON array or of a file that is nothing but objects, one after the other,
/// without the whole ever being in memory. Commas between them are passed over wherever they are:
/// masscan writes one too many, or too few. What is inside of an object is not checked, but for
/// how deep it is.
class JsonObjects
{
public:
    /// `source` must outlive this.
    explicit JsonObjects(ImportSource &source);

    /// Nothing at the end.
    [[nodiscard]] Expected<std::optional<JsonPiece>, ImportError> next();

private:
    enum class Array : quint8 {
        Unknown, ///< nothing was read
        None,
        Open,
        Closed
    };

    void takeOutside(char c);
    void takeInside(char c);
    void advance(char c);
    void fail(ImportError::Code code, const QString &found = {});
    [[nodiscard]] std::optional<ImportError> more();

    ImportSource &m_source;
    QByteArray m_buffer;
    qsizetype m_next = 0; ///< in m_buffer
    TextPlace m_place; ///< of m_next
    JsonPiece m_piece;
    std::optional<ImportError> m_fault;
    Array m_array = Array::Unknown;
    int m_depth = 0; ///< 0: between objects
    bool m_isInText = false;
    bool m_isEscaped = false;
    bool m_isAtEnd = false;
};

} // namespace roadstead
