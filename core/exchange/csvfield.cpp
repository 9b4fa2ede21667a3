// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/csvfield.h"

#include <QStringDecoder>

#include <algorithm>

namespace roadstead {

namespace {

constexpr QChar kMark = u'\'';

bool startsFormula(QChar c)
{
    return c == u'=' || c == u'+' || c == u'-' || c == u'@' || c == u'\t' || c == u'\r';
}

/// The number of ' that a formula's first character follows, or -1 if `text` is no formula.
qsizetype marksBeforeFormula(QStringView text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return c != kMark; });
    return first != text.end() && startsFormula(*first) ? first - text.begin() : -1;
}

bool needsQuotes(QStringView text, CsvSeparator separator)
{
    const QLatin1Char between(static_cast<char>(separator));
    return std::any_of(text.begin(), text.end(), [between](QChar c) {
        return c == between || c == u'"' || c == u'\r' || c == u'\n';
    });
}

/// It may be written as it is, whatever the options: most names and services.
bool isHarmless(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_';
    });
}

/// What ends an unquoted field, or may not stand in one.
bool endsPlain(char c)
{
    return c == ',' || c == '\r' || c == '\n' || c == '"';
}

bool decodeUtf8(const QByteArray &bytes, QString &text)
{
    // Stateless, so that U+FEFF inside a field is text and not a byte order mark.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless
                                                     | QStringConverter::Flag::ConvertInitialBom);
    text = decoder(bytes);
    return !decoder.hasError();
}

} // namespace

QString protectedFromFormula(QStringView text)
{
    return marksBeforeFormula(text) < 0 ? text.toString() : QString(kMark + text);
}

QString unprotectedFormula(QStringView text)
{
    return marksBeforeFormula(text) > 0 ? text.sliced(1).toString() : text.toString();
}

void appendCsvText(QByteArray &out, QStringView text, const CsvOptions &options)
{
    if (isHarmless(text)) {
        for (const QChar c : text)
            out += static_cast<char>(c.unicode());
        return;
    }
    if (options.protectFormulas && marksBeforeFormula(text) >= 0)
        appendCsvField(out, QString(kMark + text), options.separator);
    else
        appendCsvField(out, text, options.separator);
}

void appendCsvField(QByteArray &out, QStringView text, CsvSeparator separator)
{
    if (!needsQuotes(text, separator)) {
        out += text.toUtf8();
        return;
    }
    out += '"';
    out += text.toString().replace(u'"', QStringLiteral("\"\"")).toUtf8();
    out += '"';
}

CsvScanner::CsvScanner(const QByteArray &text, qint64 line)
    : m_text(text)
    , m_line(line)
{}

char CsvScanner::peek(qsizetype ahead) const
{
    return m_position + ahead < m_text.size() ? m_text.at(m_position + ahead) : '\0';
}

Expected<CsvLine, CsvError> CsvScanner::next()
{
    Q_ASSERT(!atEnd());
    CsvLine line{m_line, {}};
    After after = After::Field;
    while (after == After::Field) {
        const qint64 begin = m_line;
        QByteArray bytes;
        QString field;
        after = readField(bytes);
        const bool isText = decodeUtf8(bytes, field);
        if (after == After::Failed || !isText)
            return CsvError{begin, line.fields.size() + 1, field};
        line.fields += field;
    }
    return line;
}

CsvScanner::After CsvScanner::readField(QByteArray &field)
{
    return peek() == '"' ? readQuoted(field) : readPlain(field);
}

CsvScanner::After CsvScanner::readQuoted(QByteArray &field)
{
    ++m_position;
    while (m_position < m_text.size()) {
        const char c = m_text.at(m_position);
        if (c == '"' && peek(1) != '"') {
            ++m_position;
            return readEnd();
        }
        m_position += c == '"' ? 2 : 1;
        m_line += c == '\n' ? 1 : 0;
        field += c;
    }
    return After::Failed; // no closing quote
}

CsvScanner::After CsvScanner::readPlain(QByteArray &field)
{
    const qsizetype begin = m_position;
    while (m_position < m_text.size() && !endsPlain(m_text.at(m_position)))
        ++m_position;
    field = m_text.sliced(begin, m_position - begin);
    return readEnd();
}

CsvScanner::After CsvScanner::readEnd()
{
    if (atEnd())
        return After::Line;
    if (peek() == ',') {
        ++m_position;
        return After::Field;
    }
    const qsizetype length = peek() == '\n' ? 1 : peek() == '\r' && peek(1) == '\n' ? 2 : 0;
    m_position += length;
    m_line += length > 0 ? 1 : 0;
    return length > 0 ? After::Line : After::Failed;
}

} // namespace roadstead
