// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a scan does when the network, the targets or this computer are away for a while.

#include "core/scan/networkwatch.h"
#include "core/scan/scanrun.h"

#include <algorithm>
#include <utility>

namespace roadstead {

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
    emit m_threads->retryOrdered();
    emit noticed({.code = ScanNoticeCode::LinkLost, .subject = interfaceName, .count = 0});
}

void ScanRun::onLinkBack(const QString &interfaceName)
{
    m_isLinkLost = !m_watch->lostLinks().isEmpty();
    m_silentHosts.restartPatience(m_parts.clock->now());
    orderPause();
    emit noticed({.code = ScanNoticeCode::LinkBack, .subject = interfaceName, .count = 0});
}

/// The targets may be other hosts now, so a person has to say whether to go on, if there is one.
void ScanRun::onNetworkChanged()
{
    m_isLinkLost = false;
    emit m_threads->retryOrdered();
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

/// What the scan threads see of them, put together. While nothing is sent there is nothing to see.
void ScanRun::lookAtSilentHosts()
{
    if (m_isPaused || m_isLinkLost || m_isConcluded)
        return;
    const SilentHosts::News news = m_silentHosts.look(m_parts.clock->now());
    const auto tell = [this](ScanNoticeCode code, const QList<HostChange> &hosts) {
        if (!hosts.isEmpty())
            emit noticed(
                {.code = code,
                 .subject = hosts.size() == 1 ? hosts.first().address.toString() : QString(),
                 .count = static_cast<quint64>(hosts.size())});
    };
    tell(ScanNoticeCode::HostsResumed, news.resumed);
    tell(ScanNoticeCode::HostsFellSilent, news.fellSilent);
    PlanInput witnesses;
    for (const HostChange &up : news.witnesses)
        witnesses.pinned.append({.address = up.address, .ports = PortSet({up.port})});
    if (!m_summary.wasStopped)
        startCheck(ScanThreads::Check::Witnesses, witnesses);
    if (!news.blocked.isEmpty())
        takeBatch({.hosts = {}, .rows = {}, .details = {}, .changes = news.blocked});
}

} // namespace roadstead
