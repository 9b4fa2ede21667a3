// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/filtercompletion.h"

#include "core/base/portstate.h"

#include <algorithm>

namespace roadstead {

namespace {

QStringList keys()
{
    return {QStringLiteral("host:"), QStringLiteral("name:"),    QStringLiteral("note:"),
            QStringLiteral("port:"), QStringLiteral("reason:"),  QStringLiteral("rtt<"),
            QStringLiteral("rtt>"),  QStringLiteral("service:"), QStringLiteral("state:"),
            QString(kUnexpected)};
}

bool isKey(QStringView word, QStringView key)
{
    return word.compare(key, Qt::CaseInsensitive) == 0;
}

/// States are no texts and never expressions, in which a comma is a comma.
QChar separatorOf(QStringView key, FilterSyntax syntax)
{
    return syntax == FilterSyntax::RegularExpressions && !isKey(key, u"state") ? u'|' : u',';
}

QStringList valuesOf(QStringView key)
{
    QStringList values;
    if (isKey(key, u"state")) {
        for (const PortState state : kAllPortStates)
            values << QString(identifier(state));
    } else if (isKey(key, u"reason")) {
        for (int reason = 0; reason < kReasonCount; ++reason)
            values << QString(identifier(static_cast<Reason>(reason)));
    }
    return values;
}

bool isOperator(QChar c)
{
    return c == u':' || c == u'<' || c == u'>' || c == u'=';
}

/// The candidates that begin with `begun`, for the piece from `from` to `to`.
FilterCompletion completion(QStringView text, qsizetype from, qsizetype cursor, qsizetype to,
                            QStringList candidates)
{
    const QStringView begun = text.mid(from, cursor - from);
    const QStringView piece = text.mid(from, to - from);
    candidates.removeIf([begun](const QString &candidate) {
        return !QStringView(candidate).startsWith(begun, Qt::CaseInsensitive);
    });
    const bool isWhole =
        std::any_of(candidates.begin(), candidates.end(), [piece](const QString &candidate) {
            return piece.compare(candidate, Qt::CaseInsensitive) == 0;
        });
    if (isWhole)
        candidates.clear();
    return {from, to - from, false, candidates};
}

} // namespace

FilterCompletion completionAt(QStringView text, qsizetype cursor, FilterSyntax syntax)
{
    qsizetype from = cursor;
    while (from > 0 && !text.at(from - 1).isSpace())
        --from;
    qsizetype end = cursor;
    while (end < text.size() && !text.at(end).isSpace())
        ++end;
    if (from < cursor && text.at(from) == u'-')
        ++from;
    const QStringView word = text.mid(from, end - from);
    const auto found = std::find_if(word.begin(), word.end(), isOperator);
    const qsizetype operatorAt = from + (found - word.begin());
    if (cursor <= operatorAt) // in the key
        return completion(text, from, cursor, std::min(operatorAt + 1, end), keys());
    const QStringView key = text.mid(from, operatorAt - from);
    const QChar separator = separatorOf(key, syntax);
    qsizetype valueFrom = cursor;
    while (valueFrom > operatorAt + 1 && text.at(valueFrom - 1) != separator)
        --valueFrom;
    qsizetype valueTo = cursor;
    while (valueTo < end && text.at(valueTo) != separator)
        ++valueTo;
    const bool hasValues = text.at(operatorAt) == u':';
    FilterCompletion value =
        completion(text, valueFrom, cursor, valueTo, hasValues ? valuesOf(key) : QStringList());
    value.isValue = true;
    return value;
}

} // namespace roadstead
