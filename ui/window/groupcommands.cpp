// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/groupcommands.h"

#include "core/base/background.h"
#include "core/target/portset.h"
#include "ui/hosts/grouppane.h"
#include "ui/model/resultmodel.h"
#include "ui/results/rowrequests.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace roadstead {

GroupCommands::GroupCommands(GroupPane &pane, const ResultModel &model, QObject *parent)
    : QObject(parent)
    , m_pane(pane)
    , m_model(model)
{
    fillHostMenu();
    fillServiceMenu();
    connect(&pane, &GroupPane::hostCopyWanted, this, &GroupCommands::copyAddresses);
    connect(&pane, &GroupPane::portCopyWanted, this, &GroupCommands::copyPorts);
}

GroupCommands::~GroupCommands()
{
    m_copying.cancel();
}

void GroupCommands::fillHostMenu()
{
    QMenu *menu = m_pane.hostMenu();
    menu->addAction(tr("&Copy addresses"), this, &GroupCommands::copyAddresses);
    menu->addSeparator();
    menu->addAction(tr("&Scan these hosts again"), this, [this] { emit scanWanted({}); });
    menu->addAction(tr("Scan &all ports of these hosts"), this,
                    [this] { emit scanWanted(kAllPorts); });
    menu->addAction(tr("E&xclude hosts from scans"), this, &GroupCommands::excludeWanted);
    connect(menu, &QMenu::aboutToShow, this,
            [this, menu] { refresh(menu, m_pane.choice().count() > 0); });
}

void GroupCommands::fillServiceMenu()
{
    QMenu *menu = m_pane.serviceMenu();
    menu->addAction(tr("&Copy ports"), this, &GroupCommands::copyPorts);
    menu->addSeparator();
    menu->addAction(tr("&Use for the next scan"), this, [this] { emit portsWanted(portsText()); });
    connect(menu, &QMenu::aboutToShow, this,
            [this, menu] { refresh(menu, m_pane.choice().count() > 0); });
}

void GroupCommands::refresh(const QMenu *menu, bool hasSelection) const
{
    for (QAction *action : menu->actions())
        action->setEnabled(hasSelection);
}

/// One in a line, as a file of targets has them.
void GroupCommands::copyAddresses()
{
    m_copying.cancel();
    m_copying = Cancellation();
    runInBackground<QString>(
        Lane::Copies, this,
        [store = m_model.store(), selected = m_pane.choice().selected, cancellation = m_copying] {
            QString text;
            selected.forEach([&](quint32 host) {
                text += store.host(host).addressText + u'\n';
                return !cancellation.isCancelled();
            });
            return text;
        },
        [cancellation = m_copying](const QString &text) {
            if (!cancellation.isCancelled())
                QApplication::clipboard()->setText(text);
        });
}

void GroupCommands::copyPorts() const
{
    QApplication::clipboard()->setText(portsText());
}

QString GroupCommands::portsText() const
{
    return textOf(PortSet(m_pane.selectedPorts()));
}

} // namespace roadstead
