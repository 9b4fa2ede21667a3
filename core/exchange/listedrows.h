// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a host's thousands of ports are told in: those that are worth a line, and the others only as
// numbers. The rule is nmap's (its reference guide, "extraports").

#pragma once

#include "core/result/resultstore.h"

#include <span>

namespace roadstead {

/// Of a state other than open, a host's ports are listed up to that many.
inline constexpr quint32 kMostListed = 25;
inline constexpr quint32 kAllListed = 0xffff'ffff;

/// Puts a host's rows, which are by port, into this order: those that are listed, by port; then the
/// others by state, by reason, and by port. Gives back the first. `mostOpen`: up to so many open
/// ones are listed.
[[nodiscard]] std::span<quint32> putListedFirst(const ResultStore &store, std::span<quint32> rows,
                                                quint32 mostOpen = kAllListed);

/// The rows at the front that are the same as the first, at least one.
template <typename IsSame>
[[nodiscard]] std::span<const quint32> frontGroup(std::span<const quint32> rows,
                                                  const IsSame &isSame)
{
    size_t end = 1;
    while (end < rows.size() && isSame(rows.front(), rows[end]))
        ++end;
    return rows.first(end);
}

} // namespace roadstead
