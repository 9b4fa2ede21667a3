// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "ui/model/cancellation.h"
#include "ui/model/resultcolumns.h"
#include "ui/model/rowexpectations.h"
#include "ui/model/shownrows.h"
#include "ui/model/viewbuilder.h"
#include "ui/words/viewwork.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace roadstead {

class PortCatalogue;
class ResultText;
class ServiceNames;

/// Store rows that are to be removed, or put back.
struct RemovedRows
{
    RowSet rows;
    bool isRemoved = true;
};

/// The results table: a ResultStore seen through a permutation of its own that sorts and filters (a
/// sorted QSortFilterProxyModel takes 9.5 s for what this does in 41 ms). What would hold up the
/// window is done by a worker on a snapshot of the store: until its new view is there, the old one
/// stays as it was, and can be used. Rows that arrive are in the store and its counts at once; in
/// the view at once while there are few, and else together, at intervals that grow with what taking
/// them in costs. Selection and current index survive sorting, filtering and streaming, and so
/// does what stays when rows are removed. Where those are many, a worker marks them on a snapshot,
/// which then takes the store's place; batches that come meanwhile wait.
class ResultModel final : public QAbstractTableModel, public ResultColumns
{
    Q_OBJECT

public:
    enum Role {
        StateRole = Qt::UserRole, ///< int of PortState, for the delegate
        UnexpectedRole, ///< of the state's column: bool, whether it is other than expected
    };

    /// `catalogue` must outlive this.
    explicit ResultModel(const PortCatalogue &catalogue, QObject *parent = nullptr);
    ~ResultModel() override;
    Q_DISABLE_COPY_MOVE(ResultModel)

    /// Forgets all rows; see ResultStore::clear.
    void clear(const QDateTime &startedAt);
    void append(const ResultBatch &batch);

    /// All that there is of a scan: to put it away, and to show it again as it was.
    struct Kept
    {
        ResultStore store;
        std::optional<RowView> view; ///< as it was shown
        std::optional<RemovedRows> removing; ///< by a worker that was not done
        QList<ResultBatch> waiting; ///< what came meanwhile

        [[nodiscard]] quint64 rowCount() const;
    };

    /// Removes store rows, or puts them back. Many are removed a little later; what else is asked
    /// for until then is refused (false). See ResultStore::setRemoved.
    bool setRemoved(const RowSet &rows, bool removed);
    /// Whether a worker removes rows, or what came meanwhile is still being appended.
    [[nodiscard]] bool isRemoving() const { return m_removal || !m_waiting.isEmpty(); }
    /// Shows other results (the model is reset) and returns those that it showed. What a person
    /// chose and noted stays as it is, but for the narrowing.
    [[nodiscard]] Kept exchange(Kept next);

    void setStateShown(PortState state, bool shown);
    [[nodiscard]] bool isStateShown(PortState state) const;
    void setFilter(const ResultFilter &filter);
    [[nodiscard]] const ResultFilter &filter() const { return m_wish.filter; }
    /// Shows only rows of these hosts or ports, beside the filter. Emptied by clear(), because it
    /// knows hosts by their index in the store.
    void setNarrowing(const ResultNarrowing &narrowing);
    [[nodiscard]] const ResultNarrowing &narrowing() const { return m_wish.narrowing; }

    /// What was asked for last, as are filter and states above: the column sorted by first. Before
    /// the first sort, State in ascending order.
    [[nodiscard]] Column sortColumn() const { return m_wish.keys.first().column; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_wish.keys.first().order; }
    [[nodiscard]] const SortKeys &sortKeys() const { return m_wish.keys; }
    void setSortKeys(const SortKeys &keys);
    /// Sorts by this column where all chosen before are equal; turns it round if it is one of them.
    void sortFurther(int column);

    /// How many of the store's rows are in the view, if they are of those that it shows.
    [[nodiscard]] quint32 rowsTaken() const { return m_view.rowsTaken; }
    /// Whether the view shows all rows of the store that it should, in the order asked for.
    [[nodiscard]] bool isUpToDate() const;
    /// No more rows are to come: takes in what has arrived without waiting for the next interval.
    void takeInNow();
    /// Whether a worker makes the next view.
    [[nodiscard]] bool isWorking() const { return m_job.has_value(); }
    /// What the last choice of filter, states, narrowing or order still waits for. Taking in what
    /// has arrived, and removing, are none of it.
    [[nodiscard]] ViewWork work() const { return m_work; }
    /// Whether the change that is being told of (layoutAboutToBeChanged and so on) is another order
    /// that somebody asked for.
    [[nodiscard]] bool isReordering() const { return m_isReordering; }
    /// What takes longer than so many milliseconds, as far as can be foreseen, is left to a worker;
    /// 0: everything. For tests, which have few rows.
    void setLongestTurn(double milliseconds) { m_longestTurn = milliseconds; }

