// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/pacechoice.h"

#include <algorithm>

namespace roadstead {

namespace {
constexpr int kMaxThreads = 4;
/// Descriptors that are not for probing: outputs, look-ups, the window's own connections, a
/// thread's event loop.
constexpr int kDescriptorReserve = 48;
constexpr quint64 kHostsWorthSharing = 16; ///< for each thread
} // namespace

/// Gentle: few enough for a home router, whose table of connections may hold a thousand, and no
/// faster than a person with a hurried browser or two. Otherwise the paths set the pace, and these
/// are what this computer can bear: some 3 kB each.
TimingDefaults defaultsOf(Timing timing)
{
    switch (timing) {
    case Timing::Gentle:
        return {.inFlight = 256, .rate = 500};
    case Timing::Normal:
        return {.inFlight = 8'000, .rate = 0};
    case Timing::Fast:
        return {.inFlight = 16'000, .rate = 0};
    }
    Q_UNREACHABLE();
}

int wantedInFlight(const ScanOptions &options)
{
    return options.maxInFlight > 0 ? options.maxInFlight : defaultsOf(options.timing).inFlight;
}

int wantedRate(const ScanOptions &options)
{
    return options.rate > 0 ? options.rate : defaultsOf(options.timing).rate;
}

int wantedThreads(const ScanOptions &options, int processors)
{
    return options.threads > 0 ? options.threads : std::clamp(processors, 1, kMaxThreads);
}

int descriptorBudget(int available)
{
    return available - std::min(kDescriptorReserve, available / 4);
}

bool areHostsSharedOut(quint64 hosts, int threads)
{
    return hosts >= kHostsWorthSharing * static_cast<quint64>(threads);
}

PaceSettings paceSettings(const ScanOptions &options, int sharers)
{
    PaceSettings pace = PaceSettings::of(options.timing);
    const auto given = [](std::chrono::milliseconds time) { return time.count() > 0; };
    if (given(options.minTimeout))
        pace.minTimeout = options.minTimeout;
    if (given(options.maxTimeout))
        pace.maxTimeout = options.maxTimeout;
    // Whoever says only how long to wait at most means that.
    if (given(options.maxTimeout) && !given(options.minTimeout))
        pace.minTimeout = std::min(pace.minTimeout, pace.maxTimeout);
    pace.maxTimeout = std::max(pace.minTimeout, pace.maxTimeout);
    pace.firstTimeout = std::clamp(pace.firstTimeout, pace.minTimeout, pace.maxTimeout);
    if (given(options.timeout))
        pace.fixTimeout(options.timeout);
    if (options.retries != ScanOptions::kAsNeeded)
        pace.fixRetries(options.retries);
    if (options.perHost > 0)
        pace.perHost = options.perHost;
    // Whoever asks for many at once means hosts that stay silent, too.
    pace.silentWindow = std::max(pace.silentWindow, options.maxInFlight);
    pace.perHost = std::max(1, pace.perHost / sharers);
    pace.silentWindow = std::max(1, pace.silentWindow / sharers);
    pace.missTarget /= sharers;
    return pace;
}

} // namespace roadstead
