// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The moving parts of a simulated network. Each is asked in the order of time.

#pragma once

#include "core/scan/permutation.h"
#include "tests/support/simulatedworld.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace roadstead {

/// Durations with a fraction.
using Seconds = std::chrono::duration<double>;

[[nodiscard]] inline Duration toDuration(Seconds seconds)
{
    return std::chrono::duration_cast<Duration>(seconds);
}

/// Random numbers that are the same on every platform for the same seed (SplitMix64).
class Chance
{
public:
    explicit Chance(quint64 seed)
        : m_state(mixed(seed))
    {}

    /// From 0, below 1.
    [[nodiscard]] double uniform()
    {
        constexpr double kUnit = 0x1p-53;
        return static_cast<double>(mixed(m_state++) >> 11) * kUnit;
    }
    [[nodiscard]] bool happens(double probability)
    {
        return probability > 0 && uniform() < probability;
    }
    [[nodiscard]] Duration exponential(Duration mean)
    {
        return toDuration(-std::log(1 - uniform()) * Seconds(mean));
    }
    [[nodiscard]] Duration jitter(const JitterModel &model)
    {
        if (model.mean == Duration::zero())
            return {};
        switch (model.shape) {
        case JitterModel::Shape::Uniform:
            return toDuration(2 * uniform() * Seconds(model.mean));
        case JitterModel::Shape::Exponential:
            return exponential(model.mean);
        case JitterModel::Shape::HeavyTail: // mean 1 of 1 / sqrt(u) - 1
            return toDuration((1 / std::sqrt(1 - uniform()) - 1) * Seconds(model.mean));
        }
        Q_UNREACHABLE();
    }

private:
    quint64 m_state;
};

class TokenBucket
{
public:
    explicit TokenBucket(const RateModel &model)
        : m_model(model)
        , m_tokens(model.burst)
    {}

    [[nodiscard]] bool take(TimePoint now)
    {
        const double gained = Seconds(now - m_filledAt).count() * m_model.perSecond;
        m_tokens = std::min(m_tokens + gained, static_cast<double>(m_model.burst));
        m_filledAt = now;
        if (m_tokens < 1)
            return false;
        m_tokens -= 1;
        return true;
    }

private:
    RateModel m_model;
    double m_tokens;
    TimePoint m_filledAt{}; ///< long ago: it starts full
};

/// One way of a link.
class TailDropQueue
{
public:
    explicit TailDropQueue(const LinkModel &model)
        : m_service(toDuration(Seconds(1 / model.packetsPerSecond)))
        , m_room(m_service * (model.queuePackets + 1)) // one more is on the wire
    {}

    /// When a packet that comes now has passed; nothing if there was no room for it.
    [[nodiscard]] std::optional<TimePoint> admit(TimePoint now)
    {
        m_freeAt = std::max(m_freeAt, now);
        if (m_freeAt - now + m_service > m_room) {
            ++m_dropped;
            return std::nullopt;
        }
        m_longestWait = std::max(m_longestWait, m_freeAt - now);
        m_freeAt += m_service;
        ++m_carried;
        return m_freeAt;
    }
    [[nodiscard]] quint64 carried() const { return m_carried; }
    [[nodiscard]] quint64 dropped() const { return m_dropped; }
    [[nodiscard]] Duration longestWait() const { return m_longestWait; }

private:
    Duration m_service;
    Duration m_room;
    TimePoint m_freeAt{};
    Duration m_longestWait{};
    quint64 m_carried = 0;
    quint64 m_dropped = 0;
};

/// Whether a path is in a bad time.
class BurstState
{
public:
    [[nodiscard]] bool isBad(const BurstLossModel &model, Duration now, Chance &chance)
    {
        while (model.isOn() && now >= m_changesAt) {
            m_isBad = m_changesAt != Duration::zero() && !m_isBad;
            m_changesAt += chance.exponential(m_isBad ? model.meanBad : model.meanGood)
                           + std::chrono::nanoseconds(1);
        }
        return m_isBad;
    }

private:
    Duration m_changesAt{};
    bool m_isBad = false;
};

} // namespace roadstead
