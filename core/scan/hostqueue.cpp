// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/hostqueue.h"

#include <algorithm>
#include <utility>

namespace roadstead {

HostScan &HostQueue::add(std::unique_ptr<HostScan> host, TimePoint now)
{
    HostScan &added = *host;
    m_hosts[added.planned().number].scan = std::move(host);
    schedule(added, now);
    return added;
}

void HostQueue::remove(const HostScan &host)
{
    const auto found = m_hosts.find(host.planned().number);
    count(found->second, false, false);
    m_hosts.erase(found); // a place in line or an alarm finds nobody
}

HostScan *HostQueue::find(quint32 number) const
{
    const auto found = m_hosts.find(number);
    return found == m_hosts.end() ? nullptr : found->second.scan.get();
}

void HostQueue::schedule(HostScan &host, TimePoint now)
{
    const quint32 number = host.planned().number;
    Entry &entry = m_hosts.at(number);
    count(entry, host.isDown(), host.isGated());
    if (entry.isInLine)
        return;
    const std::optional<TimePoint> turn = host.nextTurn(now);
    if (!turn)
        return;
    if (*turn <= now) {
        entry.isInLine = true;
        m_line.push_back(number);
    } else if (!entry.alarm || *turn < *entry.alarm) {
        entry.alarm = turn;
        m_alarms.push({.when = *turn, .number = number});
    }
}

HostScan *HostQueue::next(TimePoint now)
{
    ring(now);
    while (!m_line.empty()) {
        const auto found = m_hosts.find(m_line.front());
        m_line.pop_front();
        if (found == m_hosts.end())
            continue;
        found->second.isInLine = false;
        return found->second.scan.get();
    }
    return nullptr;
}

std::optional<TimePoint> HostQueue::nextTurn() const
{
    if (!m_line.empty())
        return TimePoint{};
    return m_alarms.empty() ? std::nullopt : std::optional(m_alarms.top().when);
}

void HostQueue::restartPatience(TimePoint now)
{
    for (auto &[number, entry] : m_hosts) {
        entry.scan->restartPatience(now);
        schedule(*entry.scan, now);
    }
}

HostScan *HostQueue::anyDown() const
{
    const auto found = std::find_if(m_hosts.cbegin(), m_hosts.cend(),
                                    [](const auto &host) { return host.second.scan->isDown(); });
    return found == m_hosts.cend() ? nullptr : found->second.scan.get();
}

void HostQueue::clear()
{
    m_hosts.clear();
    m_counts = {};
    m_line.clear();
    m_alarms = {};
}

void HostQueue::count(Entry &entry, bool isDown, bool isGated)
{
    m_counts.down += static_cast<size_t>(isDown) - static_cast<size_t>(entry.isDown);
    m_counts.gated += static_cast<size_t>(isGated) - static_cast<size_t>(entry.isGated);
    entry.isDown = isDown;
    entry.isGated = isGated;
}

/// Puts in line whose moment has come.
void HostQueue::ring(TimePoint now)
{
    while (!m_alarms.empty() && m_alarms.top().when <= now) {
        const Alarm alarm = m_alarms.top();
        m_alarms.pop();
        const auto found = m_hosts.find(alarm.number);
        if (found == m_hosts.end() || found->second.alarm != alarm.when)
            continue;
        found->second.alarm.reset();
        schedule(*found->second.scan, now);
    }
}

} // namespace roadstead
