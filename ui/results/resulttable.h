// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/cancellation.h"
#include "ui/model/rowselection.h"

#include <QItemSelectionModel>
#include <QTableView>

#include <optional>

class QMenu;

namespace roadstead {

class ResultModel;
class RowSelectionModel;
class SortMenu;
struct OpenSearch;
struct ViewChange;

/// The results as a table of rows, all of one height. What a person looks at stays where it is
/// while rows stream in, and while a filter changes: the top row is kept unless the table stands at
/// its very top. Sorting by hand leaves the scroll bar alone. Shift and a click on a column's
/// header sort by that column where the ones before are equal.
class ResultTable final : public QTableView
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
    /// What a right click or the menu key on a row opens: for the window to fill. Owned by this.
    [[nodiscard]] QMenu *contextMenu() const { return m_contextMenu; }

    /// Order, widths and visibility of the columns, and all that they are sorted by.
    [[nodiscard]] QByteArray saveColumns() const;
    /// Leaves the columns as they are if `state` is none of saveColumns(). Columns that it does not
    /// know, because it is an older version's, are as they are at first.
    void restoreColumns(const QByteArray &state);
    /// Scrolls to what arrives. Off at first.
    void setFollowing(bool following) { m_isFollowing = following; }

    // In place of QTableView's, which ask the header of rows.
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    [[nodiscard]] int rowHeight(int) const { return m_rowHeight; }
    /// The row at this height of the viewport, -1 if there is none.
    [[nodiscard]] int rowAt(int y) const;

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;

    /// Whether selectedRows() would take long; selectionChanged() of the selection model tells when
    /// it does not any more.
    [[nodiscard]] bool isSelectionBusy() const;
    /// The selected rows; see RowSelectionModel.
    [[nodiscard]] RowSelection selectedRows() const;
    /// Selected store rows in the order shown.
    [[nodiscard]] QList<quint32> selectedStoreRows() const;
    /// The current cell's text as data: without the marks that isolate an address on the screen.
    /// Empty if none.
    [[nodiscard]] QString currentCellText() const;
    /// Type-ahead would look at every row's text; the filter row does it better.
    void keyboardSearch(const QString &search) override;

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
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action,
                                         Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    [[nodiscard]] int sizeHintForColumn(int column) const override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags
    selectionCommand(const QModelIndex &index, const QEvent *event = nullptr) const override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

protected slots:
    void updateGeometries() override;
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
    void setRowHeight();
    [[nodiscard]] int rowTotal() const;
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] int top() const;
    [[nodiscard]] int rowNear(int y) const;
    [[nodiscard]] int rowAfter(CursorAction action, bool isToEnd) const;
    [[nodiscard]] int columnAfter(CursorAction action) const;
    [[nodiscard]] int columnBeside(int visual, int step) const;
    void paintRow(QPainter &painter, QStyleOptionViewItem &option, int row) const;
    void tellScreenReader(const QItemSelection &selection, int event);
    void onRowsChanged();
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
    QMenu *m_contextMenu = nullptr;
    /// What is to be the top row after the next layout: changes may come in between.
    std::optional<int> m_pendingTop;
    qint64 m_pendingTopStoreRow = -1; ///< the same while a change reorders rows, -1 if it does not
    bool m_isViewChanging = false;
    int m_rowHeight = 1;
    Cancellation m_search; ///< for an open port
    bool m_isUpdatingGeometries = false;
    bool m_isFollowing = false;
    qint64 m_newestRow = -1; ///< store row to scroll to after the next layout, -1 if none
};

} // namespace roadstead
