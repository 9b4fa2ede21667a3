// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/elidedlabel.h"

#include "ui/parts/plaintooltip.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace roadstead {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setRoomFor(const QStringList &texts)
{
    m_roomFor = texts;
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    QSize size = QLabel::sizeHint();
    for (const QString &text : m_roomFor)
        size.setWidth(qMax(size.width(), fontMetrics().horizontalAdvance(text) + 2));
    return size;
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect area = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, area.width());
    // As QLabel does it: the text's own direction, not the window's, or numbers in a sentence
    // change places.
    const int direction =
        shown.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
    const auto aligned = static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment()));
    style()->drawItemText(&painter, area, aligned | direction, palette(), isEnabled(), shown,
                          foregroundRole());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QLabel::event(event);
    const bool isCut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
    QStringList lines;
    if (isCut)
        lines += text();
    if (!m_explanation.isEmpty())
        lines += m_explanation;
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                       lines.isEmpty() ? QString() : plainToolTip(lines.join(u'\n')), this);
    return true;
}

} // namespace roadstead
