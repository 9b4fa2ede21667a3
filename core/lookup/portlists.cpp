// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/portlists.h"

#include "core/target/portparser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace roadstead {

namespace {

constexpr int kVersion = 1;
constexpr qsizetype kLongestId = 64;
constexpr qsizetype kMostHidden = 200;

QString versionKey()
{
    return QStringLiteral("version");
}
QString listsKey()
{
    return QStringLiteral("lists");
}
QString hiddenKey()
{
    return QStringLiteral("hidden");
}
QString nameKey()
{
    return QStringLiteral("name");
}
QString portsKey()
{
    return QStringLiteral("ports");
}

PortListFault nameFault(PortListFault::Code code, qsizetype position, qsizetype length)
{
    return {code, {.position = position, .length = length}};
}

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || QStringView(u" -_.+/&'").contains(c);
}

/// Names are read in UTF-16 units, so that one of a rare script, in pairs of them, is no name.
std::optional<PortListFault> faultOfName(QStringView name)
{
    using enum PortListFault::Code;
    if (name.trimmed().isEmpty())
        return nameFault(NoName, 0, name.size());
    if (name.size() > kLongestPortListName)
        return nameFault(LongName, kLongestPortListName, name.size() - kLongestPortListName);
    if (!name.front().isLetter())
        return nameFault(BadName, 0, 1);
    const auto bad = std::find_if_not(name.begin(), name.end(), isNameCharacter);
    if (bad != name.end())
        return nameFault(BadName, std::distance(name.begin(), bad), 1);
    if (name.back() == u' ')
        return nameFault(BadName, name.size() - 1, 1);
    return std::nullopt;
}

bool hasName(const QList<PortList> &lists, const QString &name)
{
    return std::any_of(lists.cbegin(), lists.cend(),
                       [&name](const PortList &list) { return isSameListName(list.name, name); });
}

/// Each wildcard is compared with thousands of names, and all lists are read at once when a window
/// opens.
std::optional<PortListFault> faultOfWildcards(QStringView ports)
{
    qsizetype count = 0;
    for (qsizetype at = 0; at < ports.size(); ++at) {
        const bool isWildcard = ports[at] == u'*' || ports[at] == u'?';
        if (isWildcard && ++count > kMostPortListWildcards)
            return PortListFault{PortListFault::Code::ManyWildcards, {.position = at, .length = 1}};
    }
    return std::nullopt;
}

QList<PortList> ownFrom(const QJsonArray &array, const PortVocabulary &vocabulary)
{
    QList<PortList> own;
    for (const QJsonValue value : array) {
        const QJsonObject object = value.toObject();
        const PortList list{object.value(nameKey()).toString(),
                            object.value(portsKey()).toString()};
        if (own.size() == kMostPortLists)
            break;
        if (readPortList(list, vocabulary) && !hasName(own, list.name))
            own.append(list);
    }
    return own;
}

QStringList idsFrom(const QJsonArray &array)
{
    QStringList ids;
    for (const QJsonValue value : array) {
        const QString id = value.toString();
        const bool isWanted = !id.isEmpty() && id.size() <= kLongestId && !ids.contains(id);
        if (isWanted && ids.size() < kMostHidden)
            ids.append(id);
    }
    return ids;
}

} // namespace

Expected<PortSet, PortListFault> readPortList(const PortList &list,
                                              const PortVocabulary &vocabulary)
{
    if (const auto fault = faultOfName(list.name))
        return *fault;
    if (list.ports.size() > kLongestPortListText) {
        return PortListFault{PortListFault::Code::LongPorts,
                             {.code = ParseErrorCode::TooLong,
                              .position = kLongestPortListText,
                              .length = list.ports.size() - kLongestPortListText}};
    }
    if (const auto fault = faultOfWildcards(list.ports))
        return *fault;
    const Expected<PortSet, ParseError> ports = PortParser(vocabulary).parse(list.ports);
    if (!ports)
        return PortListFault{PortListFault::Code::BadPorts, ports.error()};
    return *ports;
}

bool isSameListName(QStringView a, QStringView b)
{
    const auto folded = [](QChar c) { return c == u'-' ? QChar(u' ') : c.toCaseFolded(); };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&folded](QChar x, QChar y) { return folded(x) == folded(y); });
}

QString textOfPortLists(const PortLists &lists)
{
    QJsonArray own;
    for (const PortList &list : lists.own)
        own.append(QJsonObject{{nameKey(), list.name}, {portsKey(), list.ports}});
    const QJsonObject object{{versionKey(), kVersion},
                             {listsKey(), own},
                             {hiddenKey(), QJsonArray::fromStringList(lists.hidden)}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

PortLists portListsFromText(const QString &text, const PortVocabulary &vocabulary)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (object.value(versionKey()).toInt() != kVersion)
        return {};
    return {ownFrom(object.value(listsKey()).toArray(), vocabulary),
            idsFrom(object.value(hiddenKey()).toArray())};
}

} // namespace roadstead
