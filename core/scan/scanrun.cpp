// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/scanrun.h"

#include "core/scan/networkwatch.h"
#include "core/scan/targetresolution.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace roadstead {

using Check = ScanThreads::Check;

using namespace std::chrono_literals;

namespace {
constexpr auto kProgressInterval = 100ms;
constexpr auto kRateSpan = 1s;
} // namespace

ScanRun::ScanRun(const ScanRequest &request, const EngineParts &parts, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_parts(parts)
    , m_progressTimer(this)
    , m_silentHosts(request.options.timeout.count() > 0 ? request.options.timeout : 1s)
    , m_liarCheck(request.options.checkLiars, request.excludedPorts, request.options.seed)
{
    m_summary.seed = request.options.seed;
    connect(&m_progressTimer, &QTimer::timeout, this, &ScanRun::tick);
}

ScanRun::~ScanRun() = default;

void ScanRun::continueFrom(const ScanResumption &earlier)
{
    m_earlier = earlier;
    if (!earlier.scanned)
        return;
    m_summary.counts = earlier.scanned->counts();
    m_summary.done = earlier.scanned->size();
    const ResultStore &found = earlier.scanned->store();
    for (quint32 i = 0; i < found.hostCount(); ++i)
        m_liarCheck.onEarlier(found.host(i));
}

void ScanRun::start()
{
    m_startedAt = m_parts.clock->now();
    m_rowsFrom = m_startedAt;
    if (m_earlier.startedAt.isValid()) {
        const qint64 since = m_earlier.startedAt.msecsTo(QDateTime::currentDateTimeUtc());
        m_rowsFrom -= std::chrono::milliseconds(std::max<qint64>(0, since));
    }
    m_suspended = m_parts.clock->suspended();
    m_resolution = new TargetResolution(m_request, *m_parts.resolver, m_earlier.answers, this);
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
    if (!paused)
        m_silentHosts.restartPatience(now);
    // What has changed meanwhile is how it is to be; a link that is still down is waited for.
    if (!paused && m_plan && !(m_watch && !m_watch->lostLinks().isEmpty()))
        watchNetwork();
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
    if (!m_threads) {
        delete std::exchange(m_resolution, nullptr); // answers that still come find nobody
        m_parts.resolver->cancelAll();
        // Queued, so that finished() never comes inside requestStop().
        QMetaObject::invokeMethod(this, &ScanRun::conclude, Qt::QueuedConnection);
        return;
    }
    emit m_threads->stopOrdered();
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
    emit resolved(targets.answers, m_plan->size());
    m_resolution->deleteLater();
    m_resolution = nullptr;
    m_summary.total = m_plan->size();
    m_summary.hosts = m_plan->scannedHostCount();
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
    m_threads = std::make_unique<ScanThreads>(m_request.options, m_parts, m_rowsFrom);
    connect(m_threads.get(), &ScanThreads::reported, this, &ScanRun::onReport);
    connect(m_threads.get(), &ScanThreads::checked, this, &ScanRun::onChecked);
    connect(m_threads.get(), &ScanThreads::finished, this, &ScanRun::conclude);
    connect(m_threads.get(), &ScanThreads::ended, this, &QObject::deleteLater);
    m_threads->start(m_plan, m_earlier.scanned, m_isPaused || m_isLinkLost);
    if (m_threads->isShortOfDescriptors())
        noteOnce(ScanNoticeCode::LimitedByDescriptors, m_threads->window());
    checkLiars(); // of hosts that were suspicious before: there may be no report of them
}

void ScanRun::orderPause()
{
    if (m_threads)
        emit m_threads->pauseOrdered(m_isPaused || m_isLinkLost);
}

void ScanRun::onReport(const WorkerReport &report)
{
    if (!report.batch.rows.isEmpty() || !report.batch.changes.isEmpty())
        takeBatch(report.batch);
    for (const quint32 host : report.answeredCanaries)
        m_silentHosts.onAnswer(host, m_parts.clock->now());
    checkLiars();
    noteLimits(report);
}

/// One check at a time: whoever is suspected meanwhile comes with the next.
void ScanRun::checkLiars()
{
    if (m_isCheckingLiars || m_summary.wasStopped || !m_liarCheck.hasSuspects())
        return;
    m_isCheckingLiars = startCheck(Check::Liars, m_liarCheck.takeSuspects());
}

bool ScanRun::startCheck(Check check, const PlanInput &input)
{
    auto plan = std::make_shared<Plan>(input);
    if (plan->size() == 0)
        return false;
    m_threads->startCheck(check, plan, m_isPaused || m_isLinkLost);
    return true;
}

void ScanRun::onChecked(Check check, const WorkerReport &report)
{
    const auto &rows = report.batch.rows;
    const auto isOpen = [](const PortResult &row) { return row.state() == PortState::Open; };
    switch (check) {
    case Check::None:
        return;
    case Check::Proxy:
        if (std::any_of(rows.cbegin(), rows.cend(), isOpen))
            noteOnce(ScanNoticeCode::LocalProxy, 0, m_request.options.impossibleAddress.toString());
        return;
    case Check::Liars:
        return onLiarsChecked(report);
    case Check::Witnesses:
        if (std::any_of(rows.cbegin(), rows.cend(), std::mem_fn(&PortResult::hasRtt)))
            m_silentHosts.onAnswer(SilentHosts::kWitness, m_parts.clock->now());
        return;
    }
}

void ScanRun::onLiarsChecked(const WorkerReport &report)
{
    for (const HostEntry &host : report.batch.hosts)
        m_checkedHosts.insert(host.number, host.address);
    ResultBatch proven;
    for (const PortResult &row : report.batch.rows) {
        if (const auto change = m_liarCheck.onTried(m_checkedHosts.value(row.host), row.state()))
            proven.changes.append(*change);
    }
    if (!proven.changes.isEmpty())
        takeBatch(proven);
    if (!report.isFinished)
        return;
    m_checkedHosts.clear();
    m_isCheckingLiars = false;
    checkLiars();
}

void ScanRun::countRows(const ResultBatch &batch)
{
    const TimePoint now = m_parts.clock->now();
    for (const HostEntry &host : batch.hosts)
        m_liarCheck.onHost(host.number, host.address);
    for (const PortResult &row : batch.rows) {
        ++m_summary.counts[static_cast<size_t>(row.state())];
        m_liarCheck.onVerdict(row.host, row.state());
        if (!row.hasRtt())
            continue;
        ++m_answeredPorts[row.host];
        m_silentHosts.onAnswer(row.host, now);
    }
    m_summary.done += static_cast<quint64>(batch.rows.size());
}

void ScanRun::takeBatch(ResultBatch batch)
{
    countRows(batch);
    for (HostChange &change : batch.changes) {
        if (change.event == HostEvent::Blocked)
            change.count = answeredPorts(change.host);
    }
    emit resultsReady(batch);
    for (const HostChange &change : std::as_const(batch.changes))
        onChange(change);
}

void ScanRun::onChange(const HostChange &change)
{
    if (change.event == HostEvent::Blocked)
        emit m_threads->hostLearned(change); // whoever says so waits for the number
    if (!m_news.isNews(change))
        return;
    const auto tell = [this, &change](ScanNoticeCode code) {
        emit noticed({.code = code, .subject = change.address.toString(), .count = change.count});
    };
    switch (change.event) {
    case HostEvent::Up:
        m_silentHosts.onUp(change);
        emit m_threads->hostLearned(change);
        return;
    case HostEvent::Down:
        emit m_threads->hostLearned(change);
        return tell(ScanNoticeCode::HostDown);
    case HostEvent::NoRoute:
        return; // its rows say so
    case HostEvent::RouterDown: // of one host is enough: mostly it is everybody's
        return noteOnce(ScanNoticeCode::RouterDown, 0, change.address.toString());
    case HostEvent::FellSilent:
        return m_silentHosts.onFellSilent(change, m_parts.clock->now());
    case HostEvent::Resumed:
        return m_silentHosts.onResumed(change);
    case HostEvent::Blocked:
        return tell(ScanNoticeCode::HostBlocked);
    case HostEvent::AcceptsAll:
        return tell(ScanNoticeCode::HostAcceptsAll);
    }
}

void ScanRun::noteLimits(const WorkerReport &report)
{
    if (!report.seesEvidence)
        noteOnce(ScanNoticeCode::InterceptionMissing, 0);
    const quint64 window = m_threads->window();
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

void ScanRun::noteOnce(ScanNoticeCode code, quint64 count, const QString &subject)
{
    if (m_noted.contains(code))
        return;
    m_noted.append(code);
    emit noticed({.code = code, .subject = subject, .count = count});
}

void ScanRun::tick()
{
    noticeSleep();
    lookAtSilentHosts();
    reportProgress();
}

void ScanRun::reportProgress()
{
    ScanProgress progress;
    progress.total = m_summary.total;
    progress.hosts = m_summary.hosts;
    progress.done = m_summary.done;
    if (m_threads) {
        const PaceFigures figures = m_threads->figures();
        progress.silent = figures.silentPorts;
        progress.inFlight = figures.inFlight;
        progress.loss = figures.loss;
        progress.rtt = figures.rtt;
        progress.limit = m_limit.onSeen(limitOf(figures), m_parts.clock->now());
    }
    progress.probesPerSecond = verdictsPerSecond(progress.done);
    progress.elapsed = elapsed();
    emit progressChanged(progress);
}

ScanLimit ScanRun::limitOf(const PaceFigures &figures) const
{
    if (figures.isRateLimit)
        return ScanLimit::Rate;
    if (figures.window > 0
        && figures.inFlight * 10 >= figures.window * 9) // the rest changes hands just now
        return m_threads->isShortOfDescriptors() ? ScanLimit::Descriptors : ScanLimit::InFlight;
    return figures.isPathLimit ? ScanLimit::Path : ScanLimit::None;
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
    if (m_threads)
        m_threads->end();
    else
        deleteLater();
}

quint64 ScanRun::answeredPorts(quint32 host) const
{
    const quint64 before = m_earlier.scanned ? m_earlier.scanned->answeredOf(host) : 0;
    return before + m_answeredPorts.value(host);
}

std::chrono::milliseconds ScanRun::elapsed() const
{
    const TimePoint until = m_isPaused ? m_pausedAt : m_parts.clock->now();
    const Duration sinceStart = until - m_startedAt - m_pausedFor;
    return m_earlier.elapsed + std::chrono::duration_cast<std::chrono::milliseconds>(sinceStart);
}

} // namespace roadstead
