// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/blocklist.h"
#include "core/result/detail.h"

#include <QHash>

namespace roadstead {

/// The details of the rows that have one. Few of millions differ (a firewall's refusals come from
/// one address with one code), so each is kept once and rows know it by number: six bytes a row
/// that has one, none for the others. A copy is a snapshot, as of ResultStore.
class DetailStore
{
public:
    static constexpr quint32 kNone = 0xffff'ffff;

    /// `row` is larger than all before it.
    void add(quint32 row, const Detail &detail);
    /// The number of the row's detail, kNone if it has none.
    [[nodiscard]] quint32 numberOf(quint32 row) const;
    /// How many different ones there are: their numbers are below that.
    [[nodiscard]] quint32 count() const { return m_different.size(); }
    [[nodiscard]] const Detail &at(quint32 number) const { return m_different.at(number); }

private:
    static constexpr quint32 kBlockRows = 16'384;
    static constexpr quint32 kBlockDetails = 256;

    /// Of the rows from a multiple of kBlockRows on.
    struct Block
    {
        QList<quint16> rows; ///< ascending
        QList<quint32> numbers;
    };

    [[nodiscard]] quint32 numberFor(const Detail &detail);

    QList<Block> m_blocks;
    BlockList<Detail, kBlockDetails> m_different;
    NotCopied<QHash<Detail, quint32>> m_numbers;
};

} // namespace roadstead
