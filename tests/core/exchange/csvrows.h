// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/csvfield.h"
#include "core/lookup/portcatalogue.h"

#include <QRandomGenerator>

#include <errno.h>

/// What the tests of CSV write and read.
namespace csvrows {

using namespace roadstead;

inline QDateTime start()
{
    return QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
}

/// A store with one row: port 80 of 10.0.0.1, filtered, with everything a row can have.
inline ResultStore oneRow(const QStringList &names = {})
{
    ResultStore store;
    store.clear(start());
    PortResult row;
    row.port = 80;
    row.setRtt(1'050);
    row.atMilliseconds = 123;
    row.attempts = 2;
    row.setVerdict(PortState::Filtered, Reason::AdminProhibited);
    Detail detail;
    detail.icmp = IcmpMessage{3, 13, Address::fromIpv4(0xc6120009)};
    detail.errorNumber = EACCES;
    ResultBatch batch;
    batch.hosts = {{0, Address::fromIpv4(0x0a000001), names}};
    batch.rows = {row};
    batch.details = {{0, detail}};
    store.append(batch);
    return store;
}

inline QByteArray fileOf(const ResultStore &store, const PortCatalogue &catalogue,
                         const CsvOptions &options = {})
{
    QByteArray file = csvBeginning(options);
    for (quint32 row = 0; row < store.rowCount(); ++row)
        file += csvRow(store, row, catalogue, options);
    return file;
}

/// Text made of what is awkward in CSV, formulas and Unicode.
inline QString nastyText(QRandomGenerator &random)
{
    static const QStringList kPieces{
        QStringLiteral("'"),      QStringLiteral("="),      QStringLiteral("+"),
        QStringLiteral("-"),      QStringLiteral("@"),      QStringLiteral("\t"),
        QStringLiteral("\r"),     QStringLiteral("\n"),     QStringLiteral("\""),
        QStringLiteral(","),      QStringLiteral(";"),      QStringLiteral("\\"),
        QStringLiteral("a"),      QStringLiteral("\u00e9"), QStringLiteral("\U0001f6a2"),
        QStringLiteral("\ufeff"), QStringLiteral("\u202e"), QString(QChar(0))};
    QString text;
    for (qsizetype count = random.bounded(8); count > 0; --count)
        text += kPieces.at(random.bounded(static_cast<int>(kPieces.size())));
    return text;
}

} // namespace csvrows
