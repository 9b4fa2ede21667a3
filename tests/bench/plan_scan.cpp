// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a scan past one machine's network costs, before anybody runs it: by default a /16 behind a
// 100 Mbit/s line (148,800 of the shortest frames a second) and 30 ms away.
//
// Not every host is simulated. Two samples, one twice as large as the other, give what a further
// host costs; the rest is taken to cost the same. That holds as long as the smaller sample keeps
// the scan as busy as all hosts would, so it has at least as many as may be under way at once.
//
// The hosts are made up: of those that are there (a fifth, or --alive) half answer on every port,
// and half drop what is not open; two ports in a hundred are open. Whoever is not there is silent,
// as behind a router.

#include "tests/support/simulatedbench.h"
#include "tests/support/simulationgrid.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr double kFrameBytes = 84; ///< the shortest frame with what goes around it on the wire
constexpr int kFirewalledOfHundred = 50;
constexpr int kOpenOfHundred = 2;

struct Question
{
    quint32 hosts = 0;
    quint16 ports = 0;
    quint32 alive = 0; ///< of a hundred
    double linkRate = 0; ///< packets a second
    int roundTrip = 0; ///< ms
    int threads = 0;
    quint32 sample = 0; ///< the smaller one, of hosts
};

HostModel hostOf(quint32 number, size_t path)
{
    const bool isFirewalled = mixed(number) % 100 < kFirewalledOfHundred;
    return {.ports =
                [=](quint16 port) {
                    if (mixed((quint64(number) << 16) + port) % 100 < kOpenOfHundred)
                        return PortAnswer::open();
                    return isFirewalled ? PortAnswer::dropped() : PortAnswer::closed();
                },
            .path = path};
}

SimulationReport simulate(const Question &question, const GridPolicy &policy, quint32 hosts)
{
    SimulatedBench bench;
    const size_t link =
        bench.network.addLink({.packetsPerSecond = question.linkRate, .queuePackets = 1'000});
    const auto roundTrip = std::chrono::milliseconds(question.roundTrip);
    const size_t path = bench.network.addPath({.roundTrip = roundTrip, .link = link});
    const HostModel nobody{.ports = everyPort(PortAnswer::dropped()), .path = path};
    for (quint32 i = 0; i < hosts; ++i) {
        const bool isAlive = mixed(i + 1'000'000U) % 100 < question.alive;
        bench.network.setHost(SimulatedBench::address(i), isAlive ? hostOf(i, path) : nobody);
    }
    Simulation simulation(bench.clock, bench.network,
                          {.plan = SimulatedBench::plan(hosts, question.ports),
                           .setPace = policy.setPace,
                           .loops = question.threads});
    simulation.run();
    return reportOf(simulation);
}

void print(const Question &question, const GridPolicy &policy)
{
    const quint32 small = std::min(question.sample, question.hosts);
    const quint32 large = std::min(2 * small, question.hosts);
    const SimulationReport first = simulate(question, policy, small);
    const SimulationReport second = large > small ? simulate(question, policy, large) : first;
    const auto seconds = [](const SimulationReport &report) {
        return Seconds(report.time).count();
    };
    const double perHost = large > small ? (seconds(second) - seconds(first)) / (large - small) : 0;
    const double time = seconds(second) + perHost * (question.hosts - large);
    const double share = static_cast<double>(question.hosts) / large;
    const double syns = second.synsPerPort * static_cast<double>(second.ports) * share;
    const double missed = static_cast<double>(second.mistakes.total()) * share;
    std::printf("%s: %u of %u hosts simulated, %u ports each, %d threads\n"
                "  time            %.0f s (%.1f h)\n"
                "  connections     %.3g SYNs, %.2f a port, %.0f a second, %.1f GB up\n"
                "  link            %.0f %% busy, %llu dropped in its queue\n"
                "  in flight       at most %d\n"
                "  ports missed    about %.0f\n",
                qPrintable(policy.name), large, question.hosts, unsigned(question.ports),
                question.threads, time, time / 3'600, syns, second.synsPerPort, syns / time,
                syns * kFrameBytes / 1e9, 100 * second.utilisation,
                static_cast<unsigned long long>(second.queueDrops), second.mostInFlight, missed);
}

/// The option's value; ends the program with a clear error if it is none.
int valueOf(const QCommandLineParser &parser, const QString &name, int least, int most)
{
    bool isNumber = false;
    const int value = parser.value(name).toInt(&isNumber);
    if (isNumber && value >= least && value <= most)
        return value;
    std::fprintf(stderr, "plan_scan: --%s takes a number from %d to %d\n", qPrintable(name), least,
                 most);
    std::exit(2);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString hosts = QStringLiteral("hosts");
    const QString ports = QStringLiteral("ports");
    const QString alive = QStringLiteral("alive");
    const QString rate = QStringLiteral("link");
    const QString roundTrip = QStringLiteral("rtt");
    const QString threads = QStringLiteral("threads");
    const QString sample = QStringLiteral("sample");
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto add = [&](const QString &name, const QString &what, const QString &value) {
        parser.addOption({name, what, QStringLiteral("N"), value});
    };
    add(hosts, QStringLiteral("addresses to scan"), QStringLiteral("65536"));
    add(ports, QStringLiteral("ports of each"), QStringLiteral("100"));
    add(alive, QStringLiteral("of a hundred hosts, so many are there"), QStringLiteral("20"));
    add(rate, QStringLiteral("packets a second that the link carries"), QStringLiteral("148800"));
    add(roundTrip, QStringLiteral("round trip in ms"), QStringLiteral("30"));
    add(threads, QStringLiteral("scan threads, each on a processor"), QStringLiteral("2"));
    add(sample, QStringLiteral("hosts of the smaller sample"), QStringLiteral("768"));
    parser.process(application);
    Question question;
    question.hosts = static_cast<quint32>(valueOf(parser, hosts, 1, 16'777'216));
    question.ports = static_cast<quint16>(valueOf(parser, ports, 1, 65'535));
    question.alive = static_cast<quint32>(valueOf(parser, alive, 0, 100));
    question.linkRate = valueOf(parser, rate, 1, 1'000'000'000);
    question.roundTrip = valueOf(parser, roundTrip, 0, 60'000);
    question.threads = valueOf(parser, threads, 1, 64);
    question.sample = static_cast<quint32>(valueOf(parser, sample, 1, 65'536));
    for (const GridPolicy &policy : gridPolicies())
        print(question, policy);
    return 0;
}
