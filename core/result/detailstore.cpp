// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/detailstore.h"

#include <algorithm>

namespace roadstead {

void DetailStore::add(quint32 row, const Detail &detail)
{
    const auto block = static_cast<qsizetype>(row / kBlockRows);
    if (block >= m_blocks.size())
        m_blocks.resize(block + 1);
    Block &last = m_blocks.last();
    Q_ASSERT(block == m_blocks.size() - 1);
    Q_ASSERT(last.rows.isEmpty() || last.rows.last() < row % kBlockRows);
    last.rows.append(static_cast<quint16>(row % kBlockRows));
    last.numbers.append(numberFor(detail));
}

quint32 DetailStore::numberOf(quint32 row) const
{
    const auto index = static_cast<qsizetype>(row / kBlockRows);
    if (index >= m_blocks.size())
        return kNone;
    const Block &block = m_blocks.at(index);
    const auto wanted = static_cast<quint16>(row % kBlockRows);
    const auto found = std::lower_bound(block.rows.begin(), block.rows.end(), wanted);
    return found != block.rows.end() && *found == wanted
               ? block.numbers.at(found - block.rows.begin())
               : kNone;
}

quint32 DetailStore::numberFor(const Detail &detail)
{
    if (m_numbers.isEmpty()) { // a copy came without
        for (quint32 number = 0; number < count(); ++number)
            m_numbers.insert(at(number), number);
    }
    const auto known = m_numbers.constFind(detail);
    if (known != m_numbers.constEnd())
        return *known;
    m_numbers.insert(detail, count());
    m_different.append(detail);
    return count() - 1;
}

} // namespace roadstead
