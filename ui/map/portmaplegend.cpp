// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/map/portmaplegend.h"

#include "ui/map/portmapcanvas.h"
#include "ui/map/portmapfeed.h"
#include "ui/map/portmaptext.h"
#include "ui/parts/stateicon.h"
#include "ui/words/words.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace roadstead {

namespace {

/// A cell as it is from far away, beside the shape that it has when enlarged.
QPixmap signOf(quint8 look, int side, double ratio, const QPalette &palette)
{
    QPixmap sign(QSizeF((2 * side + side / 4) * ratio, side * ratio).toSize());
    sign.setDevicePixelRatio(ratio);
    sign.fill(Qt::transparent);
    QPainter painter(&sign);
    painter.setPen(palette.color(QPalette::Mid));
    painter.setBrush(mapColor(look, palette));
    painter.drawRect(QRectF(0.5, 0.5, side - 1, side - 1));
    if (look != PortMapData::kNoState)
        stateIcon(static_cast<PortState>(look), palette)
            .paint(&painter, QRect(side + side / 4, 0, side, side));
    return sign;
}

QString textOf(quint8 look, quint32 count)
{
    return PortMapLegend::tr("%1 %2", "state and number of ports: Open 7")
        .arg(lookWord(look), words::number(count));
}

} // namespace

PortMapLegend::PortMapLegend(const PortMapFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
{
    setObjectName(QStringLiteral("portMapLegend"));
    setAccessibleName(tr("Legend"));
    for (Entry &entry : m_entries) {
        entry.sign = new QLabel(this);
        entry.text = new QLabel(this);
        entry.text->setTextFormat(Qt::PlainText);
    }
    // Not Fixed: that would hold it to the hint's height, whatever its width asks for.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    measure();
    connect(&feed, &PortMapFeed::portsChanged, this, &PortMapLegend::showCounts);
    connect(&feed, &PortMapFeed::dataReplaced, this, &PortMapLegend::showCounts);
}

PortMapLegend::~PortMapLegend() = default;

/// For the most that any can show, so that nothing moves while they count.
void PortMapLegend::measure()
{
    const int height = fontMetrics().height();
    m_signWidth = 2 * height + height / 4;
    int widest = 0;
    for (quint8 look = 0; look < PortMapData::kLooks; ++look)
        widest =
            std::max(widest, fontMetrics().horizontalAdvance(textOf(look, PortMapData::kPorts)));
    m_entrySize = QSize(m_signWidth + height / 3 + widest + height, height + height / 4);
    drawSigns();
    showCounts();
    updateGeometry();
    place();
}

void PortMapLegend::drawSigns()
{
    for (quint8 look = 0; look < PortMapData::kLooks; ++look)
        m_entries[look].sign->setPixmap(
            signOf(look, fontMetrics().height(), devicePixelRatioF(), palette()));
}

void PortMapLegend::showCounts()
{
    for (quint8 look = 0; look < PortMapData::kLooks; ++look)
        m_entries[look].text->setText(textOf(look, m_feed.data().portsThatLook(look)));
}

int PortMapLegend::columnsFor(int width) const
{
    return std::clamp(width / m_entrySize.width(), 1, PortMapData::kLooks);
}

int PortMapLegend::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    return (PortMapData::kLooks + columns - 1) / columns * m_entrySize.height();
}

QSize PortMapLegend::sizeHint() const
{
    const int width = 2 * m_entrySize.width(); // no wider than the map itself
    return {width, heightForWidth(width)};
}

QSize PortMapLegend::minimumSizeHint() const
{
    return m_entrySize;
}

void PortMapLegend::place()
{
    const int columns = columnsFor(width());
    const int gap = m_entrySize.height() / 4;
    // A label goes by the direction of its text, which may be another than the window's.
    const auto beside = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    for (int i = 0; i < PortMapData::kLooks; ++i) {
        const QRect all(
            QPoint(i % columns * m_entrySize.width(), i / columns * m_entrySize.height()),
            m_entrySize);
        const QRect sign(all.topLeft(), QSize(m_signWidth, all.height()));
        const QRect text = all.adjusted(m_signWidth + gap, 0, 0, 0);
        const Entry &entry = m_entries[static_cast<size_t>(i)];
        entry.sign->setGeometry(QStyle::visualRect(layoutDirection(), rect(), sign));
        entry.text->setAlignment(beside | Qt::AlignAbsolute | Qt::AlignVCenter);
        entry.text->setGeometry(QStyle::visualRect(layoutDirection(), rect(), text));
    }
}

void PortMapLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void PortMapLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawSigns();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        measure();
}

} // namespace roadstead
