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
/// How long a host that fell silent is waited for: less long when others still answer, since then
/// it is not the network.
constexpr Duration kSilentHostPatience = 10s;
constexpr Duration kSilentNetworkPatience = 20s;
constexpr int kFewestCanaries = 3;
constexpr int kAnnouncedCanaries = 2;

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
        if (outcome.neighbourFailed && host.isUp())
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
        return onCanarySilence(host, now); // this computer forbids it, say
    m_parts.pacer->onAnswer(now);
    if (isAnswer(outcome)) {
        onAnswer(host, job, outcome, now);
    } else if (outcome.neighbourFailed && host.onNeighbourFailed(job.port)) {
        countDown(host, false);
        note(host, HostEvent::Down);
    }
    const bool isOpen = outcome.state == PortState::Open;
    if (job.purpose == Purpose::Verdict) {
        host.liarCheck().onVerdict(outcome.state);
        record(host, job, outcome);
    } else if (job.purpose == Purpose::LiarCheck) {
        onLiarTried(host, isOpen);
    }
}

void ScanLoop::onAnswer(HostScan &host, const Job &job, const ProbeOutcome &outcome, TimePoint now)
{
    if (m_lastAnswering != host.planned().number) {
        m_otherAnswering = m_lastAnswering;
        m_otherAnswer = m_lastAnswer;
        m_lastAnswering = host.planned().number;
    }
    m_lastAnswer = now;
    const bool wasDown = host.isDown();
    if (host.onAnswer(job, outcome)) {
        countDown(host, wasDown);
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
    if (job.purpose == Purpose::Verdict)
        record(host, job, outcome);
    else
        onSilence(host, job, outcome, now);
}

void ScanLoop::onSilence(HostScan &host, Job job, const ProbeOutcome &outcome, TimePoint now)
{
    m_parts.pacer->onSilence(now);
    if (job.purpose == Purpose::Canary)
        return onCanarySilence(host, now);
    if (job.purpose == Purpose::LiarCheck)
        return onLiarTried(host, false);
    if (!host.liveness().onSilence(job.sentAt, now)) {
        host.putBack(job);
        return;
    }
    job.countSilence();
    if (m_parts.pacer->retriesSilence(job.silences)) {
        host.putBack(job);
        return;
    }
    ProbeOutcome last = outcome;
    if (host.liveness().isGivenUp())
        last.detail.inferred = inferred::kBlockedSince + QString::number(host.blockedSince());
    recordAs(host, job, last, PortState::Filtered, Reason::NoResponse);
}

/// The host answered before. Either the network is gone, or the host refuses to talk to us; it is
/// waited for, and then the scan of it goes on without a canary.
void ScanLoop::onCanarySilence(HostScan &host, TimePoint now)
{
    Liveness &liveness = host.liveness();
    liveness.onCanarySilence(now);
    if (!liveness.isDoubted())
        return;
    if (liveness.canarySilences() >= kAnnouncedCanaries && host.announceSilence())
        note(host, HostEvent::FellSilent);
    const bool isLast = m_lastAnswering == host.planned().number;
    const TimePoint otherAnswer = isLast ? m_otherAnswer : m_lastAnswer;
    const bool doOthersAnswer = (isLast ? m_otherAnswering : m_lastAnswering).has_value()
                                && otherAnswer > now - liveness.doubtedFor(now);
    const Duration patience = doOthersAnswer ? kSilentHostPatience : kSilentNetworkPatience;
    if (liveness.canarySilences() < kFewestCanaries || liveness.doubtedFor(now) < patience)
        return;
    note(host, HostEvent::Blocked); // learn() brings it back with what all threads know
}

void ScanLoop::onSelfConnect(HostScan &host, Job job, const ProbeOutcome &outcome)
{
    job.countSelfConnect();
    if (job.selfConnects < kMaxSelfConnects)
        host.onCancelled(job);
    else if (job.purpose == Purpose::Verdict)
        recordAs(host, job, outcome, PortState::Closed, Reason::ConnRefused);
    else
        onSilence(host, job, outcome, m_parts.clock->now());
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
        m_parts.pacer->onShortage(m_inFlight, now);
        persists = m_parts.pacer->shortagePersists(now);
    }
    if (persists) {
        if (job.purpose == Purpose::Verdict)
            recordAs(host, job, outcome, PortState::Unknown, Reason::LocalLimit);
        else
            onSilence(host, job, outcome, now);
        return;
    }
    --job.attempts; // nothing was sent
    host.onCancelled(job);
}

void ScanLoop::onLiarTried(HostScan &host, bool isOpen)
{
    if (host.liarCheck().onTried(isOpen))
        note(host, HostEvent::AcceptsAll);
}

} // namespace roadstead
