// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/rowrequests.h"

#include "core/target/portset.h"
#include "ui/model/copytext.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QSet>

#include <map>
#include <optional>

namespace roadstead {

namespace {

constexpr QLatin1String kSeparator(", ");

/// The hosts of some rows in their order, and the ports of each.
struct PickedHosts
{
    QList<quint32> hosts;
    std::map<quint32, QList<quint16>> ports; ///< by host; as they come
};

std::optional<RowRequestFault> pick(PickedHosts &picked, const ResultStore &store,
                                    const RowSelection &rows)
{
    qint64 seen = 0;
    rows.forEach([&](quint32 row) {
        const PortResult &result = store.row(row);
        QList<quint16> &ports = picked.ports[result.host];
        if (ports.isEmpty())
            picked.hosts.append(result.host);
        ports.append(result.port);
        return ++seen <= kMostRowsOfRequest && picked.hosts.size() <= kMostHostsOfRequest;
    });
    if (seen == 0)
        return RowRequestFault::NoRows;
    if (seen > kMostRowsOfRequest)
        return RowRequestFault::TooManyRows;
    if (picked.hosts.size() > kMostHostsOfRequest)
        return RowRequestFault::TooManyHosts;
    return std::nullopt;
}

QString addressesOf(const ResultStore &store, const QList<quint32> &hosts)
{
    QStringList addresses;
    for (const quint32 host : hosts)
        addresses.append(store.host(host).addressText);
    return addresses.join(kSeparator);
}

ScanTextsOrFault withOwnPorts(const ResultStore &store, const PickedHosts &picked,
                              const std::map<quint32, PortSet> &portsOf)
{
    QStringList targets;
    QList<quint16> all;
    for (const quint32 host : picked.hosts) {
        const PortSet &ports = portsOf.at(host);
        if (targets.size() + ports.size() > kMostPortsOfRequest)
            return RowRequestFault::TooManyPorts;
        all.append(ports.ports());
        for (const quint16 port : ports.ports())
            targets.append(hostPort(store.host(host), port));
    }
    return ScanTexts{targets.join(kSeparator), textOf(PortSet(all))};
}

} // namespace

QString textOf(const PortSet &ports)
{
    QStringList parts;
    for (int first = 0; first < ports.size();) {
        int last = first;
        while (last + 1 < ports.size() && ports.at(last + 1) == ports.at(last) + 1)
            ++last;
        const QString from = QString::number(ports.at(first));
        parts.append(first == last ? from : from + u'-' + QString::number(ports.at(last)));
        first = last + 1;
    }
    return parts.join(kSeparator);
}

QString describe(RowRequestFault fault)
{
    switch (fault) {
    case RowRequestFault::NoRows:
        return QCoreApplication::translate("RowRequests", "Select results first.");
    case RowRequestFault::TooManyRows:
        return QCoreApplication::translate("RowRequests", "Select at most %1 results for this.")
            .arg(words::number(kMostRowsOfRequest));
    case RowRequestFault::TooManyHosts:
        return QCoreApplication::translate("RowRequests",
                                           "Select results of at most %1 hosts for this.")
            .arg(words::number(kMostHostsOfRequest));
    case RowRequestFault::TooManyPorts:
        return QCoreApplication::translate(
                   "RowRequests",
                   "These hosts have different ports, more than %1 in all. Select fewer results.")
            .arg(words::number(kMostPortsOfRequest));
    case RowRequestFault::TooLong:
        return QCoreApplication::translate(
            "RowRequests", "So many excluded hosts cannot be kept. Exclude their network instead.");
    }
    return {};
}

ScanTextsOrFault scanOfPorts(const ResultStore &store, const RowSelection &rows)
{
    PickedHosts picked;
    if (const auto fault = pick(picked, store, rows))
        return *fault;
    std::map<quint32, PortSet> portsOf;
    bool isSame = true;
    for (const auto &[host, ports] : picked.ports) {
        portsOf[host] = PortSet(ports);
        isSame = isSame && portsOf[host] == portsOf.begin()->second;
    }
    if (isSame)
        return ScanTexts{addressesOf(store, picked.hosts), textOf(portsOf.begin()->second)};
    return withOwnPorts(store, picked, portsOf);
}

HostsOrFault hostsOf(const ResultStore &store, const RowSelection &rows)
{
    PickedHosts picked;
    if (const auto fault = pick(picked, store, rows))
        return *fault;
    return picked.hosts;
}

ScanTextsOrFault scanOfHosts(const ResultStore &store, const QList<quint32> &hosts,
                             const QString &portsText)
{
    if (hosts.isEmpty())
        return RowRequestFault::NoRows;
    if (hosts.size() > kMostHostsOfRequest)
        return RowRequestFault::TooManyHosts;
    return ScanTexts{addressesOf(store, hosts), portsText};
}

TextOrFault excludingHosts(const ResultStore &store, const QList<quint32> &hosts,
                           const QString &excluded)
{
    if (hosts.isEmpty())
        return RowRequestFault::NoRows;
    const QString before = excluded.trimmed();
    QString separated = before; // commas, spaces and lines all separate
    separated.replace(u',', u' ');
    const QStringList words = separated.simplified().split(u' ', Qt::SkipEmptyParts);
    const QSet<QString> known(words.begin(), words.end());
    QStringList parts;
    for (const quint32 host : hosts) {
        if (!known.contains(store.host(host).addressText))
            parts.append(store.host(host).addressText);
    }
    if (!before.isEmpty())
        parts.prepend(before);
    const QString text = parts.join(kSeparator);
    return text.size() > kLongestExclude ? TextOrFault(RowRequestFault::TooLong)
                                         : TextOrFault(text);
}

} // namespace roadstead
