// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importnmap.h"

#include "core/exchange/nmapfile.h"
#include "core/exchange/utf8check.h"

#include <QXmlStreamReader>

// The parser is fed in pieces and asked for tokens until it wants more: whatever a token is, the
// bytes since the one before are counted, so that no attribute, comment or text makes it grow.
// What breaks off is kept as far as its hosts are whole; every other fault throws all away.

namespace roadstead {

namespace {

constexpr qsizetype kMostAttributes = 100; ///< of an element; many take the parser long

class NmapXml
{
public:
    NmapXml(ImportSource &source, NmapFile &file)
        : m_source(source)
        , m_file(file)
    {}

    std::optional<ImportError> read()
    {
        while (!m_isDone) {
            const Expected<QByteArray, ImportError> more = m_source.read();
            if (!more)
                return more.error();
            if (more->isEmpty())
                return breakOff();
            // The parser says of bytes that are no text only that there are some.
            if (const auto place = m_utf8.faultIn(*more))
                return importFault(ImportError::Code::Malformed, place->line, place->column);
            m_xml.addData(*more);
            m_sinceToken += more->size();
            if (const auto fault = readTokens())
                return fault;
        }
        return readRest();
    }

private:
    std::optional<ImportError> readTokens()
    {
        while (!m_xml.atEnd()) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::Invalid)
                break;
            m_sinceToken = 0;
            if (const auto fault = take(token))
                return fault;
            // A short file can say a lot of a host.
            if (token == QXmlStreamReader::EndElement && m_source.isCancelled())
                return importFault(ImportError::Code::Cancelled, 0, 0);
        }
        m_isDone = !m_xml.hasError();
        if (m_isDone)
            return std::nullopt;
        if (m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
            return fault(ImportError::Code::Malformed);
        if (m_sinceToken > kLongestImportPiece)
            return fault(ImportError::Code::TooLong);
        return std::nullopt;
    }

    std::optional<ImportError> take(QXmlStreamReader::TokenType token)
    {
        std::optional<NmapFault> found;
        if (token == QXmlStreamReader::StartElement) {
            if (++m_depth > kDeepestImport)
                return fault(ImportError::Code::TooDeep);
            if (m_xml.attributes().size() > kMostAttributes)
                return fault(ImportError::Code::TooLong);
            found = m_file.begin(m_xml.name(), m_xml.attributes());
        } else if (token == QXmlStreamReader::EndElement) {
            --m_depth;
            found = m_file.end(m_xml.name());
        } else if (token == QXmlStreamReader::DTD && m_xml.text().contains(u'[')) {
            return fault(ImportError::Code::OwnDeclarations);
        } else if (token == QXmlStreamReader::EntityReference) {
            return fault(ImportError::Code::Malformed, m_xml.name().toString());
        }
        if (found)
            return fault(found->code, found->found);
        return std::nullopt;
    }

    std::optional<ImportError> breakOff()
    {
        if (!m_file.hasBegun())
            return fault(ImportError::Code::Truncated);
        m_file.breakOff();
        return std::nullopt;
    }

    /// Behind the last element.
    std::optional<ImportError> readRest()
    {
        while (true) {
            const Expected<QByteArray, ImportError> more = m_source.read();
            if (!more)
                return more.error();
            if (more->isEmpty())
                return std::nullopt;
            if (!more->trimmed().isEmpty())
                return fault(ImportError::Code::Malformed);
        }
    }

    [[nodiscard]] ImportError fault(ImportError::Code code, const QString &found = {}) const
    {
        return importFault(code, m_xml.lineNumber(), m_xml.columnNumber() + 1, found);
    }

    ImportSource &m_source;
    NmapFile &m_file;
    QXmlStreamReader m_xml;
    Utf8Check m_utf8;
    qsizetype m_sinceToken = 0; ///< bytes that the parser got since its last token
    int m_depth = 0;
    bool m_isDone = false;
};

} // namespace

std::optional<ImportError> importNmap(ImportSource &source, ImportRows &rows, ScanHeader &header)
{
    NmapFile file(rows, header);
    return NmapXml(source, file).read();
}

} // namespace roadstead
