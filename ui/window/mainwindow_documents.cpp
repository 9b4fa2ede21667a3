// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Scans as documents: opened, continued, saved, compared, and those that nobody has named.

#include "core/base/background.h"
#include "core/base/plaintext.h"
#include "core/exchange/openscan.h"
#include "core/record/resumption.h"
#include "core/scan/scanengine.h"
#include "core/scan/targetresolution.h"
#include "core/settings/settings.h"
#include "ui/document/documentflow.h"
#include "ui/document/expectationkeeper.h"
#include "ui/document/recentscans.h"
#include "ui/model/resultmodel.h"
#include "ui/parts/filequestion.h"
#include "ui/parts/menutext.h"
#include "ui/parts/messagebar.h"
#include "ui/parts/plaintooltip.h"
#include "ui/setup/requestbuilder.h"
#include "ui/setup/scanpanel.h"
#include "ui/setup/targetfield.h"
#include "ui/status/scanfooter.h"
#include "ui/status/scannotices.h"
#include "ui/window/mainwindow.h"
#include "ui/window/resulthistory.h"
#include "ui/window/resultsdesk.h"
#include "ui/window/scanlibrary.h"
#include "ui/window/windowactions.h"
#include "ui/words/historywords.h"
#include "ui/words/recordwords.h"
#include "ui/words/targettext.h"
#include "ui/words/words.h"

#include <QAction>
#include <QFileInfo>
#include <QMenu>

