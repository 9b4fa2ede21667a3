// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/settings.h"

#include <QDialog>
#include <QList>

class QGroupBox;
class QPushButton;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace roadstead {

/// What the program remembers beyond a scan's options. Applies as it is changed, in every window,
/// and follows what is changed elsewhere. Searchable. Non-modal.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `settings` must outlive this.
    explicit PreferencesDialog(Settings &settings, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PreferencesDialog)

signals:
    /// Those of a scan have a panel of their own.
    void scanOptionsRequested();
    /// As have these.
    void commandsRequested();
    void portListsRequested();

private:
    /// What the search finds or hides: a line of a group.
    struct Line
    {
        QWidget *widget = nullptr;
        QGroupBox *group = nullptr;
        QString words; ///< that it is found by
    };

    void setupUi();
    void addTargets(QVBoxLayout &column);
    void addResults(QVBoxLayout &column);
    void addExport(QVBoxLayout &column);
    void addScan(QVBoxLayout &column);
    void addKept(QVBoxLayout &column);
    QGroupBox *addGroup(QVBoxLayout &column, const QString &title);
    void addLine(QGroupBox *group, QWidget *line, const QString &words);
    void addCheck(QGroupBox *group, const QString &text, const QString &explanation,
                  Setting setting);
    /// A line with a button that opens something or does something at once.
    QPushButton *addButton(QGroupBox *group, const QString &text, const char *name,
                           const QString &words);
    /// A line with a box for a number; showNumber() binds it to the setting.
    QSpinBox *addNumber(QGroupBox *group, const QString &text, Setting setting,
                        const QString &words);
    void showNumber(QSpinBox *box, Setting setting, int low, int high);
    void addTextSize(QGroupBox *group);
    void addExportFormat(QGroupBox *group);
    void search(const QString &text);
    void restoreDefaults();

    Settings &m_settings;
    QLineEdit *m_search = nullptr;
    QLabel *m_nothing = nullptr;
    QList<Line> m_lines;
    QList<Setting> m_own; ///< what is set here
};

} // namespace roadstead
