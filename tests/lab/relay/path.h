// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <vector>

namespace roadstead {

/// What one direction of a path does to its packets.
struct PathOptions
{
    std::chrono::nanoseconds delay{}; ///< each packet takes at least this long
    std::chrono::nanoseconds
        jitter{}; ///< and up to this much longer, each by itself: packets overtake
    double loss = 0; ///< share lost one by one
    double burstLoss = 0; ///< share lost in runs (Gilbert-Elliott), on top of `loss`
    double burstLength = 1; ///< mean packets in such a run
    double rate = 0; ///< packets a second through the bottleneck; 0: there is none
    std::int64_t queue = 100; ///< packets that may wait before the bottleneck
};

struct PathCounts
{
    std::uint64_t forwarded = 0;
    std::uint64_t lost = 0;
    std::uint64_t queueDropped = 0;
};

/// One direction of a path: decides what becomes of each packet and keeps it until it is due.
/// Pure logic: who owns it reads the clock, and moves the packets in and out.
class Path final
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// The same seed gives the n-th packet the same fate in every run, whatever the other direction
    /// carries.
    Path(const PathOptions &options, std::uint64_t seed);

    /// Copies the packet, or loses it.
    void take(std::span<const std::byte> packet, Time now);

    /// When first() has to leave; nothing while there is no packet.
    [[nodiscard]] std::optional<Time> due() const;
    [[nodiscard]] std::span<const std::byte> first() const;
    /// Takes the first one away, as arrived or as lost after all.
    void removeFirst(bool arrived);

    /// A path that goes down loses what is under way, and then all that it takes.
    void setUp(bool up);

    [[nodiscard]] const PathCounts &counts() const { return m_counts; }

private:
    struct Packet
    {
        Time due;
        std::uint64_t number;
        std::vector<std::byte> bytes;

        // For std::push_heap, whose first element is the greatest: that is who leaves first, in the
        // order of arrival where the times are the same.
        bool operator<(const Packet &other) const
        {
            return due != other.due ? due > other.due : number > other.number;
        }
    };

    double draw();
    bool isLost(double chance, double turn);
    std::optional<Time> passBottleneck(Time now);

    PathOptions m_options;
    std::mt19937_64 m_random;
    std::vector<Packet> m_packets; // a heap
    PathCounts m_counts;
    std::uint64_t m_number = 0;
    Time m_bottleneckFree{};
    bool m_inBurst = false;
    bool m_up = true;
};

} // namespace roadstead
