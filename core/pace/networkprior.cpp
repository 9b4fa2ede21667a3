// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/networkprior.h"

#include <algorithm>

namespace roadstead {

void NetworkPrior::add(const NetworkPrior &host)
{
    successes += host.successes;
    losses += host.losses;
    if (!host.rtt)
        return;
    const Duration before = rtt.value_or(Duration::zero());
    // An eighth down, all the way up: one slow host among quick ones is soon forgotten.
    rtt = std::max(*host.rtt, before - before / 8);
    rttVariation = std::max(host.rttVariation, rttVariation - rttVariation / 8);
}

} // namespace roadstead
