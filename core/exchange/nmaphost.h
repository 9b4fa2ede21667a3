// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/importrows.h"
#include "core/exchange/nmapwords.h"
#include "core/target/portset.h"

#include <QStringList>

#include <map>
#include <vector>

namespace roadstead {

/// What a file in nmap's XML says of one host, until the host is whole: then its results are
/// added, and not before, so that nothing of a host is kept that the file breaks off in.
class NmapHost
{
public:
    /// Ports that share a state and are not listed each by itself.
    struct Extra
    {
        quint64 count = 0;
        NmapVerdict verdict;
        PortSet ports; ///< empty where it is not said which
    };
    struct Port
    {
        quint16 number = 0;
        NmapVerdict verdict;
        QByteArray banner;
    };

    void setAddress(const Address &address);
    [[nodiscard]] bool hasAddress() const { return m_address.has_value(); }
    [[nodiscard]] Address address() const { return m_address.value_or(Address()); }
    /// False if it is too long, or there are more than any host has.
    [[nodiscard]] bool addName(const QString &name);
    void setTime(qint64 milliseconds) { m_at = milliseconds; }
    /// False if there are more ports than a host has.
    [[nodiscard]] bool addPort(const Port &port);
    [[nodiscard]] bool addExtra(const Extra &extra);
    void note(ImportNote::Code code, quint64 count) { m_notes[code] += count; }

    /// `services`: the ports that were scanned of every host, where the file says it. `at`: the
    /// time of hosts that have none. After setAddress().
    [[nodiscard]] std::optional<ImportError::Code> addTo(ImportRows &rows, const PortSet &services,
                                                         qint64 at);

private:
    [[nodiscard]] bool hasRoomFor(size_t count);
    void nameOthers(const PortSet &services);
    [[nodiscard]] std::optional<ImportError::Code> addPorts(ImportRows &rows, quint32 host,
                                                            ImportedRow row) const;
    [[nodiscard]] std::optional<ImportError::Code> addExtras(ImportRows &rows, quint32 host,
                                                             ImportedRow row) const;

    std::optional<Address> m_address;
    QStringList m_names;
    qsizetype m_namesLength = 0;
    std::optional<qint64> m_at;
    std::vector<Port> m_ports;
    std::vector<Extra> m_extras; ///< of known ports
    std::vector<Extra> m_others; ///< of unknown ones
    std::map<ImportNote::Code, quint64> m_notes;
    size_t m_known = 0; ///< ports of m_ports and m_extras
};

} // namespace roadstead
