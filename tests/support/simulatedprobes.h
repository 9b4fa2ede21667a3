// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/simulatedbench.h"

#include <QList>

namespace roadstead {

/// How a probe ended, as its prober said.
struct Ended
{
    quint32 slot = 0;
    Duration after{};
    ProbeOutcome outcome;
};

/// A prober, and the log of what it says.
struct Probes final : ProbeSink
{
    explicit Probes(SimulatedBench &world, int descriptors = 1'000'000)
        : bench(world)
        , begin(world.clock->now())
        , prober(world.network, world.clock, descriptors)
    {
        prober.setSink(*this);
    }

    void onProbeDone(quint32 slot, const ProbeOutcome &outcome) override
    {
        ended.append({.slot = slot, .after = bench.clock->now() - begin, .outcome = outcome});
    }
    void start(quint16 port, quint32 host = 0)
    {
        prober.start(next++, SimulatedBench::address(host), port);
    }
    void startMany(int count)
    {
        for (int i = 0; i < count; ++i)
            start(static_cast<quint16>(i + 1));
    }
    /// Looks at once at whatever comes.
    void pass(Duration time)
    {
        const TimePoint end = bench.clock->now() + time;
        while (bench.clock->now() < end) {
            const TimePoint event = bench.network.nextEvent().value_or(end);
            const TimePoint now = std::min(std::max(event, bench.clock->now()), end);
            bench.pass(now - bench.clock->now());
            bench.network.handleDue();
            prober.deliver();
        }
    }

    SimulatedBench &bench;
    TimePoint begin;
    SimulatedProber prober;
    QList<Ended> ended;
    quint32 next = 0;
};

[[nodiscard]] inline HostModel hostOf(const PortAnswer &answer, size_t path)
{
    return {.ports = everyPort(answer), .path = path};
}

} // namespace roadstead
