// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/portresult.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

// How a scan file keeps results: those of one host that were committed at once are a block of some
// five bytes a row. Columns instead of rows, because neighbours in a column are alike: states and
// numbers of attempts as runs, times as differences, details once each. Not compressed further:
// what a file from anywhere unpacks to is in proportion to its size.

namespace roadstead {

/// Results of one host. Its number is not kept here: PortResult::host is 0.
struct RowBlock
{
    static constexpr qsizetype kMostRows = 65'536;

    QList<PortResult> rows; ///< at least one
    QList<RowDetail> details; ///< ascending by row
};

/// At most kMostRows; each state must go with its reason, see isPossible().
[[nodiscard]] QByteArray packed(const RowBlock &block);
/// Nothing if it is not exactly what packed() makes of a block. Bounded by the size of `bytes`: a
/// row takes four bytes at least, and 150 in memory at most.
[[nodiscard]] std::optional<RowBlock> unpacked(QByteArrayView bytes);
/// Eight bytes over a block and its place in the file.
[[nodiscard]] QByteArray blockChecksum(quint32 host, qint64 id, QByteArrayView bytes);

} // namespace roadstead
