// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/signicon.h"

#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmap>

namespace roadstead {

namespace {

constexpr int kUnits = 16; ///< the signs are drawn on a grid of 16 x 16
constexpr int kPixels = 64; ///< and rendered large enough for 400 %

void drawTriangle(QPainter &painter)
{
    QPainterPath path;
    path.moveTo(8, 1.5);
    path.lineTo(15, 14.2);
    path.lineTo(1, 14.2);
    path.closeSubpath();
    painter.drawPath(path);
    painter.drawLine(QPointF(8, 6.2), QPointF(8, 9.8));
    painter.drawPoint(QPointF(8, 12));
}

void drawSign(QPainter &painter, MessageLevel level)
{
    if (level == MessageLevel::Warning) {
        drawTriangle(painter);
        return;
    }
    painter.drawEllipse(QPointF(8, 8), 6.6, 6.6);
    if (level == MessageLevel::Error) {
        painter.drawLine(QPointF(5.6, 5.6), QPointF(10.4, 10.4));
        painter.drawLine(QPointF(10.4, 5.6), QPointF(5.6, 10.4));
    } else if (level == MessageLevel::Information) {
        painter.drawLine(QPointF(8, 7.4), QPointF(8, 11.4));
        painter.drawPoint(QPointF(8, 4.8));
    } else {
        QPainterPath hook;
        hook.moveTo(5.9, 6.3);
        hook.cubicTo(6.1, 3.6, 10.2, 3.8, 10.1, 6.4);
        hook.cubicTo(10.0, 8.0, 8, 7.8, 8, 9.6);
        painter.drawPath(hook);
        painter.drawPoint(QPointF(8, 12));
    }
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor levelColor(MessageLevel level, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (level) {
    case MessageLevel::Information:
    case MessageLevel::Question:
        return dark ? QColor(0x7a, 0xb8, 0xf5) : QColor(0x0b, 0x53, 0x94);
    case MessageLevel::Warning:
        return dark ? QColor(0xe6, 0xb8, 0x4d) : QColor(0x7a, 0x52, 0x00);
    case MessageLevel::Error:
        return dark ? QColor(0xff, 0x8a, 0x5c) : QColor(0xa8, 0x32, 0x0a);
    }
    return palette.color(QPalette::WindowText);
}

QIcon levelIcon(MessageLevel level, const QPalette &palette)
{
    QPixmap pixmap(kPixels, kPixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kPixels / kUnits, kPixels / kUnits);
    painter.setPen(
        QPen(levelColor(level, palette), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawSign(painter, level);
    painter.end();
    return QIcon(pixmap);
}

} // namespace roadstead
