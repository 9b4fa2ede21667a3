// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/scanarguments.h"

#include "core/record/scandocument.h"

#include <QStringList>

#include <algorithm>

namespace roadstead {

namespace {

constexpr qsizetype kLongest = 1'000;

/// Nothing that a shell, or an option's parser, takes for anything else than itself.
bool isHarmless(const QString &word)
{
    const auto isAllowed = [](QChar c) {
        const char16_t unit = c.unicode();
        return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z')
               || (unit >= u'0' && unit <= u'9') || QStringView(u".,:/%_-").contains(c);
    };
    return !word.startsWith(u'-') && std::all_of(word.begin(), word.end(), isAllowed);
}

} // namespace

QString scanArguments(const ScanHeader &header)
{
    const QString ports = header.portsText.simplified();
    const QString targets = header.targetsText.simplified();
    if (ports.isEmpty() || targets.isEmpty() || ports.size() + targets.size() > kLongest)
        return QString();
    const QStringList words = targets.split(u' ');
    if (!isHarmless(ports) || !std::all_of(words.begin(), words.end(), isHarmless))
        return QString();
    return u"roadstead-cli -p " + ports + u' ' + targets;
}

} // namespace roadstead
