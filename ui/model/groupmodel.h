// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/cancellation.h"
#include "ui/model/groupview.h"
#include "ui/model/numberedmodel.h"

#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace roadstead {

class ResultModel;

/// What results can be grouped by, as a table: hosts or ports, one a row, with how many results of
/// each state. Follows the results by itself, at most four times a second: a worker counts and
/// sorts on a snapshot, so that neither millions of rows nor many hosts hold up the window. Numbers
/// are hosts' indexes in the store, or ports. Costs nothing while it is not active.
class GroupModel : public NumberedModel
{
    Q_OBJECT

public:
    enum Role {
        CountsRole = Qt::UserRole, ///< StateCounts, for the delegate
    };

    /// `results` must outlive this.
    GroupModel(const ResultModel &results, const GroupBuilder &builder,
               const GroupSortKey &sortedBy, QObject *parent);
    ~GroupModel() override;
    Q_DISABLE_COPY_MOVE(GroupModel)

    /// Off at first. What is shown stays as it was when it was switched off.
    void setActive(bool active);
    /// While held, no row comes or moves by itself; counts are still kept up to date. For a
    /// selection of so many rows that moving them would hold up the window.
    void setHeld(bool held);
    /// Between two lists; a quarter of a second at first. For tests, which have less patience.
    void setShortestPause(std::chrono::milliseconds pause) { m_shortestPause = pause; }

    [[nodiscard]] const GroupSortKey &sortedBy() const { return m_keys.first(); }
    /// Whether everything that there is was looked at and is in the order asked for.
    [[nodiscard]] bool isUpToDate() const { return !m_job && !m_isStale; }
    /// How many of them have a result that is open.
    [[nodiscard]] quint32 withOpen() const { return view().withOpen; }
    /// See GroupView.
    [[nodiscard]] const QList<StateCounts> &counts() const { return view().counts; }

    void sort(int column, Qt::SortOrder order) override;

signals:
    /// After every change of rows, order or counts, and not while isChanging().
    void updated();

protected:
    [[nodiscard]] const ResultModel &results() const { return m_results; }

private:
    struct Job
    {
        quint64 number = 0;
        GroupSortKeys keys;
        Cancellation cancellation;
    };
    struct Outcome;

    void clear();
    void onResultsChanged();
    void update();
    void startJob();
    void cancelJob();
    void onBuilt(quint64 number, const std::shared_ptr<Outcome> &outcome);

    const ResultModel &m_results;
    GroupBuilder m_builder;
    GroupSortKeys m_keys;
    GroupSortKeys m_shownKeys; ///< the view's
    std::optional<Job> m_job;
    quint64 m_jobCount = 0;
    QTimer m_pause; ///< between two lists
    std::chrono::milliseconds m_shortestPause;
    bool m_isActive = false;
    bool m_isHeld = false;
    bool m_isStale = true;
};

} // namespace roadstead
