// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace roadstead {

/// A set of TCP ports, each once, in ascending order. A value; copies share memory. At most 128
/// KiB.
class PortSet
{
public:
    PortSet() = default;
    explicit PortSet(QList<quint16> ports); ///< any order, duplicates allowed
    [[nodiscard]] static PortSet range(quint16 first, quint16 last);

    [[nodiscard]] int size() const { return static_cast<int>(m_ports.size()); }
    [[nodiscard]] bool isEmpty() const { return m_ports.isEmpty(); }
    [[nodiscard]] quint16 at(int index) const { return m_ports.at(index); }
    [[nodiscard]] bool contains(quint16 port) const;
    [[nodiscard]] const QList<quint16> &ports() const { return m_ports; }
    [[nodiscard]] PortSet united(const PortSet &other) const;
    [[nodiscard]] PortSet without(const PortSet &other) const;

    friend bool operator==(const PortSet &, const PortSet &) = default;

private:
    QList<quint16> m_ports;
};

} // namespace roadstead
