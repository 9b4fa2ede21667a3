// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/resultcolumns.h"

#include <QList>

namespace roadstead {

struct SortKey
{
    ResultColumns::Column column = ResultColumns::StateColumn;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const SortKey &, const SortKey &) = default;
};

/// The columns that a table is sorted by, the most important first. Those that were chosen come
/// first; behind them up to two that it was sorted by before, so that sorting by one column after
/// the other is stable, as people expect of it.
class SortKeys
{
public:
    /// Begins with State: open ports first. That is no choice: the first sort forgets it.
    SortKeys();

    /// As if these had been chosen one after the other. `keys` must not be empty, nor name a column
    /// twice.
    [[nodiscard]] static SortKeys chosen(const QList<SortKey> &keys);

    /// Sorts by this column alone.
    void choose(const SortKey &key);
    /// Sorts by this column where those chosen so far are equal; turns it round if it is one of
    /// them.
    void chooseFurther(ResultColumns::Column column);

    [[nodiscard]] const QList<SortKey> &all() const { return m_keys; }
    /// Those that were chosen; none before the first choice.
    [[nodiscard]] QList<SortKey> chosen() const;
    /// How many of all() were chosen, or State; at least one.
    [[nodiscard]] qsizetype chosenCount() const { return m_chosen; }
    [[nodiscard]] const SortKey &first() const { return m_keys.first(); }
    [[nodiscard]] bool contains(ResultColumns::Column column) const { return indexOf(column) >= 0; }

    friend bool operator==(const SortKeys &, const SortKeys &) = default;

private:
    [[nodiscard]] qsizetype indexOf(ResultColumns::Column column) const;

    QList<SortKey> m_keys;
    qsizetype m_chosen = 1;
    bool m_isUntouched = true;
};

} // namespace roadstead
