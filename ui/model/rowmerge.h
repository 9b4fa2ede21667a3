// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/cancellation.h"

#include <QList>

#include <algorithm>
#include <vector>

namespace roadstead {

/// Where sorted `added` rows belong in sorted `rows`: for each the index in `rows` before which it
/// goes. Ascending. Looks for each from where the last one belongs, in steps that double: rows that
/// belong close together are found at once, and many take far fewer looks than a search of
/// everything for each. If cancelled, not of all.
template <typename Less>
QList<quint32> placesFor(const QList<quint32> &added, const QList<quint32> &rows, Less isLess,
                         const Cancellation &cancellation = {})
{
    QList<quint32> places;
    places.reserve(added.size());
    const auto begin = rows.constBegin();
    qsizetype from = 0; // all before it come before `row`
    for (const quint32 row : added) {
        if (cancellation.isCancelledAt(static_cast<quint64>(places.size())))
            break;
        qsizetype step = 1;
        while (from + step <= rows.size() && isLess(rows.at(from + step - 1), row)) {
            from += step;
            step *= 2;
        }
        const qsizetype to = std::min(from + step, rows.size());
        from = std::lower_bound(begin + from, begin + to, row, isLess) - begin;
        places.append(static_cast<quint32>(from));
    }
    return places;
}

/// `rows` with `added` before those now at `places`.
inline QList<quint32> merge(const QList<quint32> &rows, const QList<quint32> &added,
                            const QList<quint32> &places)
{
    if (added.isEmpty())
        return rows;
    QList<quint32> merged;
    merged.resize(rows.size() + added.size());
    auto target = merged.begin();
    auto from = rows.constBegin();
    for (qsizetype i = 0; i < added.size(); ++i) {
        const auto to = rows.constBegin() + places.at(i);
        target = std::copy(from, to, target);
        *target++ = added.at(i);
        from = to;
    }
    std::copy(from, rows.constEnd(), target);
    return merged;
}

/// For each of the store's `rowCount` rows whether it is one of `rows`.
inline std::vector<bool> marksOf(const QList<quint32> &rows, quint32 rowCount)
{
    std::vector<bool> marks(rowCount, false);
    for (const quint32 row : rows)
        marks[row] = true;
    return marks;
}

} // namespace roadstead
