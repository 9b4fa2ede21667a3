// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/rowselection.h"

#include <QItemSelection>

#include <algorithm>

namespace roadstead {

qint64 RowSelection::rowsInRanges() const
{
    qint64 rows = 0;
    for (const Range &range : ranges)
        rows += range.last - range.first + 1;
    return rows;
}

qint64 RowSelection::count() const
{
    if (!marks)
        return change == Change::Deselect ? 0 : rowsInRanges();
    qint64 rows = 0;
    forEach([&rows](quint32) {
        ++rows;
        return true;
    });
    return rows;
}

QList<quint32> RowSelection::storeRows() const
{
    const qint64 rows = count();
    if (rows == shown.size())
        return shown;
    QList<quint32> selected;
    selected.reserve(rows);
    forEach([&selected](quint32 row) {
        selected.append(row);
        return true;
    });
    return selected;
}

RowMarks RowSelection::selectedFrom(int first, int last) const
{
    RowMarks isSelected(static_cast<size_t>(last - first + 1));
    for (int row = first; row <= last; ++row)
        isSelected[static_cast<size_t>(row - first)] = isMarked(shown.at(row));
    for (const Range &range : ranges) {
        for (int row = std::max(first, range.first); row <= std::min(last, range.last); ++row) {
            const auto at = static_cast<size_t>(row - first);
            isSelected[at] =
                change == Change::Select || (change == Change::Toggle && !isSelected[at]);
        }
    }
    return isSelected;
}

QList<RowSelection::Range> rowRangesOf(const QItemSelection &selection)
{
    QList<RowSelection::Range> ranges;
    for (const QItemSelectionRange &range : selection)
        ranges.append({range.top(), range.bottom()});
    std::sort(ranges.begin(), ranges.end(),
              [](const auto &a, const auto &b) { return a.first < b.first; });
    // Cells of one row may be selected one by one.
    qsizetype kept = 0;
    for (qsizetype i = 1; i < ranges.size(); ++i) {
        const RowSelection::Range range = ranges.at(i);
        if (range.first <= ranges.at(kept).last)
            ranges[kept].last = std::max(ranges.at(kept).last, range.last);
        else
            ranges[++kept] = range;
    }
    ranges.resize(std::min(ranges.size(), kept + 1));
    return ranges;
}

RowSet rowSetOf(const RowSelection &rows, const Cancellation &cancellation)
{
    RowSet set;
    rows.forEach([&set, &cancellation](quint32 row) {
        set.insert(row);
        return !cancellation.isCancelledAt(set.count());
    });
    return set;
}

RowMarks marksOf(const RowSelection &rows, quint32 rowCount)
{
    RowMarks marks = rows.marks ? *rows.marks : RowMarks();
    marks.resize(std::max<size_t>(marks.size(), rowCount));
    const bool isEverything = rows.rowsInRanges() == rowCount;
    if (isEverything && rows.change != RowSelection::Change::Toggle) {
        marks.assign(marks.size(), rows.change == RowSelection::Change::Select);
        return marks;
    }
    for (const RowSelection::Range &range : rows.ranges) {
        for (int row = range.first; row <= range.last; ++row) {
            const quint32 storeRow = rows.shown.at(row);
            marks[storeRow] = rows.change == RowSelection::Change::Select
                              || (rows.change == RowSelection::Change::Toggle && !marks[storeRow]);
        }
    }
    return marks;
}

} // namespace roadstead
