// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importsource.h"

namespace roadstead {

class ImportRows;

/// Reads this program's JSON Lines to their end.
[[nodiscard]] std::optional<ImportError> importJsonLines(ImportSource &source, ImportRows &rows,
                                                         ScanHeader &header);

} // namespace roadstead
