// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/stateicon.h"

#include "ui/parts/shapeicon.h"

#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace roadstead {

namespace {

void drawOpen(QPainter &painter, const ShapeColors &colors)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ink);
    painter.drawEllipse(QRectF(1, 1, 14, 14));
    QPainterPath tick(QPointF(4.6, 8.3));
    tick.lineTo(7, 10.8);
    tick.lineTo(11.5, 5.5);
    painter.strokePath(tick, shapePen(colors.paper, 2));
}

void drawClosed(QPainter &painter, const ShapeColors &colors)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(shapePen(colors.ink, 1.5));
    painter.drawEllipse(QRectF(1.75, 1.75, 12.5, 12.5));
    painter.drawLine(QPointF(5.5, 5.5), QPointF(10.5, 10.5));
    painter.drawLine(QPointF(5.5, 10.5), QPointF(10.5, 5.5));
}

void drawFiltered(QPainter &painter, const ShapeColors &colors)
{
    // Dots sit on whole grid points, so that they stay square and even at 100 %.
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ink);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int at = 1; at <= 13; at += 3) {
        painter.drawRect(QRectF(at, 1, 2, 1));
        painter.drawRect(QRectF(at, 14, 2, 1));
        painter.drawRect(QRectF(1, at, 1, 2));
        painter.drawRect(QRectF(14, at, 1, 2));
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    QPainterPath hook(QPointF(5.9, 6.2));
    hook.cubicTo(5.9, 3.2, 10.3, 3.2, 10.3, 6);
    hook.cubicTo(10.3, 7.8, 8.1, 7.8, 8.1, 9.4);
    painter.strokePath(hook, shapePen(colors.ink, 1.6));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(8.1, 11.9), 1, 1);
}

void drawUnknown(QPainter &painter, const ShapeColors &colors)
{
    QPainterPath triangle(QPointF(8, 2));
    triangle.lineTo(14.6, 13.8);
    triangle.lineTo(1.4, 13.8);
    triangle.closeSubpath();
    painter.setBrush(colors.ink);
    painter.setPen(shapePen(colors.ink, 1.4));
    painter.drawPath(triangle);
    painter.setPen(shapePen(colors.paper, 1.7));
    painter.drawLine(QPointF(8, 6.2), QPointF(8, 9.3));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.paper);
    painter.drawEllipse(QPointF(8, 11.9), 1, 1);
}

ShapeDrawer drawerOf(PortState state)
{
    switch (state) {
    case PortState::Open:
        return &drawOpen;
    case PortState::Closed:
        return &drawClosed;
    case PortState::Filtered:
        return &drawFiltered;
    case PortState::Unknown:
        return &drawUnknown;
    }
    Q_UNREACHABLE();
}

void drawNotEqual(QPainter &painter, const ShapeColors &colors)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ink);
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 3, 3);
    painter.setPen(shapePen(colors.paper, 1.7));
    painter.drawLine(QPointF(4.5, 6.2), QPointF(11.5, 6.2));
    painter.drawLine(QPointF(4.5, 9.8), QPointF(11.5, 9.8));
    painter.drawLine(QPointF(10, 3.6), QPointF(6, 12.4));
}

/// Side by side around the middle of the grid, in an icon that is wide enough.
template <PortState state>
void drawUnexpected(QPainter &painter, const ShapeColors &colors)
{
    constexpr qreal kAside = (kUnexpectedIconWidth - 1) / 2 * 16;
    painter.save();
    painter.translate(-kAside, 0);
    drawerOf(state)(painter, colors);
    painter.restore();
    painter.translate(kAside, 0);
    drawNotEqual(painter, colors);
}

ShapeDrawer unexpectedDrawerOf(PortState state)
{
    switch (state) {
    case PortState::Open:
        return &drawUnexpected<PortState::Open>;
    case PortState::Closed:
        return &drawUnexpected<PortState::Closed>;
    case PortState::Filtered:
        return &drawUnexpected<PortState::Filtered>;
    case PortState::Unknown:
        return &drawUnexpected<PortState::Unknown>;
    }
    Q_UNREACHABLE();
}

} // namespace

QColor stateColor(PortState state, const QPalette &palette)
{
    const bool isDark = palette.color(QPalette::Base).lightness() < 128;
    switch (state) {
    case PortState::Open:
        return isDark ? QColor(0x5c, 0xc8, 0xa0) : QColor(0x00, 0x66, 0x44);
    case PortState::Closed:
        return isDark ? QColor(0xa0, 0xa0, 0xa0) : QColor(0x5f, 0x5f, 0x5f);
    case PortState::Filtered:
        return isDark ? QColor(0xe6, 0xb8, 0x4d) : QColor(0x7a, 0x52, 0x00);
    case PortState::Unknown:
        return isDark ? QColor(0xff, 0x8a, 0x5c) : QColor(0xa8, 0x32, 0x0a);
    }
    Q_UNREACHABLE();
}

QIcon stateIcon(PortState state, const QPalette &palette)
{
    return shapeIcon(drawerOf(state), stateColor(state, palette), palette);
}

QIcon unexpectedStateIcon(PortState state, const QPalette &palette)
{
    return shapeIcon(unexpectedDrawerOf(state), stateColor(state, palette), palette);
}

} // namespace roadstead
