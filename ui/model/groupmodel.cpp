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
    : NumberedModel(parent)
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
    m_isHeld = false;
    m_isStale = true;
    showNothing();
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
    const auto work = [store = m_results.store(), builder = m_builder, from = view(),
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
    const bool isReordered = m_job->keys != m_shownKeys;
    m_shownKeys = m_job->keys;
    m_job.reset();
    m_pause.start(std::max(m_shortestPause, kPausePerUpdate * outcome->took));
    if (m_isHeld && !isReordered)
        takeCounts(outcome->change);
    else
        show(outcome->change, isReordered);
    letGoInBackground(this, std::move(outcome->change));
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit updated();
}

} // namespace roadstead
