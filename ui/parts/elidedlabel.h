// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QStringList>

namespace roadstead {

/// One line of plain text that gives way: too long for its place, it ends in "…" and the tooltip
/// has it whole.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ElidedLabel)

    /// Wide enough for any of these, if there is room, whatever it shows just now.
    void setRoomFor(const QStringList &texts);
    /// A tooltip for the text as it is, cut or not.
    void setExplanation(const QString &explanation) { m_explanation = explanation; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QStringList m_roomFor;
    QString m_explanation;
};

} // namespace roadstead
