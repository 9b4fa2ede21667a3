// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace roadstead {

/// Paste any text (a log, an e-mail): shows the addresses and blocks found in it, and hands them
/// over.
class PickDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PickDialog(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PickDialog)

signals:
    /// Target syntax, one per line.
    void picked(const QString &targets);

private:
    void setupUi();
    void pick();

    QPlainTextEdit *m_text = nullptr;
    QPlainTextEdit *m_found = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_use = nullptr;
    QTimer *m_delay = nullptr;
};

} // namespace roadstead
