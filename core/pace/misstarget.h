// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How often silence is tried again. The target is the expected number of ports that would answer
// but are reported silent, in the scan of one host: with 0.001, one port in a thousand such scans.
//
// Of S ports that stayed silent k times, S q(k) are expected to be missed; by Bayes
// q = a m / (a m + 1 - a), where m is the chance that k probes to an answering port are all lost
// (LossEstimator) and a the share of ports that answer. a comes from the ports so far, with half a
// port added as if one more had been seen: no answer yet is no proof that there is none
// (Krichevsky-Trofimov).

#pragma once

#include "core/pace/lossestimator.h"

#include <QtGlobal>

namespace roadstead {

/// The ports of a host, as far as they have been tried.
struct PortTally
{
    quint64 answering = 0;
    quint64 silent = 0; ///< tried and never answered
};

class MissTarget
{
public:
    MissTarget(double target, int minTries, int maxTries)
        : m_target(target)
        , m_minTries(minTries)
        , m_maxTries(maxTries)
    {}

    /// That a port which stayed silent so often would answer.
    [[nodiscard]] static double missChance(const LossEstimator &loss, const PortTally &ports,
                                           int tries, double moreSamples = 0);
    /// The fewest tries with which the silent ports meet the target; `moreSamples` as in
    /// LossEstimator::chanceOfLosses().
    [[nodiscard]] int neededTries(const LossEstimator &loss, const PortTally &ports,
                                  double moreSamples = 0) const;
    /// Measuring the loss with canaries would probably spare more probes than it costs.
    [[nodiscard]] bool isMeasuringWorth(const LossEstimator &loss, const PortTally &ports) const;

private:
    double m_target;
    int m_minTries;
    int m_maxTries;
};

} // namespace roadstead
