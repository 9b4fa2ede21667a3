// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/exchange/csv.h"

#include <QByteArray>
#include <QStringList>

namespace roadstead {

/// What a file begins with: the header line, after a byte order mark if the options say so.
[[nodiscard]] QByteArray csvBeginning(const CsvOptions &options);

/// Appends one text field: protected against formulas if the options say so, then quoted if it
/// needs it (RFC 4180).
void appendCsvText(QByteArray &out, QStringView text, const CsvOptions &options);

/// Appends one field as it is, in quotes if it needs them.
void appendCsvField(QByteArray &out, QStringView text, CsvSeparator separator);

/// `text` with one ' before it if a spreadsheet would run it: if it matches ^'*[=+\-@\t\r].
[[nodiscard]] QString protectedFromFormula(QStringView text);
/// The inverse: takes one ' from what matches ^'+[=+\-@\t\r].
[[nodiscard]] QString unprotectedFormula(QStringView text);

/// Splits CSV text (UTF-8, separated by commas, lines ended by CRLF or LF) into lines of fields.
/// Strict: a quote inside an unquoted field, text after a closing quote, a lone CR, an unclosed
/// quote and invalid UTF-8 are errors.
class CsvScanner
{
public:
    /// `text` must outlive this; it begins with that line of its file.
    explicit CsvScanner(const QByteArray &text, qint64 line = 1);

    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    /// The next line; must not be at the end.
    [[nodiscard]] Expected<CsvLine, CsvError> next();

private:
    enum class After : quint8 {
        Field,
        Line,
        Failed
    };

    After readField(QByteArray &field);
    After readQuoted(QByteArray &field);
    After readPlain(QByteArray &field);
    /// What follows a field: a comma, an end of line, or the text's end.
    After readEnd();
    [[nodiscard]] char peek(qsizetype ahead = 0) const;

    const QByteArray &m_text;
    qsizetype m_position = 0;
    qint64 m_line;
};

} // namespace roadstead
