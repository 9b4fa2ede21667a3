// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/foreignscope.h"

#include "core/result/addresstext.h"

#include <QNetworkInterface>

#include <algorithm>

namespace roadstead {

namespace {

constexpr qsizetype kLongestZone = 15; // IFNAMSIZ - 1

/// What interfaces are called on the systems that have names for them; never a space or a slash.
bool isZone(QStringView zone)
{
    const auto isAllowed = [](QChar c) {
        return c.isPrint() && !c.isSpace() && c != u'/' && c != u'%' && c != u',';
    };
    return !zone.isEmpty() && zone.size() <= kLongestZone
           && std::all_of(zone.begin(), zone.end(), isAllowed);
}

/// FNV-1a: the same in every process, unlike Qt's hashes.
quint32 hashed(QStringView text)
{
    quint32 hash = 0x811c'9dc5;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 0x0100'0193;
    return hash;
}

} // namespace

quint32 scopeOfZone(QStringView zone)
{
    if (!isZone(zone))
        return 0;
    bool isNumber = false;
    const quint32 number = zone.toUInt(&isNumber);
    if (isNumber) // one without a name; written by this program even when it was a foreign one
        return QString::number(number) == zone ? number : 0;
    const int index = QNetworkInterface::interfaceIndexFromName(zone.toString());
    return index > 0 ? static_cast<quint32>(index) : hashed(zone) | 0x8000'0000;
}

std::optional<Address> addressFromAnywhere(QStringView text)
{
    const qsizetype percent = text.indexOf(u'%');
    if (percent < 0)
        return addressFromCanonicalText(text);
    auto address = addressFromCanonicalText(text.first(percent));
    const quint32 scope = scopeOfZone(text.sliced(percent + 1));
    if (!address || address->isIpv4() || scope == 0)
        return std::nullopt;
    address->scope = scope;
    return address;
}

QString foreignText(const Address &address, QStringView text)
{
    const bool isNeeded = isForeignScope(address.scope) && address.toString() != text;
    return isNeeded ? text.toString() : QString();
}

} // namespace roadstead
