// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/clock.h"

#include <algorithm>

#if defined(__linux__)
#include <ctime>
#endif

namespace roadstead {

namespace {

#if defined(__linux__)
Duration read(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// A little less than the truth, by what passes between the two readings; never more, so that the
/// largest value seen is the best one and nothing that was seen has to be taken back.
Duration readSuspended()
{
    const Duration withSleep = read(CLOCK_BOOTTIME);
    return withSleep - read(CLOCK_MONOTONIC);
}
#else
Duration readSuspended()
{
    return Duration::zero();
}
#endif

} // namespace

Clock::~Clock() = default;

SteadyClock::~SteadyClock() = default;

TimePoint SteadyClock::now() const
{
    return std::chrono::steady_clock::now();
}

Duration SteadyClock::suspended() const
{
    const Duration seen = readSuspended();
    Duration most = m_suspended.load(std::memory_order_relaxed);
    while (seen > most
           && !m_suspended.compare_exchange_weak(most, seen, std::memory_order_relaxed)) {
    }
    return std::max(seen, most);
}

} // namespace roadstead
