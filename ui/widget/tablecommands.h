// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QModelIndex;

namespace roadstead {

class FilterRow;
class ResultModel;
class ResultTable;
class WindowActions;
enum class CopyFormat : quint8;

/// What the menus do with the table's rows: copying, selecting, walking through the open ports,
/// filtering to a row's host or port.
class TableCommands final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    TableCommands(WindowActions &actions, ResultTable &table, ResultModel &model, FilterRow &filter,
                  QObject *parent);
    Q_DISABLE_COPY_MOVE(TableCommands)

private:
    void connectActions();
    void refreshActions();
    void copyRows();
    void copyHostPorts();
    void invertSelection();
    void filterTo(const QString &term);

    WindowActions &m_actions;
    ResultTable &m_table;
    ResultModel &m_model;
    FilterRow &m_filter;
};

} // namespace roadstead
