// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

#include <vector>

class QMenu;

namespace roadstead {

/// A table of rows of one height, in which nothing depends on how many there are: QTableView asks
/// its header of rows, which knows every row's height by itself, and walks through all of them at
/// every change. Here a row's place is a multiplication. The scroll bar's value is the row on top.
/// Rows are selected whole.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    explicit RowTable(QWidget *parent = nullptr);
    ~RowTable() override;
    Q_DISABLE_COPY_MOVE(RowTable)

    void setModel(QAbstractItemModel *model) override;

    /// What a right click or the menu key on a row opens: for the window to fill. Owned by this.
    [[nodiscard]] QMenu *contextMenu() const { return m_contextMenu; }

    // In place of QTableView's, which ask the header of rows.
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    [[nodiscard]] int rowHeight(int) const { return m_rowHeight; }
    /// The row at this height of the viewport, -1 if there is none.
    [[nodiscard]] int rowAt(int y) const;

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;
    /// Type-ahead would look at every row's text; the filter row does it better.
    void keyboardSearch(const QString &search) override;

protected:
    [[nodiscard]] int rowTotal() const;
    [[nodiscard]] int top() const;
    /// Whether the rows shown at `first` to `last` are selected: for drawing them. At first, as the
    /// selection model says.
    [[nodiscard]] virtual std::vector<bool> selectedFrom(int first, int last) const;

    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action,
                                         Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    [[nodiscard]] int sizeHintForColumn(int column) const override;

protected slots:
    void updateGeometries() override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void setUpView();
    void setRowHeight();
    void onRowsChanged();
    void tellScreenReader(const QItemSelection &selection, int event);
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] int rowNear(int y) const;
    [[nodiscard]] int rowAfter(CursorAction action, bool isToEnd) const;
    [[nodiscard]] int columnAfter(CursorAction action) const;
    [[nodiscard]] int columnBeside(int visual, int step) const;
    void paintRow(QPainter &painter, QStyleOptionViewItem &option, int row) const;

    QMenu *m_contextMenu = nullptr;
    int m_rowHeight = 1;
    bool m_isUpdatingGeometries = false;
};

} // namespace roadstead
