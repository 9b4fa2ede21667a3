// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/scannedports.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace roadstead {

ScannedPorts::ScannedPorts(const ResultStore &store)
    : m_store(store)
    , m_begins(store.hostCount() + size_t(1))
    , m_ports(store.rowCount())
    , m_answered(store.hostCount())
{
    for (quint32 host = 0; host < store.hostCount(); ++host)
        m_indexOfNumber.insert(store.host(host).number, host);
    for (quint32 row = 0; row < store.rowCount(); ++row)
        ++m_begins[store.row(row).host + size_t(1)];
    std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());
    std::vector<quint64> next(m_begins.begin(), std::prev(m_begins.end()));
    for (quint32 row = 0; row < store.rowCount(); ++row) {
        const PortResult &result = store.row(row);
        m_ports[next[result.host]++] = result.port;
        ++m_counts[static_cast<size_t>(result.state())];
        if (result.hasRtt())
            ++m_answered[result.host];
    }
    for (size_t host = 0; host < m_answered.size(); ++host) {
        const auto begin = m_ports.begin() + static_cast<std::ptrdiff_t>(m_begins[host]);
        const auto end = m_ports.begin() + static_cast<std::ptrdiff_t>(m_begins[host + 1]);
        std::sort(begin, end);
        m_hasDuplicates |= std::adjacent_find(begin, end) != end;
    }
}

bool ScannedPorts::contains(quint32 host, quint16 port) const
{
    const quint32 index = m_indexOfNumber.at(host);
    if (index == HostIndex::kNone)
        return false;
    const auto begin = m_ports.begin() + static_cast<std::ptrdiff_t>(m_begins[index]);
    const auto end = m_ports.begin() + static_cast<std::ptrdiff_t>(m_begins[index + size_t(1)]);
    return std::binary_search(begin, end, port);
}

quint32 ScannedPorts::countOf(quint32 host) const
{
    const quint32 index = m_indexOfNumber.at(host);
    if (index == HostIndex::kNone)
        return 0;
    return static_cast<quint32>(m_begins[index + size_t(1)] - m_begins[index]);
}

quint32 ScannedPorts::answeredOf(quint32 host) const
{
    const quint32 index = m_indexOfNumber.at(host);
    return index == HostIndex::kNone ? 0 : m_answered[index];
}

std::optional<HostChange> ScannedPorts::proofOf(quint32 host) const
{
    const quint32 index = m_indexOfNumber.at(host);
    if (index == HostIndex::kNone || m_store.host(index).standing != HostStanding::Up)
        return std::nullopt;
    const HostRecord &record = m_store.host(index);
    HostChange up;
    up.host = host;
    up.address = record.address;
    up.port = record.answeredPort;
    up.reason = record.answer;
    return up;
}

} // namespace roadstead
