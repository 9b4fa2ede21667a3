// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/resulttext.h"

#include "core/base/plaintext.h"
#include "core/exchange/bannertext.h"
#include "core/result/addresstext.h"

#include <QHostAddress>

#include <algorithm>

namespace roadstead {

namespace {

constexpr qsizetype kLongestBanner = 512;

} // namespace

std::optional<QDateTime> timeFromText(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    // Qt also reads shorter and longer forms, and other zones.
    if (!time.isValid() || time.timeSpec() != Qt::UTC || time.toString(Qt::ISODateWithMs) != text
        || time.toMSecsSinceEpoch() < 0)
        return std::nullopt;
    return time;
}

QByteArray bannerFromText(const QString &text)
{
    if (!text.contains(u'\\'))
        return cutBanner(text.toUtf8());
    const QByteArray bytes = bytesFromEscapes(text, C1Escapes::AreBytes);
    if (plainText(bytes) == text)
        return cutBanner(bytes);
    const QByteArray others = bytesFromEscapes(text, C1Escapes::AreCharacters);
    return cutBanner(plainText(others) == text ? others : bytes);
}

QByteArray cutBanner(const QByteArray &banner)
{
    return banner.left(kLongestBanner);
}

TextPlace placeIn(QByteArrayView bytes, qsizetype offset, TextPlace begin)
{
    const QByteArrayView before = bytes.first(std::clamp<qsizetype>(offset, 0, bytes.size()));
    const qsizetype lines = std::count(before.begin(), before.end(), '\n');
    const qsizetype last = before.lastIndexOf('\n');
    if (lines == 0)
        return {begin.line, begin.column + before.size()};
    return {begin.line + lines, before.size() - last};
}

std::optional<Address> addressFromOthers(const QString &text)
{
    if (const std::optional<Address> address = addressFromCanonicalText(text))
        return address;
    constexpr qsizetype kLongest = 45; // eight groups, the last two as IPv4
    QHostAddress parsed;
    if (text.size() > kLongest || !text.contains(u':') || text.contains(u'%')
        || !parsed.setAddress(text))
        return std::nullopt;
    return Address::fromHostAddress(parsed);
}

std::optional<PortSet> portsFromOthers(const QString &text)
{
    constexpr quint64 kLastPort = 65'535;
    QList<quint16> ports;
    const auto parts = QStringView(text).split(u',', Qt::SkipEmptyParts);
    for (const QStringView part : parts) {
        const qsizetype dash = part.indexOf(u'-');
        const auto first = numberFromOthers(dash < 0 ? part : part.first(dash), kLastPort);
        const auto last = dash < 0 ? first : numberFromOthers(part.sliced(dash + 1), kLastPort);
        // More than there are would be some of them again.
        if (!first || !last || *first > *last
            || static_cast<quint64>(ports.size()) + *last - *first > kLastPort)
            return std::nullopt;
        for (quint64 port = *first; port <= *last; ++port)
            ports += static_cast<quint16>(port);
    }
    return PortSet(ports);
}

std::optional<quint64> numberFromOthers(QStringView text, quint64 most)
{
    constexpr qsizetype kLongest = 20;
    const bool isDigits =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool isNumber = false;
    const quint64 value = text.toULongLong(&isNumber);
    if (!isDigits || !isNumber || text.size() > kLongest || value > most)
        return std::nullopt;
    return value;
}

} // namespace roadstead
