// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/scanfooter.h"

#include "ui/parts/elidedlabel.h"
#include "ui/parts/plaintooltip.h"
#include "ui/status/livefigures.h"
#include "ui/words/pacewords.h"
#include "ui/words/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QTimer>

#include <utility>

namespace roadstead {

namespace {

using namespace std::chrono_literals;

constexpr int kSpacing = 10;
constexpr auto kPatience = 500ms; ///< whatever takes less would only flicker
constexpr int kSlack = 16; ///< between the two texts

/// Whole seconds; words::duration's hundredths would flicker while a scan runs.
QString wholeSeconds(std::chrono::milliseconds time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    return seconds < 60s ? ScanFooter::tr("%1 s", "seconds").arg(seconds.count())
                         : words::duration(seconds);
}

QString wordFor(ViewWork work)
{
    switch (work) {
    case ViewWork::None:
        break;
    case ViewWork::Filtering:
        return ScanFooter::tr("Filtering…");
    case ViewWork::Sorting:
        return ScanFooter::tr("Sorting…");
    }
    return {};
}

QString separator()
{
    return QStringLiteral(" · ");
}

/// "65,525 closed": the state's word as it stands within a sentence.
QString countOf(PortState state, quint64 count)
{
    const QString number = words::number(count);
    switch (state) {
    case PortState::Open:
        return ScanFooter::tr("%1 open").arg(number);
    case PortState::Unknown:
        return ScanFooter::tr("%1 unknown").arg(number);
    case PortState::Closed:
        return ScanFooter::tr("%1 closed").arg(number);
    case PortState::Filtered:
        return ScanFooter::tr("%1 filtered").arg(number);
    }
    return {};
}

} // namespace

ScanFooter::ScanFooter(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("scanFooter"));
    setupUi();
}

void ScanFooter::setupUi()
{
    m_bar = new QProgressBar;
    m_bar->setObjectName(QStringLiteral("progressBar"));
    m_bar->setAccessibleName(tr("Progress of the scan"));
    m_bar->setFixedWidth(fontMetrics().averageCharWidth() * 20);
    m_bar->setRange(0, 100);
    // Isolated (U+2066 U+2069): a right-to-left window would show "% 45".
    m_bar->setFormat(u'\u2066' + tr("%p %") + u'\u2069');
    setPlainToolTip(m_bar, tr("A port that was tried and has not answered so far counts as "
                              "half done. Its verdict comes when its host is done."));
    m_bar->hide();
    m_progressText = new ElidedLabel;
    m_progressText->setObjectName(QStringLiteral("progressText"));
    m_progressText->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_shownText = new ElidedLabel;
    m_shownText->setObjectName(QStringLiteral("shownText"));
    m_shownText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_figures = new LiveFigures;
    m_line = new QHBoxLayout;
    m_line->setSpacing(kSpacing);
    m_line->addWidget(m_bar);
    m_line->addWidget(m_progressText, 1);
    m_line->addWidget(m_shownText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(m_line);
    column->addWidget(m_figures);
    m_patience = new QTimer(this);
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatience);
    connect(m_patience, &QTimer::timeout, this, &ScanFooter::fitShownText);
    keepRoomForBar();
}

/// Taller than the text, it would move the table when it comes and goes.
void ScanFooter::keepRoomForBar()
{
    m_progressText->setMinimumHeight(m_bar->sizeHint().height());
}

void ScanFooter::addChart(QWidget *chart)
{
    m_chart = chart;
    m_line->insertWidget(m_line->indexOf(m_shownText), chart);
}

void ScanFooter::reset()
{
    m_progress = {};
    m_timeLeft.reset();
    m_left.reset();
    m_bar->hide();
    m_bar->setValue(0);
    m_progressText->clear();
    m_figures->clear();
}

void ScanFooter::setState(ScanState state)
{
    m_state = state;
    if (state == ScanState::Resolving)
        setProgressText(tr("Looking up names…"));
    else if (state == ScanState::Scanning || state == ScanState::Paused
             || state == ScanState::Stopping)
        showProgress();
}

