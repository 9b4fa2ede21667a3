// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/durationestimate.h"

#include <QString>

namespace roadstead::words {

/// How long a scan may take, as a person would say it: "less than a second", "up to 9 s", "about
/// 4 s", "4 to 15 s", "5 min to 2 h", "about 3 days".
[[nodiscard]] QString timeNeeded(const ScanDuration &duration);

} // namespace roadstead::words
