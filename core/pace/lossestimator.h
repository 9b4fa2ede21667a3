// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How likely a probe that should be answered is not, because it or its answer was lost. Known only
// from what answers: an answer to try k shows k - 1 losses, a canary shows one or none. Silence of
// a port that never answers shows nothing.
//
// A probe that follows a lost one is lost more often than others where losses come in bursts, where
// a queue is full or a host answers only so many: so r, the chance of one more loss after a loss,
// is measured for itself, by ports that answered after two tries and more and by canaries. That k
// probes in a row are lost is p r^(k-1), whatever the reason is.
//
// Both are held as Beta distributions, so that few samples mean doubt: chanceOfLosses() is the
// expectation over all p and r that are believable. Old samples fade, since paths change.

#pragma once

namespace roadstead {

class LossEstimator
{
public:
    /// `weight`: how many samples the prior is worth.
    void setPrior(double loss, double weight);
    void add(double successes, double losses);
    /// A port answered its try number `attempt`.
    void addAnswer(int attempt);
    /// A probe was sent a retry's time after one that was lost.
    void addFollower(bool wasLost) { addFollowers(wasLost ? 1 : 0, wasLost ? 0 : 1); }
    /// What was seen was not the path's doing.
    void forget() { m_successes = m_losses = m_repeated = m_recovered = 0; }

    [[nodiscard]] double mean() const;
    /// A cautious estimate: a standard deviation above the mean.
    [[nodiscard]] double upper() const;
    /// That all of `tries` probes to a port that answers were lost, if `moreSamples` further
    /// samples showed the same loss as those before.
    [[nodiscard]] double chanceOfLosses(int tries, double moreSamples = 0) const;
    [[nodiscard]] double samples() const { return m_successes + m_losses; }
    [[nodiscard]] double losses() const { return m_losses; }

private:
    void addFollowers(double lost, double answered);

    /// Wired networks lose less than 1 %, radio links about that. As 20 samples it is forgotten
    /// after a hundred answers, and a fully silent host still gets no more than two tries by it.
    double m_priorLosses = 0.2;
    double m_priorSuccesses = 19.8;
    double m_successes = 0;
    double m_losses = 0;
    double m_repeated = 0; ///< losses of tries that followed a lost one
    double m_recovered = 0; ///< answers to such tries
};

} // namespace roadstead
