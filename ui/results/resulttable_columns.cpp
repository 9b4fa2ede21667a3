// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The columns of the results table: which are shown, how wide, and what is remembered of them.

#include "ui/model/resultmodel.h"
#include "ui/results/resulttable.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>

#include <array>

namespace roadstead {

namespace {

/// What a column usually has to hold, in the widths of a digit.
constexpr std::array<int, ResultModel::ColumnCount> kDigits{12, 16, 16, 8,  14, 11,
                                                            15, 14, 10, 30, 12};

constexpr int kColumnsOfFirstFormat = 9;

bool isHiddenAtFirst(int column)
{
    return column == ResultModel::AttemptsColumn || column == ResultModel::BannerColumn
           || column == ResultModel::ConfidenceColumn;
}

} // namespace

void ResultTable::fillColumnsMenu()
{
    m_columnsMenu->clear();
    for (int column = 0; column < ResultModel::ColumnCount; ++column) {
        auto *action = m_columnsMenu->addAction(
            m_results->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setData(column);
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnShown(column, shown); });
    }
    m_columnsMenu->addSeparator();
    m_columnsMenu->addAction(tr("&Fit to contents"), this, &ResultTable::fitColumns);
    m_columnsMenu->addAction(tr("R&eset columns"), this, &ResultTable::resetColumns);
}

/// Ticks what is shown; the last column shown cannot be hidden, because there would be no header
/// left to click on.
void ResultTable::syncColumnsMenu()
{
    const QHeaderView *header = horizontalHeader();
    const bool isLast = header->count() - header->hiddenSectionCount() <= 1;
    const QList<QAction *> actions = m_columnsMenu->actions();
    for (QAction *action : actions) {
        if (!action->isCheckable())
            continue;
        const bool isShown = !isColumnHidden(action->data().toInt());
        const QSignalBlocker blocker(action);
        action->setChecked(isShown);
        action->setEnabled(!isShown || !isLast);
    }
}

void ResultTable::setColumnShown(int column, bool shown)
{
    setColumnHidden(column, !shown);
    syncColumnsMenu();
}

QByteArray ResultTable::saveColumns() const
{
    return char(ResultModel::ColumnCount) + horizontalHeader()->saveState();
}

void ResultTable::restoreColumns(const QByteArray &state)
{
    QHeaderView *header = horizontalHeader();
    // Version 0.1 wrote Qt's state alone, which begins with a zero.
    const bool isFirstFormat = state.startsWith('\0');
    if (state.isEmpty() || !header->restoreState(isFirstFormat ? state : state.sliced(1)))
        return;
    const int known = isFirstFormat ? kColumnsOfFirstFormat : state.front();
    for (int column = known; column < ResultModel::ColumnCount; ++column)
        setColumnHidden(column, isHiddenAtFirst(column));
    if (header->hiddenSectionCount() == header->count())
        resetColumns();
    syncColumnsMenu();
}

void ResultTable::fitColumns()
{
    for (int column = 0; column < ResultModel::ColumnCount; ++column) {
        if (!isColumnHidden(column))
            resizeColumnToContents(column);
    }
}

void ResultTable::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < ResultModel::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        setColumnHidden(column, isHiddenAtFirst(column));
    }
    setDefaultWidths();
    syncColumnsMenu();
}

void ResultTable::setDefaultWidths()
{
    const int digit = fontMetrics().horizontalAdvance(u'0');
    for (int column = 0; column < ResultModel::ColumnCount; ++column)
        setColumnWidth(column, digit * kDigits.at(static_cast<size_t>(column)));
}

} // namespace roadstead
