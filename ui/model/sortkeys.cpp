// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/sortkeys.h"

#include <algorithm>

namespace roadstead {

namespace {
constexpr qsizetype kKeptKeys = 3;
} // namespace

SortKeys::SortKeys()
    : m_keys{SortKey()}
{}

SortKeys SortKeys::chosen(const QList<SortKey> &keys)
{
    Q_ASSERT(!keys.isEmpty());
    SortKeys chosen;
    chosen.m_keys = keys;
    chosen.m_chosen = keys.size();
    chosen.m_isUntouched = false;
    return chosen;
}

QList<SortKey> SortKeys::chosen() const
{
    return m_isUntouched ? QList<SortKey>() : m_keys.first(m_chosen);
}

void SortKeys::choose(const SortKey &key)
{
    if (m_isUntouched)
        m_keys.clear();
    m_isUntouched = false;
    m_keys.removeIf([&](const SortKey &kept) { return kept.column == key.column; });
    m_keys.prepend(key);
    m_keys.resize(std::min(m_keys.size(), kKeptKeys));
    m_chosen = 1;
}

void SortKeys::chooseFurther(ResultColumns::Column column)
{
    m_isUntouched = false;
    const qsizetype known = indexOf(column);
    if (known >= 0 && known < m_chosen) {
        Qt::SortOrder &order = m_keys[known].order;
        order = order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
        return;
    }
    if (known >= 0)
        m_keys.removeAt(known);
    m_keys.insert(m_chosen, {column, Qt::AscendingOrder});
    ++m_chosen;
    m_keys.resize(std::min(m_keys.size(), std::max(m_chosen, kKeptKeys)));
}

qsizetype SortKeys::indexOf(ResultColumns::Column column) const
{
    const auto isSame = [column](const SortKey &key) { return key.column == column; };
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), isSame);
    return found == m_keys.end() ? -1 : found - m_keys.begin();
}

} // namespace roadstead
