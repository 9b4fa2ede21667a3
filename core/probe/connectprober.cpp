// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/connectprober.h"

#include "core/probe/connectprobe.h"

namespace roadstead {

ConnectProber::ConnectProber(const Clock &clock, const ProbeOptions &options)
    : m_clock(clock)
    , m_surroundings(clock)
    , m_options(options)
{}

ConnectProber::~ConnectProber() = default;

void ConnectProber::setSink(ProbeSink &sink)
{
    m_sink = &sink;
}

void ConnectProber::start(quint32 slot, const Address &address, quint16 port)
{
    if (slot == m_probes.size()) {
        m_probes.push_back(std::make_unique<ConnectProbe>(
            m_clock, m_surroundings, m_options,
            [this, slot](const ProbeOutcome &outcome) { m_sink->onProbeDone(slot, outcome); }));
    }
    ConnectProbe &probe = *m_probes.at(slot);
    probe.start(address, port);
    if (probe.isBusy() && !probe.isIntercepted())
        m_seesEvidence = false;
}

ProbeOutcome ConnectProber::expire(quint32 slot)
{
    return m_probes.at(slot)->expire();
}

std::optional<TimePoint> ConnectProber::listensUntil(quint32 slot) const
{
    return m_probes.at(slot)->listensUntil();
}

void ConnectProber::cancelAll()
{
    for (const auto &probe : m_probes) {
        if (probe->isBusy())
            probe->silence();
    }
}

NeighbourState ConnectProber::neighbour(const Address &address)
{
    return m_surroundings.neighbour(address);
}

} // namespace roadstead
