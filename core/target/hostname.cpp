// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/hostname.h"

#include "core/target/ipliteral.h"
#include "core/target/targetparser.h"

#include <QUrl>

#include <algorithm>
#include <optional>

namespace roadstead {

namespace {

constexpr qsizetype kMaxNameLength = 253;
constexpr qsizetype kMaxLabelLength = 63;

constexpr bool isNameCharacter(QChar c)
{
    return isAsciiLetterOrDigit(c) || c == u'-' || c == u'_';
}

QStringView withoutTrailingDot(QStringView text)
{
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

/// The part of an ASCII name that breaks the rule; the whole name where nothing smaller can be
/// shown.
std::optional<QStringView> faultyPart(QStringView text)
{
    QStringView rest = withoutTrailingDot(text);
    if (rest.isEmpty() || rest.size() > kMaxNameLength)
        return text;
    while (true) {
        const qsizetype dot = rest.indexOf(u'.');
        const QStringView label = dot < 0 ? rest : rest.first(dot);
        if (label.isEmpty())
            return text;
        const auto bad = std::find_if_not(label.begin(), label.end(), isNameCharacter);
        if (bad != label.end())
            return label.sliced(std::distance(label.begin(), bad), 1);
        if (label.size() > kMaxLabelLength || label.startsWith(u'-'))
            return label;
        if (dot < 0)
            return std::nullopt;
        rest = rest.sliced(dot + 1);
    }
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

bool endsInNumber(QStringView text)
{
    const QStringView name = withoutTrailingDot(text);
    const QStringView label = name.sliced(name.lastIndexOf(u'.') + 1);
    return (!label.isEmpty() && std::all_of(label.begin(), label.end(), isAsciiDigit))
           || label.startsWith(u"0x", Qt::CaseInsensitive);
}

bool isHostName(QStringView text)
{
    return isAscii(text) && !faultyPart(text) && !endsInNumber(text);
}

Expected<HostName, ParseFault> readHostName(QStringView text)
{
    // An A-label is never shorter than what it stands for; without this a megabyte would go through
    // toAce.
    if (text.size() > kMaxNameLength + 1)
        return ParseFault{ParseErrorCode::BadName, text};
    const QString typed = text.toString();
    if (isAscii(text)) {
        if (const std::optional<QStringView> part = faultyPart(text))
            return ParseFault{ParseErrorCode::BadName, *part};
        if (endsInNumber(text))
            return ParseFault{ParseErrorCode::BadAddress, text};
        return HostName{typed, typed};
    }
    const QString ascii = QString::fromLatin1(QUrl::toAce(typed));
    if (endsInNumber(ascii))
        return ParseFault{ParseErrorCode::BadAddress, text};
    if (!isHostName(ascii))
        return ParseFault{ParseErrorCode::BadName, text};
    return HostName{typed, ascii};
}

} // namespace roadstead
