// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/portresult.h"

#include <algorithm>
#include <utility>

namespace roadstead {

ResultBatch takeFront(ResultBatch &batch, qsizetype rows)
{
    ResultBatch front;
    front.hosts = std::exchange(batch.hosts, {});
    front.rows = batch.rows.first(rows);
    batch.rows.remove(0, rows);
    const auto beyond =
        std::find_if(batch.details.cbegin(), batch.details.cend(),
                     [rows](const RowDetail &detail) { return detail.row >= rows; });
    const auto count = beyond - batch.details.cbegin();
    front.details = batch.details.first(count);
    batch.details.remove(0, count);
    for (RowDetail &detail : batch.details)
        detail.row -= rows;
    return front;
}

} // namespace roadstead
