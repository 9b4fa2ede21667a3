// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"

namespace roadstead {

/// Time that passes only when told to.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] TimePoint now() const override { return m_now; }
    [[nodiscard]] Duration suspended() const override { return m_suspended; }
    void advance(Duration by) { m_now += by; }
    /// The computer sleeps: no time passes but that of the world.
    void sleep(Duration by) { m_suspended += by; }

private:
    TimePoint m_now{std::chrono::hours(1)};
    Duration m_suspended{};
};

} // namespace roadstead
