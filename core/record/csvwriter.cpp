// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"
#include "core/lookup/portcatalogue.h"
#include "core/record/csv.h"
#include "core/record/csvfield.h"

#include <array>
#include <charconv>
#include <chrono>

// Rows are put together byte by byte: QDateTime's and QString's formatting took most of the time
// for files of millions of rows.

namespace roadstead {

namespace {

void appendPadded(QByteArray &out, quint32 value, int digits)
{
    std::array<char, 10> buffer{};
    for (int i = digits; i-- > 0; value /= 10)
        buffer[static_cast<size_t>(i)] = static_cast<char>('0' + value % 10);
    out.append(buffer.data(), digits);
}

void appendNumber(QByteArray &out, quint32 value)
{
    std::array<char, 10> buffer{};
    const char *end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end - buffer.data());
}

void appendRtt(QByteArray &out, const PortResult &result, const CsvOptions &options)
{
    if (!result.hasRtt())
        return;
    // A locale may use the same sign for both; then the number needs quotes like any text.
    const bool needsQuotes = options.forExcel && options.decimalPoint == options.separator;
    if (needsQuotes)
        out += '"';
    appendNumber(out, result.rtt() / 1000);
    if (options.forExcel)
        out += QString(options.decimalPoint).toUtf8();
    else
        out += '.';
    appendPadded(out, result.rtt() % 1000, 3);
    if (needsQuotes)
        out += '"';
}

/// 2026-01-31T12:00:00.123Z
void appendTime(QByteArray &out, const QDateTime &start, quint32 milliseconds)
{
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> time{
        std::chrono::milliseconds(start.toMSecsSinceEpoch() + milliseconds)};
    const sys_days day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    appendPadded(out, static_cast<quint32>(static_cast<int>(date.year())), 4);
    out += '-';
    appendPadded(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    appendPadded(out, static_cast<unsigned>(date.day()), 2);
    out += 'T';
    appendPadded(out, static_cast<quint32>(clock.hours().count()), 2);
    out += ':';
    appendPadded(out, static_cast<quint32>(clock.minutes().count()), 2);
    out += ':';
    appendPadded(out, static_cast<quint32>(clock.seconds().count()), 2);
    out += '.';
    appendPadded(out, static_cast<quint32>(clock.subseconds().count()), 3);
    out += 'Z';
}

void appendIdentifier(QByteArray &out, QLatin1String text)
{
    out.append(text.data(), text.size());
}

} // namespace

QLatin1String csvHeader()
{
    return QLatin1String(
        "address,hostname,port,protocol,state,reason,detail,service,rtt_ms,attempts,banner,"
        "scanned_at");
}

QByteArray csvBeginning(const CsvOptions &options)
{
    const QString header(csvHeader());
    if (!options.forExcel)
        return header.toUtf8() + "\r\n";
    return "\xEF\xBB\xBF" + QString(header).replace(u',', options.separator).toUtf8() + "\r\n";
}

QByteArray csvRow(const ResultStore &store, quint32 row, const PortCatalogue &catalogue,
                  const CsvOptions &options)
{
    QByteArray out;
    appendCsvRow(out, store, row, catalogue, options);
    return out;
}

void appendCsvRow(QByteArray &out, const ResultStore &store, quint32 row,
                  const PortCatalogue &catalogue, const CsvOptions &options)
{
    const PortResult &result = store.row(row);
    const HostRecord &host = store.hostOf(result);
    const Detail detail = store.detail(row);
    const QByteArray separator =
        options.forExcel ? QString(options.separator).toUtf8() : QByteArrayLiteral(",");
    out += host.addressText.toUtf8();
    out += separator;
    if (!host.names.isEmpty())
        appendCsvText(out, host.names.join(u' '), options);
    out += separator;
    appendNumber(out, result.port);
    out += separator;
    out += "tcp";
    out += separator;
    appendIdentifier(out, identifier(result.state()));
    out += separator;
    appendIdentifier(out, identifier(result.reason()));
    out += separator;
    if (!detail.isEmpty())
        appendCsvText(out, detail.toText(), options);
    out += separator;
    appendCsvText(out, catalogue.serviceName(result.port), options);
    out += separator;
    appendRtt(out, result, options);
    out += separator;
    appendNumber(out, result.attempts);
    out += separator;
    if (!detail.banner.isEmpty())
        appendCsvText(out, plainText(detail.banner), options);
    out += separator;
    appendTime(out, store.startedAt(), result.atMilliseconds);
    out += "\r\n";
}

} // namespace roadstead
