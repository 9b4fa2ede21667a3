// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/pacesettings.h"

namespace roadstead {

using namespace std::chrono_literals;

PaceSettings PaceSettings::of(Timing timing)
{
    PaceSettings settings;
    switch (timing) {
    case Timing::Gentle: // for printers, controllers and links that others need more
        settings.minTimeout = 200ms;
        settings.perHost = 64;
        settings.initialWindow = 4; // as TCP began before RFC 6928
        settings.silentWindow = 64;
        break;
    case Timing::Normal:
        break;
    case Timing::Fast: // for networks that are known to be good
        settings.minTimeout = 30ms;
        settings.initialWindow = 64;
        settings.silentWindow = 16'000;
        break;
    }
    return settings;
}

} // namespace roadstead
