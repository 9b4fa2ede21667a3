// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandlinescan.h"

#include "app/cli/console.h"
#include "app/cli/documents.h"
#include "app/cli/progressline.h"
#include "app/cli/report.h"
#include "core/record/recordedscan.h"
#include "core/scan/scanengine.h"
#include "core/target/writtentargets.h"
#include "ui/words/recordwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <utility>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

/// As they were given; what files brought is written out.
QString targetsText(const CliOptions &options, const TargetSpec &targets)
{
    const QString given = options.targets.join(u' ');
    return isTextOf(given, targets) ? given : written(targets);
}

} // namespace

CommandLineScan::CommandLineScan(CliOptions options, const PortCatalogue &catalogue,
                                 Console &console, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_console(console)
    , m_outputs(m_options, catalogue, console)
    , m_engine(std::make_unique<ScanEngine>())
{
    m_engine->keepAwake(Texts::tr("A port scan is running"));
    connect(m_engine.get(), &ScanEngine::resolved, this,
            [this](const NameAnswers &answers, quint64 total) {
                m_header.answers = answers;
                m_header.total = total;
            });
    connect(m_engine.get(), &ScanEngine::resultsReady, this, &CommandLineScan::onResults);
    connect(m_engine.get(), &ScanEngine::progressChanged, this, &CommandLineScan::onProgress);
    connect(m_engine.get(), &ScanEngine::noticed, this, &CommandLineScan::onNotice);
    connect(m_engine.get(), &ScanEngine::finished, this, &CommandLineScan::onFinished);
}

CommandLineScan::~CommandLineScan() = default;

bool CommandLineScan::openOutputs()
{
    return m_outputs.open();
}

void CommandLineScan::start(const ScanRequest &request)
{
    m_header = headerOfNewScan(request);
    m_header.targetsText = targetsText(m_options, request.targets);
    m_header.portsText = m_options.ports.join(u',');
    if (!m_options.savePath) {
        m_engine->start(m_header.request, beginningOf(m_header));
        return;
    }
    keepIn(*m_options.savePath);
    m_recorded->begin(m_header, *m_options.savePath, RecordedScan::Order::File);
    if (!m_expectations.isEmpty())
        m_recorded->recorder().setExpectations(written(m_expectations));
}

void CommandLineScan::resume(const ScanDocument &document, const ScanResumption &earlier)
{
    m_header = document.header;
    m_store = document.store;
    m_isStoreReady = true;
    keepIn(m_options.documentPath);
    m_recorded->resume(m_options.documentPath, m_header, earlier);
    if (m_options.expectationsPath)
        m_recorded->recorder().setExpectations(written(m_expectations));
}

void CommandLineScan::keepIn(const QString &path)
{
    Q_ASSERT(!path.isEmpty());
    m_recorded = std::make_unique<RecordedScan>(*m_engine);
    connect(m_recorded.get(), &RecordedScan::opened, this, &CommandLineScan::onOpened);
    connect(m_recorded.get(), &RecordedScan::writeFailed, this, &CommandLineScan::onWriteFailed);
    connect(m_recorded.get(), &RecordedScan::writeRecovered, this,
            &CommandLineScan::onWriteRecovered);
    connect(m_recorded.get(), &RecordedScan::closed, this, &CommandLineScan::onClosed);
}

void CommandLineScan::onOpened(const std::optional<RecordError> &error)
{
    if (!error) {
        rememberScan(m_recorded->recorder().path());
        return;
    }
    m_console.say(words::of(*error));
    emit ended(ExitIncomplete);
}

void CommandLineScan::onWriteFailed(const RecordError &error)
{
    QString sentence = words::of(error);
    if (!m_isStopRequested)
        sentence += u' '
                    + (m_exitCode ? Texts::tr("The scan is over, and the program ends when "
                                              "the last results can be saved; Ctrl+C ends it "
                                              "without them.")
                                  : Texts::tr("The scan is paused, and goes on when results can be "
                                              "saved again."));
    m_console.clearProgress();
    m_console.say(sentence);
    if (m_isStopRequested && m_exitCode)
        m_recorded->recorder().giveUp(); // before its end onFinished() does
}

void CommandLineScan::onWriteRecovered()
{
    m_console.clearProgress();
    m_console.say(m_isStopRequested || m_exitCode
                      ? Texts::tr("There is room again: all results are saved.")
                      : Texts::tr("There is room again: the scan goes on."));
}

void CommandLineScan::onClosed(const std::optional<RecordError> &error)
{
    if (error) {
        m_console.clearProgress();
        m_console.say(words::of(*error));
    }
    if (!m_exitCode)
        return; // the scan goes on without its file
    const int exitCode = *m_exitCode;
    emit ended(error && exitCode != ExitUsage ? int(ExitIncomplete) : exitCode);
}

void CommandLineScan::requestStop()
{
    m_isStopRequested = true;
    if (m_engine->isRunning())
        m_engine->requestStop();
    else if (m_recorded && m_recorded->callOff()) // before anything was sent
        onFinished(summaryOf(m_header));
    else if (m_recorded && m_recorded->isHeldUp())
        m_recorded->recorder().giveUp(); // it waits for room, and nobody else does
}

void CommandLineScan::onResults(const ResultBatch &batch)
{
    if (!std::exchange(m_isStoreReady, true))
        m_store.clear(m_engine->startedAt());
    const quint32 first = m_store.append(batch);
    if (!m_outputs.isWatched())
        return;
    for (quint32 i = first; i < m_store.rowCount(); ++i) {
        const PortResult &row = m_store.row(i);
        // One that accepts everything would fill the terminal.
        if (row.state() != PortState::Open || m_store.hostOf(row).acceptsAll)
            continue;
        m_console.clearProgress();
        m_outputs.print(Report::discovered(m_store.hostOf(row), row));
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
    m_header.elapsed = summary.elapsed;
    m_header.endedAt = QDateTime::currentDateTimeUtc();
    m_header.ending = summary.wasStopped ? ScanEnding::Stopped : ScanEnding::Finished;
    m_header.counts = summary.counts;
    m_header.hosts = m_store.hostCount();
    m_exitCode =
        conclude({m_store, m_header, summary, m_expectations}, m_options, m_console, m_outputs);
    if (!m_recorded)
        emit ended(*m_exitCode);
    else if (m_isStopRequested && m_recorded->isHeldUp())
        // Queued, because the file is told of the scan's end only after this.
        QMetaObject::invokeMethod(
            this, [this] { m_recorded->recorder().giveUp(); }, Qt::QueuedConnection);
}

} // namespace roadstead
