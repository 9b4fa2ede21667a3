// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/scanloop.h"

#include "core/result/inferred.h"
#include "core/scan/scannedports.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace roadstead {

namespace {
constexpr int kBurst = 64;
constexpr int kHostsAtOnce = 10'000;
/// Between two looks at the figures.
constexpr Duration kLately = std::chrono::milliseconds(100);

/// Its /24 or /64: what is mostly behind one link.
Address networkOf(const Address &address)
{
    return address.isIpv4() ? Address::fromIpv4(address.toIpv4() & 0xffff'ff00)
                            : Address::fromIpv6(address.high, 0, address.scope);
}
} // namespace

ScanLoop::ScanLoop(ScanLoopParts parts)
    : m_parts(std::move(parts))
    , m_limits(m_parts.limits)
    , m_nextHost(m_parts.share.firstHost)
    , m_suspended(m_parts.clock->suspended())
{
    m_parts.prober->setSink(*this);
}

ScanLoop::~ScanLoop() = default;

void ScanLoop::step()
{
    if (m_isStopped)
        return;
    const Duration suspended = m_parts.clock->suspended();
    if (suspended - std::exchange(m_suspended, suspended) >= kShortestSleep)
        retryUnderWay(); // answers may have come while nobody was there
    const TimePoint now = m_parts.clock->now();
    expireDue(now);
    recordSettled();
    if (m_isPaused)
        return;
    startBurst(now);
    if (m_hosts.size() > 0 && m_hosts.size() == m_hosts.downCount() && !hasMoreHosts())
        reportDownHosts();
}

std::optional<TimePoint> ScanLoop::nextWake() const
{
    if (isDone())
        return std::nullopt;
    std::optional<TimePoint> wake = m_inFlight > 0 ? m_deadlines.next() : std::nullopt;
    const auto atLatest = [&wake](TimePoint moment) {
        wake = std::min(wake.value_or(moment), moment);
    };
    if (!m_settled.empty())
        atLatest(TimePoint{});
    if (m_isPaused)
        return wake;
    if (m_hosts.size() == m_hosts.downCount())
        atLatest(m_limits.notBefore()); // more hosts, or those that are down
    if (m_inFlight < m_limits.window()) {
        if (const auto turn = m_hosts.nextTurn())
            atLatest(std::max(*turn, m_limits.notBefore()));
    }
    return wake;
}

void ScanLoop::retryUnderWay()
{
    if (m_isStopped)
        return;
    const TimePoint now = m_parts.clock->now();
    m_hosts.restartPatience(now);
    for (quint32 index = 0; index < m_slots.size(); ++index) {
        HostScan *host = m_slots[index].host;
        if (host == nullptr)
            continue;
        const ProbeOutcome outcome = m_parts.prober->expire(index);
        const Job job = release(index);
        if (outcome.kind == ProbeOutcome::Kind::Verdict)
            conclude(*host, job, outcome, now);
        else
            host->onCancelled(job);
        settle(*host, now);
    }
}

void ScanLoop::learn(const HostChange &change)
{
    HostScan *host = m_hosts.find(change.host);
    if (host == nullptr)
        return;
    if (change.event == HostEvent::Up)
        host->setUp(change, m_parts.clock->now());
    else if (change.event == HostEvent::Down)
        host->setDown();
    else if (change.event == HostEvent::Blocked)
        host->setBlocked(change.count, m_parts.clock->now());
    settle(*host, m_parts.clock->now());
}

void ScanLoop::setPaused(bool paused)
{
    if (m_isPaused && !paused)
        m_hosts.restartPatience(m_parts.clock->now());
    m_isPaused = paused;
}

void ScanLoop::stop()
{
    keepOpenPorts();
    keepSilentPorts();
    m_isStopped = true;
    m_parts.prober->cancelAll();
    m_deadlines.clear();
    for (Slot &slot : m_slots)
        slot.host = nullptr;
    m_hosts.clear();
    m_settled.clear();
    m_inFlight = 0;
}

bool ScanLoop::isDone() const
{
    return m_isStopped || (m_inFlight == 0 && m_hosts.size() == 0 && !hasMoreHosts());
}

ResultBatch ScanLoop::takeBatch()
{
    return std::exchange(m_batch, ResultBatch());
}

QSet<quint32> ScanLoop::takeAnsweredCanaries()
{
    return std::exchange(m_answeredCanaries, {});
}

Shortage ScanLoop::takeShortage()
{
    return std::exchange(m_shortage, Shortage::None);
}

void ScanLoop::onProbeDone(quint32 slot, const ProbeOutcome &outcome)
{
    HostScan *host = m_slots[slot].host;
    if (host == nullptr)
        return;
    const TimePoint now = m_parts.clock->now();
    const Job job = release(slot);
    conclude(*host, job, outcome, now);
    settle(*host, now);
    if (m_parts.onProbeEnded)
        m_parts.onProbeEnded();
}

void ScanLoop::expireDue(TimePoint now)
{
    while (const auto entry = m_deadlines.takeDue(now)) {
        const Slot &slot = m_slots[entry->slot];
        if (slot.host == nullptr || slot.serial != entry->serial)
            continue; // it ended before its deadline
        if (const auto later = extendedDeadline(entry->slot, now))
            m_deadlines.add({.when = *later, .slot = entry->slot, .serial = entry->serial});
        else
            expire(entry->slot);
    }
}

/// What is under way to it need not be waited for so long any more.
void ScanLoop::hasten(const HostScan &host)
{
    for (quint32 index = 0; index < m_slots.size(); ++index) {
        const Slot &slot = m_slots[index];
        if (slot.host == &host)
            m_deadlines.add({.when = slot.job.sentAt + host.timeoutOf(slot.job),
                             .slot = index,
                             .serial = slot.serial});
    }
}

/// The kernel tells each waiting connection when it gives up on a neighbour, but no more than a
/// thousand in a second (icmp_msgs_per_sec). Its neighbour table tells for the rest.
void ScanLoop::expire(quint32 index)
{
    const bool hasFailed = hasNeighbourFailed(m_slots[index], m_parts.clock->now());
    ProbeOutcome outcome = m_parts.prober->expire(index);
    if (outcome.kind == ProbeOutcome::Kind::Silence && hasFailed) {
        outcome.kind = ProbeOutcome::Kind::Verdict;
        outcome.state = PortState::Filtered;
        outcome.reason = Reason::HostUnreach;
        outcome.neighbourFailed = true;
        outcome.detail.inferred = inferred::kHostDown;
    }
    onProbeDone(index, outcome);
}

bool ScanLoop::hasNeighbourFailed(const Slot &slot, TimePoint now)
{
    if (!slot.host->gate().isUnresolved())
        return false; // nor has the table to be asked
    const NeighbourState state = m_parts.prober->neighbour(slot.host->planned().address);
    return slot.host->gate().hasFailed(state, slot.job.sentAt, now);
}

/// Not yet: the kernel still asks for the neighbour, or an open port is given time to speak.
std::optional<TimePoint> ScanLoop::extendedDeadline(quint32 index, TimePoint now)
{
    const Slot &slot = m_slots[index];
    if (const auto later = m_parts.prober->listensUntil(index); later && *later > now)
        return later;
    if (hasNeighbourFailed(slot, now))
        return std::nullopt;
    // It may have grown meanwhile.
    const Duration patience = slot.host->timeoutOf(slot.job);
    if (slot.job.sentAt + patience > now)
        return slot.job.sentAt + patience;
    return slot.host->gate().deadline(slot.job.sentAt, patience, now);
}

void ScanLoop::startBurst(TimePoint now)
{
    takeHosts(now);
    for (int i = 0; i < kBurst; ++i) {
        if (m_inFlight >= m_limits.window())
            return;
        if (m_limits.notBefore() > now) {
            m_heldBackAt = now;
            return;
        }
        HostScan *host = m_hosts.next(now);
        if (host == nullptr)
            return;
        if (host->gate().wantsCheck(now))
            host->gate().onChecked(m_parts.prober->neighbour(host->planned().address), now);
        const quint32 number = host->planned().number;
        if (const auto job = host->take(now))
            start(*host, *job, now);
        else
            settle(*host, now);
        sendOwedPort(number, now);
    }
}

/// Whatever the rate: on the whole it is kept.
void ScanLoop::sendOwedPort(quint32 number, TimePoint now)
{
    HostScan *host = m_hosts.find(number);
    if (host == nullptr || !host->owesPort() || m_inFlight >= m_limits.window())
        return;
    if (const auto job = host->take(now))
        start(*host, *job, now);
}

/// As many hosts as may be under way; those that are down only wait to be reported. Of a scan that
/// is continued, or of a part of one, millions may have nothing to be done: the rest next time.
void ScanLoop::takeHosts(TimePoint now)
{
    for (int i = 0; i < kHostsAtOnce; ++i) {
        if (!hasMoreHosts() || m_hosts.size() - m_hosts.downCount() >= m_parts.share.activeHosts
            || m_hosts.gatedCount() >= m_parts.share.gatedHosts)
            return;
        takeHost(m_parts.plan->hostAt(m_nextHost), now);
        m_nextHost += m_parts.share.hostStride;
    }
}

void ScanLoop::takeHost(const PlannedHost &host, TimePoint now)
{
    const auto &scanned = m_parts.scanned;
    if (m_parts.plan->portCount(host) == (scanned ? scanned->countOf(host.number) : 0))
        return;
    auto scan = std::make_unique<HostScan>(
        host, PortQueue(m_parts.plan, host, m_parts.share.ports, scanned), m_parts.rules,
        paceOf(host));
    if (scan->isFinished())
        return; // the rest is for other threads
    HostScan &added = m_hosts.add(std::move(scan), now);
    const auto up = scanned ? scanned->proofOf(host.number) : std::nullopt;
    if (up) {
        added.setUp(*up, now);
        m_hosts.schedule(added, now);
    }
}

HostPace ScanLoop::paceOf(const PlannedHost &host)
{
    const Address network = networkOf(host.address);
    std::weak_ptr<NetworkPace> &known = m_networks[network];
    std::shared_ptr<NetworkPace> pace = known.lock();
    if (!pace) {
        pace = std::make_shared<NetworkPace>(m_parts.rules.pace);
        known = pace;
    }
    return {m_parts.rules.pace, m_priors.value(network), std::move(pace)};
}

bool ScanLoop::hasMoreHosts() const
{
    return m_nextHost < m_parts.plan->hostCount();
}

void ScanLoop::start(HostScan &host, const Job &job, TimePoint now)
{
    if (m_freeSlots.empty()) {
        m_freeSlots.push_back(static_cast<quint32>(m_slots.size()));
        m_slots.emplace_back();
    }
    const quint32 index = m_freeSlots.back();
    m_freeSlots.pop_back();
    Slot &slot = m_slots[index];
    slot.host = &host;
    slot.job = job;
    slot.job.countAttempt();
    ++m_inFlight;
    const quint32 serial = slot.serial;
    const Duration patience = host.timeoutOf(job);
    m_hosts.schedule(host, now); // the host may be gone when start() returns
    m_parts.prober->start(index, host.planned().address, job.port);
    if (m_slots[index].host == nullptr || m_slots[index].serial != serial)
        return; // it ended inside start()
    m_limits.onStarted(now);
    host.onStarted();
    m_deadlines.add({.when = now + patience, .slot = index, .serial = serial});
}

Job ScanLoop::release(quint32 slot)
{
    Slot &used = m_slots[slot];
    used.host->onEnded();
    used.host = nullptr;
    ++used.serial;
    m_freeSlots.push_back(slot);
    --m_inFlight;
    return used.job;
}

/// Something happened to the host: it may have become finished, or able to send again.
void ScanLoop::settle(HostScan &host, TimePoint now)
{
    if (host.isFinished()) {
        if (host.announceResumption()) // nobody waits for it any more
            note(host, HostEvent::Resumed);
        m_priors[networkOf(host.planned().address)].add(host.pace().experience());
        m_hosts.remove(host);
    } else if (host.isSettled(now)) {
        m_settled.push_back(host.planned().number);
    } else {
        m_hosts.schedule(host, now);
    }
}

PaceFigures ScanLoop::figures() const
{
    PaceFigures figures;
    figures.inFlight = m_inFlight;
    figures.window = m_limits.window();
    const TimePoint now = m_parts.clock->now();
    const bool isHeldBack =
        m_limits.notBefore() > now || (m_heldBackAt && now - *m_heldBackAt < kLately);
    figures.isRateLimit = m_limits.hasRate() && isHeldBack;
    Duration rtts{0};
    int measured = 0;
    m_hosts.forEach([&](const HostScan &host) {
        figures.silentPorts += host.silentCount();
        figures.isPathLimit |= host.pace().limitedBy() == PaceLimit::Path;
        const auto rtt = host.pace().rtt();
        if (!rtt)
            return;
        rtts += *rtt;
        figures.loss += host.pace().loss();
        ++measured;
    });
    if (measured > 0) {
        figures.rtt = std::chrono::duration_cast<std::chrono::microseconds>(rtts / measured);
        figures.loss /= measured;
    }
    return figures;
}

} // namespace roadstead
