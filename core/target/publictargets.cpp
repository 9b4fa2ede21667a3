// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Public or not: IANA's IPv4 and IPv6 Special-Purpose Address Registries, the blocks they call "not
// globally reachable". Blocks they call reachable or leave open (6to4 2002::/16, NAT64
// 64:ff9b::/96, AS112, ORCHIDv2) lead to other people's machines and count as public: asking once
// too often does no harm. The registries' exceptions inside 192.0.0.0/24 and 2001::/23 are cut out
// of the ranges below.

#include "core/target/publictargets.h"

#include "core/target/ipliteral.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

namespace roadstead {

namespace {

/// Ascending and disjoint, so that counts may be added up.
constexpr std::array<Ipv4Range, 14> kSpecialIpv4{{
    {0x00000000, 0x00ffffff}, // 0.0.0.0/8, "this network", RFC 791
    {0x0a000000, 0x0affffff}, // 10.0.0.0/8, private, RFC 1918
    {0x64400000, 0x647fffff}, // 100.64.0.0/10, shared, RFC 6598
    {0x7f000000, 0x7fffffff}, // 127.0.0.0/8, loopback, RFC 1122
    {0xa9fe0000, 0xa9feffff}, // 169.254.0.0/16, link-local, RFC 3927
    {0xac100000, 0xac1fffff}, // 172.16.0.0/12, private, RFC 1918
    {0xc0000000, 0xc0000008}, // 192.0.0.0/24, protocol assignments, RFC 6890,
    {0xc000000b, 0xc00000ff}, //   but not .9 (RFC 7723) and .10 (RFC 8155)
    {0xc0000200, 0xc00002ff}, // 192.0.2.0/24, documentation, RFC 5737
    {0xc0a80000, 0xc0a8ffff}, // 192.168.0.0/16, private, RFC 1918
    {0xc6120000, 0xc613ffff}, // 198.18.0.0/15, benchmarking, RFC 2544
    {0xc6336400, 0xc63364ff}, // 198.51.100.0/24, documentation, RFC 5737
    {0xcb007100, 0xcb0071ff}, // 203.0.113.0/24, documentation, RFC 5737
    {0xf0000000, 0xffffffff}, // 240.0.0.0/4, reserved, RFC 1112, with limited broadcast, RFC 919
}};

const Ipv6Set &specialIpv6()
{
    static const Ipv6Set set = [] {
        Ipv6Set special = Ipv6Set::fromRanges({
            ipv6Block({0, 0}, 127), // ::/128 and ::1/128, RFC 4291
            ipv6Block({0, 0x0000ffff00000000}, 96), // ::ffff:0:0/96, IPv4-mapped, RFC 4291
            ipv6Block({0x0064ff9b00010000, 0}, 48), // 64:ff9b:1::/48, local translation, RFC 8215
            ipv6Block({0x0100000000000000, 0}, 64), // 100::/64, discard-only, RFC 6666
            ipv6Block({0x0100000000000001, 0}, 64), // 100:0:0:1::/64, dummy prefix, RFC 9780
            ipv6Block({0x2001000000000000, 0}, 23), // protocol assignments, RFC 2928
            ipv6Block({0x20010db800000000, 0}, 32), // documentation, RFC 3849
            ipv6Block({0x3fff000000000000, 0}, 20), // documentation, RFC 9637
            ipv6Block({0x5f00000000000000, 0}, 16), // segment routing, RFC 9602
            ipv6Block({0xfc00000000000000, 0}, 7), // unique local, RFC 4193
            ipv6Block({0xfe80000000000000, 0}, 10), // link-local, RFC 4291
        });
        special.subtract(Ipv6Set::fromRanges({
            ipv6Block({0x2001000000000000, 0}, 32), // Teredo, RFC 4380: left open
            ipv6Block({0x2001000100000000, 1}, 128), // anycast, RFC 7723
            ipv6Block({0x2001000100000000, 2}, 128), // anycast, RFC 8155
            ipv6Block({0x2001000100000000, 3}, 128), // anycast, RFC 9665
            ipv6Block({0x2001000300000000, 0}, 32), // AMT, RFC 7450
            ipv6Block({0x2001000401120000, 0}, 48), // AS112, RFC 7535
            ipv6Block({0x2001002000000000, 0}, 28), // ORCHIDv2, RFC 7343
            ipv6Block({0x2001003000000000, 0}, 28), // drone identification, RFC 9374
        }));
        return special;
    }();
    return set;
}

} // namespace

bool isPublic(const Address &address)
{
    if (!address.isIpv4())
        return !specialIpv6().contains(address);
    const quint32 value = address.toIpv4();
    return std::none_of(kSpecialIpv4.begin(), kSpecialIpv4.end(), [value](const Ipv4Range &range) {
        return range.first <= value && value <= range.last;
    });
}

bool containsPublic(const AddressSet &addresses)
{
    const Ipv4Set &ipv4 = addresses.ipv4();
    const quint64 special = std::accumulate(
        kSpecialIpv4.begin(), kSpecialIpv4.end(), quint64(0),
        [&ipv4](quint64 count, const Ipv4Range &range) { return count + ipv4.countIn(range); });
    if (special != ipv4.size())
        return true;
    Ipv6Set ipv6 = addresses.ipv6();
    ipv6.subtract(specialIpv6());
    return !ipv6.isEmpty();
}

bool containsPublic(const TargetSpec &targets)
{
    return containsPublic(targets.addresses)
           || std::any_of(targets.pinned.cbegin(), targets.pinned.cend(),
                          [](const PinnedTarget &target) { return isPublic(target.address); });
}

TargetSpec publicPart(const TargetSpec &targets)
{
    TargetSpec part;
    part.addresses = targets.addresses;
    part.addresses.ipv4().subtract(
        Ipv4Set::fromRanges(QList<Ipv4Range>(kSpecialIpv4.begin(), kSpecialIpv4.end())));
    part.addresses.ipv6().subtract(specialIpv6());
    std::copy_if(targets.pinned.cbegin(), targets.pinned.cend(), std::back_inserter(part.pinned),
                 [](const PinnedTarget &target) { return isPublic(target.address); });
    return part;
}

} // namespace roadstead
