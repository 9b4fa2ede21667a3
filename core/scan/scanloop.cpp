// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/scanloop.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace roadstead {

namespace {
constexpr int kBurst = 64;
/// Meeting oneself is chance (the kernel picks a local port among thousands); after so many times
/// in a row it is not.
constexpr quint8 kMaxSelfConnects = 8;
constexpr Duration kDeferral = std::chrono::milliseconds(250);
/// How long a host that cannot be used may take to become so (an address that is still being set
/// up).
constexpr Duration kUnusablePatience = std::chrono::seconds(3);
constexpr quint8 kMaxCounted = std::numeric_limits<quint8>::max();

void count(quint8 &counter)
{
    if (counter < kMaxCounted)
        ++counter;
}
} // namespace

ScanLoop::ScanLoop(ScanLoopParts parts)
    : m_parts(std::move(parts))
    , m_nextIndex(m_parts.first)
{
    m_parts.prober->setSink(*this);
}

ScanLoop::~ScanLoop() = default;

void ScanLoop::step()
{
    if (m_isStopped)
        return;
    const TimePoint now = m_parts.clock->now();
    expireDue(now);
    if (!m_isPaused)
        startBurst(now);
}

std::optional<TimePoint> ScanLoop::nextWake() const
{
    if (isDone())
        return std::nullopt;
    std::optional<TimePoint> wake = m_inFlight > 0 ? m_deadlines.next() : std::nullopt;
    if (!m_isPaused && hasWork() && m_inFlight < m_parts.pacer->window()) {
        const TimePoint start = m_parts.pacer->notBefore();
        wake = wake ? std::min(*wake, start) : start;
    }
    if (!m_isPaused && !m_deferred.empty())
        wake = wake ? std::min(*wake, m_deferred.front().first) : m_deferred.front().first;
    return wake;
}

void ScanLoop::stop()
{
    m_isStopped = true;
    m_parts.prober->cancelAll();
    m_deadlines.clear();
    m_waiting.clear();
    m_deferred.clear();
    m_inFlight = 0;
}

bool ScanLoop::isDone() const
{
    return m_isStopped || (m_inFlight == 0 && m_deferred.empty() && !hasWork());
}

ResultBatch ScanLoop::takeBatch()
{
    return std::exchange(m_batch, ResultBatch());
}

Shortage ScanLoop::takeShortage()
{
    return std::exchange(m_shortage, Shortage::None);
}

void ScanLoop::onProbeDone(quint32 slot, const ProbeOutcome &outcome)
{
    Slot &used = m_slots[slot];
    if (!used.isBusy)
        return;
    used.isBusy = false;
    ++used.serial;
    m_freeSlots.push_back(slot);
    --m_inFlight;
    conclude(used.job, outcome);
    if (m_parts.onProbeEnded)
        m_parts.onProbeEnded();
}

void ScanLoop::expireDue(TimePoint now)
{
    while (const auto entry = m_deadlines.takeDue(now)) {
        Slot &slot = m_slots[entry->slot];
        if (!slot.isBusy || slot.serial != entry->serial)
            continue; // it ended before its deadline
        onProbeDone(entry->slot, m_parts.prober->expire(entry->slot));
    }
}

void ScanLoop::startBurst(TimePoint now)
{
    for (int i = 0; i < kBurst; ++i) {
        if (m_inFlight >= m_parts.pacer->window() || m_parts.pacer->notBefore() > now)
            return;
        const auto job = takeJob(now);
        if (!job)
            return;
        start(*job, now);
    }
}

void ScanLoop::start(const Job &job, TimePoint now)
{
    if (m_freeSlots.empty()) {
        m_freeSlots.push_back(static_cast<quint32>(m_slots.size()));
        m_slots.emplace_back();
    }
    const quint32 index = m_freeSlots.back();
    m_freeSlots.pop_back();
    Slot &slot = m_slots[index];
    slot.job = job;
    slot.isBusy = true;
    count(slot.job.attempts);
    ++m_inFlight;
    const quint32 serial = slot.serial;
    m_parts.prober->start(index, job.probe.address, job.probe.port);
    if (!m_slots[index].isBusy || m_slots[index].serial != serial)
        return; // it ended inside start()
    m_parts.pacer->onStarted(now);
    m_usableHosts.insert(job.probe.host);
    m_deadlines.add({.when = now + m_parts.pacer->timeout(slot.job.silences + 1),
                     .slot = index,
                     .serial = serial});
}

