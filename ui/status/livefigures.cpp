// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/livefigures.h"

#include "ui/parts/elidedlabel.h"
#include "ui/parts/plaintooltip.h"
#include "ui/words/explain.h"
#include "ui/words/pacewords.h"
#include "ui/words/words.h"

#include <QHBoxLayout>

#include <algorithm>
#include <cmath>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

/// Estimates change a little all the time: shown oftener, they could not be read.
constexpr auto kPathInterval = 500ms;

QString rateText(double perSecond)
{
    return LiveFigures::tr("%1/s", "ports per second")
        .arg(words::number(static_cast<quint64>(std::max(0.0, std::round(perSecond)))));
}

QString inFlightText(int count)
{
    return LiveFigures::tr("%1 in flight").arg(words::number(static_cast<quint64>(count)));
}

QString rttText(std::chrono::microseconds rtt)
{
    return LiveFigures::tr("round trip %1 ms").arg(words::milliseconds(rtt));
}

QString limitText(ScanLimit limit)
{
    return limit == ScanLimit::None ? QString()
                                    : LiveFigures::tr("limited by: %1", "the path, open files, ...")
                                          .arg(words::of(limit));
}

QStringList allLimits()
{
    QStringList texts;
    for (const ScanLimit limit :
         {ScanLimit::Path, ScanLimit::Descriptors, ScanLimit::InFlight, ScanLimit::Rate})
        texts += limitText(limit);
    return texts;
}

} // namespace

LiveFigures::LiveFigures(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("liveFigures"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().averageCharWidth() * 2);
    const auto add = [row](const char *name, const QStringList &widest) {
        auto *label = new ElidedLabel;
        label->setObjectName(QLatin1String(name));
        label->setRoomFor(widest);
        row->addWidget(label);
        return label;
    };
    constexpr double kMostRate = 88'888; // wide digits
    m_rate = add("rateFigure", {rateText(kMostRate)});
    m_inFlight = add("inFlightFigure", {inFlightText(88'888)});
    m_rtt = add("rttFigure", {rttText(88'800us), rttText(8'888ms)});
    m_loss = add("lossFigure", {words::lossOf(0), words::lossOf(0.088)});
    m_limit = add("limitFigure", allLimits());
    row->addStretch(1);
}

void LiveFigures::clear()
{
    m_shown = {};
    m_limitSeen = ScanLimit::None;
    m_pathShownAt.reset();
    for (ElidedLabel *label : {m_rate, m_inFlight, m_rtt, m_loss, m_limit})
        label->clear();
}

void LiveFigures::setProgress(const ScanProgress &progress)
{
    m_rate->setText(rateText(progress.probesPerSecond));
    m_inFlight->setText(inFlightText(progress.inFlight));
    m_shown = progress;
    if (progress.limit != ScanLimit::None)
        m_limitSeen = progress.limit;
    if (m_pathShownAt && progress.elapsed < *m_pathShownAt + kPathInterval)
        return;
    m_pathShownAt = progress.elapsed;
    showPath();
    showLimit();
    m_limitSeen = ScanLimit::None;
}

void LiveFigures::showPath()
{
    if (m_shown.rtt.count() == 0)
        return; // what was known of it before is still the best guess
    m_rtt->setText(rttText(m_shown.rtt));
    m_loss->setText(words::lossOf(m_shown.loss));
}

void LiveFigures::showLimit()
{
    m_limit->setText(limitText(m_limitSeen));
    m_limit->setAccessibleDescription(words::meaning(m_limitSeen));
    m_limit->setExplanation(words::meaning(m_limitSeen));
}

void LiveFigures::setFinished(const ScanSummary &summary)
{
    m_limitSeen = ScanLimit::None;
    showLimit();
    const double seconds = std::chrono::duration<double>(summary.elapsed).count();
    m_rate->setText(seconds > 0 ? rateText(static_cast<double>(summary.done) / seconds)
                                : QString());
    m_inFlight->setText(seconds > 0 ? tr("on average", "after 2,335/s") : QString());
}

} // namespace roadstead
