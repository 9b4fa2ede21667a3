// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

class QAction;

namespace roadstead {

class FaultLineEdit;
class Settings;

/// The Targets field: an editable combo box with the recent targets. A text too long for one line
/// (a pasted list, a dropped file) becomes one entry with its count, which is taken as a whole or
/// cleared.
class TargetField final : public QComboBox
{
    Q_OBJECT

public:
    /// `settings` must outlive this.
    explicit TargetField(Settings &settings, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TargetField)

    [[nodiscard]] FaultLineEdit *edit() const { return m_edit; }
    /// All of it, however long.
    [[nodiscard]] QString targets() const;
    void setTargets(const QString &text);
    [[nodiscard]] bool isLong() const { return !m_longText.isEmpty(); }
    /// One short line: for titles.
    [[nodiscard]] QString shortText() const;
    /// The same of other targets.
    [[nodiscard]] static QString titleOf(const QString &targets);

    /// Puts the field's text first in the list, unless switched off or too long to keep.
    void remember();
    void forgetAll();

signals:
    void targetsChanged();
    /// In the context menu: the targets as a list.
    void listRequested();

private:
    void setLongText(const QString &text);
    void showLongText(int entries);
    void clearLongText();
    void loadRecent();
    void showMenu(const QPoint &place);

    Settings &m_settings;
    FaultLineEdit *m_edit = nullptr;
    QAction *m_clearLong = nullptr;
    QString m_longText;
    int m_longEntries = 0; ///< 0 while they are not counted
    quint64 m_longNumber = 0; ///< a late count of an earlier text is dropped
};

} // namespace roadstead
