// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"

#include <QString>
#include <QStringList>

#include <array>

namespace roadstead {

/// What there is to say of a host in a word or two. The order is the order by meaning: what a
/// person looks for first.
enum class HostVerdict : quint8 {
    Up,
    AcceptsAll, ///< it, or something on the way, accepts every connection
    StoppedAnswering, ///< it answered first, and then no more
    Silent, ///< nothing of its own came back so far, which proves nothing
    NoRoute,
    Down, ///< proven
};
inline constexpr size_t kHostVerdictCount = 6;

/// What says most about the host counts: one that accepts everything is up as well.
[[nodiscard]] HostVerdict verdictOf(const HostRecord &host);

namespace words {

/// "Up", "Accepts all", "Stopped answering after 12 ports".
[[nodiscard]] QString verdict(const HostRecord &host);
/// {"Open 5", "Closed 12"}: without the states that there are none of.
[[nodiscard]] QStringList counts(const std::array<quint64, kPortStateCount> &counts);
[[nodiscard]] QStringList counts(const std::array<quint32, kPortStateCount> &counts);

} // namespace words

} // namespace roadstead
