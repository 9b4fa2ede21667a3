// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/simulatedprober.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace roadstead {

SimulatedProber::SimulatedProber(SimulatedNetwork &network, std::shared_ptr<const Clock> clock,
                                 int descriptors)
    : m_network(network)
    , m_clock(std::move(clock))
    , m_descriptors(descriptors)
{}

SimulatedProber::~SimulatedProber()
{
    cancelAll();
}

void SimulatedProber::start(quint32 slot, const Address &address, quint16 port)
{
    if (m_inFlight >= m_descriptors) {
        m_sink->onProbeDone(slot, classify(failureAtOnce(EMFILE), 0));
        return;
    }
    if (slot >= m_flows.size())
        m_flows.resize(slot + 1);
    Q_ASSERT(!m_flows[slot]);
    const FlowId flow = m_network.open(*this, slot, address, port);
    m_flows[slot] = flow;
    m_mostInFlight = std::max(m_mostInFlight, ++m_inFlight);
    if (m_network.evidence(flow) != nullptr) { // it failed at once
        const ProbeOutcome outcome = outcomeOf(flow);
        end(slot);
        m_sink->onProbeDone(slot, outcome);
        return;
    }
    ++m_started;
}

ProbeOutcome SimulatedProber::expire(quint32 slot)
{
    ProbeOutcome outcome = outcomeOf(*m_flows.at(slot));
    end(slot);
    return outcome;
}

void SimulatedProber::cancelAll()
{
    for (quint32 slot = 0; slot < m_flows.size(); ++slot) {
        if (m_flows[slot])
            end(slot);
    }
    m_ready.clear();
}

NeighbourState SimulatedProber::neighbour(const Address &address)
{
    return m_network.neighbour(address);
}

void SimulatedProber::onReady(quint32 slot)
{
    m_ready.push_back({.slot = slot, .flow = *m_flows.at(slot)});
}

void SimulatedProber::deliver()
{
    const std::vector<Ready> ready = std::exchange(m_ready, {});
    for (const Ready &news : ready) {
        if (m_flows[news.slot] != news.flow)
            continue; // expired meanwhile
        const ProbeOutcome outcome = outcomeOf(news.flow);
        end(news.slot);
        m_sink->onProbeDone(news.slot, outcome);
    }
}

ProbeOutcome SimulatedProber::outcomeOf(FlowId flow) const
{
    const Evidence *evidence = m_network.evidence(flow);
    if (evidence == nullptr) {
        ProbeOutcome outcome;
        outcome.detail.synRetransmissions = m_network.synRetransmissions(flow);
        return outcome;
    }
    const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(
        m_clock->now() - m_network.startedAt(flow));
    return classify(*evidence, static_cast<quint32>(
                                   std::clamp<qint64>(elapsed.count(), 0, PortResult::kNoRtt - 1)));
}

void SimulatedProber::end(quint32 slot)
{
    m_network.close(*m_flows[slot]);
    m_flows[slot].reset();
    --m_inFlight;
    ++m_ended;
}

} // namespace roadstead
