// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What this computer and its user set as limits, whatever the paths to the hosts would carry: how
// many connections at once, and how many a second. Knows nothing of hosts; HostPace does.
//
// It adapts to this computer's shortages (descriptors, local ports, memory): the window is halved
// at each and grows back by one for every window's worth of probes that could start, as TCP does it
// (RFC 5681, additive increase, multiplicative decrease), because what is short is mostly taken by
// others who will give it back. With nothing in flight there is nobody of ours to wait for, so the
// wait doubles instead.

#pragma once

#include "core/pace/clock.h"

namespace roadstead {

/// Pure logic: it is told what happened and when, and never asks a clock or a socket. One per scan
/// thread.
class LocalLimits
{
public:
    struct Settings
    {
        int window = 1; ///< at least 1
        double rate = 0; ///< connections a second; 0: no limit
    };

    explicit LocalLimits(const Settings &settings);

    /// How many probes may be under way at once, now.
    [[nodiscard]] int window() const { return m_window; }
    /// Nothing may start before this moment; in the past when nothing holds.
    [[nodiscard]] TimePoint notBefore() const;
    [[nodiscard]] bool hasRate() const { return m_settings.rate > 0; }

    void onStarted(TimePoint now);
    /// This computer ran out of something with `inFlight` probes under way.
    void onShortage(int inFlight, TimePoint now);
    /// True when the shortage has lasted so long, with nothing of ours under way, that waiting is
    /// of no use.
    [[nodiscard]] bool shortagePersists(TimePoint now) const;

private:
    const Settings m_settings;
    int m_window;
    int m_startedSinceGrowth = 0;
    Duration m_pause{0};
    TimePoint m_notBefore{};
    TimePoint m_nextByRate{}; ///< when the next may start, evenly spread
    TimePoint m_stalledSince{};
    bool m_isStalled = false; ///< nothing could start, and nothing of ours was under way
};

} // namespace roadstead
