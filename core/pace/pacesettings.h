// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"
#include "core/pace/timing.h"

namespace roadstead {

/// What HostPace may do to one host. Caps over all hosts (descriptors, rate) are not its business.
struct PaceSettings
{
    /// For a first try while no round trip is known. Below the second after which the kernel sends
    /// a SYN again (RFC 6298, 2.1): our own retry is counted, the kernel's has to be asked for.
    Duration firstTimeout = std::chrono::milliseconds(900);
    Duration minTimeout = std::chrono::milliseconds(50);
    Duration maxTimeout = std::chrono::seconds(10);
    int minTries = 2; ///< of a silent port; equal to maxTries: exactly so many
    /// At 28 % loss the default target needs 11 where 4 % of 10,000 answer, at 50 % it needs 20.
    int maxTries = 24;
    int perHost = 65'535; ///< never more under way to one host
    int initialWindow = 10; ///< as TCP begins (RFC 6928)
    /// The most under way to a host that never answered anything: 9,000 packets a second with the
    /// first timeout, which is 5 Mbit/s.
    int silentWindow = 8'000;
    /// How many answering ports may be reported silent, expected, in the scan of one host: one in a
    /// thousand such scans.
    double missTarget = 0.001;

    [[nodiscard]] static PaceSettings of(Timing timing);
    /// `--timeout`: exactly that, always.
    void fixTimeout(Duration timeout) { firstTimeout = minTimeout = maxTimeout = timeout; }
    /// `--retries`: silence is tried again so often and no more.
    void fixRetries(int retries) { minTries = maxTries = retries + 1; }
};

} // namespace roadstead
