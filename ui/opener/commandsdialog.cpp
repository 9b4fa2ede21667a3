// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/opener/commandsdialog.h"

#include "core/lookup/portcatalogue.h"
#include "core/opener/opener.h"
#include "core/opener/openerlist.h"
#include "core/settings/settings.h"
#include "ui/opener/commandeditor.h"
#include "ui/parts/focusframe.h"
#include "ui/parts/signicon.h"
#include "ui/parts/splitter.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace roadstead {

CommandsDialog::CommandsDialog(const PortCatalogue &catalogue, Settings &settings,
                               const OpenerSubject &example, QWidget *parent)
    : QDialog(parent)
    , m_catalogue(catalogue)
    , m_settings(settings)
    , m_commands(openersFromText(settings.get<QString>(Setting::Openers), catalogue))
{
    setObjectName(QStringLiteral("commandsDialog"));
    setWindowTitle(tr("Commands to open results with"));
    setAttribute(Qt::WA_DeleteOnClose);
    setupUi(example);
    connectSignals();
    for (int row = 0; row < m_commands.size(); ++row) {
        m_list->addItem(QString());
        refreshItem(row);
    }
    m_list->setCurrentRow(m_commands.isEmpty() ? -1 : 0);
    showCurrent();
}

CommandsDialog::~CommandsDialog() = default;

void CommandsDialog::setupUi(const OpenerSubject &example)
{
    m_editor = new CommandEditor(m_catalogue, example);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    mendMirrored(split);
    split->addWidget(listSide());
    split->addWidget(m_editor);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 3);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("commandsProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("&Save commands"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("commandsSave"));
    connect(buttons, &QDialogButtonBox::accepted, this, &CommandsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(split, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    m_save->setDefault(true); // only now: a button outside a dialog cannot be its default
    resize(fontMetrics().averageCharWidth() * 110, sizeHint().height());
}

QWidget *CommandsDialog::listSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&Commands:"));
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("commandsList"));
    m_list->setAccessibleName(tr("Commands"));
    new FocusFrame(m_list);
    const int line = fontMetrics().height(); // a sign must not make its line higher
    m_list->setIconSize(QSize(line, line));
    label->setBuddy(m_list);
    m_add = new QPushButton(tr("A&dd"));
    m_add->setObjectName(QStringLiteral("commandsAdd"));
    m_remove = new QPushButton(tr("&Remove"));
    m_remove->setObjectName(QStringLiteral("commandsRemove"));
    for (QPushButton *button : {m_add, m_remove})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addStretch();
    column->addWidget(label);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    return side;
}

void CommandsDialog::connectSignals()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &CommandsDialog::showCurrent);
    connect(m_add, &QPushButton::clicked, this, &CommandsDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &CommandsDialog::remove);
    connect(m_editor, &CommandEditor::edited, this, &CommandsDialog::onEdited);
}

void CommandsDialog::showCurrent()
{
    const int row = m_list->currentRow();
    const bool hasOne = row >= 0 && row < m_commands.size();
    m_editor->setVisible(hasOne);
    if (hasOne)
        m_editor->setCommand(m_commands.at(row));
    else
        say(tr("No commands yet. Press Add to make one."));
    if (hasOne)
        say({});
    refreshButtons();
}

void CommandsDialog::refreshButtons()
{
    m_remove->setEnabled(m_list->currentRow() >= 0);
    m_add->setEnabled(m_commands.size() < kMostOpeners);
}

void CommandsDialog::onEdited()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_commands[row] = m_editor->command();
    refreshItem(row);
}

void CommandsDialog::refreshItem(int row)
{
    const OpenerTemplate &command = m_commands.at(row);
    const bool isSound = Opener::from(command, m_catalogue).hasValue();
    QListWidgetItem *item = m_list->item(row);
    const QString name = command.name.isEmpty() ? tr("(no name)") : command.name;
    //: %1 is the name of a command in which something is wrong
    item->setText(isSound ? name : tr("%1 (error)").arg(name));
    item->setIcon(isSound ? QIcon() : levelIcon(MessageLevel::Error, palette()));
}

void CommandsDialog::add()
{
    m_commands.append({.name = tr("New command"),
                       .program = {},
                       .arguments = {QStringLiteral("{address}")},
                       .ports = {},
                       .isInTerminal = false});
    m_list->addItem(QString());
    const int row = m_list->count() - 1;
    refreshItem(row);
    m_list->setCurrentRow(row);
    m_editor->focusName();
}

void CommandsDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_commands.removeAt(row); // first: the list tells of its new current row at once
    delete m_list->takeItem(row);
    showCurrent();
}

int CommandsDialog::firstFaulty() const
{
    for (int row = 0; row < m_commands.size(); ++row) {
        if (!Opener::from(m_commands.at(row), m_catalogue))
            return row;
    }
    return -1;
}

void CommandsDialog::save()
{
    if (const int row = firstFaulty(); row >= 0) {
        m_list->setCurrentRow(row);
        m_editor->goToFault();
        return;
    }
    if (!m_settings.setValue(Setting::Openers, textOfOpeners(m_commands))) {
        say(tr("These commands are too long to be kept."));
        return;
    }
    accept();
}

void CommandsDialog::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace roadstead
