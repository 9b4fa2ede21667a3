// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectationindex.h"

#include <QHash>
#include <QList>

namespace roadstead {

/// What is expected of the ports of many hosts, which are added one after the other: then a port
/// is looked up without a look at any rule. Hosts under the same rules share memory, and so do
/// copies. A value.
class HostExpectations
{
public:
    explicit HostExpectations(SharedExpectations expectations = {});

    /// Nothing is expected of anybody.
    [[nodiscard]] bool isEmpty() const { return !m_index; }
    /// Returns its number: the next one, from 0. Not if this is empty.
    quint32 add(const Address &host);
    /// Forgets the hosts.
    void clear();

    /// None where this is empty, or the host has not been added.
    [[nodiscard]] Expectation of(quint32 host, quint16 port) const
    {
        return host < m_kindOf.size() ? m_kinds.at(m_kindOf.at(host)).at(port) : Expectation::None;
    }

    /// Of a host that has been added.
    [[nodiscard]] const ExpectedPorts &portsOf(quint32 host) const
    {
        return m_kinds.at(m_kindOf.at(host));
    }

private:
    [[nodiscard]] quint32 kindOf(const Address &host);

    SharedExpectations m_index;
    QList<quint32> m_kindOf; ///< by host: what it is in m_kinds
    QList<ExpectedPorts> m_kinds;
    QHash<ExpectationIndex::Rules, quint32> m_known; ///< by rules: what it is in m_kinds
};

} // namespace roadstead
