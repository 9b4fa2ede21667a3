// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/scanevents.h"

#include <QList>
#include <QPolygonF>
#include <QWidget>

namespace roadstead {

/// The rate of the last minute as a small chart, and how many were in flight as a fainter line,
/// each as high as its own most. Drawn only when it is told of progress; while no scan runs
/// there is nothing to be seen.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostSamples = 120;

    explicit Sparkline(QWidget *parent = nullptr);
    ~Sparkline() override;
    Q_DISABLE_COPY_MOVE(Sparkline)

    /// Ten times a second.
    void setProgress(const ScanProgress &progress);
    /// No scan runs.
    void clear();
    [[nodiscard]] qsizetype sampleCount() const { return m_samples.size(); }
    /// "4,630 connections a second, 1,200 in flight"; empty while no scan runs.
    [[nodiscard]] QString inWords() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Sample
    {
        std::chrono::milliseconds at{0};
        double rate = 0;
        double inFlight = 0;
    };

    [[nodiscard]] QPolygonF lineOf(double Sample::*figure) const;

    QList<Sample> m_samples; ///< two a second
    std::chrono::milliseconds m_describedAt{0};
};

} // namespace roadstead
