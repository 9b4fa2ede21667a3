// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/rowset.h"
#include "ui/model/cancellation.h"

#include <QList>

#include <memory>
#include <vector>

class QItemSelection;

namespace roadstead {

/// Rows of a store by their numbers in it, one bit each: whatever is shown of them, in whatever
/// order. Rows beyond the end are none of them.
using RowMarks = std::vector<bool>;

/// Some of the rows shown (or of the hosts, or the ports, by their numbers), as a value that costs
/// as much as there are ranges. It is put together from rows that are known by their marks, and
/// from ranges of those shown now, which add to them, take away from them or turn them round.
struct RowSelection
{
    struct Range
    {
        int first = 0;
        int last = 0;
        friend bool operator==(const Range &, const Range &) = default;
    };
    /// What becomes of the rows in the ranges.
    enum class Change : quint8 {
        Select,
        Deselect,
        Toggle
    };

    QList<quint32> shown; ///< store rows; all that the table shows
    QList<Range> ranges; ///< of positions in it, ascending and apart
    std::shared_ptr<const RowMarks> marks; ///< may be null: none
    Change change = Change::Select;

    /// How many of those shown. With marks, it looks at all of them.
    [[nodiscard]] qint64 count() const;
    /// How many rows the ranges cover.
    [[nodiscard]] qint64 rowsInRanges() const;
    /// The store rows, in the order shown.
    [[nodiscard]] QList<quint32> storeRows() const;
    /// Whether the rows shown at `first` to `last` are selected.
    [[nodiscard]] RowMarks selectedFrom(int first, int last) const;
    /// Calls `visit` with every selected store row in the order shown, until it returns false.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        int next = 0;
        for (const Range &range : ranges) {
            if (!forEachMarked(next, range.first, visit) || !forEachChanged(range, visit))
                return;
            next = range.last + 1;
        }
        forEachMarked(next, static_cast<int>(shown.size()), visit);
    }

private:
    [[nodiscard]] bool isMarked(quint32 storeRow) const
    {
        return marks && storeRow < marks->size() && (*marks)[storeRow];
    }
    template <typename Visit>
    bool forEachMarked(int first, int end, Visit &visit) const
    {
        for (int row = first; marks && row < end; ++row) {
            if (isMarked(shown.at(row)) && !visit(shown.at(row)))
                return false;
        }
        return true;
    }
    template <typename Visit>
    [[nodiscard]] bool forEachChanged(const Range &range, Visit &visit) const
    {
        for (int row = range.first; change != Change::Deselect && row <= range.last; ++row) {
            const bool isLeft = change == Change::Select || !isMarked(shown.at(row));
            if (isLeft && !visit(shown.at(row)))
                return false;
        }
        return true;
    }
};

/// The rows that Qt has selected any cell of.
[[nodiscard]] QList<RowSelection::Range> rowRangesOf(const QItemSelection &selection);

/// `rows` by marks, also those that are marked and not shown. `rowCount` is the store's.
[[nodiscard]] RowMarks marksOf(const RowSelection &rows, quint32 rowCount);

/// The selected rows as a set of the store's. If cancelled, not all.
[[nodiscard]] RowSet rowSetOf(const RowSelection &rows, const Cancellation &cancellation = {});

} // namespace roadstead
