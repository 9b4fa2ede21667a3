// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/scancomparison.h"
#include "tests/support/resultbuilder.h"

#include <QRandomGenerator>

#include <array>

namespace roadstead {

inline QStringList routerNames()
{
    return {QStringLiteral("router.lan")};
}

inline ResultStore olderStore()
{
    return ResultBuilder()
        .host(1, kRouter, routerNames())
        .host(2, kRouter + 19)
        .host(3, kRouter + 41)
        .closed(1, 22)
        .open(1, 53)
        .open(1, 80)
        .filtered(1, 443)
        .open(2, 22)
        .filtered(3, 22)
        .store();
}

inline ResultStore newerStore()
{
    return ResultBuilder()
        .host(1, kRouter, routerNames())
        .host(2, kRouter + 19)
        .host(3, kRouter + 41)
        .host(4, kRouter + 76, {QStringLiteral("new.lan")})
        .open(1, 22)
        .open(1, 53)
        .closed(1, 80)
        .closed(1, 443)
        .filtered(2, 22)
        .open(3, 22)
        .open(4, 8080)
        .store();
}

/// Nine differences of four hosts, of every kind but one.
inline ScanComparison sampleComparison()
{
    return *compareScans(olderStore(), newerStore());
}

inline ResultStore randomStore(QRandomGenerator &random)
{
    constexpr std::array<quint16, 6> kPorts{22, 53, 80, 443, 8080, 9999};
    ResultBuilder builder;
    for (quint32 host = 0; host < 12; ++host) {
        if (random.bounded(4) == 0)
            continue;
        QStringList names;
        if (random.bounded(2) == 0)
            names.append(QStringLiteral("n%1.lan").arg(random.bounded(5)));
        builder.host(host, kRouter + host, names);
        for (const quint16 port : kPorts) {
            if (random.bounded(4) != 0)
                builder.row(host, port, static_cast<PortState>(random.bounded(kPortStateCount)),
                            Reason::SynAck);
        }
    }
    return builder.store();
}

} // namespace roadstead
