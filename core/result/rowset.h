// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <bit>
#include <initializer_list>

namespace roadstead {

/// Some of a store's rows, one bit each, in blocks: where there are none, there is no block. A
/// value that shares memory: a copy costs as much as a list of blocks, and who changes one that is
/// shared copies the blocks that it touches (2 KB for 16,384 rows).
class RowSet
{
public:
    RowSet() = default;
    RowSet(std::initializer_list<quint32> rows);

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] quint32 count() const { return m_count; }
    [[nodiscard]] bool contains(quint32 row) const
    {
        if (m_count == 0) // for those who ask of every row, mostly in vain
            return false;
        const auto block = static_cast<qsizetype>(row / kBlockRows);
        if (block >= m_blocks.size() || m_blocks.at(block).isEmpty())
            return false;
        return (m_blocks.at(block).at(wordOf(row)) >> row % kWordRows & 1) != 0;
    }
    void insert(quint32 row);
    void add(const RowSet &other);
    void subtract(const RowSet &other);
    [[nodiscard]] RowSet without(const RowSet &other) const;
    /// Those that are in both.
    [[nodiscard]] RowSet within(const RowSet &other) const { return without(without(other)); }

    /// Calls `visit` with every row, in ascending order.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        for (qsizetype block = 0; block < m_blocks.size(); ++block) {
            const QList<quint64> &words = m_blocks.at(block);
            for (qsizetype word = 0; word < words.size(); ++word) {
                const auto first = static_cast<quint32>(block * kBlockRows + word * kWordRows);
                for (quint64 rest = words.at(word); rest != 0; rest &= rest - 1)
                    visit(first + static_cast<quint32>(std::countr_zero(rest)));
            }
        }
    }

private:
    static constexpr quint32 kBlockRows = 16'384;
    static constexpr quint32 kWordRows = 64;
    static constexpr quint32 kBlockWords = kBlockRows / kWordRows;

    [[nodiscard]] static qsizetype wordOf(quint32 row)
    {
        return static_cast<qsizetype>(row % kBlockRows / kWordRows);
    }

    QList<QList<quint64>> m_blocks; ///< those without rows mostly empty
    quint32 m_count = 0;
};

} // namespace roadstead
