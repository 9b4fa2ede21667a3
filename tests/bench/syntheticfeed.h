// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/portresult.h"
#include "tests/support/scatteredport.h"

#include <QRandomGenerator>

namespace roadstead {

/// The rows of a large made-up scan, in batches as the engine hands them over: its hosts, a third
/// of them with a name, whose ports come in turns; one in 500 is open, three in ten are silent, one
/// in twenty is refused by a firewall, the others are closed. The same every time.
class SyntheticFeed
{
public:
    static constexpr quint32 kHosts = 4'096;
    static constexpr quint32 kRowsPerSecond = 200'000;

    /// Of so many hosts. With as many as rows each has one, as when a network is searched.
    explicit SyntheticFeed(quint32 hosts = kHosts)
        : m_hosts(hosts)
    {}

    [[nodiscard]] ResultBatch next(quint32 rows)
    {
        ResultBatch batch;
        batch.rows.reserve(rows);
        for (quint32 i = 0; i < rows; ++i, ++m_sent)
            addRow(batch);
        return batch;
    }

private:
    void addRow(ResultBatch &batch)
    {
        PortResult row;
        row.host = m_sent % m_hosts;
        if (m_sent < m_hosts)
            addHost(batch, row.host);
        row.port = scatteredPort(m_sent / m_hosts);
        row.atMilliseconds = m_sent / (kRowsPerSecond / 1'000);
        row.setRtt(50 + m_random.bounded(20'000U));
        const quint32 dice = m_random.bounded(1'000U);
        if (dice < 2) {
            row.setVerdict(PortState::Open, Reason::SynAck);
        } else if (dice < 302) {
            row.setVerdict(PortState::Filtered, Reason::NoResponse);
            row.setMissChance(m_random.bounded(1U, 1'000U) / 1e4);
            row.attempts = static_cast<quint8>(m_random.bounded(2U, 4U));
        } else if (dice < 352) {
            row.setVerdict(PortState::Filtered, Reason::AdminProhibited);
            Detail detail;
            detail.icmp = {3, 13, Address::fromIpv4(0xc612'ff00 + row.host % 8)};
            batch.details.append({batch.rows.size(), detail});
        } else {
            row.setVerdict(PortState::Closed, Reason::Reset);
        }
        batch.rows.append(row);
    }

    void addHost(ResultBatch &batch, quint32 number) const
    {
        const QStringList names = number % 3 == 0
                                      ? QStringList{QStringLiteral("host%1.test").arg(number)}
                                      : QStringList();
        batch.hosts.append(
            {number, Address::fromIpv4(kFirstAddress + number * 7 % m_hosts), names});
    }

    static constexpr quint32 kFirstAddress = 0xc612'0000;

    QRandomGenerator m_random{1};
    quint32 m_hosts;
    quint32 m_sent = 0;
};

} // namespace roadstead
