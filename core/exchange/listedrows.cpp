// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/listedrows.h"

#include <algorithm>
#include <array>
#include <utility>

namespace roadstead {

std::span<quint32> putListedFirst(const ResultStore &store, std::span<quint32> rows,
                                  quint32 mostOpen)
{
    std::array<quint32, kPortStateCount> counts{};
    for (const quint32 row : rows)
        ++counts[static_cast<size_t>(store.row(row).state())];
    const auto isListed = [&](quint32 row) {
        const PortState state = store.row(row).state();
        return counts[static_cast<size_t>(state)]
               <= (state == PortState::Open ? mostOpen : kMostListed);
    };
    const auto others = std::stable_partition(rows.begin(), rows.end(), isListed);
    std::stable_sort(others, rows.end(), [&store](quint32 left, quint32 right) {
        const PortResult &a = store.row(left);
        const PortResult &b = store.row(right);
        return std::pair(a.state(), a.reason()) < std::pair(b.state(), b.reason());
    });
    return rows.first(static_cast<size_t>(others - rows.begin()));
}

} // namespace roadstead
