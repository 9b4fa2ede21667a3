// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/rowsbyhost.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace roadstead {

namespace {

/// The hosts in the order of addresses.
QList<quint32> hostsByAddress(const ResultStore &store)
{
    QList<quint32> hosts(store.hostCount());
    std::iota(hosts.begin(), hosts.end(), 0U);
    std::sort(hosts.begin(), hosts.end(), [&store](quint32 left, quint32 right) {
        return store.host(left).address < store.host(right).address;
    });
    return hosts;
}

} // namespace

RowsByHost::RowsByHost(const ResultStore &store)
{
    countOut(store, store.rowCount(), [](quint32 index) { return index; });
}

RowsByHost::RowsByHost(const ResultStore &store, const QList<quint32> &rows)
{
    countOut(store, static_cast<quint32>(rows.size()),
             [&rows](quint32 index) { return rows.at(index); });
}

template <typename RowAt>
void RowsByHost::countOut(const ResultStore &store, quint32 count, RowAt rowAt)
{
    m_begins.resize(store.hostCount() + size_t(1));
    for (quint32 i = 0; i < count; ++i)
        ++m_begins[store.row(rowAt(i)).host + size_t(1)];
    std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());
    std::vector<quint32> next(m_begins.begin(), std::prev(m_begins.end()));
    m_rows.resize(count);
    for (quint32 i = 0; i < count; ++i) {
        const quint32 row = rowAt(i);
        m_rows[next[store.row(row).host]++] = row;
    }
}

void appendPortRows(const ResultStore &store, std::span<const quint32> rows,
                    std::vector<PortRow> &out)
{
    for (const quint32 row : rows)
        out.push_back({.port = store.row(row).port, .row = row});
}

void sortByAddressAndPort(const ResultStore &store, QList<quint32> &rows)
{
    const RowsByHost byHost(store, rows);
    std::vector<PortRow> ofHost;
    rows.clear(); // keeps its memory
    const QList<quint32> hosts = hostsByAddress(store);
    for (const quint32 host : hosts) {
        ofHost.clear();
        appendPortRows(store, byHost.of(host), ofHost);
        std::sort(ofHost.begin(), ofHost.end());
        for (const PortRow &portRow : ofHost)
            rows.append(portRow.row);
    }
}

} // namespace roadstead
