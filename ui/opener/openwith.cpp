// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/opener/openwith.h"

#include "core/lookup/portcatalogue.h"
#include "core/opener/builtinopeners.h"
#include "core/opener/openerlist.h"
#include "core/result/resultstore.h"
#include "core/settings/settings.h"
#include "ui/opener/commandsdialog.h"
#include "ui/opener/launcher.h"
#include "ui/opener/openerwords.h"
#include "ui/parts/menutext.h"
#include "ui/parts/onedialog.h"
#include "ui/parts/plaintooltip.h"

#include <QAction>
#include <QMenu>

namespace roadstead {

namespace {

QString messageId()
{
    return QStringLiteral("open");
}

/// An example that belongs to nobody (RFC 5737).
OpenerSubject exampleSubject()
{
    return {.address = Address::fromIpv4(0xc000'0201),
            .port = 22,
            .service = QStringLiteral("ssh"),
            .name = QStringLiteral("server.example"),
            .isOpen = true};
}

} // namespace

OpenWith::OpenWith(const PortCatalogue &catalogue, Settings &settings, Launcher &launcher,
                   QWidget *window)
    : m_catalogue(catalogue)
    , m_settings(settings)
    , m_launcher(launcher)
    , m_window(window)
    , m_menu(new QMenu(tr("Open &with"), window))
    , m_browser(new QAction(tr("Open in &browser"), this))
{
    m_menu->setObjectName(QStringLiteral("openWithMenu"));
    m_menu->setToolTipsVisible(true);
    m_browser->setObjectName(QStringLiteral("openInBrowser"));
    connect(m_menu, &QMenu::aboutToShow, this, &OpenWith::fillMenu);
    connect(m_browser, &QAction::triggered, this, &OpenWith::openInBrowser);
    clearRow();
}

OpenWith::~OpenWith() = default;

void OpenWith::setRow(const ResultStore &store, quint32 storeRow)
{
    const QString service = m_catalogue.serviceName(store.row(storeRow).port);
    m_subject = openerSubjectOf(store, storeRow, service);
    refreshBrowser();
}

void OpenWith::clearRow()
{
    m_subject.reset();
    refreshBrowser();
    fillMenu();
}

void OpenWith::refreshBrowser()
{
    m_browser->setEnabled(false);
    m_browser->setToolTip({});
    if (!m_subject)
        return;
    const auto url = webAddressOf(*m_subject);
    m_browser->setEnabled(url.hasValue());
    m_browser->setToolTip(plainToolTip(url ? url->toString() : describe(url.error())));
}

bool OpenWith::isOnOpenWebPage() const
{
    return m_subject && m_subject->isOpen && webAddressOf(*m_subject);
}

void OpenWith::openInBrowser()
{
    if (!m_subject)
        return;
    const auto url = webAddressOf(*m_subject);
    if (!url)
        sayProblem(describe(url.error()));
    else if (!m_launcher.openUrl(*url))
        sayProblem(tr("No browser could be started for %1.").arg(url->toString()));
    else
        emit unsaid(messageId());
}

void OpenWith::fillMenu()
{
    m_menu->clear();
    m_menu->addAction(m_browser);
    const auto ssh = Opener::from(sshTemplate(), m_catalogue);
    if (m_subject && isSshService(*m_subject))
        addOpener(*ssh, tr("&ssh"));
    addOwnCommands();
    m_menu->addSeparator();
    auto *edit = m_menu->addAction(tr("Edit co&mmands…"), this, &OpenWith::editCommands);
    edit->setObjectName(QStringLiteral("editCommands"));
}

void OpenWith::addOwnCommands()
{
    if (!m_subject)
        return;
    m_menu->addSeparator();
    const QList<OpenerTemplate> own =
        openersFromText(m_settings.get<QString>(Setting::Openers), m_catalogue);
    for (const OpenerTemplate &source : own) {
        const auto opener = Opener::from(source, m_catalogue);
        if (opener && opener->isOfferedFor(m_subject->port))
            addOpener(*opener, menuText(source.name));
    }
}

void OpenWith::addOpener(const Opener &opener, const QString &text)
{
    const auto command = opener.expand(*m_subject);
    auto *action = m_menu->addAction(text, this, [this, opener] { start(opener); });
    action->setEnabled(command.hasValue());
    action->setToolTip(plainToolTip(command ? shownCommand(*command) : describe(command.error())));
}

void OpenWith::start(const Opener &opener)
{
    if (!m_subject)
        return;
    const auto command = opener.expand(*m_subject);
    if (!command) {
        sayProblem(describe(command.error()));
        return;
    }
    const LaunchOutcome outcome = m_launcher.start(*command, opener.source().isInTerminal);
    if (outcome == LaunchOutcome::Started)
        emit unsaid(messageId());
    else
        sayProblem(describe(outcome, command->first()));
}

void OpenWith::sayProblem(const QString &sentence)
{
    emit said({.id = messageId(),
               .level = MessageLevel::Error,
               .text = sentence,
               .actions = {{tr("Edit co&mmands…"), [this] { editCommands(); }}}});
}

/// Other windows have the same commands.
void OpenWith::editCommands()
{
    auto *dialog = openDialog<CommandsDialog>(m_settings);
    if (dialog == nullptr) {
        dialog = new CommandsDialog(m_catalogue, m_settings, m_subject.value_or(exampleSubject()),
                                    m_window);
        dialog->show();
    }
    bringToFront(*dialog);
}

} // namespace roadstead
