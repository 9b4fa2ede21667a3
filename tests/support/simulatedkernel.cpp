// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// This computer's kernel in a simulated network: what it does for a connection that is begun.

#include "tests/support/simulatednetwork.h"

#include <algorithm>
#include <cerrno>
#include <tuple>
#include <utility>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
/// RFC 6298 2.1; Linux doubles it, and gives up after six (tcp(7), tcp_syn_retries).
constexpr Duration kSynTimeout = 1s;
constexpr int kSynRetries = 6;
/// Linux asks for a neighbour three times, a second apart, and gives up (3.06 s measured).
constexpr int kNeighbourRequests = 3;
constexpr Duration kNeighbourRetry = 1s;
constexpr Duration kNeighbourTimeout = 3'060ms;
/// One of this computer's own addresses, as the sender of its own ICMP errors.
const Address kOwnIpv4 = Address::fromIpv4(0xc613'fffe);
const Address kOwnIpv6 = Address::fromIpv6(0xfd00'0000'0000'ffff, 0xfffe);

/// Linux' icmp_err_convert[] (net/ipv4/icmp.c) and tab_unreach[] (net/ipv6/icmp.c), the codes that
/// end a connection attempt.
int errorNumberOf(const IcmpMessage &icmp)
{
    if (!icmp.sender.isIpv4())
        return icmp.code == 4   ? ECONNREFUSED
               : icmp.code == 0 ? ENETUNREACH
               : icmp.code == 3 ? EHOSTUNREACH
                                : EACCES;
    switch (icmp.code) {
    case 0:
    case 6:
    case 9:
    case 11:
        return ENETUNREACH;
    case 2:
        return ENOPROTOOPT;
    case 3:
        return ECONNREFUSED;
    default:
        return EHOSTUNREACH;
    }
}

Evidence gaveUp()
{
    Evidence evidence;
    evidence.errorNumber = ETIMEDOUT;
    evidence.segmentReceived = false;
    return evidence;
}
} // namespace

FlowId SimulatedNetwork::open(FlowOwner &owner, quint32 slot, const Address &address, quint16 port)
{
    m_now = m_clock->now();
    if (m_freeFlows.empty()) {
        m_freeFlows.push_back(static_cast<quint32>(m_flows.size()));
        m_flows.emplace_back();
    }
    const quint32 index = m_freeFlows.back();
    m_freeFlows.pop_back();
    Flow &flow = m_flows[index];
    flow = {.owner = &owner,
            .serial = flow.serial,
            .slot = slot,
            .host = hostAt(address),
            .port = port,
            .startedAt = m_now};
    m_figures.mostFlows = std::max(m_figures.mostFlows, ++m_openFlows);
    HostFigures &figures = m_hosts[flow.host].figures;
    figures.mostFlows = std::max(figures.mostFlows, ++figures.flows);
    const FlowId id{.index = index, .serial = flow.serial};
    const Event syn{.when = m_now, .flow = id, .host = flow.host, .port = port};
    if (!sendSyn(syn))
        flow.evidence = failureAtOnce(ENOBUFS);
    Event timer = syn;
    timer.step = Step::SynTimer;
    timer.when = m_now + kSynTimeout;
    m_synTimers.push_back(timer);
    return id;
}

/// Now, or as soon as the neighbour is known. False if there is no room to ask for it.
bool SimulatedNetwork::sendSyn(const Event &syn)
{
    const Host &host = m_hosts[syn.host];
    const bool isOnLink = host.model && host.model->neighbour.isOnLink;
    if (isOnLink && host.neighbour != NeighbourState::Resolved)
        return askForNeighbour(syn);
    sendToLink(syn);
    return true;
}

void SimulatedNetwork::sendToLink(const Event &syn)
{
    HostFigures &figures = m_hosts[syn.host].figures;
    if (figures.syns++ == 0)
        figures.firstSyn = m_now;
    else
        figures.longestPause = std::max(figures.longestPause, m_now - figures.lastSyn);
    figures.lastSyn = m_now;
    ++m_figures.syns;
    const auto arrives = passUp(syn.host);
    if (!arrives)
        return;
    Event event = syn;
    event.synSentAt = m_now;
    event.when = *arrives;
    event.step = Step::AtHost;
    push(event);
}

/// False if there is no room in the neighbour table.
bool SimulatedNetwork::askForNeighbour(const Event &syn)
{
    Host &host = m_hosts[syn.host];
    if (host.neighbour != NeighbourState::Unresolved) {
        if (m_unresolved >= m_settings.neighbourTable)
            return false;
        m_figures.mostUnresolved = std::max(m_figures.mostUnresolved, ++m_unresolved);
        host.neighbour = NeighbourState::Unresolved;
        Event timer = syn;
        timer.step = Step::NeighbourTimer;
        timer.when = m_now + kNeighbourTimeout;
        for (int request = kNeighbourRequests - 1; request >= 0; --request) {
            const Duration asked = kNeighbourRetry * request;
            if (elapsed() + asked < host.model->neighbour.joinsAt)
                break;
            timer.when = m_now + asked + m_paths.at(host.model->path).model.roundTrip;
            timer.packet = Packet::NeighbourReply;
        }
        push(timer);
    }
    host.waiting.push_back(syn);
    return true;
}

void SimulatedNetwork::onNeighbourTimer(const Event &event)
{
    Host &host = m_hosts[event.host];
    --m_unresolved;
    if (event.packet != Packet::NeighbourReply)
        return failWaiting(host);
    host.neighbour = NeighbourState::Resolved;
    for (const Event &syn : std::exchange(host.waiting, {}))
        sendToLink(syn);
}

/// Each connection that waits is told, as far as the kernel's limit of ICMP errors allows.
void SimulatedNetwork::failWaiting(Host &host)
{
    host.neighbour = NeighbourState::Failed;
    const bool isIpv4 = host.address.isIpv4();
    Evidence failure;
    failure.errorNumber = EHOSTUNREACH;
    failure.segmentReceived = false;
    failure.icmp = IcmpMessage{.type = static_cast<quint8>(isIpv4 ? 3 : 1),
                               .code = static_cast<quint8>(isIpv4 ? 1 : 3),
                               .sender = isIpv4 ? kOwnIpv4 : kOwnIpv6};
    failure.icmpIsOurs = true;
    failure.neighbour = NeighbourState::Failed;
    for (const Event &syn : std::exchange(host.waiting, {})) {
        Flow *flow = find(syn.flow);
        if (flow != nullptr && !flow->evidence && m_ownIcmp.take(m_now))
            conclude(*flow, failure);
    }
}

NeighbourState SimulatedNetwork::neighbour(const Address &address) const
{
    const auto known = m_hostIndex.constFind(address);
    return known != m_hostIndex.cend() ? m_hosts[*known].neighbour : NeighbourState::Unknown;
}

void SimulatedNetwork::onSynTimer(const Event &event)
{
    Flow *flow = find(event.flow);
    if (flow == nullptr || flow->evidence)
        return;
    if (flow->synRetransmissions >= kSynRetries + m_settings.linearSynTimeouts)
        return conclude(*flow, gaveUp());
    ++flow->synRetransmissions;
    Event timer = event;
    const int doublings = std::max(0, flow->synRetransmissions - m_settings.linearSynTimeouts);
    timer.when = m_now + kSynTimeout * (1 << doublings);
    push(timer);
    // A SYN that still waits for the neighbour is not sent a second time, but it counts.
    if (m_hosts[event.host].neighbour != NeighbourState::Unresolved)
        std::ignore = sendSyn(event);
}

void SimulatedNetwork::onAnswer(const Event &event)
{
    Flow *flow = find(event.flow);
    if (event.packet == Packet::SynAck && flow == nullptr)
        return sendReset(event); // nobody waits for it any more
    if (flow == nullptr || flow->evidence)
        return;
    if (event.packet == Packet::SynAck)
        establish(*flow, event);
    else
        conclude(*flow, evidenceOf(event));
}

void SimulatedNetwork::establish(Flow &flow, const Event &event)
{
    const auto roundTrip =
        std::chrono::duration_cast<std::chrono::microseconds>(m_now - event.synSentAt);
    flow.isAckLost = !passUp(event.host).has_value();
    Evidence evidence;
    evidence.segmentReceived = true;
    evidence.kernelRttMicroseconds = static_cast<quint32>(std::max<qint64>(roundTrip.count(), 1));
    conclude(flow, evidence);
}

Evidence SimulatedNetwork::evidenceOf(const Event &event) const
{
    Evidence evidence;
    evidence.errorNumber = ECONNREFUSED;
    evidence.segmentReceived = event.packet == Packet::Reset;
    if (event.packet == Packet::Icmp) {
        const Host &host = m_hosts[event.host];
        const PortAnswer answer = host.model->ports(event.port);
        evidence.icmp = IcmpMessage{.type = answer.icmpType,
                                    .code = answer.icmpCode,
                                    .sender = answer.sender.value_or(host.address)};
        evidence.errorNumber = errorNumberOf(*evidence.icmp);
    }
    return evidence;
}

void SimulatedNetwork::conclude(Flow &flow, Evidence evidence)
{
    evidence.synRetransmissions = flow.synRetransmissions;
    flow.evidence = std::move(evidence);
    flow.owner->onReady(flow.slot);
}

/// Ends the host's half of a connection. If nothing of ours ever reaches it, it asks again.
void SimulatedNetwork::sendReset(const Event &synAck)
{
    const Flow *flow = find(synAck.flow);
    const bool hasAcknowledged = flow != nullptr && !flow->isAckLost;
    const bool arrives = passUp(synAck.host).has_value();
    if (arrives || hasAcknowledged) {
        m_halfOpen.remove((static_cast<quint64>(synAck.flow.index) << 32) | synAck.flow.serial);
        return;
    }
    Event lost = synAck;
    lost.packet = Packet::SynAck;
    onSynAckLost(lost);
}

} // namespace roadstead
