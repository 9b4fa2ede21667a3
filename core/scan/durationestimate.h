// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a scan may take, told before it begins. Nobody knows what the targets will answer, so
// there are two ends.
//
// The shortest is a network that answers at once: each connection then costs this computer's
// processor, and nothing else counts but the limits that were set. 65,535 answering ports take
// 15.3 to 16.2 µs each in two threads, whatever the number of hosts (docs/PERFORMANCE.md, "1, 4 and
// 16 hosts"); in one thread they take 24 µs.
//
// The longest is one in which nobody answers: every port is tried twice and waited for as long as
// nothing is known of the path, and what bounds the scan is how many may wait at once, in all, to
// one host, and in how many hosts. Neighbours that are not there cost three seconds each, but
// nothing for their ports. A path that loses much can take longer still, and a lossy one with few
// open ports has more tries; that is not foreseen.
//
// Checked against the real scan loops on simulated silent networks: tst_durationestimate runs some
// of them. On real sockets see docs/PERFORMANCE.md, "How long a scan may take".

#pragma once

#include "core/scan/scanrequest.h"

namespace roadstead {

/// How much there is to scan, as far as is known: a name that is not resolved counts as one host.
struct ScanSize
{
    quint64 hosts = 0;
    quint64 neighbours = 0; ///< of them, on a link that this computer is on
    quint64 connections = 0;
};

/// What this computer has to scan with.
struct ScanMachine
{
    int processors = 1;
    int descriptors = 1; ///< that may be opened
    AddressSet neighbours; ///< the IPv4 networks whose hosts it reaches without a router

    /// This one, with the networks that it is in now. Any thread; takes a millisecond or so.
    [[nodiscard]] static ScanMachine ours();
};

struct ScanDuration
{
    std::chrono::milliseconds shortest{0}; ///< everything answers
    std::chrono::milliseconds longest{0}; ///< nothing does; never less

    friend bool operator==(const ScanDuration &, const ScanDuration &) = default;
};

/// Pure. At most a hundred thousand years.
[[nodiscard]] ScanDuration estimateDuration(const ScanSize &size, const ScanOptions &options,
                                            const ScanMachine &machine);

} // namespace roadstead
