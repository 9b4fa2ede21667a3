// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1String>

/// What Detail::inferred may say. Part of the file formats (docs/FORMATS.md): never translated,
/// never changed.
namespace roadstead::inferred {

inline constexpr QLatin1String kHostDown("host-down");
inline constexpr QLatin1String kRouterDown("router-down");
inline constexpr QLatin1String kBlockedSince("blocked-since-"); ///< and a number of ports, from 1
inline constexpr QLatin1String kClosesAtOnce("closes-at-once");
inline constexpr QLatin1String kAcceptsAll("accepts-all");
inline constexpr QLatin1String kIcmpRateLimit("icmp-rate-limit");

inline constexpr int kLongest = 64; ///< of them, also of those that later versions may have
inline constexpr int kMostPorts = 65'536;

} // namespace roadstead::inferred
