// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/portcatalogue.h"
#include "core/result/portresult.h"
#include "core/result/resultstore.h"
#include "core/result/rowset.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>

namespace roadstead {

/// Makes batches of results in a line or two.
class ResultBuilder
{
public:
    ResultBuilder &host(quint32 number, const Address &address, const QStringList &names = {})
    {
        m_batch.hosts.append({number, address, names});
        return *this;
    }
    ResultBuilder &host(quint32 number, quint32 ipv4, const QStringList &names = {})
    {
        return host(number, Address::fromIpv4(ipv4), names);
    }
    ResultBuilder &row(quint32 hostNumber, quint16 port, PortState state, Reason reason,
                       quint32 rttMicroseconds = PortResult::kNoRtt)
    {
        PortResult result;
        result.host = hostNumber;
        result.port = port;
        result.setRtt(rttMicroseconds);
        result.setVerdict(state, reason);
        m_batch.rows.append(result);
        return *this;
    }
    ResultBuilder &open(quint32 hostNumber, quint16 port, quint32 rttMicroseconds = 600)
    {
        return row(hostNumber, port, PortState::Open, Reason::SynAck, rttMicroseconds);
    }
    ResultBuilder &closed(quint32 hostNumber, quint16 port, quint32 rttMicroseconds = 500)
    {
        return row(hostNumber, port, PortState::Closed, Reason::Reset, rttMicroseconds);
    }
    ResultBuilder &filtered(quint32 hostNumber, quint16 port)
    {
        return row(hostNumber, port, PortState::Filtered, Reason::NoResponse);
    }
    /// As a scan finds it, with the chance that an answer was lost.
    ResultBuilder &silent(quint32 hostNumber, quint16 port, double missChance)
    {
        filtered(hostNumber, port);
        m_batch.rows.last().setMissChance(missChance);
        return *this;
    }
    ResultBuilder &unknown(quint32 hostNumber, quint16 port)
    {
        return row(hostNumber, port, PortState::Unknown, Reason::LocalFirewall);
    }
    /// Of the row added last.
    ResultBuilder &detail(const Detail &detail)
    {
        m_batch.details.append({m_batch.rows.size() - 1, detail});
        return *this;
    }
    ResultBuilder &banner(const QByteArray &said)
    {
        Detail further;
        further.banner = said;
        return detail(further);
    }
    ResultBuilder &change(quint32 hostNumber, const Address &address, HostEvent event,
                          quint16 port = 0, Reason reason = Reason::NotProbed)
    {
        m_batch.changes.append({.host = hostNumber,
                                .address = address,
                                .event = event,
                                .port = port,
                                .reason = reason});
        return *this;
    }
    [[nodiscard]] const ResultBatch &batch() const { return m_batch; }
    /// As a scan leaves it that began when testStart() says.
    [[nodiscard]] ResultStore store() const;

private:
    ResultBatch m_batch;
};

inline QDateTime testStart()
{
    return QDateTime(QDate(2026, 1, 31), QTime(12, 0), QTimeZone::utc());
}

inline ResultStore ResultBuilder::store() const
{
    ResultStore store;
    store.clear(testStart());
    store.append(m_batch);
    return store;
}

inline constexpr quint32 kRouter = 0xc0a8'0101; // 192.168.1.1

/// A handful of services, so that a test does not depend on the registry that is shipped.
inline QByteArray testServices()
{
    return QByteArray(
        "22\tssh\tSecure Shell\n53\tdomain\tDomain Name Server\n80\thttp\tWorld Wide Web\n"
        "443\thttps\thttp over TLS\n8080\thttp-alt\tHTTP alternate\n");
}

/// Some of so many rows, often several beside each other, so that hosts lose all of theirs.
inline RowSet randomRows(QRandomGenerator &random, quint32 rowCount)
{
    RowSet rows;
    for (int i = random.bounded(4); i > 0 && rowCount > 0; --i) {
        const quint32 first = random.bounded(rowCount);
        const quint32 end = std::min(rowCount, first + random.bounded(rowCount) / 2 + 1);
        for (quint32 row = first; row < end; ++row)
            rows.insert(row);
    }
    return rows;
}

} // namespace roadstead
