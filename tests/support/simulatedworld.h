// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a simulated network is made of, as a test describes it: values only. All times count from
// the network's start.

#pragma once

#include "core/base/address.h"
#include "core/pace/clock.h"

#include <functional>
#include <optional>
#include <vector>

namespace roadstead {

struct TimeWindow
{
    Duration from{};
    Duration until = Duration::max(); ///< not included

    [[nodiscard]] bool contains(Duration moment) const { return moment >= from && moment < until; }
};

[[nodiscard]] inline bool isWithin(const std::vector<TimeWindow> &windows, Duration moment)
{
    for (const TimeWindow &window : windows) {
        if (window.contains(moment))
            return true;
    }
    return false;
}

/// A packet's delay beyond the path's own, each way.
struct JitterModel
{
    enum class Shape : quint8 {
        Uniform, ///< from 0 to twice the mean
        Exponential,
        HeavyTail, ///< Pareto of shape 2: one packet in a hundred takes ten times the mean or more
    };

    Duration mean{};
    Shape shape = Shape::Exponential;
};

/// The path turns bad for a while, for both ways at once (Gilbert-Elliott, in time instead of
/// packets, so that it does not depend on how much is sent).
struct BurstLossModel
{
    Duration meanGood{}; ///< 0: there are no bursts
    Duration meanBad{};
    double lossInBad = 1;

    [[nodiscard]] bool isOn() const { return meanGood > Duration::zero(); }
    /// Of all packets that come evenly.
    [[nodiscard]] double loss() const
    {
        return isOn() ? lossInBad * (meanBad / std::chrono::duration<double>(meanGood + meanBad))
                      : 0;
    }
};

/// The route changed.
struct RoundTripStep
{
    Duration at{};
    Duration roundTrip{};
};

/// A link that carries so many packets each way, whatever their size.
struct LinkModel
{
    double packetsPerSecond = 1;
    int queuePackets = 100; ///< that wait at most, each way; the rest is dropped
};

struct PathModel
{
    Duration roundTrip{}; ///< without queues and jitter, half of it each way
    JitterModel jitter = {};
    double lossUp = 0; ///< the chance of each packet
    double lossDown = 0;
    BurstLossModel burst = {};
    std::vector<TimeWindow> outages = {}; ///< nothing passes, either way
    std::vector<RoundTripStep> steps = {}; ///< ascending
    std::optional<size_t> link = {}; ///< as SimulatedNetwork::addLink() said; between us and it all
};

/// So many at once, and so many a second in the long run.
struct RateModel
{
    double perSecond = 1;
    int burst = 1;
};

/// Linux' own limit of ICMP errors for each destination (net.ipv4.icmp_ratelimit; icmp(7)).
inline constexpr RateModel kLinuxIcmpRate{.perSecond = 1, .burst = 6};

/// What a SYN to a port meets.
struct PortAnswer
{
    enum class Kind : quint8 {
        Open,
        Closed,
        Dropped,
        Rejected, ///< with an ICMP error
    };

    Kind kind = Kind::Dropped;
    quint8 icmpType = 0;
    quint8 icmpCode = 0;
    std::optional<Address> sender = {}; ///< of the ICMP error; nothing: the host itself
    Duration delay{}; ///< on top of the path's: the port is forwarded to somewhere else

    static PortAnswer open() { return {.kind = Kind::Open}; }
    static PortAnswer closed() { return {.kind = Kind::Closed}; }
    [[nodiscard]] PortAnswer after(Duration longer) const
    {
        PortAnswer later = *this;
        later.delay = longer;
        return later;
    }
    static PortAnswer dropped() { return {.kind = Kind::Dropped}; }
    /// ICMP destination unreachable, for IPv4 (type 3).
    static PortAnswer rejected(quint8 code)
    {
        return {.kind = Kind::Rejected, .icmpType = 3, .icmpCode = code};
    }
};

/// How the kernel finds the host's link-layer address.
struct NeighbourModel
{
    bool isOnLink = false; ///< otherwise behind a router that is known
    Duration joinsAt{}; ///< from then on it answers ARP; Duration::max(): never
};

struct HostModel
{
    std::function<PortAnswer(quint16)> ports; ///< the same port always the same
    size_t path = 0; ///< as SimulatedNetwork::addPath() said
    NeighbourModel neighbour = {};
    std::optional<RateModel> resets = {}; ///< nothing: no limit
    std::optional<RateModel> icmp = kLinuxIcmpRate;
    /// Instead of `icmp`, a limit shared with other hosts behind the same firewall, as
    /// SimulatedNetwork::addLimiter() said.
    std::optional<size_t> sharedIcmp = {};
    std::vector<TimeWindow> silences = {}; ///< it answers nothing then
    std::optional<quint64> silentAfterSyns = {}; ///< it answers nothing after so many SYNs

    [[nodiscard]] bool isDead() const
    {
        return neighbour.isOnLink && neighbour.joinsAt == Duration::max();
    }
    /// Silence of any of its ports may be the truth.
    [[nodiscard]] bool mayFallSilent() const
    {
        return !silences.empty() || silentAfterSyns || neighbour.joinsAt > Duration::zero();
    }
};

} // namespace roadstead
