// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/map/portmapdata.h"

#include <QColor>
#include <QImage>
#include <QPalette>
#include <QRect>

#include <optional>

namespace roadstead {

/// The colour of a port that looks so where a cell is too small for more. Told apart by lightness
/// too: what a person looks for stands out, Closed and Filtered are paler than Open.
[[nodiscard]] QColor mapColor(quint8 look, const QPalette &palette);
/// One cell: from four pixels on a mark that needs no colour (the more matters, the larger), from
/// twelve on the state's shape. GUI thread only.
[[nodiscard]] QImage mapTile(quint8 look, int side, const QPalette &palette);

/// The picture of 256 rows of 256 ports, or the part of it that is seen: an image of its own, in
/// which single cells are drawn anew. All sizes are device pixels.
class PortMapCanvas
{
public:
    static constexpr int kSide = 256; ///< cells in a row, and rows
    static constexpr int kMarkFrom = 4; ///< pixels a cell; below, a cell is no whole number of them

    /// Everything has to be drawn again after either.
    void setPalette(const QPalette &palette);
    /// `cell`: pixels a cell, at least 1. `seen`: the part of the whole picture that is shown.
    void setView(double cell, const QRect &seen);

    [[nodiscard]] double cell() const { return m_cell; }
    /// Pixels of the whole picture from edge to edge.
    [[nodiscard]] int fullSide() const { return edge(kSide); }
    [[nodiscard]] const QRect &seen() const { return m_seen; }
    /// The part that is seen.
    [[nodiscard]] const QImage &image() const { return m_image; }

    void drawAll(const PortMapData::Looks &looks);
    /// Returns what of image() is different now.
    QRect drawPorts(const PortMapData::Looks &looks, const QList<quint16> &ports);

    /// Within the whole picture.
    [[nodiscard]] QRect cellRect(quint16 port) const;
    [[nodiscard]] std::optional<quint16> portAt(QPoint position) const;

private:
    [[nodiscard]] int edge(int cells) const { return static_cast<int>(cells * m_cell + 1e-6); }
    [[nodiscard]] int cellAt(int position) const;
    void makeTiles();
    QRect drawPort(quint16 port, quint8 look, uchar *bits);

    QPalette m_palette;
    double m_cell = 1;
    QRect m_seen;
    QImage m_image;
    std::array<QImage, PortMapData::kLooks> m_tiles;
};

} // namespace roadstead
