// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is edited in dialogs of its own: targets as lists, port lists. And requests that are not
// typed.

#include "core/base/background.h"
#include "core/lookup/portnames.h"
#include "ui/parts/faultlineedit.h"
#include "ui/parts/onedialog.h"
#include "ui/setup/optionspanel.h"
#include "ui/setup/portlistsdialog.h"
#include "ui/setup/portsfield.h"
#include "ui/setup/scanpanel.h"
#include "ui/setup/targetfield.h"
#include "ui/setup/targetsdialog.h"
#include "ui/words/targettext.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace roadstead {

namespace {

QString refusal(const RequestFault &fault, const RequestTexts &texts)
{
    switch (fault.field) {
    case RequestField::Targets:
        return words::of(fault.error, texts.targets);
    case RequestField::Ports:
        return words::of(fault.error, texts.ports);
    case RequestField::ExcludedTargets:
        return words::of(fault.error, texts.excludedTargets);
    case RequestField::ExcludedPorts:
        return words::of(fault.error, texts.excludedPorts);
    }
    Q_UNREACHABLE();
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
    if (auto *shown = findChild<TargetsDialog *>()) {
        bringToFront(*shown);
        return;
    }
    auto *dialog = new TargetsDialog(m_ports->names(), this);
    dialog->setBlocks(texts().includeNetworkAndBroadcast);
    FaultLineEdit *excluded = m_options->fieldOf(RequestField::ExcludedTargets);
    dialog->setTexts(m_targets->targets(), excluded->text());
    connect(dialog, &TargetsDialog::edited, this,
            [this, excluded](const QString &targets, const QString &excludes) {
                excluded->setText(words::joinedLines(excludes));
                m_targets->setTargets(targets);
                focusTargets();
            });
    dialog->open();
}

/// The preferences ask for it, too, and other windows have the same lists.
void ScanPanel::editPortLists()
{
    if (auto *shown = openDialog<PortListsDialog>(m_settings)) {
        bringToFront(*shown);
        return;
    }
    auto *dialog = new PortListsDialog(m_catalogue, m_settings, this);
    dialog->setSuggestion(m_ports->ports());
    dialog->open();
}

/// Ten thousand addresses take a while to read.
void ScanPanel::prepareOther(const QString &targets, const QString &ports)
{
    using Outcome = Expected<ScanRequest, RequestFault>;
    RequestTexts other = texts();
    other.targets = targets;
    other.ports = ports;
    runInBackground<std::shared_ptr<const Outcome>>(
        this,
        [other, names = m_ports->names()] {
            return std::make_shared<const Outcome>(buildRequest(other, *names));
        },
        [this, other](const std::shared_ptr<const Outcome> &outcome) {
            if (*outcome)
                emit otherPrepared(outcome->value(), other.targets, other.ports);
            else
                emit otherRefused(refusal(outcome->error(), other));
        });
}

} // namespace roadstead
