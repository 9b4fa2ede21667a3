// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/steadylimit.h"

#include <algorithm>

namespace roadstead {

namespace {
constexpr Duration kMemory = std::chrono::seconds(1);
constexpr qsizetype kMuchMoreOften = 2;
} // namespace

ScanLimit SteadyLimit::onSeen(ScanLimit limit, TimePoint now)
{
    while (!m_seen.empty() && now - m_seen.front().first >= kMemory)
        m_seen.pop_front();
    if (limit != ScanLimit::None)
        m_seen.emplace_back(now, limit);
    const qsizetype times = timesSeen(m_said);
    if (times == 0 || timesSeen(limit) > kMuchMoreOften * times)
        m_said = m_seen.empty() ? ScanLimit::None : m_seen.back().second;
    return m_said;
}

/// None is never seen: it is what is left.
qsizetype SteadyLimit::timesSeen(ScanLimit limit) const
{
    return std::count_if(m_seen.cbegin(), m_seen.cend(),
                         [limit](const auto &seen) { return seen.second == limit; });
}

} // namespace roadstead
