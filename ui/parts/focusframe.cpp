// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Painted into the frame that is there, after it. A widget laid over the view would make every
// scrolling paint all of it anew.

#include "ui/parts/focusframe.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QPainter>

namespace roadstead {

namespace {

/// The highlight alone has too little contrast to a dark window.
QColor ringColor(const QPalette &palette)
{
    const QColor accent = palette.color(QPalette::Active, QPalette::Highlight);
    const QColor ink = palette.color(QPalette::Active, QPalette::WindowText);
    constexpr int kParts = 10;
    constexpr int kInk = 3;
    const auto mixed = [](int a, int b) { return (a * (kParts - kInk) + b * kInk) / kParts; };
    return {mixed(accent.red(), ink.red()), mixed(accent.green(), ink.green()),
            mixed(accent.blue(), ink.blue())};
}

} // namespace

FocusFrame::FocusFrame(QAbstractScrollArea *area)
    : QObject(area)
    , m_area(area)
{
    area->installEventFilter(this);
}

FocusFrame::~FocusFrame() = default;

bool FocusFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        m_area->update();
    if (event->type() != QEvent::Paint || !m_area->hasFocus())
        return QObject::eventFilter(watched, event);
    watched->event(event);
    paint();
    return true;
}

void FocusFrame::paint() const
{
    QPainter painter(m_area);
    const int width = m_area->frameWidth();
    const qreal inset = width / 2.0;
    painter.setPen(
        QPen(ringColor(m_area->palette()), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(QRectF(m_area->rect()).adjusted(inset, inset, -inset, -inset));
}

} // namespace roadstead
