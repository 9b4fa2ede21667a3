// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What differs between two scans, as files for programs (CSV) and for people (a line each). Both
// are in docs/FORMATS.md; neither is ever translated.

#pragma once

#include "core/compare/scancomparison.h"
#include "core/exchange/csv.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace roadstead {

class OutputFile;

enum class ComparisonForm : quint8 {
    Csv,
    Lines
};

/// What goes into a file of differences and where.
struct ComparisonExportRequest
{
    ScanComparison comparison = {};
    /// Which of its differences; nothing: all.
    std::optional<QList<ScanDifference>> differences = {};
    ComparisonForm form = ComparisonForm::Csv;
    CsvOptions csv = {}; ///< without its columns and decimal sign: neither is used here
    QString path; ///< see OutputFile
    /// Asked now and then, if there is one; the error is then the system's for ECANCELED.
    std::function<bool()> isCancelled = {};
};

/// Blocking, a piece at a time. Returns the error, empty if none.
[[nodiscard]] QString writeComparison(const ComparisonExportRequest &request,
                                      const PortCatalogue &catalogue);
/// The same to an output that is open already; `request.path` is not looked at. Commits it.
[[nodiscard]] QString writeComparison(const ComparisonExportRequest &request,
                                      const PortCatalogue &catalogue, OutputFile &file);

/// What a CSV file begins with: change,address,hostname,... and a byte order mark if it is to have
/// one.
[[nodiscard]] QByteArray comparisonCsvBeginning(const CsvOptions &options);
/// One row with CRLF.
void appendComparisonCsv(QByteArray &out, const ScanComparison &comparison,
                         const ScanDifference &difference, const PortCatalogue &catalogue,
                         const CsvOptions &options);
/// One line with LF.
void appendComparisonLine(QByteArray &out, const ScanComparison &comparison,
                          const ScanDifference &difference, const PortCatalogue &catalogue);

} // namespace roadstead
