// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace roadstead {

/// Makes the Tab key come to `widgets`, in this order, where it would come to `place`. Those that
/// are made while the window is in use would else be its last, wherever they stand.
inline void tabThrough(QWidget *place, const QList<QWidget *> &widgets)
{
    const auto isStop = [place](const QWidget *widget) {
        return widget->focusPolicy() != Qt::NoFocus && !place->isAncestorOf(widget);
    };
    QWidget *before = place->previousInFocusChain();
    while (before != place && !isStop(before))
        before = before->previousInFocusChain();
    if (before == place)
        return;
    for (QWidget *widget : widgets) {
        QWidget::setTabOrder(before, widget);
        before = widget;
    }
}

} // namespace roadstead
