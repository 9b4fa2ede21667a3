// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/resultwriter.h"

namespace roadstead {

ResultWriter::~ResultWriter() = default;

ResultWriter::Rows ResultWriter::beginHost(QByteArray &, Rows rows)
{
    return rows;
}

void ResultWriter::endHost(QByteArray &) {}

void ResultWriter::end(QByteArray &) {}

} // namespace roadstead
