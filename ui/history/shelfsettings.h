// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/scanshelf.h"
#include "core/settings/settings.h"

namespace roadstead {

/// What scans without a name may take, as the user has it.
[[nodiscard]] inline ShelfLimits shelfLimitsOf(const Settings &settings)
{
    constexpr qint64 kMegabyte = 1'000'000;
    constexpr int kHoursOfDay = 24;
    return {kMegabyte * settings.get<int>(Setting::ShelfMegabytes),
            std::chrono::hours(kHoursOfDay * settings.get<int>(Setting::ShelfDays))};
}

} // namespace roadstead
