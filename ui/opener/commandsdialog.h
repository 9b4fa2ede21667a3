// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/opener/openersubject.h"
#include "core/opener/openertemplate.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace roadstead {

class CommandEditor;
class PortCatalogue;
class Settings;

/// The user's own commands to open results with: a list, and beside it the one that is selected.
/// They live in the settings and nowhere else.
class CommandsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive this. `example`: what the previews are made for.
    CommandsDialog(const PortCatalogue &catalogue, Settings &settings, const OpenerSubject &example,
                   QWidget *parent = nullptr);
    ~CommandsDialog() override;
    Q_DISABLE_COPY_MOVE(CommandsDialog)

    [[nodiscard]] bool edits(const Settings &settings) const { return &settings == &m_settings; }

private:
    void setupUi(const OpenerSubject &example);
    [[nodiscard]] QWidget *listSide();
    void connectSignals();
    void showCurrent();
    void onEdited();
    void add();
    void remove();
    void save();
    /// The first command that is faulty, -1 if none is.
    [[nodiscard]] int firstFaulty() const;
    void refreshItem(int row);
    void refreshButtons();
    void say(const QString &problem);

    const PortCatalogue &m_catalogue;
    Settings &m_settings;
    QList<OpenerTemplate> m_commands;
    QListWidget *m_list = nullptr;
    CommandEditor *m_editor = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace roadstead
