// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"
#include "ui/model/cancellation.h"

#include <QList>

#include <array>
#include <functional>
#include <limits>
#include <vector>

namespace roadstead {

/// How many results of each state, by PortState.
using StateCounts = std::array<quint32, kPortStateCount>;

struct GroupSortKey
{
    int column = 0;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const GroupSortKey &, const GroupSortKey &) = default;
};

/// The columns that a list is sorted by, the most important first: the one that was chosen last,
/// and behind it those before, so that sorting by one after the other is stable.
class GroupSortKeys
{
public:
    explicit GroupSortKeys(const GroupSortKey &first)
        : m_keys{first}
    {}

    void choose(const GroupSortKey &key);
    [[nodiscard]] const QList<GroupSortKey> &all() const { return m_keys; }
    [[nodiscard]] const GroupSortKey &first() const { return m_keys.first(); }

    friend bool operator==(const GroupSortKeys &, const GroupSortKeys &) = default;

private:
    QList<GroupSortKey> m_keys;
};

/// A list of hosts or of ports in order. Each is known by a number (a host's index in the store, a
/// port's number). They stay in it until all their results are removed.
struct GroupView
{
    static constexpr quint32 kNoRow = 0xffff'ffff;

    QList<quint32> numbers; ///< in the order shown
    QList<quint32> rows; ///< by number: where it is shown; kNoRow if it is not
    /// By number: its place where the sort keys do not tell; empty: the number itself.
    QList<quint32> places;
    QList<StateCounts> counts; ///< by number; only of ports: a host's record has its own
    quint32 rowsTaken = 0; ///< of the store
    quint32 removals = 0; ///< ResultStore::removals() of those
    quint32 withOpen = 0; ///< how many have a result that is open
};

/// The way from one view to the next.
struct GroupChange
{
    GroupView next;
    QList<quint32> gone; ///< of the old list, in its order
    QList<qsizetype> goneAt; ///< where they were
    QList<quint32> kept; ///< the rest of it
    QList<quint32> grown; ///< `kept`, and behind it what is new
    bool isReordered = false; ///< `grown` is not the next list yet
};

/// Makes the next list from the last and a snapshot of the store. Pure work for any thread. If it
/// is cancelled, what it returns is good for nothing.
using GroupBuilder = std::function<GroupChange(const ResultStore &store, const GroupView &from,
                                               const GroupSortKeys &keys, const Cancellation &)>;

/// One column's values by number, to sort by.
struct GroupRanks
{
    static constexpr quint64 kMissing = std::numeric_limits<quint64>::max(); ///< always last

    QList<quint64> values;
    Qt::SortOrder order = Qt::AscendingOrder;
};

/// Puts `change.next`, whose places are known, in order. `isListed`: by number, of all that there
/// are.
void arrange(GroupChange &change, const GroupView &from, const std::vector<bool> &isListed,
             const QList<GroupRanks> &ranks);

/// Texts' order by number, equal ones equal; kMissing for those that are empty. Case-folded.
[[nodiscard]] QList<quint64> ranksOfTexts(const QList<QString> &texts);

} // namespace roadstead
