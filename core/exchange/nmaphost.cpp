// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/nmaphost.h"

#include "core/record/scanlimits.h"

namespace roadstead {

void NmapHost::setAddress(const Address &address)
{
    if (!m_address) // the first is the one that was scanned
        m_address = address;
}

bool NmapHost::addName(const QString &name)
{
    m_names += name;
    m_namesLength += name.size() + 1;
    return name.size() <= limits::kName && m_namesLength <= limits::kNames
           && m_names.size() <= ImportRows::kMostNames;
}

bool NmapHost::hasRoomFor(size_t count)
{
    constexpr size_t kMostPorts = 65'536;
    m_known += count;
    return m_known <= kMostPorts;
}

bool NmapHost::addPort(const Port &port)
{
    m_ports.push_back(port);
    return hasRoomFor(1);
}

bool NmapHost::addExtra(const Extra &extra)
{
    if (extra.ports.isEmpty()) {
        m_others.push_back(extra);
        return hasRoomFor(1);
    }
    m_extras.push_back(extra);
    return hasRoomFor(static_cast<size_t>(extra.ports.size()));
}

/// Old versions do not say which ports share a state. Where there is one such state, it is those
/// that were scanned and are not listed; but only if there are as many of them as it says.
void NmapHost::nameOthers(const PortSet &services)
{
    if (m_others.empty())
        return;
    QList<quint16> listed;
    for (const Port &port : m_ports)
        listed += port.number;
    PortSet left = services.without(PortSet(listed));
    for (const Extra &extra : m_extras)
        left = left.without(extra.ports);
    Extra &first = m_others.front();
    if (m_others.size() == 1 && static_cast<quint64>(left.size()) == first.count) {
        first.ports = left;
        m_extras.push_back(first);
        return;
    }
    for (const Extra &other : m_others)
        note(ImportNote::Code::PortsNotNamed, other.count);
}

std::optional<ImportError::Code> NmapHost::addPorts(ImportRows &rows, quint32 host,
                                                    ImportedRow row) const
{
    for (const Port &port : m_ports) {
        const std::optional<NmapMeaning> meaning = meaningOf(port.verdict, m_address->family);
        if (!meaning) {
            rows.note(ImportNote::Code::NoVerdict);
            continue;
        }
        row.port = port.number;
        row.state = meaning->state;
        row.reason = meaning->reason;
        Detail detail;
        detail.icmp = meaning->icmp;
        detail.banner = port.banner;
        if (const auto code = rows.add(host, row, detail))
            return code;
    }
    return std::nullopt;
}

std::optional<ImportError::Code> NmapHost::addExtras(ImportRows &rows, quint32 host,
                                                     ImportedRow row) const
{
    for (const Extra &extra : m_extras) {
        const std::optional<NmapMeaning> meaning = meaningOf(extra.verdict, m_address->family);
        if (!meaning) {
            rows.note(ImportNote::Code::NoVerdict, static_cast<quint64>(extra.ports.size()));
            continue;
        }
        row.state = meaning->state;
        row.reason = meaning->reason;
        for (const quint16 port : extra.ports.ports()) {
            row.port = port;
            if (const auto code = rows.add(host, row))
                return code;
        }
    }
    return std::nullopt;
}

std::optional<ImportError::Code> NmapHost::addTo(ImportRows &rows, const PortSet &services,
                                                 qint64 at)
{
    const Expected<quint32, ImportError::Code> host = rows.host(*m_address, m_names);
    if (!host)
        return host.error();
    nameOthers(services);
    for (const auto &[code, count] : m_notes)
        rows.note(code, count);
    ImportedRow row;
    row.at = m_at.value_or(at);
    if (const auto code = addPorts(rows, *host, row))
        return code;
    return addExtras(rows, *host, row);
}

} // namespace roadstead
