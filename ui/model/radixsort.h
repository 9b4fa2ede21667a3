// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>
#include <utility>
#include <vector>

namespace roadstead {

/// A row and its sort key as one number.
struct PackedRow
{
    quint64 key = 0;
    quint32 row = 0;
};

/// Sorts by key; rows with equal keys keep their order. Least significant digit first, eleven bits
/// at a time: a million keys need no comparison that a processor could guess wrong, which is what
/// std::sort spends its time on. Takes as much memory again as `rows`. Digits that are the same in
/// all rows cost next to nothing.
inline void radixSort(std::vector<PackedRow> &rows)
{
    constexpr int kDigitBits = 11;
    constexpr int kDigits = (64 + kDigitBits - 1) / kDigitBits;
    constexpr size_t kBuckets = size_t(1) << kDigitBits;
    const auto digitOf = [](quint64 key, int digit) {
        return static_cast<size_t>(key >> (digit * kDigitBits)) & (kBuckets - 1);
    };
    std::vector<std::array<size_t, kBuckets>> counts(kDigits);
    for (const PackedRow &row : rows) {
        for (int digit = 0; digit < kDigits; ++digit)
            ++counts[static_cast<size_t>(digit)][digitOf(row.key, digit)];
    }
    std::vector<PackedRow> sorted(rows.size());
    for (int digit = 0; digit < kDigits; ++digit) {
        auto &places = counts[static_cast<size_t>(digit)];
        if (rows.empty() || places[digitOf(rows.front().key, digit)] == rows.size())
            continue;
        size_t next = 0;
        for (size_t &place : places)
            next += std::exchange(place, next);
        for (const PackedRow &row : rows)
            sorted[places[digitOf(row.key, digit)]++] = row;
        rows.swap(sorted);
    }
}

} // namespace roadstead
