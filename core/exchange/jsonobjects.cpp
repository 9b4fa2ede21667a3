// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/jsonobjects.h"

namespace roadstead {

JsonObjects::JsonObjects(ImportSource &source)
    : m_source(source)
{}

void JsonObjects::fail(ImportError::Code code, const QString &found)
{
    m_fault = importFault(code, m_place.line, m_place.column, found);
}

std::optional<ImportError> JsonObjects::more()
{
    const Expected<QByteArray, ImportError> piece = m_source.read();
    if (!piece)
        return piece.error();
    m_buffer = *piece;
    m_next = 0;
    m_isAtEnd = m_buffer.isEmpty();
    if (m_isAtEnd && (m_depth > 0 || m_array == Array::Open))
        fail(ImportError::Code::Truncated);
    return m_fault;
}

void JsonObjects::takeOutside(char c)
{
    switch (c) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
        return;
    case ',':
        if (m_array == Array::Closed)
            break;
        return;
    case '[':
        if (m_array != Array::Unknown)
            break;
        m_array = Array::Open;
        return;
    case ']':
        if (m_array != Array::Open)
            break;
        m_array = Array::Closed;
        return;
    case '{':
        if (m_array == Array::Closed)
            break;
        if (m_array == Array::Unknown)
            m_array = Array::None;
        m_piece = {QByteArray(), m_place};
        takeInside(c);
        return;
    default:
        break;
    }
    fail(ImportError::Code::Malformed, QString(QLatin1Char(c)));
}

void JsonObjects::takeInside(char c)
{
    m_piece.bytes += c;
    if (m_piece.bytes.size() > kLongestImportPiece)
        return fail(ImportError::Code::TooLong);
    if (m_isInText) {
        const bool ends = c == '"' && !m_isEscaped;
        m_isEscaped = c == '\\' && !m_isEscaped;
        m_isInText = !ends;
        return;
    }
    if (c == '"') {
        m_isInText = true;
    } else if (c == '{' || c == '[') {
        if (++m_depth > kDeepestImport)
            fail(ImportError::Code::TooDeep);
    } else if (c == '}' || c == ']') {
        --m_depth;
    }
}

void JsonObjects::advance(char c)
{
    ++m_next;
    if (c == '\n')
        m_place = {m_place.line + 1, 1};
    else
        ++m_place.column;
}

Expected<std::optional<JsonPiece>, ImportError> JsonObjects::next()
{
    while (!m_fault) {
        if (m_next == m_buffer.size()) {
            if (const auto fault = more())
                return *fault;
            if (m_isAtEnd)
                return std::optional<JsonPiece>();
        }
        const char c = m_buffer.at(m_next);
        const bool wasInside = m_depth > 0;
        if (wasInside)
            takeInside(c);
        else
            takeOutside(c);
        if (!m_fault)
            advance(c);
        if (!m_fault && wasInside && m_depth == 0)
            return std::optional<JsonPiece>(std::move(m_piece));
    }
    return *m_fault;
}

} // namespace roadstead
