// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importcsv.h"

#include "core/exchange/csv.h"
#include "core/exchange/csvfield.h"
#include "core/exchange/importlines.h"
#include "core/exchange/importrows.h"
#include "core/exchange/resulttext.h"

namespace roadstead {

namespace {

ImportError badValue(const CsvError &error)
{
    return importFault(ImportError::Code::BadValue, error.line, error.column, error.found);
}

Expected<CsvLine, ImportError> fieldsOf(const ImportLines::Line &line)
{
    CsvScanner scanner(line.bytes, line.number);
    const Expected<CsvLine, CsvError> fields = scanner.next();
    if (fields)
        return *fields;
    const CsvError &error = fields.error();
    return importFault(ImportError::Code::Malformed, error.line, error.column, error.found);
}

ImportedRow rowOf(const CsvRecord &record)
{
    return {.state = record.result.state(),
            .reason = record.result.reason(),
            .port = record.result.port,
            .attempts = record.result.attempts,
            .rtt = record.result.packedMeasure,
            .at = record.scannedAt.toMSecsSinceEpoch()};
}

std::optional<ImportError> addRecord(const CsvRecord &record, qint64 line, ImportRows &rows)
{
    const auto placed = [line](ImportError::Code code, CsvColumn column, const QString &found) {
        return importFault(code, line, static_cast<qint64>(column) + 1, found);
    };
    const Expected<quint32, ImportError::Code> host =
        rows.host(record.address, record.names, record.foreignAddress);
    if (!host && host.error() == ImportError::Code::TooLong)
        return placed(host.error(), CsvColumn::Hostname, record.names.join(u' '));
    if (!host)
        return placed(host.error(), CsvColumn::Address, record.address.toString());
    Detail detail = record.detail;
    detail.banner = bannerFromText(record.banner);
    if (const auto code = rows.add(*host, rowOf(record), detail))
        return placed(*code, CsvColumn::ScannedAt, record.scannedAt.toString(Qt::ISODateWithMs));
    return std::nullopt;
}

} // namespace

std::optional<ImportError> importCsv(ImportSource &source, ImportRows &rows, ScanHeader &header)
{
    header.program = QStringLiteral("roadstead");
    ImportLines lines(source, ImportLines::Quotes::HideLineEnds);
    CsvReader reader;
    while (true) {
        const auto line = lines.next();
        if (!line)
            return line.error();
        if (!*line)
            return std::nullopt;
        const Expected<CsvLine, ImportError> fields = fieldsOf(**line);
        if (!fields)
            return fields.error();
        if (fields->line == 1) {
            if (const auto error = reader.readHeader(*fields))
                return badValue(*error);
            continue;
        }
        const Expected<CsvRecord, CsvError> record = reader.read(*fields);
        if (!record)
            return badValue(record.error());
        if (const auto fault = addRecord(*record, fields->line, rows))
            return fault;
    }
}

} // namespace roadstead
