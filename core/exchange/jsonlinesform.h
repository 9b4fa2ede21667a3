// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1String>

namespace roadstead {

/// What the first line of JSON Lines says that they are: its first key, and the second.
inline constexpr QLatin1String kJsonLinesFormat("roadstead-results");
inline constexpr int kJsonLinesVersion = 1;

} // namespace roadstead
