// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"
#include "core/scan/scanevents.h"

#include <deque>
#include <utility>

namespace roadstead {

/// What limits a scan, fit to be read. A limit is met and left many times a second: a set rate is
/// reached only between two connections, a window is full until the next answer. So what counts is
/// the last second: a limit stays until it was not met for so long, or another one was met much
/// more often. Pure logic.
class SteadyLimit
{
public:
    /// What is met just now, if anything. Gives what is to be said.
    [[nodiscard]] ScanLimit onSeen(ScanLimit limit, TimePoint now);

private:
    [[nodiscard]] qsizetype timesSeen(ScanLimit limit) const;

    std::deque<std::pair<TimePoint, ScanLimit>> m_seen; ///< in the last second
    ScanLimit m_said = ScanLimit::None;
};

} // namespace roadstead
