// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/record/scandocument.h"
#include "core/record/tablereader.h"

namespace roadstead {

/// The one row of the table "scan".
struct ScanRow
{
    ScanHeader header;
    QString expectations;
};

/// `budget` as of TableReader.
[[nodiscard]] Expected<ScanRow, RecordError> readScanRow(Database &database, qint64 &budget);

} // namespace roadstead
