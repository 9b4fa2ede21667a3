// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/rttestimator.h"

#include <algorithm>

namespace roadstead {

using namespace std::chrono_literals;

namespace {
/// A second try's: round trips of a fifth of a second (another continent, a queue of a hundred
/// packets on a slow link) are met by a scan that began at once with 50 ms.
constexpr Duration kSecondTimeout = 200ms;
constexpr Duration kFurtherTimeout = 400ms;
constexpr Duration kCanaryTimeout = 800ms;
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
    const int doublings = attempt == 0 ? kMostDoublings : std::min(attempt - 1, kMostDoublings);
    Duration wait = m_first;
    if (m_hasSample || m_hasPrior) {
        wait = std::max(m_rtt + 4 * m_variation, m_min);
        if (!m_hasSample)
            wait = std::min(wait, m_first);
    }
    wait *= 1 << doublings;
    if (attempt == 0)
        wait = std::max(wait, kCanaryTimeout);
    else if (attempt > 1)
        wait = std::max(wait, attempt == 2 ? kSecondTimeout : kFurtherTimeout);
    return std::clamp(wait, m_min, m_max);
}

} // namespace roadstead
