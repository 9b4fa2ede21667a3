// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is seen: geometry, zoom, painting. Keys and mouse are in portmapview_input.cpp. The picture
// counts in device pixels, so that cells stay even at any scaling; Qt's events count in its own.

#include "ui/map/portmapview.h"

#include "ui/map/portmapfeed.h"
#include "ui/map/portmaptext.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace roadstead {

namespace {

constexpr std::array kZooms{0, 2, 3, 4, 6, 8, 12, 16}; ///< pixels a cell before scaling; 0: fitted
constexpr int kAir = 4;

/// A picture to screen readers; a scroll area would be taken for layout and passed over.
QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<PortMapView *>(object);
    return view == nullptr ? nullptr : new QAccessibleWidget(view, QAccessible::Graphic);
}

void installAccessible()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    static_cast<void>(isInstalled);
}

} // namespace

PortMapView::PortMapView(const PortMapFeed &feed, const PortCatalogue &catalogue, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_feed(feed)
    , m_catalogue(catalogue)
{
    installAccessible();
    setObjectName(QStringLiteral("portMapView"));
    setAccessibleName(tr("Port map"));
    setFrameShape(NoFrame);
    setLayoutDirection(Qt::LeftToRight);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->grabGesture(Qt::PinchGesture);
    m_canvas.setPalette(palette());
    connect(&feed, &PortMapFeed::portsChanged, this, &PortMapView::onPortsChanged);
    connect(&feed, &PortMapFeed::dataReplaced, this, &PortMapView::onDataReplaced);
    tellCurrent(true);
}

PortMapView::~PortMapView() = default;

QSize PortMapView::sizeHint() const
{
    return minimumSizeHint(); // what is more is the table's, until somebody pulls
}

QSize PortMapView::minimumSizeHint() const
{
    const QPoint scales = pictureArea().topLeft();
    return {scales.x() + PortMapCanvas::kSide + kAir, scales.y() + PortMapCanvas::kSide + kAir};
}

/// Of the viewport: right of and below the scales.
QRect PortMapView::pictureArea() const
{
    const int left = fontMetrics().horizontalAdvance(QStringLiteral("65280")) + 2 * kAir;
    const int top = fontMetrics().height() + kAir;
    return viewport()->rect().adjusted(left, top, -kAir, -kAir);
}

double PortMapView::fittingCell() const
{
    // With the scroll bars' room: else a bar that comes makes the picture smaller, and goes.
    const QSize room = maximumViewportSize() - viewport()->size() + pictureArea().size();
    const double cell = std::min(room.width(), room.height()) * pixelRatio() / PortMapCanvas::kSide;
    return cell < PortMapCanvas::kMarkFrom ? std::max(1.0, cell) : std::floor(cell);
}

double PortMapView::cellOf(int zoom) const
{
    const int side = kZooms.at(static_cast<size_t>(zoom));
    return side == 0 ? fittingCell() : std::round(side * pixelRatio());
}

QPoint PortMapView::origin() const
{
    return QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value());
}

QPoint PortMapView::pictureCorner() const
{
    const QRect area = pictureArea();
    const int width = static_cast<int>(m_canvas.seen().width() / pixelRatio());
    return area.topLeft() + QPoint(std::max(0, (area.width() - width) / 2), 0);
}

/// In device pixels. Twice, because a bar that comes makes less room for the other.
void PortMapView::setUpBars()
{
    const double cell = cellOf(m_zoom);
    const int full = static_cast<int>(cell * PortMapCanvas::kSide + 1e-6);
    const auto setUp = [full, cell](QScrollBar *bar, double page) {
        bar->setRange(0, std::max(0, full - static_cast<int>(page)));
        bar->setPageStep(std::max(1, static_cast<int>(page)));
        bar->setSingleStep(std::max(1, static_cast<int>(cell) * 4));
    };
    for (int round = 0; round < 2; ++round) {
        setUp(horizontalScrollBar(), pictureArea().width() * pixelRatio());
        setUp(verticalScrollBar(), pictureArea().height() * pixelRatio());
    }
}

