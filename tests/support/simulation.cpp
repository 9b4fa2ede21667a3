// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/simulation.h"

#include <algorithm>
#include <utility>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
// As core/scan has them (scanthreads.cpp, scanworker.cpp).
constexpr Duration kProgressInterval = std::chrono::milliseconds(100);
constexpr size_t kActiveHosts = 512;
constexpr quint64 kHostsWorthSharing = 16;
constexpr qsizetype kBatchRows = 1'000;
constexpr Duration kTick = 50ms;
/// A turn of the event loop takes time even if nothing is done in it.
constexpr Duration kTurnCost = 2us;
/// More than any scan needs; a loop that spins would never reach its deadline.
constexpr quint64 kMostIdleTurns = 20'000'000;
} // namespace

Simulation::Simulation(std::shared_ptr<FakeClock> clock, SimulatedNetwork &network,
                       const SimulationSetup &setup)
    : m_clock(std::move(clock))
    , m_network(network)
    , m_setup(setup)
    , m_plan(std::make_shared<Plan>(setup.plan))
    , m_startedAt(m_clock->now())
{
    for (int part = 0; part < setup.loops; ++part)
        addThread(part);
}

Simulation::~Simulation() = default;

void Simulation::addThread(int part)
{
    auto prober = std::make_unique<SimulatedProber>(m_network, m_clock, m_setup.descriptors);
    Thread thread;
    thread.prober = prober.get();
    ScanLoopParts parts;
    parts.plan = m_plan;
    parts.share = shareOf(part);
    parts.rules = m_setup.rules;
    parts.prober = std::move(prober);
    parts.clock = m_clock;
    parts.startedAt = m_startedAt;
    m_setup.setPace(parts, m_setup.loops);
    thread.loop = std::make_unique<ScanLoop>(std::move(parts));
    thread.wake = m_startedAt;
    thread.reportAt = m_startedAt + kTick;
    m_threads.push_back(std::move(thread));
}

PlanShare Simulation::shareOf(int part) const
{
    const auto first = static_cast<quint32>(part);
    const auto stride = static_cast<quint32>(m_setup.loops);
    PlanShare share;
    share.activeHosts = kActiveHosts / stride;
    if (m_plan->hostCount() >= kHostsWorthSharing * stride) {
        share.firstHost = first;
        share.hostStride = stride;
    } else {
        share.ports = {.first = first, .stride = stride};
    }
    return share;
}

bool Simulation::run()
{
    return runUntil(m_setup.deadline);
}

bool Simulation::runUntil(Duration end)
{
    while (!isDone() && m_idleTurns < kMostIdleTurns) {
        const auto next = nextMoment();
        if (!next || *next - m_startedAt > end)
            break;
        if (*next > m_clock->now())
            m_clock->advance(*next - m_clock->now());
        m_network.handleDue();
        if (m_clock->now() >= m_nextLook)
            lookAtSilentHosts();
        for (Thread &thread : m_threads) {
            const auto turn = nextTurn(thread);
            if (turn && *turn <= m_clock->now())
                takeTurn(thread);
        }
    }
    for (Thread &thread : m_threads)
        report(thread);
    return isDone();
}

bool Simulation::isDone() const
{
    return std::all_of(m_threads.cbegin(), m_threads.cend(),
                       [](const Thread &thread) { return thread.loop->isDone(); });
}

std::optional<TimePoint> Simulation::nextTurn(const Thread &thread) const
{
    if (thread.loop->isDone())
        return std::nullopt;
    std::optional<TimePoint> turn = thread.wake;
    if (thread.prober->hasNews())
        turn = TimePoint{};
    if (thread.loop->pendingRows() > 0)
        turn = std::min(turn.value_or(thread.reportAt), thread.reportAt);
    return turn ? std::optional(std::max(*turn, thread.busyUntil)) : std::nullopt;
}

std::optional<TimePoint> Simulation::nextMoment()
{
    std::optional<TimePoint> next = m_network.nextEvent();
    if (m_silentHosts.isWaiting())
        next = std::min(next.value_or(m_nextLook), m_nextLook);
    for (const Thread &thread : m_threads) {
        if (const auto turn = nextTurn(thread))
            next = std::min(next.value_or(*turn), *turn);
    }
    return next;
}

