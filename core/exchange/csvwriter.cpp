// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"
#include "core/exchange/csv.h"
#include "core/exchange/csvfield.h"
#include "core/exchange/exporttext.h"
#include "core/lookup/portcatalogue.h"

#include <array>
#include <bit>

namespace roadstead {

namespace {

void appendRtt(QByteArray &out, const PortResult &result, const CsvOptions &options)
{
    if (!result.hasRtt())
        return;
    // The same sign may stand for both; then the number needs quotes like any text.
    const QChar point = options.decimalPoint;
    const bool needsQuotes = point == QLatin1Char(static_cast<char>(options.separator));
    if (needsQuotes)
        out += '"';
    appendNumber(out, result.rtt() / 1000);
    if (point == u'.')
        out += '.';
    else
        out += QString(point).toUtf8();
    appendPadded(out, result.rtt() % 1000, 3);
    if (needsQuotes)
        out += '"';
}

/// The columns of one row.
class RowWriter
{
public:
    RowWriter(const ResultStore &store, quint32 row, const CsvOptions &options)
        : m_store(store)
        , m_result(store.row(row))
        , m_host(store.hostOf(m_result))
        , m_detail(needsDetail(options) ? store.detail(row) : Detail())
        , m_options(options)
    {}

    void append(QByteArray &out, CsvColumn column, const PortCatalogue &catalogue) const
    {
        switch (column) {
        case CsvColumn::Address:
            return appendAddress(out);
        case CsvColumn::Hostname:
            if (!m_host.names.isEmpty())
                appendCsvText(out, m_host.names.join(u' '), m_options);
            return;
        case CsvColumn::Port:
            return appendNumber(out, m_result.port);
        case CsvColumn::Protocol:
            return appendIdentifier(out, QLatin1String("tcp"));
        case CsvColumn::State:
            return appendIdentifier(out, identifier(m_result.state()));
        case CsvColumn::Reason:
            return appendIdentifier(out, identifier(m_result.reason()));
        case CsvColumn::Service:
            return appendCsvText(out, catalogue.serviceName(m_result.port), m_options);
        case CsvColumn::Rtt:
            return appendRtt(out, m_result, m_options);
        case CsvColumn::Attempts:
            return appendNumber(out, m_result.attempts);
        case CsvColumn::ScannedAt:
            return appendTime(out, m_store.startedAt(), m_result.atMilliseconds);
        case CsvColumn::Detail:
        case CsvColumn::Banner:
        case CsvColumn::Note:
            return appendRareText(out, column);
        }
    }

private:
    static bool needsDetail(const CsvOptions &options)
    {
        return (options.columns
                & (csvColumnBit(CsvColumn::Detail) | csvColumnBit(CsvColumn::Banner)))
               != 0;
    }

    /// A zone may be called almost anything.
    void appendAddress(QByteArray &out) const
    {
        if (m_host.address.isIpv4())
            out += m_host.addressText.toLatin1();
        else
            appendCsvField(out, m_host.addressText, m_options.separator);
    }

    void appendRareText(QByteArray &out, CsvColumn column) const
    {
        if (column == CsvColumn::Detail && !m_detail.isEmpty())
            appendCsvText(out, m_detail.toText(), m_options);
        else if (column == CsvColumn::Banner && !m_detail.banner.isEmpty())
            appendCsvText(out, plainText(m_detail.banner), m_options);
        else if (column == CsvColumn::Note && !m_store.notes().isEmpty())
            appendCsvText(out, plainText(m_store.noteOf(m_result)), m_options);
    }

    const ResultStore &m_store;
    const PortResult &m_result;
    const HostRecord &m_host;
    Detail m_detail;
    const CsvOptions &m_options;
};

/// Calls `append` for each column, with the separator between two.
template <typename Append>
void appendColumns(QByteArray &out, const CsvOptions &options, const Append &append)
{
    Q_ASSERT(options.columns != 0);
    for (CsvColumns left = options.columns & kAllCsvColumns; left != 0;
         left = static_cast<CsvColumns>(left & (left - 1))) {
        append(static_cast<CsvColumn>(std::countr_zero(left)));
        out += static_cast<char>(options.separator);
    }
    out.chop(1);
}

} // namespace

CsvOptions csvForSpreadsheets(const QLocale &locale)
{
    const QString point = locale.decimalPoint();
    CsvOptions options;
    options.byteOrderMark = true;
    // The digits are ASCII's: no spreadsheet reads a number that has Arabic's U+066B among them.
    options.decimalPoint = point == u"," ? u',' : u'.';
    // A comma only where the language writes a point itself; all others list by semicolons.
    options.separator = point == u"." ? CsvSeparator::Comma : CsvSeparator::Semicolon;
    return options;
}

QLatin1String csvHeader()
{
    return QLatin1String(
        "address,hostname,port,protocol,state,reason,detail,service,rtt_ms,attempts,banner,"
        "scanned_at");
}

QByteArray csvHeader(const CsvOptions &options)
{
    QByteArray header;
    appendColumns(header, options,
                  [&](CsvColumn column) { appendIdentifier(header, identifier(column)); });
    return header;
}

QLatin1String identifier(CsvColumn column)
{
    constexpr std::array<const char *, kCsvColumnCount> kNames{
        "address", "hostname", "port",     "protocol", "state",      "reason", "detail",
        "service", "rtt_ms",   "attempts", "banner",   "scanned_at", "note"};
    return QLatin1String(kNames[static_cast<size_t>(column)]);
}

QByteArray csvBeginning(const CsvOptions &options)
{
    const QByteArray header = csvHeader(options) + "\r\n";
    return options.byteOrderMark ? "\xEF\xBB\xBF" + header : header;
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
    const RowWriter writer(store, row, options);
    const qsizetype begin = out.size();
    appendColumns(out, options, [&](CsvColumn column) { writer.append(out, column, catalogue); });
    if (out.size() == begin)
        out += "\"\""; // one column without a value: readers skip an empty line, and lose the row
    out += "\r\n";
}

} // namespace roadstead
