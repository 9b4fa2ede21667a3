// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/copyjob.h"
#include "ui/parts/messagebar.h"

#include <QObject>

class QModelIndex;

namespace roadstead {

class FilterRow;
class ResultModel;
class ResultTable;
class WindowActions;

/// What the menus do with the table's rows: copying, selecting, walking through the open ports,
/// filtering to a row's host or port. Many rows are copied in the background, and far too many are
/// not: what is said of that is for the message bar.
class TableCommands final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    TableCommands(WindowActions &actions, ResultTable &table, ResultModel &model, FilterRow &filter,
                  QObject *parent);
    Q_DISABLE_COPY_MOVE(TableCommands)

    /// More rows are not copied, but offered for export. For tests; CopyJob::kMostRows at first.
    void setMostCopied(qint64 rows) { m_mostCopied = rows; }

signals:
    void said(const roadstead::Message &message);
    void unsaid(const QString &messageId);
    void exportRequested();

private:
    void connectActions();
    void refreshActions();
    void copy(CopyFormat format);
    void copy(const ResultStore &store, const RowSelection &rows, qint64 count, CopyFormat format);
    void onCopied(const CopiedText &copied);
    void invertSelection();
    void filterTo(const QString &term);

    WindowActions &m_actions;
    ResultTable &m_table;
    ResultModel &m_model;
    FilterRow &m_filter;
    CopyJob m_copying;
    Cancellation m_counting;
    qint64 m_mostCopied = CopyJob::kMostRows;
};

} // namespace roadstead
