// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/portlists.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace roadstead {

class PortCatalogue;
class PortListEditor;
class Settings;
struct PortPreset;

/// The port lists: the built-in ones, which can be taken out of the choice and brought back, and
/// the user's own. Nothing is kept before Save.
class PortListsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive this.
    PortListsDialog(const PortCatalogue &catalogue, Settings &settings, QWidget *parent = nullptr);
    ~PortListsDialog() override;
    Q_DISABLE_COPY_MOVE(PortListsDialog)

    [[nodiscard]] bool edits(const Settings &settings) const { return &settings == &m_settings; }
    /// What a new list begins with, unless it is the name of a list or no port text.
    void setSuggestion(const QString &ports);

private:
    void setupUi();
    [[nodiscard]] QWidget *listSide();
    [[nodiscard]] QLayout *listButtons();
    QPushButton *addButton(const QString &text, const char *name);
    void connectSignals();
    void connectKeys();
    void rebuild(int row);
    void refreshItem(int row);
    void refreshButtons();
    void showCurrent();
    void onEdited();
    void add();
    void copy();
    void append(const PortList &list);
    void remove();
    void move(int by);
    void restoreBuiltIn();
    void save();
    void say(const QString &problem);
    /// -1 for a built-in one, or none.
    [[nodiscard]] qsizetype ownIndexOf(int row) const;
    [[nodiscard]] QStringList namesBeside(qsizetype own) const;
    [[nodiscard]] QString freeName(const QString &wish) const;
    [[nodiscard]] QString textOf(const PortPreset &preset) const;
    [[nodiscard]] QString textOf(qsizetype own, bool &isSound) const;

    const PortCatalogue &m_catalogue;
    Settings &m_settings;
    PortLists m_lists;
    QList<const PortPreset *> m_presets; ///< those that are not hidden: the first rows
    QString m_suggestion;
    QListWidget *m_list = nullptr;
    PortListEditor *m_editor = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_restore = nullptr;
};

} // namespace roadstead
