// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/resulttable.h"

#include "core/base/background.h"
#include "ui/model/opensearch.h"
#include "ui/model/resultmodel.h"
#include "ui/parts/numberdelegate.h"
#include "ui/parts/shapedelegate.h"
#include "ui/results/rowselectionmodel.h"
#include "ui/results/tableheader.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace roadstead {

ResultTable::ResultTable(QWidget *parent)
    : RowTable(parent)
    , m_columnsMenu(new QMenu(tr("&Columns"), this))
{
    setUpView();
    setUpHeader();
}

ResultTable::~ResultTable()
{
    m_search.cancel();
}

void ResultTable::setUpView()
{
    setAccessibleName(tr("Results"));
    setItemDelegateForColumn(
        ResultModel::StateColumn,
        new ShapeDelegate(stateLook(ResultModel::StateRole, ResultModel::UnexpectedRole), this));
    auto *numbers = new NumberDelegate(this);
    for (const auto column : {ResultModel::PortColumn, ResultModel::RttColumn,
                              ResultModel::AttemptsColumn, ResultModel::ConfidenceColumn})
        setItemDelegateForColumn(column, numbers);
}

void ResultTable::setUpHeader()
{
    auto *header = new TableHeader(this);
    setHorizontalHeader(header);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setResizeContentsPrecision(0); // fitting looks at the visible rows only
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](QPoint position) {
        m_columnsMenu->popup(header->mapToGlobal(position));
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ResultTable::onSortIndicatorChanged);
    connect(m_columnsMenu, &QMenu::aboutToShow, this, &ResultTable::syncColumnsMenu);
}

void ResultTable::setModel(QAbstractItemModel *model)
{
    m_results = qobject_cast<ResultModel *>(model);
    Q_ASSERT(m_results || !model);
    RowTable::setModel(model);
    delete std::exchange(m_selection, nullptr);
    if (!m_results)
        return;
    const QItemSelectionModel *plain = selectionModel();
    m_selection = new RowSelectionModel(*m_results, this);
    setSelectionModel(m_selection);
    delete plain;
    connect(m_results, &QAbstractItemModel::rowsInserted, this, &ResultTable::onRowsInserted);
    connect(m_results, &QAbstractItemModel::modelReset, this, &ResultTable::onReset);
    connect(m_results, &ResultModel::viewAboutToChange, this, &ResultTable::onViewAboutToChange);
    connect(m_results, &ResultModel::viewChanged, this, &ResultTable::onViewChanged);
    fillColumnsMenu();
    resetColumns();
    showSortKeys();
}

QString ResultTable::currentCellText() const
{
    QString text = currentIndex().data().toString();
    return text.remove(u'\u2066').remove(u'\u2069');
}

/// Looks at some rows at once, and has the others looked at: there may be millions between two open
/// ports.
void ResultTable::goToOpen(int step)
{
    m_search.cancel();
    const bool hasOpen = m_results && m_results->isStateShown(PortState::Open)
                         && m_results->store().count(PortState::Open) > 0;
    const QList<quint32> shown = hasOpen ? m_results->shownRows() : QList<quint32>();
    if (shown.isEmpty())
        return;
    const int current = currentIndex().row();
    const qsizetype atOnce = std::min<qsizetype>(kMostRowsInATurn, shown.size());
    OpenSearch search{current < 0 && step < 0 ? 0 : current, step, 1, atOnce};
    const qsizetype near = search.positionIn(m_results->store(), shown);
    if (near >= 0) {
        setCurrentIndex(
            m_results->index(static_cast<int>(near), std::max(0, currentIndex().column())));
        return;
    }
    search.firstStep = atOnce + 1;
    search.lastStep = shown.size();
    searchOpen(search);
}