/// After a change of zoom or size: the scroll bars, then the part that is seen.
void PortMapView::layOut()
{
    if (m_isLayingOut)
        return;
    m_isLayingOut = true; // bars that come and go resize the viewport, and scroll
    setUpBars();
    m_isLayingOut = false;
    const double cell = cellOf(m_zoom);
    const int full = static_cast<int>(cell * PortMapCanvas::kSide + 1e-6);
    const QSize room(static_cast<int>(pictureArea().width() * pixelRatio()),
                     static_cast<int>(pictureArea().height() * pixelRatio()));
    const QSize seen(std::clamp(room.width(), 0, full), std::clamp(room.height(), 0, full));
    m_canvas.setView(cell, QRect(origin(), seen));
    redraw();
}

void PortMapView::redraw()
{
    m_canvas.drawAll(m_feed.data().looks());
    viewport()->update();
}

bool PortMapView::canZoomIn() const
{
    return m_canvas.cell() < std::round(kZooms.back() * pixelRatio());
}

void PortMapView::zoomIn()
{
    zoomStep(true, cellArea(m_port).center());
}

void PortMapView::zoomOut()
{
    zoomStep(false, cellArea(m_port).center());
}

void PortMapView::zoomStep(bool isIn, QPoint anchor)
{
    const int count = static_cast<int>(kZooms.size());
    const double fitting = fittingCell();
    int found = isIn ? m_zoom : 0;
    for (int zoom = 1; zoom < count; ++zoom) {
        const double cell = cellOf(zoom);
        if (isIn && cell > m_canvas.cell())
            return zoomTo(zoom, anchor);
        if (!isIn && cell < m_canvas.cell() && cell > fitting)
            found = zoom; // the last such is the next smaller
    }
    zoomTo(found, anchor);
}

void PortMapView::zoomToFit()
{
    zoomTo(0, {});
}

/// What is at `anchor` in the viewport stays there, as far as the picture's edges let it.
void PortMapView::zoomTo(int zoom, QPoint anchor)
{
    if (zoom == m_zoom)
        return;
    const QPointF within = QPointF(anchor - pictureCorner()) * pixelRatio();
    const QPointF cells = (within + QPointF(origin())) / m_canvas.cell();
    m_zoom = zoom;
    const QPointF wanted = cells * cellOf(zoom) - within;
    m_isLayingOut = true; // drawn once, at the end
    setUpBars();
    horizontalScrollBar()->setValue(qRound(wanted.x()));
    verticalScrollBar()->setValue(qRound(wanted.y()));
    m_isLayingOut = false;
    layOut();
    emit zoomChanged();
}

QRect PortMapView::cellArea(quint16 port) const
{
    const QRectF cell = QRectF(m_canvas.cellRect(port).translated(-m_canvas.seen().topLeft()));
    const double ratio = pixelRatio();
    return QRectF(QPointF(pictureCorner()) + cell.topLeft() / ratio, cell.size() / ratio)
        .toAlignedRect();
}

std::optional<quint16> PortMapView::portAt(QPoint viewportPosition) const
{
    const QPointF within = QPointF(viewportPosition - pictureCorner()) * pixelRatio();
    const QPoint pixel(static_cast<int>(std::floor(within.x())),
                       static_cast<int>(std::floor(within.y())));
    if (!QRect(QPoint(0, 0), m_canvas.seen().size()).contains(pixel))
        return std::nullopt;
    return m_canvas.portAt(pixel + m_canvas.seen().topLeft());
}

void PortMapView::setPort(quint16 port)
{
    if (port == m_port) {
        showCell(port);
        return;
    }
    m_port = port;
    showCell(port);
    viewport()->update();
    tellCurrent(true);
}

void PortMapView::showCell(quint16 port)
{
    const QRect cell = m_canvas.cellRect(port);
    const auto show = [](QScrollBar *bar, int begin, int end, int air) {
        if (begin - air < bar->value())
            bar->setValue(begin - air);
        else if (end + air > bar->value() + bar->pageStep())
            bar->setValue(end + air - bar->pageStep());
    };
    const int air = static_cast<int>(m_canvas.cell() * 2);
    show(horizontalScrollBar(), cell.left(), cell.right() + 1, air);
    show(verticalScrollBar(), cell.top(), cell.bottom() + 1, air);
}

void PortMapView::onPortsChanged(const QList<quint16> &ports)
{
    const QRect drawn = m_canvas.drawPorts(m_feed.data().looks(), ports);
    const double ratio = pixelRatio();
    const QRectF area(QPointF(pictureCorner()) + QPointF(drawn.topLeft()) / ratio,
                      QSizeF(drawn.size()) / ratio);
    if (!drawn.isEmpty())
        viewport()->update(area.toAlignedRect());
    if (ports.contains(m_port))
        tellCurrent(false);
}

