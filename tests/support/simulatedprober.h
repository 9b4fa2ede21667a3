// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/prober.h"
#include "tests/support/simulatednetwork.h"

#include <limits>
#include <vector>

namespace roadstead {

/// Makes connections in a simulated network. As with real sockets, the network's answer and the
/// moment when the scan thread looks at it are two things: deliver() is the turn of the event loop.
class SimulatedProber final : public Prober, public FlowOwner
{
public:
    /// Everything must outlive this. `descriptors` is how many connections it may have at once.
    SimulatedProber(SimulatedNetwork &network, std::shared_ptr<const Clock> clock,
                    int descriptors = std::numeric_limits<int>::max());
    ~SimulatedProber() override;

    void setSink(ProbeSink &sink) override { m_sink = &sink; }
    void start(quint32 slot, const Address &address, quint16 port) override;
    [[nodiscard]] ProbeOutcome expire(quint32 slot) override;
    [[nodiscard]] std::optional<TimePoint> listensUntil(quint32) const override { return {}; }
    void cancelAll() override;
    [[nodiscard]] NeighbourState neighbour(const Address &address) override;
    [[nodiscard]] bool seesEvidence() const override { return true; }

    void onReady(quint32 slot) override;

    /// Something has come that nobody has looked at.
    [[nodiscard]] bool hasNews() const { return !m_ready.empty(); }
    /// Tells the sink all of it.
    void deliver();

    // Since the start.

    [[nodiscard]] quint64 started() const { return m_started; }
    [[nodiscard]] quint64 ended() const { return m_ended; }
    [[nodiscard]] int mostInFlight() const { return m_mostInFlight; }

private:
    struct Ready
    {
        quint32 slot = 0;
        FlowId flow;
    };

    [[nodiscard]] ProbeOutcome outcomeOf(FlowId flow) const;
    void end(quint32 slot);

    SimulatedNetwork &m_network;
    const std::shared_ptr<const Clock> m_clock;
    const int m_descriptors;
    ProbeSink *m_sink = nullptr;
    std::vector<std::optional<FlowId>> m_flows; ///< by slot
    std::vector<Ready> m_ready;
    int m_inFlight = 0;
    int m_mostInFlight = 0;
    quint64 m_started = 0;
    quint64 m_ended = 0;
};

} // namespace roadstead
