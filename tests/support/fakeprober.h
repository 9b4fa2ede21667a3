// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/prober.h"

#include <QHash>
#include <QMap>

#include <functional>

namespace roadstead {

/// A network that a test makes up: `network` says how each probe ends. Answers come when answer()
/// is called, silence when the loop expires it, a shortage at once.
class FakeProber final : public Prober
{
public:
    struct Probe
    {
        Address address;
        quint16 port = 0;
    };
    using Network = std::function<ProbeOutcome(const Probe &, int tryNumber)>;

    explicit FakeProber(Network network)
        : m_network(std::move(network))
    {}

    void setSink(ProbeSink &sink) override { m_sink = &sink; }
    void start(quint32 slot, const Address &address, quint16 port) override
    {
        const Probe probe{.address = address, .port = port};
        const ProbeOutcome outcome = m_network(probe, ++m_tries[{address, port}]);
        ++started;
        if (outcome.kind == ProbeOutcome::Kind::Shortage) {
            m_sink->onProbeDone(slot, outcome);
            return;
        }
        m_underWay[slot] = outcome;
        mostUnderWay = std::max(mostUnderWay, static_cast<int>(m_underWay.size()));
    }
    [[nodiscard]] ProbeOutcome expire(quint32 slot) override { return m_underWay.take(slot); }
    void cancelAll() override { m_underWay.clear(); }
    [[nodiscard]] NeighbourState neighbour(const Address &address) override
    {
        return neighbours.value(address, NeighbourState::Unknown);
    }
    [[nodiscard]] bool seesEvidence() const override { return true; }

    /// Lets everything that answers answer.
    void answer()
    {
        const auto underWay = m_underWay;
        for (auto it = underWay.cbegin(); it != underWay.cend(); ++it) {
            if (it.value().kind == ProbeOutcome::Kind::Silence)
                continue;
            m_underWay.remove(it.key());
            m_sink->onProbeDone(it.key(), it.value());
        }
    }
    [[nodiscard]] int underWay() const { return static_cast<int>(m_underWay.size()); }

    QHash<Address, NeighbourState> neighbours;
    int started = 0;
    int mostUnderWay = 0;

private:
    Network m_network;
    ProbeSink *m_sink = nullptr;
    QMap<quint32, ProbeOutcome> m_underWay;
    QMap<std::pair<Address, quint16>, int> m_tries;
};

[[nodiscard]] inline ProbeOutcome verdictOutcome(PortState state, Reason reason)
{
    ProbeOutcome outcome;
    outcome.kind = ProbeOutcome::Kind::Verdict;
    outcome.state = state;
    outcome.reason = reason;
    outcome.rttMicroseconds = 300;
    return outcome;
}

[[nodiscard]] inline ProbeOutcome shortageOutcome(Shortage shortage)
{
    ProbeOutcome outcome;
    outcome.kind = ProbeOutcome::Kind::Shortage;
    outcome.shortage = shortage;
    return outcome;
}

} // namespace roadstead
