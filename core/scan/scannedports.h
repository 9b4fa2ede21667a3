// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/hostchange.h"
#include "core/result/hostindex.h"
#include "core/result/resultstore.h"

#include <QtGlobal>

#include <array>
#include <optional>
#include <vector>

namespace roadstead {

/// Which ports of which hosts have their verdict already when a scan is continued. Holds a snapshot
/// of their results, and beside it each host's ports in ascending order: two bytes a row, and
/// sixteen a host. Immutable; may be read from any thread.
class ScannedPorts
{
public:
    /// Of all rows, also those that are removed. Takes its time for millions: not for a window's
    /// thread.
    explicit ScannedPorts(const ResultStore &store);

    /// `host` is the plan's number of it.
    [[nodiscard]] bool contains(quint32 host, quint16 port) const;
    /// Of that host, how many ports have a verdict.
    [[nodiscard]] quint32 countOf(quint32 host) const;
    /// Of these, how many were answered.
    [[nodiscard]] quint32 answeredOf(quint32 host) const;
    [[nodiscard]] quint64 size() const { return m_ports.size(); }
    [[nodiscard]] const std::array<quint64, kPortStateCount> &counts() const { return m_counts; }
    /// A port of a host has more than one row.
    [[nodiscard]] bool hasDuplicates() const { return m_hasDuplicates; }
    [[nodiscard]] const ResultStore &store() const { return m_store; }
    /// By which port it is known to be up, if it is.
    [[nodiscard]] std::optional<HostChange> proofOf(quint32 host) const;

private:
    const ResultStore m_store;
    HostIndex m_indexOfNumber; ///< of the store's hosts
    std::vector<quint64> m_begins; ///< of each host in m_ports, and the end
    std::vector<quint16> m_ports;
    std::vector<quint32> m_answered; ///< by host
    std::array<quint64, kPortStateCount> m_counts{}; ///< of rows by state
    bool m_hasDuplicates = false;
};

} // namespace roadstead
