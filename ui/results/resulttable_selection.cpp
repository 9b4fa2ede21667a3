// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the results table and its selection work together.

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

} // namespace roadstead
