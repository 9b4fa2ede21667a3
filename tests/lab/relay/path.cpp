// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Loss comes first, then the bottleneck, then the delay: what is lost on the way to the bottleneck
// takes no place in its queue. The queue is not a list: since every packet takes the same time
// there, the moment at which the bottleneck will be free says how many wait. Every packet draws the
// same three numbers, so that one packet's fate does not depend on another's, and not on the
// options that are not used.

#include "tests/lab/relay/path.h"

#include <algorithm>

namespace roadstead {

using std::chrono::duration;
using std::chrono::duration_cast;
using std::chrono::nanoseconds;

Path::Path(const PathOptions &options, std::uint64_t seed)
    : m_options(options)
    , m_random(seed)
{}

void Path::take(std::span<const std::byte> packet, Time now)
{
    const double chance = draw();
    const double turn = draw();
    const double late = draw();
    if (isLost(chance, turn) || !m_up) {
        ++m_counts.lost;
        return;
    }
    const std::optional<Time> passed = passBottleneck(now);
    if (!passed) {
        ++m_counts.queueDropped;
        return;
    }
    const auto jitter = duration_cast<nanoseconds>(m_options.jitter * late);
    m_packets.push_back({*passed + m_options.delay + jitter, m_number++,
                         std::vector<std::byte>(packet.begin(), packet.end())});
    std::push_heap(m_packets.begin(), m_packets.end());
}

std::optional<Path::Time> Path::due() const
{
    if (m_packets.empty())
        return std::nullopt;
    return m_packets.front().due;
}

std::span<const std::byte> Path::first() const
{
    return m_packets.front().bytes;
}

void Path::removeFirst(bool arrived)
{
    ++(arrived ? m_counts.forwarded : m_counts.lost);
    std::pop_heap(m_packets.begin(), m_packets.end());
    m_packets.pop_back();
}

void Path::setUp(bool up)
{
    m_up = up;
    if (up)
        return;
    m_counts.lost += m_packets.size();
    m_packets.clear();
    m_bottleneckFree = {};
}

// From 0 to just under 1. std::uniform_real_distribution differs from library to library.
double Path::draw()
{
    return static_cast<double>(m_random() >> 11) * 0x1p-53;
}

// The bad state loses everything and ends with the chance 1/length after each packet; the good
// state ends with the chance that makes the bad one's share of all packets just burstLoss.
bool Path::isLost(double chance, double turn)
{
    const double ends = 1 / m_options.burstLength;
    const double begins = ends * m_options.burstLoss / (1 - m_options.burstLoss);
    m_inBurst = m_inBurst ? turn >= ends : turn < begins;
    return m_inBurst || chance < m_options.loss;
}

// When the packet has passed; nothing if the queue is full.
std::optional<Path::Time> Path::passBottleneck(Time now)
{
    if (m_options.rate <= 0)
        return now;
    const auto each = duration_cast<nanoseconds>(duration<double>(1 / m_options.rate));
    if (m_bottleneckFree - now > each * m_options.queue)
        return std::nullopt;
    m_bottleneckFree = std::max(m_bottleneckFree, now) + each;
    return m_bottleneckFree;
}

} // namespace roadstead
