// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/hostscan.h"

#include <queue>

#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace roadstead {

/// The hosts that a scan thread is at, and whose turn it is: each sends one probe and goes to the
/// end of the line, so that none waits for another and the first probes reach all of them first. A
/// host that has to wait for a moment stands aside until then; one that has to wait for an event is
/// put back in line by schedule().
class HostQueue
{
public:
    /// `host` is in line.
    HostScan &add(std::unique_ptr<HostScan> host, TimePoint now);
    void remove(const HostScan &host);
    [[nodiscard]] HostScan *find(quint32 number) const;
    [[nodiscard]] size_t size() const { return m_hosts.size(); }
    [[nodiscard]] size_t downCount() const { return m_counts.down; } ///< of them
    [[nodiscard]] size_t gatedCount() const { return m_counts.gated; }

    /// Something happened to it: it stands where it belongs now.
    void schedule(HostScan &host, TimePoint now);
    /// Whose turn it is; it has to be given to schedule() again. Null when nobody's.
    [[nodiscard]] HostScan *next(TimePoint now);
    /// When next() has somebody: in the past for at once; nothing if only an event can bring that.
    [[nodiscard]] std::optional<TimePoint> nextTurn() const;

    /// What was waited for begins anew, for every host.
    void restartPatience(TimePoint now);
    /// In any order.
    template <typename Function>
    void forEach(const Function &function) const
    {
        for (const auto &[number, entry] : m_hosts)
            function(*entry.scan);
    }
    /// Any host that is down, or null.
    [[nodiscard]] HostScan *anyDown() const;
    void clear();

private:
    struct Counts
    {
        size_t down = 0;
        size_t gated = 0;
    };
    struct Entry
    {
        std::unique_ptr<HostScan> scan;
        bool isInLine = false;
        bool isDown = false; ///< as counted
        bool isGated = false;
        std::optional<TimePoint> alarm; ///< the one that counts, of those in m_alarms
    };
    struct Alarm
    {
        TimePoint when;
        quint32 number = 0;

        friend bool operator>(const Alarm &a, const Alarm &b) { return a.when > b.when; }
    };

    void count(Entry &entry, bool isDown, bool isGated);
    void ring(TimePoint now);

    std::unordered_map<quint32, Entry> m_hosts;
    Counts m_counts;
    std::deque<quint32> m_line;
    std::priority_queue<Alarm, std::vector<Alarm>, std::greater<>> m_alarms;
};

} // namespace roadstead