bool ScanLoop::hasWork() const
{
    return !m_waiting.empty() || m_nextIndex < m_parts.plan->size();
}

bool ScanLoop::isDeferredDue(TimePoint now) const
{
    return !m_deferred.empty() && m_deferred.front().first <= now;
}

std::optional<ScanLoop::Job> ScanLoop::takeJob(TimePoint now)
{
    if (isDeferredDue(now)) {
        const Job job = m_deferred.front().second;
        m_deferred.pop_front();
        return job;
    }
    if (!m_waiting.empty()) {
        const Job job = m_waiting.front();
        m_waiting.pop_front();
        return job;
    }
    if (m_nextIndex >= m_parts.plan->size())
        return std::nullopt;
    Job job;
    job.probe = m_parts.plan->at(m_nextIndex);
    m_nextIndex += m_parts.stride;
    return job;
}

void ScanLoop::conclude(Job job, const ProbeOutcome &outcome)
{
    const TimePoint now = m_parts.clock->now();
    switch (outcome.kind) {
    case ProbeOutcome::Kind::Verdict:
        m_parts.pacer->onAnswer(now);
        record(job, outcome);
        return;
    case ProbeOutcome::Kind::Silence:
        count(job.silences);
        m_parts.pacer->onSilence(now);
        if (m_parts.pacer->retriesSilence(job.silences)) {
            m_waiting.push_back(job);
            return;
        }
        break;
    case ProbeOutcome::Kind::SelfConnect:
        count(job.selfConnects);
        if (job.selfConnects < kMaxSelfConnects) {
            m_waiting.push_back(job);
            return;
        }
        break;
    case ProbeOutcome::Kind::Shortage:
        concludeShortage(job, outcome, now);
        return;
    }
    const bool isSilence = outcome.kind == ProbeOutcome::Kind::Silence;
    ProbeOutcome last = outcome;
    last.state = isSilence ? PortState::Filtered : PortState::Closed;
    last.reason = isSilence ? Reason::NoResponse : Reason::ConnRefused;
    record(job, last);
}

void ScanLoop::concludeShortage(Job job, const ProbeOutcome &outcome, TimePoint now)
{
    if (outcome.shortage == Shortage::LocalPorts && !m_usableHosts.contains(job.probe.host)) {
        concludeUnusable(job, outcome, now);
        return;
    }
    m_shortage = outcome.shortage;
    m_parts.pacer->onShortage(m_inFlight, now);
    if (m_parts.pacer->shortagePersists(now)) {
        ProbeOutcome last = outcome;
        last.state = PortState::Unknown;
        last.reason = Reason::LocalLimit;
        record(job, last);
        return;
    }
    --job.attempts; // nothing was sent
    m_waiting.push_back(job);
}

void ScanLoop::concludeUnusable(const Job &job, const ProbeOutcome &outcome, TimePoint now)
{
    const auto since = m_unusableSince.constFind(job.probe.host);
    if (since == m_unusableSince.cend()) {
        m_unusableSince.insert(job.probe.host, now);
    } else if (now - since.value() >= kUnusablePatience) {
        m_shortage = Shortage::Host;
        ProbeOutcome last = outcome;
        last.state = PortState::Unknown;
        last.reason = Reason::LocalLimit;
        record(job, last);
        return;
    }
    Job later = job;
    --later.attempts; // nothing was sent
    m_deferred.emplace_back(now + kDeferral, later);
}

void ScanLoop::record(const Job &job, const ProbeOutcome &outcome)
{
    announce(job.probe);
    PortResult row;
    row.host = job.probe.host;
    row.port = job.probe.port;
    row.attempts = job.attempts;
    row.rttMicroseconds = outcome.rttMicroseconds;
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

void ScanLoop::announce(const PlannedProbe &probe)
{
    const auto before = m_announcedHosts.size();
    m_announcedHosts.insert(probe.host);
    if (m_announcedHosts.size() == before)
        return;
    m_batch.hosts.append({.number = probe.host,
                          .address = probe.address,
                          .names = m_parts.plan->namesOf(probe.address)});
}

} // namespace roadstead
