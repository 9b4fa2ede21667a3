// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How likely a probe that should be answered is not, because it or its answer was lost. Known only
// from what answers: an answer to try k shows k - 1 losses, a canary shows one or none. Silence of
// a port that never answers shows nothing.
//
// Held as a Beta distribution, so that few samples mean doubt: chanceOfLosses(k) is not p^k but its
// expectation over all p that are believable, which after ten clean answers is 60 times as much as
// that of the mean. Old samples fade, since paths change.

#pragma once

namespace roadstead {

class LossEstimator
{
public:
    /// `weight`: how many samples the prior is worth.
    void setPrior(double loss, double weight);
    void add(double successes, double losses);
    /// What was seen was not the path's doing.
    void forget() { m_successes = m_losses = 0; }

    [[nodiscard]] double mean() const;
    /// A cautious estimate: a standard deviation above the mean.
    [[nodiscard]] double upper() const;
    /// That all of `tries` probes to a port that answers were lost, if `moreSamples` further
    /// samples showed the same loss as those before.
    [[nodiscard]] double chanceOfLosses(int tries, double moreSamples = 0) const;
    [[nodiscard]] double samples() const { return m_successes + m_losses; }
    [[nodiscard]] double losses() const { return m_losses; }

private:
    /// Wired networks lose less than 1 %, radio links about that. As 20 samples it is forgotten
    /// after a hundred answers, and a fully silent host still gets no more than two tries by it.
    double m_priorLosses = 0.2;
    double m_priorSuccesses = 19.8;
    double m_successes = 0;
    double m_losses = 0;
};

} // namespace roadstead
