// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importsource.h"

namespace roadstead {

class ImportRows;

/// Reads this program's CSV, the stable format, to its end.
[[nodiscard]] std::optional<ImportError> importCsv(ImportSource &source, ImportRows &rows,
                                                   ScanHeader &header);

} // namespace roadstead
