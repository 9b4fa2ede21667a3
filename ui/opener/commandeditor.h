// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/opener/opener.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace roadstead {

class FaultLineEdit;
class PortCatalogue;

/// The fields of one command, what is wrong with it, and what it starts for an example.
class CommandEditor final : public QWidget
{
    Q_OBJECT

public:
    /// `catalogue` must outlive this.
    CommandEditor(const PortCatalogue &catalogue, const OpenerSubject &example,
                  QWidget *parent = nullptr);
    ~CommandEditor() override;
    Q_DISABLE_COPY_MOVE(CommandEditor)

    void setCommand(const OpenerTemplate &command);
    [[nodiscard]] OpenerTemplate command() const;
    void focusName();
    /// Puts the cursor where the command is wrong, if it is.
    void goToFault();

signals:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void setupArguments(QFormLayout &form);
    void setupOutcome(QFormLayout &form);
    FaultLineEdit *addLine(QFormLayout &form, const QString &label, const char *name);
    void onEdited();
    void check();
    void showFault(const OpenerFault &fault);
    void showArgumentFault(const OpenerFault &fault);
    void showPreview(const Opener &opener);
    void setLine(const QString &text, bool isError);
    [[nodiscard]] QString sentenceOf(const OpenerFault &fault) const;
    [[nodiscard]] FaultLineEdit *fieldOf(OpenerFault::Field field) const;
    [[nodiscard]] int lineOfArgument(qsizetype argument) const;

    const PortCatalogue &m_catalogue;
    OpenerSubject m_example;
    std::optional<OpenerFault> m_fault;
    bool m_isLoading = false;
    FaultLineEdit *m_name = nullptr;
    FaultLineEdit *m_program = nullptr;
    QPlainTextEdit *m_arguments = nullptr;
    FaultLineEdit *m_ports = nullptr;
    QCheckBox *m_terminal = nullptr;
    QLabel *m_preview = nullptr;
    QLabel *m_lineSign = nullptr;
    QLabel *m_line = nullptr;
};

} // namespace roadstead
