// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/numberedmodel.h"

#include <algorithm>
#include <utility>

namespace roadstead {

NumberedModel::NumberedModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

NumberedModel::~NumberedModel() = default;

int NumberedModel::rowOf(quint32 number) const
{
    if (number >= static_cast<quint64>(m_view.rows.size()))
        return -1;
    const quint32 row = m_view.rows.at(number);
    return row == GroupView::kNoRow ? -1 : static_cast<int>(row);
}

int NumberedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

void NumberedModel::showNothing()
{
    beginResetModel();
    m_view = {};
    m_shown.set({});
    endResetModel();
}

void NumberedModel::takeCounts(GroupChange &change)
{
    m_view.counts.swap(change.next.counts);
    m_view.places.swap(change.next.places);
    m_view.rowsTaken = change.next.rowsTaken;
    m_view.removals = change.next.removals;
    m_view.withOpen = change.next.withOpen;
}

void NumberedModel::show(GroupChange &change, bool isReordered)
{
    m_isChanging = true;
    m_isReordering = isReordered;
    if (!change.gone.isEmpty())
        applyRemoval(change);
    if (change.grown.size() > m_shown.size())
        applyInsertion(change);
    if (change.isReordered)
        applyMove(change);
    std::swap(m_view, change.next);
    m_shown.set(m_view.numbers);
    m_isReordering = false;
    m_isChanging = false;
}

void NumberedModel::applyInsertion(const GroupChange &change)
{
    beginInsertRows({}, static_cast<int>(m_shown.size()),
                    static_cast<int>(change.grown.size()) - 1);
    m_view.counts = change.next.counts; // what is new may be looked at before it is in place
    m_shown.set(change.grown);
    endInsertRows();
}

/// In one block, where the first of them is that somebody holds on to: a current one then gives way
/// to its neighbour.
void NumberedModel::applyRemoval(const GroupChange &change)
{
    const QList<qsizetype> &gone = change.goneAt;
    const auto rankOf = [&gone](qsizetype row) {
        return std::lower_bound(gone.cbegin(), gone.cend(), row) - gone.cbegin();
    };
    const auto isGone = [&gone](qsizetype row, qsizetype rank) {
        return rank < gone.size() && gone.at(rank) == row;
    };
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    qsizetype start = change.kept.size();
    for (const QModelIndex &held : from) {
        const qsizetype rank = rankOf(held.row());
        if (isGone(held.row(), rank))
            start = std::min(start, held.row() - rank);
    }
    m_shown.setPieces({ShownRows::part(change.kept, 0, start), ShownRows::all(change.gone),
                       ShownRows::part(change.kept, start, change.kept.size() - start)});
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &held : from) {
        const qsizetype rank = rankOf(held.row());
        const qsizetype left = held.row() - rank;
        const qsizetype stays = left < start ? left : left + gone.size();
        const qsizetype row = isGone(held.row(), rank) ? start + rank : stays;
        to.append(index(static_cast<int>(row), held.column()));
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
    beginRemoveRows({}, static_cast<int>(start), static_cast<int>(start + gone.size()) - 1);
    m_shown.set(change.kept);
    endRemoveRows();
}

void NumberedModel::applyMove(const GroupChange &change)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_shown.set(change.next.numbers);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &held : from) {
        const quint32 number = change.grown.at(held.row());
        to.append(index(static_cast<int>(change.next.rows.at(number)), held.column()));
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, VerticalSortHint);
}

} // namespace roadstead
