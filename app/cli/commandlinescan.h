// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/options.h"
#include "core/record/csv.h"
#include "core/result/resultstore.h"
#include "core/scan/scanevents.h"
#include "core/scan/scanrequest.h"

#include <QObject>

#include <memory>

namespace roadstead {

class Console;
class OutputFile;
class PortCatalogue;
class ScanEngine;

/// Exit codes of roadstead-cli (see its man page). 130 and 143 follow a signal.
enum ExitCode : int {
    ExitComplete = 0,
    ExitIncomplete = 1,
    ExitUsage = 2,
};

/// One scan from the command line: opens the outputs, scans, writes what was found.
class CommandLineScan final : public QObject
{
    Q_OBJECT

public:
    /// `catalogue` and `console` must outlive this.
    CommandLineScan(CliOptions options, const PortCatalogue &catalogue, Console &console,
                    QObject *parent = nullptr);
    ~CommandLineScan() override;
    Q_DISABLE_COPY_MOVE(CommandLineScan)

    /// False: an output cannot be written, as has been said. Nothing is sent.
    [[nodiscard]] bool openOutputs();
    void start(const ScanRequest &request);
    /// ended() follows, with everything found written.
    void requestStop();

signals:
    /// All is written; never a signal's code.
    void ended(int exitCode);

private:
    void onResults(const ResultBatch &batch);
    void onProgress(const ScanProgress &progress);
    void onNotice(const ScanNotice &notice);
    void onFinished(const ScanSummary &summary);

    bool open(OutputFile &file);
    void sayHowManyAreDown();
    void sayHowManyHaveNoVerdict(quint64 unknown);
    bool writeReport(const ScanSummary &summary);
    bool writeCsvFile();
    void sayHowItFailed(const OutputFile &file);
    /// Text for a person on standard output; false if it could not be written.
    bool print(const QString &text);
    [[nodiscard]] int exitCode(const ScanSummary &summary, bool isWritten);

    CliOptions m_options;
    const PortCatalogue &m_catalogue;
    Console &m_console;
    ResultStore m_store;
    std::unique_ptr<ScanEngine> m_engine;
    std::unique_ptr<OutputFile> m_report; ///< nothing if standard output carries something else
    std::unique_ptr<OutputFile> m_csv;
    bool m_isStoreReady = false;
    bool m_isReportBroken = false;
};

} // namespace roadstead
