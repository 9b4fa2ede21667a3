// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/timing.h"

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <optional>

namespace roadstead {

/// Each at the place of its value.
inline constexpr std::array kAllTimings{Timing::Gentle, Timing::Normal, Timing::Fast};

/// As on the command line and in settings: "gentle". Never translated.
[[nodiscard]] QLatin1String identifier(Timing timing);
/// Nothing if there is no such timing.
[[nodiscard]] std::optional<Timing> timingFromIdentifier(QStringView text);

} // namespace roadstead