namespace roadstead {

namespace {

QString openId()
{
    return QStringLiteral("open");
}

QString continueId()
{
    return QStringLiteral("continue");
}

QString resultFiles()
{
    return MainWindow::tr(
        "Scans and results (*.roadstead *.xml *.json *.jsonl *.csv);;All files (*)");
}

Message information(const QString &id, const QString &text)
{
    return {.id = id, .level = MessageLevel::Information, .text = text, .actions = {}};
}

} // namespace

void MainWindow::connectDocuments()
{
    connectLibrary();
    m_documents->setSnapshot([this] { return document(); });
    connect(m_documents, &DocumentFlow::placeChanged, this, &MainWindow::refresh);
    connect(m_documents, &DocumentFlow::notContinued, this, &MainWindow::onNotContinued);
    connect(m_documents, &DocumentFlow::writingChanged, this, [this] {
        refreshActions();
        closeIfWritten();
    });
    connect(m_documents, &DocumentFlow::givenUp, this, [this] { m_isLossAccepted = m_isClosing; });
    // Somebody has to say what to do; the window closes when that is done.
    connect(m_documents, &DocumentFlow::writeFailed, this, [this] { setEnabled(true); });
    connect(m_documents, &DocumentFlow::lost, this, [this] {
        m_isClosing = false;
        m_isLossAccepted = false;
        setEnabled(true);
    });
    connect(&m_engine, &ScanEngine::resolved, this,
            [this](const NameAnswers &answers, quint64 total) {
                m_header.answers = answers;
                m_header.total = total;
            });
    connect(m_model, &ResultModel::notesChanged, this, [this] {
        if (m_history->isExchanging())
            return;
        m_documents->edit({.notes = m_model->notes(), .removed = {}, .expectations = {}});
    });
    connect(m_model, &ResultModel::countsChanged, this, &MainWindow::keepRemovals);
    connect(m_model, &ResultModel::removingChanged, this, &MainWindow::closeIfWritten);
    connect(m_actions->openFile, &QAction::triggered, this, &MainWindow::askForFile);
    connect(m_actions->continueScan, &QAction::triggered, this, &MainWindow::continueScan);
    connect(m_actions->save, &QAction::triggered, this,
            [this] { m_documents->save(fileNameOf(m_scanned) + QLatin1String(".roadstead")); });
    connect(m_actions->saveAs, &QAction::triggered, this,
            [this] { m_documents->saveAs(fileNameOf(m_scanned) + QLatin1String(".roadstead")); });
}

void MainWindow::connectLibrary()
{
    connect(m_actions->history, &QAction::triggered, m_library, &ScanLibrary::showHistory);
    connect(m_library, &ScanLibrary::openWanted, this,
            [this](const QString &path) { openFile(path); });
    connect(m_library, &ScanLibrary::continueWanted, this,
            [this](const QString &path) { openFile(path, AfterOpening::Continue); });
    connect(m_library, &ScanLibrary::named, this, [this](const QString &from, const QString &to) {
        if (m_documents->place().path == from
            && m_documents->file()->state() == FileState::Complete)
            m_documents->show(
                m_documents->fileAt({.path = to, .isUntitled = false},
                                    identityOf(m_header, m_model->store().rowCount())));
    });
    connect(m_documents, &DocumentFlow::placeChanged, m_library, &ScanLibrary::onScansChanged);
    connect(m_documents, &DocumentFlow::writingChanged, m_library, &ScanLibrary::onScansChanged);
    connect(m_actions->compareWith, &QAction::triggered, this, &MainWindow::askForOther);
    connect(m_actions->compareWithLast, &QAction::triggered, this,
            [this] { m_library->compareWithLast(document()); });
}

/// What is shown, as a document.
ScanDocument MainWindow::document() const
{
    ScanDocument shown;
    shown.header = m_header;
    shown.store = m_model->snapshot();
    shown.header.hosts = shown.store.hostCount();
    if (m_engine.isRunning())
        shown.header.elapsed = m_progress.elapsed;
    shown.expectations = m_expectations->text();
    return shown;
}

/// Rows that were taken from the list, or put back.
void MainWindow::keepRemovals()
{
    const quint32 removals = m_model->store().removals();
    if (removals == m_keptRemovals || m_model->isRemoving() || m_history->isExchanging())
        return;
    m_keptRemovals = removals;
    m_documents->keepRemoved(m_model->store());
}

void MainWindow::fillRecentFiles(QMenu *menu)
{
    menu->clear();
    menu->setToolTipsVisible(true); // names may be the same
    const QStringList paths = recentScans(m_settings);
    for (const QString &path : paths) {
        QAction *action = menu->addAction(menuText(plainText(QFileInfo(path).fileName())));
        action->setToolTip(plainToolTip(plainText(path)));
        connect(action, &QAction::triggered, this, [this, path] { openFile(path); });
    }
    if (paths.isEmpty())
        menu->addAction(tr("No file yet"))->setEnabled(false);
}

void MainWindow::askForFile()
{
    m_files->askForFile(tr("Open a scan"), resultFiles(),
                        [this](const QString &path) { openFile(path); });
}

bool MainWindow::showsNothing() const
{
    return !isScanning() && m_model->store().rowCount() == 0 && !m_request;
}

void MainWindow::openFile(const QString &path, AfterOpening then)
{
    if (!showsNothing()) {
        emit openInOtherWindowRequested(path, then);
        return;
    }
    m_messages->post(
        information(openId(), tr("Opening %1…").arg(plainText(QFileInfo(path).fileName()))));
    using Opened = std::shared_ptr<const Expected<OpenedScan, OpenError>>;
    runInBackground<Opened>(
        Lane::Looks, this,
        [path] { return std::make_shared<const Expected<OpenedScan, OpenError>>(openScan(path)); },
        [this, path, then](const Opened &opened) {
            m_messages->dismiss(openId());
            if (*opened && !showsNothing()) { // a scan began meanwhile, or another was opened
                emit openInOtherWindowRequested(path, then);
                return;
            }
            if (*opened) {
                showOpened(path, opened->value());
                if (then == AfterOpening::Continue)
                    continueScan();
                return;
            }
            m_messages->post({.id = openId(),
                              .level = MessageLevel::Error,
                              .text = words::of(opened->error(), path),
                              .actions = {}});
        });
}

void MainWindow::showOpened(const QString &path, const OpenedScan &opened)
{
    const ScanHeader &header = opened.document.header;
    const NoteBook notes = opened.document.store.notes();
    ResultModel::Kept next;
    next.store = opened.document.store;
    static_cast<void>(m_model->exchange(std::move(next)));
    m_model->setNotes(notes);
    ShownScan shown;
    shown.request = header.request;
    shown.scanned = words::titleOf(plainText(header.targetsText));
    if (shown.scanned.isEmpty())
        shown.scanned = plainText(QFileInfo(path).fileName());
    shown.portsText = m_panel->portsTextFor(header);
    shown.header = header;
    shown.expectations = opened.document.expectations;
    shown.header.portsText = shown.portsText;
    if (opened.isScanFile)
        shown.file =
            m_documents->fileAt({.path = path, .isUntitled = m_documents->shelf().contains(path)},
                                identityOf(header, opened.document.store.rowCount()));
    shown.summary = summaryOf(header);
    shown.state = ScanState::Finished;
    shown.progress.total = shown.summary.total;
    shown.progress.done = shown.summary.done;
    showScan(shown);
    if (!header.targetsText.isEmpty())
        setTargets(header.targetsText);
    if (!shown.portsText.isEmpty())
        setPorts(shown.portsText);
    sayWhatWasOpened(path, opened);
}

void MainWindow::sayWhatWasOpened(const QString &path, const OpenedScan &opened)
{
    for (const ImportNote &note : opened.notes)
        m_messages->post({.id = QStringLiteral("import-%1").arg(static_cast<int>(note.code)),
                          .level = MessageLevel::Warning,
                          .text = words::of(note),
                          .actions = {}});
    if (!opened.isScanFile) {
        Message read = information(openId(), tr("Read from %1. Save it to keep it as a scan.")
                                                 .arg(plainText(QFileInfo(path).fileName())));
        read.actions = {{tr("Save &as…"), [this] { m_actions->saveAs->trigger(); }}};
        m_messages->post(read);
    } else if (canContinue()) {
        const auto percent = words::percentOf(opened.document.header);
        Message unfinished = information(
            continueId(),
            percent
                ? tr("This scan was not finished: %1 % of its ports have a verdict.").arg(*percent)
                : tr("This scan was not finished."));
        unfinished.actions = {{tr("Contin&ue"), [this] { continueScan(); }}};
        m_messages->post(unfinished);
    }
}

bool MainWindow::canContinue() const
{
    return !isScanning() && m_documents->canContinue() && m_header.origin == ScanOrigin::Scanned
           && m_header.ending != ScanEnding::Finished;
}

void MainWindow::continueScan()
{
    if (!canContinue())
        return;
    m_messages->dismiss(continueId());
    using Prepared = std::shared_ptr<const Expected<ScanResumption, RecordError>>;
    runInBackground<Prepared>(
        Lane::Looks, this,
        [shown = document()] {
            return std::make_shared<const Expected<ScanResumption, RecordError>>(
                prepareResumption(shown));
        },
        [this](const Prepared &prepared) {
            if (!canContinue())
                return; // something else was begun meanwhile
            if (*prepared) {
                continueOrAsk(prepared->value());
                return;
            }
            RecordError error = prepared->error();
            error.path = m_documents->place().path;
            m_messages->post({.id = continueId(),
                              .level = MessageLevel::Error,
                              .text = words::of(error),
                              .actions = {}});
        });
}

/// What a file says that it scans is not what somebody typed here: it is said first where it is
/// large or public, with what its names have come to.
void MainWindow::continueOrAsk(const ScanResumption &earlier)
{
    const ScanRequest known = resolvedRequest(m_header.request, earlier.answers);
    const auto proceed = [this, earlier] {
        if (canContinue())
            continueFrom(earlier);
    };
    startOrAsk(known, proceed, [this, proceed, request = m_header.request, known] {
        if (known.targets.names.isEmpty() && containsPublic(targetsLeft(known)))
            m_guard.confirmNames(request); // it is not asked twice
        proceed();
    });
}

void MainWindow::continueFrom(const ScanResumption &earlier)
{
    m_beforeContinuing = std::make_unique<ShownScan>(shownScan());
    m_beforeContinuing->file.reset();
    beginShowing(QString(m_scanned), QString(m_scannedPorts));
    m_header.ending = ScanEnding::None;
    ScanHeader header = m_header;
    header.request.options.holdForPublicNames = !m_guard.areNamesConfirmed(m_header.request);
    header.request.options.pauseWhenNetworkChanges = true;
    m_request = header.request;
    m_documents->continueScan(header, earlier);
    onStateChanged(ScanState::Resolving); // its file is read first, and nothing else may begin
}

/// What is shown is what it was before.
void MainWindow::onNotContinued()
{
    const std::unique_ptr<ShownScan> before = std::move(m_beforeContinuing);
    if (!before)
        return;
    m_header.ending = before->header.ending;
    m_summary = before->summary;
    m_progress = before->progress;
    m_footer->reset();
    onStateChanged(before->state);
    m_untold = Untold::Figures;
    tellEnd();
}

/// One whose engine runs, or is about to.
bool MainWindow::isScanning() const
{
    return m_engine.isRunning() || m_documents->file()->isScanning();
}

void MainWindow::stopScan(ScanEnding means)
{
    m_documents->setStopMeans(means);
    if (!m_documents->callOff()) {
        m_engine.requestStop();
        return;
    }
    m_header.ending = means; // as its file says then
    refresh();
}

void MainWindow::lookAtShelf()
{
    m_library->lookAtShelf();
}

/// With another scan, in a file.
void MainWindow::askForOther()
{
    m_files->askForFile(tr("Compare with"), resultFiles(),
                        [this](const QString &path) { m_library->compareWith(path, document()); });
}

} // namespace roadstead
