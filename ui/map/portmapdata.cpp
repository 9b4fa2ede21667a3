// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/map/portmapdata.h"

#include <algorithm>
#include <utility>

namespace roadstead {

// The order of PortState is the order by meaning, so that the state that matters most is the
// smallest number, and "no result" is greater than all.
static_assert(PortState::Open < PortState::Unknown && PortState::Unknown < PortState::Closed
              && PortState::Closed < PortState::Filtered);

PortMapData::PortMapData(quint32 host)
    : m_host(host)
    , m_counts(kPorts)
{
    m_looks.fill(kNoState);
    m_portsByLook[kNoState] = kPorts;
}

bool PortMapData::take(const ResultStore &store, quint32 end, const Cancellation &cancellation)
{
    constexpr quint32 kRowsBetweenLooks = 1 << 16;
    end = std::min(end, store.rowCount());
    if (m_rowsTaken == 0)
        m_removals = store.removals();
    while (m_rowsTaken < end) {
        if (cancellation.isCancelled())
            return false;
        const quint32 next = std::min(end, m_rowsTaken + kRowsBetweenLooks);
        if (m_host == kAllHosts)
            takeOfAll(store, m_rowsTaken, next);
        else
            takeOfHost(store, m_rowsTaken, next);
        m_rowsTaken = next;
    }
    return true;
}

void PortMapData::takeOfAll(const ResultStore &store, quint32 begin, quint32 end)
{
    Counts *counts = m_counts.data();
    for (quint32 row = begin; row < end; ++row) {
        if (store.isRemoved(row))
            continue;
        const PortResult &result = store.row(row);
        const auto state = static_cast<quint8>(result.state());
        ++counts[result.port][state];
        if (state < m_looks[result.port])
            setLook(result.port, state);
        noteChange(result.port);
    }
}

void PortMapData::takeOfHost(const ResultStore &store, quint32 begin, quint32 end)
{
    for (quint32 row = begin; row < end; ++row) {
        const PortResult &result = store.row(row);
        if (result.host != m_host || store.isRemoved(row))
            continue;
        const auto state = static_cast<quint8>(result.state());
        if (m_looks[result.port] == state)
            continue;
        m_counts[result.port] = {};
        m_counts[result.port][state] = 1;
        setLook(result.port, state);
        noteChange(result.port);
    }
}

void PortMapData::setLook(quint16 port, quint8 look)
{
    --m_portsByLook[m_looks[port]];
    ++m_portsByLook[look];
    m_looks[port] = look;
}

std::optional<PortState> PortMapData::state(quint16 port) const
{
    if (m_looks[port] == kNoState)
        return std::nullopt;
    return static_cast<PortState>(m_looks[port]);
}

QList<quint16> PortMapData::takeChanged()
{
    for (const quint16 port : std::as_const(m_changed))
        m_isChanged[port] = false;
    return std::exchange(m_changed, {});
}

} // namespace roadstead
