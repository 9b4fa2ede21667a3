// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/listwriter.h"

#include "core/exchange/exporttext.h"

namespace roadstead {

ListWriter::ListWriter(const ResultStore &store)
    : m_store(store)
{}

ListWriter::~ListWriter() = default;

void ListWriter::begin(QByteArray &, ConstRows) {}

ResultWriter::Rows ListWriter::beginHost(QByteArray &, Rows rows)
{
    const HostRecord &host = m_store.hostOf(m_store.row(rows.front()));
    m_host = host.addressText.toUtf8();
    if (!host.address.isIpv4())
        m_host = '[' + m_host + ']';
    m_host += ':';
    return rows;
}

void ListWriter::appendRow(QByteArray &out, quint32 row)
{
    out += m_host;
    appendNumber(out, m_store.row(row).port);
    out += '\n';
}

} // namespace roadstead
