// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importsource.h"

namespace roadstead {

class ImportRows;

/// Reads XML of nmap (-oX) to its end, or to where it breaks off. The file begins with '<'.
[[nodiscard]] std::optional<ImportError> importNmap(ImportSource &source, ImportRows &rows,
                                                    ScanHeader &header);

} // namespace roadstead
