// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/opensearch.h"

namespace roadstead {

qsizetype OpenSearch::positionIn(const ResultStore &store, const QList<quint32> &shown,
                                 const Cancellation &cancellation) const
{
    const qsizetype count = shown.size();
    for (qsizetype i = firstStep; i <= lastStep; ++i) {
        if (cancellation.isCancelledAt(static_cast<quint64>(i)))
            return -1;
        const qsizetype position = ((from + step * i) % count + count) % count;
        const quint32 row = shown.at(position);
        if (store.row(row).state() == PortState::Open && !store.isRemoved(row))
            return position;
    }
    return -1;
}

} // namespace roadstead
