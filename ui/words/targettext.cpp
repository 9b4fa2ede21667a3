// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/targettext.h"

#include "ui/words/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace roadstead::words {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

} // namespace

QString joinedLines(QStringView text)
{
    QStringList parts;
    for (QStringView line : text.split(u'\n')) {
        if (const qsizetype comment = line.indexOf(u'#'); comment >= 0)
            line.truncate(comment);
        line = line.trimmed();
        if (!line.isEmpty())
            parts.append(line.toString());
    }
    return parts.join(QLatin1String(", "));
}

int entryCount(QStringView text)
{
    int count = 0;
    bool isInEntry = false;
    for (const QChar c : text) {
        const bool isSeparator = c.isSpace() || c == u',';
        count += !isSeparator && !isInEntry ? 1 : 0;
        isInEntry = !isSeparator;
    }
    return count;
}

QString shortenedTo(const QString &targets, qsizetype length, int entries)
{
    const QString start = joinedLines(QStringView(targets).left(4 * length)).left(length);
    const int cut = static_cast<int>(qMax<qsizetype>(start.lastIndexOf(u' '), length / 2));
    if (entries < 2)
        return start.left(length - 1) + u'…';
    return Texts::tr("%1 … (%2 entries)", nullptr, entries)
        .arg(start.left(cut), number(static_cast<quint64>(entries)));
}

QString shortened(const QString &targets, qsizetype length)
{
    return targets.size() <= length ? targets : shortenedTo(targets, length, entryCount(targets));
}

QString titleOf(const QString &targets)
{
    return shortened(targets.simplified(), kTitleLength);
}

} // namespace roadstead::words
