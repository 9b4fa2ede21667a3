// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The view is a list of store rows in order (RowView). Every change makes a new one from the last
// (ViewBuilder): here if that is done in an instant, else by a worker, which gets a snapshot of the
// store and of the view and shares their memory. There is one worker at a time; who asks for
// something else meanwhile cancels it, and what it still brings is dropped.
//
// How a change of the view is told: resultmodel_changes.cpp.
//
// Large lists are also let go by the worker: giving back 64 MB takes longer than a frame.

#include "ui/model/resultmodel.h"

#include "core/base/background.h"
#include "core/lookup/portcatalogue.h"
#include "ui/model/resulttext.h"
#include "ui/model/roworder.h"
#include "ui/model/servicenames.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>
#include <utility>

namespace roadstead {

namespace {

constexpr double kLongestTurn = 5; // milliseconds, for what somebody asked for
/// Batches come two hundred times a second: each of them may only take a small part of that.
constexpr double kMergingTurns = 0.12;
constexpr int kShortestPause = 50; // milliseconds
/// From then on nobody reads row after row as they come, and drawing each batch would take a tenth
/// of the processor from the scan.
constexpr quint32 kFewRows = 2'000;
constexpr int kPausePerMerging = 3;

// Milliseconds a row, for an estimate of what is to be done.
constexpr double kToSort = 150e-6;
constexpr double kToFilter = 15e-6;
constexpr double kToMove = 2e-6;
constexpr double kToPlace = 150e-6;
constexpr double kToLookUp = 5e-6; ///< in a set
// Milliseconds a host.
constexpr double kToMatchHost = 500e-6; ///< for each term of a filter
constexpr double kToRankHost = 500e-6;
constexpr double kToRankName = 2e-3;

} // namespace

struct ResultModel::Outcome
{
    ViewChange change;
    int milliseconds = 0;
};

ResultModel::ResultModel(const PortCatalogue &catalogue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalogue(catalogue)
    , m_services(std::make_shared<const ServiceNames>(catalogue))
    , m_text(std::make_unique<ResultText>(m_store, catalogue))
    , m_expected(m_store)
    , m_view(*m_services)
    , m_longestTurn(kLongestTurn)
{
    m_wish.states[static_cast<size_t>(PortState::Open)] = true;
    m_wish.states[static_cast<size_t>(PortState::Unknown)] = true;
    m_view.wish = m_wish;
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ResultModel::update);
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &ResultModel::appendWaiting);
}

ResultModel::~ResultModel()
{
    cancelJob();
}

void ResultModel::clear(const QDateTime &startedAt)
{
    Kept fresh;
    fresh.store.clear(startedAt);
    letGoInBackground(this, exchange(std::move(fresh)));
}

void ResultModel::append(const ResultBatch &batch)
{
    if (isRemoving()) {
        m_waiting.append(batch);
        return;
    }
    m_store.append(batch);
    m_wish.names = m_store.laterNames();
    update();
    emit countsChanged();
}

void ResultModel::setStateShown(PortState state, bool shown)
{
    if (isStateShown(state) == shown)
        return;
    m_wish.states[static_cast<size_t>(state)] = shown;
    update();
    emit countsChanged();
}

bool ResultModel::isStateShown(PortState state) const
{
    return m_wish.states[static_cast<size_t>(state)];
}

void ResultModel::setFilter(const ResultFilter &filter)
{
    if (filter == m_wish.filter)
        return;
    m_wish.filter = filter;
    m_wish.expectations = expectationsOfFilter();
    update();
    emit countsChanged();
}

void ResultModel::setNarrowing(const ResultNarrowing &narrowing)
{
    if (narrowing == m_wish.narrowing)
        return;
    m_wish.narrowing = narrowing;
    update();
    emit countsChanged();
}

void ResultModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_wish.keys.choose({static_cast<Column>(column), order});
    update();
}

void ResultModel::sortFurther(int column)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_wish.keys.chooseFurther(static_cast<Column>(column));
    update();
}

void ResultModel::setSortKeys(const SortKeys &keys)
{
    m_wish.keys = keys;
    update();
}

bool ResultModel::isUpToDate() const
{
    return !isRemoving() && m_view.wish == m_wish && m_view.rowsTaken == m_store.rowCount();
}

void ResultModel::takeInNow()
{
    m_isHurried = true;
    m_pause.stop();
    update();
}

void ResultModel::update()
{
    buildOrStartJob();
    tellWork();
}

void ResultModel::tellWork()
{
    ViewWish shown = m_view.wish;
    shown.removals = m_wish.removals;
    ViewWork work = ViewWork::None;
    if ((m_job || m_removal) && !shown.isSameChoice(m_wish)) {
        shown.keys = m_wish.keys;
        work = shown.isSameChoice(m_wish) ? ViewWork::Sorting : ViewWork::Filtering;
    }
    if (std::exchange(m_work, work) != work)
        emit workChanged(work);
}

void ResultModel::buildOrStartJob()
{
    if (m_job) {
        if (m_job->wish.isSameChoice(m_wish))
            return; // the rest is seen to when it is done
        cancelJob();
    }
    if (isUpToDate()) {
        m_isHurried = false;
        return;
    }
    const bool isAskedFor = !m_view.wish.isSameChoice(m_wish);
    if (!isAskedFor && m_pause.isActive())
        return;
    const double turn = isAskedFor ? m_longestTurn : m_longestTurn * kMergingTurns;
    if (millisecondsToBuild() > turn) {
        startJob();
        return;
    }
    ViewChange change = ViewBuilder(m_store, *m_services).build(m_view, m_wish);
    show(change);
    if (!isAskedFor && m_view.rowsTaken > kFewRows)
        m_pause.start(kShortestPause);
}

