// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/targetspec.h"

#include <QStringList>

namespace roadstead {

inline QString toText(const Address &first, const Address &last)
{
    const QString scope = first.scope != 0 ? u'%' + QString::number(first.scope) : QString();
    Address bareFirst = first;
    Address bareLast = last;
    bareFirst.scope = bareLast.scope = 0;
    if (first == last)
        return bareFirst.toString() + scope;
    return bareFirst.toString() + u'-' + bareLast.toString() + scope;
}

inline QString toText(const PortSet &ports)
{
    QStringList texts;
    for (const quint16 port : ports.ports())
        texts.append(QString::number(port));
    return texts.join(u'+');
}

/// A whole specification in one line, for comparison: ranges (at most ten), pinned addresses,
/// names.
inline QString toText(const TargetSpec &spec)
{
    QStringList texts;
    for (const Ipv4Range range : spec.addresses.ipv4().ranges(10))
        texts.append(toText(Address::fromIpv4(range.first), Address::fromIpv4(range.last)));
    for (const Ipv6Range &range : spec.addresses.ipv6().ranges())
        texts.append(toText(Address::fromIpv6(range.first.high, range.first.low, range.scope),
                            Address::fromIpv6(range.last.high, range.last.low, range.scope)));
    for (const PinnedTarget &pinned : spec.pinned)
        texts.append(toText(pinned.address, pinned.address) + u'>' + toText(pinned.ports));
    for (const NamedTarget &name : spec.names)
        texts.append(name.typed + (name.typed == name.ascii ? QString() : u'=' + name.ascii)
                     + (name.ports ? u'>' + toText(*name.ports) : QString()) + u'@'
                     + QString::number(name.position));
    return texts.join(u' ');
}

} // namespace roadstead
