// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/result/resultstore.h"

#include <QByteArray>
#include <QChar>
#include <QLatin1String>
#include <QStringView>

namespace roadstead {

class PortCatalogue;

/// How to write CSV. The default is the stable format of docs/FORMATS.md; the others bend it for
/// spreadsheets.
struct CsvOptions
{
    bool protectFormulas = true; ///< one ' before a text field that a spreadsheet would run
    bool forExcel = false; ///< a BOM, and `separator` and `decimalPoint` instead of , and .
    QChar separator = u','; ///< used only forExcel
    QChar decimalPoint = u'.'; ///< used only forExcel
};

/// address,hostname,port,... without an end of line.
[[nodiscard]] QLatin1String csvHeader();
/// One row with CRLF. `hostname` is each of the host's typed names joined by a space, or empty.
[[nodiscard]] QByteArray csvRow(const ResultStore &store, quint32 row,
                                const PortCatalogue &catalogue, const CsvOptions &options);
/// The same behind what `out` holds.
void appendCsvRow(QByteArray &out, const ResultStore &store, quint32 row,
                  const PortCatalogue &catalogue, const CsvOptions &options);

/// One row read back: text fields as they were before protection.
struct CsvRecord
{
    Address address;
    QStringList names;
    PortResult result; ///< host is 0; atMilliseconds is 0
    Detail detail;
    QString service;
    QString banner; ///< fit to show, as it stands in the file: see plainText()
    QDateTime scannedAt;
};

struct CsvError
{
    qint64 line = 0; ///< from 1
    qint64 column = 0; ///< from 1, a field's number
    QString found;
};

/// Reads the stable format back (not the Excel variant).
[[nodiscard]] Expected<QList<CsvRecord>, CsvError> readCsv(const QByteArray &text);

} // namespace roadstead
