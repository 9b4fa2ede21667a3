// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/opener/openersubject.h"

#include "core/result/resultstore.h"

namespace roadstead {

namespace {

QString serviceFrom(const QByteArray &banner, const QString &usualService)
{
    if (banner.startsWith("SSH-"))
        return QStringLiteral("ssh");
    if (banner.startsWith("HTTP/") && !usualService.contains(u"http"))
        return QStringLiteral("http");
    return usualService;
}

} // namespace

OpenerSubject openerSubjectOf(const ResultStore &store, quint32 row, const QString &usualService)
{
    const PortResult &result = store.row(row);
    const HostRecord &host = store.hostOf(result);
    return {.address = host.address,
            .port = result.port,
            .service = serviceFrom(store.detail(row).banner, usualService),
            .name = host.names.value(0),
            .isOpen = result.state() == PortState::Open};
}

} // namespace roadstead
