// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/exportpreview.h"

#include "core/exchange/jsonlineswriter.h"
#include "core/exchange/listedrows.h"
#include "core/exchange/listwriter.h"
#include "core/exchange/nmapxmlwriter.h"

namespace roadstead {

namespace {

class Preview
{
public:
    Preview(const ResultStore &store, QList<quint32> rows, const PortCatalogue &catalogue)
        : m_store(store)
        , m_rows(std::move(rows))
        , m_catalogue(catalogue)
    {}

    QByteArray operator()(const CsvOptions &options) const
    {
        QByteArray text = csvHeader(options);
        for (const quint32 row : m_rows) {
            text += '\n';
            appendCsvRow(text, m_store, row, m_catalogue, options);
            text.chop(2); // CRLF; fields at the end may be empty, and the separator white space
        }
        return text;
    }
    QByteArray operator()(const JsonLinesForm &) const
    {
        JsonLinesWriter writer(m_store, m_catalogue, {});
        return rowsBy(writer).trimmed();
    }
    QByteArray operator()(const NmapXmlForm &) const
    {
        NmapXmlWriter writer(m_store, m_catalogue, {});
        const QByteArray text = rowsBy(writer);
        return text.mid(text.indexOf('<')).trimmed(); // the end of the last tag before them
    }
    QByteArray operator()(const HtmlForm &) const { return {}; }
    QByteArray operator()(const ListForm &) const
    {
        ListWriter writer(m_store);
        return rowsBy(writer).trimmed();
    }

private:
    [[nodiscard]] QByteArray rowsBy(ResultWriter &writer) const
    {
        QList<quint32> rows = m_rows;
        ResultWriter::Rows left(rows.data(), static_cast<size_t>(rows.size()));
        QByteArray text;
        writer.begin(text, left);
        text.clear();
        const auto isSameHost = [this](quint32 one, quint32 other) {
            return m_store.row(one).host == m_store.row(other).host;
        };
        while (!left.empty()) {
            const ResultWriter::Rows host = left.first(frontGroup(left, isSameHost).size());
            for (const quint32 row : writer.beginHost(text, host))
                writer.appendRow(text, row);
            writer.endHost(text);
            left = left.subspan(host.size());
        }
        return text;
    }

    const ResultStore &m_store;
    QList<quint32> m_rows;
    const PortCatalogue &m_catalogue;
};

} // namespace

QString exportPreview(const ResultStore &store, QList<quint32> rows, const ExportForm &form,
                      const PortCatalogue &catalogue)
{
    return QString::fromUtf8(std::visit(Preview(store, std::move(rows), catalogue), form));
}

} // namespace roadstead