void PortMapView::onDataReplaced()
{
    redraw();
    tellCurrent(true);
}

/// A screen reader says every change of the description: counts that go up all the time are none
/// worth saying.
void PortMapView::tellCurrent(bool isMoved)
{
    const quint8 look = m_feed.data().look(m_port);
    if (isMoved || look != m_toldLook) {
        m_toldLook = look;
        setAccessibleDescription(portMapText(m_feed.data(), m_port, m_catalogue));
    }
    emit currentTextChanged(portMapShownText(m_feed.data(), m_port, m_catalogue));
}

void PortMapView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    paintScales(painter);
    const QPoint corner = pictureCorner();
    QImage picture = m_canvas.image();
    if (picture.isNull())
        return;
    picture.setDevicePixelRatio(pixelRatio());
    painter.drawImage(corner, picture);
    painter.setPen(palette().color(QPalette::Mid));
    const QSizeF size = QSizeF(m_canvas.seen().size()) / pixelRatio();
    painter.drawRect(QRectF(QPointF(corner), size).adjusted(-0.5, -0.5, 0.5, 0.5));
    paintCursor(painter);
}

/// Which ports begin a row, and what a column adds to that, as many as there is room for.
void PortMapView::paintScales(QPainter &painter) const
{
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setLayoutDirection(Qt::LeftToRight); // else a right-to-left desktop has "136+"
    const QPoint corner = pictureCorner();
    const QRect area = pictureArea();
    const QFontMetrics metrics = fontMetrics();
    const double cell = m_canvas.cell() / pixelRatio();
    const auto stepFor = [cell](int room) {
        int step = 1;
        while (step < PortMapCanvas::kSide && step * cell < room)
            step *= 2;
        return step;
    };
    const int rows = stepFor(metrics.height() * 5 / 4);
    const int wide = metrics.horizontalAdvance(QStringLiteral("+240"));
    for (int row = 0; row < PortMapCanvas::kSide; row += rows) {
        const QRect place = cellArea(static_cast<quint16>(row * PortMapCanvas::kSide));
        const int middle = std::max(place.center().y(), place.top());
        if (middle < area.top() || middle > area.bottom())
            continue;
        painter.drawText(QRect(corner.x() - area.left(), middle - metrics.height() / 2,
                               area.left() - kAir, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(row * PortMapCanvas::kSide));
    }
    const int columns = stepFor(wide + 2 * kAir);
    for (int column = 0; column < PortMapCanvas::kSide; column += columns) {
        const QRect place = cellArea(static_cast<quint16>(column));
        const int middle = place.center().x();
        if (middle < corner.x() || middle > area.right() - wide / 2)
            continue;
        painter.drawText(QRect(middle - wide, 0, 2 * wide, area.top() - kAir / 2),
                         Qt::AlignHCenter | Qt::AlignVCenter,
                         QLatin1Char('+') + QString::number(column));
    }
}

/// A ring around the cell, light and dark so that it is seen on every ground, and never so small
/// that it is lost.
void PortMapView::paintCursor(QPainter &painter) const
{
    constexpr double kLeast = 7;
    const QRect cell = cellArea(m_port);
    const double side = std::max<double>(kLeast, std::max(cell.width(), cell.height()));
    QRectF ring(0, 0, side + 3, side + 3);
    ring.moveCenter(QRectF(cell).center());
    painter.setClipRect(QRectF(pictureCorner(), QSizeF(m_canvas.seen().size()) / pixelRatio())
                            .adjusted(-kAir, -kAir, kAir, kAir));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const double wide = hasFocus() ? 2.5 : 1.5;
    painter.setPen(QPen(palette().color(QPalette::Base), wide + 2.5));
    painter.drawRoundedRect(ring, 2, 2);
    painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Text), wide));
    painter.drawRoundedRect(ring, 2, 2);
}

void PortMapView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    emit zoomChanged();
}

void PortMapView::scrollContentsBy(int, int)
{
    if (m_isLayingOut)
        return;
    m_canvas.setView(m_canvas.cell(), QRect(origin(), m_canvas.seen().size()));
    redraw();
}

void PortMapView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_canvas.setPalette(palette());
        redraw();
    } else if (event->type() == QEvent::FontChange) {
        layOut();
        updateGeometry();
    }
}

} // namespace roadstead
