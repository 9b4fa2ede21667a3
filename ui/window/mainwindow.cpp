// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/mainwindow.h"

#include "core/base/plaintext.h"
#include "core/record/recordedscan.h"
#include "core/scan/scanengine.h"
#include "core/settings/settings.h"
#include "core/target/writtentargets.h"
#include "ui/activity/desktopactivity.h"
#include "ui/activity/sparkline.h"
#include "ui/document/documentflow.h"
#include "ui/document/expectationkeeper.h"
#include "ui/model/resultmodel.h"
#include "ui/opener/launcher.h"
#include "ui/parts/filequestion.h"
#include "ui/parts/messagebar.h"
#include "ui/results/resulttable.h"
#include "ui/setup/scanpanel.h"
#include "ui/setup/targetfield.h"
#include "ui/status/scanfooter.h"
#include "ui/status/scannotices.h"
#include "ui/window/expectationcommands.h"
#include "ui/window/exportflow.h"
#include "ui/window/resulthistory.h"
#include "ui/window/resultsdesk.h"
#include "ui/window/scanlibrary.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowtitle.h"
#include "ui/words/pacewords.h"
#include "ui/words/words.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kRefreshInterval = 100ms; ///< counts that change oftener are not read

bool isActive(ScanState state)
{
    return state != ScanState::Idle && state != ScanState::Finished;
}

} // namespace

