// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/compare/expectations.h"
#include "ui/document/expectationkeeper.h"

#include <QDialog>
#include <QString>

#include <optional>

class QAbstractButton;
class QDialogButtonBox;
class QLabel;
class QTimer;

namespace roadstead {

class TargetLinesEdit;

/// The user's expectations as the text that they are, comments and all. What cannot be read is
/// marked at its line and not written. Beside the window, not in its way.
class ExpectationsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `keeper` must outlive this.
    explicit ExpectationsDialog(ExpectationKeeper &keeper, QWidget *parent = nullptr);
    ~ExpectationsDialog() override;
    Q_DISABLE_COPY_MOVE(ExpectationsDialog)

private:
    /// What comes after a look at the text.
    enum class Then : quint8 {
        Nothing,
        Stay, ///< it is written
        Close, ///< likewise, and the dialog is done
    };
    using Fault = std::optional<ExpectationError>;

    void setupUi();
    [[nodiscard]] QWidget *explanation() const;
    [[nodiscard]] QWidget *faultLine();
    [[nodiscard]] QDialogButtonBox *buttons();
    void connectSignals();
    void load();
    void onLoaded(const ExpectationKeeper::Content &content);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isModified() const;
    void check(Then then);
    void onChecked(const QString &text, const Fault &fault, Then then);
    void write(const QString &text, Then then);
    void onWritten(const ExpectationKeeper::Content &content, Then then);
    void say(const QString &problem);
    void setEditable(bool isEditable);

    ExpectationKeeper &m_keeper;
    TargetLinesEdit *m_editor = nullptr;
    QLabel *m_sign = nullptr;
    QLabel *m_problem = nullptr;
    QAbstractButton *m_apply = nullptr;
    QAbstractButton *m_save = nullptr;
    QTimer *m_pause = nullptr; ///< after typing
    std::optional<QString> m_known; ///< what the book held; nothing before that is read
    quint64 m_checks = 0; ///< the last one counts
};

} // namespace roadstead
