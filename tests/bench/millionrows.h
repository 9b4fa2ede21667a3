// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A made-up scan of a million ports as it reaches the scan file: 16 hosts with all their ports, in
// commits of 10,000 rows as a quick scan makes them.

#pragma once

#include "core/record/scanwriter.h"
#include "core/target/writtentargets.h"

#include <QRandomGenerator>

namespace roadstead::millionrows {

inline constexpr quint32 kHosts = 16;
inline constexpr quint32 kPorts = 65'535;
inline constexpr quint32 kCommit = 10'000;

/// The hosts take turns; most ports are closed, three in ten silent, few open.
inline ScanPart partFrom(quint32 first, quint32 end, QRandomGenerator &random)
{
    ScanPart part;
    for (quint32 host = 0; first == 0 && host < kHosts; ++host)
        part.batch.hosts.append({host, Address::fromIpv4(0x0a00'0000 + host), {}});
    for (quint32 i = first; i < end; ++i) {
        PortResult row;
        row.host = i % kHosts;
        row.port = static_cast<quint16>(1 + i / kHosts * 40'504 % kPorts);
        row.atMilliseconds = i / 20 + random.bounded(50U);
        const quint32 dice = random.bounded(1'000U);
        if (dice < 300) {
            row.setVerdict(PortState::Filtered, Reason::NoResponse);
            row.setMissChance(0.001);
            row.attempts = 3;
        } else {
            row.setVerdict(dice < 998 ? PortState::Closed : PortState::Open,
                           dice < 998 ? Reason::Reset : Reason::SynAck);
            row.setRtt(100 + random.bounded(20'000U));
        }
        part.batch.rows.append(row);
    }
    return part;
}

inline QList<ScanPart> parts()
{
    QRandomGenerator random(1);
    QList<ScanPart> parts;
    for (quint32 first = 0; first < kHosts * kPorts; first += kCommit)
        parts.append(partFrom(first, qMin(first + kCommit, kHosts * kPorts), random));
    return parts;
}

inline ScanHeader header()
{
    ScanHeader header;
    header.request.targets = *readTargets(u"10.0.0.0-15", false);
    header.request.ports = PortSet::range(1, 65'535);
    header.request.options.seed = 1;
    header.startedAt = QDateTime::currentDateTimeUtc();
    return header;
}

inline bool write(const QString &path, const QList<ScanPart> &parts)
{
    ScanWriter writer;
    bool isGood = !writer.create(path, header());
    for (const ScanPart &part : parts)
        isGood = isGood && !writer.write(part);
    return isGood && !writer.close();
}

} // namespace roadstead::millionrows
