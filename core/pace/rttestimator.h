// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Round-trip time and timeout of one host, after RFC 6298. Every answer is a sample: each try is a
// connection of its own, so Karn's ambiguity does not arise unless the kernel itself sent again.
//
// As long as nothing is known each retry waits twice as long. Later they do not, as TCP's do to
// spare a congested path: the window does that here, and ten tries in a row would take seconds for
// each port. But a port's second try is patient, in case the path has become longer. Whether the
// round trip has grown is seen by canaries, which wait longer and longer as long as none is
// answered (Liveness).

#pragma once

#include "core/pace/pacesettings.h"

#include <optional>

namespace roadstead {

class RttEstimator
{
public:
    explicit RttEstimator(const PaceSettings &settings);

    /// What the network's other hosts show: used until the first sample.
    void setPrior(Duration rtt, Duration variation);
    void addSample(Duration rtt);
    [[nodiscard]] bool hasSample() const { return m_hasSample; }
    [[nodiscard]] std::optional<Duration> rtt() const;
    [[nodiscard]] Duration variation() const { return m_variation; }
    /// For try number `attempt`, from 1; 0 is a canary.
    [[nodiscard]] Duration timeout(int attempt) const;

private:
    Duration m_first;
    Duration m_min;
    Duration m_max;
    Duration m_rtt{0};
    Duration m_variation{0};
    bool m_hasSample = false;
    bool m_hasPrior = false;
};

} // namespace roadstead
