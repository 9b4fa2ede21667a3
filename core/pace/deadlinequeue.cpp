// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/deadlinequeue.h"

namespace roadstead {

std::optional<DeadlineQueue::Entry> DeadlineQueue::takeDue(TimePoint now)
{
    if (m_entries.empty() || m_entries.top().when > now)
        return std::nullopt;
    const Entry entry = m_entries.top();
    m_entries.pop();
    return entry;
}

std::optional<TimePoint> DeadlineQueue::next() const
{
    if (m_entries.empty())
        return std::nullopt;
    return m_entries.top().when;
}

} // namespace roadstead
