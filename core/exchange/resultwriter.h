// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"

#include <QByteArray>
#include <QtGlobal>

#include <span>

namespace roadstead {

/// Writes results in one form, a piece at a time, so that a file of any length takes little memory.
/// begin(); then for each host beginHost(), appendRow() for each row that it gives back, endHost();
/// then end(). All append to `out`, which the caller takes away as it likes in between.
class ResultWriter
{
public:
    /// Row numbers of the store.
    using Rows = std::span<quint32>;
    using ConstRows = std::span<const quint32>;

    ResultWriter() = default;
    virtual ~ResultWriter();
    Q_DISABLE_COPY_MOVE(ResultWriter)

    /// How often the hosts are gone through; in each turn come those that isInTurn() says.
    [[nodiscard]] virtual int turns() const { return 1; }
    /// Of a host's rows; true in one turn only. The turns come in ascending order from 0.
    [[nodiscard]] virtual bool isInTurn(int, ConstRows) const { return true; }

    /// `rows`: all that will be written, in the files' order.
    virtual void begin(QByteArray &out, ConstRows rows) = 0;
    /// `rows`: all of one host, at least one, by port; may be put into another order. Gives those
    /// back that appendRow() is to be called for.
    [[nodiscard]] virtual Rows beginHost(QByteArray &out, Rows rows);
    virtual void appendRow(QByteArray &out, quint32 row) = 0;
    virtual void endHost(QByteArray &out);
    virtual void end(QByteArray &out);
};

} // namespace roadstead
