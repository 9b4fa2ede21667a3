// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/resultstore.h"

#include "core/result/inferred.h"

#include <algorithm>
#include <cmath>

// Rows, hosts and details live in blocks (BlockList): a snapshot shares them, and who grows after
// one copies only the blocks that it touches. The way from a plan's number to a host's index is
// needed for growing alone; a snapshot goes without, because what is shared would be copied whole
// at the next new host.

namespace roadstead {

namespace {
/// With two digits of what is missing to 1, and never 1: 0.93, 0.9998, at most 0.999999.
double confidenceOf(double missChance)
{
    constexpr int kMostDigits = 6;
    const double clamped = std::clamp(missChance, std::pow(10, -kMostDigits), 1.0);
    const int digits = std::min(kMostDigits, 1 - static_cast<int>(std::floor(std::log10(clamped))));
    const double unit = std::pow(10, digits);
    return std::round((1 - clamped) * unit) / unit;
}
} // namespace

void ResultStore::clear(const QDateTime &startedAt)
{
    ResultStore fresh;
    fresh.m_notes = m_notes;
    *this = fresh;
    m_startedAt = startedAt.toUTC();
}

quint32 ResultStore::append(const ResultBatch &batch)
{
    prepareToGrow();
    for (const HostEntry &host : batch.hosts)
        addHost(host);
    const quint32 first = rowCount();
    for (const PortResult &row : batch.rows)
        addRow(row);
    for (const RowDetail &detail : batch.details) {
        Q_ASSERT(detail.row >= 0 && detail.row < batch.rows.size());
        if (!detail.detail.isEmpty())
            m_details.add(first + static_cast<quint32>(detail.row), detail.detail);
    }
    for (const HostChange &change : batch.changes)
        addChange(change);
    return first;
}

/// What follows from the host is not kept for each of its rows.
Detail ResultStore::detail(quint32 index) const
{
    const quint32 number = m_details.numberOf(index);
    Detail detail = number == DetailStore::kNone ? Detail() : m_details.at(number);
    const PortResult &result = row(index);
    if (const auto chance = result.missChance())
        detail.confidence = confidenceOf(*chance);
    if (!detail.inferred.isEmpty())
        return detail;
    if (result.state() == PortState::Open && hostOf(result).acceptsAll)
        detail.inferred = inferred::kAcceptsAll;
    else if (result.reason() == Reason::HostUnreach && result.attempts == 0)
        detail.inferred = inferred::kHostDown;
    return detail;
}

void ResultStore::prepareToGrow()
{
    if (!m_indexOfNumber.isEmpty())
        return;
    for (quint32 i = 0; i < hostCount(); ++i)
        m_indexOfNumber.insert(host(i).number, i);
}

void ResultStore::setRemoved(const RowSet &rows, bool removed)
{
    const RowSet changed = removed ? rows.without(m_removed) : rows.within(m_removed);
    if (changed.isEmpty())
        return;
    changed.forEach([this, removed](quint32 index) { recount(index, removed); });
    if (removed)
        m_removed.add(changed);
    else
        m_removed.subtract(changed);
    ++m_removals;
}

void ResultStore::recount(quint32 index, bool removed)
{
    const PortResult &result = row(index);
    const auto state = static_cast<size_t>(result.state());
    HostRecord &host = m_hosts.edit(result.host);
    const bool isOpen = result.state() == PortState::Open;
    if (removed) {
        --m_counts[state];
        ++host.removed;
        if (--host.counts[state] == 0 && isOpen)
            --m_hostsWithOpenPorts;
        return;
    }
    ++m_counts[state];
    --host.removed;
    if (++host.counts[state] == 1 && isOpen)
        ++m_hostsWithOpenPorts;
}

QDateTime ResultStore::timeOf(const PortResult &result) const
{
    return m_startedAt.addMSecs(result.atMilliseconds);
}

void ResultStore::addHost(const HostEntry &entry)
{
    // Each scan thread names the hosts it meets, so the same one can come several times.
    const quint32 known = m_indexOfNumber.at(entry.number);
    if (known == HostIndex::kNone) {
        m_indexOfNumber.insert(entry.number, hostCount());
        HostRecord host;
        host.address = entry.address;
        host.addressText =
            entry.addressText.isEmpty() ? entry.address.toString() : entry.addressText;
        host.names = entry.names;
        host.number = entry.number;
        m_hosts.append(host);
        return;
    }
    for (const QString &name : entry.names) {
        if (m_hosts.at(known).names.contains(name))
            continue;
        m_hosts.edit(known).names.append(name);
        ++m_laterNames;
    }
}

void ResultStore::addRow(const PortResult &row)
{
    const quint32 host = m_indexOfNumber.at(row.host);
    Q_ASSERT(host != HostIndex::kNone); // the sender names a host before its first row
    PortResult stored = row;
    stored.host = host;
    m_rows.append(stored);
    const auto state = static_cast<size_t>(row.state());
    ++m_counts[state];
    HostRecord &record = m_hosts.edit(stored.host);
    if (++record.counts[state] == 1 && row.state() == PortState::Open)
        ++m_hostsWithOpenPorts;
    if (row.hasRtt()) { // scan threads hand over in turns: not in the order of time
        record.firstAnswerAt = std::min(record.firstAnswerAt, row.atMilliseconds);
        record.lastAnswerAt = std::max(record.lastAnswerAt, row.atMilliseconds);
    }
}

void ResultStore::addChange(const HostChange &change)
{
    addHost({.number = change.host, .address = change.address, .names = {}});
    HostRecord &host = m_hosts.edit(m_indexOfNumber.at(change.host));
    switch (change.event) {
    case HostEvent::Up:
        if (host.standing != HostStanding::Up) { // each scan thread has a first answer of its own
            host.answeredPort = change.port;
            host.answer = change.reason;
        }
        host.standing = HostStanding::Up;
        return;
    case HostEvent::Down:
        if (host.standing != HostStanding::Up)
            host.standing = HostStanding::Down;
        return;
    case HostEvent::NoRoute:
        if (host.standing == HostStanding::Unknown)
            host.standing = HostStanding::NoRoute;
        return;
    case HostEvent::Blocked:
        host.blockedAfter = change.count;
        return;
    case HostEvent::AcceptsAll:
        host.acceptsAll = true;
        return;
    case HostEvent::RouterDown: // nothing is known of the host
    case HostEvent::FellSilent:
    case HostEvent::Resumed:
        return; // passing
    }
}

} // namespace roadstead
