// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What there is, connections, time, and what lies between this computer and the hosts.

#include "tests/support/simulatednetwork.h"

#include <algorithm>
#include <utility>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
/// icmp(7): icmp_msgs_per_sec, icmp_msgs_burst.
constexpr RateModel kOwnIcmpRate{.perSecond = 1'000, .burst = 50};
/// How often a host repeats its SYN/ACK (tcp(7), tcp_synack_retries), and when first.
constexpr quint8 kHostRounds = 5;
constexpr Duration kHostTimeout = 1s;

quint64 keyOf(FlowId id)
{
    return (static_cast<quint64>(id.index) << 32) | id.serial;
}
} // namespace

SimulatedNetwork::SimulatedNetwork(std::shared_ptr<const Clock> clock, const Settings &settings)
    : m_clock(std::move(clock))
    , m_start(m_clock->now())
    , m_now(m_start)
    , m_settings(settings)
    , m_chance(settings.seed)
    , m_ownIcmp(kOwnIcmpRate)
{}

size_t SimulatedNetwork::addLink(const LinkModel &model)
{
    m_linkModels.push_back(model);
    m_links.push_back({.up = TailDropQueue(model), .down = TailDropQueue(model)});
    return m_links.size() - 1;
}

size_t SimulatedNetwork::addPath(const PathModel &model)
{
    m_paths.push_back({.model = model});
    return m_paths.size() - 1;
}

size_t SimulatedNetwork::addLimiter(const RateModel &model)
{
    m_limiters.emplace_back(model);
    return m_limiters.size() - 1;
}

void SimulatedNetwork::setHost(const Address &address, const HostModel &model)
{
    m_models.insert(address, std::make_shared<const HostModel>(model));
}

std::shared_ptr<const HostModel> SimulatedNetwork::modelOf(const Address &address) const
{
    const auto known = m_models.constFind(address);
    if (known != m_models.cend())
        return *known;
    return m_find ? m_find(address) : nullptr;
}

quint32 SimulatedNetwork::hostAt(const Address &address)
{
    const auto known = m_hostIndex.constFind(address);
    if (known != m_hostIndex.cend())
        return *known;
    const auto index = static_cast<quint32>(m_hosts.size());
    Host &host = m_hosts.emplace_back();
    host.address = address;
    host.model = modelOf(address);
    if (host.model && host.model->resets)
        host.resets.emplace(*host.model->resets);
    if (host.model && host.model->icmp)
        host.icmp.emplace(*host.model->icmp);
    m_hostIndex.insert(address, index);
    return index;
}

std::optional<TimePoint> SimulatedNetwork::nextEvent()
{
    while (!m_synTimers.empty() && find(m_synTimers.front().flow) == nullptr)
        m_synTimers.pop_front();
    std::optional<TimePoint> next;
    if (!m_events.empty())
        next = m_events.top().when;
    if (!m_synTimers.empty())
        next = std::min(next.value_or(m_synTimers.front().when), m_synTimers.front().when);
    return next;
}

void SimulatedNetwork::handleDue()
{
    const TimePoint now = m_clock->now();
    while (const auto next = nextEvent()) {
        if (*next > now)
            break;
        const bool isTimer = !m_synTimers.empty() && m_synTimers.front().when == *next;
        const Event event = isTimer ? m_synTimers.front() : m_events.top();
        if (isTimer)
            m_synTimers.pop_front();
        else
            m_events.pop();
        m_now = event.when;
        handle(event);
    }
    m_now = now;
}

void SimulatedNetwork::push(Event event)
{
    event.order = ++m_order;
    m_events.push(event);
}

void SimulatedNetwork::handle(const Event &event)
{
    switch (event.step) {
    case Step::AtHost:
        return onSynAtHost(event);
    case Step::AtLink:
        return onAnswerAtLink(event);
    case Step::AtUs:
        return onAnswer(event);
    case Step::SynTimer:
        return onSynTimer(event);
    case Step::NeighbourTimer:
        return onNeighbourTimer(event);
    case Step::HostTimer:
        if (m_halfOpen.remove(keyOf(event.flow)))
            answer(event, Packet::SynAck);
        return;
    }
}

const SimulatedNetwork::Flow *SimulatedNetwork::find(FlowId id) const
{
    if (id.index >= m_flows.size())
        return nullptr;
    const Flow &flow = m_flows[id.index];
    return flow.owner != nullptr && flow.serial == id.serial ? &flow : nullptr;
}

SimulatedNetwork::Flow *SimulatedNetwork::find(FlowId id)
{
    return const_cast<Flow *>(std::as_const(*this).find(id));
}

const Evidence *SimulatedNetwork::evidence(FlowId id) const
{
    const Flow *flow = find(id);
    return flow != nullptr && flow->evidence ? &*flow->evidence : nullptr;
}

quint8 SimulatedNetwork::synRetransmissions(FlowId id) const
{
    const Flow *flow = find(id);
    return flow != nullptr ? flow->synRetransmissions : quint8(0);
}

