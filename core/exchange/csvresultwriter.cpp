// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/csvresultwriter.h"

#include "core/exchange/csvfield.h"

namespace roadstead {

CsvResultWriter::CsvResultWriter(const ResultStore &store, const PortCatalogue &catalogue,
                                 const CsvOptions &options)
    : m_store(store)
    , m_catalogue(catalogue)
    , m_options(options)
{}

CsvResultWriter::~CsvResultWriter() = default;

void CsvResultWriter::begin(QByteArray &out, ConstRows)
{
    out += csvBeginning(m_options);
}

void CsvResultWriter::appendRow(QByteArray &out, quint32 row)
{
    appendCsvRow(out, m_store, row, m_catalogue, m_options);
}

} // namespace roadstead
