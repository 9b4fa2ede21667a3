// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/filterexamples.h"

#include <QCoreApplication>

namespace roadstead {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("FilterExamples", text);
}

} // namespace

QList<FilterExample> filterExamples()
{
    constexpr auto kWords = FilterSyntax::Words;
    constexpr auto kExpressions = FilterSyntax::RegularExpressions;
    const auto any = std::nullopt;
    return {
        {QStringLiteral("ssh 10.0"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "both words anywhere")), kWords},
        {QStringLiteral("-http"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "without that word")), any},
        {QStringLiteral("port:80-90,443"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "these ports")), any},
        {QStringLiteral("host:10.0.*"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "these hosts")), kWords},
        {QStringLiteral("name:lan"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "names that hold this")), any},
        {QStringLiteral("service:http*"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "services that begin so")), kWords},
        {QStringLiteral("state:open,unknown"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "one of these states")), any},
        {QStringLiteral("reason:*unreach"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "reasons that end so")), kWords},
        {QString(kUnexpected),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "ports that are not as expected")), any},
        {QStringLiteral("note:todo"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "notes that hold this")), any},
        {QStringLiteral("rtt>50"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "answered after more than 50 ms")), any},
        {QStringLiteral("^(ssh|telnet)$"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "exactly one of these words")),
         kExpressions},
        {QStringLiteral("host:\\.(1|254)$"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "addresses that end so")), kExpressions},
        {QStringLiteral("name:^(web|mail)\\d+"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "names that begin so, with a number")),
         kExpressions},
        {QStringLiteral("-reason:unreach|prohibited"),
         translated(QT_TRANSLATE_NOOP("FilterExamples", "without these reasons")), kExpressions},
    };
}

} // namespace roadstead
