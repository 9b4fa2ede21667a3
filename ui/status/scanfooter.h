// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"
#include "ui/status/timeleft.h"
#include "ui/words/viewwork.h"

#include <QWidget>

class QHBoxLayout;
class QProgressBar;
class QTimer;

namespace roadstead {

class ElidedLabel;
class LiveFigures;

/// Below the table: how far the scan is on the left, how many rows are shown on the right, and
/// under them the figures of the scan. Its height is always the same, so that the table stays where
/// it is.
class ScanFooter final : public QWidget
{
    Q_OBJECT

public:
    explicit ScanFooter(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ScanFooter)

    /// A small picture of the scan, before how much is shown. Becomes a child.
    void addChart(QWidget *chart);
    /// A new scan begins.
    void reset();
    void setState(ScanState state);
    void setProgress(const ScanProgress &progress);
    void setFinished(const ScanSummary &summary, quint64 hostsWithOpenPorts);
    /// `hidden` by state: rows whose chip is off.
    void setShown(quint64 shown, quint64 total, const std::array<quint64, kPortStateCount> &hidden);
    /// In place of how many rows are shown, once it has taken half a second.
    void setWork(ViewWork work);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setupUi();
    void keepRoomForBar();
    void showProgress();
    void setProgressText(const QString &text);
    void fitShownText();

    QProgressBar *m_bar = nullptr;
    ElidedLabel *m_progressText = nullptr;
    LiveFigures *m_figures = nullptr;
    QHBoxLayout *m_line = nullptr; ///< the first of the two
    QWidget *m_chart = nullptr;
    ElidedLabel *m_shownText = nullptr;
    QTimer *m_patience = nullptr; ///< running while work is not worth a word
    ViewWork m_work = ViewWork::None;
    QString m_shown; ///< how many rows are shown
    QString m_hidden; ///< and which are not: left out where the window is too narrow for it
    ScanState m_state = ScanState::Idle;
    ScanProgress m_progress;
    TimeLeft m_timeLeft;
    std::optional<std::chrono::seconds> m_left;
};

/// "65,525 closed, 12 filtered not shown"; empty if nothing is hidden.
[[nodiscard]] QString hiddenSentence(const std::array<quint64, kPortStateCount> &hidden);

} // namespace roadstead
