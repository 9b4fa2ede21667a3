// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"

#include <chrono>
#include <optional>

namespace roadstead {

/// How long a scan will still take: nothing before 3 s and 2 % are done (earlier guesses are wild),
/// then from a smoothed rate, renewed once a second and rounded, because a figure that flickers is
/// not read. It may fall at once, but grows by at most a third a second, or from 1 s to 2 s. Takes
/// its time from the progress itself, so it needs no clock.
class TimeLeft
{
public:
    void reset() { *this = TimeLeft(); }
    /// Feed every progress; returns what to show.
    std::optional<std::chrono::seconds> update(const ScanProgress &progress);

private:
    using Milliseconds = std::chrono::milliseconds;

    void learnRate(double done, Milliseconds elapsed);
    [[nodiscard]] std::chrono::seconds grown(std::chrono::seconds next) const;

    Milliseconds m_at{0};
    double m_done = 0; ///< ports, silent ones as half
    double m_perSecond = 0;
    double m_left = 0; ///< seconds, before rounding
    std::optional<std::chrono::seconds> m_shown;
};

/// Up to 20 s by the second, to a minute by 5 s, to two minutes by 10 s, to ten by 30 s, then by
/// the minute; always up. No step is more than a quarter of what it begins with.
[[nodiscard]] std::chrono::seconds rounded(std::chrono::seconds time);

} // namespace roadstead
