// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/targetsplitter.h"

#include "core/target/ipliteral.h"

namespace roadstead {

namespace {

constexpr qsizetype kDotsOfAnAddress = 3;

bool endsTarget(QChar c)
{
    return c.isSpace() || c == u'#';
}

constexpr bool isPatternCharacter(QChar c)
{
    return isAsciiDigit(c) || c == u'.' || c == u'*' || c == u'-';
}

} // namespace

QStringView TargetSplitter::next()
{
    skipSeparators();
    const qsizetype begin = m_position;
    qsizetype dots = 0;
    bool isPattern = true;
    for (; m_position < m_text.size() && !endsTarget(m_text[m_position]); ++m_position) {
        const QChar c = m_text[m_position];
        if (c == u',' && !(isPattern && commaBelongsToOctet(m_position, dots)))
            break;
        isPattern = isPattern && (c == u',' || isPatternCharacter(c));
        dots += c == u'.' ? 1 : 0;
    }
    return m_text.sliced(begin, m_position - begin);
}

void TargetSplitter::skipSeparators()
{
    bool isComment = false;
    for (; m_position < m_text.size(); ++m_position) {
        const QChar c = m_text[m_position];
        if (c == u'#')
            isComment = true;
        else if (c == u'\n' || c == u'\r')
            isComment = false;
        else if (!isComment && c != u',' && !c.isSpace())
            return;
    }
}

bool TargetSplitter::commaBelongsToOctet(qsizetype comma, qsizetype dotsBefore) const
{
    qsizetype dots = dotsBefore;
    qsizetype end = comma + 1;
    for (; end < m_text.size() && m_text[end] != u',' && !endsTarget(m_text[end]); ++end) {
        dots += m_text[end] == u'.' ? 1 : 0;
        if (!isPatternCharacter(m_text[end]) || dots > kDotsOfAnAddress)
            return false;
    }
    return end > comma + 1;
}

} // namespace roadstead
