// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/resultwriter.h"
#include "core/record/scandocument.h"

#include <QXmlStreamWriter>

namespace roadstead {

class PortCatalogue;

/// The XML that nmap's connect scan writes (its reference guide, "XML Output", and its nmap.dtd),
/// see docs/FORMATS.md.
class NmapXmlWriter final : public ResultWriter
{
public:
    /// `store` and `catalogue` must outlive this.
    NmapXmlWriter(const ResultStore &store, const PortCatalogue &catalogue, ScanHeader header);
    ~NmapXmlWriter() override;

    void begin(QByteArray &out, ConstRows rows) override;
    [[nodiscard]] Rows beginHost(QByteArray &out, Rows rows) override;
    void appendRow(QByteArray &out, quint32 row) override;
    void endHost(QByteArray &out) override;
    void end(QByteArray &out) override;

private:
    struct Status
    {
        const char *state;
        QLatin1String reason;
    };

    [[nodiscard]] Status statusOf(const HostRecord &host, ConstRows rows) const;
    void writeScanInfo(ConstRows rows);
    void writeStatus(const HostRecord &host, ConstRows rows);
    void writeNames(const HostRecord &host);
    void writeExtraPorts(ConstRows collapsed);
    void writeExtraReasons(ConstRows rows);
    void writeState(quint32 row, const Detail &detail);
    void writeBanner(const QByteArray &banner);
    void attribute(const char *name, QStringView value);
    void attribute(const char *name, QLatin1String value);
    void attribute(const char *name, qint64 value);
    void passOn(QByteArray &out);

    const ResultStore &m_store;
    const PortCatalogue &m_catalogue;
    ScanHeader m_header;
    QString m_text; ///< what is on its way out
    QXmlStreamWriter m_xml;
    quint32 m_lastAt = 0; ///< of all rows
    qint64 m_up = 0;
    qint64 m_down = 0;
    qint64 m_hosts = 0;
};

} // namespace roadstead
