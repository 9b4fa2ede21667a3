// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importsource.h"

namespace roadstead {

class ImportRows;

/// Older versions end their array with {finished: 1}, which is no JSON.
[[nodiscard]] bool isOldMasscanEnd(const QByteArray &object);

/// Reads masscan's JSON (-oJ, -oD) to its end.
[[nodiscard]] std::optional<ImportError> importMasscan(ImportSource &source, ImportRows &rows,
                                                       ScanHeader &header);

} // namespace roadstead
