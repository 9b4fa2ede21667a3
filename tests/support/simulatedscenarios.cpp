// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/simulatedscenarios.h"

#include <iterator>

namespace roadstead {

using namespace std::chrono_literals;

namespace {

constexpr int kLoops = 2;
constexpr quint32 kNet = 254; ///< hosts of a /24

using Ports = std::function<PortAnswer(quint16)>;

/// Ports 1 and on: so many open, then so many closed, the rest dropped; shuffled by the plan.
Ports portsOf(int open, int closed)
{
    return [open, closed](quint16 port) {
        if (port <= open)
            return PortAnswer::open();
        return port <= open + closed ? PortAnswer::closed() : PortAnswer::dropped();
    };
}

/// Every tenth of them is forwarded to another place.
Ports forwardedPortsOf(int open, int closed, Duration away)
{
    return [ports = portsOf(open, closed), away](quint16 port) {
        return port % 10 == 0 ? ports(port).after(away) : ports(port);
    };
}

PathModel lossyPath(Duration roundTrip, double eachWay)
{
    return {.roundTrip = roundTrip, .lossUp = eachWay, .lossDown = eachWay};
}

/// One host on one path.
Scenario oneHost(const QString &name, Duration goal, const PathModel &path, const Ports &ports,
                 quint16 portCount)
{
    return {.name = name,
            .build =
                [=](SimulatedBench &bench) {
                    bench.addHosts(1, {.ports = ports, .path = bench.network.addPath(path)});
                    return SimulatedBench::plan(1, portCount);
                },
            .goal = goal};
}

/// The networks that the programs are measured on.
std::vector<Scenario> measuredHosts()
{
    const Ports answering = portsOf(10, 65'525);
    const Ports dropped = portsOf(10, 0);
    return {
        oneHost(QStringLiteral("65,535 answering, LAN"), 1'200ms, {.roundTrip = 300us}, answering,
                65'535),
        oneHost(QStringLiteral("65,535 answering, 40 ms"), 2'750ms, {.roundTrip = 40ms}, answering,
                65'535),
        oneHost(QStringLiteral("65,525 dropped, LAN"), 5'850ms, {.roundTrip = 300us}, dropped,
                65'535),
        oneHost(QStringLiteral("65,525 dropped, 40 ms"), 7'300ms, {.roundTrip = 40ms}, dropped,
                65'535),
        oneHost(QStringLiteral("1,000 open + 1,000 closed, 5 %"), 2'250ms, lossyPath(20ms, 0.05),
                portsOf(1'000, 1'000), 2'000),
        oneHost(QStringLiteral("1,000 open + 1,000 closed, 15 %"), 7'500ms, lossyPath(20ms, 0.15),
                portsOf(1'000, 1'000), 2'000),
        oneHost(QStringLiteral("9,600 dropped of 10,000, 3 %"), 7'250ms, lossyPath(20ms, 0.03),
                portsOf(200, 200), 10'000),
    };
}

PlanInput buildNarrowLink(SimulatedBench &bench)
{
    const size_t link = bench.network.addLink({.packetsPerSecond = 2'000, .queuePackets = 100});
    bench.addHosts(1, {.ports = portsOf(500, 4'500),
                       .path = bench.network.addPath({.roundTrip = 1ms, .link = link})});
    return SimulatedBench::plan(1, 5'000);
}

PlanInput buildFewResets(SimulatedBench &bench)
{
    bench.addHosts(1, {.ports = portsOf(50, 4'950),
                       .path = bench.network.addPath({.roundTrip = 300us}),
                       .resets = RateModel{.perSecond = 500, .burst = 5}});
    return SimulatedBench::plan(1, 5'000);
}

PlanInput buildRejected(SimulatedBench &bench)
{
    bench.addHosts(1, {.ports = everyPort(PortAnswer::rejected(3)),
                       .path = bench.network.addPath({.roundTrip = 300us})});
    return SimulatedBench::plan(1, 1'000);
}

/// Of a /24 on our own link, so many hosts are there.
PlanInput buildNet(SimulatedBench &bench, quint32 alive)
{
    const size_t path = bench.network.addPath({.roundTrip = 300us});
    HostModel host{.ports = portsOf(5, 95), .path = path, .neighbour = {.isOnLink = true}};
    for (quint32 i = 0; i < kNet; ++i) {
        const bool isAlive = i % (kNet / alive) == 0 && i / (kNet / alive) < alive;
        host.neighbour.joinsAt = isAlive ? Duration::zero() : Duration::max();
        bench.network.setHost(SimulatedBench::address(i), host);
    }
    return SimulatedBench::plan(kNet, 100);
}

std::vector<Scenario> measuredLimits()
{
    return {
        {.name = QStringLiteral("2,000 packets/s link"), .build = buildNarrowLink, .goal = 5'200ms},
        {.name = QStringLiteral("500 resets/s"), .build = buildFewResets, .goal = 11'500ms},
        {.name = QStringLiteral("1,000 rejected by ICMP"), .build = buildRejected, .goal = 10s},
        {.name = QStringLiteral("/24, all alive"),
         .build = [](SimulatedBench &bench) { return buildNet(bench, kNet); },
         .goal = 1'300ms},
        {.name = QStringLiteral("/24, ten alive"),
         .build = [](SimulatedBench &bench) { return buildNet(bench, 10); },
         .goal = 4'500ms,
         .openWithin = 1s},
    };
}

/// Sixteen hosts behind a narrow link and a firewall that rejects seldom.
PlanInput buildOffice(SimulatedBench &bench)
{
    const size_t link = bench.network.addLink({.packetsPerSecond = 5'000, .queuePackets = 50});
    PortAnswer rejected = PortAnswer::rejected(13);
    rejected.sender = SimulatedBench::address(9'999);
    HostModel host{
        .ports =
            [rejected](quint16 port) {
                return port <= 20    ? PortAnswer::open()
                       : port <= 500 ? PortAnswer::closed()
                                     : rejected;
            },
        .path = bench.network.addPath({.roundTrip = 30ms, .jitter = {.mean = 3ms}, .link = link}),
        .sharedIcmp = bench.network.addLimiter({.perSecond = 100, .burst = 20})};
    bench.addHosts(16, host);
    return SimulatedBench::plan(16, 1'000);
}

/// After 500 SYNs a host has had enough; its neighbour has not.
PlanInput buildBlocker(SimulatedBench &bench)
{
    HostModel host{.ports = portsOf(20, 1'980), .path = bench.network.addPath({.roundTrip = 20ms})};
    bench.network.setHost(SimulatedBench::address(1), host);
    host.silentAfterSyns = 500;
    bench.network.setHost(SimulatedBench::address(0), host);
    return SimulatedBench::plan(2, 2'000);
}

/// Two thirds of a /24 join late, in a second or two.
PlanInput buildLateNet(SimulatedBench &bench)
{
    HostModel host{.ports = portsOf(5, 95),
                   .path = bench.network.addPath({.roundTrip = 300us}),
                   .neighbour = {.isOnLink = true}};
    for (quint32 i = 0; i < kNet; ++i) {
        host.neighbour.joinsAt = std::chrono::seconds(i % 3);
        bench.network.setHost(SimulatedBench::address(i), host);
    }
    return SimulatedBench::plan(kNet, 100);
}

PathModel changingPath()
{
    return {.roundTrip = 10ms,
            .steps = {{.at = 50ms, .roundTrip = 200ms}, {.at = 1s, .roundTrip = 40ms}}};
}

/// Those that no relay of ours makes.
std::vector<Scenario> others()
{
    const Ports mixedPorts = portsOf(100, 900); // of 2,000
    return {
        oneHost(QStringLiteral("loss in bursts"), 8s,
                {.roundTrip = 20ms, .burst = {.meanGood = 1s, .meanBad = 100ms}}, mixedPorts,
                2'000),
        oneHost(QStringLiteral("an outage of three seconds"), 12s,
                {.roundTrip = 20ms, .outages = {{.from = 50ms, .until = 3'050ms}}}, mixedPorts,
                2'000),
        oneHost(QStringLiteral("ports that lead elsewhere"), 6s, lossyPath(1ms, 0.1),
                forwardedPortsOf(50, 450, 120ms), 2'000),
        oneHost(QStringLiteral("a changing round trip"), 6s, changingPath(), mixedPorts, 2'000),
        oneHost(
            QStringLiteral("heavy-tailed jitter"), 6s,
            {.roundTrip = 20ms, .jitter = {.mean = 10ms, .shape = JitterModel::Shape::HeavyTail}},
            mixedPorts, 2'000),
        oneHost(QStringLiteral("a slow satellite"), 20s,
                {.roundTrip = 1'300ms, .jitter = {.mean = 20ms}, .lossUp = 0.01, .lossDown = 0.01},
                mixedPorts, 2'000),
        {.name = QStringLiteral("sixteen hosts behind one link"),
         .build = buildOffice,
         .goal = 12s},
        {.name = QStringLiteral("a host that blocks"), .build = buildBlocker, .goal = 40s},
        {.name = QStringLiteral("/24, joining late"), .build = buildLateNet, .goal = 6s},
    };
}

} // namespace

std::vector<Scenario> scenarios()
{
    std::vector<Scenario> list = measuredHosts();
    for (std::vector<Scenario> more : {measuredLimits(), others()})
        list.insert(list.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
    return list;
}

SimulationReport runScenario(const Scenario &scenario, const GridPolicy &policy, quint64 seed)
{
    SimulatedBench bench(seed);
    const PlanInput plan = scenario.build(bench);
    Simulation simulation(
        bench.clock, bench.network,
        {.plan = plan, .setPace = policy.setPace, .loops = kLoops, .deadline = 15min});
    simulation.run();
    return reportOf(simulation);
}

QString brokenPromise(const SimulationReport &report, const GridPolicy &policy,
                      const Scenario &scenario)
{
    const QString invariant = brokenInvariant(report, policy);
    if (!invariant.isEmpty())
        return invariant;
    if (report.mistakes.total() > allowedMistakes(report.hosts))
        return QStringLiteral("too many ports missed");
    const Seconds promised =
        policy.timesIdeal * Seconds(report.ideal.time) + Seconds(policy.patience);
    if (Seconds(report.time) > (scenario.goal > Duration::zero() ? scenario.goal : promised))
        return QStringLiteral("too slow");
    if (report.lastOpen > scenario.openWithin)
        return QStringLiteral("open ports shown late");
    return {};
}

} // namespace roadstead
