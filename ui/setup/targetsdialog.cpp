// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/setup/targetsdialog.h"

#include "core/base/background.h"
#include "core/lookup/portnames.h"
#include "ui/setup/targetlinesedit.h"
#include "ui/setup/targetlistpane.h"
#include "ui/words/words.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kTypingDelay = 300ms;

} // namespace

TargetsDialog::TargetsDialog(std::shared_ptr<const PortNames> names, QWidget *parent)
    : QDialog(parent)
    , m_names(std::move(names))
{
    setObjectName(QStringLiteral("targetsDialog"));
    setWindowTitle(tr("Edit targets"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_typing = new QTimer(this);
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingDelay);
    setupUi();
    connectSignals();
}

TargetsDialog::~TargetsDialog()
{
    stopCheck();
}

void TargetsDialog::setupUi()
{
    m_targets = new TargetListPane(
        QStringLiteral("targets"),
        {tr("&Targets, one a line:"), tr("Targets"),
         tr("192.168.1.0/24\n10.0.0.1-50\nserver.example:8080\n# what follows is a comment")});
    m_excludes = new TargetListPane(
        QStringLiteral("excludes"),
        {tr("&Leave out:"), tr("Targets to leave out"), tr("192.168.1.1\n192.168.1.200-254")});
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(m_targets);
    split->addWidget(m_excludes);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_total = new QLabel;
    m_total->setObjectName(QStringLiteral("targetsTotal"));
    m_total->setTextFormat(Qt::PlainText);
    m_total->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("&Use these targets"), QDialogButtonBox::AcceptRole);
    m_use->setObjectName(QStringLiteral("targetsUse"));
    const QKeySequence key(Qt::CTRL | Qt::Key_Return);
    m_use->setToolTip(key.toString(QKeySequence::NativeText));
    connect(new QShortcut(key, this), &QShortcut::activated, this, &TargetsDialog::use);
    connect(buttons, &QDialogButtonBox::accepted, this, &TargetsDialog::use);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(split, 1);
    column->addWidget(m_total);
    column->addWidget(buttons);
    m_use->setDefault(true); // only now: a button outside a dialog cannot be its default
    setSizeGripEnabled(true);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 28);
    m_targets->editor()->setFocus();
}

void TargetsDialog::connectSignals()
{
    connect(m_typing, &QTimer::timeout, this, &TargetsDialog::check);
    for (TargetListPane *pane : {m_targets, m_excludes})
        connect(pane, &TargetListPane::edited, this, &TargetsDialog::onEdited);
}

void TargetsDialog::setBlocks(bool includeNetworkAndBroadcast)
{
    m_includeNetworkAndBroadcast = includeNetworkAndBroadcast;
}

void TargetsDialog::setTexts(const QString &targets, const QString &excludes)
{
    m_targets->setText(targets);
    m_excludes->setText(excludes);
    if (!isBusy())
        check();
}

void TargetsDialog::onEdited()
{
    m_isUseWanted = false;
    stopCheck();
    m_use->setEnabled(!isBusy());
    m_typing->start();
}

void TargetsDialog::stopCheck()
{
    if (m_isCancelled)
        m_isCancelled->store(true);
    m_isCancelled.reset();
}

bool TargetsDialog::isBusy() const
{
    return m_targets->isBusy() || m_excludes->isBusy();
}

/// While text is still coming there is nothing to check; its end starts the clock again.
void TargetsDialog::check()
{
    m_typing->stop();
    stopCheck();
    if (isBusy())
        return;
    using Check = std::shared_ptr<const TargetListsCheck>;
    const TargetLists lists{m_targets->text(), m_excludes->text(), m_includeNetworkAndBroadcast};
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    m_isCancelled = cancelled;
    runInBackground<Check>(
        Lane::Looks, this,
        [lists, names = m_names, cancelled] {
            return std::make_shared<const TargetListsCheck>(
                checkTargetLists(lists, *names, [cancelled] { return cancelled->load(); }));
        },
        [this, cancelled](const Check &check) {
            if (m_isCancelled == cancelled)
                onChecked(*check);
        });
}

void TargetsDialog::onChecked(const TargetListsCheck &check)
{
    m_isCancelled.reset();
    m_targets->showCheck(check.targets);
    m_excludes->showCheck(check.excludes);
    showTotal(check);
    if (!std::exchange(m_isUseWanted, false))
        return;
    if (m_targets->goToFault() || m_excludes->goToFault())
        return;
    if (check.isTooMany || check.isExcludeTooLong)
        return; // the line above the buttons says so
    emit edited(m_targets->text(), m_excludes->text());
    accept();
}

void TargetsDialog::showTotal(const TargetListsCheck &check)
{
    QString text;
    if (check.isTooMany)
        text = tr("These are more addresses than one scan can have.");
    else if (check.isExcludeTooLong)
        text = tr("The list to leave out is too long: it may have 65,536 characters.");
    else if (check.excludes.lines > 0)
        text = tr("%1 of %2 addresses are left to be scanned.", nullptr,
                  words::pluralNumber(check.targets.addresses))
                   .arg(words::number(check.addressesLeft), words::number(check.targets.addresses));
    m_total->setText(text);
}

/// What was typed within the last moment counts, too.
void TargetsDialog::use()
{
    if (isBusy())
        return;
    check();
    m_isUseWanted = true;
}

} // namespace roadstead
