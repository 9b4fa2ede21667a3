// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/document/startarguments.h"

#include <QFileInfo>

#include <algorithm>

namespace roadstead {

namespace {

/// As a block's prefix length, or a port.
bool isNumber(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

/// No domain of a host has such a name.
bool isNamedLikeResults(const QString &argument)
{
    const QStringList suffixes{QStringLiteral("roadstead"), QStringLiteral("xml"),
                               QStringLiteral("json"), QStringLiteral("jsonl"),
                               QStringLiteral("csv")};
    return suffixes.contains(QFileInfo(argument).suffix(), Qt::CaseInsensitive);
}

bool isFile(const QString &argument)
{
    for (const char *beginning : {"/", "./", "../"}) {
        if (argument.startsWith(QLatin1String(beginning)))
            return true;
    }
    if (argument.endsWith(QLatin1String(".roadstead"), Qt::CaseInsensitive))
        return true; // whose absence is told as that
    const qsizetype slash = argument.lastIndexOf(u'/');
    const bool isPath = slash >= 0 && !isNumber(QStringView(argument).sliced(slash + 1));
    return (isPath || isNamedLikeResults(argument)) && QFileInfo(argument).isFile();
}

} // namespace

StartArguments sortArguments(const QStringList &arguments)
{
    StartArguments sorted;
    for (const QString &argument : arguments) {
        if (isFile(argument))
            sorted.files.append(QFileInfo(argument).absoluteFilePath());
        else
            sorted.targets.append(argument);
    }
    return sorted;
}

} // namespace roadstead
