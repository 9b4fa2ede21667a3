// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

class QHostAddress;

namespace roadstead {

enum class Family : quint8 {
    Ipv4,
    Ipv6
};

/// One IP address as a plain 24-byte value. QHostAddress is 8 bytes and 64 more on the heap, and
/// its parser accepts "1" and "010.0.0.1"; this type never parses, it only holds, orders and
/// renders. Orders IPv4 before IPv6, then by value, then by zone.
struct Address
{
    Family family = Family::Ipv4;
    quint64 high = 0; ///< IPv6: the first eight bytes
    quint64 low =
        0; ///< IPv6: the last eight bytes; IPv4: the address in its low 32 bits, host order
    quint32 scope = 0; ///< interface index of a link-local IPv6 address (RFC 4007), else 0

    static constexpr Address fromIpv4(quint32 value)
    {
        return {.family = Family::Ipv4, .high = 0, .low = value, .scope = 0};
    }
    static constexpr Address fromIpv6(quint64 high, quint64 low, quint32 scope = 0)
    {
        return {.family = Family::Ipv6, .high = high, .low = low, .scope = scope};
    }
    /// IPv4-mapped IPv6 addresses become IPv4. Nothing for a null address.
    [[nodiscard]] static std::optional<Address> fromHostAddress(const QHostAddress &address);

    [[nodiscard]] constexpr bool isIpv4() const { return family == Family::Ipv4; }
    /// fe80::/10.
    [[nodiscard]] constexpr bool isLinkLocal() const
    {
        return !isIpv4() && high >> 54 == 0xfe80 >> 6;
    }
    [[nodiscard]] constexpr quint32 toIpv4() const { return static_cast<quint32>(low); }
    [[nodiscard]] QHostAddress toHostAddress() const;
    /// RFC 5952 text; a zone is appended as "%name". Asks the system for the interface's name if
    /// there is one.
    [[nodiscard]] QString toString() const;

    friend constexpr auto operator<=>(const Address &, const Address &) = default;
};

[[nodiscard]] size_t qHash(const Address &address, size_t seed = 0) noexcept;

} // namespace roadstead
