// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/cancellation.h"
#include "ui/parts/rowtable.h"
#include "ui/results/rowselectionmodel.h"

#include <QItemSelectionModel>

#include <optional>

class QMenu;

namespace roadstead {

class ResultModel;
class SortMenu;
struct OpenSearch;
struct ViewChange;

/// Where somebody is in the table: to put it away with the results, and to come back there. Rows
/// are known by their number in the store, so that the order may be another then.
struct TablePlace
{
    KeptSelection selection;
    qint64 current = -1; ///< store row, -1: none
    int column = 0;
    qint64 top = -1; ///< store row; -1: the very top
};

/// The results as a table of rows. What a person looks at stays where it is
/// while rows stream in, and while a filter changes: the top row is kept unless the table stands at
/// its very top. Sorting by hand leaves the scroll bar alone. Shift and a click on a column's
/// header sort by that column where the ones before are equal.
class ResultTable final : public RowTable
{
    Q_OBJECT

public:
    explicit ResultTable(QWidget *parent = nullptr);
    ~ResultTable() override;
    Q_DISABLE_COPY_MOVE(ResultTable)

    /// `model` must be a ResultModel.
    void setModel(QAbstractItemModel *model) override;

    /// Checkable columns, Sort by, Fit and Reset; also what a right click on the header opens.
    /// Owned by this.
    [[nodiscard]] QMenu *columnsMenu() const { return m_columnsMenu; }

    /// Order, widths and visibility of the columns, and all that they are sorted by.
    [[nodiscard]] QByteArray saveColumns() const;
    /// Leaves the columns as they are if `state` is none of saveColumns(). Columns that it does not
    /// know, because it is an older version's, are as they are at first.
    void restoreColumns(const QByteArray &state);
    /// Scrolls to what arrives. Off at first.
    void setFollowing(bool following) { m_isFollowing = following; }

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

    /// Whether selectedRows() would take long; selectionChanged() of the selection model tells when
    /// it does not any more.
    [[nodiscard]] bool isSelectionBusy() const;
    /// The selected rows; see RowSelectionModel.
    [[nodiscard]] RowSelection selectedRows() const;
    /// Selected store rows in the order shown.
    [[nodiscard]] QList<quint32> selectedStoreRows() const;
    [[nodiscard]] TablePlace place() const;
    /// To be called when the same results are shown again.
    void setPlace(const TablePlace &place);
    /// The current cell's text as data: without the marks that isolate an address on the screen.
    /// Empty if none.
    [[nodiscard]] QString currentCellText() const;

public slots:
    /// See RowSelectionModel::selectEverything().
    void selectAll() override;
    void fitColumns();
    void resetColumns();
    /// By this column alone; by it where the chosen ones are equal.
    void sortBy(int column, Qt::SortOrder order);
    void sortFurtherBy(int column);
    /// Makes the next open port the current row; round at the end. Nothing if there is none. One
    /// that is far away is found a little later, unless something else is made current meanwhile.
    void goToNextOpen() { goToOpen(1); }
    void goToPreviousOpen() { goToOpen(-1); }

protected:
    [[nodiscard]] RowMarks selectedFrom(int first, int last) const override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags
    selectionCommand(const QModelIndex &index, const QEvent *event = nullptr) const override;
    void keyPressEvent(QKeyEvent *event) override;

protected slots:
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    /// Of single rows; more are dealt with in ranges, or by the model's worker.
    static constexpr int kMostRowsInATurn = 5'000;

    void setUpView();
    void setUpHeader();
    void fillColumnsMenu();
    void syncColumnsMenu();
    void setColumnShown(int column, bool shown);
    void onReset();
    [[nodiscard]] qint64 newestOf(int first, int last) const;
    void setDefaultWidths();
    void goToOpen(int step);
    void searchOpen(const OpenSearch &search);
    void onViewAboutToChange(const ViewChange &change);
    void onViewChanged();
    void restorePlace();
    void onRowsInserted(const QModelIndex &parent, int first, int last);
    void showSortKeys();
    void onSortIndicatorChanged(int column, Qt::SortOrder order);

    ResultModel *m_results = nullptr;
    RowSelectionModel *m_selection = nullptr;
    QMenu *m_columnsMenu = nullptr;
    SortMenu *m_sortMenu = nullptr;
    /// What is to be the top row after the next layout: changes may come in between.
    std::optional<int> m_pendingTop;
    qint64 m_pendingTopStoreRow = -1; ///< the same while a change reorders rows, -1 if it does not
    bool m_isViewChanging = false;
    Cancellation m_search; ///< for an open port
    bool m_isFollowing = false;
    qint64 m_newestRow = -1; ///< store row to scroll to after the next layout, -1 if none
};

} // namespace roadstead
