// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/result/resultstore.h"

#include <QByteArray>
#include <QChar>
#include <QLatin1String>
#include <QLocale>
#include <QStringView>

#include <optional>

namespace roadstead {

class PortCatalogue;

/// The columns in the file's order. Their values are kept in settings: a new one goes to the end.
enum class CsvColumn : quint8 {
    Address,
    Hostname,
    Port,
    Protocol,
    State,
    Reason,
    Detail,
    Service,
    Rtt,
    Attempts,
    Banner,
    ScannedAt,
    Note, ///< what a person noted; no part of the stable format
};
inline constexpr int kCsvColumnCount = 13;

/// One bit for each CsvColumn.
using CsvColumns = quint16;
[[nodiscard]] constexpr CsvColumns csvColumnBit(CsvColumn column)
{
    return static_cast<CsvColumns>(1U << static_cast<unsigned>(column));
}
inline constexpr CsvColumns kAllCsvColumns = (1U << kCsvColumnCount) - 1;
inline constexpr CsvColumns kStableCsvColumns = kAllCsvColumns & ~csvColumnBit(CsvColumn::Note);

/// What stands between two fields. Nothing that a number, a time or an IPv4 address may hold, so
/// that these never need quotes.
enum class CsvSeparator : char {
    Comma = ',',
    Semicolon = ';',
    Tab = '\t'
};

/// How to write CSV. The default is the stable format of docs/FORMATS.md; whatever differs makes
/// another one, which CsvReader may refuse.
struct CsvOptions
{
    bool protectFormulas = true; ///< one ' before a text field that a spreadsheet would run
    bool byteOrderMark = false;
    CsvSeparator separator = CsvSeparator::Comma;
    QChar decimalPoint = u'.';
    CsvColumns columns = kStableCsvColumns; ///< at least one

    friend bool operator==(const CsvOptions &, const CsvOptions &) = default;
};

/// With a byte order mark, a decimal comma where the locale has one and else a point, and the
/// separator that Qt does not know, but spreadsheets expect: a semicolon unless the locale writes a
/// point itself.
[[nodiscard]] CsvOptions csvForSpreadsheets(const QLocale &locale);

/// The stable format's: address,hostname,port,... without an end of line.
[[nodiscard]] QLatin1String csvHeader();
/// The header of what the options say, without byte order mark and end of line.
[[nodiscard]] QByteArray csvHeader(const CsvOptions &options);
/// The column's name in the header.
[[nodiscard]] QLatin1String identifier(CsvColumn column);
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
    QString foreignAddress; ///< as it stands in the file, if its zone is another computer's
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

/// One line of a CSV file.
struct CsvLine
{
    qint64 line = 0; ///< where it begins, from 1
    QStringList fields; ///< without their quotes; still protected
};

/// Reads the stable format back a line at a time, and what has further columns behind it.
class CsvReader
{
public:
    /// The first line. What is wrong with it.
    [[nodiscard]] std::optional<CsvError> readHeader(const CsvLine &line);
    [[nodiscard]] Expected<CsvRecord, CsvError> read(const CsvLine &line) const;

private:
    qsizetype m_columns = 0;
};

} // namespace roadstead
