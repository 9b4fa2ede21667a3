// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/opener/openerlist.h"

#include "core/opener/opener.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace roadstead {

namespace {

QString nameKey()
{
    return QStringLiteral("name");
}
QString programKey()
{
    return QStringLiteral("program");
}
QString argumentsKey()
{
    return QStringLiteral("arguments");
}
QString portsKey()
{
    return QStringLiteral("ports");
}
QString terminalKey()
{
    return QStringLiteral("terminal");
}

std::optional<QStringList> stringsFrom(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    QStringList strings;
    const QJsonArray array = value.toArray();
    for (const QJsonValue entry : array) {
        if (!entry.isString())
            return std::nullopt;
        strings.append(entry.toString());
    }
    return strings;
}

std::optional<OpenerTemplate> templateFrom(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const auto arguments = stringsFrom(object.value(argumentsKey()));
    const bool hasAll = object.size() == 5 && object.value(nameKey()).isString()
                        && object.value(programKey()).isString() && arguments
                        && object.value(portsKey()).isString()
                        && object.value(terminalKey()).isBool();
    if (!hasAll)
        return std::nullopt;
    return OpenerTemplate{.name = object.value(nameKey()).toString(),
                          .program = object.value(programKey()).toString(),
                          .arguments = *arguments,
                          .ports = object.value(portsKey()).toString(),
                          .isInTerminal = object.value(terminalKey()).toBool()};
}

} // namespace

QString textOfOpeners(const QList<OpenerTemplate> &openers)
{
    QJsonArray array;
    for (const OpenerTemplate &opener : openers) {
        array.append(QJsonObject{{nameKey(), opener.name},
                                 {programKey(), opener.program},
                                 {argumentsKey(), QJsonArray::fromStringList(opener.arguments)},
                                 {portsKey(), opener.ports},
                                 {terminalKey(), opener.isInTerminal}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<OpenerTemplate> openersFromText(const QString &text, const PortVocabulary &vocabulary)
{
    QList<OpenerTemplate> openers;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue value : array) {
        const auto opener = templateFrom(value);
        if (!opener || !Opener::from(*opener, vocabulary))
            continue;
        if (openers.size() == kMostOpeners)
            break;
        openers.append(*opener);
    }
    return openers;
}

} // namespace roadstead
