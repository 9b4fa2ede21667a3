// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/resultwriter.h"

namespace roadstead {

/// CSV, see docs/FORMATS.md.
class CsvResultWriter final : public ResultWriter
{
public:
    /// `store` and `catalogue` must outlive this.
    CsvResultWriter(const ResultStore &store, const PortCatalogue &catalogue,
                    const CsvOptions &options);
    ~CsvResultWriter() override;

    void begin(QByteArray &out, ConstRows rows) override;
    void appendRow(QByteArray &out, quint32 row) override;

private:
    const ResultStore &m_store;
    const PortCatalogue &m_catalogue;
    CsvOptions m_options;
};

} // namespace roadstead
