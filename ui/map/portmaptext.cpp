// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/map/portmaptext.h"

#include "core/lookup/portcatalogue.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(roadstead::PortMapText)
};

QString onHosts(PortState state, quint32 hosts)
{
    const int plural = words::pluralNumber(hosts);
    const QString number = words::number(hosts);
    switch (state) {
    case PortState::Open:
        return Texts::tr("open on %1 host(s)", nullptr, plural).arg(number);
    case PortState::Unknown:
        return Texts::tr("unknown on %1 host(s)", nullptr, plural).arg(number);
    case PortState::Closed:
        return Texts::tr("closed on %1 host(s)", nullptr, plural).arg(number);
    case PortState::Filtered:
        return Texts::tr("filtered on %1 host(s)", nullptr, plural).arg(number);
    }
    return {};
}

QString withinSentence(PortState state)
{
    switch (state) {
    case PortState::Open:
        return Texts::tr("open", "a port is");
    case PortState::Unknown:
        return Texts::tr("unknown", "a port is");
    case PortState::Closed:
        return Texts::tr("closed", "a port is");
    case PortState::Filtered:
        return Texts::tr("filtered", "a port is");
    }
    return {};
}

QString statesOf(const PortMapData &data, quint16 port)
{
    const auto state = data.state(port);
    if (!state)
        return Texts::tr("not scanned", "a port is");
    if (data.host() != PortMapData::kAllHosts)
        return withinSentence(*state);
    QStringList parts;
    for (const PortState each : kAllPortStates) {
        const quint32 hosts = data.counts(port).at(static_cast<size_t>(each));
        if (hosts > 0)
            parts.append(onHosts(each, hosts));
    }
    return parts.join(Texts::tr(", ", "between parts of a list"));
}

QString sentence(const PortMapData &data, quint16 port, const PortCatalogue &catalogue,
                 const QString &number)
{
    const QString service = catalogue.serviceName(port);
    const QString name =
        service.isEmpty() ? number : Texts::tr("%1 %2", "443/tcp https").arg(number, service);
    return Texts::tr("%1: %2", "443/tcp https: open").arg(name, statesOf(data, port));
}

QString numberOf(quint16 port)
{
    return QString::number(port) + QStringLiteral("/tcp");
}

} // namespace

QString portMapText(const PortMapData &data, quint16 port, const PortCatalogue &catalogue)
{
    return sentence(data, port, catalogue, numberOf(port));
}

QString portMapShownText(const PortMapData &data, quint16 port, const PortCatalogue &catalogue)
{
    return sentence(data, port, catalogue, u'\u2066' + numberOf(port) + u'\u2069');
}

QString lookWord(quint8 look)
{
    return look == PortMapData::kNoState ? Texts::tr("Not scanned", "ports without a result")
                                         : words::of(static_cast<PortState>(look));
}

} // namespace roadstead
