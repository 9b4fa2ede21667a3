// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/nmapversion.h"

namespace roadstead {

namespace {
constexpr QLatin1String kOurs{"roadstead "};
constexpr QLatin1String kOf{", results of "};
} // namespace

QString versionOfOwnXml(const QString &program)
{
    if (program.startsWith(kOurs) && !program.contains(kOf))
        return program;
    const QString version = QStringLiteral("roadstead " ROADSTEAD_VERSION);
    return program.isEmpty() ? version : QString(version + kOf + program);
}

std::optional<QString> programOfOwnXml(const QString &version)
{
    if (!version.startsWith(kOurs))
        return std::nullopt;
    const qsizetype other = version.indexOf(kOf);
    return other < 0 ? version : version.sliced(other + kOf.size());
}

} // namespace roadstead
