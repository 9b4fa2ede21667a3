// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/setup/targetlist.h"

#include <QPlainTextEdit>

class QTimer;

namespace roadstead {

/// An editor of targets, or of rules, one a line: with line numbers, a sign at each faulty line and
/// a wavy line under its faulty part. A long list fills it in slices; of one that is too long to be
/// edited it shows the beginning and holds the rest.
class TargetLinesEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TargetLinesEdit(QWidget *parent = nullptr);
    ~TargetLinesEdit() override;
    Q_DISABLE_COPY_MOVE(TargetLinesEdit)

    /// Replaces everything; contentChanged() when it is there. Cannot be undone.
    void setList(const TargetListText &list);
    /// All of it, also while it fills.
    [[nodiscard]] QString list() const;
    [[nodiscard]] bool isFilling() const { return m_isFilling; }
    [[nodiscard]] bool isShortened() const { return m_isShortened; }

    void setFaults(const QList<LineFault> &faults);
    /// The fault of the cursor's line, else the next one, else the first; null if there is none.
    [[nodiscard]] const LineFault *nearestFault() const;
    /// Takes the focus and selects the faulty part.
    void goTo(const LineFault &fault);
    /// To the first fault behind the cursor's line, and round to the first.
    void goToNextFault();

    [[nodiscard]] int marginWidth() const;
    void paintMargin(QPaintEvent *event);

signals:
    /// By typing, or a whole list is there.
    void contentChanged();
    /// More than is inserted at once: what all of it would be then.
    void longTextPasted(const QString &whole);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    class Margin;
    void fillMore();
    void layOutMargin();
    void scrollMargin(const QRect &rect, int dy);
    void markVisibleFaults();
    void paintLine(QPainter &painter, const QRect &line, qsizetype number) const;
    [[nodiscard]] bool isFaulty(qsizetype line) const;
    [[nodiscard]] QList<LineFault>::const_iterator firstFaultFrom(qsizetype line) const;

    Margin *m_margin = nullptr;
    QTimer *m_filler = nullptr;
    QList<LineFault> m_faults;
    QString m_whole; ///< of a list that is too long to be edited
    QString m_pending; ///< what the editor is filled with
    qsizetype m_filled = 0; ///< so much of it is there
    qsizetype m_expectedLines = 0;
    bool m_isFilling = false;
    bool m_isShortened = false;
    qsizetype m_markedFrom = 0; ///< the first line in view when faults were marked
};

} // namespace roadstead
