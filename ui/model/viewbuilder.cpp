// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is asked of millions of rows is asked in the order of the store, whose memory is then read
// from front to back, and kept as one bit a row; only the bits are looked up in the order of the
// view. Sixteen million rows' bits are 2 MB and stay near the processor, their rows do not.

#include "ui/model/viewbuilder.h"

#include "ui/model/rowmerge.h"
#include "ui/model/roworder.h"

#include <algorithm>

namespace roadstead {

namespace {

template <typename Predicate>
QList<quint32> rowsWhere(const QList<quint32> &rows, Predicate predicate)
{
    QList<quint32> found;
    found.reserve(std::count_if(rows.begin(), rows.end(), predicate));
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), predicate);
    return found;
}

/// The positions in `rows` of those that fulfil it.
template <typename Predicate>
QList<quint32> positionsWhere(const QList<quint32> &rows, Predicate predicate)
{
    QList<quint32> found;
    found.reserve(std::count_if(rows.begin(), rows.end(), predicate));
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (predicate(rows.at(i)))
            found.append(static_cast<quint32>(i));
    }
    return found;
}

} // namespace

qsizetype ViewChange::keptIndexOf(qsizetype row) const
{
    return row - (std::lower_bound(removedAt.begin(), removedAt.end(), row) - removedAt.begin());
}

/// Of the rows that come, the i-th stands before it if no more than `index` others do.
qsizetype ViewChange::placeOfKept(qsizetype index) const
{
    qsizetype low = 0;
    qsizetype high = addedAt.size();
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        if (static_cast<qsizetype>(addedAt.at(middle)) - middle <= index)
            low = middle + 1;
        else
            high = middle;
    }
    return index + low;
}

ViewBuilder::ViewBuilder(const ResultStore &store, const ServiceNames &services,
                         const Cancellation &cancellation)
    : m_store(store)
    , m_services(services)
    , m_cancellation(cancellation)
{}

ViewChange ViewBuilder::build(const RowView &from, const ViewWish &wish) const
{
    ViewWish known = wish;
    known.removals = from.wish.removals;
    return known == from.wish ? merged(from, wish) : rebuilt(from, wish);
}

/// Only takes in what arrived or came back, and lets go what was removed: the rows that stay are
/// neither sorted nor filtered again.
ViewChange ViewBuilder::merged(const RowView &from, const ViewWish &wish) const
{
    ViewChange change{from, {}, {}, from.shown, false, false};
    RowView &next = change.next;
    next.wish = wish;
    next.matcher.addHosts(m_store, m_cancellation);
    next.rowsTaken = m_store.rowCount();
    next.removed = m_store.removed();
    if (wish.removals != from.wish.removals)
        dropRemoved(change, from);
    QList<quint32> added = comingSince(from);
    const RowOrder order(m_store, m_services, next.wish.keys);
    order.sort(added, m_cancellation);
    const auto isLess = [&order](quint32 a, quint32 b) { return order.isLess(a, b); };
    if (!next.wish.isUnfiltered()) {
        const QList<quint32> places = placesFor(added, next.ordered, isLess, m_cancellation);
        if (m_cancellation.isCancelled())
            return change;
        next.ordered = merge(next.ordered, added, places);
        added.removeIf([&](quint32 row) { return !next.passes(m_store.row(row)); });
    }
    const QList<quint32> places = placesFor(added, change.kept, isLess, m_cancellation);
    if (m_cancellation.isCancelled())
        return change;
    next.shown = merge(change.kept, added, places);
    change.addedAt = places;
    for (qsizetype i = 0; i < places.size(); ++i)
        change.addedAt[i] += static_cast<quint32>(i);
    return change;
}

void ViewBuilder::dropRemoved(ViewChange &change, const RowView &from) const
{
    const RowSet gone = m_store.removed().without(from.removed);
    if (gone.isEmpty())
        return;
    const auto isGone = [&gone](quint32 row) { return gone.contains(row); };
    const auto stays = [&gone](quint32 row) { return !gone.contains(row); };
    if (!from.wish.isUnfiltered())
        change.next.ordered = rowsWhere(from.ordered, stays);
    change.removedAt = positionsWhere(from.shown, isGone);
    if (!change.removedAt.isEmpty() && !m_cancellation.isCancelled())
        change.kept = rowsWhere(from.shown, stays);
}

/// Rows of the states asked for that arrived or came back since.
QList<quint32> ViewBuilder::comingSince(const RowView &from) const
{
    QList<quint32> coming;
    const auto add = [&](quint32 row) {
        if (from.wish.states[static_cast<size_t>(m_store.row(row).state())])
            coming.append(row);
    };
    from.removed.without(m_store.removed()).forEach(add);
    for (quint32 row = from.rowsTaken; row < m_store.rowCount(); ++row) {
        if (!m_store.isRemoved(row))
            add(row);
    }
    return coming;
}

