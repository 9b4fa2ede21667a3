// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSharedData>

#include <vector>

namespace roadstead {

struct Ipv4Node;
using Ipv4NodePointer = QExplicitlySharedDataPointer<const Ipv4Node>;

inline constexpr int kIpv4RootLevel =
    3; ///< the node of the first octet; that of the last octet has level 0

/// Addresses below one octet value of a node of `level`.
constexpr quint64 ipv4BlockSize(int level)
{
    return quint64(1) << (8 * level);
}

/// Neighbouring octet values with the same continuation. Without a child every continuation is in
/// the set.
struct Ipv4Run
{
    Ipv4NodePointer child;
    quint32 before = 0; ///< addresses in earlier runs of the node
    quint8 first = 0;
    quint8 last = 0;
};

/// What may follow one octet: runs in ascending order, none for values that lead nowhere. Immutable
/// once built, so that sets and threads can share it. Never empty; a full one exists at the root
/// only (elsewhere: no child).
struct Ipv4Node : QSharedData
{
    std::vector<Ipv4Run> runs;
    quint64 count = 0; ///< addresses below
    int level = 0;

    [[nodiscard]] quint64 countPerOctet(const Ipv4Run &run) const
    {
        return run.child ? run.child->count : ipv4BlockSize(level);
    }
};

} // namespace roadstead
