// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/setup/targetlist.h"

#include <QDialog>

#include <atomic>
#include <memory>

class QLabel;
class QPushButton;
class QTimer;

namespace roadstead {

class PortNames;
class TargetListPane;

/// The targets and the exclude list, one target a line. Both are checked 300 ms after typing, by a
/// worker; Use goes to the first fault as long as there is one.
class TargetsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `names`: what the port parser knows, for host:port.
    explicit TargetsDialog(std::shared_ptr<const PortNames> names, QWidget *parent = nullptr);
    ~TargetsDialog() override;
    Q_DISABLE_COPY_MOVE(TargetsDialog)

    /// Whether blocks have their network and broadcast addresses counted.
    void setBlocks(bool includeNetworkAndBroadcast);
    void setTexts(const QString &targets, const QString &excludes);
    [[nodiscard]] TargetListPane *targets() const { return m_targets; }
    [[nodiscard]] TargetListPane *excludes() const { return m_excludes; }

signals:
    /// Use was pressed, and both lists are sound.
    void edited(const QString &targets, const QString &excludes);

private:
    void setupUi();
    void connectSignals();
    void onEdited();
    void check();
    void onChecked(const TargetListsCheck &check);
    void showTotal(const TargetListsCheck &check);
    void use();
    void stopCheck();
    [[nodiscard]] bool isBusy() const;

    std::shared_ptr<const PortNames> m_names;
    bool m_includeNetworkAndBroadcast = false;
    TargetListPane *m_targets = nullptr;
    TargetListPane *m_excludes = nullptr;
    QLabel *m_total = nullptr;
    QPushButton *m_use = nullptr;
    QTimer *m_typing = nullptr;
    std::shared_ptr<std::atomic_bool> m_isCancelled; ///< of the check under way; null if none is
    bool m_isUseWanted = false;
};

} // namespace roadstead
