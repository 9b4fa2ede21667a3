// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/prober.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <functional>
#include <memory>

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
        probes.append(probe);
        if (outcome.kind == ProbeOutcome::Kind::Shortage || outcome.reason == Reason::NoRoute) {
            m_sink->onProbeDone(slot, outcome);
            return;
        }
        const Duration delay = delayOf ? delayOf(probe) : Duration::zero();
        m_underWay[slot] = {
            .probe = probe, .outcome = outcome, .due = clock ? clock->now() + delay : TimePoint{}};
        mostUnderWay = std::max(mostUnderWay, static_cast<int>(m_underWay.size()));
    }
    [[nodiscard]] ProbeOutcome expire(quint32 slot) override
    {
        const UnderWay ended = m_underWay.take(slot);
        return isDue(ended) ? ended.outcome : ProbeOutcome();
    }
    [[nodiscard]] std::optional<TimePoint> listensUntil(quint32) const override { return {}; }
    void cancelAll() override { m_underWay.clear(); }
    [[nodiscard]] NeighbourState neighbour(const Address &address) override
    {
        return neighbours.value(address, NeighbourState::Unknown);
    }
    [[nodiscard]] bool seesEvidence() const override { return true; }

    /// Lets everything that answers by now answer.
    void answer()
    {
        const auto underWay = m_underWay;
        for (auto it = underWay.cbegin(); it != underWay.cend(); ++it) {
            if (it->outcome.kind == ProbeOutcome::Kind::Silence || !isDue(*it))
                continue;
            m_underWay.remove(it.key());
            m_sink->onProbeDone(it.key(), it->outcome);
        }
    }
    /// When the next answer comes; nothing if none does.
    [[nodiscard]] std::optional<TimePoint> nextAnswer() const
    {
        std::optional<TimePoint> next;
        for (const UnderWay &probe : m_underWay) {
            if (probe.outcome.kind != ProbeOutcome::Kind::Silence)
                next = std::min(next.value_or(probe.due), probe.due);
        }
        return next;
    }
    [[nodiscard]] QList<Probe> probesUnderWay() const
    {
        QList<Probe> list;
        for (const UnderWay &probe : m_underWay)
            list.append(probe.probe);
        return list;
    }
    [[nodiscard]] int underWay() const { return static_cast<int>(m_underWay.size()); }

    /// With a clock, an answer takes as long as this says; without, it is there at once.
    std::shared_ptr<const Clock> clock;
    std::function<Duration(const Probe &)> delayOf;
    QHash<Address, NeighbourState> neighbours;
    QList<Probe> probes; ///< all, in order
    int started = 0;
    int mostUnderWay = 0;

private:
    struct UnderWay
    {
        Probe probe;
        ProbeOutcome outcome;
        TimePoint due;
    };

    [[nodiscard]] bool isDue(const UnderWay &probe) const
    {
        return !clock || probe.due <= clock->now();
    }

    Network m_network;
    ProbeSink *m_sink = nullptr;
    QMap<quint32, UnderWay> m_underWay;
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
