// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window says of the engine's notices, asks because of them, and scans again.

#include "core/base/background.h"
#include "core/scan/scanengine.h"
#include "ui/document/documentflow.h"
#include "ui/document/expectationkeeper.h"
#include "ui/model/resultmodel.h"
#include "ui/parts/messagebar.h"
#include "ui/results/resulttable.h"
#include "ui/results/rowrequests.h"
#include "ui/setup/requestbuilder.h"
#include "ui/setup/scanpanel.h"
#include "ui/setup/targetfield.h"
#include "ui/status/scanfooter.h"
#include "ui/status/scannotices.h"
#include "ui/window/mainwindow.h"
#include "ui/window/resulthistory.h"
#include "ui/window/resultsdesk.h"
#include "ui/words/targettext.h"
#include "ui/words/words.h"

namespace roadstead {

namespace {

QString guardId()
{
    return QStringLiteral("guard");
}

QString publicNamesId()
{
    return QStringLiteral("public-names");
}

QString downHostsId()
{
    return QStringLiteral("down-hosts-scan");
}

QString otherScanId()
{
    return QStringLiteral("other-scan");
}

QString excludedId()
{
    return QStringLiteral("excluded");
}

} // namespace

void MainWindow::onNotice(const ScanNotice &notice)
{
    if (notice.code == ScanNoticeCode::PublicNames) {
        askAboutNames(notice);
        return;
    }
    m_notices->post(notice);
}

void MainWindow::startOrAsk(const ScanRequest &request, const std::function<void()> &start,
                            const std::function<void()> &confirmed)
{
    if (isScanning())
        return;
    const QString question = m_guard.question(request, ScanMachine::ours());
    if (question.isEmpty()) {
        start();
        return;
    }
    m_messages->post({.id = guardId(),
                      .level = MessageLevel::Question,
                      .text = question,
                      .actions = {{tr("Start &anyway"),
                                   [this, request, confirmed] {
                                       m_guard.confirm(request);
                                       if (!isScanning())
                                           confirmed();
                                   }},
                                  {tr("Edit tar&gets"), [this] { m_panel->focusTargets(); }}}});
}

void MainWindow::dismissGuardQuestion()
{
    m_messages->dismiss(guardId());
}

void MainWindow::scanTexts(const ScanTexts &texts)
{
    if (isScanning()) {
        m_messages->post({.id = otherScanId(),
                          .level = MessageLevel::Information,
                          .text = tr("A scan is running. Stop it first, or scan these ports again "
                                     "when it has ended."),
                          .actions = {}});
        return;
    }
    m_panel->prepareOther(texts.targets, texts.ports);
}

void MainWindow::onOtherPrepared(const ScanRequest &request, const QString &targets,
                                 const QString &portsText)
{
    startOrAsk(request, [this, request, targets, portsText] {
        begin(request, words::titleOf(targets), portsText, targets);
    });
}

void MainWindow::onOtherRefused(const QString &sentence)
{
    m_messages->post({.id = otherScanId(),
                      .level = MessageLevel::Error,
                      .text = sentence,
                      .actions = {{tr("Options…"), [this] { m_panel->showOptions(); }}}});
}

void MainWindow::scanAgain()
{
    if (canScanAgain())
        repeat(*m_request);
}

void MainWindow::scanSlower()
{
    if (!canScanAgain())
        return;
    ScanRequest slower = *m_request;
    slower.options = slowest(slower.options);
    repeat(slower);
}

/// What another program scanned is not known well enough.
bool MainWindow::canScanAgain() const
{
    return m_request && !m_request->targets.isEmpty() && !isScanning();
}

/// It may be from a file that somebody else made: it is asked about like one that was typed.
void MainWindow::repeat(const ScanRequest &request)
{
    startOrAsk(request, [this, request, shown = shownScan()] {
        begin(request, shown.scanned, shown.portsText, shown.header.targetsText);
    });
}

/// The same scan of those hosts alone: what was proven of them is set aside.
void MainWindow::scanDownHosts()
{
    if (!canScanAgain())
        return;
    m_search.cancel();
    m_search = Cancellation();
    using Found = std::shared_ptr<const DownHostsScan>;
    runInBackground<Found>(
        Lane::Looks, this,
        [request = *m_request, store = m_model->store()] {
            return std::make_shared<const DownHostsScan>(scanOfDownHosts(request, store));
        },
        [this, search = m_search](const Found &found) {
            if (!search.isCancelled())
                beginScanOf(*found);
        });
}

void MainWindow::beginScanOf(const DownHostsScan &scan)
{
    if (scan.isTooLarge()) {
        m_messages->post({.id = downHostsId(),
                          .level = MessageLevel::Warning,
                          .text = tr("More than %1 hosts are down. To scan them all the same, turn "
                                     "on \"Scan hosts that are down, too\" in the options, and "
                                     "scan again.")
                                      .arg(words::number(kMostDownHosts)),
                          .actions = {}});
        return;
    }
    if (scan.hosts == 0)
        return;
    const QString scanned = tr("%n host(s) that were down", nullptr, static_cast<int>(scan.hosts));
    startOrAsk(scan.request, [this, request = scan.request, scanned, ports = m_scannedPorts] {
        begin(request, scanned, ports);
    });
}

/// What comes into their place is selected, so that the next one can be removed, too.
void MainWindow::removeRows()
{
    ResultTable &table = *m_desk->table();
    const RowSelection rows = table.selectedRows();
    table.clearSelection(); // or rows that come later are selected with "everything"
    m_history->remove(rows);
    if (!m_history->isBusy() && table.currentIndex().isValid()) {
        table.selectionModel()->select(table.currentIndex(), QItemSelectionModel::ClearAndSelect
                                                                 | QItemSelectionModel::Rows);
    }
}

ShownScan MainWindow::shownScan() const
{
    return {
        m_request, m_scanned, m_scannedPorts, m_header, m_documents->file(), m_expectations->text(),
        m_summary, m_state,   m_progress};
}

void MainWindow::showScan(const ShownScan &scan)
{
    m_search.cancel();
    m_isLossAccepted = false; // that was of the other
    m_messages->clearOfScan();
    m_notices->clear();
    m_request = scan.request;
    m_scanned = scan.scanned;
    m_scannedPorts = scan.portsText;
    m_header = scan.header;
    m_documents->show(scan.file);
    m_expectations->show(scan.expectations);
    m_keptRemovals = m_model->store().removals();
    m_summary = scan.summary;
    m_progress = scan.progress;
    m_state = scan.state;
    m_footer->reset();
    m_footer->setState(m_state);
    m_untold = m_state == ScanState::Finished ? Untold::Figures : Untold::Nothing;
    tellEnd();
    m_panel->setScanState(m_state);
    refresh();
}

/// For scans to come; one that runs keeps what it was started with.
void MainWindow::excludeTargets(const QString &excluded)
{
    const QString before = m_settings.get<QString>(Setting::ExcludedTargets);
    m_panel->setExcludedTargets(excluded);
    m_messages->post(
        {.id = excludedId(),
         .level = MessageLevel::Information,
         .text = tr("Left out of the scans to come: %1").arg(excluded),
         .actions = {{tr("&Undo"), [this, before] { m_panel->setExcludedTargets(before); }}}});
}

void MainWindow::askAboutNames(const ScanNotice &notice)
{
    if (!m_request || !m_request->options.holdForPublicNames)
        return;
    m_messages->post(
        {.id = publicNamesId(),
         .level = MessageLevel::Question,
         .text = words::of(notice) + u' ' + tr("Do you have permission to scan there?"),
         .actions = {{tr("Start &anyway"),
                      [this] {
                          m_guard.confirmNames(*m_request);
                          m_engine.resume();
                      }},
                     {tr("Edit tar&gets"), [this] {
                          m_engine.requestStop();
                          m_panel->focusTargets();
                      }}}});
}

void MainWindow::dismissNameQuestion()
{
    m_messages->dismiss(publicNamesId());
}

} // namespace roadstead
