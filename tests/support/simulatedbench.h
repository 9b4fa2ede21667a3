// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/simulation.h"

#include <algorithm>
#include <memory>

namespace roadstead {

/// A simulated network with a clock of its own; its hosts are 198.18.0.1 and on.
struct SimulatedBench
{
    explicit SimulatedBench(quint64 seed = 1)
        : SimulatedBench(SimulatedNetwork::Settings{.seed = seed})
    {}
    explicit SimulatedBench(const SimulatedNetwork::Settings &settings)
        : clock(std::make_shared<FakeClock>())
        , network(clock, settings)
    {}

    [[nodiscard]] static Address address(quint32 index = 0)
    {
        return Address::fromIpv4(0xc612'0001 + index);
    }
    /// The first so many, all alike.
    void addHosts(quint32 count, const HostModel &model)
    {
        for (quint32 i = 0; i < count; ++i)
            network.setHost(address(i), model);
    }
    /// Ports 1 and on, of the first so many hosts.
    [[nodiscard]] static PlanInput plan(quint32 hostCount, quint16 portCount)
    {
        PlanInput input;
        for (quint32 i = 0; i < hostCount; ++i)
            input.addresses.insert(address(i));
        input.ports = PortSet::range(1, portCount);
        return input;
    }
    /// Lets time pass, event by event.
    void pass(Duration time)
    {
        const TimePoint end = clock->now() + time;
        while (const auto next = network.nextEvent()) {
            if (*next > end)
                break;
            clock->advance(std::max(*next - clock->now(), Duration::zero()));
            network.handleDue();
        }
        clock->advance(end - clock->now());
    }

    std::shared_ptr<FakeClock> clock;
    SimulatedNetwork network;
};

/// Every port does the same.
[[nodiscard]] inline std::function<PortAnswer(quint16)> everyPort(const PortAnswer &answer)
{
    return [answer](quint16) { return answer; };
}

} // namespace roadstead
