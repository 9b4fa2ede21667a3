// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/lossestimator.h"

#include <algorithm>
#include <cmath>

namespace roadstead {

namespace {
/// Enough to know 5 % to within 0.3 %; at hundreds of answers a second, the last ten seconds. Less
/// would overrate the end of a scan, where only those are left that were lost often.
constexpr double kMemory = 4'000;
/// A loss after a loss is no rarer than any loss; and in one of ten cases to begin with, until a
/// few were seen.
constexpr double kLeastRepeated = 0.1;
constexpr double kRepeatedWeight = 40;
constexpr double kRepeatedMemory = 500;
constexpr double kLeastLoss = 1e-4; ///< a prior of none at all could never be corrected
} // namespace

void LossEstimator::setPrior(double loss, double weight)
{
    const double mean = std::clamp(loss, kLeastLoss, 1 - kLeastLoss);
    m_priorLosses = mean * weight;
    m_priorSuccesses = (1 - mean) * weight;
}

void LossEstimator::add(double successes, double losses)
{
    m_successes += successes;
    m_losses += losses;
    if (samples() <= kMemory)
        return;
    const double fading = kMemory / samples();
    m_successes *= fading;
    m_losses *= fading;
}

void LossEstimator::addAnswer(int attempt)
{
    add(1, std::max(0, attempt - 1));
    if (attempt >= 2)
        addFollowers(attempt - 2, 1);
}

void LossEstimator::addFollowers(double lost, double answered)
{
    m_repeated += lost;
    m_recovered += answered;
    const double fading = std::min(1.0, kRepeatedMemory / (m_recovered + m_repeated));
    m_recovered *= fading;
    m_repeated *= fading;
}

double LossEstimator::mean() const
{
    const double losses = m_priorLosses + m_losses;
    return losses / (losses + m_priorSuccesses + m_successes);
}

double LossEstimator::upper() const
{
    const double weight = m_priorLosses + m_priorSuccesses + samples();
    return std::min(1.0, mean() + std::sqrt(mean() * (1 - mean()) / (weight + 1)));
}

double LossEstimator::chanceOfLosses(int tries, double moreSamples) const
{
    if (tries < 1)
        return 1;
    const double before = m_priorLosses + m_priorSuccesses + samples();
    const double seen = samples() > 0 ? m_losses / samples() : mean();
    const double losses = m_priorLosses + m_losses + moreSamples * seen;
    double chance = losses / (before + moreSamples);
    const double again = m_repeated + kRepeatedWeight * std::max(kLeastRepeated, mean());
    const double weight = m_repeated + m_recovered + kRepeatedWeight;
    for (int i = 0; i < tries - 1; ++i)
        chance *= (again + i) / (weight + i); // the Beta distribution's i-th moment
    return chance;
}

} // namespace roadstead
