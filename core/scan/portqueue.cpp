// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/portqueue.h"

#include "core/scan/scannedports.h"

#include <algorithm>
#include <utility>

namespace roadstead {

PortQueue::PortQueue(std::shared_ptr<const Plan> plan, const PlannedHost &host,
                     const PortShare &share, std::shared_ptr<const ScannedPorts> scanned)
    : m_plan(std::move(plan))
    , m_host(host)
    , m_share(share)
    , m_scanned(scanned && scanned->countOf(host.number) > 0 ? std::move(scanned) : nullptr)
    , m_portCount(m_plan->portCount(host))
    , m_nextPort(share.first)
{
    skipScanned();
}

void PortQueue::skipScanned()
{
    while (m_scanned && m_nextPort < m_portCount
           && m_scanned->contains(m_host.number, m_plan->portAt(m_host, m_nextPort)))
        m_nextPort += m_share.stride;
}

std::optional<TimePoint> PortQueue::nextDue(TimePoint now) const
{
    if (!m_again.empty() || hasUntried())
        return now;
    return m_retries.empty() ? std::nullopt : std::optional(m_retries.top().due);
}

std::optional<Job> PortQueue::take(TimePoint now, bool prefersRetry)
{
    if (!m_again.empty()) {
        const Job job = m_again.front();
        m_again.pop_front();
        return job;
    }
    const bool isRetryDue = !m_retries.empty() && m_retries.top().due <= now;
    if (isRetryDue && (prefersRetry || !hasUntried()))
        return takeRetry();
    return hasUntried() ? std::optional(takeUntried()) : std::nullopt;
}

std::optional<Job> PortQueue::takeAny()
{
    if (const auto job = take(TimePoint::max(), false))
        return job;
    if (const auto job = takeKept())
        return job;
    return takeBeyondLimit();
}

bool PortQueue::bringBack(const std::function<bool(const Job &)> &isEnough, TimePoint due)
{
    const auto wanting = std::stable_partition(m_kept.begin(), m_kept.end(), isEnough);
    if (wanting == m_kept.end())
        return false;
    for (auto job = wanting; job != m_kept.end(); ++job)
        retry(*job, due);
    m_kept.erase(wanting, m_kept.end());
    return true;
}

std::optional<Job> PortQueue::takeKept()
{
    if (m_kept.empty())
        return std::nullopt;
    const Job job = m_kept.back();
    m_kept.pop_back();
    return job;
}

void PortQueue::forgetSilences(quint8 era, TimePoint due)
{
    std::vector<Job> jobs = std::exchange(m_kept, {});
    while (!m_retries.empty())
        jobs.push_back(takeRetry());
    for (Job &job : jobs) {
        job.silences = 0;
        job.era = era;
        retry(job, due);
    }
}

void PortQueue::limitTo(quint32 ports)
{
    m_limit = m_share.first + ports * m_share.stride;
}

std::optional<Job> PortQueue::takeBeyondLimit()
{
    return hasBeyondLimit() ? std::optional(takeUntried()) : std::nullopt;
}

Job PortQueue::takeUntried()
{
    Job job;
    job.port = m_plan->portAt(m_host, m_nextPort);
    m_nextPort += m_share.stride;
    skipScanned();
    return job;
}

Job PortQueue::takeRetry()
{
    const Job job = m_retries.top().job;
    m_retries.pop();
    return job;
}

} // namespace roadstead
