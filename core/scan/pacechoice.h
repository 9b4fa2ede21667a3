// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From what a person asked for to what the engine goes by.

#pragma once

#include "core/pace/pacesettings.h"
#include "core/scan/scanrequest.h"

namespace roadstead {

/// What is asked of the network over all hosts, if nothing else is said.
struct TimingDefaults
{
    int inFlight;
    int rate; ///< connections a second; 0: no limit
};

[[nodiscard]] TimingDefaults defaultsOf(Timing timing);

/// `sharers`: how many threads have a part of each host.
[[nodiscard]] PaceSettings paceSettings(const ScanOptions &options, int sharers);

} // namespace roadstead
