// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/countchip.h"

#include "ui/words/words.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace roadstead {

namespace {

constexpr int kMargin = 8;
constexpr int kGap = 5;
constexpr int kTick = 12;
constexpr qreal kRadius = 4;

QColor mixed(const QColor &ground, const QColor &tint, qreal part)
{
    return QColor::fromRgbF(static_cast<float>(ground.redF() * (1 - part) + tint.redF() * part),
                            static_cast<float>(ground.greenF() * (1 - part) + tint.greenF() * part),
                            static_cast<float>(ground.blueF() * (1 - part) + tint.blueF() * part));
}

} // namespace

CountChip::CountChip(const QString &word, const IconMaker &makeIcon, QWidget *parent)
    : QAbstractButton(parent)
    , m_word(word)
    , m_makeIcon(makeIcon)
    , m_icon(makeIcon(palette()))
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
    connect(this, &QAbstractButton::toggled, this, &CountChip::describe);
}

CountChip::~CountChip() = default;

void CountChip::setCount(quint64 count)
{
    if (count == m_count)
        return;
    const qsizetype before = text().size();
    m_count = count;
    describe();
    if (text().size() != before)
        updateGeometry();
    update();
}

void CountChip::describe()
{
    setText(tr("%1 %2", "state and count: Open 7").arg(m_word, words::number(m_count)));
    setAccessibleName(text());
    setAccessibleDescription(isChecked() ? tr("Shown in the table") : tr("Hidden in the table"));
}

QSize CountChip::sizeHint() const
{
    const int icon = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const int width =
        2 * kMargin + kTick + 2 * kGap + icon + fontMetrics().horizontalAdvance(text());
    return {width, qMax(icon, fontMetrics().height()) + 9};
}

void CountChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    const int iconSide = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const auto placed = [this](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
    };
    int x = kMargin;
    paintBox(painter, placed(x, kTick));
    x += kTick + kGap;
    m_icon.paint(&painter, placed(x, iconSide), Qt::AlignCenter);
    x += iconSide + kGap;
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(placed(x, width() - x - kMargin + 2),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)
                                      | Qt::AlignVCenter),
                     text());
}

void CountChip::paintGround(QPainter &painter) const
{
    const QColor window = palette().color(QPalette::Window);
    const QColor accent = palette().color(QPalette::Highlight);
    const QColor ink = palette().color(QPalette::WindowText);
    QColor ground = isChecked() ? mixed(window, accent, 0.16) : palette().color(QPalette::Base);
    if (isDown())
        ground = mixed(ground, ink, 0.14);
    else if (underMouse())
        ground = mixed(ground, ink, 0.05);
    const qreal line = isChecked() ? 1.6 : 1.0;
    painter.setPen(QPen(isChecked() ? accent : mixed(window, ink, 0.38), line));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
    if (!hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), kRadius - 2,
                            kRadius - 2);
}

void CountChip::paintBox(QPainter &painter, const QRectF &area) const
{
    const QColor window = palette().color(QPalette::Window);
    const QColor ink = palette().color(QPalette::WindowText);
    const QPointF middle = area.center();
    QRectF box(0, 0, kTick - 1, kTick - 1);
    box.moveCenter(middle);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(QPen(mixed(window, ink, isChecked() ? 0.7 : 0.5), 1));
    painter.drawRoundedRect(box, 2, 2);
    if (!isChecked())
        return;
    QPainterPath tick;
    tick.moveTo(middle + QPointF(-3, 0.2));
    tick.lineTo(middle + QPointF(-0.9, 2.5));
    tick.lineTo(middle + QPointF(3.1, -2.5));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(tick);
}

void CountChip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ControlModifier)) {
        emit onlyThisRequested();
        return;
    }
    QAbstractButton::mousePressEvent(event);
}

void CountChip::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_icon = m_makeIcon(palette());
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void CountChip::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void CountChip::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace roadstead
