// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/exportforms.h"
#include "core/result/resultstore.h"

#include <QList>

namespace roadstead {

class PortCatalogue;

/// What a few rows become in that form: without what stands before them, but for the columns of a
/// CSV file, which takes naming all targets of a scan. `rows` in the files' order. Empty for a
/// page, whose source tells nobody how it looks.
[[nodiscard]] QString exportPreview(const ResultStore &store, QList<quint32> rows,
                                    const ExportForm &form, const PortCatalogue &catalogue);

} // namespace roadstead
