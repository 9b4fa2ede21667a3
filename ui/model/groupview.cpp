// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/groupview.h"

#include <algorithm>

namespace roadstead {

namespace {

constexpr qsizetype kMostKeys = 3;

class IsBefore
{
public:
    IsBefore(const QList<GroupRanks> &ranks, const QList<quint32> &places)
        : m_ranks(ranks)
        , m_places(places)
    {}

    bool operator()(quint32 a, quint32 b) const
    {
        for (const GroupRanks &column : m_ranks) {
            const quint64 first = column.values.at(a);
            const quint64 second = column.values.at(b);
            if (first == second)
                continue;
            if (first == GroupRanks::kMissing || second == GroupRanks::kMissing)
                return second == GroupRanks::kMissing;
            return column.order == Qt::AscendingOrder ? first < second : second < first;
        }
        return m_places.isEmpty() ? a < b : m_places.at(a) < m_places.at(b);
    }

private:
    const QList<GroupRanks> &m_ranks;
    const QList<quint32> &m_places;
};

bool wasListed(const GroupView &view, quint32 number)
{
    return number < static_cast<quint64>(view.rows.size())
           && view.rows.at(number) != GroupView::kNoRow;
}

QList<quint32> rowsByNumber(const QList<quint32> &numbers)
{
    const auto largest = std::max_element(numbers.begin(), numbers.end());
    QList<quint32> rows(largest == numbers.end() ? 0 : qsizetype(*largest) + 1, GroupView::kNoRow);
    for (qsizetype row = 0; row < numbers.size(); ++row)
        rows[numbers.at(row)] = static_cast<quint32>(row);
    return rows;
}

} // namespace

void GroupSortKeys::choose(const GroupSortKey &key)
{
    m_keys.removeIf([&key](const GroupSortKey &known) { return known.column == key.column; });
    m_keys.prepend(key);
    m_keys.resize(std::min(m_keys.size(), kMostKeys));
}

/// What is in order already, as it mostly is, shares its memory with the old list.
void arrange(GroupChange &change, const GroupView &from, const std::vector<bool> &isListed,
             const QList<GroupRanks> &ranks)
{
    GroupView &next = change.next;
    const IsBefore isBefore(ranks, next.places);
    QList<quint32> added;
    for (size_t i = 0; i < isListed.size(); ++i) {
        const auto number = static_cast<quint32>(i);
        if (isListed[i] && !wasListed(from, number))
            added.append(number);
    }
    for (qsizetype row = 0; row < from.numbers.size(); ++row) {
        if (isListed[from.numbers.at(row)])
            continue;
        change.gone.append(from.numbers.at(row));
        change.goneAt.append(row);
    }
    change.kept = from.numbers;
    if (!change.gone.isEmpty())
        change.kept.removeIf([&isListed](quint32 number) { return !isListed[number]; });
    change.grown = change.kept;
    if (!added.isEmpty())
        change.grown += added;
    next.numbers = change.grown;
    change.isReordered = !std::is_sorted(next.numbers.cbegin(), next.numbers.cend(), isBefore);
    if (change.isReordered)
        std::sort(next.numbers.begin(), next.numbers.end(), isBefore);
    const bool isSame = !change.isReordered && added.isEmpty() && change.gone.isEmpty();
    next.rows = isSame ? from.rows : rowsByNumber(next.numbers);
}

QList<quint64> ranksOfTexts(const QList<QString> &texts)
{
    struct Text
    {
        QString folded;
        qsizetype number = 0;
    };
    QList<quint64> ranks(texts.size(), GroupRanks::kMissing);
    QList<Text> sorted;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (!texts.at(i).isEmpty())
            sorted.append({texts.at(i).toCaseFolded(), i});
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const Text &a, const Text &b) { return a.folded < b.folded; });
    quint64 rank = 0;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        if (i > 0 && sorted.at(i).folded != sorted.at(i - 1).folded)
            ++rank;
        ranks[sorted.at(i).number] = rank;
    }
    return ranks;
}

} // namespace roadstead
