// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the results table and its selection work together, and how one comes back to a place in it.

#include "ui/model/resultmodel.h"
#include "ui/results/resulttable.h"
#include "ui/results/rowselectionmodel.h"

#include <QKeyEvent>

namespace roadstead {

void ResultTable::selectAll()
{
    if (m_selection)
        m_selection->selectEverything();
}

void ResultTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    RowTable::selectionChanged(selected, deselected);
    if (selected.isEmpty() && deselected.isEmpty())
        viewport()->update(); // of rows that Qt does not know to be selected
}

QItemSelectionModel::SelectionFlags ResultTable::selectionCommand(const QModelIndex &index,
                                                                  const QEvent *event) const
{
    auto flags = RowTable::selectionCommand(index, event);
    // With Ctrl, Qt's views only move; with Shift as well, people expect a range to its end.
    const bool isKey = event && event->type() == QEvent::KeyPress;
    const auto both = Qt::ControlModifier | Qt::ShiftModifier;
    if (isKey && flags == QItemSelectionModel::NoUpdate
        && static_cast<const QKeyEvent *>(event)->modifiers().testFlags(both))
        flags = QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows;
    return m_selection ? m_selection->amended(flags, index, event) : flags;
}

RowMarks ResultTable::selectedFrom(int first, int last) const
{
    return m_selection->selectedFrom(first, last);
}

bool ResultTable::isSelectionBusy() const
{
    return m_selection != nullptr && m_selection->isBusy();
}

RowSelection ResultTable::selectedRows() const
{
    return m_selection ? m_selection->rows() : RowSelection();
}

QList<quint32> ResultTable::selectedStoreRows() const
{
    return selectedRows().storeRows();
}

TablePlace ResultTable::place() const
{
    TablePlace place;
    if (!m_results)
        return place;
    place.selection = m_selection->kept();
    const QModelIndex current = currentIndex();
    if (current.isValid()) {
        place.current = m_results->storeRow(current.row());
        place.column = current.column();
    }
    const int row = m_pendingTop.value_or(top());
    if (row > 0 && row < m_results->rowCount())
        place.top = m_results->storeRow(row);
    return place;
}

/// What is hidden now cannot be gone to; the rest stays, as with another filter.
void ResultTable::setPlace(const TablePlace &place)
{
    const auto rowOf = [this](qint64 storeRow) {
        return storeRow < 0 ? -1 : m_results->viewRow(static_cast<quint32>(storeRow));
    };
    if (const int row = rowOf(place.current); row >= 0) {
        const bool isAutomatic = hasAutoScroll();
        setAutoScroll(false); // it is the top row that says what is to be seen
        m_selection->setCurrentIndex(m_results->index(row, place.column),
                                     QItemSelectionModel::NoUpdate);
        setAutoScroll(isAutomatic);
    }
    m_selection->restore(place.selection);
    if (const int row = place.top < 0 ? 0 : rowOf(place.top); row >= 0) {
        m_pendingTop = row;
        scheduleDelayedItemsLayout();
    }
}

} // namespace roadstead
