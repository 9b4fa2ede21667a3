// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/resultwriter.h"
#include "core/record/scandocument.h"

namespace roadstead {

class PortCatalogue;

/// JSON Lines, see docs/FORMATS.md. Not by QJsonDocument: it would sort the keys, and write 0.6
/// where the CSV has 0.600.
class JsonLinesWriter final : public ResultWriter
{
public:
    /// `store` and `catalogue` must outlive this.
    JsonLinesWriter(const ResultStore &store, const PortCatalogue &catalogue, ScanHeader header);
    ~JsonLinesWriter() override;

    void begin(QByteArray &out, ConstRows rows) override;
    [[nodiscard]] Rows beginHost(QByteArray &out, Rows rows) override;
    void appendRow(QByteArray &out, quint32 row) override;

private:
    const ResultStore &m_store;
    const PortCatalogue &m_catalogue;
    ScanHeader m_header;
    QByteArray m_host; ///< what its rows begin with
};

} // namespace roadstead
