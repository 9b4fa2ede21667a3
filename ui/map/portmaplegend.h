// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/map/portmapdata.h"

#include <QPixmap>
#include <QWidget>

#include <array>

class QLabel;

namespace roadstead {

class PortMapFeed;

/// What the cells of the map mean: colour, shape, word, and how many ports look so. Beside each
/// other as many as there is room for.
class PortMapLegend final : public QWidget
{
    Q_OBJECT

public:
    /// `feed` must outlive this.
    explicit PortMapLegend(const PortMapFeed &feed, QWidget *parent = nullptr);
    ~PortMapLegend() override;
    Q_DISABLE_COPY_MOVE(PortMapLegend)

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawSigns();
    void measure();
    void place();
    void showCounts();
    [[nodiscard]] int columnsFor(int width) const;

    struct Entry
    {
        QLabel *sign = nullptr;
        QLabel *text = nullptr;
    };

    const PortMapFeed &m_feed;
    std::array<Entry, PortMapData::kLooks> m_entries;
    QSize m_entrySize;
    int m_signWidth = 0;
};

} // namespace roadstead
