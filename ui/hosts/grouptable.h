// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPersistentModelIndex>
#include <QTableView>

class QMenu;

namespace roadstead {

class GroupModel;

/// The list of hosts or of services: rows of one height, as many selected as one likes. Enter or a
/// double click chooses what is selected, Esc selects nothing.
class GroupTable final : public QTableView
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
    [[nodiscard]] QList<quint32> selectedNumbers() const;
    [[nodiscard]] qsizetype selectedCount() const;
    /// Selects these alone, of those that are shown; the first becomes the current row.
    void selectNumbers(const QList<quint32> &numbers);
    /// What a right click or the menu key on a row opens: for the window to fill. Owned by this.
    [[nodiscard]] QMenu *contextMenu() const { return m_contextMenu; }

    /// Widths and order of the columns.
    [[nodiscard]] QByteArray saveColumns() const;
    /// Changes nothing if `state` is none of saveColumns().
    void restoreColumns(const QByteArray &state);

    void doItemsLayout() override;
    /// Type-ahead would look at every row's text; the filter row does it better.
    void keyboardSearch(const QString &search) override;

signals:
    void selectionEdited();
    /// Enter or a double click: somebody wants to see the results of what is selected.
    void chosen();
    /// Ctrl+C.
    void copyWanted();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

protected slots:
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void setUpView();
    void setUpColumns();
    void setRowHeight();
    void setDefaultWidths();
    void choose();
    void holdTopRow();
    void onSortIndicatorChanged(int column, Qt::SortOrder order);

    GroupModel &m_groups;
    QList<int> m_digits;
    QList<int> m_first;
    QMenu *m_contextMenu = nullptr;
    QPersistentModelIndex m_topRow; ///< valid while rows move
};

} // namespace roadstead
