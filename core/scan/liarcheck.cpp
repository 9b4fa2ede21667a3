// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/liarcheck.h"

#include "core/scan/permutation.h"

#include <numeric>
#include <utility>

namespace roadstead {

namespace {
constexpr int kTries = 5;
/// Ports that services seldom choose, below what most systems give to outgoing connections.
constexpr quint64 kFirstPort = 20'000;
constexpr quint64 kPortCount = 12'001;
constexpr quint32 kSuspiciousVerdicts = 200;
} // namespace

LiarCheck::LiarCheck(bool isAsked, PortSet excluded, quint64 seed)
    : m_excluded(std::move(excluded))
    , m_seed(seed)
    , m_isAsked(isAsked)
{}

void LiarCheck::onHost(quint32 number, const Address &address)
{
    m_hosts[number].address = address;
}

void LiarCheck::onEarlier(const HostRecord &record)
{
    Host &host = m_hosts[record.number];
    host.address = record.address;
    host.verdicts = std::accumulate(record.counts.begin(), record.counts.end(), record.removed);
    host.open = record.counts[static_cast<size_t>(PortState::Open)];
    host.isSuspected = record.acceptsAll;
    suspect(record.number, host); // its check may have been under way when the scan ended
}

void LiarCheck::onVerdict(quint32 number, PortState state)
{
    Host &host = m_hosts[number];
    ++host.verdicts;
    if (state == PortState::Open)
        ++host.open;
    suspect(number, host);
}

void LiarCheck::suspect(quint32 number, Host &host)
{
    if (host.isSuspected || !isSuspicious(host))
        return;
    host.isSuspected = true;
    m_suspects.append(number);
}

PlanInput LiarCheck::takeSuspects()
{
    PlanInput input;
    input.seed = m_seed;
    for (const quint32 number : std::exchange(m_suspects, {})) {
        const PortSet ports = randomPorts(number);
        if (ports.size() < kTries)
            continue; // all are excluded: nothing can be proven
        const Address address = m_hosts.value(number).address;
        input.pinned.append({.address = address, .ports = ports});
        m_trials.insert(address, {.host = number});
    }
    return input;
}

std::optional<HostChange> LiarCheck::onTried(const Address &address, PortState state)
{
    const auto trial = m_trials.find(address);
    if (trial == m_trials.end() || state != PortState::Open || ++trial->accepted != kTries)
        return std::nullopt;
    HostChange change;
    change.host = trial->host;
    change.address = address;
    change.event = HostEvent::AcceptsAll;
    return change;
}

bool LiarCheck::isSuspicious(const Host &host) const
{
    if (m_isAsked && host.open > 0)
        return true;
    return host.verdicts >= kSuspiciousVerdicts && host.open * 100ULL > host.verdicts * 95ULL;
}

PortSet LiarCheck::randomPorts(quint32 host) const
{
    const quint64 start = mixed(m_seed ^ mixed(host));
    QList<quint16> ports;
    for (quint64 i = 0; ports.size() < kTries && i < kPortCount; ++i) {
        // Any order will do that no service knows: spread widely at first, then all the rest.
        const auto port = static_cast<quint16>(kFirstPort + (start + i * 4'999) % kPortCount);
        if (!m_excluded.contains(port))
            ports.append(port);
    }
    return PortSet(ports);
}

} // namespace roadstead
