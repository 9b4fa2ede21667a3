// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/loopbench.h"

namespace roadstead {

inline const Address kFirst = LoopBench::address(0);
inline const Address kSecond = LoopBench::address(1);

[[nodiscard]] inline ProbeOutcome silence()
{
    return {};
}

[[nodiscard]] inline ProbeOutcome closed()
{
    return verdictOutcome(PortState::Closed, Reason::Reset);
}

[[nodiscard]] inline ProbeOutcome open()
{
    return verdictOutcome(PortState::Open, Reason::SynAck);
}

inline void answerWithin(LoopBench &bench, Duration rtt)
{
    bench.prober->delayOf = [rtt](const FakeProber::Probe &) { return rtt; };
}

} // namespace roadstead
