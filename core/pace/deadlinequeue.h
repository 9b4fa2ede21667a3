// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"

#include <QtGlobal>

#include <optional>
#include <queue>
#include <vector>

namespace roadstead {

/// When which probe's patience ends: one queue and one timer for all of them, because a QTimer for each of ten
/// thousand probes costs more than the probes. A probe that ended early is not looked for; its entry is recognised
/// as stale by its serial number when its time comes.
class DeadlineQueue
{
public:
    struct Entry
    {
        TimePoint when;
        quint32 slot = 0;
        quint32 serial = 0; ///< which use of the slot is meant
    };

    void add(const Entry &entry) { m_entries.push(entry); }
    /// The earliest entry that is due, or nothing.
    [[nodiscard]] std::optional<Entry> takeDue(TimePoint now);
    /// When the next entry is due. It may be a stale one: waking for nothing is cheaper than searching.
    [[nodiscard]] std::optional<TimePoint> next() const;
    void clear() { m_entries = {}; }

private:
    struct Later
    {
        bool operator()(const Entry &a, const Entry &b) const { return a.when > b.when; }
    };
    std::priority_queue<Entry, std::vector<Entry>, Later> m_entries;
};

} // namespace roadstead
