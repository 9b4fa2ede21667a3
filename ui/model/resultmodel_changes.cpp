// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Views, selections and screen readers are told of a new view in steps that they know: rows that go
// are gathered in one block (a change of layout) and removed, rows that come are inserted at the
// end and then moved to their places (another one). Rows that belong in a thousand places would
// otherwise be a thousand insertions, each of which is answered with work for all rows. The number
// of rows only ever changes between begin- and endInsertRows or -RemoveRows. Nothing here looks at
// every row: of the lists only the places are looked up that somebody holds a persistent index on.

#include "ui/model/resultmodel.h"
#include "ui/model/roworder.h"

#include <algorithm>

namespace roadstead {

namespace {
constexpr auto kRowsMove = QAbstractItemModel::VerticalSortHint; // columns keep their widths
} // namespace

template <typename RowMap>
void ResultModel::movePersistentIndexes(RowMap newRowOf)
{
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &held : from)
        to.append(index(static_cast<int>(newRowOf(held.row())), held.column()));
    changePersistentIndexList(from, to);
}

/// `change` is left with what is no longer needed.
void ResultModel::show(ViewChange &change)
{
    m_isReordering = change.next.wish.keys != m_view.wish.keys;
    const bool hasNewNames = change.next.wish.names != m_view.wish.names;
    emit viewAboutToChange(change);
    if (!change.removedAt.isEmpty())
        applyRemoval(change);
    if (!change.addedAt.isEmpty() || change.isReordered)
        applyInsertion(change);
    m_shown.set(change.next.shown);
    std::swap(m_view, change.next);
    if (m_view.wish.removals == m_store.removals())
        m_changedRows = 0;
    m_isReordering = false;
    if (hasNewNames && rowCount() > 0)
        emit dataChanged(index(0, NameColumn), index(rowCount() - 1, NameColumn));
    emit viewChanged();
}

/// The block of rows that go begins where the first one is that somebody holds on to (the current
/// one, say): a removed current row then gives way to its neighbour.
void ResultModel::applyRemoval(const ViewChange &change)
{
    const QList<quint32> &gone = change.removedAt;
    const auto rankOf = [&gone](qsizetype row) {
        return std::lower_bound(gone.begin(), gone.end(), row) - gone.begin();
    };
    const auto isGone = [&gone](qsizetype row, qsizetype rank) {
        return rank < gone.size() && gone.at(rank) == row;
    };
    const bool isOneRun = gone.last() - gone.first() == gone.size() - 1;
    qsizetype start = gone.first();
    if (!isOneRun) {
        start = change.kept.size();
        emit layoutAboutToBeChanged({}, kRowsMove);
        const QModelIndexList held = persistentIndexList();
        for (const QModelIndex &index : held) {
            const qsizetype rank = rankOf(index.row());
            if (isGone(index.row(), rank))
                start = std::min(start, index.row() - rank);
        }
        m_shown.setPieces({ShownRows::part(change.kept, 0, start),
                           ShownRows::picked(m_view.shown, gone),
                           ShownRows::part(change.kept, start, change.kept.size() - start)});
        movePersistentIndexes([&](int row) {
            const qsizetype rank = rankOf(row);
            if (isGone(row, rank))
                return start + rank;
            return row - rank < start ? row - rank : row - rank + gone.size();
        });
        emit layoutChanged({}, kRowsMove);
    }
    beginRemoveRows({}, static_cast<int>(start), static_cast<int>(start + gone.size() - 1));
    m_shown.set(change.kept);
    endRemoveRows();
}

void ResultModel::applyInsertion(const ViewChange &change)
{
    const QList<quint32> &added = change.addedAt;
    const QList<quint32> &shown = change.next.shown;
    const qsizetype before = change.kept.size();
    const bool isOneRun = !change.isReordered && added.last() - added.first() == added.size() - 1;
    if (!added.isEmpty()) {
        const qsizetype start = isOneRun ? added.first() : before;
        beginInsertRows({}, static_cast<int>(start), static_cast<int>(start + added.size() - 1));
        if (isOneRun)
            m_shown.set(shown);
        else
            m_shown.setPieces({ShownRows::all(change.kept), ShownRows::picked(shown, added)});
        endInsertRows();
    }
    if (isOneRun)
        return;
    emit layoutAboutToBeChanged({}, kRowsMove);
    m_shown.set(shown);
    movePersistentIndexes([&](int row) -> qsizetype {
        if (row >= before)
            return added.at(row - before);
        if (change.isReordered)
            return placeOf(change.kept.at(row), change.next);
        return change.placeOfKept(row);
    });
    emit layoutChanged({}, kRowsMove);
}

/// -1 if it is not shown.
qsizetype ResultModel::placeOf(quint32 storeRow, const RowView &view) const
{
    const RowOrder order(m_store, *m_services, view.wish.keys);
    const auto isLess = [&order](quint32 a, quint32 b) { return order.isLess(a, b); };
    const QList<quint32> &rows = view.shown;
    const auto found = std::lower_bound(rows.begin(), rows.end(), storeRow, isLess);
    if (found != rows.end() && *found == storeRow)
        return found - rows.begin();
    // With a name or a note that came later than the view, the row may stand elsewhere.
    const bool isElsewhere =
        (view.wish.names != m_wish.names && view.wish.keys.contains(NameColumn))
        || (view.wish.notes != m_wish.notes && view.wish.keys.contains(NoteColumn));
    return isElsewhere ? rows.indexOf(storeRow) : -1;
}

} // namespace roadstead
