// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/hosts/grouptable.h"

#include "ui/hosts/countsdelegate.h"
#include "ui/model/groupmodel.h"
#include "ui/parts/columnheader.h"
#include "ui/parts/numberdelegate.h"

#include <QDataStream>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace roadstead {

namespace {

/// Qt holds on to each selected row while rows move; of more, none may move.
constexpr qsizetype kMostMovingRows = 5'000;
constexpr quint8 kColumnsFormat = 1;
constexpr int kWidestColumn = 10'000;

} // namespace

GroupTable::GroupTable(GroupModel &model, const QList<int> &digits, QWidget *parent)
    : RowTable(parent)
    , m_groups(model)
    , m_digits(digits)
{
    setModel(&model);
    setUpColumns();
    setDefaultWidths();
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, &GroupTable::holdTopRow);
    connect(this, &QAbstractItemView::doubleClicked, this, &GroupTable::choose);
}

GroupTable::~GroupTable() = default;

void GroupTable::setUpColumns()
{
    auto *header = new ColumnHeader(this);
    setHorizontalHeader(header);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setResizeContentsPrecision(0); // fitting looks at the visible rows only
    header->setSortIndicator(m_groups.sortedBy().column, m_groups.sortedBy().order);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &GroupTable::onSortIndicatorChanged);
    auto *numbers = new NumberDelegate(this);
    for (int column = 0; column < m_groups.columnCount(); ++column) {
        const QVariant alignment =
            m_groups.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        if (alignment.value<Qt::Alignment>().testFlag(Qt::AlignRight))
            setItemDelegateForColumn(column, numbers);
    }
    setItemDelegateForColumn(m_groups.columnCount() - 1, new CountsDelegate(this));
}

void GroupTable::setDefaultWidths()
{
    const int digit = fontMetrics().horizontalAdvance(u'0');
    for (int column = 0; column < m_digits.size(); ++column)
        setColumnWidth(column, digit * m_digits.at(column));
}

void GroupTable::showFirst(const QList<int> &columns)
{
    m_first = columns;
    QHeaderView *header = horizontalHeader();
    for (int place = 0; place < columns.size(); ++place)
        header->moveSection(header->visualIndex(columns.at(place)), place);
    updateGeometry();
}

QSize GroupTable::sizeHint() const
{
    int width = 2 * frameWidth() + verticalScrollBar()->sizeHint().width();
    for (const int column : m_first)
        width += fontMetrics().horizontalAdvance(u'0') * m_digits.at(column);
    return {width, RowTable::sizeHint().height()};
}

/// Without the last of them, the bar.
QSize GroupTable::minimumSizeHint() const
{
    int width = 2 * frameWidth() + verticalScrollBar()->sizeHint().width();
    for (qsizetype i = 0; i + 1 < m_first.size(); ++i)
        width += fontMetrics().horizontalAdvance(u'0') * m_digits.at(m_first.at(i));
    return {width, RowTable::minimumSizeHint().height()};
}

RowSelection GroupTable::selectedRows() const
{
    RowSelection rows;
    rows.shown = m_groups.numbers();
    rows.ranges = rowRangesOf(selectionModel()->selection());
    return rows;
}

void GroupTable::selectNumbers(const QList<quint32> &numbers)
{
    QItemSelection selection;
    QModelIndex first;
    for (const quint32 number : numbers) {
        const int row = m_groups.rowOf(number);
        if (row < 0)
            continue;
        const QModelIndex index = m_groups.index(row, 0);
        selection.append(
            QItemSelectionRange(index, index.siblingAtColumn(m_groups.columnCount() - 1)));
        if (!first.isValid())
            first = index;
    }
    if (first.isValid())
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

QByteArray GroupTable::saveColumns() const
{
    QList<qint32> widths;
    for (int column = 0; column < m_groups.columnCount(); ++column)
        widths.append(columnWidth(column));
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kColumnsFormat << widths << qint32(m_groups.sortedBy().column)
           << quint8(m_groups.sortedBy().order);
    return state;
}

void GroupTable::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint8 format = 0;
    QList<qint32> widths;
    qint32 column = -1;
    quint8 order = 0;
    stream >> format;
    if (format != kColumnsFormat)
        return;
    stream >> widths >> column >> order;
    const bool isWhole = stream.status() == QDataStream::Ok && stream.atEnd()
                         && widths.size() == m_groups.columnCount() && column >= 0
                         && column < m_groups.columnCount() && order <= Qt::DescendingOrder
                         && std::all_of(widths.begin(), widths.end(), [](qint32 width) {
                                return width > 0 && width <= kWidestColumn;
                            });
    if (!isWhole)
        return;
    for (int i = 0; i < m_groups.columnCount(); ++i)
        setColumnWidth(i, widths.at(i));
    horizontalHeader()->setSortIndicator(column, static_cast<Qt::SortOrder>(order));
}

/// So many rows cannot be moved at once and stay selected.
void GroupTable::onSortIndicatorChanged(int column, Qt::SortOrder order)
{
    if (selectedCount() > kMostMovingRows)
        selectionModel()->select(currentIndex(),
                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_groups.sort(column, order);
}

void GroupTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    RowTable::selectionChanged(selected, deselected);
    m_groups.setHeld(selectedCount() > kMostMovingRows);
    emit selectionEdited();
}

/// What is being read stays in sight while others come before it. Where counts make the order, rows
/// rise by themselves: one that does must not take the whole view along.
void GroupTable::holdTopRow()
{
    const QVariant firstOrder =
        m_groups.headerData(m_groups.sortedBy().column, Qt::Horizontal, Qt::InitialSortOrderRole);
    const bool isByCounts = firstOrder.toInt() == Qt::DescendingOrder;
    const int top = verticalScrollBar()->value();
    if (m_groups.isReordering() || isByCounts || top <= 0 || top >= m_groups.rowCount())
        return;
    m_topRow = m_groups.index(top, 0);
}

void GroupTable::doItemsLayout()
{
    RowTable::doItemsLayout();
    if (!m_topRow.isValid())
        return;
    const int row = m_topRow.row();
    m_topRow = QPersistentModelIndex();
    verticalScrollBar()->setValue(row);
}

void GroupTable::choose()
{
    if (!currentIndex().isValid())
        return;
    if (!selectionModel()->hasSelection()) // selectRow() finds no column from right to left
        selectionModel()->select(currentIndex(),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
    emit chosen();
}

bool GroupTable::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return RowTable::event(event);
    // Else the window would do it, with its results.
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isOwn = (key->key() == Qt::Key_Escape && selectionModel()->hasSelection())
                       || key->key() == Qt::Key_Delete // would remove rows of the results
                       || key->matches(QKeySequence::SelectAll) || key->matches(QKeySequence::Copy);
    if (!isOwn)
        return RowTable::event(event);
    event->accept();
    return true;
}

void GroupTable::keyPressEvent(QKeyEvent *event)
{
    const bool hasModifiers =
        (event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) != Qt::NoModifier;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !hasModifiers) {
        choose();
        return;
    }
    if (event->key() == Qt::Key_Escape && selectionModel()->hasSelection()) {
        clearSelection();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        emit copyWanted(); // the view would copy one cell with its isolation marks
        return;
    }
    RowTable::keyPressEvent(event);
}

} // namespace roadstead
