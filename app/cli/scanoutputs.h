// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/options.h"
#include "core/exchange/resultexport.h"

#include <QString>

#include <memory>
#include <vector>

namespace roadstead {

class Console;
class OutputFile;
class PortCatalogue;
struct ScanSummary;

/// What the options say of CSV.
[[nodiscard]] CsvOptions csvOptions(const CliOptions &options);
/// Nothing if whoever read it has gone.
void sayHowItFailed(const OutputFile &file, Console &console);

/// All that is written when a scan is over: the report for a person, and files of results. All are
/// opened before there is anything to write, so that one that cannot be written is found in time.
class ScanOutputs
{
public:
    /// All must outlive this.
    ScanOutputs(const CliOptions &options, const PortCatalogue &catalogue, Console &console);
    ~ScanOutputs();
    Q_DISABLE_COPY_MOVE(ScanOutputs)

    /// False: one cannot be written, as has been said.
    [[nodiscard]] bool open();
    /// Standard output is a terminal, and a person reads there.
    [[nodiscard]] bool isWatched() const;
    /// Text for that person; false if nobody reads it.
    bool print(const QString &text);
    /// Everything, even if some of it fails: what was found must not be lost with it. False: some
    /// has, as was said.
    bool write(const ResultStore &store, const ScanHeader &header, const ScanSummary &summary);

private:
    struct File
    {
        std::unique_ptr<OutputFile> output;
        ExportForm form;
    };

    bool open(OutputFile &file);
    bool addFile(const std::optional<QString> &path, const ExportForm &form);
    bool writeReport(const ResultStore &store, const ScanSummary &summary);
    bool writeFile(const File &file, const ResultStore &store, const ScanHeader &header);

    const CliOptions &m_options;
    const PortCatalogue &m_catalogue;
    Console &m_console;
    std::unique_ptr<OutputFile> m_report; ///< nothing if standard output carries something else
    std::vector<File> m_files;
    bool m_isReportBroken = false;
};

} // namespace roadstead
