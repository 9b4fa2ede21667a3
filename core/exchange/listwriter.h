// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/resultwriter.h"

namespace roadstead {

/// One `address:port` a line, see docs/FORMATS.md.
class ListWriter final : public ResultWriter
{
public:
    /// `store` must outlive this.
    explicit ListWriter(const ResultStore &store);
    ~ListWriter() override;

    void begin(QByteArray &out, ConstRows rows) override;
    [[nodiscard]] Rows beginHost(QByteArray &out, Rows rows) override;
    void appendRow(QByteArray &out, quint32 row) override;

private:
    const ResultStore &m_store;
    QByteArray m_host; ///< what stands before the port
};

} // namespace roadstead
