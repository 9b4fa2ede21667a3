// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectationindex.h"
#include "core/result/resultstore.h"
#include "ui/model/cancellation.h"
#include "ui/model/filtermatcher.h"
#include "ui/model/resultnarrowing.h"
#include "ui/model/sortkeys.h"

#include <array>
#include <vector>

namespace roadstead {

/// What a table is to show, and in which order.
struct ViewWish
{
    SortKeys keys;
    std::array<bool, kPortStateCount> states{};
    ResultFilter filter;
    ResultNarrowing narrowing;
    quint32 names = 0; ///< ResultStore::laterNames()
    quint32 notes = 0; ///< counts changes of the notes that it depends on
    quint32 removals = 0; ///< ResultStore::removals()
    SharedExpectations expectations; ///< null unless the filter asks for what is unexpected

    /// Every row of the states.
    [[nodiscard]] bool isUnfiltered() const { return filter.isEmpty() && narrowing.isEmpty(); }
    /// All that a person chooses.
    [[nodiscard]] bool isSameChoice(const ViewWish &other) const
    {
        return keys == other.keys && states == other.states && filter == other.filter
               && narrowing == other.narrowing && notes == other.notes && removals == other.removals
               && expectations == other.expectations;
    }
    friend bool operator==(const ViewWish &, const ViewWish &) = default;
};

/// What a table shows: store rows in order. While a filter is set or it is narrowed, the order of
/// all rows of the shown states is kept beside it, so that another filter never sorts.
struct RowView
{
    explicit RowView(const ServiceNames &services)
        : matcher(services)
    {}

    [[nodiscard]] const QList<quint32> &allOrdered() const
    {
        return wish.isUnfiltered() ? shown : ordered;
    }
    [[nodiscard]] bool passes(const PortResult &result) const
    {
        return wish.narrowing.admits(result) && matcher.matches(result);
    }

    ViewWish wish;
    quint32 rowsTaken = 0; ///< of the store
    RowSet removed; ///< the store's then
    QList<quint32> shown;
    QList<quint32> ordered; ///< empty if all of them are shown
    FilterMatcher matcher; ///< knows the wish's filter and the hosts of those rows
};

/// The way from one view to the next, as a table has to tell it to those who look at it. The rows
/// at `removedAt` of the old view go, `kept` are left, then those at `addedAt` of the next come.
struct ViewChange
{
    RowView next;
    QList<quint32> removedAt; ///< ascending, as are
    QList<quint32> addedAt;
    QList<quint32>
        kept; ///< in the old order; the same list as the next or the old one where it can be
    bool isReordered = false; ///< `kept` are in another order in the next view
    bool isOtherFilter = false; ///< other states or another filter were asked for

    [[nodiscard]] bool isNothing() const
    {
        return removedAt.isEmpty() && addedAt.isEmpty() && !isReordered;
    }
    /// The index in `kept` of that row of the old view, or of the next one that is left.
    [[nodiscard]] qsizetype keptIndexOf(qsizetype row) const;
    /// Where one of `kept` is in the next view, if they are not reordered.
    [[nodiscard]] qsizetype placeOfKept(qsizetype index) const;
};

/// Makes the next view from the last: sorts, merges and filters. Pure work on values for any
/// thread. If it is cancelled, what it returns is good for nothing.
class ViewBuilder
{
public:
    /// All must outlive this.
    ViewBuilder(const ResultStore &store, const ServiceNames &services,
                const Cancellation &cancellation = {});

    [[nodiscard]] ViewChange build(const RowView &from, const ViewWish &wish) const;

private:
    [[nodiscard]] ViewChange merged(const RowView &from, const ViewWish &wish) const;
    void dropRemoved(ViewChange &change, const RowView &from) const;
    [[nodiscard]] QList<quint32> comingSince(const RowView &from) const;
    [[nodiscard]] ViewChange rebuilt(const RowView &from, const ViewWish &wish) const;
    [[nodiscard]] QList<quint32> orderedFor(const RowView &from, const ViewWish &wish) const;
    [[nodiscard]] QList<quint32> passing(const RowView &view) const;
    void describe(ViewChange &change, const RowView &from) const;

    const ResultStore &m_store;
    const ServiceNames &m_services;
    Cancellation m_cancellation;
};

} // namespace roadstead
