// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/localnetworks.h"

#include "core/base/address.h"

#include <QHostAddress>
#include <QNetworkInterface>

namespace roadstead {

namespace {

constexpr int kWidestPrefix = 16;
constexpr int kNarrowedPrefix = 24;

constexpr quint32 maskOf(int prefixLength)
{
    return prefixLength == 0 ? 0 : ~quint32{0} << (32 - prefixLength);
}

/// RFC 1918.
constexpr bool isPrivate(quint32 ipv4)
{
    return (ipv4 & maskOf(8)) == 0x0a00'0000 || (ipv4 & maskOf(12)) == 0xac10'0000
           || (ipv4 & maskOf(16)) == 0xc0a8'0000;
}

/// Calls `function` with each IPv4 address of those interfaces that are running, and their flags.
template <typename Function>
void forEachAddress(const Function &function)
{
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning)
            || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        const QList<QNetworkAddressEntry> entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                function(entry, flags);
        }
    }
}

} // namespace

QString privateNetworkOf(quint32 ipv4, int prefixLength)
{
    if (!isPrivate(ipv4) || prefixLength < 0 || prefixLength > 30)
        return {};
    const int prefix = prefixLength < kWidestPrefix ? kNarrowedPrefix : prefixLength;
    return Address::fromIpv4(ipv4 & maskOf(prefix)).toString() + u'/' + QString::number(prefix);
}

QStringList localNetworks()
{
    QStringList networks;
    forEachAddress([&networks](const QNetworkAddressEntry &entry, auto) {
        const QString network = privateNetworkOf(entry.ip().toIPv4Address(), entry.prefixLength());
        if (!network.isEmpty() && !networks.contains(network))
            networks.append(network);
    });
    return networks;
}

AddressSet neighbourNetworks()
{
    AddressSet networks;
    forEachAddress([&networks](const QNetworkAddressEntry &entry, auto flags) {
        const int prefix = entry.prefixLength();
        if (prefix < 0 || prefix > 30 || flags.testFlag(QNetworkInterface::IsPointToPoint))
            return;
        const quint32 first = entry.ip().toIPv4Address() & maskOf(prefix);
        networks.ipv4().insert({first, first | ~maskOf(prefix)});
    });
    return networks;
}

} // namespace roadstead
