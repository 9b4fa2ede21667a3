// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/copytext.h"

#include "core/exchange/csv.h"
#include "core/lookup/portcatalogue.h"

#include <QStringList>

#include <utility>

namespace roadstead {

namespace {

constexpr QChar kTab(u'\t');
constexpr QChar kQuote(u'"');

QString headerLine()
{
    return QString(csvHeader()).replace(u',', kTab);
}

/// The CSV export's row with tabs and without an end of line.
QString rowLine(const ResultStore &store, quint32 row, const PortCatalogue &catalogue)
{
    CsvOptions options;
    options.separator = CsvSeparator::Tab;
    QString line = QString::fromUtf8(csvRow(store, row, catalogue, options));
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

/// The fields of a line, without the quotes that RFC 4180 puts around some.
QStringList fieldsOf(const QString &line)
{
    QStringList fields{QString()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        const bool isDoubled =
            isQuoted && c == kQuote && i + 1 < line.size() && line.at(i + 1) == kQuote;
        if (isDoubled) {
            fields.last() += c;
            ++i;
        } else if (c == kQuote) {
            isQuoted = !isQuoted;
        } else if (c == kTab && !isQuoted) {
            fields.append(QString());
        } else {
            fields.last() += c;
        }
    }
    return fields;
}

QString htmlRow(const QStringList &fields, QLatin1String tag)
{
    QString row = QStringLiteral("<tr>");
    for (const QString &field : fields)
        row += u'<' + tag + u'>' + field.toHtmlEscaped() + u"</" + tag + u'>';
    return row + u"</tr>\n";
}

} // namespace

CopyWriter::CopyWriter(const ResultStore &store, const PortCatalogue &catalogue, CopyFormat format)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_format(format)
{
    switch (format) {
    case CopyFormat::TabSeparated:
        m_text = headerLine() + u'\n';
        break;
    case CopyFormat::Html:
        m_text = u"<meta charset=\"utf-8\"><table>\n"
                 + htmlRow(fieldsOf(headerLine()), QLatin1String("th"));
        break;
    case CopyFormat::HostPort:
        break;
    }
}

void CopyWriter::add(quint32 storeRow)
{
    switch (m_format) {
    case CopyFormat::TabSeparated:
        m_text += rowLine(m_store, storeRow, m_catalogue) + u'\n';
        break;
    case CopyFormat::Html:
        m_text += htmlRow(fieldsOf(rowLine(m_store, storeRow, m_catalogue)), QLatin1String("td"));
        break;
    case CopyFormat::HostPort: {
        const PortResult &result = m_store.row(storeRow);
        m_text += hostPort(m_store.hostOf(result), result.port) + u'\n';
        break;
    }
    }
}

QString CopyWriter::take()
{
    if (m_format == CopyFormat::Html)
        m_text += u"</table>\n";
    return std::exchange(m_text, {});
}

QString copyText(const ResultStore &store, const PortCatalogue &catalogue,
                 const QList<quint32> &rows, CopyFormat format)
{
    CopyWriter writer(store, catalogue, format);
    for (const quint32 row : rows)
        writer.add(row);
    return writer.take();
}

QString hostPort(const HostRecord &host, quint16 port)
{
    const QString number = QString::number(port);
    if (host.address.isIpv4())
        return host.addressText + u':' + number;
    return u'[' + host.addressText + u"]:" + number;
}

} // namespace roadstead