void ResultTable::searchOpen(const OpenSearch &search)
{
    m_search = Cancellation();
    const QList<quint32> shown = m_results->shownRows();
    const auto currentStoreRow = [this]() -> qint64 {
        const int current = currentIndex().row();
        return current < 0 ? -1 : qint64(m_results->storeRow(current));
    };
    runInBackground<qint64>(
        Lane::Looks, this,
        [store = m_results->store(), shown, search, cancellation = m_search]() -> qint64 {
            const qsizetype position = search.positionIn(store, shown, cancellation);
            return position < 0 ? -1 : qint64(shown.at(position));
        },
        [this, currentStoreRow, start = currentStoreRow(), cancellation = m_search](qint64 found) {
            const bool isWanted =
                found >= 0 && currentStoreRow() == start && !cancellation.isCancelled();
            const int row = isWanted ? m_results->viewRow(static_cast<quint32>(found)) : -1;
            if (row >= 0)
                setCurrentIndex(m_results->index(row, std::max(0, currentIndex().column())));
        });
}

void ResultTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        event->ignore(); // the view would copy one cell with its isolation marks; the window's
                         // action copies rows
        return;
    }
    RowTable::keyPressEvent(event);
}

/// Several changes may come before the layout: the row that was on top before the first counts. If
/// it goes, the next one that stays is on top; nothing is held on to that could go with it.
void ResultTable::onViewAboutToChange(const ViewChange &change)
{
    m_isViewChanging = true;
    if (m_isFollowing || change.isNothing())
        return;
    const int row = m_pendingTop.value_or(top());
    m_pendingTop = row;
    if (row <= 0 || m_results->isReordering())
        return;
    const qsizetype kept = change.keptIndexOf(row);
    if (!change.isReordered)
        m_pendingTop = static_cast<int>(change.placeOfKept(kept));
    else if (kept < change.kept.size())
        m_pendingTopStoreRow = change.kept.at(kept);
}

void ResultTable::onViewChanged()
{
    m_isViewChanging = false;
    if (m_pendingTopStoreRow >= 0)
        m_pendingTop = m_results->viewRow(static_cast<quint32>(m_pendingTopStoreRow));
    m_pendingTopStoreRow = -1;
    if (m_pendingTop)
        scheduleDelayedItemsLayout();
}

void ResultTable::onRowsInserted(const QModelIndex &, int first, int last)
{
    if (m_isFollowing)
        m_newestRow = std::max(m_newestRow, newestOf(first, last));
}

/// Store row. Where very many rows come at once, one of the last that arrived is among them.
qint64 ResultTable::newestOf(int first, int last) const
{
    qint64 newest = -1;
    if (last - first >= kMostRowsInATurn)
        return qint64(m_results->store().rowCount()) - 1;
    for (int row = first; row <= last; ++row)
        newest = std::max<qint64>(newest, m_results->storeRow(row));
    return newest;
}

void ResultTable::onReset()
{
    m_newestRow = -1;
    m_pendingTop.reset();
    m_search.cancel();
}

/// While rows go, a view scrolls to what is current instead of them; nobody asked for that.
void ResultTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!m_isViewChanging)
        RowTable::scrollTo(index, hint);
}

void ResultTable::doItemsLayout()
{
    RowTable::doItemsLayout();
    restorePlace();
}

void ResultTable::restorePlace()
{
    if (!m_results)
        return;
    if (m_pendingTop)
        verticalScrollBar()->setValue(*std::exchange(m_pendingTop, std::nullopt));
    constexpr qint64 kLooks = 64; // it may be hidden, or not be in the view yet
    const qint64 from = std::min(m_newestRow, qint64(m_results->rowsTaken()) - 1);
    for (qint64 newest = from; newest > from - kLooks && newest >= 0; --newest) {
        const int row = m_results->viewRow(static_cast<quint32>(newest));
        if (row < 0)
            continue;
        scrollTo(m_results->index(row, std::max(0, columnAt(0))));
        break;
    }
    m_newestRow = -1;
}

} // namespace roadstead
