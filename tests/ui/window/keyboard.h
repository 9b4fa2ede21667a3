// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QLineEdit>
#include <QTest>

/// A keyboard and nothing else: every key goes where the window system would send it, to the popup
/// that is open, else to the widget with the focus. No widget is named, none is called.
namespace keyboard {

[[nodiscard]] inline QWidget *receiver()
{
    QWidget *target = QApplication::activePopupWidget();
    if (target == nullptr)
        target = QApplication::focusWidget();
    return target != nullptr ? target : QApplication::activeWindow();
}

[[nodiscard]] inline QString focusName()
{
    const QWidget *focused = QApplication::focusWidget();
    return focused != nullptr ? focused->objectName() : QString();
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(receiver(), key, modifiers);
}

/// Into what has the focus, over what it holds.
inline void typeOver(const QString &text)
{
    press(Qt::Key_A, Qt::ControlModifier);
    for (const QChar letter : text)
        QTest::keyClick(receiver(), letter.toLatin1());
}

/// The widget that looks focused when `widget` is: an editable combo box draws the frame of its
/// field.
[[nodiscard]] inline QWidget *frameOf(QWidget *widget)
{
    auto *combo = qobject_cast<QComboBox *>(widget->parentWidget());
    return combo != nullptr && combo->lineEdit() == widget ? combo : widget;
}

/// How many pixels of the window look different once `widget` has the focus.
[[nodiscard]] inline int pixelsOfFocus(QWidget *widget)
{
    QWidget *frame = frameOf(widget);
    const QImage with = frame->grab().toImage();
    widget->clearFocus();
    const QImage without = frame->grab().toImage();
    widget->setFocus(Qt::TabFocusReason);
    int different = 0;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x)
            different += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
    }
    return different;
}

/// Which widget it is, for a message.
[[nodiscard]] inline QString nameOf(const QWidget *widget)
{
    return QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                       widget->objectName());
}

} // namespace keyboard
