// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is selected in the results table, however many rows that is. Qt keeps a selection in ranges,
// which costs nothing as long as there are few, and holds on to every single row of them while rows
// move, which it must not be let do with a million.

#include "ui/model/resultmodel.h"
#include "ui/results/resulttable.h"

#include <QAccessible>

#include <algorithm>

namespace roadstead {

namespace {
constexpr qsizetype kMostHeldRanges = 100;
} // namespace

void ResultTable::selectAll()
{
    QTableView::selectAll();
    m_selectsAll = m_results && m_results->rowCount() > 0;
}

/// QTableView lists every cell of a selection to tell of the first of them.
void ResultTable::tellScreenReader(const QItemSelection &selection, int event)
{
    if (!QAccessible::isActive() || selection.isEmpty())
        return;
    const QModelIndex first = selection.first().topLeft();
    // Cells are numbered row by row, with those of both headers.
    const int columns = ResultModel::ColumnCount + 1;
    QAccessibleEvent told(this, static_cast<QAccessible::Event>(event));
    told.setChild((first.row() + 1) * columns + first.column() + 1);
    QAccessible::updateAccessibility(&told);
}

void ResultTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    tellScreenReader(selected, QAccessible::SelectionAdd);
    tellScreenReader(deselected, QAccessible::SelectionRemove);
    QAbstractItemView::selectionChanged(selected, deselected);
    if (!m_isExtendingSelection)
        m_selectsAll = false;
}

RowSelection ResultTable::selectedRows() const
{
    RowSelection rows;
    if (!m_results)
        return rows;
    rows.shown = m_results->shownRows();
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        rows.ranges.append({range.top(), range.bottom()});
    std::sort(rows.ranges.begin(), rows.ranges.end(),
              [](const auto &a, const auto &b) { return a.first < b.first; });
    // Cells of one row may be selected one by one.
    qsizetype kept = 0;
    for (qsizetype i = 1; i < rows.ranges.size(); ++i) {
        const RowSelection::Range range = rows.ranges.at(i);
        if (range.first <= rows.ranges.at(kept).last)
            rows.ranges[kept].last = std::max(rows.ranges.at(kept).last, range.last);
        else
            rows.ranges[++kept] = range;
    }
    rows.ranges.resize(std::min(rows.ranges.size(), kept + 1));
    return rows;
}

QList<quint32> ResultTable::selectedStoreRows() const
{
    return selectedRows().storeRows();
}

/// One look at the selection for all rows that are drawn: it may have a great many ranges.
std::vector<bool> ResultTable::selectedFrom(int first, int last) const
{
    std::vector<bool> isSelected(static_cast<size_t>(last - first + 1));
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = std::max(first, range.top()); row <= std::min(last, range.bottom()); ++row)
            isSelected[static_cast<size_t>(row - first)] = true;
    }
    return isSelected;
}

/// Qt holds on to every row of a selection by itself while rows move: seconds for a million.
void ResultTable::onViewAboutToChange(bool keepsOrder)
{
    const RowSelection rows = selectedRows();
    if (m_selectsAll || rows.count() <= kMostRowsInATurn)
        return;
    const bool canKeep = keepsOrder && rows.ranges.size() <= kMostHeldRanges;
    for (qsizetype i = 0; canKeep && i < rows.ranges.size(); ++i) {
        m_heldRanges.append({m_results->index(rows.ranges.at(i).first, 0),
                             m_results->index(rows.ranges.at(i).last, 0)});
    }
    selectionModel()->clearSelection();
    if (!canKeep && currentIndex().isValid())
        selectionModel()->select(currentIndex(),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void ResultTable::onViewChanged()
{
    QItemSelection selection;
    for (const auto &[first, last] : std::as_const(m_heldRanges)) {
        if (first.isValid() && last.isValid())
            selection.append(QItemSelectionRange(
                first, m_results->index(last.row(), ResultModel::ColumnCount - 1)));
    }
    m_heldRanges.clear();
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::Select);
}

} // namespace roadstead
