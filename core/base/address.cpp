// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/address.h"

#include <QHostAddress>
#include <QNetworkInterface>

#include <array>

namespace roadstead {

std::optional<Address> Address::fromHostAddress(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return fromIpv4(address.toIPv4Address());
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return std::nullopt;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    quint64 high = 0;
    quint64 low = 0;
    for (int i = 0; i < 8; ++i) {
        high = (high << 8) | bytes[i];
        low = (low << 8) | bytes[i + 8];
    }
    // Not left to toIPv4Address(), which makes 0.0.0.0 of :: as well.
    if (high == 0 && low >> 32 == 0xffff)
        return fromIpv4(static_cast<quint32>(low));
    const QString zone = address.scopeId();
    bool isNumber = false;
    quint32 scope = zone.toUInt(&isNumber);
    if (!zone.isEmpty() && !isNumber)
        scope = static_cast<quint32>(QNetworkInterface::interfaceIndexFromName(zone));
    return fromIpv6(high, low, scope);
}

QHostAddress Address::toHostAddress() const
{
    if (isIpv4())
        return QHostAddress(toIpv4());
    Q_IPV6ADDR bytes;
    for (int i = 0; i < 8; ++i) {
        bytes[i] = static_cast<quint8>(high >> (56 - 8 * i));
        bytes[i + 8] = static_cast<quint8>(low >> (56 - 8 * i));
    }
    QHostAddress address(bytes);
    if (scope != 0)
        address.setScopeId(QString::number(scope));
    return address;
}

QString Address::toString() const
{
    if (scope == 0)
        return toHostAddress().toString();
    const QString name = QNetworkInterface::interfaceNameFromIndex(static_cast<int>(scope));
    const QString bare = fromIpv6(high, low).toHostAddress().toString();
    return bare + u'%' + (name.isEmpty() ? QString::number(scope) : name);
}

size_t qHash(const Address &address, size_t seed) noexcept
{
    return qHashMulti(seed, address.high, address.low, address.scope,
                      static_cast<quint8>(address.family));
}

} // namespace roadstead