/// Nobody knows how long regular expressions take.
bool ResultModel::isMatchingExpressions() const
{
    const bool isMatching = m_view.wish.filter != m_wish.filter || m_view.wish.names != m_wish.names
                            || m_view.wish.notes != m_wish.notes
                            || m_view.matcher.hostCount() < m_store.hostCount();
    return isMatching && m_wish.filter.hasExpressions();
}

/// A rough estimate, to choose who does it.
double ResultModel::millisecondsToBuild() const
{
    if (isMatchingExpressions())
        return std::numeric_limits<double>::infinity();
    const double rows = m_store.rowCount();
    const double hosts = m_store.hostCount();
    const auto terms = static_cast<double>(m_wish.filter.terms().size());
    const bool hasNewNames = m_view.wish.names != m_wish.names;
    const bool hasOthersRemoved = m_view.wish.removals != m_wish.removals;
    ViewWish known = m_wish;
    known.removals = m_view.wish.removals;
    if (m_view.wish == known) {
        const auto lists = static_cast<double>(m_view.shown.size() + m_view.ordered.size());
        const auto coming = static_cast<double>(m_changedRows) + rows - m_view.rowsTaken;
        return lists * (hasOthersRemoved ? kToMove + kToLookUp : kToMove) + coming * kToPlace
               + (hosts - m_view.matcher.hostCount()) * terms * kToMatchHost;
    }
    const bool hasNewNotes = m_view.wish.notes != m_wish.notes;
    const bool isSorting = m_view.wish.keys != m_wish.keys || m_view.wish.states != m_wish.states
                           || hasOthersRemoved || (hasNewNames && m_wish.keys.contains(NameColumn))
                           || (hasNewNotes && m_wish.keys.contains(NoteColumn));
    const bool isMatchingHosts = m_view.wish.filter != m_wish.filter || hasNewNames || hasNewNotes
                                 || m_view.wish.expectations != m_wish.expectations;
    double milliseconds = rows * kToFilter;
    if (isMatchingHosts)
        milliseconds += hosts * terms * kToMatchHost;
    if (isSorting)
        milliseconds +=
            rows * kToSort + hosts * (m_wish.keys.contains(NameColumn) ? kToRankName : kToRankHost);
    return milliseconds;
}

void ResultModel::startJob()
{
    m_pause.stop();
    m_job = Job{++m_jobCount, m_wish, {}};
    const auto work = [store = m_store, services = m_services, from = m_view, job = *m_job] {
        QElapsedTimer timer;
        timer.start();
        ViewChange change = ViewBuilder(store, *services, job.cancellation).build(from, job.wish);
        return std::make_shared<Outcome>(
            Outcome{std::move(change), static_cast<int>(timer.elapsed())});
    };
    runInBackground<std::shared_ptr<Outcome>>(
        Lane::Views, this, work,
        [this, number = m_job->number](const std::shared_ptr<Outcome> &outcome) {
            onBuilt(number, outcome);
        });
}

void ResultModel::cancelJob()
{
    if (m_job)
        m_job->cancellation.cancel();
    m_job.reset();
}

void ResultModel::onBuilt(quint64 number, const std::shared_ptr<Outcome> &outcome)
{
    if (!m_job || m_job->number != number) {
        letGoInBackground(this, std::move(outcome->change));
        return;
    }
    m_job.reset();
    // What somebody asked for says nothing of what merging costs.
    const bool isMerging = m_view.wish.isSameChoice(outcome->change.next.wish);
    const int pause = isMerging ? kPausePerMerging * outcome->milliseconds : 0;
    show(outcome->change);
    letGoInBackground(this, std::move(outcome->change));
    m_pause.start(std::max(kShortestPause, pause));
    emit countsChanged();
    if (m_isHurried)
        m_pause.stop();
    if (m_isHurried || !m_view.wish.isSameChoice(m_wish))
        update();
    else
        tellWork();
}

int ResultModel::viewRow(quint32 storeRow) const
{
    return static_cast<int>(placeOf(storeRow, m_view));
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 row = m_shown.at(index.row());
    const PortResult &result = m_store.row(row);
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return m_text->cell(row, column);
    case Qt::ToolTipRole:
        return m_text->toolTip(row, column, m_expected.of(row));
    case Qt::AccessibleTextRole:
        return m_text->accessible(result, m_expected.of(row));
    case Qt::AccessibleDescriptionRole:
        return ResultText::header(column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case StateRole:
        return static_cast<int>(result.state());
    case UnexpectedRole:
        return column == StateColumn && isUnexpected(row);
    default:
        return {};
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section < 0 || section >= ColumnCount)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::DisplayRole)
        return ResultText::header(column);
    return role == Qt::TextAlignmentRole ? alignmentOf(column) : QVariant();
}

QVariant ResultModel::alignmentOf(Column column)
{
    const bool isNumber = column == PortColumn || column == RttColumn || column == AttemptsColumn
                          || column == ConfidenceColumn;
    return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace roadstead
