// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"

#include <QWidget>

#include <optional>

namespace roadstead {

class ElidedLabel;

/// What a scan and its network are like just now: rate, number in flight, round trip, loss, and
/// what limits it. Each figure has a place of its own, wide enough for what may come, so that
/// nothing moves while it changes; what is not known is left out.
class LiveFigures final : public QWidget
{
    Q_OBJECT

public:
    explicit LiveFigures(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LiveFigures)

    void clear();
    void setProgress(const ScanProgress &progress);
    /// Nothing is under way any more: the averages of the whole scan.
    void setFinished(const ScanSummary &summary);

private:
    void showPath();
    void showLimit();

    ElidedLabel *m_rate = nullptr;
    ElidedLabel *m_inFlight = nullptr;
    ElidedLabel *m_rtt = nullptr;
    ElidedLabel *m_loss = nullptr;
    ElidedLabel *m_limit = nullptr;
    ScanProgress m_shown;
    ScanLimit m_limitSeen = ScanLimit::None; ///< lately: it comes and goes from one to the next
    std::optional<std::chrono::milliseconds> m_pathShownAt;
};

} // namespace roadstead
