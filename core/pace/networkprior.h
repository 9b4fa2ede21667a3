// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"

#include <optional>

namespace roadstead {

/// What a network's hosts (those of a /24 or /64) showed so far: what the next one begins with.
struct NetworkPrior
{
    std::optional<Duration> rtt;
    Duration rttVariation{0};
    double successes = 0; ///< probes of which an answer shows that they were not lost
    double losses = 0;

    /// Another host's. The slowest counts: too long a timeout costs time, too short a one answers.
    void add(const NetworkPrior &host);
};

} // namespace roadstead