void ScanFooter::setProgress(const ScanProgress &progress)
{
    if (m_state == ScanState::Finished)
        return; // a late one would bring the bar back
    m_progress = progress;
    if (m_state == ScanState::Scanning)
        m_left = m_timeLeft.update(progress);
    m_bar->setValue(percentOf(progress));
    if (progress.elapsed >= 500ms && progress.total > 0)
        m_bar->show(); // a scan that is done at once needs none
    if (m_state == ScanState::Resolving)
        return;
    m_figures->setProgress(progress);
    showProgress();
}

void ScanFooter::showProgress()
{
    QStringList parts;
    if (m_state == ScanState::Paused)
        parts.append(tr("Paused"));
    else if (m_state == ScanState::Stopping)
        parts.append(tr("Stopping…"));
    if (m_progress.total > 0) // "0 of 0" says nothing
        parts.append(words::portsDone(m_progress));
    if (m_state == ScanState::Scanning && m_left)
        parts.append(tr("about %1 left").arg(wholeSeconds(*m_left)));
    if (m_progress.elapsed >= 1s)
        parts.append(tr("%1 elapsed").arg(wholeSeconds(m_progress.elapsed)));
    setProgressText(parts.join(separator()));
}

void ScanFooter::setFinished(const ScanSummary &summary, quint64 hostsWithOpenPorts)
{
    m_state = ScanState::Finished;
    m_bar->hide();
    m_figures->setFinished(summary);
    QStringList parts;
    const QString time = words::duration(summary.elapsed);
    if (summary.wasStopped)
        parts.append(tr("Stopped after %1, %2 of %3 done")
                         .arg(time, words::number(summary.done), words::number(summary.total)));
    else
        parts.append(tr("Done in %1").arg(time));
    const QString open = countOf(PortState::Open, summary.count(PortState::Open));
    parts.append(
        hostsWithOpenPorts == 0
            ? open
            : tr("%1 on %n hosts", nullptr, static_cast<int>(hostsWithOpenPorts)).arg(open));
    for (const PortState state : {PortState::Closed, PortState::Filtered, PortState::Unknown}) {
        if (const quint64 count = summary.count(state); count > 0)
            parts.append(countOf(state, count));
    }
    setProgressText(parts.join(separator()));
}

void ScanFooter::setShown(quint64 shown, quint64 total,
                          const std::array<quint64, kPortStateCount> &hidden)
{
    m_shown = total == 0 ? QString()
                         : tr("Showing %1 of %2").arg(words::number(shown), words::number(total));
    m_hidden = hiddenSentence(hidden);
    fitShownText();
}

void ScanFooter::setWork(ViewWork work)
{
    const bool wasWorking = std::exchange(m_work, work) != ViewWork::None;
    if (work == ViewWork::None)
        m_patience->stop();
    else if (!wasWorking)
        m_patience->start();
    fitShownText();
}

void ScanFooter::setProgressText(const QString &text)
{
    m_progressText->setText(text);
    fitShownText();
}

void ScanFooter::fitShownText()
{
    if (m_work != ViewWork::None && !m_patience->isActive()) {
        m_shownText->setText(wordFor(m_work));
        m_shownText->setAccessibleName(m_shownText->text());
        return;
    }
    const QString whole = m_hidden.isEmpty() ? m_shown : m_shown + separator() + m_hidden;
    const int bar = m_bar->isVisibleTo(this) ? m_bar->width() + kSpacing : 0;
    const int chart = m_chart != nullptr ? m_chart->sizeHint().width() + kSpacing : 0;
    const int room =
        width() - bar - chart - kSpacing - fontMetrics().horizontalAdvance(m_progressText->text());
    const bool fits = fontMetrics().horizontalAdvance(whole) + kSlack <= room;
    m_shownText->setText(fits ? whole : m_shown);
    m_shownText->setAccessibleName(whole);
}

void ScanFooter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitShownText();
}

void ScanFooter::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_progressText != nullptr)
        keepRoomForBar();
}

QString hiddenSentence(const std::array<quint64, kPortStateCount> &hidden)
{
    QStringList counts;
    for (const PortState state : kAllPortStates) {
        if (const quint64 count = hidden[static_cast<size_t>(state)]; count > 0)
            counts.append(countOf(state, count));
    }
    return counts.isEmpty() ? QString()
                            : ScanFooter::tr("%1 not shown").arg(counts.join(QLatin1String(", ")));
}

} // namespace roadstead
