// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/permutation.h"

#include <QtGlobal>

#include <algorithm>
#include <bit>

namespace roadstead {

namespace {
constexpr int kRounds = 4;
}

Permutation::Permutation(quint64 size, quint64 seed)
    : m_size(size)
    , m_seed(seed)
    , m_halfBits(std::max(1, (static_cast<int>(std::bit_width(std::max<quint64>(size, 1) - 1)) + 1) / 2))
{}

quint64 Permutation::at(quint64 index) const
{
    Q_ASSERT(index < m_size);
    // The domain is less than four times `size`, so this ends after four steps on average.
    quint64 value = encrypt(index);
    while (value >= m_size)
        value = encrypt(value);
    return value;
}

quint64 Permutation::encrypt(quint64 value) const
{
    const quint64 mask = (quint64(1) << m_halfBits) - 1;
    quint64 left = value >> m_halfBits;
    quint64 right = value & mask;
    for (quint64 round = 0; round < kRounds; ++round) {
        const quint64 next = left ^ (mixed(right ^ mixed(m_seed + round)) & mask);
        left = right;
        right = next;
    }
    return (left << m_halfBits) | right;
}

} // namespace roadstead
