// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a scan loop makes of the outcomes of its probes.

#include "core/result/inferred.h"
#include "core/scan/scanloop.h"

namespace roadstead {

using namespace std::chrono_literals;

namespace {

/// Meeting oneself is chance (the kernel picks a local port among thousands); after so many times
/// in a row it is not.
constexpr quint8 kMaxSelfConnects = 8;
constexpr int kAnnouncedCanaries = 2;
/// A neighbour that the kernel still knows after this is there: 45 s for which it may believe an
/// answer, 5 s in which others may confirm it, three requests (arp(7), reachable_time and
/// delay_first_probe_time).
constexpr Duration kNeighbourStays = 60s;

/// Somebody answered a packet of ours: the host, or a router or firewall for it.
bool isAnswer(const ProbeOutcome &outcome)
{
    return outcome.rttMicroseconds != PortResult::kNoRtt;
}

} // namespace

void ScanLoop::conclude(HostScan &host, Job job, const ProbeOutcome &outcome, TimePoint now)
{
    switch (outcome.kind) {
    case ProbeOutcome::Kind::Verdict:
        if ((outcome.neighbourFailed || outcome.routerFailed) && host.isUp())
            return onSilence(host, job, outcome, now); // it was there a moment ago
        return onVerdict(host, job, outcome, now);
    case ProbeOutcome::Kind::Silence:
        return onSilence(host, job, outcome, now);
    case ProbeOutcome::Kind::SelfConnect:
        return onSelfConnect(host, job, outcome);
    case ProbeOutcome::Kind::Shortage:
        return onShortage(host, job, outcome, now);
    }
}

void ScanLoop::onVerdict(HostScan &host, const Job &job, const ProbeOutcome &outcome, TimePoint now)
{
    if (outcome.reason == Reason::NoRoute)
        return onNoRoute(host, job, outcome, now);
    if (job.purpose == Purpose::Canary && !isAnswer(outcome))
        return onCanarySilence(host, job, now); // this computer forbids it, say
    if (isAnswer(outcome))
        onAnswer(host, job, outcome, now);
    else
        host.onUseless(job);
    if (outcome.neighbourFailed && host.onNeighbourFailed(job.port)) {
        note(host, HostEvent::Down);
    } else if (outcome.routerFailed && host.announceNoRoute()) {
        note(host, HostEvent::RouterDown);
    }
    if (job.purpose == Purpose::Verdict) {
        host.onVerdict(job);
        record(host, job, outcome);
    }
}

void ScanLoop::onAnswer(HostScan &host, const Job &job, const ProbeOutcome &outcome, TimePoint now)
{
    const bool isFirst = !host.pace().rtt();
    const bool isUp = host.onAnswer(job, outcome, now);
    if (isFirst && host.pace().rtt())
        hasten(host);
    if (job.purpose == Purpose::Canary)
        m_answeredCanaries.insert(host.planned().number);
    if (isUp) {
        note(host, HostEvent::Up);
        m_batch.changes.last().port = job.port;
        m_batch.changes.last().reason = outcome.reason;
    }
    if (host.announceResumption())
        note(host, HostEvent::Resumed);
}

void ScanLoop::onNoRoute(HostScan &host, Job job, const ProbeOutcome &outcome, TimePoint now)
{
    if (!host.confirmsNoRoute(now)) {
        --job.attempts; // nothing was sent
        host.onCancelled(job);
        return;
    }
    if (host.announceNoRoute())
        note(host, HostEvent::NoRoute);
    if (job.purpose == Purpose::Canary)
        return onCanarySilence(host, job, now);
    host.onUseless(job);
    host.onVerdict(job);
    record(host, job, outcome);
}

void ScanLoop::onSilence(HostScan &host, const Job &job, const ProbeOutcome &outcome, TimePoint now)
{
    if (job.purpose == Purpose::Canary)
        onCanarySilence(host, job, now);
    else
        host.onSilence(job, outcome, now);
}

/// The host answered before. Either the network is gone, or the host refuses to talk to us: that is
/// for the engine to say, which knows of all hosts (learn()), but for a neighbour that is still
/// there.
void ScanLoop::onCanarySilence(HostScan &host, const Job &job, TimePoint now)
{
    if (!host.onCanarySilence(job, now))
        return;
    const Liveness &liveness = host.liveness();
    if (liveness.canarySilences() >= kAnnouncedCanaries && host.announceSilence())
        note(host, HostEvent::FellSilent);
    if (liveness.doubtedFor(now) >= kNeighbourStays
        && m_parts.prober->neighbour(host.planned().address) == NeighbourState::Resolved)
        note(host, HostEvent::Blocked);
}

void ScanLoop::onSelfConnect(HostScan &host, Job job, const ProbeOutcome &outcome)
{
    job.countSelfConnect();
    if (job.selfConnects < kMaxSelfConnects)
        host.onCancelled(job);
    else if (job.purpose == Purpose::Canary)
        onCanarySilence(host, job, m_parts.clock->now());
    else
        endAs(host, job, outcome, PortState::Closed, Reason::ConnRefused);
}

/// A port's own probe is not tried again, whatever is known of the path.
void ScanLoop::endAs(HostScan &host, const Job &job, const ProbeOutcome &outcome, PortState state,
                     Reason reason)
{
    host.onUseless(job);
    host.onVerdict(job);
    recordAs(host, job, outcome, state, reason);
}

void ScanLoop::onShortage(HostScan &host, Job job, const ProbeOutcome &outcome, TimePoint now)
{
    bool persists = false;
    if (outcome.shortage == Shortage::LocalPorts && !host.wasEverReachable()) {
        persists = host.confirmsUnusable(now);
        if (persists)
            m_shortage = Shortage::Host;
    } else {
        m_shortage = outcome.shortage;
        m_limits.onShortage(m_inFlight, now);
        persists = m_limits.shortagePersists(now);
    }
    if (persists) {
        if (job.purpose == Purpose::Canary)
            onCanarySilence(host, job, now);
        else
            endAs(host, job, outcome, PortState::Unknown, Reason::LocalLimit);
        return;
    }
    --job.attempts; // nothing was sent
    host.onCancelled(job);
}

} // namespace roadstead
