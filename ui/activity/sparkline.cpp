// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/sparkline.h"

#include "ui/parts/plaintooltip.h"
#include "ui/words/words.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr auto kShown = 60s;
constexpr auto kSlot = 500ms; ///< one sample each
static_assert(kShown / kSlot == Sparkline::kMostSamples);

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("sparkline"));
    setAccessibleName(tr("Rate of the last minute"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Sparkline::~Sparkline() = default;

QSize Sparkline::sizeHint() const
{
    const int height = fontMetrics().height();
    return {height * 15 / 4, height}; // 60 x 16
}

void Sparkline::setProgress(const ScanProgress &progress)
{
    if (!m_samples.isEmpty() && progress.elapsed < m_samples.last().at)
        clear(); // another scan
    const Sample sample{progress.elapsed, std::max(0.0, progress.probesPerSecond),
                        static_cast<double>(std::max(0, progress.inFlight))};
    const bool isSameSlot =
        !m_samples.isEmpty() && m_samples.last().at / kSlot == sample.at / kSlot;
    if (isSameSlot)
        m_samples.last() = sample;
    else
        m_samples.append(sample);
    while (m_samples.size() > kMostSamples || m_samples.first().at + kShown < sample.at)
        m_samples.removeFirst();
    update();
    if (!accessibleDescription().isEmpty() && sample.at < m_describedAt + 1s)
        return; // who listens hears a figure to its end
    m_describedAt = sample.at;
    setAccessibleDescription(inWords());
}

void Sparkline::clear()
{
    m_samples.clear();
    m_describedAt = 0ms;
    setAccessibleDescription({});
    update();
}

QString Sparkline::inWords() const
{
    if (m_samples.isEmpty())
        return {};
    const auto rate = static_cast<quint64>(std::llround(m_samples.last().rate));
    const auto inFlight = static_cast<quint64>(m_samples.last().inFlight);
    return tr("%1, %2", "4,630 connections a second, 1,200 in flight")
        .arg(tr("%1 connection(s) a second", nullptr, words::pluralNumber(rate))
                 .arg(words::number(rate)),
             tr("%1 in flight", nullptr, words::pluralNumber(inFlight))
                 .arg(words::number(inFlight)));
}

/// The newest at the right edge; a figure's most at the top.
QPolygonF Sparkline::lineOf(double Sample::*figure) const
{
    double most = 0;
    for (const Sample &sample : m_samples)
        most = std::max(most, sample.*figure);
    QPolygonF line;
    const double bottom = height() - 1.5;
    const auto end = m_samples.last().at;
    for (const Sample &sample : m_samples) {
        const double age = std::chrono::duration<double>(end - sample.at) / kShown;
        const double part = most > 0 ? sample.*figure / most : 0;
        line.append(QPointF((width() - 1.5) * (1 - age), bottom - part * (bottom - 1.5)));
    }
    return line;
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_samples.size() < 2)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPolygonF rate = lineOf(&Sample::rate);
    QColor accent = palette().color(QPalette::Highlight);
    QPolygonF ground = rate;
    ground.append(QPointF(rate.last().x(), height()));
    ground.append(QPointF(rate.first().x(), height()));
    QColor pale = accent;
    pale.setAlphaF(0.2F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pale);
    painter.drawPolygon(ground);
    painter.setBrush(Qt::NoBrush);
    QColor faint = palette().color(QPalette::WindowText);
    faint.setAlphaF(0.55F);
    painter.setPen(QPen(faint, 1));
    painter.drawPolyline(lineOf(&Sample::inFlight));
    painter.setPen(QPen(accent, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(rate);
}

bool Sparkline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), plainToolTip(inWords()), this);
    return true;
}

void Sparkline::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace roadstead
