// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/engineparts.h"
#include "core/scan/plan.h"
#include "core/scan/scanrequest.h"
#include "core/scan/scanworker.h"

#include <QObject>

#include <deque>
#include <memory>

class QThread;

namespace roadstead {

/// The threads of one scan: how many there are, which part of the plan each has, and all that
/// crosses to them and back. Lives in the engine's thread.
class ScanThreads final : public QObject
{
    Q_OBJECT

public:
    /// `startedAt` is what the rows' times count from.
    ScanThreads(const ScanOptions &options, const EngineParts &parts, TimePoint startedAt,
                QObject *parent = nullptr);
    /// Ends the threads and waits for them; they hold no work that could block.
    ~ScanThreads() override;
    Q_DISABLE_COPY_MOVE(ScanThreads)

    /// `scanned`: what has its verdict already, of a scan that is continued; or null.
    void start(const std::shared_ptr<const Plan> &plan,
               const std::shared_ptr<const ScannedPorts> &scanned, bool isPaused);
    /// What is tried beside the scan.
    enum class Check : quint8 {
        None, ///< it is the scan itself
        Proxy, ///< does somebody answer for who does not exist?
        Liars, ///< does a host accept everything?
        Witnesses, ///< does anybody answer at all?
    };
    /// A small scan, whose results go to checked() alone.
    void startCheck(Check check, const std::shared_ptr<const Plan> &plan, bool isPaused);
    /// Lets all sockets go and ends the threads; ended() follows.
    void end();

    /// Over all threads that are not done; loss and round trip: the mean of those that know them.
    [[nodiscard]] PaceFigures figures() const;
    /// How many connections may be under way at once, now.
    [[nodiscard]] quint64 window() const;
    /// The window is smaller than it was to be, for want of descriptors.
    [[nodiscard]] bool isShortOfDescriptors() const { return m_isShortOfDescriptors; }

signals:
    void reported(const roadstead::WorkerReport &report);
    void checked(roadstead::ScanThreads::Check check, const roadstead::WorkerReport &report);
    void finished(); ///< every thread has done its part
    void ended();

    // Orders to the threads: whoever emits them is obeyed.

    void pauseOrdered(bool paused);
    void stopOrdered();
    void retryOrdered(); ///< the network was gone: what is under way is tried again
    void hostLearned(const roadstead::HostChange &change);

private:
    /// What a scan thread is for.
    struct Task
    {
        Check check = Check::None;
        std::shared_ptr<const Plan> plan;
        std::shared_ptr<const ScannedPorts> scanned = {};
        PlanShare share = {};
        HostRules rules = {};
        int window = 1;
        double rate = 0; ///< connections a second; 0: no limit
        bool isPaused = false;
    };
    struct Thread
    {
        std::unique_ptr<ScanWorker> worker; ///< lives in `thread`, destroyed after its end
        std::unique_ptr<QThread> thread;
        WorkerReport report;
        Check check = Check::None;
        bool isFinished = false;
    };

    [[nodiscard]] int chosenThreadCount(const Plan &plan) const;
    [[nodiscard]] int chosenWindow(const Plan &plan, int threadCount);
    void startThread(const Task &task);
    [[nodiscard]] std::shared_ptr<const Plan> proxyPlan() const;
    [[nodiscard]] ScanWorker::MakeLoop loopMaker(const Task &task) const;
    void onReport(const WorkerReport &report);
    void onThreadEnded();

    const ScanOptions m_options;
    const EngineParts m_parts;
    const TimePoint m_startedAt;
    std::deque<Thread> m_threads;
    bool m_isShortOfDescriptors = false;
};

} // namespace roadstead
