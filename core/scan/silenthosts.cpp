// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/silenthosts.h"

#include <algorithm>
#include <utility>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
constexpr Duration kHostPatience = 10s;
constexpr Duration kNetworkPatience = 5min;
/// What answers within this was sent before the silence began.
constexpr Duration kAftermath = 1s;
constexpr int kCanariesBeforeJudging = 3;
constexpr qsizetype kWitnesses = 5;
constexpr Duration kWitnessInterval = 10s;
} // namespace

SilentHosts::SilentHosts(Duration longestTimeout)
    : m_patience(std::max(kHostPatience, kCanariesBeforeJudging * longestTimeout))
{}

void SilentHosts::onAnswer(quint32 host, TimePoint now)
{
    if (m_lastHost && *m_lastHost != host)
        m_otherAnswer = m_lastAnswer;
    m_lastHost = host;
    m_lastAnswer = now;
    if (const auto silence = m_silent.find(host); silence != m_silent.end())
        silence->lastAnswer = now;
}

void SilentHosts::onUp(const HostChange &change)
{
    if (m_up.size() == kWitnesses)
        m_up.removeFirst();
    m_up.append(change);
}

void SilentHosts::onFellSilent(const HostChange &change, TimePoint now)
{
    Silence &silence = m_silent[change.host];
    if (silence.threads++ > 0)
        return;
    silence.change = change;
    silence.since = now;
}

void SilentHosts::onResumed(const HostChange &change)
{
    const auto found = m_silent.find(change.host);
    if (found == m_silent.end() || --found->threads > 0)
        return;
    if (found->isTold && !found->isBlocked)
        m_resumed.append(change);
    m_silent.erase(found);
}

void SilentHosts::restartPatience(TimePoint now)
{
    for (Silence &silence : m_silent)
        silence.since = now;
}

SilentHosts::News SilentHosts::look(TimePoint now)
{
    News news;
    news.resumed.swap(m_resumed);
    for (auto it = m_silent.begin(); it != m_silent.end(); ++it) {
        if (!it->isTold)
            news.fellSilent.append(it->change);
        it->isTold = true;
        if (it->isBlocked || !isBlocking(it.key(), *it, now))
            continue;
        it->isBlocked = true;
        HostChange change = it->change;
        change.event = HostEvent::Blocked;
        news.blocked.append(change);
    }
    news.witnesses = witnesses(now);
    return news;
}

/// Only when somebody has been silent for so long that it makes a difference.
QList<HostChange> SilentHosts::witnesses(TimePoint now)
{
    const bool isNeeded =
        std::any_of(m_silent.cbegin(), m_silent.cend(), [&](const Silence &silence) {
            return !silence.isBlocked && now - silence.heardLast() >= m_patience;
        });
    if (!isNeeded || (m_witnessesAsked && now - *m_witnessesAsked < kWitnessInterval))
        return {};
    QList<HostChange> list;
    for (const HostChange &change : std::as_const(m_up)) {
        if (!m_silent.contains(change.host))
            list.append(change);
    }
    m_witnessesAsked = now;
    return list;
}

bool SilentHosts::isBlocking(quint32 host, const Silence &silence, TimePoint now) const
{
    if (now - silence.since >= kNetworkPatience)
        return true;
    std::optional<TimePoint> other = m_otherAnswer;
    if (m_lastHost && *m_lastHost != host)
        other = m_lastAnswer;
    const TimePoint heardLast = silence.heardLast();
    return now - heardLast >= m_patience && other && *other > heardLast + kAftermath;
}

} // namespace roadstead
