// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/shapeicon.h"

#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>

namespace roadstead {

namespace {

constexpr qreal kGrid = 16; // shapes are designed on a grid of sixteen and scaled

class ShapeIconEngine final : public QIconEngine
{
public:
    ShapeIconEngine(ShapeDrawer draw, const ShapeColors &normal, const ShapeColors &selected)
        : m_draw(draw)
        , m_normal(normal)
        , m_selected(selected)
    {}

    QIconEngine *clone() const override
    {
        return new ShapeIconEngine(m_draw, m_normal, m_selected);
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap drawn = drawnPixmap(rect.size() * ratio, mode);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return drawnPixmap(size, mode);
    }

private:
    QPixmap drawnPixmap(const QSize &pixels, QIcon::Mode mode)
    {
        const auto key = std::pair(qMin(pixels.width(), pixels.height()), int(mode));
        QPixmap &kept = m_drawn[key];
        if (!kept.isNull() && kept.size() == pixels)
            return kept;
        QPixmap fresh(pixels);
        fresh.fill(Qt::transparent);
        QPainter painter(&fresh);
        painter.setRenderHint(QPainter::Antialiasing);
        if (mode == QIcon::Disabled)
            painter.setOpacity(0.5);
        const qreal scale = key.first / kGrid;
        painter.translate((pixels.width() - key.first) / 2, (pixels.height() - key.first) / 2);
        painter.scale(scale, scale);
        m_draw(painter, mode == QIcon::Selected ? m_selected : m_normal);
        painter.end();
        kept = fresh;
        return kept;
    }

    ShapeDrawer m_draw;
    ShapeColors m_normal;
    ShapeColors m_selected;
    QHash<std::pair<int, int>, QPixmap> m_drawn; ///< by side in pixels and mode
};

} // namespace

QPen shapePen(const QColor &color, qreal width)
{
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QIcon shapeIcon(ShapeDrawer draw, const QColor &ink, const QPalette &palette)
{
    const ShapeColors normal{ink, palette.color(QPalette::Base)};
    const ShapeColors selected{palette.color(QPalette::HighlightedText),
                               palette.color(QPalette::Highlight)};
    return QIcon(new ShapeIconEngine(draw, normal, selected)); // QIcon owns its engine
}

} // namespace roadstead
