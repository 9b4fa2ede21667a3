// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/misstarget.h"

namespace roadstead {

namespace {
/// Canaries may cost an eighth of what one try less for every silent port would spare.
constexpr double kCanaryShare = 1.0 / 8;
} // namespace

double MissTarget::missChance(const LossEstimator &loss, const PortTally &ports, int tries,
                              double moreSamples)
{
    const double all = static_cast<double>(ports.answering + ports.silent) + 1;
    const double share = (static_cast<double>(ports.answering) + 0.5) / all;
    const double missed = share * loss.chanceOfLosses(tries, moreSamples);
    return missed / (missed + 1 - share);
}

int MissTarget::neededTries(const LossEstimator &loss, const PortTally &ports,
                            double moreSamples) const
{
    const auto silent = static_cast<double>(ports.silent);
    int tries = m_minTries;
    while (tries < m_maxTries && silent * missChance(loss, ports, tries, moreSamples) > m_target)
        ++tries;
    return tries;
}

bool MissTarget::isMeasuringWorth(const LossEstimator &loss, const PortTally &ports) const
{
    const double canaries = static_cast<double>(ports.silent) * kCanaryShare;
    return canaries >= 1 && neededTries(loss, ports, canaries) < neededTries(loss, ports);
}

} // namespace roadstead
