// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/simulationreport.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace roadstead {

using namespace std::chrono_literals;

namespace {

constexpr double kMissTarget = 0.001; ///< answering ports missed, in a scan
constexpr int kFewestTries = 2;
constexpr Duration kNeighbourTimeout = 3'060ms;

/// Ports by what answers them.
struct PortCounts
{
    double open = 0;
    double closed = 0;
    double silent = 0; ///< or rejected: the limit of ICMP errors makes most of these silent

    [[nodiscard]] double answering() const { return open + closed; }
    [[nodiscard]] double all() const { return answering() + silent; }
};

PortCounts countsOf(const Plan &plan, const PlannedHost &host, const HostModel &model)
{
    PortCounts counts;
    for (quint32 turn = 0; turn < plan.portCount(host); ++turn) {
        const PortAnswer::Kind kind = model.ports(plan.portAt(host, turn)).kind;
        if (kind == PortAnswer::Kind::Open)
            ++counts.open;
        else if (kind == PortAnswer::Kind::Closed)
            ++counts.closed;
        else
            ++counts.silent;
    }
    return counts;
}

/// What the ports of one path, or behind one link, take.
struct Load
{
    double probes = 0;
    double up = 0; ///< packets
    double down = 0;
};

/// Collects the parts of the ideal host by host.
class IdealTime
{
public:
    explicit IdealTime(const Simulation &simulation)
        : m_simulation(simulation)
        , m_links(simulation.network().links().size())
    {}

    void add(const PlannedHost &host)
    {
        const auto model = m_simulation.network().modelOf(host.address);
        if (!model || model->isDead()) {
            const double ports = m_simulation.plan().portCount(host);
            m_probes += model ? kFewestTries : kFewestTries * ports;
            m_kernel = std::max(m_kernel, model ? kNeighbourTimeout : Duration::zero());
            return;
        }
        const PathModel &path = m_simulation.network().path(model->path);
        const PortCounts counts = countsOf(m_simulation.plan(), host, *model);
        const double burst = path.burst.loss();
        const double up = 1 - (1 - path.lossUp) * (1 - burst);
        const double loss = 1 - (1 - up) * (1 - path.lossDown) * (1 - burst);
        const int tries = silentTries(counts, loss);
        if (counts.silent > 0)
            m_ideal.silentTries = std::max(m_ideal.silentTries, tries);
        const double answeredTries = counts.answering() / (1 - loss);
        const double probes = answeredTries + counts.silent * tries;
        addLoad(
            path,
            {.probes = probes, .up = probes + 2 * counts.open, .down = answeredTries * (1 - up)});
        m_rounds = std::max(m_rounds, rounds(counts, loss, tries) * Seconds(path.roundTrip));
        if (model->resets)
            m_host = std::max(
                m_host, Seconds((counts.closed - model->resets->burst) / model->resets->perSecond));
    }

    [[nodiscard]] Ideal result() const
    {
        const Simulation &simulation = m_simulation;
        const Seconds perProbe = simulation.setup().startCost + simulation.setup().endCost;
        Seconds sending = std::max(m_probes * perProbe / simulation.setup().loops, m_host);
        for (size_t i = 0; i < m_links.size(); ++i) {
            const double rate = simulation.network().links().at(i).packetsPerSecond;
            sending = std::max(sending, Seconds(std::max(m_links[i].up, m_links[i].down) / rate));
        }
        Ideal ideal = m_ideal;
        ideal.time = std::max(toDuration(sending + m_rounds), m_kernel);
        return ideal;
    }

private:
    void addLoad(const PathModel &path, const Load &load)
    {
        m_probes += load.probes;
        m_ideal.packetsUp += load.up;
        if (!path.link)
            return;
        m_links.at(*path.link).up += load.up;
        m_links.at(*path.link).down += load.down;
    }
    [[nodiscard]] static int silentTries(const PortCounts &counts, double loss)
    {
        int tries = kFewestTries;
        const double share = counts.answering() / counts.all();
        const auto missed = [&] { // of the silent ones, as many as look like it
            const double lost = share * std::pow(loss, tries);
            return counts.silent * lost / (lost + 1 - share);
        };
        while (counts.silent > 0 && share < 1 && missed() > kMissTarget)
            ++tries;
        return tries;
    }
    /// Until the unluckiest answering port is answered, as likely as not.
    [[nodiscard]] static double rounds(const PortCounts &counts, double loss, int silentTries)
    {
        double answering = 1;
        if (loss > 0 && counts.answering() > 0)
            answering =
                std::max(1.0, std::ceil(std::log(2 * counts.answering()) / -std::log(loss)));
        return counts.silent > 0 ? std::max<double>(answering, silentTries) : answering;
    }

