// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <algorithm>
#include <vector>

namespace roadstead {

/// Where sorted `added` rows belong in sorted `rows`: for each the index in `rows` before which it
/// goes. Ascending.
template <typename Less>
std::vector<qsizetype> placesFor(const QList<quint32> &added, const QList<quint32> &rows,
                                 Less isLess)
{
    std::vector<qsizetype> places;
    places.reserve(static_cast<size_t>(added.size()));
    auto from = rows.begin();
    for (const quint32 row : added) {
        from = std::lower_bound(from, rows.end(), row, isLess);
        places.push_back(from - rows.begin());
    }
    return places;
}

/// Puts `added` into `rows` at `places`, in place and from the back, so that every row moves once.
inline void mergeAt(QList<quint32> &rows, const QList<quint32> &added,
                    const std::vector<qsizetype> &places)
{
    qsizetype end = rows.size();
    rows.resize(rows.size() + added.size());
    auto target = rows.end();
    for (size_t i = places.size(); i-- > 0;) {
        const qsizetype place = places[i];
        target = std::move_backward(rows.begin() + place, rows.begin() + end, target);
        *--target = added.at(static_cast<qsizetype>(i));
        end = place;
    }
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
