// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/rttestimator.h"

#include <algorithm>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
/// Of a port's second try, and of what measures losses: round trips of a fifth of a second (another
/// continent, a queue of a hundred packets on a slow link) are met by a scan that began at once
/// with 50 ms.
constexpr Duration kPatience = 200ms;
/// Further ones need no more than that again if the path is short; a longer one may vary by more.
constexpr int kFurtherRoundTrips = 5;
constexpr int kMostDoublings = 2;
} // namespace

RttEstimator::RttEstimator(const PaceSettings &settings)
    : m_first(settings.firstTimeout)
    , m_min(settings.minTimeout)
    , m_max(settings.maxTimeout)
{}

void RttEstimator::setPrior(Duration rtt, Duration variation)
{
    if (m_hasSample)
        return;
    m_rtt = rtt;
    m_variation = std::max(variation, rtt / 2); // another host's: RFC 6298's first guess at least
    m_hasPrior = true;
}

void RttEstimator::addSample(Duration rtt)
{
    if (!m_hasSample) {
        m_rtt = rtt;
        m_variation = rtt / 2;
        m_hasSample = true;
        return;
    }
    const Duration error = rtt - m_rtt;
    m_variation += (std::chrono::abs(error) - m_variation) / 4;
    m_rtt += error / 8;
}

std::optional<Duration> RttEstimator::rtt() const
{
    return m_hasSample ? std::optional(m_rtt) : std::nullopt;
}

Duration RttEstimator::timeout(int attempt) const
{
    if (!m_hasSample && !m_hasPrior) {
        const int doublings = std::clamp(attempt - 1, 0, kMostDoublings);
        return std::clamp(m_first * (1 << doublings), m_min, m_max);
    }
    Duration wait = m_rtt + 4 * m_variation;
    if (!m_hasSample)
        wait = std::min(wait, m_first);
    if (attempt != 1) {
        const bool isPatient = attempt == 0 || attempt == 2;
        wait =
            std::max(wait, isPatient ? kPatience : std::min(kPatience, kFurtherRoundTrips * m_rtt));
    }
    return std::clamp(wait, m_min, m_max);
}

} // namespace roadstead
