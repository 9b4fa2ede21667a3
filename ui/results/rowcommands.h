// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/messagebar.h"
#include "ui/results/rowrequests.h"

#include <QObject>

namespace roadstead {

class ResultModel;
class ResultTable;

/// What can be done with the table's rows beyond copying: scan them again, leave their hosts out of
/// the next scan, note something. Asks for it by signals; what is wrong is said in the message bar.
class RowCommands final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this; the table must have its model.
    RowCommands(const ResultTable &table, ResultModel &model, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RowCommands)

    /// Of the selected rows.
    void scanPorts();
    void scanHosts(const QString &portsText);
    /// `excluded`: the text there is now.
    void excludeHosts(const QString &excluded);
    /// The same of hosts, by their indexes in the store.
    void scanHosts(const QList<quint32> &hosts, const QString &portsText);
    void excludeHosts(const QList<quint32> &hosts, const QString &excluded);
    /// Opens the editor for the current row's notes, if there is one. `parent`: the window.
    void editNote(QWidget *parent);

signals:
    void said(const roadstead::Message &message);
    void unsaid(const QString &messageId);
    /// To be put into the fields.
    void scanWanted(const roadstead::ScanTexts &texts);
    void excludeWanted(const QString &excludedTargets);
    /// The model has them already; for who keeps them.
    void notesChanged();

private:
    void ask(const ScanTextsOrFault &texts);
    void sayFault(RowRequestFault fault);

    const ResultTable &m_table;
    ResultModel &m_model;
};

} // namespace roadstead
