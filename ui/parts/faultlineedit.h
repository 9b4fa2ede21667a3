// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

class QAction;

namespace roadstead {

/// A line edit that underlines the faulty part of its text with a wavy line, shows a sign for it
/// and says why in its tooltip and accessible description. Text of several lines that is pasted
/// becomes one line.
class FaultLineEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FaultLineEdit(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FaultLineEdit)

    /// What may be typed: the tooltip, and the description while there is no fault.
    void setHint(const QString &hint);
    /// What can be done with what was just typed: for a while the description, so that a screen
    /// reader says it. Empty: no more.
    void setOffer(const QString &offer);
    /// What lines that are pasted become.
    enum class Lines : quint8 {
        List, ///< parts of a list, comments left out: see words::joinedLines()
        Words ///< words after each other
    };
    void setPastedLines(Lines lines) { m_lines = lines; }
    /// `position` and `length` in UTF-16 units of text().
    void showFault(qsizetype position, qsizetype length, const QString &sentence);
    void clearFault();
    [[nodiscard]] bool hasFault() const { return m_hasFault; }
    [[nodiscard]] qsizetype faultPosition() const { return m_position; }
    [[nodiscard]] qsizetype faultLength() const { return m_length; }
    /// Takes the focus and selects the faulty part.
    void goToFault();

signals:
    /// Text longer than kLongText, or any while read-only, was pasted; the field itself keeps what
    /// it had.
    void longTextPasted(const QString &text);
    /// Backspace or Delete while read-only: the text stands for something that can only go as a
    /// whole.
    void clearRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    void underline();
    void flattenLines();

    QAction *m_sign = nullptr;
    QString m_hint;
    QString m_offer;
    QString m_fault; ///< what is wrong
    Lines m_lines = Lines::List;
    bool m_hasFault = false;
    qsizetype m_position = 0;
    qsizetype m_length = 0;
};

/// Longer texts are not laid out in a line edit: a megabyte costs it a quarter of a second per key.
inline constexpr qsizetype kLongText = 4'096;

} // namespace roadstead
