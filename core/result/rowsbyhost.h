// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/resultstore.h"

#include <QList>

#include <compare>
#include <span>
#include <vector>

namespace roadstead {

/// A row, by its port.
struct PortRow
{
    quint16 port = 0;
    quint32 row = 0;

    friend constexpr auto operator<=>(const PortRow &, const PortRow &) = default;
};

/// The rows of a store, those of each host together. Hosts are few and rows are many: rows are
/// counted out to their hosts, and who wants an order sorts what is left to sort. Four bytes a row.
class RowsByHost
{
public:
    /// All rows, also those that are removed.
    explicit RowsByHost(const ResultStore &store);
    /// Only these.
    RowsByHost(const ResultStore &store, const QList<quint32> &rows);

    /// In the order in which they came in.
    [[nodiscard]] std::span<const quint32> of(quint32 host) const
    {
        const quint32 begin = m_begins[host];
        return std::span(m_rows).subspan(begin, m_begins[host + size_t(1)] - begin);
    }

private:
    template <typename RowAt>
    void countOut(const ResultStore &store, quint32 count, RowAt rowAt);

    std::vector<quint32> m_begins; ///< of each host in m_rows, and the end
    std::vector<quint32> m_rows;
};

/// Adds rows of one host to `out`, which is left unsorted.
void appendPortRows(const ResultStore &store, std::span<const quint32> rows,
                    std::vector<PortRow> &out);

/// Puts rows into the order of files: by address, then port; of two rows of a port the earlier one
/// first.
void sortByAddressAndPort(const ResultStore &store, QList<quint32> &rows);

} // namespace roadstead
