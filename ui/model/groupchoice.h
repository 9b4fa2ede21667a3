// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/groupview.h"
#include "ui/model/rowselection.h"

namespace roadstead {

/// What is selected in the list of hosts, or of services. A value that costs nothing, however many
/// they are.
struct GroupChoice
{
    enum class Kind : quint8 {
        Hosts,
        Ports
    };

    Kind kind = Kind::Hosts;
    RowSelection selected; ///< by number: a host's index in the store, or a port
    QList<StateCounts> counts; ///< of ports, by number, as the list has them

    [[nodiscard]] qint64 count() const { return selected.rowsInRanges(); }
    /// Of those selected the first one shown; there must be one.
    [[nodiscard]] quint32 first() const { return selected.shown.at(selected.ranges.first().first); }
};

} // namespace roadstead
