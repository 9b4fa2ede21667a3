// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/exportorder.h"

#include "core/result/rowsbyhost.h"

namespace roadstead {

QList<quint32> rowsForExport(const ResultStore &store)
{
    QList<quint32> rows;
    rows.reserve(store.liveRowCount());
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        if (!store.isRemoved(row))
            rows.append(row);
    }
    sortByAddressAndPort(store, rows);
    return rows;
}

} // namespace roadstead
