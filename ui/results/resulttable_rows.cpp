// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the rows of the results table are, and how they are drawn. QTableView asks its header of
// rows, which knows every row's height by itself; here all rows are of one height, so that a row's
// place is a multiplication, and nothing that the table does depends on how many rows there are.
// The scroll bar's value is the row on top.

#include "ui/model/resultmodel.h"
#include "ui/results/resulttable.h"
#include "ui/results/rowselectionmodel.h"

#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyleOptionViewItem>

#include <algorithm>
#include <limits>

namespace roadstead {

namespace {
constexpr int kStepsAcross = 20; ///< of the scroll bar's arrows, for the viewport's width
} // namespace

int ResultTable::rowTotal() const
{
    return m_results ? m_results->rowCount() : 0;
}

int ResultTable::visibleRows() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

int ResultTable::top() const
{
    return verticalScrollBar()->value();
}

int ResultTable::verticalOffset() const
{
    // The place on a page that has no end; it may not fit an int in pixels, and need not: only
    // differences to it are used.
    return static_cast<int>(
        std::min<qint64>(qint64(top()) * m_rowHeight, std::numeric_limits<int>::max()));
}

int ResultTable::rowAt(int y) const
{
    const qint64 row = qint64(top()) + y / m_rowHeight;
    return y < 0 || row >= rowTotal() ? -1 : static_cast<int>(row);
}

QRect ResultTable::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != model() || isIndexHidden(index))
        return {};
    const qint64 y = (qint64(index.row()) - top()) * m_rowHeight;
    // Millions of rows away, because ranges are told by their ends' places; and safe to add to.
    constexpr qint64 kFarAway = (1 << 30) - (1 << 20);
    return QRect(columnViewportPosition(index.column()),
                 static_cast<int>(std::clamp(y, -kFarAway, kFarAway)), columnWidth(index.column()),
                 m_rowHeight);
}

bool ResultTable::isIndexHidden(const QModelIndex &index) const
{
    return isColumnHidden(index.column());
}

QModelIndex ResultTable::indexAt(const QPoint &point) const
{
    const int row = rowAt(point.y());
    const int column = columnAt(point.x());
    return row >= 0 && column >= 0 ? m_results->index(row, column) : QModelIndex();
}

void ResultTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    // While rows go, a view scrolls to what is current instead of them; nobody asked for that.
    if (!index.isValid() || index.model() != model() || m_isViewChanging)
        return;
    executeDelayedItemsLayout(); // it puts the top row in place
    const int row = index.row();
    const int last = top() + visibleRows() - 1;
    QScrollBar *bar = verticalScrollBar();
    if (hint == PositionAtTop || (hint == EnsureVisible && row < top()))
        bar->setValue(row);
    else if (hint == PositionAtBottom || (hint == EnsureVisible && row > last))
        bar->setValue(row - visibleRows() + 1);
    else if (hint == PositionAtCenter)
        bar->setValue(row - visibleRows() / 2);
    const int left = horizontalHeader()->sectionPosition(index.column());
    const int width = columnWidth(index.column());
    QScrollBar *across = horizontalScrollBar();
    if (left < across->value() || width > viewport()->width())
        across->setValue(left);
    else if (left + width > across->value() + viewport()->width())
        across->setValue(left + width - viewport()->width());
}

void ResultTable::updateGeometries()
{
    if (m_isUpdatingGeometries)
        return; // the margins below change the viewport's size
    const QScopedValueRollback guard(m_isUpdatingGeometries, true);
    QHeaderView *header = horizontalHeader();
    const int height =
        header->isHidden() ? 0 : std::max(header->minimumHeight(), header->sizeHint().height());
    setViewportMargins(0, height, 0, 0);
    const QRect inside = viewport()->geometry();
    header->setGeometry(inside.left(), inside.top() - height, inside.width(), height);

    // With no scroll bar shown, or both gone, there may be room for everything.
    const QSize most = maximumViewportSize();
    const bool fits =
        most.width() >= header->length() && most.height() >= qint64(rowTotal()) * m_rowHeight;
    const QSize size = fits ? most : viewport()->size();
    QScrollBar *across = horizontalScrollBar();
    across->setPageStep(size.width());
    across->setSingleStep(std::max(1, size.width() / kStepsAcross));
    across->setRange(0, std::max(0, header->length() - size.width()));
    header->setOffset(across->value());
    const int rows = std::max(1, size.height() / m_rowHeight);
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setPageStep(rows);
    verticalScrollBar()->setRange(0, std::max(0, rowTotal() - rows));
    QAbstractItemView::updateGeometries();
}

void ResultTable::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        horizontalHeader()->setOffset(horizontalScrollBar()->value());
    const bool isFar = std::abs(dy) > visibleRows();
    const int across = isRightToLeft() ? -dx : dx;
    if (isFar) {
        viewport()->update();
        return;
    }
    scrollDirtyRegion(across, dy * m_rowHeight);
    viewport()->scroll(across, dy * m_rowHeight);
}

