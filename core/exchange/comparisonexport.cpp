// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/comparisonexport.h"

#include "core/base/plaintext.h"
#include "core/exchange/csvfield.h"
#include "core/exchange/exporttext.h"
#include "core/file/outputfile.h"
#include "core/lookup/portcatalogue.h"

#include <errno.h>

namespace roadstead {

namespace {

constexpr qsizetype kChunkBytes = 1 << 16;

/// One side of a difference, as it is written.
struct SideTexts
{
    QLatin1String state;
    QLatin1String reason; ///< empty: none is known
    QDateTime scannedAt; ///< invalid: not known, or a host's
};

QLatin1String textOf(HostPresence presence)
{
    switch (presence) {
    case HostPresence::NotScanned:
        return QLatin1String("not-scanned");
    case HostPresence::Silent:
        return QLatin1String("silent");
    case HostPresence::Answers:
        return QLatin1String("up");
    }
    Q_UNREACHABLE();
}

SideTexts hostSide(const ResultStore &store, quint32 host, HostPresence presence)
{
    SideTexts side{.state = textOf(presence), .reason = {}, .scannedAt = {}};
    if (host != ScanDifference::kNone && store.host(host).standing == HostStanding::Up)
        side.reason = identifier(store.host(host).answer);
    return side;
}

SideTexts portSide(const ResultStore &store, quint32 row)
{
    if (row == ScanDifference::kNone)
        return {.state = textOf(HostPresence::NotScanned), .reason = {}, .scannedAt = {}};
    const PortResult &result = store.row(row);
    return {.state = identifier(result.state()),
            .reason = identifier(result.reason()),
            .scannedAt = store.timeOf(result)};
}

SideTexts olderSide(const ScanComparison &comparison, const ScanDifference &difference)
{
    return difference.isHost ? hostSide(comparison.older, difference.older,
                                        ScanComparison::presenceBefore(difference))
                             : portSide(comparison.older, difference.older);
}

SideTexts newerSide(const ScanComparison &comparison, const ScanDifference &difference)
{
    return difference.isHost ? hostSide(comparison.newer, difference.newer,
                                        ScanComparison::presenceNow(difference))
                             : portSide(comparison.newer, difference.newer);
}

/// "open (syn-ack)"
void appendSide(QByteArray &out, const SideTexts &side)
{
    appendIdentifier(out, side.state);
    if (side.reason.isEmpty())
        return;
    out += " (";
    appendIdentifier(out, side.reason);
    out += ')';
}

QString endpoint(const ScanComparison &comparison, const ScanDifference &difference)
{
    const HostRecord &host = comparison.hostOf(difference);
    const QString address = plainText(host.addressText);
    if (difference.isHost)
        return address;
    const QString shown = host.address.isIpv4() ? address : u'[' + address + u']';
    return shown + u':' + QString::number(comparison.portOf(difference)) + u"/tcp";
}

} // namespace

QByteArray comparisonCsvBeginning(const CsvOptions &options)
{
    QByteArray header = "change,address,hostname,port,protocol,old_state,old_reason,new_state,"
                        "new_reason,service,old_scanned_at,new_scanned_at\r\n";
    header.replace(',', static_cast<char>(options.separator));
    return options.byteOrderMark ? "\xEF\xBB\xBF" + header : header;
}

void appendComparisonCsv(QByteArray &out, const ScanComparison &comparison,
                         const ScanDifference &difference, const PortCatalogue &catalogue,
                         const CsvOptions &options)
{
    const auto separator = static_cast<char>(options.separator);
    const SideTexts older = olderSide(comparison, difference);
    const SideTexts newer = newerSide(comparison, difference);
    appendIdentifier(out, identifier(difference.kind));
    out += separator;
    appendCsvField(out, comparison.hostOf(difference).addressText, options.separator);
    out += separator;
    appendCsvText(out, comparison.namesOf(difference).join(u' '), options);
    out += separator;
    if (!difference.isHost)
        out += QByteArray::number(comparison.portOf(difference)) + separator + "tcp";
    else
        out += separator;
    for (const SideTexts &side : {older, newer}) {
        out += separator;
        appendIdentifier(out, side.state);
        out += separator;
        appendIdentifier(out, side.reason);
    }
    out += separator;
    if (!difference.isHost)
        appendCsvText(out, catalogue.serviceName(comparison.portOf(difference)), options);
    for (const SideTexts &side : {older, newer}) {
        out += separator;
        if (side.scannedAt.isValid())
            appendTime(out, side.scannedAt);
    }
    out += "\r\n";
}

void appendComparisonLine(QByteArray &out, const ScanComparison &comparison,
                          const ScanDifference &difference, const PortCatalogue &catalogue)
{
    constexpr qsizetype kKindWidth = 20; // the longest has 18 characters
    const QLatin1String kind = identifier(difference.kind);
    appendIdentifier(out, kind);
    out += QByteArray(kKindWidth - kind.size(), ' ');
    out += endpoint(comparison, difference).toUtf8() + "  ";
    appendSide(out, olderSide(comparison, difference));
    out += " -> ";
    appendSide(out, newerSide(comparison, difference));
    QStringList rest = comparison.namesOf(difference);
    if (!difference.isHost) {
        const QString service = catalogue.serviceName(comparison.portOf(difference));
        if (!service.isEmpty())
            rest.prepend(service);
    }
    if (!rest.isEmpty())
        out += "  " + plainText(rest.join(u' ')).toUtf8();
    out += '\n';
}

QString writeComparison(const ComparisonExportRequest &request, const PortCatalogue &catalogue,
                        OutputFile &file)
{
    const ScanComparison &comparison = request.comparison;
    const bool isCsv = request.form == ComparisonForm::Csv;
    const QList<ScanDifference> differences = request.differences.value_or(comparison.differences);
    QByteArray chunk = isCsv ? comparisonCsvBeginning(request.csv) : QByteArray();
    for (const ScanDifference &difference : differences) {
        if (isCsv)
            appendComparisonCsv(chunk, comparison, difference, catalogue, request.csv);
        else
            appendComparisonLine(chunk, comparison, difference, catalogue);
        if (chunk.size() < kChunkBytes)
            continue;
        if (request.isCancelled && request.isCancelled())
            return qt_error_string(ECANCELED);
        if (!file.write(chunk))
            return file.errorString();
        chunk.resize(0); // keeps its memory
    }
    return file.write(chunk) && file.commit() ? QString() : file.errorString();
}

QString writeComparison(const ComparisonExportRequest &request, const PortCatalogue &catalogue)
{
    OutputFile file(request.path);
    if (request.isCancelled)
        file.setCancelCheck(request.isCancelled);
    return file.open() ? writeComparison(request, catalogue, file) : file.errorString();
}

} // namespace roadstead
