// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/scanrun.h"

#include "core/pace/fixedpacer.h"
#include "core/scan/networkwatch.h"
#include "core/scan/targetresolution.h"

#include <QThread>

#include <algorithm>
#include <utility>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
constexpr int kMaxThreads = 4;
constexpr int kDefaultInFlight = 3'000;
/// Descriptors that are not for probing: outputs, look-ups, the window's own connections, a
/// thread's event loop.
constexpr int kDescriptorReserve = 48;
/// Under way at once, over all threads. Each may be a neighbour that the kernel still asks for, and
/// its table (gc_thresh3, 1,024 entries) is everybody's.
constexpr size_t kActiveHosts = 512;
constexpr quint64 kHostsWorthSharing = 16; ///< for each thread
constexpr auto kProgressInterval = 100ms;
constexpr auto kRateSpan = 1s;
} // namespace

ScanRun::ScanRun(const ScanRequest &request, const EngineParts &parts, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_parts(parts)
    , m_progressTimer(this)
{
    m_summary.seed = request.options.seed;
    connect(&m_progressTimer, &QTimer::timeout, this, &ScanRun::reportProgress);
}

ScanRun::~ScanRun()
{
    endThreads();
    for (const Thread &thread : m_threads) {
        thread.thread->wait();
        Q_ASSERT(thread.worker->hasLeft()); // with its sockets, in the thread that they lived in
    }
}

void ScanRun::start()
{
    m_startedAt = m_parts.clock->now();
    m_suspended = m_parts.clock->suspended();
    m_resolution = new TargetResolution(m_request, *m_parts.resolver, this);
    connect(m_resolution, &TargetResolution::finished, this, &ScanRun::onResolved);
    m_resolution->start();
    emit stateChanged(ScanState::Resolving);
}

void ScanRun::setPaused(bool paused)
{
    if (m_isConcluded || m_summary.wasStopped || paused == m_isPaused)
        return;
    m_isPaused = paused;
    const TimePoint now = m_parts.clock->now();
    if (paused)
        m_pausedAt = now;
    else
        m_pausedFor += now - m_pausedAt;
    if (!paused && m_plan)
        watchNetwork(); // what has changed meanwhile is how it is to be
    orderPause();
    if (m_plan)
        emit stateChanged(paused ? ScanState::Paused : ScanState::Scanning);
}

void ScanRun::requestStop()
{
    if (m_isConcluded || m_summary.wasStopped)
        return;
    m_summary.wasStopped = true;
    emit stateChanged(ScanState::Stopping);
    if (m_threads.empty()) {
        delete std::exchange(m_resolution, nullptr); // answers that still come find nobody
        m_parts.resolver->cancelAll();
        // Queued, so that finished() never comes inside requestStop().
        QMetaObject::invokeMethod(this, &ScanRun::conclude, Qt::QueuedConnection);
        return;
    }
    emit stopOrdered();
}

void ScanRun::onResolved(const ResolvedTargets &targets)
{
    if (m_isConcluded || m_summary.wasStopped)
        return;
    m_summary.unresolvedNames = targets.unresolvedNames;
    for (const ScanNotice &notice : targets.notices) {
        if (notice.code == ScanNoticeCode::PublicNames && m_request.options.holdForPublicNames)
            setPaused(true); // until somebody says that one may
        emit noticed(notice);
    }
    if (m_isConcluded || m_summary.wasStopped)
        return; // whoever was told has stopped it
    m_plan = targets.plan;
    m_resolution->deleteLater();
    m_resolution = nullptr;
    m_summary.total = m_plan->size();
    m_summary.hosts = m_plan->hostCount();
    if (m_plan->size() == 0) {
        if (targets.notices.isEmpty()
            || targets.notices.last().code != ScanNoticeCode::ExcludeNotResolved)
            emit noticed({.code = ScanNoticeCode::NothingToScan, .subject = QString(), .count = 0});
        conclude();
        return;
    }
    watchNetwork();
    startThreads();
    m_progressTimer.start(kProgressInterval);
    emit stateChanged(m_isPaused ? ScanState::Paused : ScanState::Scanning);
    reportProgress();
}

void ScanRun::startThreads()
{
    const int threadCount = chosenThreadCount();
    const int window = chosenWindow(threadCount);
    const bool checksProxy = m_request.options.checkLiars;
    m_threads.reserve(static_cast<size_t>(threadCount) + (checksProxy ? 1 : 0));
    const HostRules rules{.scanDownHosts = m_request.options.scanDownHosts,
                          .checkLiars = m_request.options.checkLiars};
    for (int i = 0; i < threadCount; ++i)
        startThread(
            {.plan = m_plan, .share = shareOf(i, threadCount), .rules = rules, .window = window});
    if (checksProxy)
        startProxyCheck();
}

/// Many hosts are shared out whole: a thread that knows all about its hosts is worth more. Few
/// would leave threads idle, so of these every thread takes some ports.
PlanShare ScanRun::shareOf(int index, int threadCount) const
{
    const auto part = static_cast<quint32>(index);
    const auto parts = static_cast<quint32>(threadCount);
    PlanShare share;
    share.activeHosts = kActiveHosts / parts;
    if (m_plan->hostCount() >= kHostsWorthSharing * parts) {
        share.firstHost = part;
        share.hostStride = parts;
    } else {
        share.ports = {.first = part, .stride = parts};
    }
    return share;
}

void ScanRun::orderPause()
{
    emit pauseOrdered(m_isPaused || m_isLinkLost);
}

/// What is known of the network begins anew.
void ScanRun::watchNetwork()
{
    if (!m_parts.makeNetworkEvents)
        return;
    QList<Address> sample;
    const quint64 step = std::max<quint64>(1, m_plan->hostCount() / NetworkPolicy::kMostTargets);
    for (quint64 turn = 0;
         turn < m_plan->hostCount() && sample.size() < NetworkPolicy::kMostTargets; turn += step)
        sample.append(m_plan->hostAt(turn).address);
    m_isLinkLost = false;
    m_watch = std::make_unique<NetworkWatch>(sample, m_parts.makeNetworkEvents());
    connect(m_watch.get(), &NetworkWatch::linkLost, this, &ScanRun::onLinkLost);
    connect(m_watch.get(), &NetworkWatch::linkBack, this, &ScanRun::onLinkBack);
    connect(m_watch.get(), &NetworkWatch::networkChanged, this, &ScanRun::onNetworkChanged);
}

/// What is under way is lost; it is tried again when the link is back.
void ScanRun::onLinkLost(const QString &interfaceName)
{
    m_isLinkLost = true;
    orderPause();
    emit retryOrdered();
    emit noticed({.code = ScanNoticeCode::LinkLost, .subject = interfaceName, .count = 0});
}

void ScanRun::onLinkBack(const QString &interfaceName)
{
    m_isLinkLost = !m_watch->lostLinks().isEmpty();
    orderPause();
    emit noticed({.code = ScanNoticeCode::LinkBack, .subject = interfaceName, .count = 0});
}

/// The targets may be other hosts now, so a person has to say whether to go on, if there is one.
void ScanRun::onNetworkChanged()
{
    m_isLinkLost = false;
    emit retryOrdered();
    if (m_request.options.pauseWhenNetworkChanges)
        setPaused(true);
    else
        orderPause();
    emit noticed({.code = ScanNoticeCode::NetworkChanged, .subject = QString(), .count = 0});
}

/// The loops see it by themselves; this is for the person.
void ScanRun::noticeSleep()
{
    const Duration suspended = m_parts.clock->suspended();
    if (suspended - std::exchange(m_suspended, suspended) >= ScanLoop::kShortestSleep)
        emit noticed({.code = ScanNoticeCode::Slept, .subject = QString(), .count = 0});
}

/// A scan of its own, of nobody: whoever accepts sits on the way.
void ScanRun::startProxyCheck()
{
    PlanInput nobody;
    nobody.addresses.insert(m_request.options.impossibleAddress);
    nobody.ports = PortSet({80, 443, 8'080, 25'555, 31'313});
    startThread({.plan = std::make_shared<Plan>(nobody),
                 .share = {},
                 .rules = {},
                 .window = static_cast<int>(nobody.ports.size()),
                 .isProxyCheck = true});
}

int ScanRun::chosenThreadCount() const
{
    const int wanted = m_request.options.threads > 0
                           ? m_request.options.threads
                           : std::clamp(QThread::idealThreadCount(), 1, kMaxThreads);
    return static_cast<int>(std::min(static_cast<quint64>(wanted), m_plan->size()));
}

/// Each thread's share of the descriptors, or of what was asked for.
int ScanRun::chosenWindow(int threadCount)
{
    const int available = m_parts.availableDescriptors();
    const int budget = available - std::min(kDescriptorReserve, available / 4);
    const int wanted =
        m_request.options.maxInFlight > 0 ? m_request.options.maxInFlight : kDefaultInFlight;
    const int window = std::max(1, std::min(budget, wanted) / threadCount);
    // Kept within the budget, the scan never meets the limit; it is slower for it all the same.
    if (static_cast<quint64>(std::max(budget, 0))
        < std::min(static_cast<quint64>(wanted), m_plan->size()))
        noteOnce(ScanNoticeCode::LimitedByDescriptors, static_cast<quint64>(window * threadCount));
    return window;
}

void ScanRun::startThread(const Task &task)
{
    const auto makeLoop =
        [task, parts = m_parts, options = m_request.options, startedAt = m_startedAt,
         isPaused = m_isPaused || m_isLinkLost](std::function<void()> onProbeEnded) {
            ScanLoopParts loop;
            loop.plan = task.plan;
            loop.share = task.share;
            loop.rules = task.rules;
            loop.prober = parts.makeProber(*parts.clock, {.bannerWait = options.bannerWait});
            loop.pacer = std::make_unique<FixedPacer>(FixedPacer::Settings{
                .window = task.window, .timeout = options.timeout, .retries = options.retries});
            loop.clock = parts.clock;
            loop.startedAt = startedAt;
            loop.onProbeEnded = std::move(onProbeEnded);
            auto made = std::make_unique<ScanLoop>(std::move(loop));
            made->setPaused(isPaused);
            return made;
        };
    const auto index = static_cast<int>(m_threads.size());
    Thread &thread = m_threads.emplace_back();
    thread.isProxyCheck = task.isProxyCheck;
    thread.thread = std::make_unique<QThread>();
    thread.thread->setObjectName(QStringLiteral("scan-%1").arg(index));
    if (m_parts.makeDispatcher) {
        if (auto dispatcher = m_parts.makeDispatcher())
            thread.thread->setEventDispatcher(dispatcher.release()); // which owns it now
    }
    thread.worker = std::make_unique<ScanWorker>(index, makeLoop, m_parts.clock);
    thread.worker->moveToThread(thread.thread.get());
    // These cross between the scan thread and ours, so they are queued.
    connect(thread.worker.get(), &ScanWorker::reported, this, &ScanRun::onReport);
    connect(this, &ScanRun::pauseOrdered, thread.worker.get(), &ScanWorker::setPaused);
    connect(this, &ScanRun::stopOrdered, thread.worker.get(), &ScanWorker::stop);
    connect(this, &ScanRun::retryOrdered, thread.worker.get(), &ScanWorker::retryUnderWay);
    connect(this, &ScanRun::hostLearned, thread.worker.get(), &ScanWorker::learn);
    // Sent in the scan thread, where the worker lives: direct. Nothing is posted after leave().
    connect(thread.thread.get(), &QThread::started, thread.worker.get(), &ScanWorker::begin);
    connect(thread.thread.get(), &QThread::finished, this, &ScanRun::onThreadEnded);
    connect(thread.thread.get(), &QThread::finished, thread.worker.get(), &ScanWorker::leave);
    thread.thread->start();
}

void ScanRun::onReport(const WorkerReport &report)
{
    Thread &thread = m_threads[static_cast<size_t>(report.worker)];
    thread.report = report;
    thread.report.batch = ResultBatch();
    thread.isFinished = report.isFinished;
    if (thread.isProxyCheck)
        onProxyBatch(report.batch);
    else if (!report.batch.rows.isEmpty() || !report.batch.changes.isEmpty())
        takeBatch(report.batch);
    noteLimits(report);
    if (report.isFinished)
        onWorkerFinished();
}

void ScanRun::takeBatch(const ResultBatch &batch)
{
    for (const PortResult &row : batch.rows)
        ++m_summary.counts[static_cast<size_t>(row.state())];
    m_summary.done += static_cast<quint64>(batch.rows.size());
    emit resultsReady(batch);
    for (const HostChange &change : batch.changes)
        onChange(change);
}

void ScanRun::onChange(const HostChange &change)
{
    if (!m_news.isNews(change))
        return;
    const auto tell = [this, &change](ScanNoticeCode code) {
        emit noticed({.code = code, .subject = change.address.toString(), .count = change.count});
    };
    switch (change.event) {
    case HostEvent::Up:
        emit hostLearned(change);
        return;
    case HostEvent::Down:
        emit hostLearned(change);
        return tell(ScanNoticeCode::HostDown);
    case HostEvent::NoRoute:
        return; // its rows say so
    case HostEvent::FellSilent:
        return tell(ScanNoticeCode::HostFellSilent);
    case HostEvent::Resumed:
        return tell(ScanNoticeCode::HostResumed);
    case HostEvent::Blocked:
        return tell(ScanNoticeCode::HostBlocked);
    case HostEvent::AcceptsAll:
        return tell(ScanNoticeCode::HostAcceptsAll);
    }
}

void ScanRun::onProxyBatch(const ResultBatch &batch)
{
    const bool isAccepted =
        std::any_of(batch.rows.cbegin(), batch.rows.cend(),
                    [](const PortResult &row) { return row.state() == PortState::Open; });
    if (!isAccepted || m_noted.contains(ScanNoticeCode::LocalProxy))
        return;
    m_noted.append(ScanNoticeCode::LocalProxy);
    emit noticed({.code = ScanNoticeCode::LocalProxy,
                  .subject = m_request.options.impossibleAddress.toString(),
                  .count = 0});
}

void ScanRun::noteLimits(const WorkerReport &report)
{
    if (!report.seesEvidence)
        noteOnce(ScanNoticeCode::InterceptionMissing, 0);
    quint64 window = 0;
    for (const Thread &thread : m_threads)
        window += static_cast<quint64>(thread.report.window);
    switch (report.shortage) {
    case Shortage::None:
        return;
    case Shortage::Descriptors:
        return noteOnce(ScanNoticeCode::LimitedByDescriptors, window);
    case Shortage::LocalPorts:
        return noteOnce(ScanNoticeCode::LimitedByLocalPorts, window);
    case Shortage::Memory:
        return noteOnce(ScanNoticeCode::LimitedByMemory, window);
    case Shortage::Host:
        return noteOnce(ScanNoticeCode::HostsUnusable, 0);
    case Shortage::Interface:
        return noteOnce(ScanNoticeCode::LimitedByInterface, window);
    }
}

void ScanRun::noteOnce(ScanNoticeCode code, quint64 count)
{
    if (m_noted.contains(code))
        return;
    m_noted.append(code);
    emit noticed({.code = code, .subject = QString(), .count = count});
}

void ScanRun::onWorkerFinished()
{
    if (std::all_of(m_threads.cbegin(), m_threads.cend(),
                    [](const Thread &thread) { return thread.isFinished; }))
        conclude();
}

void ScanRun::onThreadEnded()
{
    const bool allEnded =
        std::all_of(m_threads.cbegin(), m_threads.cend(),
                    [](const Thread &thread) { return thread.thread->isFinished(); });
    if (allEnded && m_isConcluded)
        deleteLater();
}

void ScanRun::reportProgress()
{
    noticeSleep();
    ScanProgress progress;
    progress.total = m_summary.total;
    progress.hosts = m_summary.hosts;
    progress.done = m_summary.done;
    for (const Thread &thread : m_threads)
        progress.inFlight += thread.isFinished ? 0 : thread.report.inFlight;
    progress.probesPerSecond = verdictsPerSecond(progress.done);
    progress.elapsed = elapsed();
    emit progressChanged(progress);
}

double ScanRun::verdictsPerSecond(quint64 done)
{
    const TimePoint now = m_parts.clock->now();
    m_history.emplace_back(now, done);
    while (m_history.size() > 2 && now - m_history[1].first >= kRateSpan)
        m_history.pop_front();
    const std::chrono::duration<double> span = now - m_history.front().first;
    return span.count() > 0 ? static_cast<double>(done - m_history.front().second) / span.count()
                            : 0;
}

void ScanRun::conclude()
{
    m_summary.elapsed = elapsed();
    m_progressTimer.stop();
    m_watch.reset();
    if (m_plan)
        reportProgress();
    m_isConcluded = true;
    emit finished(m_summary);
    if (m_threads.empty())
        deleteLater();
    endThreads();
}

/// Each worker lets its sockets go in its own thread, so that nobody here waits for thousands of
/// them. The threads are ended from here, not by a last order to their workers: whoever posts an
/// event still wakes the receiver after the event may have been delivered, and must not find its
/// event dispatcher gone.
void ScanRun::endThreads()
{
    for (const Thread &thread : m_threads)
        thread.thread->quit();
}

std::chrono::milliseconds ScanRun::elapsed() const
{
    const TimePoint until = m_isPaused ? m_pausedAt : m_parts.clock->now();
    return std::chrono::duration_cast<std::chrono::milliseconds>(until - m_startedAt - m_pausedFor);
}

} // namespace roadstead