/// The sockets that have something, then the loop, as often as it is woken.
void Simulation::takeTurn(Thread &thread)
{
    const TimePoint now = m_clock->now();
    const quint64 started = thread.prober->started();
    const quint64 ended = thread.prober->ended();
    const quint64 done = thread.loop->doneCount();
    const bool isWoken = thread.wake && *thread.wake <= now;
    const bool hasNews = thread.prober->hasNews();
    thread.prober->deliver();
    if (isWoken || hasNews)
        thread.loop->step();
    const auto startedNow = static_cast<int>(thread.prober->started() - started);
    const auto endedNow = static_cast<int>(thread.prober->ended() - ended);
    thread.busyUntil =
        now + kTurnCost + startedNow * m_setup.startCost + endedNow * m_setup.endCost;
    ++m_turns;
    if (startedNow == 0 && endedNow == 0 && thread.loop->doneCount() == done
        && thread.reportAt > now)
        ++m_idleTurns;
    if (now >= thread.reportAt || thread.loop->pendingRows() >= kBatchRows || thread.loop->isDone())
        report(thread);
    arm(thread);
}

/// The worker's timer counts milliseconds.
void Simulation::arm(Thread &thread)
{
    thread.wake = thread.loop->nextWake();
    const TimePoint now = m_clock->now();
    if (thread.wake && *thread.wake > now)
        thread.wake = now + std::chrono::ceil<std::chrono::milliseconds>(*thread.wake - now);
}

void Simulation::report(Thread &thread)
{
    thread.reportAt = m_clock->now() + kTick;
    const ResultBatch batch = thread.loop->takeBatch();
    for (const RowDetail &detail : batch.details)
        details.append({.row = rows.size() + detail.row, .detail = detail.detail});
    for (const PortResult &row : batch.rows) {
        if (!row.hasRtt())
            continue;
        ++m_answeredPorts[row.host];
        m_silentHosts.onAnswer(row.host, m_clock->now());
    }
    const QSet<quint32> answeredCanaries = thread.loop->takeAnsweredCanaries();
    for (const quint32 host : answeredCanaries)
        m_silentHosts.onAnswer(host, m_clock->now());
    rows.append(batch.rows);
    hosts.append(batch.hosts);
    changes.append(batch.changes);
    for (const HostChange &change : batch.changes)
        tell(change);
}

/// What one loop has learned the others are told, as ScanRun does it.
void Simulation::tell(HostChange change)
{
    if (change.event == HostEvent::FellSilent)
        return m_silentHosts.onFellSilent(change, m_clock->now());
    if (change.event == HostEvent::Resumed)
        return m_silentHosts.onResumed(change);
    if (change.event == HostEvent::Up)
        m_silentHosts.onUp(change);
    if (change.event == HostEvent::Blocked)
        change.count = m_answeredPorts.value(change.host);
    else if (!m_news.isNews(change)
             || (change.event != HostEvent::Up && change.event != HostEvent::Down))
        return;
    for (Thread &thread : m_threads) {
        thread.loop->learn(change);
        arm(thread);
    }
}

/// A witness always answers here: those that do not are silent themselves.
void Simulation::lookAtSilentHosts()
{
    m_nextLook = m_clock->now() + kProgressInterval;
    const SilentHosts::News news = m_silentHosts.look(m_clock->now());
    if (!news.witnesses.isEmpty()) {
        ++witnessRounds;
        m_silentHosts.onAnswer(SilentHosts::kWitness, m_clock->now());
    }
    for (const HostChange &change : news.blocked)
        tell(change);
}

std::vector<PaceFigures> Simulation::figures() const
{
    std::vector<PaceFigures> list;
    for (const Thread &thread : m_threads)
        list.push_back(thread.loop->figures());
    return list;
}

quint64 Simulation::started() const
{
    quint64 sum = 0;
    for (const Thread &thread : m_threads)
        sum += thread.prober->started();
    return sum;
}

int Simulation::mostInFlight() const
{
    int most = 0;
    for (const Thread &thread : m_threads)
        most = std::max(most, thread.prober->mostInFlight());
    return most;
}

} // namespace roadstead
