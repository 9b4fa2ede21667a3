// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/ipv6set.h"

#include <QStringView>

#include <optional>

namespace roadstead {

constexpr bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

constexpr bool isAsciiHexDigit(QChar c)
{
    return isAsciiDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

constexpr bool isAsciiLetterOrDigit(QChar c)
{
    return isAsciiDigit(c) || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// A number of ASCII digits from 0 to `limit` (below 2^24), without superfluous zeros in front.
[[nodiscard]] std::optional<int> parseNumber(QStringView text, int limit);

/// Four decimal octets without leading zeros (RFC 6943, 3.1.1, "strict"); never inet_aton's other
/// forms.
[[nodiscard]] std::optional<quint32> parseIpv4(QStringView text);

/// The text forms of RFC 4291, 2.2, with an IPv4 tail too, without a zone.
[[nodiscard]] std::optional<Ipv6Value> parseIpv6(QStringView text);

/// The IPv4 address inside ::ffff:0:0/96.
[[nodiscard]] std::optional<quint32> mappedIpv4(Ipv6Value value);

[[nodiscard]] constexpr Ipv6Value mappedIpv6(quint32 ipv4)
{
    return {0, quint64(0xffff) << 32 | ipv4};
}

/// The first and last value that share their first `prefix` bits with `value`.
[[nodiscard]] Ipv6Range ipv6Block(Ipv6Value value, int prefix, quint32 scope = 0);

/// fe80::/10: addresses that mean nothing without their zone.
[[nodiscard]] constexpr bool isLinkLocal(Ipv6Value value)
{
    return value.high >> 54 == 0xfe80 >> 6;
}

} // namespace roadstead
