// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "ui/model/cancellation.h"

#include <optional>

namespace roadstead {

/// A search for the row of a port, among those of a host or of all.
struct PortSearch
{
    std::optional<quint32> host; ///< index in the store
    quint16 port = 0;

    /// The first store row among those shown; else the first that is not; -1: none, or cancelled.
    [[nodiscard]] qint64 rowIn(const ResultStore &store, const QList<quint32> &shown,
                               const Cancellation &cancellation = {}) const;

private:
    [[nodiscard]] bool matches(const ResultStore &store, quint32 row) const
    {
        const PortResult &result = store.row(row);
        return result.port == port && (!host || result.host == *host) && !store.isRemoved(row);
    }
};

} // namespace roadstead
