// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compare/differenceicon.h"

#include "ui/parts/shapeicon.h"
#include "ui/parts/stateicon.h"

#include <QPainter>
#include <QPainterPath>

namespace roadstead {

namespace {

void drawDisc(QPainter &painter, const ShapeColors &colors)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ink);
    painter.drawEllipse(QRectF(1, 1, 14, 14));
    painter.setPen(shapePen(colors.paper, 2));
    painter.drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
}

void drawAppeared(QPainter &painter, const ShapeColors &colors)
{
    drawDisc(painter, colors);
    painter.drawLine(QPointF(8, 4.5), QPointF(8, 11.5));
}

void drawVanished(QPainter &painter, const ShapeColors &colors)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(shapePen(colors.ink, 1.6));
    painter.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4));
    painter.drawLine(QPointF(5, 8), QPointF(11, 8));
}

/// To and fro, one above the other.
void drawChanged(QPainter &painter, const ShapeColors &colors)
{
    QPainterPath arrows(QPointF(2, 5));
    arrows.lineTo(14, 5);
    arrows.moveTo(11, 2);
    arrows.lineTo(14, 5);
    arrows.lineTo(11, 8);
    arrows.moveTo(14, 11.5);
    arrows.lineTo(2, 11.5);
    arrows.moveTo(5, 8.5);
    arrows.lineTo(2, 11.5);
    arrows.lineTo(5, 14.5);
    painter.strokePath(arrows, shapePen(colors.ink, 1.5));
}

void drawNotScanned(QPainter &painter, const ShapeColors &colors)
{
    constexpr int kDots = 10;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ink);
    painter.translate(8, 8);
    for (int i = 0; i < kDots; ++i) {
        painter.drawEllipse(QPointF(0, -6.2), 1, 1);
        painter.rotate(360.0 / kDots);
    }
}

ShapeDrawer drawerOf(DifferenceClass which)
{
    switch (which) {
    case DifferenceClass::Appeared:
        return &drawAppeared;
    case DifferenceClass::Vanished:
        return &drawVanished;
    case DifferenceClass::Changed:
        return &drawChanged;
    case DifferenceClass::NotScanned:
        return &drawNotScanned;
    }
    Q_UNREACHABLE();
}

} // namespace

/// Those of the states, whose contrast is known: of what opened that of Open, and so on.
QColor differenceColor(DifferenceClass which, const QPalette &palette)
{
    switch (which) {
    case DifferenceClass::Appeared:
        return stateColor(PortState::Open, palette);
    case DifferenceClass::Vanished:
        return stateColor(PortState::Unknown, palette);
    case DifferenceClass::Changed:
        return stateColor(PortState::Filtered, palette);
    case DifferenceClass::NotScanned:
        return stateColor(PortState::Closed, palette);
    }
    Q_UNREACHABLE();
}

QIcon differenceIcon(DifferenceClass which, const QPalette &palette)
{
    return shapeIcon(drawerOf(which), differenceColor(which, palette), palette);
}

ShapeLook differenceLook(int role)
{
    ShapeLook look;
    look.role = role;
    look.count = kDifferenceClassCount;
    look.icon = [](int value, const QPalette &palette) {
        return differenceIcon(static_cast<DifferenceClass>(value), palette);
    };
    look.color = [](int value, const QPalette &palette) {
        return differenceColor(static_cast<DifferenceClass>(value), palette);
    };
    return look;
}

} // namespace roadstead