    /// Notes stay when the rows are cleared, and are found again by address and port.
    void setNotes(const NoteBook &notes);
    [[nodiscard]] const NoteBook &notes() const { return m_store.notes(); }

    /// What ports should be; stays when the rows are cleared. Null: whatever they are.
    void setExpectations(const SharedExpectations &expectations);
    [[nodiscard]] const SharedExpectations &expectations() const { return m_expected.shared(); }
    [[nodiscard]] Expectation expectationOf(quint32 storeRow) const
    {
        return m_expected.of(storeRow);
    }

    [[nodiscard]] const PortCatalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] const ResultStore &store() const { return m_store; }
    /// With what waits behind a removal.
    [[nodiscard]] ResultStore snapshot() const;
    [[nodiscard]] quint32 storeRow(int viewRow) const { return m_shown.at(viewRow); }
    /// The view row of a store row, -1 if it is not shown.
    [[nodiscard]] int viewRow(quint32 storeRow) const;
    /// Store rows in the order shown. A copy of the list is a snapshot that costs nothing. While a
    /// change is told of, this and viewRow() are still of the view before: between
    /// viewAboutToChange and viewChanged only rowCount(), storeRow() and indexes speak of the same
    /// rows.
    [[nodiscard]] const QList<quint32> &shownRows() const { return m_view.shown; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    /// Around all steps in which a change of the view is told of. At first everything is as it was.
    void viewAboutToChange(const roadstead::ViewChange &change);
    void viewChanged();
    /// After every append, clear, change of the view: counts and the number of shown rows may
    /// differ.
    void countsChanged();
    void workChanged(roadstead::ViewWork work);
    /// isRemoving() is another.
    void removingChanged();
    /// A person noted something: setNotes().
    void notesChanged();

private:
    /// What a worker is doing.
    struct Job
    {
        quint64 number = 0;
        ViewWish wish;
        Cancellation cancellation;
    };
    struct Outcome;
    /// What a worker is marking.
    struct Removal
    {
        quint64 number = 0;
        RemovedRows rows;
    };

    void startRemoval(const RemovedRows &rows);
    void onRemoved(quint64 number, const std::shared_ptr<ResultStore> &store);
    void appendWaiting();
    void resume(const std::optional<RemovedRows> &removing);
    [[nodiscard]] static QVariant alignmentOf(Column column);
    [[nodiscard]] bool dependsOnNotes() const;
    [[nodiscard]] SharedExpectations expectationsOfFilter() const;
    [[nodiscard]] bool isUnexpected(quint32 storeRow) const;
    void update();
    void buildOrStartJob();
    void tellWork();
    [[nodiscard]] bool isMatchingExpressions() const;
    [[nodiscard]] double millisecondsToBuild() const;
    void startJob();
    void cancelJob();
    void onBuilt(quint64 number, const std::shared_ptr<Outcome> &outcome);
    void show(ViewChange &change);
    void applyRemoval(const ViewChange &change);
    void applyInsertion(const ViewChange &change);
    [[nodiscard]] qsizetype placeOf(quint32 storeRow, const RowView &view) const;
    template <typename RowMap>
    void movePersistentIndexes(RowMap newRowOf);

    const PortCatalogue &m_catalogue;
    ResultStore m_store;
    std::shared_ptr<const ServiceNames> m_services; ///< shared with a worker
    std::unique_ptr<ResultText> m_text;
    RowExpectations m_expected;
    ViewWish m_wish;
    RowView m_view;
    ShownRows m_shown; ///< m_view's, but for the steps of a change
    std::optional<Job> m_job;
    ViewWork m_work = ViewWork::None;
    std::optional<Removal> m_removal;
    QList<ResultBatch> m_waiting; ///< for the store that a worker makes
    quint64 m_changedRows = 0; ///< removed or put back since the view was made
    quint64 m_jobCount = 0;
    QTimer m_pause; ///< between two mergings
    QTimer m_turn; ///< between two parts of what waits
    double m_longestTurn;
    bool m_isReordering = false;
    bool m_isHurried = false; ///< no more rows are to come
};

} // namespace roadstead
