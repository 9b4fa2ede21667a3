// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/timingname.h"

#include <algorithm>

namespace roadstead {

QLatin1String identifier(Timing timing)
{
    switch (timing) {
    case Timing::Gentle:
        return QLatin1String("gentle");
    case Timing::Normal:
        return QLatin1String("normal");
    case Timing::Fast:
        return QLatin1String("fast");
    }
    Q_UNREACHABLE();
}

std::optional<Timing> timingFromIdentifier(QStringView text)
{
    const auto found = std::find_if(kAllTimings.begin(), kAllTimings.end(),
                                    [text](Timing timing) { return text == identifier(timing); });
    return found == kAllTimings.end() ? std::nullopt : std::optional(*found);
}

} // namespace roadstead
