// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/resultbuilder.h"

#include <QNetworkInterface>

/// Results with everything that is awkward to write and to read back.
namespace randomresults {

using namespace roadstead;

/// `isUnicode`: without half a character, which UTF-8 cannot hold.
inline QString nastyName(QRandomGenerator &random, bool isUnicode)
{
    static const QStringList kPieces{
        QStringLiteral("\""),         QStringLiteral("\\"),     QStringLiteral("/"),
        QStringLiteral("\n"),         QStringLiteral("\t"),     QString(QChar(0)),
        QStringLiteral("\u001f"),     QStringLiteral("\u007f"), QStringLiteral("\u0085"),
        QStringLiteral("\u00e9"),     QStringLiteral("\u202e"), QStringLiteral("\u2028"),
        QString(QChar(0xfeff)),       QString(QChar(0xffff)),   QStringLiteral("a"),
        QStringLiteral("u0041"),      QStringLiteral("'="),     QStringLiteral(","),
        QStringLiteral("\U0001f6a2"), QString(QChar(0xd83d)),   QString(QChar(0xdea2))};
    const int pieces = static_cast<int>(kPieces.size()) - (isUnicode ? 2 : 0);
    QString name;
    for (int count = random.bounded(1, 9); count > 0; --count)
        name += kPieces.at(random.bounded(pieces));
    return name;
}

/// Of every byte, and of what is awkward in UTF-8.
inline QByteArray nastyBanner(QRandomGenerator &random)
{
    static const QList<QByteArray> kPieces{"\xc2\x85", "\xef\xbb\xbf", "\\x85", "\xe2\x80\xae",
                                           "\xc3\xa9", "\\",           "\r\n",  "220 "};
    QByteArray banner;
    for (int count = random.bounded(6); count > 0; --count) {
        banner += random.bounded(2) == 0
                      ? kPieces.at(random.bounded(static_cast<int>(kPieces.size())))
                      : QByteArray(1, static_cast<char>(random.bounded(256)));
    }
    return banner;
}

inline Detail anyDetail(QRandomGenerator &random)
{
    const auto byte = [&random] { return static_cast<quint8>(random.bounded(256)); };
    Detail detail;
    if (random.bounded(2) == 0)
        detail.icmp = IcmpMessage{byte(), byte(), Address()};
    if (detail.icmp && random.bounded(2) == 0)
        detail.icmp->sender = Address::fromIpv4(random.generate());
    if (random.bounded(2) == 0)
        detail.synRetransmissions = byte();
    if (random.bounded(2) == 0)
        detail.confidence = random.bounded(1'000'001) / 1e6;
    if (random.bounded(2) == 0)
        detail.inferred = QStringLiteral("blocked-since-%1").arg(random.bounded(1, 65'537));
    if (random.bounded(2) == 0)
        detail.errorNumber = random.bounded(1, 200);
    detail.banner = nastyBanner(random);
    return detail;
}

inline PortResult anyRow(QRandomGenerator &random, quint32 host)
{
    PortResult row;
    row.host = host;
    row.port = static_cast<quint16>(random.bounded(65'536));
    row.attempts = static_cast<quint8>(random.bounded(256));
    row.atMilliseconds = random.generate();
    do {
        row.setVerdict(kAllPortStates[random.bounded(4U)],
                       static_cast<Reason>(random.bounded(kReasonCount)));
    } while (!isPossible(row.state(), row.reason()));
    if (row.reason() == Reason::NoResponse)
        row.setMissChance(random.bounded(1.0));
    else if (random.bounded(4) != 0)
        row.setRtt(random.generate());
    return row;
}

/// A row for each host, in the files' order. The last hosts are link-local, with a zone if this
/// computer has an interface "lo".
inline ResultStore store(QRandomGenerator &random, quint32 hosts, bool isUnicode)
{
    const int zone = QNetworkInterface::interfaceIndexFromName(QStringLiteral("lo"));
    ResultBatch batch;
    for (quint32 host = 0; host < hosts; ++host) {
        QStringList names;
        for (int count = random.bounded(3); count > 0; --count)
            names += nastyName(random, isUnicode);
        const bool isLinkLocal = host > hosts / 10 * 9;
        const Address address =
            isLinkLocal ? Address::fromIpv6(0xfe80'0000'0000'0000, host, static_cast<quint32>(zone))
                        : Address::fromIpv4(kRouter + host);
        batch.hosts.append({host, address, names});
        batch.rows.append(anyRow(random, host));
        batch.details.append({batch.rows.size() - 1, anyDetail(random)});
    }
    ResultStore store;
    store.clear(testStart());
    store.append(batch);
    return store;
}

} // namespace randomresults
