// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/resultstore.h"

// Rows live in blocks of 16,384. A snapshot shares them; the first append after one copies the
// last, still growing block (256 KiB) and the hosts, and nothing else: full blocks are never
// touched again. One flat list would copy everything (256 MB at sixteen million rows) and pause
// while it grows.

namespace roadstead {

void ResultStore::clear(const QDateTime &startedAt)
{
    *this = ResultStore();
    m_startedAt = startedAt.toUTC();
}

quint32 ResultStore::append(const ResultBatch &batch)
{
    for (const HostEntry &host : batch.hosts)
        addHost(host);
    const quint32 first = m_rowCount;
    for (const PortResult &row : batch.rows)
        addRow(row);
    for (const RowDetail &detail : batch.details) {
        Q_ASSERT(detail.row >= 0 && detail.row < batch.rows.size());
        if (!detail.detail.isEmpty())
            m_details.insert(first + static_cast<quint32>(detail.row), detail.detail);
    }
    return first;
}

QDateTime ResultStore::timeOf(const PortResult &result) const
{
    return m_startedAt.addMSecs(result.atMilliseconds);
}

void ResultStore::addHost(const HostEntry &entry)
{
    // Each scan thread names the hosts it meets, so the same one can come several times.
    const auto known = m_indexOfNumber.constFind(entry.number);
    if (known == m_indexOfNumber.constEnd()) {
        m_indexOfNumber.insert(entry.number, hostCount());
        m_hosts.append(HostRecord{entry.address, entry.address.toString(), entry.names, {}});
        return;
    }
    for (const QString &name : entry.names) {
        if (!m_hosts.at(*known).names.contains(name))
            m_hosts[*known].names.append(name);
    }
}

void ResultStore::addRow(const PortResult &row)
{
    if (m_rowCount % kBlockRows == 0) {
        m_blocks.append(QList<PortResult>());
        m_blocks.last().reserve(kBlockRows);
    }
    const auto host = m_indexOfNumber.constFind(row.host);
    Q_ASSERT(host != m_indexOfNumber.constEnd()); // the sender names a host before its first row
    PortResult stored = row;
    stored.host = *host;
    m_blocks.last().append(stored);
    ++m_rowCount;
    const auto state = static_cast<size_t>(row.state());
    ++m_counts[state];
    ++m_hosts[stored.host].counts[state];
}

} // namespace roadstead
