// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/setup/targetlist.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace roadstead {

class ElidedLabel;
class TargetLinesEdit;

/// A list of targets to edit, what is wrong in it, how much it is, and buttons to fill and empty
/// it.
class TargetListPane final : public QWidget
{
    Q_OBJECT

public:
    /// What it is called, and what it tells of itself while it is empty. `name` for its parts.
    struct Words
    {
        QString label;
        QString accessibleName;
        QString placeholder;
    };
    TargetListPane(const QString &name, const Words &words, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TargetListPane)

    [[nodiscard]] TargetLinesEdit *editor() const { return m_editor; }
    /// Of any length; edited() when it is there.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    /// Whether text is on its way, which text() does not have yet.
    [[nodiscard]] bool isBusy() const;
    /// Adds the file's lines at the end.
    void addFile(const QString &path);
    void showCheck(const TargetListCheck &check);
    /// False if there is none.
    bool goToFault();

signals:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi(const QString &name, const Words &words);
    [[nodiscard]] QLayout *buttonRow(const QString &name);
    void connectSignals();
    void prepare(const std::function<QString()> &makeText);
    void show(const TargetListText &list);
    void chooseFile();
    void clear();
    void refreshButtons();
    void showFault();
    void setLine(const QString &sentence);
    [[nodiscard]] QString summary() const;

    TargetLinesEdit *m_editor = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_lineSign = nullptr;
    ElidedLabel *m_line = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_file = nullptr;
    QPushButton *m_clear = nullptr;
    TargetListCheck m_check;
    QString m_fileFault;
    qsizetype m_allLines = 0; ///< of a list that is too long to be edited
    quint64 m_prepareNumber = 0; ///< a late answer to an earlier text is dropped
    bool m_isPreparing = false;
};

/// "254 addresses in 3 lines", "1 address and 2 names in 3 lines".
[[nodiscard]] QString listSummary(const TargetListCheck &check);

} // namespace roadstead
