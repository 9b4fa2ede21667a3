// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace roadstead {

/// Some of the rows shown, as a value that costs as much as there are ranges.
struct RowSelection
{
    struct Range
    {
        int first = 0;
        int last = 0;
        friend bool operator==(const Range &, const Range &) = default;
    };

    QList<quint32> shown; ///< store rows; all that the table shows
    QList<Range> ranges; ///< of positions in it, ascending and apart

    [[nodiscard]] qint64 count() const
    {
        qint64 rows = 0;
        for (const Range &range : ranges)
            rows += range.last - range.first + 1;
        return rows;
    }
    /// The store rows, in the order shown.
    [[nodiscard]] QList<quint32> storeRows() const
    {
        if (count() == shown.size())
            return shown;
        QList<quint32> rows;
        rows.reserve(count());
        for (const Range &range : ranges) {
            for (int row = range.first; row <= range.last; ++row)
                rows.append(shown.at(row));
        }
        return rows;
    }
};

} // namespace roadstead
