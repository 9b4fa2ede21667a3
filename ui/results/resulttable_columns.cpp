// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The columns of the results table: which are shown, how wide, and what is remembered of them.

#include "ui/model/resultmodel.h"
#include "ui/parts/stateicon.h"
#include "ui/results/resulttable.h"
#include "ui/results/sortmenu.h"
#include "ui/results/tableheader.h"
#include "ui/words/words.h"

#include <QAction>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>
#include <QSignalBlocker>
#include <QStyle>
#include <QtMath>

#include <algorithm>
#include <array>

namespace roadstead {

namespace {

/// What a column usually has to hold, in the widths of a digit.
constexpr std::array<int, ResultModel::ColumnCount> kDigits{12, 16, 16, 8,  14, 11,
                                                            15, 14, 10, 30, 12, 30};

constexpr int kColumnsOfFirstFormat = 9;

/// The longest word for a state in this language, beside the widest of its signs.
int stateWidth(const QTableView &table)
{
    int word = 0;
    for (const PortState state : words::kStates) {
        QFont font = table.font();
        font.setBold(state == PortState::Open);
        word = qMax(word, QFontMetrics(font).horizontalAdvance(words::of(state)));
    }
    const int sign = qCeil(table.fontMetrics().height() * kUnexpectedIconWidth);
    const int margin = table.style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1;
    return word + sign + 4 * margin + 1; // and the line of the grid
}

bool isHiddenAtFirst(int column)
{
    return column == ResultModel::AttemptsColumn || column == ResultModel::BannerColumn
           || column == ResultModel::ConfidenceColumn || column == ResultModel::NoteColumn;
}

/// What is remembered begins with this. Versions before wrote the number of columns and Qt's state;
/// version 0.1 wrote Qt's state alone, which begins with a zero.
constexpr quint8 kFormat = 0xf2;

struct SavedColumns
{
    int known = 0; ///< as many columns there were
    QList<SortKey> keys;
    QByteArray header;
};

/// Nothing if a column is none, or there twice: the bytes may come from anywhere.
QList<SortKey> readKeys(QDataStream &stream)
{
    quint8 count = 0;
    stream >> count;
    QList<SortKey> keys;
    for (int i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        quint8 column = 0;
        quint8 order = 0;
        stream >> column >> order;
        const SortKey key{static_cast<ResultColumns::Column>(column),
                          order == 0 ? Qt::AscendingOrder : Qt::DescendingOrder};
        const bool isKnown = std::any_of(keys.begin(), keys.end(), [&](const SortKey &other) {
            return other.column == key.column;
        });
        if (column >= ResultModel::ColumnCount || isKnown)
            return {};
        keys.append(key);
    }
    return keys;
}

SavedColumns readColumns(const QByteArray &state)
{
    if (state.isEmpty() || state.startsWith('\0'))
        return {kColumnsOfFirstFormat, {}, state};
    if (static_cast<quint8>(state.front()) != kFormat)
        return {state.front(), {}, state.sliced(1)};
    QDataStream stream(state.sliced(1));
    stream.setVersion(QDataStream::Qt_6_4);
    quint8 known = 0;
    stream >> known;
    SavedColumns columns{known, readKeys(stream), {}};
    stream >> columns.header;
    return stream.status() == QDataStream::Ok ? columns : SavedColumns();
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
    delete m_sortMenu;
    m_sortMenu = new SortMenu(*m_results, m_columnsMenu);
    m_columnsMenu->addMenu(m_sortMenu);
    connect(m_sortMenu, &SortMenu::sortRequested, this, &ResultTable::sortBy);
    connect(m_sortMenu, &SortMenu::sortFurtherRequested, this, &ResultTable::sortFurtherBy);
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
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    const QList<SortKey> keys = m_results ? m_results->sortKeys().chosen() : QList<SortKey>();
    stream << kFormat << quint8(ResultModel::ColumnCount) << static_cast<quint8>(keys.size());
    for (const SortKey &key : keys)
        stream << static_cast<quint8>(key.column)
               << static_cast<quint8>(key.order == Qt::AscendingOrder ? 0 : 1);
    stream << horizontalHeader()->saveState();
    return state;
}

void ResultTable::restoreColumns(const QByteArray &state)
{
    QHeaderView *header = horizontalHeader();
    SavedColumns columns = readColumns(state);
    {
        // It would be taken for a click on the header, and for another one with Shift held.
        const QSignalBlocker blocker(header);
        if (columns.header.isEmpty() || !header->restoreState(columns.header))
            return;
    }
    const int first = header->sortIndicatorSection();
    const bool isOlder = static_cast<quint8>(state.front()) != kFormat;
    if (isOlder && first >= 0 && first < ResultModel::ColumnCount)
        columns.keys = {{static_cast<ResultColumns::Column>(first), header->sortIndicatorOrder()}};
    if (m_results && !columns.keys.isEmpty())
        m_results->setSortKeys(SortKeys::chosen(columns.keys));
    showSortKeys();
    for (int column = columns.known; column < ResultModel::ColumnCount; ++column)
        setColumnHidden(column, isHiddenAtFirst(column));
    if (header->hiddenSectionCount() == header->count())
        resetColumns();
    syncColumnsMenu();
    scheduleDelayedItemsLayout(); // the header said nothing of its widths
}

void ResultTable::showSortKeys()
{
    if (!m_results)
        return;
    const QSignalBlocker blocker(horizontalHeader()); // it is sorted like that already
    horizontalHeader()->setSortIndicator(m_results->sortColumn(), m_results->sortOrder());
    static_cast<TableHeader *>(horizontalHeader())->setSortKeys(m_results->sortKeys());
}

void ResultTable::onSortIndicatorChanged(int column, Qt::SortOrder order)
{
    if (QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier))
        sortFurtherBy(column);
    else
        sortBy(column, order);
}

void ResultTable::sortBy(int column, Qt::SortOrder order)
{
    if (!m_results)
        return;
    m_results->sort(column, order);
    showSortKeys();
}

void ResultTable::sortFurtherBy(int column)
{
    if (!m_results)
        return;
    m_results->sortFurther(column);
    showSortKeys(); // the arrow stays at the first column
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
    setColumnWidth(ResultModel::StateColumn,
                   qMax(columnWidth(ResultModel::StateColumn), stateWidth(*this)));
}

} // namespace roadstead