void SimulatedNetwork::close(FlowId id)
{
    Flow *flow = find(id);
    if (flow == nullptr)
        return;
    m_now = m_clock->now();
    if (flow->evidence && flow->evidence->errorNumber == 0)
        sendReset({.when = m_now, .flow = id, .host = flow->host, .port = flow->port});
    --m_hosts[flow->host].figures.flows;
    --m_openFlows;
    flow->owner = nullptr;
    ++flow->serial;
    m_freeFlows.push_back(id.index);
}

/// When a packet of ours is at the host; nothing if it never is.
std::optional<TimePoint> SimulatedNetwork::passUp(quint32 index)
{
    ++m_figures.packetsUp;
    const Host &host = m_hosts[index];
    if (!host.model)
        return std::nullopt;
    Path &path = m_paths.at(host.model->path);
    TimePoint leaves = m_now;
    if (path.model.link) {
        const auto passed = m_links.at(*path.model.link).up.admit(m_now);
        if (!passed)
            return std::nullopt;
        leaves = *passed;
    }
    if (isLost(path, path.model.lossUp)) {
        ++m_figures.lostUp;
        return std::nullopt;
    }
    return leaves + oneWay(path.model);
}

bool SimulatedNetwork::isLost(Path &path, double chance)
{
    const bool isBad = path.burst.isBad(path.model.burst, elapsed(), m_chance);
    return isWithin(path.model.outages, elapsed())
           || (isBad && m_chance.happens(path.model.burst.lossInBad)) || m_chance.happens(chance);
}

Duration SimulatedNetwork::oneWay(const PathModel &path)
{
    Duration roundTrip = path.roundTrip;
    for (const RoundTripStep &step : path.steps) {
        if (step.at <= elapsed())
            roundTrip = step.roundTrip;
    }
    return roundTrip / 2 + m_chance.jitter(path.jitter);
}

void SimulatedNetwork::onSynAtHost(const Event &event)
{
    Host &host = m_hosts[event.host];
    const HostModel &model = *host.model;
    if (model.silentAfterSyns && host.synsReceived >= *model.silentAfterSyns)
        return;
    ++host.synsReceived;
    if (isWithin(model.silences, elapsed()))
        return;
    switch (model.ports(event.port).kind) {
    case PortAnswer::Kind::Open:
        return answer(event, Packet::SynAck);
    case PortAnswer::Kind::Closed:
        if (!host.resets || host.resets->take(m_now))
            return answer(event, Packet::Reset);
        ++m_figures.resetsWithheld;
        return;
    case PortAnswer::Kind::Rejected:
        if (mayReject(host))
            return answer(event, Packet::Icmp);
        ++m_figures.icmpWithheld;
        return;
    case PortAnswer::Kind::Dropped:
        return;
    }
}

bool SimulatedNetwork::mayReject(Host &host)
{
    if (host.model->sharedIcmp)
        return m_limiters.at(*host.model->sharedIcmp).take(m_now);
    return !host.icmp || host.icmp->take(m_now);
}

void SimulatedNetwork::answer(Event event, Packet packet)
{
    ++m_figures.packetsDown;
    Path &path = m_paths.at(m_hosts[event.host].model->path);
    event.packet = packet;
    if (isLost(path, path.model.lossDown)) {
        ++m_figures.lostDown;
        return onSynAckLost(event);
    }
    event.step = path.model.link ? Step::AtLink : Step::AtUs;
    event.when = m_now + oneWay(path.model) + m_hosts[event.host].model->ports(event.port).delay;
    push(event);
}

void SimulatedNetwork::onAnswerAtLink(Event event)
{
    const size_t link = *m_paths.at(m_hosts[event.host].model->path).model.link;
    const auto passed = m_links.at(link).down.admit(m_now);
    if (!passed)
        return onSynAckLost(event);
    event.step = Step::AtUs;
    event.when = *passed;
    push(event);
}

/// Or our answer to it: the host sends it again, unless it hears from us before. A reset or an ICMP
/// error is sent once.
void SimulatedNetwork::onSynAckLost(Event event)
{
    if (event.packet != Packet::SynAck || event.round >= kHostRounds)
        return;
    event.when = m_now + kHostTimeout * (1 << event.round);
    ++event.round;
    event.step = Step::HostTimer;
    m_halfOpen.insert(keyOf(event.flow));
    push(event);
}

HostFigures SimulatedNetwork::hostFigures(const Address &address) const
{
    const auto known = m_hostIndex.constFind(address);
    return known != m_hostIndex.cend() ? m_hosts[*known].figures : HostFigures();
}

LinkFigures SimulatedNetwork::linkFigures(size_t link) const
{
    const TailDropQueue &up = m_links.at(link).up;
    const TailDropQueue &down = m_links.at(link).down;
    return {.carriedUp = up.carried(),
            .carriedDown = down.carried(),
            .droppedUp = up.dropped(),
            .droppedDown = down.dropped(),
            .longestWait = std::max(up.longestWait(), down.longestWait())};
}

} // namespace roadstead
