// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/copytext.h"

#include "core/lookup/portcatalogue.h"
#include "core/record/csv.h"

#include <QStringList>

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
    options.forExcel = true;
    options.separator = kTab;
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

QString copyText(const ResultStore &store, const PortCatalogue &catalogue,
                 const QList<quint32> &rows, CopyFormat format)
{
    QString text;
    switch (format) {
    case CopyFormat::TabSeparated:
        text = headerLine() + u'\n';
        for (const quint32 row : rows)
            text += rowLine(store, row, catalogue) + u'\n';
        break;
    case CopyFormat::Html:
        text = u"<meta charset=\"utf-8\"><table>\n"
               + htmlRow(fieldsOf(headerLine()), QLatin1String("th"));
        for (const quint32 row : rows)
            text += htmlRow(fieldsOf(rowLine(store, row, catalogue)), QLatin1String("td"));
        text += u"</table>\n";
        break;
    case CopyFormat::HostPort:
        for (const quint32 row : rows)
            text += hostPort(store.hostOf(store.row(row)), store.row(row).port) + u'\n';
        break;
    }
    return text;
}

QString hostPort(const HostRecord &host, quint16 port)
{
    const QString number = QString::number(port);
    if (host.address.isIpv4())
        return host.addressText + u':' + number;
    return u'[' + host.addressText + u"]:" + number;
}

} // namespace roadstead
