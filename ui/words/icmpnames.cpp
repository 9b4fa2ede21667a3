// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Error messages only: others are never an answer to a connection. The names are those of the
// standards, because they are what a person will search for.

#include "ui/words/icmpnames.h"

#include <QCoreApplication>

#include <array>

namespace roadstead::words {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

constexpr int kOtherCode = -1;

struct IcmpNameRow
{
    Family family;
    quint8 type;
    int code; ///< kOtherCode: every one without a row of its own
    const char *name;
};

constexpr auto v4 = Family::Ipv4;
constexpr auto v6 = Family::Ipv6;

constexpr std::array kNames{
    // RFC 792
    IcmpNameRow{v4, 3, 0, QT_TRANSLATE_NOOP("words", "network unreachable")},
    IcmpNameRow{v4, 3, 1, QT_TRANSLATE_NOOP("words", "host unreachable")},
    IcmpNameRow{v4, 3, 2, QT_TRANSLATE_NOOP("words", "protocol unreachable")},
    IcmpNameRow{v4, 3, 3, QT_TRANSLATE_NOOP("words", "port unreachable")},
    IcmpNameRow{v4, 3, 4, QT_TRANSLATE_NOOP("words", "fragmentation needed but forbidden")},
    IcmpNameRow{v4, 3, 5, QT_TRANSLATE_NOOP("words", "source route failed")},
    // RFC 1122 3.2.2.1
    IcmpNameRow{v4, 3, 6, QT_TRANSLATE_NOOP("words", "destination network unknown")},
    IcmpNameRow{v4, 3, 7, QT_TRANSLATE_NOOP("words", "destination host unknown")},
    IcmpNameRow{v4, 3, 8, QT_TRANSLATE_NOOP("words", "source host isolated")},
    IcmpNameRow{v4, 3, 9,
                QT_TRANSLATE_NOOP(
                    "words", "communication with destination network administratively prohibited")},
    IcmpNameRow{v4, 3, 10,
                QT_TRANSLATE_NOOP(
                    "words", "communication with destination host administratively prohibited")},
    IcmpNameRow{v4, 3, 11, QT_TRANSLATE_NOOP("words", "network unreachable for type of service")},
    IcmpNameRow{v4, 3, 12, QT_TRANSLATE_NOOP("words", "host unreachable for type of service")},
    // RFC 1812 5.2.7.1
    IcmpNameRow{v4, 3, 13, QT_TRANSLATE_NOOP("words", "communication administratively prohibited")},
    IcmpNameRow{v4, 3, 14, QT_TRANSLATE_NOOP("words", "host precedence violation")},
    IcmpNameRow{v4, 3, 15, QT_TRANSLATE_NOOP("words", "precedence cutoff in effect")},
    IcmpNameRow{v4, 3, kOtherCode, QT_TRANSLATE_NOOP("words", "destination unreachable")},
    // RFC 792
    IcmpNameRow{v4, 4, kOtherCode, QT_TRANSLATE_NOOP("words", "source quench")},
    IcmpNameRow{v4, 5, 0, QT_TRANSLATE_NOOP("words", "redirect for the network")},
    IcmpNameRow{v4, 5, 1, QT_TRANSLATE_NOOP("words", "redirect for the host")},
    IcmpNameRow{v4, 5, 2,
                QT_TRANSLATE_NOOP("words", "redirect for the type of service and network")},
    IcmpNameRow{v4, 5, 3, QT_TRANSLATE_NOOP("words", "redirect for the type of service and host")},
    IcmpNameRow{v4, 5, kOtherCode, QT_TRANSLATE_NOOP("words", "redirect")},
    IcmpNameRow{v4, 11, 0, QT_TRANSLATE_NOOP("words", "time to live exceeded in transit")},
    IcmpNameRow{v4, 11, 1, QT_TRANSLATE_NOOP("words", "fragment reassembly time exceeded")},
    IcmpNameRow{v4, 11, kOtherCode, QT_TRANSLATE_NOOP("words", "time exceeded")},
    IcmpNameRow{v4, 12, 0, QT_TRANSLATE_NOOP("words", "parameter problem at a pointer")},
    IcmpNameRow{v4, 12, 1, QT_TRANSLATE_NOOP("words", "required option missing")}, // RFC 1108
    IcmpNameRow{v4, 12, kOtherCode, QT_TRANSLATE_NOOP("words", "parameter problem")},
    // RFC 4443 3.1
    IcmpNameRow{v6, 1, 0, QT_TRANSLATE_NOOP("words", "no route to destination")},
    IcmpNameRow{
        v6, 1, 1,
        QT_TRANSLATE_NOOP("words", "communication with destination administratively prohibited")},
    IcmpNameRow{v6, 1, 2, QT_TRANSLATE_NOOP("words", "beyond scope of source address")},
    IcmpNameRow{v6, 1, 3, QT_TRANSLATE_NOOP("words", "address unreachable")},
    IcmpNameRow{v6, 1, 4, QT_TRANSLATE_NOOP("words", "port unreachable")},
    IcmpNameRow{v6, 1, 5,
                QT_TRANSLATE_NOOP("words", "source address failed ingress or egress policy")},
    IcmpNameRow{v6, 1, 6, QT_TRANSLATE_NOOP("words", "reject route to destination")},
    IcmpNameRow{v6, 1, kOtherCode, QT_TRANSLATE_NOOP("words", "destination unreachable")},
    // RFC 4443 3.2 to 3.4
    IcmpNameRow{v6, 2, kOtherCode, QT_TRANSLATE_NOOP("words", "packet too big")},
    IcmpNameRow{v6, 3, 0, QT_TRANSLATE_NOOP("words", "hop limit exceeded in transit")},
    IcmpNameRow{v6, 3, 1, QT_TRANSLATE_NOOP("words", "fragment reassembly time exceeded")},
    IcmpNameRow{v6, 3, kOtherCode, QT_TRANSLATE_NOOP("words", "time exceeded")},
    IcmpNameRow{v6, 4, 0, QT_TRANSLATE_NOOP("words", "erroneous header field")},
    IcmpNameRow{v6, 4, 1, QT_TRANSLATE_NOOP("words", "unrecognized next header type")},
    IcmpNameRow{v6, 4, 2, QT_TRANSLATE_NOOP("words", "unrecognized IPv6 option")},
    IcmpNameRow{v6, 4, kOtherCode, QT_TRANSLATE_NOOP("words", "parameter problem")},
};

} // namespace

QString icmpName(const IcmpMessage &message)
{
    const char *name = nullptr;
    for (const IcmpNameRow &row : kNames) {
        if (row.family != message.sender.family || row.type != message.type)
            continue;
        if (row.code == message.code)
            return Texts::tr(row.name);
        if (row.code == kOtherCode)
            name = row.name;
    }
    return name == nullptr ? QString() : Texts::tr(name);
}

QString of(const IcmpMessage &message)
{
    const QString numbers =
        message.sender.isIpv4()
            ? Texts::tr("ICMP type %1 code %2").arg(message.type).arg(message.code)
            : Texts::tr("ICMPv6 type %1 code %2").arg(message.type).arg(message.code);
    const QString name = icmpName(message);
    return name.isEmpty()
               ? numbers
               : Texts::tr("%1, %2", "ICMP type and code, what it says").arg(numbers, name);
}

} // namespace roadstead::words
