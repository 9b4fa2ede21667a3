// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/model/cancellation.h"

#include <QObject>

class QAction;
class QMenu;

namespace roadstead {

class GroupPane;
class ResultModel;

/// What can be done with hosts and ports that are selected in the list beside the table: the menus
/// of its rows.
class GroupCommands final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    GroupCommands(GroupPane &pane, const ResultModel &model, QObject *parent);
    ~GroupCommands() override;
    Q_DISABLE_COPY_MOVE(GroupCommands)

signals:
    /// The selected hosts with these ports; empty: those of the shown scan.
    void scanWanted(const QString &portsText);
    /// The selected hosts.
    void excludeWanted();
    /// The selected ports, to be put into the field.
    void portsWanted(const QString &portsText);

private:
    void fillHostMenu();
    void fillServiceMenu();
    void refresh(const QMenu *menu, bool hasSelection) const;
    /// Many are put together in the background.
    void copyAddresses();
    void copyPorts() const;
    [[nodiscard]] QString portsText() const;

    GroupPane &m_pane;
    const ResultModel &m_model;
    Cancellation m_copying;
};

} // namespace roadstead
