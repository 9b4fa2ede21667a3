// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace roadstead {

class PortCatalogue;

/// The catalogue's service names laid out for a table: a name and a sort rank for every port
/// without a look-up, so that sorting and filtering a million rows never touches a string.
class ServiceNames
{
public:
    struct NamedPort
    {
        quint16 port = 0;
        QString folded; ///< the name, case-folded
    };
    static constexpr quint32 kNoRank = 0xffff'ffff;

    explicit ServiceNames(const PortCatalogue &catalogue);

    /// Empty if the port has none.
    [[nodiscard]] QString name(quint16 port) const;
    /// Names in ascending order have ascending ranks, equal names equal ones; kNoRank for a port
    /// without a name.
    [[nodiscard]] quint32 rank(quint16 port) const { return m_ranks.at(port); }
    [[nodiscard]] const QList<NamedPort> &namedPorts() const { return m_namedPorts; }

private:
    const PortCatalogue &m_catalogue;
    QList<quint32> m_ranks;
    QList<NamedPort> m_namedPorts;
};

} // namespace roadstead
