// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/map/portmapfeed.h"
#include "ui/map/portmaptext.h"
#include "ui/map/portmapview.h"
#include "ui/parts/plaintooltip.h"

#include <QApplication>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPinchGesture>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace roadstead {

namespace {

constexpr int kSide = PortMapCanvas::kSide;
constexpr int kLastPort = PortMapData::kPorts - 1;
constexpr int kPageRows = 16;
constexpr int kNotch = 120; ///< of a wheel, in eighths of a degree
constexpr qint64 kDigitsTogether = 1'500; ///< milliseconds within which digits are one number

/// Where a key takes the cursor; the same port if that is beyond the edge, -1 for any other key.
int portAfter(int port, const QKeyEvent &event)
{
    const bool isWhole = event.modifiers().testFlag(Qt::ControlModifier);
    const int column = port % kSide;
    switch (event.key()) {
    case Qt::Key_Left:
        return std::max(0, port - 1);
    case Qt::Key_Right:
        return std::min(kLastPort, port + 1);
    case Qt::Key_Up:
        return port >= kSide ? port - kSide : port;
    case Qt::Key_Down:
        return port + kSide <= kLastPort ? port + kSide : port;
    case Qt::Key_Home:
        return isWhole ? 0 : port - column;
    case Qt::Key_End:
        return isWhole ? kLastPort : port - column + kSide - 1;
    case Qt::Key_PageUp:
        return port >= kPageRows * kSide ? port - kPageRows * kSide : column;
    case Qt::Key_PageDown:
        return port + kPageRows * kSide <= kLastPort ? port + kPageRows * kSide
                                                     : kLastPort - kSide + 1 + column;
    default:
        return -1;
    }
}

bool isPlain(const QKeyEvent &event)
{
    return (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
}

} // namespace

bool PortMapView::event(QEvent *event)
{
    // Before a window's shortcuts take the digits or Enter.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &keys = *static_cast<QKeyEvent *>(event);
        const bool isOurs = !keys.text().isEmpty()
                            && (keys.text().front().isDigit() || keys.key() == Qt::Key_Return
                                || keys.key() == Qt::Key_Enter || keys.key() == Qt::Key_Plus
                                || keys.key() == Qt::Key_Minus);
        if (isOurs && isPlain(keys)) {
            event->accept();
            return true;
        }
    }
    const bool isDone = QAbstractScrollArea::event(event);
    if (event->type() == QEvent::ScreenChangeInternal)
        layOut(); // another screen may have other pixels
    return isDone;
}

void PortMapView::keyPressEvent(QKeyEvent *event)
{
    if (moveByKey(*event) || (isPlain(*event) && (typeDigit(*event) || zoomByKey(*event))))
        return;
    if (isPlain(*event) && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        m_typed.clear();
        emit portActivated(m_port);
        return;
    }
    event->ignore(); // the scroll area would take keys that it does nothing with
}

bool PortMapView::moveByKey(const QKeyEvent &event)
{
    constexpr auto kOthers = Qt::AltModifier | Qt::MetaModifier | Qt::ShiftModifier;
    const int port = (event.modifiers() & kOthers) != 0 ? -1 : portAfter(m_port, event);
    if (port < 0)
        return false;
    m_typed.clear();
    setPort(static_cast<quint16>(port));
    return true;
}

/// Digits that follow each other soon are one port; a number does not begin with 0, which zooms.
bool PortMapView::typeDigit(const QKeyEvent &event)
{
    const bool isLate = !m_sinceTyped.isValid() || m_sinceTyped.elapsed() > kDigitsTogether;
    if (isLate)
        m_typed.clear();
    const int digit = event.key() - Qt::Key_0;
    if (digit < 0 || digit > 9 || (digit == 0 && m_typed.isEmpty()))
        return false;
    const QString longer = m_typed + QString::number(digit);
    if (longer.toInt() <= kLastPort)
        m_typed = longer;
    else if (digit > 0)
        m_typed = QString::number(digit);
    else
        return true; // 655360 is no port, and 0 begins none
    m_sinceTyped.start();
    setPort(static_cast<quint16>(m_typed.toInt()));
    return true;
}

bool PortMapView::zoomByKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        zoomToFit();
        return true;
    default:
        return false;
    }
}

void PortMapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return event->ignore();
    m_typed.clear();
    m_pressedAt = event->position().toPoint();
    m_pressedOrigin = origin();
    m_isPanning = event->button() == Qt::MiddleButton;
}

void PortMapView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressedAt)
        return;
    const QPoint moved = event->position().toPoint() - *m_pressedAt;
    if (!m_isPanning && moved.manhattanLength() < QApplication::startDragDistance())
        return;
    m_isPanning = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    const QPoint wanted = m_pressedOrigin - (QPointF(moved) * pixelRatio()).toPoint();
    horizontalScrollBar()->setValue(wanted.x());
    verticalScrollBar()->setValue(wanted.y());
}

void PortMapView::mouseReleaseEvent(QMouseEvent *event)
{
    viewport()->unsetCursor();
    const bool isClick = m_pressedAt && !m_isPanning && event->button() == Qt::LeftButton;
    m_pressedAt.reset();
    m_isPanning = false;
    const auto port = portAt(event->position().toPoint());
    if (!isClick || !port)
        return;
    setPort(*port);
    emit portActivated(*port);
}

void PortMapView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    event->accept();
    m_wheel += event->angleDelta().y();
    while (std::abs(m_wheel) >= kNotch) {
        const bool isIn = m_wheel > 0;
        m_wheel += isIn ? -kNotch : kNotch;
        zoomStep(isIn, event->position().toPoint());
    }
}

void PortMapView::pinch(QGestureEvent *event)
{
    auto *gesture = static_cast<QPinchGesture *>(event->gesture(Qt::PinchGesture));
    if (gesture == nullptr)
        return;
    event->accept(gesture);
    constexpr qreal kStep = 1.3;
    if (gesture->state() == Qt::GestureStarted)
        m_pinch = 1;
    m_pinch *= gesture->scaleFactor();
    const bool isIn = m_pinch > 1;
    if (m_pinch < kStep && m_pinch > 1 / kStep)
        return;
    m_pinch = 1;
    zoomStep(isIn, viewport()->mapFromGlobal(gesture->hotSpot().toPoint()));
}

bool PortMapView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::Gesture) {
        pinch(static_cast<QGestureEvent *>(event));
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void PortMapView::showToolTip(QPoint position, QPoint globalPosition)
{
    const auto port = portAt(position);
    if (!port) {
        QToolTip::hideText();
        return;
    }
    // Of that cell alone: on the next one it has to be another.
    QToolTip::showText(globalPosition,
                       plainToolTip(portMapShownText(m_feed.data(), *port, m_catalogue)),
                       viewport(), cellArea(*port));
}

void PortMapView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PortMapView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_typed.clear();
    viewport()->update();
}

} // namespace roadstead