QModelIndex ResultTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = rowTotal();
    const QHeaderView *header = horizontalHeader();
    if (rows == 0 || header->count() == header->hiddenSectionCount())
        return {};
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return m_results->index(0, header->logicalIndex(columnBeside(-1, 1)));
    const bool isToEnd = modifiers.testFlag(Qt::ControlModifier);
    const int row = std::clamp(rowAfter(action, isToEnd), 0, rows - 1);
    return m_results->index(row, columnAfter(action));
}

int ResultTable::rowAfter(CursorAction action, bool isToEnd) const
{
    const int row = currentIndex().row();
    const int last = rowTotal() - 1;
    switch (action) {
    case MoveUp:
        return isToEnd ? 0 : row - 1;
    case MoveDown:
        return isToEnd ? last : row + 1;
    case MovePageUp:
        return row - visibleRows();
    case MovePageDown:
        return row + visibleRows();
    case MoveHome:
        return isToEnd ? 0 : row;
    case MoveEnd:
        return isToEnd ? last : row;
    case MoveLeft:
    case MoveRight:
    case MovePrevious:
    case MoveNext:
        return row;
    }
    Q_UNREACHABLE();
}

int ResultTable::columnAfter(CursorAction action) const
{
    const QHeaderView *header = horizontalHeader();
    const int visual = header->visualIndex(currentIndex().column());
    const int forwards = isRightToLeft() ? -1 : 1;
    switch (action) {
    case MoveHome:
        return header->logicalIndex(columnBeside(-1, 1));
    case MoveEnd:
        return header->logicalIndex(columnBeside(header->count(), -1));
    case MoveLeft:
        return header->logicalIndex(columnBeside(visual, -forwards));
    case MoveRight:
        return header->logicalIndex(columnBeside(visual, forwards));
    case MovePrevious:
        return header->logicalIndex(columnBeside(visual, -1));
    case MoveNext:
        return header->logicalIndex(columnBeside(visual, 1));
    case MoveUp:
    case MoveDown:
    case MovePageUp:
    case MovePageDown:
        return currentIndex().column();
    }
    Q_UNREACHABLE();
}

/// The next column that is not hidden, as seen; the same if there is none.
int ResultTable::columnBeside(int visual, int step) const
{
    const QHeaderView *header = horizontalHeader();
    for (int next = visual + step; next >= 0 && next < header->count(); next += step) {
        if (!header->isSectionHidden(header->logicalIndex(next)))
            return next;
    }
    return visual;
}

/// The row at this height of the viewport, or that would be there if the page went on.
int ResultTable::rowNear(int y) const
{
    const qint64 below = y >= 0 ? y / m_rowHeight : -1 - (-1 - qint64(y)) / m_rowHeight;
    return static_cast<int>(std::clamp<qint64>(top() + below, 0, rowTotal() - 1));
}

/// Rows are selected whole. `rect` may begin or end far outside of the viewport, where the first
/// row of a range is, and may be upside down.
void ResultTable::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    if (rowTotal() == 0)
        return;
    const auto [first, last] = std::minmax({rowNear(rect.top()), rowNear(rect.bottom())});
    const QItemSelection selection(m_results->index(first, 0),
                                   m_results->index(last, ResultModel::ColumnCount - 1));
    selectionModel()->select(selection, flags);
}

QRegion ResultTable::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const int last = top() + visibleRows() + 1;
    for (const QItemSelectionRange &range : selection) {
        const int from = std::max(range.top(), top());
        const int to = std::min(range.bottom(), last);
        if (from <= to)
            region += QRect(0, (from - top()) * m_rowHeight, viewport()->width(),
                            (to - from + 1) * m_rowHeight);
    }
    return region;
}

/// Looks at the visible rows only.
int ResultTable::sizeHintForColumn(int column) const
{
    if (!m_results)
        return -1;
    ensurePolished();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int hint = 0;
    const int last = std::min(rowTotal(), top() + visibleRows() + 1);
    for (int row = top(); row < last; ++row) {
        const QModelIndex index = m_results->index(row, column);
        hint = std::max(hint, itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    return hint;
}

/// QTableView asks the header of rows where several cells are, and that knows of no row.
void ResultTable::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                              const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    viewport()->update();
}

void ResultTable::paintEvent(QPaintEvent *event)
{
    const QRect area = event->rect();
    const int first = rowAt(std::max(0, area.top()));
    if (first < 0)
        return;
    const int lastSeen = rowAt(area.bottom());
    const int last = lastSeen < 0 ? rowTotal() - 1 : lastSeen;
    const RowMarks isSelected = m_selection->selectedFrom(first, last);
    QPainter painter(viewport());
    for (int row = first; row <= last; ++row) {
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        option.features.setFlag(QStyleOptionViewItem::Alternate, row % 2 != 0);
        option.state.setFlag(QStyle::State_Selected, isSelected[static_cast<size_t>(row - first)]);
        paintRow(painter, option, row);
    }
}

void ResultTable::paintRow(QPainter &painter, QStyleOptionViewItem &option, int row) const
{
    const QHeaderView *header = horizontalHeader();
    const bool isFocused = hasFocus() || viewport()->hasFocus();
    const QStyle::State state = option.state;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const QModelIndex index = m_results->index(row, column);
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
