// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window says of the engine's notices, and asks because of them.

#include "core/scan/scanengine.h"
#include "ui/widget/mainwindow.h"
#include "ui/widget/messagebar.h"
#include "ui/widget/scanpanel.h"
#include "ui/words/words.h"

namespace roadstead {

namespace {

QString publicNamesId()
{
    return QStringLiteral("public-names");
}

} // namespace

void MainWindow::onNotice(const ScanNotice &notice)
{
    if (notice.code == ScanNoticeCode::PublicNames) {
        askAboutNames(notice);
        return;
    }
    const bool isAboutTargets = notice.code == ScanNoticeCode::NameNotResolved
                                || notice.code == ScanNoticeCode::NameHasNoAddressOfFamily
                                || notice.code == ScanNoticeCode::NameHasRefusedAddress
                                || notice.code == ScanNoticeCode::ExcludeNotResolved
                                || notice.code == ScanNoticeCode::NothingToScan;
    QList<MessageAction> actions;
    if (isAboutTargets)
        actions.append({tr("&Edit targets"), [this] { m_panel->focusTargets(); }});
    m_messages->post(
        {.id =
             QStringLiteral("notice-%1-%2").arg(static_cast<int>(notice.code)).arg(notice.subject),
         .level = isAboutTargets ? MessageLevel::Warning : MessageLevel::Information,
         .text = words::of(notice),
         .actions = actions});
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
                          m_guard.confirmNames(m_scanned);
                          m_engine.resume();
                      }},
                     {tr("&Edit"), [this] {
                          m_engine.requestStop();
                          m_panel->focusTargets();
                      }}}});
}

void MainWindow::dismissNameQuestion()
{
    m_messages->dismiss(publicNamesId());
}

} // namespace roadstead
