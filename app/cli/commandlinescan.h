// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/conclusion.h"
#include "app/cli/options.h"
#include "app/cli/scanoutputs.h"
#include "core/record/scandocument.h"
#include "core/scan/scanresumption.h"

#include <QObject>

#include <memory>
#include <optional>

namespace roadstead {

class Console;
class PortCatalogue;
class RecordedScan;
class ScanEngine;
struct RecordError;

/// One scan from the command line: opens the outputs, scans, keeps the scan in a file if that was
/// asked for, and writes what was found.
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
    void setExpectations(const Expectations &expectations) { m_expectations = expectations; }
    void start(const ScanRequest &request);
    /// Goes on with the scan that is kept in the file that the options name.
    void resume(const ScanDocument &document, const ScanResumption &earlier);
    /// ended() follows, with everything found written.
    void requestStop();

signals:
    /// All is written; never a signal's code.
    void ended(int exitCode);

private:
    void keepIn(const QString &path);
    void onOpened(const std::optional<RecordError> &error);
    void onWriteFailed(const RecordError &error);
    void onWriteRecovered();
    void onClosed(const std::optional<RecordError> &error);
    void onResults(const ResultBatch &batch);
    void onProgress(const ScanProgress &progress);
    void onNotice(const ScanNotice &notice);
    void onFinished(const ScanSummary &summary);

    CliOptions m_options;
    Console &m_console;
    ScanOutputs m_outputs;
    Expectations m_expectations;
    ResultStore m_store;
    ScanHeader m_header;
    std::unique_ptr<ScanEngine> m_engine;
    std::unique_ptr<RecordedScan> m_recorded; ///< nothing: it is kept in no file
    std::optional<int> m_exitCode; ///< of a scan that is over, until its file is closed
    bool m_isStoreReady = false;
    bool m_isStopRequested = false;
};

} // namespace roadstead
