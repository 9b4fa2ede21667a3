// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the rows of a table are, and how keys, the mouse and the scroll bars get to them.

#include "ui/parts/rowtable.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace roadstead {

namespace {
constexpr int kStepsAcross = 20; ///< of the scroll bar's arrows, for the viewport's width
} // namespace

int RowTable::visibleRows() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

int RowTable::top() const
{
    return verticalScrollBar()->value();
}

int RowTable::verticalOffset() const
{
    // The place on a page that has no end; it may not fit an int in pixels, and need not: only
    // differences to it are used.
    return static_cast<int>(
        std::min<qint64>(qint64(top()) * m_rowHeight, std::numeric_limits<int>::max()));
}

int RowTable::rowAt(int y) const
{
    const qint64 row = qint64(top()) + y / m_rowHeight;
    return y < 0 || row >= rowTotal() ? -1 : static_cast<int>(row);
}

QRect RowTable::visualRect(const QModelIndex &index) const
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

bool RowTable::isIndexHidden(const QModelIndex &index) const
{
    return isColumnHidden(index.column());
}

QModelIndex RowTable::indexAt(const QPoint &point) const
{
    const int row = rowAt(point.y());
    const int column = columnAt(point.x());
    return row >= 0 && column >= 0 ? model()->index(row, column) : QModelIndex();
}

void RowTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.model() != model())
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

void RowTable::updateGeometries()
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

void RowTable::scrollContentsBy(int dx, int dy)
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

QModelIndex RowTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = rowTotal();
    const QHeaderView *header = horizontalHeader();
    if (rows == 0 || header->count() == header->hiddenSectionCount())
        return {};
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return model()->index(0, header->logicalIndex(columnBeside(-1, 1)));
    const bool isToEnd = modifiers.testFlag(Qt::ControlModifier);
    const int row = std::clamp(rowAfter(action, isToEnd), 0, rows - 1);
    return model()->index(row, columnAfter(action));
}

int RowTable::rowAfter(CursorAction action, bool isToEnd) const
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

int RowTable::columnAfter(CursorAction action) const
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
int RowTable::columnBeside(int visual, int step) const
{
    const QHeaderView *header = horizontalHeader();
    for (int next = visual + step; next >= 0 && next < header->count(); next += step) {
        if (!header->isSectionHidden(header->logicalIndex(next)))
            return next;
    }
    return visual;
}

/// The row at this height of the viewport, or that would be there if the page went on.
int RowTable::rowNear(int y) const
{
    const qint64 below = y >= 0 ? y / m_rowHeight : -1 - (-1 - qint64(y)) / m_rowHeight;
    return static_cast<int>(std::clamp<qint64>(top() + below, 0, rowTotal() - 1));
}

/// Rows are selected whole. `rect` may begin or end far outside of the viewport, where the first
/// row of a range is, and may be upside down.
void RowTable::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    if (rowTotal() == 0)
        return;
    const auto [first, last] = std::minmax({rowNear(rect.top()), rowNear(rect.bottom())});
    const QItemSelection selection(model()->index(first, 0),
                                   model()->index(last, model()->columnCount() - 1));
    selectionModel()->select(selection, flags);
}

QRegion RowTable::visualRegionForSelection(const QItemSelection &selection) const
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

} // namespace roadstead
