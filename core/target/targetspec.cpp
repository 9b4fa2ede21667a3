// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/targetspec.h"

namespace roadstead {

void TargetSpec::unite(const TargetSpec &other)
{
    addresses.unite(other.addresses);
    pinned += other.pinned;
    names += other.names;
}

TargetSpec effective(const TargetSpec &targets, const TargetSpec &excludes, bool useIpv4,
                     bool useIpv6)
{
    TargetSpec left = targets;
    left.addresses.subtract(excludes.addresses);
    if (!useIpv4)
        left.addresses.clearIpv4();
    if (!useIpv6)
        left.addresses.clearIpv6();
    left.pinned.removeIf([&](const PinnedTarget &target) {
        const bool isWanted = target.address.isIpv4() ? useIpv4 : useIpv6;
        return !isWanted || excludes.addresses.contains(target.address);
    });
    return left;
}

} // namespace roadstead