MainWindow::MainWindow(ScanEngine &engine, const PortCatalogue &catalogue, Settings &settings,
                       const ScanShelf &shelf, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_catalogue(catalogue)
    , m_settings(settings)
{
    setObjectName(QStringLiteral("mainWindow"));
    setupUi();
    m_documents->setShelf(shelf);
    m_library->setShelf(shelf);
    m_expectations->setBook(ExpectationBook::beside(shelf));
    connectSignals();
    restoreSettings();
    refresh();
    m_panel->focusTargets();
}

MainWindow::~MainWindow()
{
    m_engine.disconnect(this);
    m_settings.disconnect(this); // dialogs remember their place when they go
}

void MainWindow::setupUi()
{
    m_actions = new WindowActions(this);
    m_launcher = std::make_unique<DesktopLauncher>();
    m_panel = new ScanPanel(m_catalogue, m_settings);
    m_panel->setActions(m_actions->start, m_actions->stop, m_actions->pause);
    m_messages = new MessageBar;
    m_notices = new ScanNotices(*m_messages, this);
    m_desk = new ResultsDesk(m_catalogue, m_settings, *m_actions, *m_launcher, this);
    m_model = &m_desk->model();
    m_history = new ResultHistory(
        *m_model, *m_desk->table(), [this] { return shownScan(); }, this);
    m_footer = new ScanFooter;
    connect(m_model, &ResultModel::workChanged, m_footer, &ScanFooter::setWork);
    m_sparkline = new Sparkline;
    m_footer->addChart(m_sparkline);
    m_activity = std::make_unique<DesktopActivity>(m_settings, this);
    m_files = new FileQuestion(m_settings, this);
    m_export = new ExportFlow(m_catalogue, m_settings, *m_messages, *m_files, this);
    m_documents = new DocumentFlow(m_engine, m_settings, *m_messages, *m_files, this);
    m_expectations = new ExpectationKeeper(*m_documents, *m_messages, this);
    m_expecting =
        new ExpectationCommands(*m_actions, *m_desk->table(), *m_model, *m_expectations, this);
    m_library = new ScanLibrary(m_catalogue, m_settings, *m_messages, *m_files, this);
    m_refresh = new QTimer(this);
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(kRefreshInterval);

    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->addWidget(m_panel);
    column->addWidget(m_messages);
    column->addWidget(m_desk, 1);
    column->addWidget(m_footer);
    setCentralWidget(central);
    WindowActions::Submenus submenus = m_desk->submenus();
    submenus.recentFiles = new QMenu(tr("Recent &files"), this);
    connect(submenus.recentFiles, &QMenu::aboutToShow, this,
            [this, menu = submenus.recentFiles] { fillRecentFiles(menu); });
    m_actions->fillMenus(menuBar(), submenus);
    setAcceptDrops(true);
    setMinimumSize(720, 480);
}

void MainWindow::connectSignals()
{
    connectScan();
    connectDesk();
    connectHistory();
    connectDocuments();
    connectExpectations();
    connectView();
    connectHelp();
}

void MainWindow::connectScan()
{
    connect(&m_engine, &ScanEngine::stateChanged, this, &MainWindow::onStateChanged);
    connect(&m_engine, &ScanEngine::resultsReady, this, &MainWindow::onResults);
    connect(&m_engine, &ScanEngine::progressChanged, this, &MainWindow::onProgress);
    connect(&m_engine, &ScanEngine::noticed, this, &MainWindow::onNotice);
    connect(&m_engine, &ScanEngine::finished, this, &MainWindow::onFinished);
    connect(m_notices, &ScanNotices::resumeRequested, &m_engine, &ScanEngine::resume);
    connect(m_notices, &ScanNotices::editTargetsRequested, m_panel, &ScanPanel::focusTargets);
    connect(m_notices, &ScanNotices::scanDownHostsRequested, this, &MainWindow::scanDownHosts);
    connect(m_panel, &ScanPanel::startPrepared, this, &MainWindow::onStartPrepared);
    connect(m_panel, &ScanPanel::otherPrepared, this, &MainWindow::onOtherPrepared);
    connect(m_panel, &ScanPanel::otherRefused, this, &MainWindow::onOtherRefused);
    connect(m_panel->targets(), &TargetField::targetsChanged, this,
            &MainWindow::dismissGuardQuestion);
    connect(m_actions->newWindow, &QAction::triggered, this, &MainWindow::newWindowRequested);
    connect(m_actions->start, &QAction::triggered, this, &MainWindow::startScan);
    connect(m_actions->pause, &QAction::triggered, this, &MainWindow::togglePause);
    connect(m_actions->stop, &QAction::triggered, this, [this] {
        m_actions->stop->setEnabled(false); // seen at once, whatever the engine still has to do
        stopScan(ScanEnding::Stopped);
    });
    connect(m_actions->scanAgain, &QAction::triggered, this, &MainWindow::scanAgain);
    connect(m_actions->options, &QAction::triggered, m_panel, &ScanPanel::showOptions);
    connect(m_actions->editTargets, &QAction::triggered, m_panel, &ScanPanel::editTargets);
    connect(m_actions->editPortLists, &QAction::triggered, m_panel, &ScanPanel::editPortLists);
    connect(m_actions->pickTargets, &QAction::triggered, this, &MainWindow::pickTargets);
    connect(m_actions->keepRecent, &QAction::toggled, this,
            [this](bool on) { m_settings.setValue(Setting::KeepRecentTargets, on); });
    connect(m_actions->clearRecent, &QAction::triggered, m_panel->targets(),
            &TargetField::forgetAll);
    connect(m_actions->closeWindow, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->quit, &QAction::triggered, this, [] { QApplication::closeAllWindows(); });
}

void MainWindow::connectDesk()
{
    connect(m_refresh, &QTimer::timeout, this, &MainWindow::refresh);
    connect(m_model, &ResultModel::countsChanged, this, [this] {
        if (!m_refresh->isActive())
            m_refresh->start();
    });
    connect(m_model, &ResultModel::removingChanged, this, &MainWindow::tellEnd);
    connect(m_desk, &ResultsDesk::choiceChanged, this, &MainWindow::refresh);
    connect(m_desk, &ResultsDesk::said, m_messages, &MessageBar::post);
    connect(m_desk, &ResultsDesk::unsaid, m_messages, &MessageBar::dismiss);
    connect(m_desk, &ResultsDesk::scanRequested, this, &MainWindow::scanTargets);
    connect(m_desk, &ResultsDesk::scanWanted, this, &MainWindow::scanTexts);
    connect(m_desk, &ResultsDesk::excludeWanted, this, &MainWindow::excludeTargets);
    connect(m_desk, &ResultsDesk::retryRequested, this, &MainWindow::scanAgain);
    connect(m_desk, &ResultsDesk::slowerRequested, this, &MainWindow::scanSlower);
    connect(m_desk, &ResultsDesk::editTargetsRequested, m_panel, &ScanPanel::focusTargets);
    connect(m_desk, &ResultsDesk::exportRequested, this, &MainWindow::beginExport);
    connect(m_actions->exportCsv, &QAction::triggered, this, &MainWindow::beginExport);
    connect(m_desk, &ResultsDesk::portsWanted, this, &MainWindow::setPorts);
}

void MainWindow::connectHistory()
{
    m_history->drive(*m_actions->undo, *m_actions->redo);
    connect(m_actions->removeRows, &QAction::triggered, this, &MainWindow::removeRows);
    connect(m_actions->clearResults, &QAction::triggered, m_history, &ResultHistory::clear);
    connect(m_history, &ResultHistory::changed, this, &MainWindow::refreshActions);
    connect(m_history, &ResultHistory::scanShown, this, &MainWindow::showScan);
    connect(m_desk->table()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MainWindow::refreshActions);
}

void MainWindow::connectView()
{
    connect(m_actions->focusTargets, &QAction::triggered, m_panel, &ScanPanel::focusTargets);
    const auto stepTextSize = [this](int step) {
        const int now = m_settings.get<int>(Setting::TextSizeStep);
        m_settings.setValue(Setting::TextSizeStep, step == 0 ? 0 : now + step);
    };
    connect(m_actions->largerText, &QAction::triggered, this, [=] { stepTextSize(1); });
    connect(m_actions->smallerText, &QAction::triggered, this, [=] { stepTextSize(-1); });
    connect(m_actions->normalText, &QAction::triggered, this, [=] { stepTextSize(0); });
    connect(&m_settings, &Settings::changed, this, &MainWindow::applySetting);
    connect(m_actions->preferences, &QAction::triggered, this, &MainWindow::showPreferences);
    connect(m_actions->fullScreen, &QAction::toggled, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    connect(escape, &QShortcut::activated, m_desk, &ResultsDesk::onEscape);
}

void MainWindow::startScan()
{
    if (!isScanning())
        m_panel->prepareStart();
}

void MainWindow::scanTargets(const QString &targets)
{
    setTargets(targets);
    startScan();
}

void MainWindow::onStartPrepared(const ScanRequest &request)
{
    const auto start = [this, request] {
        m_panel->targets()->remember();
        m_settings.setValue(Setting::Ports, m_panel->portsText());
        begin(request, m_panel->targets()->shortText(), m_panel->portsText(),
              m_panel->targets()->targets());
    };
    // From the fields anew: ports and options may have changed meanwhile.
    startOrAsk(request, start, [this] { startScan(); });
}

void MainWindow::begin(const ScanRequest &request, const QString &scanned, const QString &portsText,
                       const QString &targets)
{
    m_history->beginScan();
    beginShowing(scanned, portsText);
    m_request = request;
    m_request->options.holdForPublicNames = !m_guard.areNamesConfirmed(request);
    m_request->options.pauseWhenNetworkChanges = true;
    m_header = headerOfNewScan(*m_request);
    m_header.targetsText = targets.isEmpty() ? written(request.targets) : targets;
    m_header.portsText = portsText;
    m_keptRemovals = 0;
    m_desk->clear(m_header.startedAt);
    m_documents->startScan(m_header);
    m_expectations->takeOver();
    if (!m_model->notes().isEmpty())
        m_documents->edit({.notes = m_model->notes(), .removed = {}, .expectations = {}});
    if (m_engine.isRunning() && !isActive(m_state))
        onStateChanged(
            ScanState::Scanning); // the engine says so a moment later; Stop works at once
    refresh();
}

/// Of a scan that begins, or goes on.
void MainWindow::beginShowing(const QString &scanned, const QString &portsText)
{
    stayOpen();
    m_search.cancel();
    m_untold = Untold::Nothing;
    m_messages->clearOfScan();
    m_notices->clear();
    m_scanned = scanned;
    m_scannedPorts = portsText;
    m_progress = {};
    m_summary = {};
    m_footer->reset();
    m_sparkline->clear();
}

void MainWindow::togglePause()
{
    if (m_state == ScanState::Paused)
        m_engine.resume();
    else
        m_engine.pause();
}

void MainWindow::onStateChanged(ScanState state)
{
    if (m_state == ScanState::Paused && state != ScanState::Paused)
        m_notices->dismissPause();
    m_state = state;
    m_panel->setScanState(state);
    m_footer->setState(state);
    m_activity->setState(state);
    m_history->setScanning(isActive(state));
    m_expecting->setScanning(isActive(state));
    refresh();
}

void MainWindow::onResults(const ResultBatch &batch)
{
    m_model->append(batch);
    for (const HostChange &change : batch.changes) {
        if (change.event == HostEvent::Up)
            m_notices->takeBackDown(change.address.toString());
    }
}

void MainWindow::onProgress(const ScanProgress &progress)
{
    m_progress = progress;
    m_footer->setProgress(progress);
    if (isActive(m_state))
        m_sparkline->setProgress(progress);
    m_activity->setProgress(progress);
    refreshTitle();
}

void MainWindow::onFinished(const ScanSummary &summary)
{
    dismissNameQuestion();
    m_notices->endScan();
    m_summary = summary;
    m_header.counts = summary.counts;
    m_header.elapsed = summary.elapsed;
    m_header.endedAt = QDateTime::currentDateTimeUtc();
    m_header.ending = summary.wasStopped ? ScanEnding::Stopped : ScanEnding::Finished;
    m_model->takeInNow();
    m_sparkline->clear();
    m_untold = Untold::End;
    tellEnd();
    refresh();
    closeIfWritten();
}

/// Rows that wait behind a removal are not counted before they are in the store.
void MainWindow::tellEnd()
{
    if (m_untold == Untold::Nothing || m_model->isRemoving())
        return;
    m_expecting->check();
    const quint64 hosts = m_model->store().hostsWithOpenPorts();
    m_footer->setFinished(m_summary, hosts);
    if (std::exchange(m_untold, Untold::Nothing) == Untold::End)
        m_activity->setFinished(m_summary, hosts, m_scanned);
}

void MainWindow::refresh()
{
    m_refresh->stop();
    const ShownCounts counts = m_desk->refresh(shownScan());
    m_footer->setShown(counts.shown, counts.total, counts.hidden);
    refreshTitle();
    refreshActions();
}

void MainWindow::refreshTitle()
{
    setWindowTitle(windowTitleOf({.state = m_state,
                                  .percent = percentOf(m_progress),
                                  .open = m_model->store().count(PortState::Open),
                                  .ending = m_header.ending,
                                  .targets = m_scanned,
                                  .file = m_documents->place().name()}));
}

void MainWindow::refreshActions()
{
    const bool running = isActive(m_state);
    m_actions->start->setEnabled(!running);
    m_actions->stop->setEnabled(running && m_state != ScanState::Stopping);
    m_actions->pause->setEnabled(m_state == ScanState::Scanning || m_state == ScanState::Paused);
    m_actions->pause->setText(m_state == ScanState::Paused ? tr("&Resume") : tr("&Pause"));
    m_actions->scanAgain->setEnabled(!running && canScanAgain());
    const bool hasResults = m_model->store().rowCount() > 0;
    m_actions->continueScan->setEnabled(canContinue());
    m_actions->compareWith->setEnabled(hasResults);
    m_actions->compareWithLast->setEnabled(hasResults);
    m_actions->save->setEnabled(m_request.has_value() && !m_documents->isSaved());
    m_actions->saveAs->setEnabled(m_request.has_value());
    m_actions->exportCsv->setEnabled(m_model->store().liveRowCount() > 0);
    m_actions->removeRows->setEnabled(m_history->canRemove()
                                      && m_desk->table()->selectionModel()->hasSelection());
    m_actions->clearResults->setEnabled(m_history->canClear());
    m_panel->setScanState(m_state);
}

} // namespace roadstead
