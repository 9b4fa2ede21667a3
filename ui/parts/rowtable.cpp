// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/rowtable.h"

#include "ui/parts/focusframe.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QStringListModel>
#include <QStyleOptionViewItem>

#include <algorithm>

namespace roadstead {

namespace {

/// In place of the header of rows. That one keeps eight bytes for every row and walks through all
/// of them at every change: 128 MB and up to forty milliseconds at sixteen million. This one never
/// hears of the model; it has an empty one of its own, because the view asks it for a selection.
class NoRowHeader final : public QHeaderView
{
public:
    explicit NoRowHeader(QWidget *parent)
        : QHeaderView(Qt::Vertical, parent)
    {
        QHeaderView::setModel(new QStringListModel(this));
    }
    void setModel(QAbstractItemModel *) override {}
    void setSelectionModel(QItemSelectionModel *) override {}
};

} // namespace

RowTable::RowTable(QWidget *parent)
    : QTableView(parent)
    , m_contextMenu(new QMenu(this))
{
    setUpView();
    setRowHeight();
}

RowTable::~RowTable() = default;

void RowTable::setUpView()
{
    new FocusFrame(this);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false); // else every size is found by laying out text
    // The view would lay it out and hide it, had it the geometry of its rows to itself.
    for (auto *corner : findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly))
        corner->hide();
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerItem); // the scroll bar's value is the top row
    setHorizontalScrollMode(ScrollPerPixel);
    auto *noRows = new NoRowHeader(this);
    noRows->hide();
    setVerticalHeader(noRows);
}

void RowTable::setModel(QAbstractItemModel *model)
{
    if (const QAbstractItemModel *last = this->model())
        last->disconnect(this);
    QTableView::setModel(model);
    if (model == nullptr)
        return;
    connect(model, &QAbstractItemModel::rowsInserted, this, &RowTable::onRowsChanged);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RowTable::onRowsChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &RowTable::onRowsChanged);
}

/// The rest of the change may still come: what is seen is put in place with the next layout.
void RowTable::onRowsChanged()
{
    scheduleDelayedItemsLayout();
}

void RowTable::setRowHeight()
{
    m_rowHeight = fontMetrics().height() + fontMetrics().height() / 2;
    updateGeometries();
    viewport()->update();
}

void RowTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setRowHeight();
}

void RowTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_contextMenu->isEmpty()) {
        event->ignore();
        return;
    }
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid();
    const QPoint atCell = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    m_contextMenu->popup(isByKey ? atCell : event->globalPos());
}

void RowTable::keyboardSearch(const QString &) {}

/// QTableView lists every cell of a selection to tell of the first of them.
void RowTable::tellScreenReader(const QItemSelection &selection, int event)
{
    if (!QAccessible::isActive() || selection.isEmpty())
        return;
    const QModelIndex first = selection.first().topLeft();
    // Cells are numbered row by row, with those of both headers.
    const int columns = model()->columnCount() + 1;
    QAccessibleEvent told(this, static_cast<QAccessible::Event>(event));
    told.setChild((first.row() + 1) * columns + first.column() + 1);
    QAccessible::updateAccessibility(&told);
}

void RowTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    tellScreenReader(selected, QAccessible::SelectionAdd);
    tellScreenReader(deselected, QAccessible::SelectionRemove);
    QAbstractItemView::selectionChanged(selected, deselected);
}

std::vector<bool> RowTable::selectedFrom(int first, int last) const
{
    std::vector<bool> isSelected(static_cast<size_t>(last - first + 1));
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = std::max(first, range.top()); row <= std::min(last, range.bottom()); ++row)
            isSelected[static_cast<size_t>(row - first)] = true;
    }
    return isSelected;
}

int RowTable::rowTotal() const
{
    return model() == nullptr ? 0 : model()->rowCount();
}

/// Looks at the visible rows only.
int RowTable::sizeHintForColumn(int column) const
{
    if (model() == nullptr)
        return -1;
    ensurePolished();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int hint = 0;
    const int last = std::min(rowTotal(), top() + visibleRows() + 1);
    for (int row = top(); row < last; ++row) {
        const QModelIndex index = model()->index(row, column);
        hint = std::max(hint, itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    return hint;
}

/// QTableView asks the header of rows where several cells are, and that knows of no row.
void RowTable::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                           const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    viewport()->update();
}

void RowTable::paintEvent(QPaintEvent *event)
{
    const QRect area = event->rect();
    const int first = rowAt(std::max(0, area.top()));
    if (first < 0)
        return;
    const int lastSeen = rowAt(area.bottom());
    const int last = lastSeen < 0 ? rowTotal() - 1 : lastSeen;
    const std::vector<bool> isSelected = selectedFrom(first, last);
    QPainter painter(viewport());
    for (int row = first; row <= last; ++row) {
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        option.features.setFlag(QStyleOptionViewItem::Alternate, row % 2 != 0);
        option.state.setFlag(QStyle::State_Selected, isSelected[static_cast<size_t>(row - first)]);
        paintRow(painter, option, row);
    }
}

void RowTable::paintRow(QPainter &painter, QStyleOptionViewItem &option, int row) const
{
    const QHeaderView *header = horizontalHeader();
    const bool isFocused = hasFocus() || viewport()->hasFocus();
    const QStyle::State state = option.state;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const QModelIndex index = model()->index(row, column);
        option.rect = visualRect(index);
        if (!option.rect.intersects(viewport()->rect()))
            continue;
        option.state = state;
        option.state.setFlag(QStyle::State_HasFocus, isFocused && index == currentIndex());
        style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

} // namespace roadstead
