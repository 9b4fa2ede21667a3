// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/groupmodel.h"

#include "core/base/background.h"
#include "ui/model/resultmodel.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {
constexpr std::chrono::milliseconds kShortestPause(250); ///< four times a second
constexpr int kPausePerUpdate = 3; ///< a list that takes long is made less often
} // namespace

struct GroupModel::Outcome
{
    GroupChange change;
    std::chrono::milliseconds took{};
};

GroupModel::GroupModel(const ResultModel &results, const GroupBuilder &builder,
                       const GroupSortKey &sortedBy, QObject *parent)
    : QAbstractTableModel(parent)
    , m_results(results)
    , m_builder(builder)
    , m_keys(sortedBy)
    , m_shownKeys(sortedBy)
    , m_shortestPause(kShortestPause)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &GroupModel::update);
    connect(&results, &QAbstractItemModel::modelReset, this, &GroupModel::clear);
    connect(&results, &ResultModel::countsChanged, this, &GroupModel::onResultsChanged);
}

GroupModel::~GroupModel()
{
    cancelJob();
}

void GroupModel::setActive(bool active)
{
    if (m_isActive == active)
        return;
    m_isActive = active;
    if (active) {
        update();
        return;
    }
    m_isStale = m_isStale || m_job;
    cancelJob();
    m_pause.stop();
}

void GroupModel::setHeld(bool held)
{
    if (m_isHeld == held)
        return;
    m_isHeld = held;
    m_isStale = true; // rows may have been held back
    update();
}

int GroupModel::rowOf(quint32 number) const
{
    if (number >= static_cast<quint64>(m_view.rows.size()))
        return -1;
    const quint32 row = m_view.rows.at(number);
    return row == GroupView::kNoRow ? -1 : static_cast<int>(row);
}

int GroupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

void GroupModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || m_keys.first() == GroupSortKey{column, order})
        return;
    m_keys.choose({column, order});
    m_isStale = true;
    cancelJob();
    m_pause.stop();
    update();
}

/// The results are others: nothing that is known of the old ones holds.
void GroupModel::clear()
{
    cancelJob();
    m_pause.stop();
    beginResetModel();
    m_view = {};
    m_shown.set({});
    m_isHeld = false;
    m_isStale = true;
    endResetModel();
    emit updated();
    update();
}

void GroupModel::onResultsChanged()
{
    m_isStale = true;
    update();
}

void GroupModel::update()
{
    if (m_isActive && m_isStale && !m_job && !m_pause.isActive())
        startJob();
}

void GroupModel::startJob()
{
    m_isStale = false;
    m_job = Job{++m_jobCount, m_keys, {}};
    const auto work = [store = m_results.store(), builder = m_builder, from = m_view,
                       job = *m_job] {
        QElapsedTimer timer;
        timer.start();
        GroupChange change = builder(store, from, job.keys, job.cancellation);
        return std::make_shared<Outcome>(
            Outcome{std::move(change), std::chrono::milliseconds(timer.elapsed())});
    };
    runInBackground<std::shared_ptr<Outcome>>(
        Lane::Looks, this, work,
        [this, number = m_job->number](const std::shared_ptr<Outcome> &outcome) {
            onBuilt(number, outcome);
        });
}

void GroupModel::cancelJob()
{
    if (m_job)
        m_job->cancellation.cancel();
    m_job.reset();
}

void GroupModel::onBuilt(quint64 number, const std::shared_ptr<Outcome> &outcome)
{
    if (!m_job || m_job->number != number) {
        letGoInBackground(this, std::move(outcome->change));
        return;
    }
    m_isReordering = m_job->keys != m_shownKeys;
    m_shownKeys = m_job->keys;
    m_job.reset();
    m_pause.start(std::max(m_shortestPause, kPausePerUpdate * outcome->took));
    m_isChanging = true;
    show(outcome->change);
    m_isChanging = false;
    letGoInBackground(this, std::move(outcome->change));
    m_isReordering = false;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit updated();
}

void GroupModel::show(GroupChange &change)
{
    if (m_isHeld && !m_isReordering) {
        m_view.counts.swap(change.next.counts);
        m_view.places.swap(change.next.places);
        m_view.rowsTaken = change.next.rowsTaken;
        m_view.removals = change.next.removals;
        m_view.withOpen = change.next.withOpen;
        return;
    }
    if (!change.gone.isEmpty())
        removeRows(change);
    const qsizetype before = m_shown.size();
    if (change.grown.size() > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(change.grown.size()) - 1);
        m_view.counts = change.next.counts; // what is new may be looked at before it is in place
        m_shown.set(change.grown);
        endInsertRows();
    }
    if (change.isReordered)
        moveRows(change);
    std::swap(m_view, change.next);
    m_shown.set(m_view.numbers);
}

/// In one block, where the first of them is that somebody holds on to: a current one then gives way
/// to its neighbour.
void GroupModel::removeRows(const GroupChange &change)
{
    const QList<qsizetype> &gone = change.goneAt;
    const auto rankOf = [&gone](qsizetype row) {
        return std::lower_bound(gone.cbegin(), gone.cend(), row) - gone.cbegin();
    };
    const auto isGone = [&gone](qsizetype row, qsizetype rank) {
        return rank < gone.size() && gone.at(rank) == row;
    };
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    qsizetype start = change.kept.size();
    for (const QModelIndex &held : from) {
        const qsizetype rank = rankOf(held.row());
        if (isGone(held.row(), rank))
            start = std::min(start, held.row() - rank);
    }
    m_shown.setPieces({ShownRows::part(change.kept, 0, start), ShownRows::all(change.gone),
                       ShownRows::part(change.kept, start, change.kept.size() - start)});
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &held : from) {
        const qsizetype rank = rankOf(held.row());
        const qsizetype left = held.row() - rank;
        const qsizetype stays = left < start ? left : left + gone.size();
        const qsizetype row = isGone(held.row(), rank) ? start + rank : stays;
        to.append(index(static_cast<int>(row), held.column()));
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
    beginRemoveRows({}, static_cast<int>(start), static_cast<int>(start + gone.size()) - 1);
    m_shown.set(change.kept);
    endRemoveRows();
}

void GroupModel::moveRows(const GroupChange &change)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_shown.set(change.next.numbers);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &held : from) {
        const quint32 number = change.grown.at(held.row());
        to.append(index(static_cast<int>(change.next.rows.at(number)), held.column()));
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

} // namespace roadstead
