// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QIcon>
#include <QPen>

class QPainter;
class QPalette;

namespace roadstead {

/// Ink draws a shape, paper what is cut out of it.
struct ShapeColors
{
    QColor ink;
    QColor paper;
};

/// Draws a shape on a grid of sixteen by sixteen.
using ShapeDrawer = void (*)(QPainter &painter, const ShapeColors &colors);

/// With round ends.
[[nodiscard]] QPen shapePen(const QColor &color, qreal width);

/// A small shape as an icon, drawn for every size and pixel ratio, kept once drawn.
/// QIcon::Selected takes the palette's HighlightedText; colours are those of the palette's current
/// group. Make it anew when the palette changes.
[[nodiscard]] QIcon shapeIcon(ShapeDrawer draw, const QColor &ink, const QPalette &palette);

} // namespace roadstead
