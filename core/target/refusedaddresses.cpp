// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/refusedaddresses.h"

#include "core/target/ipliteral.h"

namespace roadstead {

namespace {

constexpr quint32 kBroadcast = 0xffffffff;
constexpr Ipv4Range kMulticast{0xe0000000, 0xefffffff}; // 224.0.0.0/4, RFC 5771

std::optional<ParseErrorCode> kindOf(quint32 address)
{
    if (address == 0)
        return ParseErrorCode::UnspecifiedAddress;
    if (address >= kMulticast.first && address <= kMulticast.last)
        return ParseErrorCode::MulticastAddress;
    if (address == kBroadcast)
        return ParseErrorCode::BroadcastAddress;
    return std::nullopt;
}

std::optional<ParseErrorCode> kindOf(Ipv6Value value)
{
    if (value == Ipv6Value())
        return ParseErrorCode::UnspecifiedAddress;
    if (value.high >> 56 == 0xff) // ff00::/8, RFC 4291
        return ParseErrorCode::MulticastAddress;
    return std::nullopt;
}

} // namespace

const AddressSet &refusedAddresses()
{
    static const AddressSet refused = [] {
        AddressSet set;
        set.ipv4() = Ipv4Set::fromRanges({{0, 0}, kMulticast, {kBroadcast, kBroadcast}});
        set.ipv6() =
            Ipv6Set::fromRanges({ipv6Block({}, 128), ipv6Block({0xff00000000000000, 0}, 8)});
        return set;
    }();
    return refused;
}

// Every kind is one block, so a range whose ends are of one kind is of that kind throughout.

std::optional<ParseErrorCode> refusal(Ipv4Range range)
{
    const std::optional<ParseErrorCode> kind = kindOf(range.first);
    return kind == kindOf(range.last) ? kind : std::nullopt;
}

std::optional<ParseErrorCode> refusal(const Ipv6Range &range)
{
    const std::optional<ParseErrorCode> kind = kindOf(range.first);
    return kind == kindOf(range.last) ? kind : std::nullopt;
}

std::optional<ParseErrorCode> refusal(const Ipv4Set::OctetSets &octets)
{
    static const std::bitset<256> suspicious = [] {
        std::bitset<256> values;
        values.set(0).set(255);
        for (size_t octet = kMulticast.first >> 24; octet <= kMulticast.last >> 24; ++octet)
            values.set(octet);
        return values;
    }();
    if ((octets[0] & ~suspicious).any())
        return std::nullopt; // spares nearly every pattern the sets
    const Ipv4Set all = Ipv4Set::fromOctets(octets);
    Ipv4Set allowed = all;
    allowed.subtract(refusedAddresses().ipv4());
    return allowed.isEmpty() ? kindOf(all.at(0)) : std::nullopt;
}

} // namespace roadstead
