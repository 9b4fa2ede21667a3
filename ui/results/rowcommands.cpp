// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/results/rowcommands.h"

#include "ui/model/resultmodel.h"
#include "ui/results/notedialog.h"
#include "ui/results/resulttable.h"

namespace roadstead {

namespace {

QString messageId()
{
    return QStringLiteral("rows");
}

} // namespace

RowCommands::RowCommands(const ResultTable &table, ResultModel &model, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_model(model)
{}

void RowCommands::scanPorts()
{
    ask(scanOfPorts(m_model.store(), m_table.selectedRows()));
}

void RowCommands::scanHosts(const QString &portsText)
{
    const auto hosts = hostsOf(m_model.store(), m_table.selectedRows());
    if (hosts)
        scanHosts(*hosts, portsText);
    else
        sayFault(hosts.error());
}

void RowCommands::scanHosts(const QList<quint32> &hosts, const QString &portsText)
{
    ask(scanOfHosts(m_model.store(), hosts, portsText));
}

void RowCommands::ask(const ScanTextsOrFault &texts)
{
    if (!texts) {
        sayFault(texts.error());
        return;
    }
    emit unsaid(messageId());
    emit scanWanted(*texts);
}

void RowCommands::excludeHosts(const QString &excluded)
{
    const auto hosts = hostsOf(m_model.store(), m_table.selectedRows());
    if (hosts)
        excludeHosts(*hosts, excluded);
    else
        sayFault(hosts.error());
}

void RowCommands::excludeHosts(const QList<quint32> &hosts, const QString &excluded)
{
    const auto text = excludingHosts(m_model.store(), hosts, excluded);
    if (!text) {
        sayFault(text.error());
        return;
    }
    emit unsaid(messageId());
    emit excludeWanted(*text);
}

void RowCommands::sayFault(RowRequestFault fault)
{
    emit said({.id = messageId(),
               .level = MessageLevel::Warning,
               .text = describe(fault),
               .actions = {}});
}

void RowCommands::editNote(QWidget *parent)
{
    const QModelIndex current = m_table.currentIndex();
    if (!current.isValid())
        return;
    auto *dialog = new NoteDialog(m_model.store(), m_model.storeRow(current.row()), parent);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_model.setNotes(dialog->applied(m_model.notes()));
        emit notesChanged();
    });
    dialog->show();
}

} // namespace roadstead
