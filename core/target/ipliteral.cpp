// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/ipliteral.h"

#include <algorithm>
#include <array>

namespace roadstead {

namespace {

constexpr qsizetype kMaxIpv4Length = 15;
constexpr qsizetype kMaxIpv6Length = 45;
constexpr int kIpv6Groups = 8;

std::optional<quint16> parseGroup(QStringView text)
{
    if (text.isEmpty() || text.size() > 4
        || !std::all_of(text.begin(), text.end(), isAsciiHexDigit))
        return std::nullopt;
    quint16 value = 0;
    for (const QChar c : text) {
        const int digit = isAsciiDigit(c) ? c.unicode() - '0' : (c.unicode() | 0x20) - 'a' + 10;
        value = static_cast<quint16>(value << 4 | digit);
    }
    return value;
}

/// The 16-bit groups on one side of a "::".
struct Groups
{
    std::array<quint16, kIpv6Groups> values{};
    int count = 0;

    bool add(quint16 value)
    {
        if (count == kIpv6Groups)
            return false;
        values[static_cast<size_t>(count++)] = value;
        return true;
    }
};

/// Groups separated by single colons; the last may be an IPv4 address if `mayEndInIpv4`. Empty
/// text: no groups.
std::optional<Groups> parseGroups(QStringView text, bool mayEndInIpv4)
{
    Groups groups;
    while (!text.isEmpty()) {
        const qsizetype colon = text.indexOf(u':');
        const QStringView part = colon < 0 ? text : text.first(colon);
        const bool isLast = colon < 0;
        if (isLast && mayEndInIpv4 && part.contains(u'.')) {
            const std::optional<quint32> ipv4 = parseIpv4(part);
            const bool fits = ipv4 && groups.add(static_cast<quint16>(*ipv4 >> 16))
                              && groups.add(static_cast<quint16>(*ipv4));
            return fits ? std::optional(groups) : std::nullopt;
        }
        const std::optional<quint16> group = parseGroup(part);
        if (!group || !groups.add(*group))
            return std::nullopt;
        if (isLast)
            return groups;
        text = text.sliced(colon + 1);
        if (text.isEmpty())
            return std::nullopt; // ends in a single colon
    }
    return groups;
}

} // namespace

std::optional<int> parseNumber(QStringView text, int limit)
{
    if (text.isEmpty() || (text.size() > 1 && text[0] == u'0'))
        return std::nullopt;
    int value = 0;
    for (const QChar c : text) {
        if (!isAsciiDigit(c))
            return std::nullopt;
        value = value * 10 + (c.unicode() - '0');
        if (value > limit)
            return std::nullopt;
    }
    return value;
}

std::optional<quint32> parseIpv4(QStringView text)
{
    if (text.size() > kMaxIpv4Length)
        return std::nullopt;
    quint32 address = 0;
    for (int octet = 0; octet < 4; ++octet) {
        const qsizetype dot = text.indexOf(u'.');
        if ((dot < 0) != (octet == 3))
            return std::nullopt;
        const std::optional<int> value = parseNumber(dot < 0 ? text : text.first(dot), 255);
        if (!value)
            return std::nullopt;
        address = address << 8 | static_cast<quint32>(*value);
        text = dot < 0 ? QStringView() : text.sliced(dot + 1);
    }
    return address;
}

std::optional<Ipv6Value> parseIpv6(QStringView text)
{
    if (text.size() > kMaxIpv6Length)
        return std::nullopt;
    const qsizetype gap = text.indexOf(u"::");
    const std::optional<Groups> head = parseGroups(gap < 0 ? text : text.first(gap), gap < 0);
    const std::optional<Groups> tail = gap < 0 ? Groups() : parseGroups(text.sliced(gap + 2), true);
    if (!head || !tail)
        return std::nullopt;
    const int given = head->count + tail->count;
    if (gap < 0 ? given != kIpv6Groups : given >= kIpv6Groups)
        return std::nullopt;
    std::array<quint16, kIpv6Groups> all{};
    std::copy_n(head->values.begin(), head->count, all.begin());
    std::copy_n(tail->values.begin(), tail->count, all.end() - tail->count);
    Ipv6Value value;
    for (size_t i = 0; i < 4; ++i) {
        value.high = value.high << 16 | all[i];
        value.low = value.low << 16 | all[i + 4];
    }
    return value;
}

std::optional<quint32> mappedIpv4(Ipv6Value value)
{
    if (value.high != 0 || value.low >> 32 != 0xffff)
        return std::nullopt;
    return static_cast<quint32>(value.low);
}

Ipv6Range ipv6Block(Ipv6Value value, int prefix, quint32 scope)
{
    const quint64 ones = ~quint64(0);
    const quint64 highHost = prefix >= 64 ? 0 : ones >> prefix;
    const quint64 lowHost = prefix <= 64 ? ones : prefix == 128 ? 0 : ones >> (prefix - 64);
    return {.scope = scope,
            .first = {value.high & ~highHost, value.low & ~lowHost},
            .last = {value.high | highHost, value.low | lowHost}};
}

} // namespace roadstead