ViewChange ViewBuilder::rebuilt(const RowView &from, const ViewWish &wish) const
{
    ViewChange change{from, {}, {}, {}, false, false};
    RowView &next = change.next;
    change.isOtherFilter = wish.states != from.wish.states || wish.filter != from.wish.filter
                           || wish.narrowing != from.wish.narrowing;
    next.wish = wish;
    next.rowsTaken = m_store.rowCount();
    next.removed = m_store.removed();
    next.ordered = {};
    if (wish.expectations != from.wish.expectations)
        next.matcher.setExpectations(wish.expectations);
    if (wish.filter != from.wish.filter)
        next.matcher.setFilter(wish.filter, m_cancellation);
    if (wish.names != from.wish.names || wish.notes != from.wish.notes)
        next.matcher.clearHosts();
    next.matcher.addHosts(m_store, m_cancellation);
    const QList<quint32> ordered = orderedFor(from, wish);
    if (wish.isUnfiltered()) {
        next.shown = ordered;
    } else {
        next.ordered = ordered;
        next.shown = passing(next);
    }
    if (!m_cancellation.isCancelled())
        describe(change, from);
    return change;
}

/// All rows of the shown states that are not removed.
QList<quint32> ViewBuilder::orderedFor(const RowView &from, const ViewWish &wish) const
{
    const auto isWished = [&](quint32 row) {
        return wish.states[static_cast<size_t>(m_store.row(row).state())]
               && !m_store.isRemoved(row);
    };
    const auto isKnown = [&](quint32 row) {
        return row < from.rowsTaken && !from.removed.contains(row)
               && from.wish.states[static_cast<size_t>(m_store.row(row).state())];
    };
    const bool hasNewOrder =
        wish.keys.all() != from.wish.keys.all()
        || (wish.names != from.wish.names && wish.keys.contains(ResultColumns::NameColumn))
        || (wish.notes != from.wish.notes && wish.keys.contains(ResultColumns::NoteColumn));
    const bool hasOthers = wish.states != from.wish.states || wish.removals != from.wish.removals;
    QList<quint32> added;
    std::vector<bool> stays(hasOthers ? m_store.rowCount() : 0);
    const quint32 first = hasNewOrder || hasOthers ? 0 : from.rowsTaken;
    for (quint32 row = first; row < m_store.rowCount(); ++row) {
        if (m_cancellation.isCancelledAt(row))
            return {};
        if (!isWished(row))
            continue;
        if (hasOthers)
            stays[row] = true;
        if (hasNewOrder || !isKnown(row))
            added.append(row);
    }
    const RowOrder order(m_store, m_services, wish.keys);
    order.sort(added, m_cancellation);
    if (hasNewOrder || m_cancellation.isCancelled())
        return added;
    const QList<quint32> kept =
        hasOthers ? rowsWhere(from.allOrdered(), [&](quint32 row) { return stays[row]; })
                  : from.allOrdered();
    const auto isLess = [&order](quint32 a, quint32 b) { return order.isLess(a, b); };
    const QList<quint32> places = placesFor(added, kept, isLess, m_cancellation);
    return m_cancellation.isCancelled() ? added : merge(kept, added, places);
}

QList<quint32> ViewBuilder::passing(const RowView &view) const
{
    std::vector<bool> passes(m_store.rowCount());
    for (quint32 row = 0; row < m_store.rowCount(); ++row) {
        if (m_cancellation.isCancelledAt(row))
            return {};
        passes[row] = view.passes(m_store.row(row));
    }
    return rowsWhere(view.ordered, [&](quint32 row) { return passes[row]; });
}

void ViewBuilder::describe(ViewChange &change, const RowView &from) const
{
    const QList<quint32> &shown = change.next.shown;
    const bool isSameRows = !change.isOtherFilter && change.next.wish.names == from.wish.names
                            && change.next.wish.notes == from.wish.notes
                            && change.next.wish.expectations == from.wish.expectations
                            && change.next.wish.removals == from.wish.removals
                            && change.next.rowsTaken == from.rowsTaken;
    if (isSameRows) { // in another order: nothing to look for
        change.isReordered = shown != from.shown;
        change.kept = change.isReordered ? from.shown : shown;
        return;
    }
    const std::vector<bool> was = marksOf(from.shown, m_store.rowCount());
    change.addedAt = positionsWhere(shown, [&](quint32 row) { return !was[row]; });
    if (m_cancellation.isCancelled())
        return;
    const std::vector<bool> is = marksOf(shown, m_store.rowCount());
    change.removedAt = positionsWhere(from.shown, [&](quint32 row) { return !is[row]; });
    if (m_cancellation.isCancelled())
        return;
    change.kept = change.removedAt.isEmpty()
                      ? from.shown
                      : rowsWhere(from.shown, [&](quint32 row) { return is[row]; });
    if (!change.addedAt.isEmpty()) {
        const QList<quint32> stayed = rowsWhere(shown, [&](quint32 row) { return was[row]; });
        change.isReordered = stayed != change.kept;
        return;
    }
    change.isReordered = shown != change.kept;
    if (!change.isReordered)
        change.kept = shown;
}

} // namespace roadstead