    const Simulation &m_simulation;
    std::vector<Load> m_links;
    double m_probes = 0;
    Seconds m_rounds{0};
    Seconds m_host{0};
    Duration m_kernel{};
    Ideal m_ideal;
};

void judge(const PortResult &row, const HostModel &model, Mistakes &mistakes)
{
    const PortState state = row.state();
    if (state == PortState::Unknown) {
        ++mistakes.unknown;
        return;
    }
    const PortAnswer::Kind kind =
        model.isDead() ? PortAnswer::Kind::Dropped : model.ports(row.port).kind;
    const bool isFiltered = state == PortState::Filtered;
    if (isFiltered && model.mayFallSilent())
        return;
    switch (kind) {
    case PortAnswer::Kind::Open:
        mistakes.missedOpen += state == PortState::Open ? 0 : 1;
        return;
    case PortAnswer::Kind::Closed:
        mistakes.missedClosed += isFiltered ? 1 : 0;
        mistakes.invented += state == PortState::Open ? 1 : 0;
        return;
    case PortAnswer::Kind::Dropped:
    case PortAnswer::Kind::Rejected:
        mistakes.invented += isFiltered ? 0 : 1;
        return;
    }
}

void countRows(const Simulation &simulation, SimulationReport &report)
{
    std::vector<quint64> seen;
    seen.reserve(static_cast<size_t>(simulation.rows.size()));
    for (const PortResult &row : simulation.rows)
        seen.push_back((static_cast<quint64>(row.host) << 16) | row.port);
    std::sort(seen.begin(), seen.end());
    const auto unique = static_cast<quint64>(std::unique(seen.begin(), seen.end()) - seen.begin());
    report.hosts = simulation.plan().hostCount();
    report.ports = simulation.plan().size();
    report.repeatedRows = static_cast<quint64>(simulation.rows.size()) - unique;
    report.missingRows = report.ports - unique; // no row is of a port that was not asked for
}

void addHosts(const Simulation &simulation, SimulationReport &report)
{
    QHash<quint32, quint32> doneAt;
    QHash<quint32, std::shared_ptr<const HostModel>> models;
    for (const HostEntry &host : simulation.hosts)
        models.insert(host.number, simulation.network().modelOf(host.address));
    const HostModel nobody{.ports = [](quint16) { return PortAnswer::dropped(); }};
    for (const PortResult &row : simulation.rows) {
        quint32 &done = doneAt[row.host];
        done = std::max(done, row.atMilliseconds);
        if (row.state() == PortState::Open)
            report.lastOpen =
                std::max<Duration>(report.lastOpen, std::chrono::milliseconds(row.atMilliseconds));
        const auto model = models.value(row.host);
        judge(row, model ? *model : nobody, report.mistakes);
    }
    const auto [first, last] = std::minmax_element(doneAt.cbegin(), doneAt.cend());
    report.firstHostDone = std::chrono::milliseconds(doneAt.isEmpty() ? 0 : *first);
    report.lastHostDone = std::chrono::milliseconds(doneAt.isEmpty() ? 0 : *last);
    for (quint64 turn = 0; turn < simulation.plan().hostCount(); ++turn) {
        const HostFigures host =
            simulation.network().hostFigures(simulation.plan().hostAt(turn).address);
        report.mostPerHost = std::max(report.mostPerHost, host.mostFlows);
        report.longestPause = std::max(report.longestPause, host.longestPause);
        if (host.syns > 0)
            report.lastHostBegun =
                std::max(report.lastHostBegun, host.firstSyn - simulation.startedAt());
    }
}

void addLinks(const Simulation &simulation, SimulationReport &report)
{
    const SimulatedNetwork &network = simulation.network();
    for (size_t i = 0; i < network.links().size(); ++i) {
        const LinkFigures link = network.linkFigures(i);
        const double room =
            network.links().at(i).packetsPerSecond * Seconds(simulation.elapsed()).count();
        const auto carried = static_cast<double>(std::max(link.carriedUp, link.carriedDown));
        report.utilisation = std::max(report.utilisation, room > 0 ? carried / room : 0);
        report.queueDrops += link.droppedUp + link.droppedDown;
        report.longestWait = std::max(report.longestWait, link.longestWait);
    }
}

QString number(double value, int decimals)
{
    return QString::number(value, 'f', decimals);
}

} // namespace

Ideal idealOf(const Simulation &simulation)
{
    IdealTime ideal(simulation);
    for (quint64 turn = 0; turn < simulation.plan().hostCount(); ++turn)
        ideal.add(simulation.plan().hostAt(turn));
    return ideal.result();
}

SimulationReport reportOf(const Simulation &simulation)
{
    SimulationReport report;
    report.isFinished = simulation.isDone();
    report.time = simulation.elapsed();
    report.ideal = idealOf(simulation);
    countRows(simulation, report);
    addHosts(simulation, report);
    addLinks(simulation, report);
    const NetworkFigures &figures = simulation.network().figures();
    report.synsPerPort = static_cast<double>(figures.syns) / static_cast<double>(report.ports);
    report.mostInFlight = figures.mostFlows;
    report.turns = simulation.turns();
    report.idleTurns = simulation.idleTurns();
    return report;
}

QString SimulationReport::header()
{
    return QStringLiteral(
        "    time s  ideal s  times     missed  other  syn/port  in flight  link %  "
        "queue drops  wait ms");
}

QString SimulationReport::toText() const
{
    const QString missed =
        QString::number(mistakes.missedOpen) + u'+' + QString::number(mistakes.missedClosed);
    const auto other = mistakes.unknown + mistakes.invented + missingRows + repeatedRows;
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(longestWait).count();
    return QString(isFinished ? u' ' : u'>') + number(Seconds(time).count(), 3).rightJustified(8)
           + number(Seconds(ideal.time).count(), 3).rightJustified(9)
           + number(timesIdeal(), 1).rightJustified(7) + missed.rightJustified(11)
           + QString::number(other).rightJustified(7) + number(synsPerPort, 2).rightJustified(10)
           + QString::number(mostInFlight).rightJustified(11)
           + number(100 * utilisation, 0).rightJustified(8)
           + QString::number(queueDrops).rightJustified(13)
           + QString::number(wait).rightJustified(9);
}

} // namespace roadstead
