// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/resultmodel.h"

#include "core/lookup/portcatalogue.h"
#include "ui/model/filtermatcher.h"
#include "ui/model/resulttext.h"
#include "ui/model/rowmerge.h"
#include "ui/model/roworder.h"
#include "ui/model/servicenames.h"

#include <algorithm>

// What is shown is a list of store rows in order. While a filter is set, the order of all rows of
// the shown states is kept beside it, so that typing in the filter field never sorts.
//
// A batch of new rows is sorted and merged. Rows that belong next to each other are announced as an
// ordinary insertion. Rows that belong in a thousand places would be a thousand insertions, each of
// which a view answers with work for all its rows; so they are inserted at the end and then moved
// to their places as one change of layout. Hiding rows works the same way backwards. The number of
// rows only ever changes between begin- and endInsertRows or -RemoveRows, which keeps views,
// selections and screen readers in step.

namespace roadstead {

namespace {

constexpr auto kRowsMove = QAbstractItemModel::VerticalSortHint; // columns keep their widths
constexpr qsizetype kWorthInverting =
    1'000; // above, a table of places is cheaper than searching for each

} // namespace

ResultModel::ResultModel(const PortCatalogue &catalogue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalogue(catalogue)
    , m_services(std::make_unique<ServiceNames>(catalogue))
    , m_order(std::make_unique<RowOrder>(m_store, *m_services))
    , m_matcher(std::make_unique<FilterMatcher>(*m_services))
    , m_text(std::make_unique<ResultText>(m_store, catalogue))
{
    m_isStateShown[static_cast<size_t>(PortState::Open)] = true;
    m_isStateShown[static_cast<size_t>(PortState::Unknown)] = true;
}

ResultModel::~ResultModel() = default;

void ResultModel::clear(const QDateTime &startedAt)
{
    beginResetModel();
    m_store.clear(startedAt);
    m_matcher->clearHosts();
    m_ordered.clear();
    m_shown.clear();
    endResetModel();
    emit countsChanged();
}

void ResultModel::append(const ResultBatch &batch)
{
    const quint32 knownHosts = m_store.hostCount();
    const quint32 first = m_store.append(batch);
    takeInHosts(batch, knownHosts);
    QList<quint32> added;
    for (quint32 row = first; row < m_store.rowCount(); ++row) {
        if (isStateShown(m_store.row(row).state()))
            added.append(row);
    }
    m_order->sort(added);
    const auto isLess = [this](quint32 a, quint32 b) { return m_order->isLess(a, b); };
    if (isFiltered()) {
        mergeAt(m_ordered, added, placesFor(added, m_ordered, isLess));
        added = filtered(added);
    }
    insertShown(added, placesFor(added, m_shown, isLess));
    emit countsChanged();
}

void ResultModel::takeInHosts(const ResultBatch &batch, quint32 knownHosts)
{
    // A host that is named a second time may bring a further name, and what was shown of it is then
    // out of date.
    const bool isRepeated =
        m_store.hostCount() - knownHosts < static_cast<quint64>(batch.hosts.size());
    const bool hasNames = std::any_of(batch.hosts.begin(), batch.hosts.end(),
                                      [](const HostEntry &host) { return !host.names.isEmpty(); });
    const bool mayRename = isRepeated && hasNames;
    if (mayRename)
        m_matcher->clearHosts();
    m_matcher->addHosts(m_store);
    if (!mayRename)
        return;
    QList<quint32> ordered = isFiltered() ? m_ordered : m_shown;
    if (m_order->dependsOnNames()) {
        m_order->sort(ordered);
        QList<quint32> shown = m_shown;
        m_order->sort(shown);
        reorderShown(shown);
    }
    setOrdered(ordered);
    if (!m_shown.isEmpty())
        emit dataChanged(index(0, NameColumn), index(rowCount() - 1, NameColumn));
}

void ResultModel::setStateShown(PortState state, bool shown)
{
    if (isStateShown(state) == shown)
        return;
    m_isStateShown[static_cast<size_t>(state)] = shown;
    if (shown) {
        addStateRows(state);
    } else {
        QList<quint32> ordered = isFiltered() ? m_ordered : m_shown;
        ordered.removeIf([&](quint32 row) { return m_store.row(row).state() == state; });
        setOrdered(ordered);
    }
    emit countsChanged();
}

void ResultModel::addStateRows(PortState state)
{
    QList<quint32> ordered = isFiltered() ? m_ordered : m_shown;
    for (quint32 row = 0; row < m_store.rowCount(); ++row) {
        if (m_store.row(row).state() == state)
            ordered.append(row);
    }
    m_order->sort(ordered);
    setOrdered(ordered);
}

bool ResultModel::isStateShown(PortState state) const
{
    return m_isStateShown[static_cast<size_t>(state)];
}

void ResultModel::setFilter(const ResultFilter &filter)
{
    if (filter == m_matcher->filter())
        return;
    const QList<quint32> ordered = isFiltered() ? m_ordered : m_shown;
    m_matcher->setFilter(filter);
    m_matcher->addHosts(m_store);
    setOrdered(ordered);
    emit countsChanged();
}

const ResultFilter &ResultModel::filter() const
{
    return m_matcher->filter();
}

bool ResultModel::isFiltered() const
{
    return !m_matcher->filter().isEmpty();
}

QList<quint32> ResultModel::filtered(const QList<quint32> &rows) const
{
    QList<quint32> passing;
    passing.reserve(rows.size());
    for (const quint32 row : rows) {
        if (m_matcher->matches(m_store.row(row)))
            passing.append(row);
    }
    return passing;
}

/// Takes all rows of the shown states in order, and shows of them what the filter lets through.
void ResultModel::setOrdered(const QList<quint32> &ordered)
{
    if (!isFiltered()) {
        m_ordered = {};
        reshow(ordered);
        return;
    }
    m_ordered = ordered;
    reshow(filtered(ordered));
}

ResultModel::Column ResultModel::sortColumn() const
{
    return m_order->first().column;
}

Qt::SortOrder ResultModel::sortOrder() const
{
    return m_order->first().order;
}

void ResultModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_order->setFirst({static_cast<Column>(column), order});
    if (!isFiltered()) {
        QList<quint32> shown = m_shown;
        m_order->sort(shown);
        reorderShown(shown);
        return;
    }
    m_order->sort(m_ordered);
    reorderShown(filtered(m_ordered));
}

int ResultModel::viewRow(quint32 storeRow) const
{
    const auto isLess = [this](quint32 a, quint32 b) { return m_order->isLess(a, b); };
    const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), storeRow, isLess);
    return found != m_shown.end() && *found == storeRow ? static_cast<int>(found - m_shown.begin())
                                                        : -1;
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
        return m_text->toolTip(row, column);
    case Qt::AccessibleTextRole:
        return m_text->accessible(result);
    case Qt::AccessibleDescriptionRole:
        return ResultText::header(column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case StateRole:
        return static_cast<int>(result.state());
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

/// Shows the same rows in another order.
void ResultModel::reorderShown(const QList<quint32> &next)
{
    Q_ASSERT(next.size() == m_shown.size());
    if (next == m_shown)
        return;
    emit layoutAboutToBeChanged({}, kRowsMove);
    const QList<quint32> before = std::exchange(m_shown, next);
    const qsizetype indexCount = persistentIndexList().size();
    if (indexCount > kWorthInverting) {
        std::vector<int> newRows(m_store.rowCount());
        for (qsizetype i = 0; i < m_shown.size(); ++i)
            newRows[m_shown.at(i)] = static_cast<int>(i);
        movePersistentIndexes([&](int row) { return newRows[before.at(row)]; });
    } else {
        movePersistentIndexes([&](int row) { return viewRow(before.at(row)); });
    }
    emit layoutChanged({}, kRowsMove);
}

/// Shows more or fewer rows; those that stay must be in the same order as now.
void ResultModel::reshow(const QList<quint32> &next)
{
    removeShownExcept(marksOf(next, m_store.rowCount()));
    const std::vector<bool> isShown = marksOf(m_shown, m_store.rowCount());
    QList<quint32> added;
    std::vector<qsizetype> places;
    qsizetype place = 0;
    for (const quint32 row : next) {
        if (isShown[row]) {
            ++place;
            continue;
        }
        added.append(row);
        places.push_back(place);
    }
    insertShown(added, places);
}

void ResultModel::removeShownExcept(const std::vector<bool> &stays)
{
    const auto goes = [&](quint32 row) { return !stays[row]; };
    const auto first = std::find_if(m_shown.begin(), m_shown.end(), goes);
    if (first == m_shown.end())
        return;
    const auto count = static_cast<int>(std::count_if(first, m_shown.end(), goes));
    auto start = static_cast<int>(first - m_shown.begin());
    if (!std::all_of(first, first + count, goes))
        start = gatherForRemoval(stays);
    beginRemoveRows({}, start, start + count - 1);
    m_shown.remove(start, count);
    endRemoveRows();
}

/// Moves the rows that go into one block and returns its start. The block begins where the first
/// row that somebody holds on to (the current one, say) is: a removed current row then gives way to
/// its neighbour.
int ResultModel::gatherForRemoval(const std::vector<bool> &stays)
{
    emit layoutAboutToBeChanged({}, kRowsMove);
    auto pivot = static_cast<int>(m_shown.size());
    const QModelIndexList held = persistentIndexList();
    for (const QModelIndex &index : held) {
        if (!stays[m_shown.at(index.row())])
            pivot = std::min(pivot, index.row());
    }
    const auto count = m_shown.size();
    std::vector<int> newRows(static_cast<size_t>(count));
    QList<quint32> next;
    next.reserve(count);
    const auto take = [&](qsizetype from, qsizetype to, bool staying) {
        for (qsizetype row = from; row < to; ++row) {
            if (stays[m_shown.at(row)] != staying)
                continue;
            newRows[static_cast<size_t>(row)] = static_cast<int>(next.size());
            next.append(m_shown.at(row));
        }
    };
    take(0, pivot, true);
    const auto start = static_cast<int>(next.size());
    take(0, count, false);
    take(pivot, count, true);
    m_shown = next;
    movePersistentIndexes([&](int row) { return newRows[static_cast<size_t>(row)]; });
    emit layoutChanged({}, kRowsMove);
    return start;
}

/// Shows `added`, in order among themselves, before the rows now at `places`.
void ResultModel::insertShown(const QList<quint32> &added, const std::vector<qsizetype> &places)
{
    if (added.isEmpty())
        return;
    const auto before = static_cast<int>(m_shown.size());
    const auto count = static_cast<int>(added.size());
    const bool isOneRun = places.front() == places.back();
    const int start = isOneRun ? static_cast<int>(places.front()) : before;
    beginInsertRows({}, start, start + count - 1);
    if (isOneRun)
        mergeAt(m_shown, added, places);
    else
        m_shown.append(added);
    endInsertRows();
    if (isOneRun)
        return;
    emit layoutAboutToBeChanged({}, kRowsMove);
    m_shown.resize(before);
    mergeAt(m_shown, added, places);
    movePersistentIndexes([&](int row) {
        if (row >= before)
            return static_cast<int>(places[static_cast<size_t>(row - before)]) + row - before;
        const auto insertedAbove =
            std::upper_bound(places.begin(), places.end(), row) - places.begin();
        return row + static_cast<int>(insertedAbove);
    });
    emit layoutChanged({}, kRowsMove);
}

template <typename RowMap>
void ResultModel::movePersistentIndexes(RowMap newRowOf)
{
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &held : from)
        to.append(index(newRowOf(held.row()), held.column()));
    changePersistentIndexList(from, to);
}

} // namespace roadstead
