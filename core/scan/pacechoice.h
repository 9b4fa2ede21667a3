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

inline constexpr quint64 kActiveHosts = 4'096; ///< under way at once, over all threads
inline constexpr quint64 kGatedHosts = 512; ///< of them, neighbours that may be unresolved

[[nodiscard]] int wantedInFlight(const ScanOptions &options);
/// Connections a second; 0: no limit.
[[nodiscard]] int wantedRate(const ScanOptions &options);
[[nodiscard]] int wantedThreads(const ScanOptions &options, int processors);
/// How many of the descriptors that are left may be for probing.
[[nodiscard]] int descriptorBudget(int available);
/// Many hosts are shared out whole: a thread that knows all about its hosts is worth more. Few
/// would leave threads idle, so of these every thread takes some ports.
[[nodiscard]] bool areHostsSharedOut(quint64 hosts, int threads);

/// `sharers`: how many threads have a part of each host.
[[nodiscard]] PaceSettings paceSettings(const ScanOptions &options, int sharers);

} // namespace roadstead
