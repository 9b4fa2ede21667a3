// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importlines.h"

namespace roadstead {

ImportLines::ImportLines(ImportSource &source, Quotes quotes, qsizetype longestFirst)
    : m_source(source)
    , m_quotes(quotes)
    , m_longest(longestFirst)
{}

bool ImportLines::findEnd()
{
    for (; m_looked < m_buffer.size(); ++m_looked) {
        const char c = m_buffer.at(m_looked);
        if (c == '"' && m_quotes == Quotes::HideLineEnds)
            m_isQuoted = !m_isQuoted; // a doubled one changes nothing
        else if (c == '\n' && !m_isQuoted)
            return true;
    }
    return false;
}

ImportLines::Line ImportLines::take(qsizetype size)
{
    const Line line{m_buffer.sliced(m_begin, size), m_number};
    m_number += line.bytes.count('\n');
    m_begin += size;
    m_looked = m_begin;
    m_isQuoted = false;
    m_longest = kLongestImportPiece;
    return line;
}

Expected<std::optional<ImportLines::Line>, ImportError> ImportLines::next()
{
    while (!findEnd()) {
        const qsizetype left = m_buffer.size() - m_begin;
        if (left > m_longest)
            break;
        const Expected<QByteArray, ImportError> more = m_source.read();
        if (!more)
            return more.error();
        if (more->isEmpty() && left == 0)
            return std::optional<Line>();
        if (more->isEmpty())
            return std::optional<Line>(take(left));
        m_buffer.remove(0, m_begin);
        m_looked -= m_begin;
        m_begin = 0;
        m_buffer += *more;
    }
    const qsizetype size = m_looked - m_begin + 1;
    if (size > m_longest)
        return importFault(ImportError::Code::TooLong, m_number, 1);
    return std::optional<Line>(take(size));
}

} // namespace roadstead
