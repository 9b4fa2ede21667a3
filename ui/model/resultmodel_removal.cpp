// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Removing rows, and showing other results. A few rows are marked in the store at once. Many, of
// perhaps as many hosts, are marked by a worker on a snapshot, which then takes the store's place.
// Rows that arrived meanwhile would only be in the old one: they wait, and are appended in turns.

#include "core/base/background.h"
#include "ui/model/resultmodel.h"
#include "ui/model/servicenames.h"

#include <QElapsedTimer>

#include <numeric>
#include <utility>

namespace roadstead {

namespace {
constexpr double kToMark = 200e-6; // milliseconds a row: of a host that is shared, its block too
} // namespace

quint64 ResultModel::Kept::rowCount() const
{
    return std::accumulate(waiting.begin(), waiting.end(), quint64(store.rowCount()),
                           [](quint64 rows, const ResultBatch &batch) {
                               return rows + static_cast<quint64>(batch.rows.size());
                           });
}

ResultStore ResultModel::snapshot() const
{
    ResultStore whole = m_store;
    for (const ResultBatch &batch : m_waiting)
        whole.append(batch);
    return whole;
}

bool ResultModel::setRemoved(const RowSet &rows, bool removed)
{
    if (isRemoving())
        return false;
    if (rows.count() * kToMark > m_longestTurn) {
        startRemoval({rows, removed});
        emit removingChanged();
        return true;
    }
    m_store.setRemoved(rows, removed);
    if (m_wish.removals != m_store.removals())
        m_changedRows += rows.count();
    m_wish.removals = m_store.removals();
    update();
    emit countsChanged();
    return true;
}

void ResultModel::startRemoval(const RemovedRows &rows)
{
    cancelJob(); // a view with the rows that go; it would only hold this up
    m_removal = Removal{++m_jobCount, rows};
    using Store = std::shared_ptr<ResultStore>;
    runInBackground<Store>(
        Lane::Views, this,
        [store = m_store, rows] {
            const auto next = std::make_shared<ResultStore>(store);
            next->setRemoved(rows.rows, rows.isRemoved);
            next->prepareToGrow();
            return next;
        },
        [this, number = m_jobCount](const Store &store) { onRemoved(number, store); });
}

void ResultModel::onRemoved(quint64 number, const std::shared_ptr<ResultStore> &store)
{
    if (!m_removal || m_removal->number != number) {
        letGoInBackground(this, std::move(*store));
        return;
    }
    store->setNotes(m_store.notes());
    letGoInBackground(this, std::exchange(m_store, std::move(*store)));
    m_changedRows += m_removal->rows.rows.count();
    m_wish.removals = m_store.removals();
    m_removal.reset();
    appendWaiting();
}

/// No longer at a time than a turn may last.
void ResultModel::appendWaiting()
{
    QElapsedTimer timer;
    timer.start();
    qsizetype taken = 0;
    while (taken < m_waiting.size()) {
        m_store.append(m_waiting.at(taken++));
        if (static_cast<double>(timer.elapsed()) >= m_longestTurn)
            break;
    }
    m_waiting.remove(0, taken);
    m_wish.names = m_store.laterNames();
    update();
    emit countsChanged();
    if (m_waiting.isEmpty())
        emit removingChanged();
    else
        m_turn.start();
}

ResultModel::Kept ResultModel::exchange(Kept next)
{
    const bool wasRemoving = isRemoving();
    cancelJob();
    m_pause.stop();
    m_turn.stop();
    beginResetModel();
    Kept last;
    if (m_removal)
        last.removing = m_removal->rows;
    last.waiting = std::exchange(m_waiting, std::move(next.waiting));
    m_removal.reset();
    if (next.store.notes() != m_store.notes())
        ++m_wish.notes; // whatever the view that was kept says
    next.store.setNotes(m_store.notes());
    last.store = std::exchange(m_store, std::move(next.store));
    m_expected.onStoreExchanged();
    m_wish.names = m_store.laterNames();
    m_wish.removals = m_store.removals();
    m_wish.narrowing = {};
    m_changedRows = m_store.rowCount(); // the view may be of any time
    RowView empty(*m_services);
    empty.wish = m_wish;
    // Another filter that is wished for is seen to by update(), in the background if it takes long.
    empty.wish.filter = m_view.wish.filter;
    empty.wish.expectations = m_view.wish.expectations;
    empty.matcher = m_view.matcher;
    empty.matcher.clearHosts();
    last.view = std::exchange(m_view, next.view ? std::move(*next.view) : std::move(empty));
    m_shown.set(m_view.shown);
    endResetModel();
    resume(next.removing);
    if (wasRemoving || isRemoving())
        emit removingChanged();
    return last;
}

/// What was under way when the results were put away.
void ResultModel::resume(const std::optional<RemovedRows> &removing)
{
    if (removing)
        startRemoval(*removing);
    else if (!m_waiting.isEmpty())
        m_turn.start();
    update();
    emit countsChanged();
}

} // namespace roadstead
