// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/randomnetwork.h"

#include <cmath>

namespace roadstead {

using namespace std::chrono_literals;

namespace {

constexpr double kPortsInAll = 6'000; ///< over all hosts, so that each runs quickly

class Drawing
{
public:
    explicit Drawing(quint64 seed)
        : m_chance(seed)
    {}

    [[nodiscard]] bool happens(double probability) { return m_chance.happens(probability); }
    /// Each order of magnitude as likely as the next.
    [[nodiscard]] double between(double least, double most)
    {
        return least * std::pow(most / least, m_chance.uniform());
    }
    [[nodiscard]] int count(int least, int most)
    {
        return static_cast<int>(std::lround(between(least, most)));
    }
    [[nodiscard]] double evenly(double most) { return most * m_chance.uniform(); }

    [[nodiscard]] PathModel path(SimulatedBench &bench)
    {
        PathModel path;
        path.roundTrip = toDuration(Seconds(between(0.0002, 0.8)));
        if (happens(0.7))
            path.jitter = {.mean = toDuration(Seconds(path.roundTrip) * between(0.005, 0.3)),
                           .shape = happens(0.3) ? JitterModel::Shape::HeavyTail
                                                 : JitterModel::Shape::Exponential};
        if (happens(0.5)) {
            path.lossUp = evenly(0.15);
            path.lossDown = evenly(0.15);
        }
        if (happens(0.2))
            path.burst = {.meanGood = toDuration(Seconds(between(0.5, 10))),
                          .meanBad = toDuration(Seconds(between(0.02, 0.3)))};
        if (happens(0.15))
            path.steps = {{.at = toDuration(Seconds(between(0.05, 3))),
                           .roundTrip = toDuration(Seconds(between(0.0002, 0.8)))}};
        if (happens(0.4))
            path.link = bench.network.addLink(
                {.packetsPerSecond = between(300, 30'000), .queuePackets = count(10, 1'000)});
        return path;
    }

    [[nodiscard]] HostModel host(size_t path)
    {
        const double open = happens(0.8) ? between(0.002, 0.5) : 0;
        const double dropped = happens(0.6) ? evenly(1) : 0;
        const double rejected = happens(0.2) ? evenly(1) : 0;
        const auto salt = static_cast<quint64>(count(1, 1'000'000)) << 16;
        HostModel host;
        host.path = path;
        host.ports = [=](quint16 port) {
            Chance chance(salt + port);
            if (chance.happens(open))
                return PortAnswer::open();
            if (chance.happens(dropped))
                return PortAnswer::dropped();
            return chance.happens(rejected) ? PortAnswer::rejected(13) : PortAnswer::closed();
        };
        if (happens(0.2))
            host.resets = RateModel{.perSecond = between(50, 5'000), .burst = count(1, 100)};
        if (happens(0.2))
            host.icmp.reset();
        return host;
    }

private:
    Chance m_chance;
};

PlanInput build(quint64 seed, SimulatedBench &bench)
{
    Drawing drawing(seed);
    const int hosts = drawing.count(1, 60);
    const bool isOnLink = drawing.happens(0.3);
    const double dead = isOnLink ? drawing.evenly(1) : 0;
    const size_t path = bench.network.addPath(drawing.path(bench));
    const int kinds = drawing.count(1, 4);
    std::vector<HostModel> models;
    for (int kind = 0; kind < kinds; ++kind)
        models.push_back(drawing.host(path));
    for (int i = 0; i < hosts; ++i) {
        HostModel host = models[static_cast<size_t>(i % kinds)];
        host.neighbour.isOnLink = isOnLink;
        if (drawing.happens(dead))
            host.neighbour.joinsAt = Duration::max();
        bench.network.setHost(SimulatedBench::address(static_cast<quint32>(i)), host);
    }
    const double ports = kPortsInAll / hosts;
    return SimulatedBench::plan(static_cast<quint32>(hosts), static_cast<quint16>(ports));
}

QString percent(double share)
{
    return QString::number(100 * share, 'f', 0);
}

/// The path, the link and the limits, as far as they fit into a line.
QString describe(const SimulatedBench &bench, const PlanInput &plan)
{
    const PathModel &path = bench.network.path(0);
    QString text = QString::number(plan.addresses.size()) + QStringLiteral(" hosts ")
                   + QString::number(1'000 * Seconds(path.roundTrip).count(), 'g', 2)
                   + QStringLiteral(" ms ") + percent(path.lossUp) + u'+' + percent(path.lossDown)
                   + u'%';
    if (path.link) {
        const LinkModel &link = bench.network.links().at(*path.link);
        text += u' ' + QString::number(link.packetsPerSecond, 'f', 0) + QStringLiteral("/s q")
                + QString::number(link.queuePackets);
    }
    if (path.burst.isOn())
        text += QStringLiteral(" bursts");
    if (bench.network.modelOf(SimulatedBench::address())->resets)
        text += QStringLiteral(" few RSTs");
    return text;
}

} // namespace

Scenario randomNetwork(quint64 seed)
{
    SimulatedBench sketch;
    const PlanInput plan = build(seed, sketch);
    return {.name = u'#' + QString::number(seed) + QStringLiteral(": ") + describe(sketch, plan),
            .build = [seed](SimulatedBench &bench) { return build(seed, bench); }};
}

} // namespace roadstead
