// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/faultytext.h"

#include "core/base/plaintext.h"

#include <algorithm>

namespace roadstead {

namespace {

constexpr qsizetype kWidthBefore = 40;
constexpr qsizetype kWidthOfFault = 40;
constexpr qsizetype kWidthAfter = 24;
constexpr QChar kEllipsis = u'\u2026';

/// The number of characters, a surrogate pair being one.
qsizetype widthOf(QStringView text)
{
    return text.size()
           - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

/// The end of `text`, escaped, at most `width` wide.
QString endOf(QStringView text, qsizetype width)
{
    const QString shown = plainText(text.last(qMin(text.size(), width + 1)));
    if (shown.size() <= width)
        return shown;
    QString end = shown.last(width - 1);
    if (end.front().isLowSurrogate())
        end.remove(0, 1);
    return kEllipsis + end;
}

/// The beginning of `text`, escaped, at most `width` wide.
QString beginningOf(QStringView text, qsizetype width)
{
    const QString shown = plainText(text.first(qMin(text.size(), width + 1)));
    if (shown.size() <= width)
        return shown;
    QString begin = shown.first(width - 1);
    if (begin.back().isHighSurrogate())
        begin.chop(1);
    return begin + kEllipsis;
}

qsizetype positionIn(const ParseError &error, QStringView text)
{
    return qBound(qsizetype(0), error.position, text.size());
}

/// Where the line that holds `position` begins.
qsizetype lineStart(QStringView text, qsizetype position)
{
    return text.first(position).lastIndexOf(u'\n') + 1;
}

} // namespace

TextPlace placeOf(const ParseError &error, QStringView text)
{
    const qsizetype position = positionIn(error, text);
    const qsizetype start = lineStart(text, position);
    return {text.first(start).count(u'\n') + 1, widthOf(text.sliced(start, position - start)) + 1};
}

QString underlined(const ParseError &error, QStringView text)
{
    if (text.isEmpty())
        return QString();
    const qsizetype position = positionIn(error, text);
    const qsizetype start = lineStart(text, position);
    qsizetype end = text.indexOf(u'\n', position);
    if (end < 0)
        end = text.size();
    if (end > position && text[end - 1] == u'\r')
        --end;
    const qsizetype length = qBound(qsizetype(0), error.length, end - position);
    const QString before = endOf(text.sliced(start, position - start), kWidthBefore);
    const QString fault = beginningOf(text.sliced(position, length), kWidthOfFault);
    const QString after =
        beginningOf(text.sliced(position + length, end - position - length), kWidthAfter);
    const QString carets(qMax(qsizetype(1), widthOf(fault)), u'^');
    return u"  " + before + fault + after + u"\n  " + QString(widthOf(before), u' ') + carets
           + u'\n';
}

} // namespace roadstead
