// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/durationestimate.h"

#include "core/lookup/localnetworks.h"
#include "core/probe/platform.h"
#include "core/scan/hostscan.h"
#include "core/scan/pacechoice.h"

#include <QThread>

#include <algorithm>
#include <cmath>

namespace roadstead {

namespace {

/// Answering connections a second in one thread, and what each further one adds: 41,000 and 65,000
/// were measured for one and two.
constexpr double kFirstThread = 41'000;
constexpr double kFurtherThread = 24'000;
/// A connection is under way for so long where the answer is there at once.
constexpr double kQuickAnswer = 0.0002;
/// A host that has not answered: the rate begins with the initial window in that time, and doubles
/// in it (CongestionWindow).
constexpr double kRound = 0.1;
constexpr double kRetrySpacing = 0.15; ///< from one try to the next, at least (HostPace)
/// The kernel gives up on a neighbour (measured: 3.06 s).
constexpr double kNeighbourFails = 3.06;
/// Two tries of a second each: whether somebody answers for who is not there (ScanThreads).
constexpr double kProxyCheck = 2;
constexpr double kLongest = 1e5 * 365.25 * 86'400;

double secondsOf(Duration time)
{
    return std::chrono::duration<double>(time).count();
}

std::chrono::milliseconds milliseconds(double seconds)
{
    return std::chrono::milliseconds(
        static_cast<qint64>(std::ceil(1'000 * std::min(seconds, kLongest))));
}

/// What holds a scan back, in numbers.
struct Bounds
{
    Bounds(const ScanSize &size, const ScanOptions &options, const ScanMachine &machine);

    double hosts;
    double connections;
    double threads;
    double sharers; ///< threads that have a part of each host
    double inFlight; ///< over all hosts
    double rate; ///< connections a second
    PaceSettings pace; ///< of a sharer
    double activeHosts;
};

Bounds::Bounds(const ScanSize &size, const ScanOptions &options, const ScanMachine &machine)
    : hosts(static_cast<double>(std::max<quint64>(size.hosts, 1)))
    , connections(static_cast<double>(size.connections))
{
    const auto wanted = static_cast<quint64>(wantedThreads(options, machine.processors));
    const auto count = static_cast<int>(std::min(wanted, std::max<quint64>(size.connections, 1)));
    const int shares = areHostsSharedOut(size.hosts, count) ? 1 : count;
    threads = count;
    sharers = shares;
    const int window = std::min(descriptorBudget(machine.descriptors), wantedInFlight(options));
    inFlight = threads * std::max(1, window / count);
    rate = wantedRate(options) > 0 ? wantedRate(options) : kLongest;
    pace = paceSettings(options, shares);
    activeHosts = static_cast<double>(options.scanDownHosts ? kGatedHosts : kActiveHosts);
}

/// Everything answers at once.
double shortest(const Bounds &bounds)
{
    const double perSecond = kFirstThread + kFurtherThread * (bounds.threads - 1);
    const double underWay =
        std::min(bounds.inFlight, bounds.hosts * bounds.sharers * bounds.pace.perHost);
    return std::max({bounds.connections / perSecond, bounds.connections * kQuickAnswer / underWay,
                     bounds.connections / bounds.rate});
}

/// How long a silent port is waited for while nothing is known, over all its tries.
struct Wait
{
    explicit Wait(const PaceSettings &pace);

    double underWay = 0; ///< with a connection
    double inAll = 0; ///< and until the next try may be made
    int tries;
};

Wait::Wait(const PaceSettings &pace)
    : tries(pace.minTries)
{
    constexpr int kMostDoublings = 2; // as RttEstimator has it
    for (int i = 0; i < tries; ++i) {
        const Duration wanted = pace.firstTimeout * (1 << std::min(i, kMostDoublings));
        const double timeout = secondsOf(std::clamp(wanted, pace.minTimeout, pace.maxTimeout));
        underWay += timeout;
        inAll += i + 1 < tries ? std::max(timeout, kRetrySpacing) : timeout;
    }
}

/// Nobody answers, and no router says so.
double allSilent(const Bounds &bounds, const Wait &wait, const ScanOptions &options)
{
    double ports = bounds.connections / bounds.hosts;
    if (options.skipSilent)
        ports = std::min(ports, bounds.sharers * kPortsOfASilentHost);
    const double all = ports * bounds.hosts;
    const double window = bounds.sharers * std::min(bounds.pace.silentWindow, bounds.pace.perHost);
    const double first = bounds.sharers * std::min(bounds.pace.initialWindow, bounds.pace.perHost);
    const double oneHost = kRound * std::log2(1 + ports / first) + wait.inAll;
    const double perSecond = kFirstThread + kFurtherThread * (bounds.threads - 1);
    const double busy =
        std::max({all * wait.underWay / bounds.inFlight, ports * wait.underWay / window,
                  all * wait.tries / std::min(bounds.rate, perSecond)});
    // In the end fewer and fewer are under way.
    return std::max(busy + wait.inAll / 2,
                    oneHost * std::max(1.0, bounds.hosts / bounds.activeHosts));
}

/// The others come while these are waited for, and are few if these are many.
double allDown(const ScanSize &size, const Bounds &bounds, const ScanOptions &options)
{
    const auto count = static_cast<double>(size.neighbours);
    if (count <= 0)
        return 0;
    if (options.scanDownHosts)
        return kNeighbourFails
               * std::max(1.0, count / bounds.hosts * bounds.connections / bounds.inFlight);
    return kNeighbourFails * std::max(1.0, count / static_cast<double>(kGatedHosts));
}

} // namespace

/// Descriptors are counted once: that takes long while a scan has thousands of them, and then they
/// are those that it will have given back.
ScanMachine ScanMachine::ours()
{
    static const int descriptors = platform::availableDescriptors();
    return {.processors = QThread::idealThreadCount(),
            .descriptors = descriptors,
            .neighbours = neighbourNetworks()};
}

ScanDuration estimateDuration(const ScanSize &size, const ScanOptions &options,
                              const ScanMachine &machine)
{
    if (size.connections == 0)
        return {};
    const Bounds bounds(size, options, machine);
    const double beside = options.checkLiars ? kProxyCheck : 0;
    const double least = std::max(shortest(bounds), beside);
    const double most = std::max(
        {least, allSilent(bounds, Wait(bounds.pace), options), allDown(size, bounds, options)});
    return {.shortest = milliseconds(least), .longest = milliseconds(most)};
}

} // namespace roadstead
