// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/rowset.h"

#include <algorithm>

namespace roadstead {

namespace {

quint32 bitsIn(const QList<quint64> &words)
{
    quint32 bits = 0;
    for (const quint64 word : words)
        bits += static_cast<quint32>(std::popcount(word));
    return bits;
}

} // namespace

RowSet::RowSet(std::initializer_list<quint32> rows)
{
    for (const quint32 row : rows)
        insert(row);
}

void RowSet::insert(quint32 row)
{
    const auto block = static_cast<qsizetype>(row / kBlockRows);
    if (block >= m_blocks.size())
        m_blocks.resize(block + 1);
    QList<quint64> &words = m_blocks[block];
    if (words.isEmpty())
        words.resize(kBlockWords);
    quint64 &word = words[wordOf(row)];
    const quint64 bit = quint64(1) << row % kWordRows;
    if ((word & bit) == 0)
        ++m_count;
    word |= bit;
}

void RowSet::add(const RowSet &other)
{
    if (m_blocks.size() < other.m_blocks.size())
        m_blocks.resize(other.m_blocks.size());
    for (qsizetype block = 0; block < other.m_blocks.size(); ++block) {
        const QList<quint64> &added = other.m_blocks.at(block);
        if (added.isEmpty())
            continue;
        QList<quint64> &words = m_blocks[block];
        const quint32 before = bitsIn(words);
        if (words.isEmpty()) {
            words = added;
        } else {
            for (qsizetype word = 0; word < words.size(); ++word)
                words[word] |= added.at(word);
        }
        m_count += bitsIn(words) - before;
    }
}

/// A block that is left without rows is given back.
void RowSet::subtract(const RowSet &other)
{
    const qsizetype blocks = std::min(m_blocks.size(), other.m_blocks.size());
    for (qsizetype block = 0; block < blocks && m_count > 0; ++block) {
        const QList<quint64> &taken = other.m_blocks.at(block);
        if (taken.isEmpty() || m_blocks.at(block).isEmpty())
            continue;
        QList<quint64> &words = m_blocks[block];
        const quint32 before = bitsIn(words);
        for (qsizetype word = 0; word < words.size(); ++word)
            words[word] &= ~taken.at(word);
        const quint32 left = bitsIn(words);
        m_count -= before - left;
        if (left == 0)
            words = {};
    }
}

RowSet RowSet::without(const RowSet &other) const
{
    RowSet rest = *this;
    rest.subtract(other);
    return rest;
}

} // namespace roadstead
