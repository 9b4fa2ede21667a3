// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/mailbox.h"
#include "core/result/portresult.h"
#include "core/scan/scanloop.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace roadstead {

/// What a scan thread has found, and how it stands.
struct WorkerReport
{
    int worker = 0; ///< its number within the scan
    ResultBatch batch; ///< at most a thousand rows or 50 ms' worth
    QSet<quint32> answeredCanaries; ///< hosts, since the last report
    PaceFigures pace;
    Shortage shortage = Shortage::None; ///< met since the last report
    bool seesEvidence = true;
    bool isFinished = false; ///< this is its last report
};

/// A scan loop in its thread, driven by a timer and by its sockets. Made in the engine's thread,
/// moved to its own before begin(), emptied by leave() as the last thing in that thread, and
/// destroyed by the engine once it has ended. Orders cross by queued signals, reports in a mailbox.
class ScanWorker final : public QObject
{
    Q_OBJECT

public:
    using MakeLoop = std::function<std::unique_ptr<ScanLoop>(std::function<void()> onProbeEnded)>;

    /// `makeLoop` is called in the worker's thread, so that sockets are made where they live.
    ScanWorker(int number, MakeLoop makeLoop, std::shared_ptr<const Clock> clock);
    ~ScanWorker() override;
    Q_DISABLE_COPY_MOVE(ScanWorker)

    /// Once for every reported(), in the thread that got it.
    [[nodiscard]] WorkerReport takeReport() { return m_reports.take(); }
    /// Whether leave() is done. Any thread.
    [[nodiscard]] bool hasLeft() const { return m_hasLeft.load(std::memory_order_acquire); }

public slots:
    void begin();
    void setPaused(bool paused);
    void stop();
    /// The network was gone for a while.
    void retryUnderWay();
    /// Another scan thread learned something of a host.
    void learn(const roadstead::HostChange &change);
    /// Hangs up and frees all sockets, in the thread that they live in: when that ends.
    void leave();

signals:
    /// Every 50 ms, and when a thousand rows have come together.
    void reported();

private:
    void onWake();
    void onTick();
    void onProbeEnded();
    void arm();
    void report();
    void send(WorkerReport report);
    void finish();

    const int m_number;
    const MakeLoop m_makeLoop;
    const std::shared_ptr<const Clock> m_clock;
    Mailbox<WorkerReport> m_reports;
    std::unique_ptr<ScanLoop> m_loop;
    QTimer m_wake;
    QTimer m_tick;
    bool m_isWakeSoon = false; ///< the wake timer is set for the next turn
    bool m_isFinished = false;
    std::atomic<bool> m_hasLeft{false};
};

} // namespace roadstead
