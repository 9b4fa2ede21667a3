// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <chrono>

namespace roadstead {

/// Moments of the engine. Monotonic: a changed wall clock never ends or prolongs a probe.
using TimePoint = std::chrono::steady_clock::time_point;
using Duration = std::chrono::steady_clock::duration;

/// Where the engine reads the time, so that a test can bring its own.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock();
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    [[nodiscard]] virtual TimePoint now() const = 0;
    /// How long this computer has slept since it started, which now() leaves out. Never goes
    /// backwards. Only what is added between two readings means something, and only from some
    /// 100 ms on: the two clocks behind it are read one after the other.
    [[nodiscard]] virtual Duration suspended() const = 0;
};

/// The monotonic clock of the system. Any thread.
class SteadyClock final : public Clock
{
public:
    ~SteadyClock() override;

    [[nodiscard]] TimePoint now() const override;
    /// CLOCK_BOOTTIME less CLOCK_MONOTONIC (clock_gettime(2)); 0 on other systems than Linux.
    [[nodiscard]] Duration suspended() const override;

private:
    /// In a time namespace (time_namespaces(7)) the difference may be negative.
    mutable std::atomic<Duration> m_suspended{Duration::min()};
};

} // namespace roadstead
