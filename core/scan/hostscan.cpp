// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/hostscan.h"

#include <algorithm>
#include <utility>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
constexpr int kScouts = 4; ///< under way at once
/// By then the table tells of what the scouts asked for, and a live host on our link has answered.
constexpr Duration kFirstGateCheck = 25ms;
constexpr Duration kGateCheck = 100ms;
/// The kernel gives up after 3.06 s (measured); a probe that waits for it has a little longer.
constexpr Duration kNeighbourPatience = 3'500ms;
constexpr Duration kRetryPause = 250ms;
constexpr Duration kNoRoutePatience = 200ms;
constexpr Duration kLostRoutePatience = 60s;
/// How long a host that cannot be used may take to become so (an address that is still being set
/// up).
constexpr Duration kUnusablePatience = 3s;

/// The host itself answered, over TCP, and will do so again.
bool isCanary(Reason reason)
{
    return reason == Reason::SynAck || reason == Reason::Reset || reason == Reason::ConnRefused;
}
} // namespace

HostScan::HostScan(std::shared_ptr<const Plan> plan, const PlannedHost &host,
                   const PortShare &share, const HostRules &rules)
    : m_plan(std::move(plan))
    , m_host(host)
    , m_share(share)
    , m_rules(rules)
    , m_nextPort(share.first)
    , m_portCount(m_plan->portCount(host))
    , m_gate(rules.scanDownHosts ? Gate::Open : Gate::Scouting)
{}

std::optional<TimePoint> HostScan::nextTurn(TimePoint now) const
{
    if (isDown())
        return std::nullopt;
    if (m_liveness.isDoubted()) {
        const auto canary = m_liveness.nextCanary();
        return canary ? std::optional(std::max(*canary, m_notBefore)) : std::nullopt;
    }
    if (hasWork() && maySendMore())
        return std::max(m_notBefore, now);
    if (m_gate != Gate::Open && (hasWork() || m_underWay > 0))
        return m_gateCheck;
    return std::nullopt;
}

std::optional<Job> HostScan::take(TimePoint now)
{
    if (isDown() || now < m_notBefore)
        return std::nullopt;
    Job job;
    if (m_liveness.wantsCanary(m_underWay > 0, now) && (hasWork() || m_liveness.isDoubted())) {
        m_liveness.onCanarySent(now);
        job.port = m_liveness.takeCanary();
        job.purpose = Purpose::Canary;
    } else if (!m_liveness.isDoubted() && hasWork() && maySendMore()) {
        job = takePort();
    } else {
        return std::nullopt;
    }
    if (m_gate != Gate::Open && !m_gateCheck)
        m_gateCheck = now + kFirstGateCheck;
    ++m_underWay;
    job.sentAt = now;
    return job;
}

Job HostScan::takePort()
{
    if (!m_waiting.empty()) {
        const Job job = m_waiting.front();
        m_waiting.pop_front();
        return job;
    }
    Job job;
    job.port = m_plan->portAt(m_host, m_nextPort);
    m_nextPort += m_share.stride;
    return job;
}

void HostScan::onCancelled(const Job &job)
{
    if (job.purpose == Purpose::Canary)
        m_liveness.onCanaryCancelled();
    else
        putBack(job);
}

std::optional<Job> HostScan::takeUntried()
{
    return hasWork() ? std::optional(takePort()) : std::nullopt;
}

bool HostScan::maySendMore() const
{
    // When the kernel gave up on one, the others are about to say so too.
    return m_gate == Gate::Open || m_underWay < (m_failedPort ? 1 : kScouts);
}

bool HostScan::isFinished() const
{
    return m_underWay == 0 && !hasWork();
}

bool HostScan::wantsNeighbour(TimePoint now) const
{
    return m_gate != Gate::Open && m_gateCheck && *m_gateCheck <= now;
}

void HostScan::onNeighbour(NeighbourState state, TimePoint now)
{
    m_gateCheck = now + kGateCheck;
    if (state == NeighbourState::Unresolved) {
        m_gate = Gate::Unresolved;
        return;
    }
    if (state == NeighbourState::Failed)
        return; // the probes are about to say so
    if (m_gate == Gate::Unresolved)
        m_resolvedAt = now;
    m_gate = Gate::Open;
}

std::optional<TimePoint> HostScan::neighbourDeadline(TimePoint sentAt, Duration patience,
                                                     TimePoint now) const
{
    TimePoint deadline{};
    if (m_gate == Gate::Unresolved)
        deadline = std::min(sentAt + kNeighbourPatience, now + kGateCheck);
    else if (m_resolvedAt && sentAt < *m_resolvedAt)
        deadline = *m_resolvedAt + patience; // it left the kernel only then
    return deadline > now ? std::optional(deadline) : std::nullopt;
}

bool HostScan::hasNeighbourFailed(NeighbourState state, TimePoint sentAt, TimePoint now) const
{
    if (m_gate != Gate::Unresolved)
        return false;
    return state == NeighbourState::Failed
           || (state == NeighbourState::Unresolved && now - sentAt >= kNeighbourPatience);
}

bool HostScan::onAnswer(const Job &job, const ProbeOutcome &outcome, TimePoint now)
{
    m_liveness.onAnswer(job.sentAt, now);
    if (isCanary(outcome.reason))
        m_liveness.addCanary(job.port);
    m_gate = Gate::Open;
    const auto &icmp = outcome.detail.icmp;
    if (!isCanary(outcome.reason) && !(icmp && icmp->sender == m_host.address))
        return false; // a router's word
    return std::exchange(m_standing, Standing::Up) != Standing::Up;
}

bool HostScan::onNeighbourFailed(quint16 port)
{
    if (!m_failedPort)
        m_failedPort = port;
    if (m_failedPort == port)
        return false;
    const bool wasDown = isDown();
    setDown();
    return isDown() && !wasDown;
}

void HostScan::setDown()
{
    if (!m_rules.scanDownHosts && m_standing == Standing::Unknown)
        m_standing = Standing::Down;
}

void HostScan::setUp(const HostChange &change, TimePoint now)
{
    m_gate = Gate::Open;
    m_standing = Standing::Up;
    if (isCanary(change.reason))
        m_liveness.learnCanary(change.port, now);
}

void HostScan::restartPatience(TimePoint now)
{
    m_liveness.restartPatience(now);
    m_noRouteSince.reset();
    m_unusableSince.reset();
}

void HostScan::setBlocked(quint64 answeredPorts)
{
    m_blockedSince = answeredPorts;
    m_liveness.giveUp();
}

void HostScan::onStarted()
{
    m_wasEverReachable = true;
    m_noRouteSince.reset();
    m_unusableSince.reset();
}

bool HostScan::confirmsNoRoute(TimePoint now)
{
    return outlasts(m_noRouteSince, m_wasEverReachable ? kLostRoutePatience : kNoRoutePatience,
                    now);
}

bool HostScan::confirmsUnusable(TimePoint now)
{
    return outlasts(m_unusableSince, kUnusablePatience, now);
}

/// Otherwise nothing goes to the host for a moment.
bool HostScan::outlasts(std::optional<TimePoint> &since, Duration patience, TimePoint now)
{
    if (!since)
        since = now;
    if (now - *since >= patience)
        return true;
    m_notBefore = now + kRetryPause;
    return false;
}

} // namespace roadstead
