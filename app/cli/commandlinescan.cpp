// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandlinescan.h"

#include "app/cli/console.h"
#include "app/cli/progressline.h"
#include "app/cli/report.h"
#include "core/base/plaintext.h"
#include "core/lookup/portcatalogue.h"
#include "core/record/csvexport.h"
#include "core/record/outputfile.h"
#include "core/scan/scanengine.h"
#include "ui/words/explain.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

CsvOptions csvOptions(const CliOptions &options)
{
    CsvOptions csv = options.csvExcel ? csvForSpreadsheets(QLocale::system()) : CsvOptions();
    csv.protectFormulas = !options.csvRaw;
    return csv;
}

} // namespace

CommandLineScan::CommandLineScan(CliOptions options, const PortCatalogue &catalogue,
                                 Console &console, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_catalogue(catalogue)
    , m_console(console)
    , m_engine(std::make_unique<ScanEngine>())
{
    m_engine->keepAwake(Texts::tr("A port scan is running"));
    connect(m_engine.get(), &ScanEngine::resultsReady, this, &CommandLineScan::onResults);
    connect(m_engine.get(), &ScanEngine::progressChanged, this, &CommandLineScan::onProgress);
    connect(m_engine.get(), &ScanEngine::noticed, this, &CommandLineScan::onNotice);
    connect(m_engine.get(), &ScanEngine::finished, this, &CommandLineScan::onFinished);
}

CommandLineScan::~CommandLineScan() = default;

bool CommandLineScan::openOutputs()
{
    if (m_options.csvPath) {
        m_csv = std::make_unique<OutputFile>(*m_options.csvPath);
        if (!open(*m_csv))
            return false;
    }
    if (m_csv && m_csv->isStandardOutput())
        return true;
    m_report = std::make_unique<OutputFile>(QStringLiteral("-"));
    return open(*m_report);
}

bool CommandLineScan::open(OutputFile &file)
{
    if (file.open())
        return true;
    sayHowItFailed(file);
    return false;
}

void CommandLineScan::start(const ScanRequest &request)
{
    m_engine->start(request);
}

void CommandLineScan::requestStop()
{
    if (m_engine->isRunning())
        m_engine->requestStop();
}

void CommandLineScan::onResults(const ResultBatch &batch)
{
    if (!std::exchange(m_isStoreReady, true))
        m_store.clear(m_engine->startedAt());
    const quint32 first = m_store.append(batch);
    if (!m_report || !m_console.isOutputTerminal())
        return;
    for (quint32 i = first; i < m_store.rowCount(); ++i) {
        const PortResult &row = m_store.row(i);
        // One that accepts everything would fill the terminal.
        if (row.state() != PortState::Open || m_store.hostOf(row).acceptsAll)
            continue;
        m_console.clearProgress();
        print(Report::discovered(m_store.hostOf(row), row));
    }
}

void CommandLineScan::onProgress(const ScanProgress &progress)
{
    if (m_options.quiet || !m_console.isErrorTerminal() || progress.total == 0)
        return;
    m_console.showProgress(progressLine(progress, m_console.progressWidth()));
}

void CommandLineScan::onNotice(const ScanNotice &notice)
{
    if (notice.code == ScanNoticeCode::HostDown)
        return; // all in one line at the end
    const bool isTrouble = notice.code == ScanNoticeCode::NameNotResolved
                           || notice.code == ScanNoticeCode::NameHasNoAddressOfFamily
                           || notice.code == ScanNoticeCode::NameHasRefusedAddress
                           || notice.code == ScanNoticeCode::ExcludeNotResolved
                           || notice.code == ScanNoticeCode::NothingToScan;
    if (isTrouble || !m_options.quiet)
        m_console.say(words::of(notice));
}

void CommandLineScan::onFinished(const ScanSummary &summary)
{
    m_console.clearProgress();
    sayHowManyAreDown();
    // Both, even if the first fails: what was found must not be lost with it.
    const bool isCsvWritten = !m_csv || writeCsvFile();
    const bool isReportWritten = !m_report || writeReport(summary);
    emit ended(exitCode(summary, isCsvWritten && isReportWritten));
}

void CommandLineScan::sayHowManyAreDown()
{
    quint64 count = 0;
    QString last;
    for (quint32 i = 0; i < m_store.hostCount(); ++i) {
        if (m_store.host(i).standing != HostStanding::Down)
            continue;
        ++count;
        last = m_store.host(i).addressText;
    }
    // With --scan-down-hosts their ports were tried, and say what came of it.
    if (count == 0 || m_options.quiet || m_options.scan.scanDownHosts)
        return;
    m_console.say(count == 1 ? words::of({ScanNoticeCode::HostDown, last, 0})
                             : words::hostsDown(count));
}

bool CommandLineScan::writeReport(const ScanSummary &summary)
{
    const Report report(
        m_store, m_catalogue,
        {m_console.hasColors() && !m_options.noColor, m_options.explain, m_options.states});
    report.write([this](const QString &piece) { return print(piece); });
    print(Report::done(summary));
    if (!m_isReportBroken && m_report->commit())
        return true;
    sayHowItFailed(*m_report);
    return false;
}

bool CommandLineScan::print(const QString &text)
{
    if (!m_isReportBroken)
        m_isReportBroken = !m_report->write(text.toLocal8Bit());
    return !m_isReportBroken;
}

bool CommandLineScan::writeCsvFile()
{
    CsvExportRequest request;
    request.store = m_store;
    request.options = csvOptions(m_options);
    if (m_options.states) {
        request.rows = [this] {
            QList<quint32> rows;
            for (quint32 row = 0; row < m_store.rowCount(); ++row) {
                if (m_options.states->contains(m_store.row(row).state()))
                    rows.append(row);
            }
            return rows;
        };
    }
    if (writeCsv(request, m_catalogue, *m_csv).isEmpty())
        return true;
    sayHowItFailed(*m_csv);
    return false;
}

void CommandLineScan::sayHowItFailed(const OutputFile &file)
{
    // Whoever read this has seen enough: `| head` is no error worth a word.
    if (file.isReaderGone())
        return;
    const QString name =
        file.isStandardOutput() ? Texts::tr("standard output") : plainText(file.path());
    m_console.say(Texts::tr("%1 could not be written: %2", "file, the system's words")
                      .arg(name, file.errorString()));
}

void CommandLineScan::sayHowManyHaveNoVerdict(quint64 unknown)
{
    quint64 skipped = 0;
    for (quint32 row = 0; m_options.scan.skipSilent && row < m_store.rowCount(); ++row)
        skipped += m_store.row(row).reason() == Reason::NotProbed ? 1U : 0U;
    if (skipped > 0)
        m_console.say(Texts::tr("%1 port(s) were not tried, because nothing came back from their "
                                "hosts (--skip-silent).",
                                nullptr, words::pluralNumber(skipped))
                          .arg(skipped));
    if (unknown > skipped)
        m_console.say(Texts::tr("%1 port(s) could not be tried and have no verdict.", nullptr,
                                words::pluralNumber(unknown - skipped))
                          .arg(unknown - skipped));
}

int CommandLineScan::exitCode(const ScanSummary &summary, bool isWritten)
{
    const quint64 unknown = summary.count(PortState::Unknown);
    sayHowManyHaveNoVerdict(unknown);
    // With nothing scanned no requested port has a verdict.
    const bool isComplete = summary.total > 0 && summary.done == summary.total && unknown == 0
                            && summary.unresolvedNames.isEmpty();
    return isComplete && isWritten ? ExitComplete : ExitIncomplete;
}

} // namespace roadstead
