// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/csvfield.h"

#include <QList>

#include <utility>

namespace roadstead {

/// All rows of a file in the stable format.
inline Expected<QList<CsvRecord>, CsvError> readCsv(const QByteArray &text)
{
    if (text.isEmpty())
        return CsvError{1, 1, QString()};
    CsvScanner scanner(text);
    const Expected<CsvLine, CsvError> header = scanner.next();
    if (!header)
        return header.error();
    CsvReader reader;
    if (const std::optional<CsvError> error = reader.readHeader(*header))
        return *error;
    QList<CsvRecord> records;
    while (!scanner.atEnd()) {
        const Expected<CsvLine, CsvError> line = scanner.next();
        if (!line)
            return line.error();
        Expected<CsvRecord, CsvError> record = reader.read(*line);
        if (!record)
            return record.error();
        records += std::move(record).value();
    }
    return records;
}

} // namespace roadstead
