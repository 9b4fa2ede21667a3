// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a scan loop tells: the rows of ports, and what became known of their hosts.

#include "core/result/inferred.h"
#include "core/scan/scanloop.h"

#include <algorithm>
#include <limits>

namespace roadstead {

namespace {
constexpr qsizetype kRowsAtOnce = 1'000;
} // namespace

void ScanLoop::recordAs(const HostScan &host, const Job &job, ProbeOutcome outcome, PortState state,
                        Reason reason)
{
    outcome.state = state;
    outcome.reason = reason;
    record(host, job, outcome);
}

void ScanLoop::record(const HostScan &host, const Job &job, const ProbeOutcome &outcome)
{
    announce(host.planned());
    PortResult row;
    row.host = host.planned().number;
    row.port = job.port;
    row.attempts = job.attempts;
    row.setRtt(outcome.rttMicroseconds);
    const auto at = std::chrono::duration_cast<std::chrono::milliseconds>(m_parts.clock->now()
                                                                          - m_parts.startedAt);
    row.atMilliseconds = static_cast<quint32>(
        std::clamp<qint64>(at.count(), 0, std::numeric_limits<quint32>::max()));
    row.setVerdict(outcome.state, outcome.reason);
    if (!outcome.detail.isEmpty())
        m_batch.details.append({.row = m_batch.rows.size(), .detail = outcome.detail});
    m_batch.rows.append(row);
    ++m_doneCount;
}

void ScanLoop::recordSilent(HostScan &host, const Job &job)
{
    ProbeOutcome outcome;
    outcome.detail.synRetransmissions = job.synRetransmissions;
    if (job.wasBlocked)
        outcome.detail.inferred = inferred::kBlockedSince + QString::number(host.blockedSince());
    else if (host.pace().isIcmpLimited())
        outcome.detail.inferred = inferred::kIcmpRateLimit;
    const double missChance = host.missChance(job);
    recordAs(host, job, outcome, PortState::Filtered, Reason::NoResponse);
    if (!job.wasBlocked)
        m_batch.rows.last().setMissChance(missChance);
}

/// Their silent ports, as many as a batch takes.
void ScanLoop::recordSettled()
{
    while (!m_settled.empty() && m_batch.rows.size() < kRowsAtOnce) {
        HostScan *host = m_hosts.find(m_settled.front());
        std::optional<Job> silent;
        std::optional<Job> skipped;
        if (host != nullptr && host->isIdle()) // nothing has happened to it since
            silent = host->takeSilent();
        if (host != nullptr && host->isIdle() && !silent)
            skipped = host->takeSkipped();
        if (silent) {
            recordSilent(*host, *silent);
        } else if (skipped) {
            recordAs(*host, *skipped, {}, PortState::Unknown, Reason::NotProbed);
        } else {
            m_settled.pop_front();
            if (host != nullptr && host->isFinished())
                settle(*host, m_parts.clock->now());
            else if (host != nullptr)
                m_hosts.schedule(*host, m_parts.clock->now()); // it settles again
        }
    }
}

/// Those that were tried often enough as far as was known, when the scan is stopped.
void ScanLoop::keepSilentPorts()
{
    m_hosts.forEach([this](HostScan &host) {
        while (const auto job = host.takeSilent())
            recordSilent(host, *job);
    });
}

/// Those that are given time to speak first are known to be open.
void ScanLoop::keepOpenPorts()
{
    for (quint32 index = 0; index < m_slots.size(); ++index) {
        const HostScan *host = m_slots[index].host;
        if (host == nullptr || !m_parts.prober->listensUntil(index))
            continue;
        const ProbeOutcome outcome = m_parts.prober->expire(index);
        if (m_slots[index].job.purpose == Purpose::Verdict)
            record(*host, m_slots[index].job, outcome);
    }
}

/// Nothing else is left to do, so nothing will bring them back.
void ScanLoop::reportDownHosts()
{
    if (m_inFlight > 0)
        return retryUnderWay(); // of hosts that are down, which try nothing again
    while (HostScan *host = m_hosts.anyDown()) {
        while (m_batch.rows.size() < kRowsAtOnce) {
            const auto job = host->takeAny();
            if (!job)
                break;
            ProbeOutcome outcome;
            if (job->attempts > 0) // of untried ones that follows from the row itself
                outcome.detail.inferred = inferred::kHostDown;
            recordAs(*host, *job, outcome, PortState::Filtered, Reason::HostUnreach);
        }
        if (!host->isFinished())
            return; // the rest next time
        settle(*host, m_parts.clock->now());
    }
}

void ScanLoop::note(const HostScan &host, HostEvent event, quint64 count)
{
    HostChange change;
    change.host = host.planned().number;
    change.address = host.planned().address;
    change.event = event;
    change.count = count;
    m_batch.changes.append(change);
}

void ScanLoop::announce(const PlannedHost &host)
{
    const auto before = m_announcedHosts.size();
    m_announcedHosts.insert(host.number);
    if (m_announcedHosts.size() == before)
        return;
    m_batch.hosts.append({.number = host.number,
                          .address = host.address,
                          .names = m_parts.plan->namesOf(host.address)});
}

} // namespace roadstead
