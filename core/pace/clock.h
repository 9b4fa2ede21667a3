// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
};

/// The monotonic clock of the system. Any thread.
class SteadyClock final : public Clock
{
public:
    ~SteadyClock() override;

    [[nodiscard]] TimePoint now() const override;
};

} // namespace roadstead
