// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/portresult.h"

#include <QBitArray>
#include <QList>

namespace roadstead {

/// Hosts or ports that rows must be of to be shown, beside the filter's words: what is selected in
/// the list of hosts or of services. Hosts are indexes of a ResultStore. A row costs two look-ups,
/// however many hosts and ports there are. A value; equal choices are equal.
class ResultNarrowing
{
public:
    /// Of no hosts or no ports: nothing is narrowed.
    [[nodiscard]] static ResultNarrowing toHosts(const QList<quint32> &hosts);
    [[nodiscard]] static ResultNarrowing toPorts(const QList<quint16> &ports);
    /// What both let pass.
    [[nodiscard]] ResultNarrowing with(const ResultNarrowing &other) const;

    /// Hides nothing.
    [[nodiscard]] bool isEmpty() const { return !m_isOfHosts && !m_isOfPorts; }
    /// `result` as a ResultStore has it.
    [[nodiscard]] bool admits(const PortResult &result) const
    {
        return (!m_isOfHosts || has(m_hosts, result.host))
               && (!m_isOfPorts || has(m_ports, result.port));
    }
    /// Ascending; none if it is not narrowed to hosts, or with() left none.
    [[nodiscard]] QList<quint32> hosts() const;
    [[nodiscard]] QList<quint16> ports() const;

    friend bool operator==(const ResultNarrowing &, const ResultNarrowing &) = default;

private:
    [[nodiscard]] static bool has(const QBitArray &bits, quint32 number)
    {
        const auto at = static_cast<qsizetype>(number);
        return at < bits.size() && bits.testBit(at);
    }
    template <typename T>
    [[nodiscard]] static QBitArray bitsOf(const QList<T> &numbers);
    template <typename T>
    [[nodiscard]] static QList<T> numbersOf(const QBitArray &bits);
    static void intersect(QBitArray &bits, const QBitArray &other);

    bool m_isOfHosts = false;
    bool m_isOfPorts = false;
    QBitArray m_hosts; ///< ends with the last one that is set, so that equal sets are equal
    QBitArray m_ports;
};

} // namespace roadstead
