// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/cancellation.h"
#include "ui/model/groupview.h"
#include "ui/model/shownrows.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace roadstead {

class ResultModel;

/// What results can be grouped by, as a table: hosts or ports, one a row, with how many results of
/// each state. Follows the results by itself, at most four times a second: a worker counts and
/// sorts on a snapshot, so that neither millions of rows nor many hosts hold up the window. What is
/// new is inserted at the end and then moved to its place, what goes is gathered and then removed;
/// selection and current row stay with their hosts or ports. Costs nothing while it is not active.
class GroupModel : public QAbstractTableModel
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
    /// Whether the change that is being told of is another order that somebody asked for.
    [[nodiscard]] bool isReordering() const { return m_isReordering; }
    /// A host's index in the store, or a port.
    [[nodiscard]] quint32 numberAt(int row) const { return m_shown.at(row); }
    /// -1 if it is not shown.
    [[nodiscard]] int rowOf(quint32 number) const;
    /// How many of them have a result that is open.
    [[nodiscard]] quint32 withOpen() const { return m_view.withOpen; }
    /// In the order shown; a copy costs nothing. Not while a change is told of: the list is of
    /// before, and rows are of one of its steps.
    [[nodiscard]] const QList<quint32> &numbers() const { return m_view.numbers; }
    /// Whether rows are being removed, inserted or moved. updated() comes after that.
    [[nodiscard]] bool isChanging() const { return m_isChanging; }
    /// See GroupView.
    [[nodiscard]] const QList<StateCounts> &counts() const { return m_view.counts; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    /// After every change of rows, order or counts.
    void updated();

protected:
    [[nodiscard]] const ResultModel &results() const { return m_results; }
    [[nodiscard]] const GroupView &view() const { return m_view; }

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
    void show(GroupChange &change);
    void removeRows(const GroupChange &change);
    void moveRows(const GroupChange &change);

    const ResultModel &m_results;
    GroupBuilder m_builder;
    GroupSortKeys m_keys;
    GroupSortKeys m_shownKeys; ///< m_view's
    GroupView m_view;
    ShownRows m_shown; ///< m_view's numbers, but for the steps of a change
    std::optional<Job> m_job;
    quint64 m_jobCount = 0;
    QTimer m_pause; ///< between two lists
    std::chrono::milliseconds m_shortestPause;
    bool m_isActive = false;
    bool m_isHeld = false;
    bool m_isStale = true;
    bool m_isReordering = false;
    bool m_isChanging = false;
};

} // namespace roadstead
