// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/scancomparison.h"
#include "ui/model/groupview.h"
#include "ui/model/resultfilter.h"
#include "ui/words/comparewords.h"

#include <array>

namespace roadstead {

class ServiceNames;

/// The columns of the table of differences.
struct DifferenceColumns
{
    enum Column {
        ChangeColumn,
        HostColumn,
        NameColumn,
        PortColumn,
        ServiceColumn,
        BeforeColumn,
        NowColumn,
        ColumnCount
    };
};

/// By DifferenceClass.
using ShownClasses = std::array<bool, kDifferenceClassCount>;

/// Which differences a table is to show, and in which order.
struct DifferenceWish
{
    GroupSortKeys keys{{DifferenceColumns::HostColumn, Qt::AscendingOrder}};
    ShownClasses classes{true, true, true, true};
    /// A term holds where it holds on one of both sides: `state:open` finds what is open in either.
    ResultFilter filter;

    friend bool operator==(const DifferenceWish &, const DifferenceWish &) = default;
};

/// Makes the next list of differences, by their places in the comparison, from the last. Pure work
/// for any thread; with a million differences it takes a second or so. If it is cancelled, what it
/// returns is good for nothing.
[[nodiscard]] GroupChange buildDifferences(const ScanComparison &comparison,
                                           const ServiceNames &services, const GroupView &from,
                                           const DifferenceWish &wish,
                                           const Cancellation &cancellation = {});

} // namespace roadstead
