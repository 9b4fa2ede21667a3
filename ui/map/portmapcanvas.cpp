// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Cells are copied from ready-made tiles, row by row: all 65,536 cost about a millisecond, where
// painting each of them through a QPainter would cost several frames. Only what is seen has an
// image, because the whole picture at sixteen pixels a cell would take 64 MB.

#include "ui/map/portmapcanvas.h"

#include "ui/parts/stateicon.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace roadstead {

namespace {

constexpr int kShapeFrom = 12; ///< pixels a cell; smaller, the shapes cannot be told

QColor mixed(const QColor &ground, const QColor &ink, float part)
{
    return QColor::fromRgbF(ground.redF() + part * (ink.redF() - ground.redF()),
                            ground.greenF() + part * (ink.greenF() - ground.greenF()),
                            ground.blueF() + part * (ink.blueF() - ground.blueF()));
}

QColor inkOf(quint8 look, const QPalette &palette)
{
    return stateColor(static_cast<PortState>(look), palette);
}

/// A full square, a ring, a smaller square, a dot: without any colour the more the more it matters.
void drawMark(QPainter &painter, PortState state, const QRect &cell, const QPalette &palette)
{
    const QColor ink = stateColor(state, palette);
    const int side = cell.width();
    const auto centred = [&cell](int size) {
        const int begin = (cell.width() - size) / 2;
        return QRect(begin, begin, size, size);
    };
    switch (state) {
    case PortState::Open:
        painter.fillRect(cell, ink);
        return;
    case PortState::Unknown:
        painter.fillRect(cell, ink);
        painter.fillRect(centred(std::max(1, side - 2 * ((side + 2) / 4))),
                         palette.color(QPalette::Base));
        return;
    case PortState::Closed: // mostly there are very many: in full ink they would hide the others
        painter.fillRect(centred((side + 1) * 2 / 3),
                         mapColor(static_cast<quint8>(state), palette));
        return;
    case PortState::Filtered:
        painter.fillRect(centred((side + 1) / 3), ink);
        return;
    }
}

} // namespace

QColor mapColor(quint8 look, const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Base);
    if (look == PortMapData::kNoState)
        return ground;
    constexpr float kPaler = 0.5F;
    constexpr float kPalest = 0.24F;
    switch (static_cast<PortState>(look)) {
    case PortState::Open:
    case PortState::Unknown:
        return inkOf(look, palette);
    case PortState::Closed:
        return mixed(ground, inkOf(look, palette), kPaler);
    case PortState::Filtered:
        return mixed(ground, inkOf(look, palette), kPalest);
    }
    return ground;
}

QImage mapTile(quint8 look, int side, const QPalette &palette)
{
    QImage tile(side, side, QImage::Format_RGB32);
    if (side < PortMapCanvas::kMarkFrom) {
        tile.fill(mapColor(look, palette));
        return tile;
    }
    tile.fill(palette.color(QPalette::Base));
    if (look == PortMapData::kNoState)
        return tile;
    const auto state = static_cast<PortState>(look);
    QPainter painter(&tile);
    const QRect cell(0, 0, side - 1, side - 1); // a line between cells
    if (side < kShapeFrom) {
        drawMark(painter, state, cell, palette);
        return tile;
    }
    constexpr float kTint = 0.12F;
    painter.fillRect(cell, mixed(palette.color(QPalette::Base), inkOf(look, palette), kTint));
    const QSize size(side - 2, side - 2);
    painter.drawPixmap(0, 0, stateIcon(state, palette).pixmap(size, 1.0));
    return tile;
}

void PortMapCanvas::setPalette(const QPalette &palette)
{
    m_palette = palette;
    makeTiles();
}

void PortMapCanvas::setView(double cell, const QRect &seen)
{
    Q_ASSERT(cell >= 1);
    if (m_image.size() != seen.size())
        m_image = QImage(seen.size(), QImage::Format_RGB32);
    m_seen = seen;
    if (cell == m_cell && !m_tiles.front().isNull())
        return;
    m_cell = cell;
    makeTiles();
}

void PortMapCanvas::makeTiles()
{
    const int side = static_cast<int>(std::ceil(m_cell));
    for (quint8 look = 0; look < PortMapData::kLooks; ++look)
        m_tiles[look] = mapTile(look, side, m_palette);
}

int PortMapCanvas::cellAt(int position) const
{
    int cell = std::clamp(static_cast<int>(position / m_cell), 0, kSide - 1);
    while (cell > 0 && edge(cell) > position)
        --cell;
    while (cell < kSide - 1 && edge(cell + 1) <= position)
        ++cell;
    return cell;
}

QRect PortMapCanvas::cellRect(quint16 port) const
{
    const int row = port / kSide;
    const int column = port % kSide;
    return QRect(QPoint(edge(column), edge(row)), QPoint(edge(column + 1) - 1, edge(row + 1) - 1));
}

std::optional<quint16> PortMapCanvas::portAt(QPoint position) const
{
    if (!QRect(0, 0, fullSide(), fullSide()).contains(position))
        return std::nullopt;
    return static_cast<quint16>(cellAt(position.y()) * kSide + cellAt(position.x()));
}

void PortMapCanvas::drawAll(const PortMapData::Looks &looks)
{
    if (m_image.isNull())
        return;
    uchar *bits = m_image.bits();
    const int lastRow = cellAt(m_seen.bottom());
    const int lastColumn = cellAt(m_seen.right());
    for (int row = cellAt(m_seen.top()); row <= lastRow; ++row) {
        for (int column = cellAt(m_seen.left()); column <= lastColumn; ++column) {
            const auto port = static_cast<quint16>(row * kSide + column);
            drawPort(port, looks[port], bits);
        }
    }
}

QRect PortMapCanvas::drawPorts(const PortMapData::Looks &looks, const QList<quint16> &ports)
{
    QRect drawn;
    if (m_image.isNull())
        return drawn;
    uchar *bits = m_image.bits();
    for (const quint16 port : ports)
        drawn |= drawPort(port, looks[port], bits);
    return drawn;
}

QRect PortMapCanvas::drawPort(quint16 port, quint8 look, uchar *bits)
{
    const QRect cell = cellRect(port).translated(-m_seen.topLeft());
    const QRect visible = cell & m_image.rect();
    if (visible.isEmpty())
        return visible;
    const QImage &tile = m_tiles[look];
    constexpr size_t kPixel = sizeof(QRgb);
    const auto left = static_cast<size_t>(visible.left()) * kPixel;
    const auto tileLeft = static_cast<size_t>(visible.left() - cell.left()) * kPixel;
    const auto bytes = static_cast<size_t>(visible.width()) * kPixel;
    for (int y = visible.top(); y <= visible.bottom(); ++y)
        std::memcpy(bits + y * m_image.bytesPerLine() + left,
                    tile.constScanLine(y - cell.top()) + tileLeft, bytes);
    return visible;
}

} // namespace roadstead
