// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/clock.h"

namespace roadstead {

Clock::~Clock() = default;

SteadyClock::~SteadyClock() = default;

TimePoint SteadyClock::now() const
{
    return std::chrono::steady_clock::now();
}

} // namespace roadstead
