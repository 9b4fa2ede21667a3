// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/rowselection.h"
#include "ui/parts/rowtable.h"

#include <QPersistentModelIndex>

namespace roadstead {

class GroupModel;

/// The list of hosts or of services: as many rows selected as one likes. Enter or a
/// double click chooses what is selected, Esc selects nothing.
class GroupTable final : public RowTable
{
    Q_OBJECT

public:
    /// `model` must outlive this. `digits`: what each column usually has to hold, in the widths of
    /// a digit. Numbers stand at the right; the last column is a bar.
    GroupTable(GroupModel &model, const QList<int> &digits, QWidget *parent = nullptr);
    ~GroupTable() override;
    Q_DISABLE_COPY_MOVE(GroupTable)

    /// Puts these before the others; there is to be room for them.
    void showFirst(const QList<int> &columns);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Hosts' indexes in the store, or ports; in the order shown.
    [[nodiscard]] QList<quint32> selectedNumbers() const { return selectedRows().storeRows(); }
    /// The same as a value that costs nothing however many there are.
    [[nodiscard]] RowSelection selectedRows() const;
    [[nodiscard]] qsizetype selectedCount() const { return selectedRows().rowsInRanges(); }
    /// Selects these alone, of those that are shown; the first becomes the current row.
    void selectNumbers(const QList<quint32> &numbers);

    /// Widths and order of the columns.
    [[nodiscard]] QByteArray saveColumns() const;
    /// Changes nothing if `state` is none of saveColumns().
    void restoreColumns(const QByteArray &state);

    void doItemsLayout() override;

signals:
    void selectionEdited();
    /// Enter or a double click: somebody wants to see the results of what is selected.
    void chosen();
    /// Ctrl+C.
    void copyWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

protected slots:
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void setUpColumns();
    void setDefaultWidths();
    void choose();
    void holdTopRow();
    void onSortIndicatorChanged(int column, Qt::SortOrder order);

    GroupModel &m_groups;
    QList<int> m_digits;
    QList<int> m_first;
    QPersistentModelIndex m_topRow; ///< valid while rows move
};

} // namespace roadstead
