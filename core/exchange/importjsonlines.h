// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importsource.h"

#include <QLatin1String>

namespace roadstead {

class ImportRows;

/// What the first object of this program's JSON Lines says that they are.
inline constexpr QLatin1String kJsonLinesFormat("roadstead-results");

/// Reads this program's JSON Lines to their end.
[[nodiscard]] std::optional<ImportError> importJsonLines(ImportSource &source, ImportRows &rows,
                                                         ScanHeader &header);

} // namespace roadstead
