// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/portstate.h"
#include "core/result/detail.h"
#include "core/result/portresult.h"

namespace roadstead {

struct Evidence;

/// What this computer ran out of.
enum class Shortage : quint8 {
    None,
    Descriptors,
    LocalPorts,
    Memory,
    Interface, ///< the network interface is down
    Host, ///< this computer has no address or port to reach that host from
};

/// How one probe ended.
struct ProbeOutcome
{
    enum class Kind : quint8 {
        Verdict, ///< state and reason hold
        Silence, ///< nothing came until the deadline
        Shortage, ///< this computer could not try now: no verdict, try again later
        SelfConnect, ///< it met itself (RFC 793 simultaneous open on one port): says nothing, try
                     ///< again
    };

    Kind kind = Kind::Silence;
    PortState state = PortState::Unknown;
    Reason reason = Reason::NotProbed;
    Shortage shortage = Shortage::None;
    bool neighbourFailed = false; ///< nobody on our own link answers for that address
    bool routerFailed = false; ///< nor for the router on the way to it
    quint32 rttMicroseconds = PortResult::kNoRtt;
    Detail detail;

    friend bool operator==(const ProbeOutcome &, const ProbeOutcome &) = default;
};

/// What the evidence means. `rttMicroseconds` is the caller's own measure of the time since
/// connect(), used where the kernel has none.
[[nodiscard]] ProbeOutcome classify(const Evidence &evidence, quint32 rttMicroseconds);

} // namespace roadstead
