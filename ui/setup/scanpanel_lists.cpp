// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is edited in dialogs of its own: targets as lists, port lists.

#include "core/lookup/portnames.h"
#include "ui/parts/faultlineedit.h"
#include "ui/setup/optionspanel.h"
#include "ui/setup/portlistsdialog.h"
#include "ui/setup/portsfield.h"
#include "ui/setup/scanpanel.h"
#include "ui/setup/targetfield.h"
#include "ui/setup/targetsdialog.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace roadstead {

namespace {

/// Brings it to the front; false if there is none.
bool isShown(QDialog *dialog)
{
    if (dialog == nullptr)
        return false;
    dialog->raise();
    dialog->activateWindow();
    return true;
}

} // namespace

QLayout *ScanPanel::targetsRow()
{
    m_targets = new TargetField(m_settings);
    m_targets->setObjectName(QStringLiteral("targetsCombo"));
    auto *list = new QToolButton;
    list->setObjectName(QStringLiteral("editTargetsButton"));
    list->setText(QStringLiteral("…"));
    list->setToolTip(tr("Edit targets and exceptions as lists, one a line"));
    list->setAccessibleName(tr("Edit targets as list"));
    // From the targets Tab leads to the ports. The menu and its keys do the same as this.
    list->setFocusPolicy(Qt::NoFocus);
    connect(list, &QToolButton::clicked, this, &ScanPanel::editTargets);
    auto *row = new QHBoxLayout;
    row->addWidget(m_targets, 1);
    row->addWidget(list);
    return row;
}

void ScanPanel::editTargets()
{
    if (isShown(findChild<TargetsDialog *>()))
        return;
    auto *dialog = new TargetsDialog(m_ports->names(), this);
    dialog->setBlocks(texts().includeNetworkAndBroadcast);
    FaultLineEdit *excluded = m_options->fieldOf(RequestField::ExcludedTargets);
    dialog->setTexts(m_targets->targets(), excluded->text());
    connect(dialog, &TargetsDialog::edited, this,
            [this, excluded](const QString &targets, const QString &excludes) {
                excluded->setText(joinedLines(excludes));
                m_targets->setTargets(targets);
                focusTargets();
            });
    dialog->open();
}

/// The preferences ask for it, too, and are not held up by an open one.
void ScanPanel::editPortLists()
{
    if (isShown(findChild<PortListsDialog *>()))
        return;
    auto *dialog = new PortListsDialog(m_catalogue, m_settings, this);
    dialog->setSuggestion(m_ports->ports());
    dialog->open();
}

} // namespace roadstead
