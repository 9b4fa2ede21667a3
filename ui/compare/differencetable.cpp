// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/differencetable.h"

#include "ui/compare/differenceicon.h"
#include "ui/compare/differencemodel.h"
#include "ui/parts/columnheader.h"
#include "ui/parts/numberdelegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <array>

namespace roadstead {

namespace {

/// What a column usually has to hold, in the widths of a digit.
constexpr std::array<int, DifferenceColumns::ColumnCount> kDigits{15, 17, 15, 8, 14, 14, 14};
/// Qt holds on to each selected row while rows move; of more, only the current one stays selected.
constexpr qint64 kMostMovingRows = 5'000;

} // namespace

DifferenceTable::DifferenceTable(DifferenceModel &model, QWidget *parent)
    : RowTable(parent)
    , m_differences(model)
{
    setModel(&model);
    setUpColumns();
    connect(&model, &DifferenceModel::aboutToUpdate, this, &DifferenceTable::selectFew);
    connect(&model, &DifferenceModel::updated, this, &DifferenceTable::showCurrent);
}

DifferenceTable::~DifferenceTable() = default;

void DifferenceTable::setUpColumns()
{
    auto *header = new ColumnHeader(this);
    setHorizontalHeader(header);
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setResizeContentsPrecision(0); // fitting looks at the visible rows only
    const GroupSortKey &first = m_differences.wish().keys.first();
    header->setSortIndicator(first.column, first.order);
    connect(header, &QHeaderView::sortIndicatorChanged, &m_differences, &DifferenceModel::sort);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    for (int column = 0; column < DifferenceColumns::ColumnCount; ++column)
        setColumnWidth(column, digit * kDigits.at(static_cast<size_t>(column)));
    setItemDelegateForColumn(DifferenceColumns::ChangeColumn,
                             new ShapeDelegate(differenceLook(DifferenceModel::ClassRole), this));
    auto *states = new ShapeDelegate(stateLook(DifferenceModel::StateRole), this);
    setItemDelegateForColumn(DifferenceColumns::BeforeColumn, states);
    setItemDelegateForColumn(DifferenceColumns::NowColumn, states);
    setItemDelegateForColumn(DifferenceColumns::PortColumn, new NumberDelegate(this));
}

RowSelection DifferenceTable::selectedRows() const
{
    RowSelection rows;
    rows.shown = m_differences.numbers();
    rows.ranges = rowRangesOf(selectionModel()->selection());
    return rows;
}

void DifferenceTable::selectFew()
{
    if (selectedRows().rowsInRanges() <= kMostMovingRows)
        return;
    selectionModel()->select(currentIndex(),
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

/// What was looked at is looked for in what is shown now.
void DifferenceTable::showCurrent()
{
    if (currentIndex().isValid())
        scrollTo(currentIndex());
    else
        scrollToTop();
}

void DifferenceTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    RowTable::currentChanged(current, previous);
    emit currentRowChanged();
}

void DifferenceTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        event->ignore(); // the view would copy one cell with its isolation marks; the window's
                         // action copies rows
        return;
    }
    RowTable::keyPressEvent(event);
}

} // namespace roadstead
