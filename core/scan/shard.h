// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace roadstead {

/// Which part of a scan: several computers take one each, with the same request and seed, and their
/// results are joined. The n-th host by address and the m-th port of its order go to part
/// (n + m) mod `count` + 1, so that each part has as much of every host as the others.
struct Shard
{
    static constexpr quint32 kMost = 65'536;

    quint32 number = 1; ///< from 1
    quint32 count = 1;

    [[nodiscard]] bool isWhole() const { return count == 1; }
    friend bool operator==(const Shard &, const Shard &) = default;
};

} // namespace roadstead
