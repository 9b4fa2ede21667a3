// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"
#include "core/exchange/csv.h"
#include "core/exchange/csvfield.h"
#include "core/lookup/portcatalogue.h"
#include "tests/fuzz/importfuzz.h"
#include "tests/support/readcsv.h"

#include <cstddef>
#include <cstdint>

using namespace roadstead;

namespace {

/// Each record with a host of its own, so that names stay with their rows.
QByteArray written(const QList<CsvRecord> &records)
{
    static const PortCatalogue catalogue;
    ResultBatch batch;
    for (qsizetype i = 0; i < records.size(); ++i) {
        const CsvRecord &record = records.at(i);
        const auto number = static_cast<quint32>(i);
        batch.hosts.append({number, record.address, record.names, record.foreignAddress});
        batch.rows.append(record.result);
        batch.rows.last().host = number;
        Detail detail = record.detail;
        detail.banner = record.banner.toUtf8();
        if (!detail.isEmpty())
            batch.details.append({i, detail});
    }
    ResultStore store;
    store.clear(QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
    store.append(batch);
    QByteArray text = csvBeginning({});
    for (quint32 row = 0; row < store.rowCount(); ++row)
        text += csvRow(store, row, catalogue, {});
    return text;
}

void requireSame(const CsvRecord &first, const CsvRecord &second)
{
    require(first.address == second.address, "the address is read as it was written");
    require(first.foreignAddress == second.foreignAddress, "zones are read as they were written");
    require(first.names == second.names, "names are read as they were written");
    require(first.result == second.result, "the verdict is read as it was written");
    require(first.detail == second.detail, "the detail is read as it was written");
    require(plainText(first.banner) == second.banner, "a banner is read as it was written");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArray cut = QByteArray(1, static_cast<char>(size % 16)) + text;
    requireSoundImport(reinterpret_cast<const uint8_t *>(cut.constData()),
                       static_cast<size_t>(cut.size()), ImportKind::Csv);
    const qsizetype lines = text.count('\n') + 1;
    const auto records = readCsv(text);
    if (!records) {
        const CsvError &error = records.error();
        require(error.line >= 1 && error.line <= lines, "the line of a fault is within the text");
        require(error.column >= 1 && error.column <= text.count(',') + 13,
                "the field of a fault is one that is there, or that is missing");
        return 0;
    }
    require(records->size() < lines + 1, "no more records than lines");
    if (records->size() > 200)
        return 0;
    const auto again = readCsv(written(*records));
    require(again && again->size() == records->size(), "what was read can be written");
    for (qsizetype i = 0; i < records->size(); ++i)
        requireSame(records->at(i), again->at(i));
    return 0;
}
