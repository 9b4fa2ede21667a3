// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importedhost.h"

#include "core/result/inferred.h"

namespace roadstead {

namespace {

/// Nobody but the host, or who speaks for it, says this. (An ICMP message can be a router's.)
bool isOwnAnswer(Reason reason)
{
    return reason == Reason::SynAck || reason == Reason::Reset || reason == Reason::ConnRefused;
}

} // namespace

ImportedHost::ImportedHost(const HostEntry &entry)
    : m_entry(entry)
{}

void ImportedHost::see(const PortResult &result, const Detail &detail)
{
    if (isOwnAnswer(result.reason())
        && (!m_firstAnswer || result.atMilliseconds < m_firstAnswer->atMilliseconds))
        m_firstAnswer = result;
    if (result.state() == PortState::Open) {
        m_saysMore &= !detail.inferred.isEmpty();
        m_acceptsAll |= detail.inferred == inferred::kAcceptsAll;
    }
    if (result.reason() == Reason::NoRoute)
        m_hasNoRoute = true;
    if (detail.inferred == inferred::kHostDown)
        m_isDown = true;
    if (detail.inferred.startsWith(inferred::kBlockedSince))
        m_blockedAfter =
            QStringView(detail.inferred).sliced(inferred::kBlockedSince.size()).toULongLong();
}

HostChange ImportedHost::change(HostEvent event) const
{
    HostChange change;
    change.host = m_entry.number;
    change.address = m_entry.address;
    change.event = event;
    return change;
}

QList<HostChange> ImportedHost::changes() const
{
    QList<HostChange> changes;
    if (m_firstAnswer) {
        changes += change(HostEvent::Up);
        changes.last().port = m_firstAnswer->port;
        changes.last().reason = m_firstAnswer->reason();
    } else if (m_isDown) {
        changes += change(HostEvent::Down);
    } else if (m_hasNoRoute) {
        changes += change(HostEvent::NoRoute);
    }
    if (m_blockedAfter > 0) {
        changes += change(HostEvent::Blocked);
        changes.last().count = m_blockedAfter;
    }
    // Of one that accepts everything, every open port says so or knows better.
    if (m_acceptsAll && m_saysMore)
        changes += change(HostEvent::AcceptsAll);
    return changes;
}

} // namespace roadstead
