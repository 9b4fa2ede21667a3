// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/scanthreads.h"

#include "core/scan/pacechoice.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

constexpr int kCheckWindow = 50;
/// Who answers for nobody sits near; the scan does not have to wait for it.
constexpr std::chrono::milliseconds kProxyTimeout{1'000};

PlanShare shareOf(const Plan &plan, const HostRules &rules, quint32 part, quint32 parts)
{
    PlanShare share;
    share.gatedHosts = kGatedHosts / parts;
    // Where no host counts as down, any may be unresolved at any time.
    share.activeHosts = rules.scanDownHosts ? share.gatedHosts : kActiveHosts / parts;
    if (areHostsSharedOut(plan.hostCount(), static_cast<int>(parts))) {
        share.firstHost = part;
        share.hostStride = parts;
    } else {
        share.ports = {.first = part, .stride = parts};
    }
    return share;
}

} // namespace

ScanThreads::ScanThreads(const ScanOptions &options, const EngineParts &parts, TimePoint startedAt,
                         QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_parts(parts)
    , m_startedAt(startedAt)
{}

ScanThreads::~ScanThreads()
{
    end();
    for (const Thread &thread : m_threads) {
        thread.thread->wait();
        Q_ASSERT(thread.worker->hasLeft()); // with its sockets, in the thread that they lived in
    }
}

void ScanThreads::start(const std::shared_ptr<const Plan> &plan,
                        const std::shared_ptr<const ScannedPorts> &scanned, bool isPaused)
{
    const int threadCount = chosenThreadCount(*plan);
    const int window = chosenWindow(*plan, threadCount);
    const int sharers = areHostsSharedOut(plan->hostCount(), threadCount) ? 1 : threadCount;
    const HostRules rules{.pace = paceSettings(m_options, sharers),
                          .scanDownHosts = m_options.scanDownHosts,
                          .skipSilent = m_options.skipSilent};
    for (int i = 0; i < threadCount; ++i)
        startThread({.plan = plan,
                     .scanned = scanned,
                     .share = shareOf(*plan, rules, static_cast<quint32>(i),
                                      static_cast<quint32>(threadCount)),
                     .rules = rules,
                     .window = window,
                     .rate = static_cast<double>(wantedRate(m_options)) / threadCount,
                     .isPaused = isPaused});
    if (m_options.checkLiars)
        startCheck(Check::Proxy, proxyPlan(), isPaused);
}

void ScanThreads::startCheck(Check check, const std::shared_ptr<const Plan> &plan, bool isPaused)
{
    HostRules rules{.pace = paceSettings(m_options, 1)};
    if (check == Check::Proxy)
        rules.pace.fixTimeout(kProxyTimeout);
    startThread({.check = check,
                 .plan = plan,
                 .rules = rules,
                 .window = std::min(kCheckWindow, wantedInFlight(m_options)),
                 .rate = static_cast<double>(wantedRate(m_options)),
                 .isPaused = isPaused});
}

int ScanThreads::chosenThreadCount(const Plan &plan) const
{
    const int wanted = wantedThreads(m_options, QThread::idealThreadCount());
    return static_cast<int>(std::min(static_cast<quint64>(wanted), plan.size()));
}

/// Each thread's share of the descriptors, or of what was asked for.
int ScanThreads::chosenWindow(const Plan &plan, int threadCount)
{
    const int budget = descriptorBudget(m_parts.availableDescriptors());
    const int wanted = wantedInFlight(m_options);
    // Kept within the budget, the scan never meets the limit; it is slower for it all the same.
    m_isShortOfDescriptors = static_cast<quint64>(std::max(budget, 0))
                             < std::min(static_cast<quint64>(wanted), plan.size());
    return std::max(1, std::min(budget, wanted) / threadCount);
}

/// Of nobody: whoever accepts sits on the way.
std::shared_ptr<const Plan> ScanThreads::proxyPlan() const
{
    PlanInput nobody;
    nobody.addresses.insert(m_options.impossibleAddress);
    nobody.ports = PortSet({80, 443, 8'080, 25'555, 31'313});
    return std::make_shared<Plan>(nobody);
}

/// What makes the loop in its thread; it must only hold values.
ScanWorker::MakeLoop ScanThreads::loopMaker(const Task &task) const
{
    return [task, parts = m_parts, bannerWait = m_options.bannerWait,
            startedAt = m_startedAt](std::function<void()> onProbeEnded) {
        ScanLoopParts loop;
        loop.plan = task.plan;
        loop.share = task.share;
        loop.scanned = task.scanned;
        loop.rules = task.rules;
        loop.prober = parts.makeProber(*parts.clock, {.bannerWait = bannerWait});
        loop.limits = {.window = task.window, .rate = task.rate};
        loop.clock = parts.clock;
        loop.startedAt = startedAt;
        loop.onProbeEnded = std::move(onProbeEnded);
        auto made = std::make_unique<ScanLoop>(std::move(loop));
        made->setPaused(task.isPaused);
        return made;
    };
}

void ScanThreads::startThread(const Task &task)
{
    const auto index = static_cast<int>(m_threads.size());
    Thread &thread = m_threads.emplace_back();
    thread.check = task.check;
    thread.report.pace.window = task.window; // until it says more
    thread.thread = std::make_unique<QThread>();
    thread.thread->setObjectName(QStringLiteral("scan-%1").arg(index));
    if (m_parts.makeDispatcher) {
        if (auto dispatcher = m_parts.makeDispatcher())
            thread.thread->setEventDispatcher(dispatcher.release()); // which owns it now
    }
    thread.worker = std::make_unique<ScanWorker>(index, loopMaker(task), m_parts.clock);
    ScanWorker *worker = thread.worker.get();
    worker->moveToThread(thread.thread.get());
    // These cross between the scan thread and ours, so they are queued.
    connect(worker, &ScanWorker::reported, this,
            [this, worker] { onReport(worker->takeReport()); });
    connect(this, &ScanThreads::pauseOrdered, worker, &ScanWorker::setPaused);
    connect(this, &ScanThreads::stopOrdered, worker, &ScanWorker::stop);
    connect(this, &ScanThreads::retryOrdered, worker, &ScanWorker::retryUnderWay);
    if (task.check == Check::None)
        connect(this, &ScanThreads::hostLearned, worker, &ScanWorker::learn);
    // Sent in the scan thread, where the worker lives: direct. Nothing is posted after leave().
    connect(thread.thread.get(), &QThread::started, worker, &ScanWorker::begin);
    connect(thread.thread.get(), &QThread::finished, this, &ScanThreads::onThreadEnded);
    connect(thread.thread.get(), &QThread::finished, worker, &ScanWorker::leave);
    thread.thread->start();
}

void ScanThreads::onReport(const WorkerReport &report)
{
    Thread &thread = m_threads[static_cast<size_t>(report.worker)];
    thread.report = report;
    thread.report.batch = ResultBatch();
    thread.isFinished = report.isFinished;
    if (thread.check == Check::None)
        emit reported(report);
    else
        emit checked(thread.check, report);
    if (report.isFinished
        && std::all_of(m_threads.cbegin(), m_threads.cend(),
                       [](const Thread &each) { return each.isFinished; }))
        emit finished();
}

void ScanThreads::onThreadEnded()
{
    if (std::all_of(m_threads.cbegin(), m_threads.cend(),
                    [](const Thread &thread) { return thread.thread->isFinished(); }))
        emit ended();
}

PaceFigures ScanThreads::figures() const
{
    PaceFigures sum;
    int measured = 0;
    for (const Thread &thread : m_threads) {
        if (thread.isFinished || thread.check != Check::None)
            continue;
        const PaceFigures &figures = thread.report.pace;
        sum.inFlight += figures.inFlight;
        sum.window += figures.window;
        sum.silentPorts += figures.silentPorts;
        sum.isPathLimit |= figures.isPathLimit;
        sum.isRateLimit |= figures.isRateLimit;
        if (figures.rtt.count() == 0)
            continue;
        sum.loss += figures.loss;
        sum.rtt += figures.rtt;
        ++measured;
    }
    if (measured > 0) {
        sum.loss /= measured;
        sum.rtt /= measured;
    }
    return sum;
}

quint64 ScanThreads::window() const
{
    quint64 sum = 0;
    for (const Thread &thread : m_threads)
        sum += thread.check == Check::None ? static_cast<quint64>(thread.report.pace.window) : 0;
    return sum;
}

/// Each worker lets its sockets go in its own thread, so that nobody here waits for thousands of
/// them. The threads are ended from here, not by a last order to their workers: whoever posts an
/// event still wakes the receiver after the event may have been delivered, and must not find its
/// event dispatcher gone.
void ScanThreads::end()
{
    for (const Thread &thread : m_threads)
        thread.thread->quit();
}

} // namespace roadstead
