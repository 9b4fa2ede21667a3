// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/portsearch.h"

namespace roadstead {

qint64 PortSearch::rowIn(const ResultStore &store, const QList<quint32> &shown,
                         const Cancellation &cancellation) const
{
    for (qsizetype i = 0; i < shown.size(); ++i) {
        if (cancellation.isCancelledAt(static_cast<quint64>(i)))
            return -1;
        if (matches(store, shown.at(i)))
            return shown.at(i);
    }
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        if (cancellation.isCancelledAt(row))
            return -1;
        if (matches(store, row))
            return row;
    }
    return -1;
}

} // namespace roadstead
