// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/portstate.h"

#include <QAbstractButton>
#include <QIcon>

namespace roadstead {

/// A toggle for one state: shape, word and live count. Checked is plain to see: a tick, a filled
/// ground and a border in the highlight colour (the pressed look of Qt's own style is too faint).
/// Ctrl+click asks for this one alone; so do the window's keys.
class StateChip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StateChip(PortState state, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(StateChip)

    [[nodiscard]] PortState state() const { return m_state; }
    [[nodiscard]] quint64 count() const { return m_count; }
    void setCount(quint64 count);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void onlyThisRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintGround(QPainter &painter) const;
    void paintBox(QPainter &painter, const QRectF &area) const;
    void describe();

    PortState m_state;
    quint64 m_count = 0;
    QIcon m_icon;
};

} // namespace roadstead
