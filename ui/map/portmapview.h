// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/map/portmapcanvas.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>

class QGestureEvent;
class QPainter;

namespace roadstead {

class PortCatalogue;
class PortMapFeed;

/// The 65,536 ports as 256 rows of 256 cells, live: only cells that change are drawn anew. Zooms
/// from all of it (0) to sixteen pixels a cell (+, -, Ctrl and wheel, pinching), where each cell
/// has its state's shape. A cell has the cursor: arrow keys, Home and End within the row (with Ctrl
/// of the picture), Page Up and Page Down, or the digits of a port. What is under the cursor is the
/// accessible description, so that screen readers say it. Always from left to right, as numbers
/// are.
class PortMapView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Both must outlive this.
    PortMapView(const PortMapFeed &feed, const PortCatalogue &catalogue, QWidget *parent = nullptr);
    ~PortMapView() override;
    Q_DISABLE_COPY_MOVE(PortMapView)

    [[nodiscard]] quint16 port() const { return m_port; }
    /// Moves the cursor there and shows it.
    void setPort(quint16 port);
    [[nodiscard]] const PortMapCanvas &canvas() const { return m_canvas; }
    /// Where a port's cell is in the viewport; may be outside of it.
    [[nodiscard]] QRect cellArea(quint16 port) const;
    [[nodiscard]] std::optional<quint16> portAt(QPoint viewportPosition) const;
    /// All of the picture is as large as there is room for.
    [[nodiscard]] bool isFitted() const { return m_zoom == 0; }
    [[nodiscard]] bool canZoomIn() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    void zoomIn();
    void zoomOut();
    void zoomToFit();

signals:
    /// Enter, or a click on the cell.
    void portActivated(quint16 port);
    /// The cursor is on another port, or more is known of it.
    void currentTextChanged(const QString &text);
    void zoomChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] double pixelRatio() const { return devicePixelRatioF(); }
    [[nodiscard]] QRect pictureArea() const;
    [[nodiscard]] double fittingCell() const;
    [[nodiscard]] double cellOf(int zoom) const;
    [[nodiscard]] QPoint origin() const;
    /// Of the viewport: where the part of the picture that is seen begins.
    [[nodiscard]] QPoint pictureCorner() const;
    void setUpBars();
    void layOut();
    void zoomStep(bool isIn, QPoint anchor);
    void zoomTo(int zoom, QPoint anchor);
    void redraw();
    void onPortsChanged(const QList<quint16> &ports);
    void onDataReplaced();
    void tellCurrent(bool isMoved);
    void showCell(quint16 port);

    void paintScales(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;

    bool moveByKey(const QKeyEvent &event);
    bool zoomByKey(const QKeyEvent &event);
    bool typeDigit(const QKeyEvent &event);
    void showToolTip(QPoint position, QPoint globalPosition);
    void pinch(QGestureEvent *event);

    const PortMapFeed &m_feed;
    const PortCatalogue &m_catalogue;
    PortMapCanvas m_canvas;
    quint16 m_port = 0;
    int m_zoom = 0; ///< index of a cell's size, 0: fitted
    bool m_isLayingOut = false;
    quint8 m_toldLook = PortMapData::kNoState; ///< to screen readers
    QString m_typed; ///< digits of a port
    QElapsedTimer m_sinceTyped;
    int m_wheel = 0; ///< eighths of a degree not used yet
    qreal m_pinch = 1;
    std::optional<QPoint> m_pressedAt;
    QPoint m_pressedOrigin;
    bool m_isPanning = false;
};

} // namespace roadstead
