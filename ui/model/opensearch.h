// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "ui/model/cancellation.h"

#include <QList>

namespace roadstead {

/// A walk through the rows of a table, round at its ends, for an open port. One that is removed and
/// still shown is none.
struct OpenSearch
{
    int from = 0; ///< position; -1: before the first
    int step = 1; ///< or -1
    qsizetype firstStep = 1;
    qsizetype lastStep = 0;

    /// The position of the first that it meets, -1 if there is none or it is cancelled. `shown`
    /// must not be empty.
    [[nodiscard]] qsizetype positionIn(const ResultStore &store, const QList<quint32> &shown,
                                       const Cancellation &cancellation = {}) const;
};

} // namespace roadstead
