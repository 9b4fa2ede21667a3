// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result/detail.h"

#include <QtGlobal>

#include <optional>

namespace roadstead {

/// What the kernel knows of a neighbour: a host on one of our own links.
enum class NeighbourState : quint8 {
    Unknown, ///< no entry (not on our link, or never asked for), or the platform cannot tell
    Unresolved, ///< asked for, no answer yet
    Resolved,
    Failed, ///< asked for in vain
};

/// What one connect() showed, before anything is concluded from it.
struct Evidence
{
    int errorNumber = 0; ///< errno of the connection; 0: established
    bool atOnce = false; ///< the error was connect()'s own return, not an answer to a packet
    bool selfConnected = false; ///< established with itself: both ends are one socket
    std::optional<bool>
        segmentReceived; ///< a TCP segment came in; nothing where the platform cannot tell
    std::optional<quint32>
        kernelRttMicroseconds; ///< the kernel's own measure of an established connection
    quint8 synRetransmissions = 0;
    std::optional<IcmpMessage> icmp;
    bool icmpIsOurs = false; ///< this computer sent the ICMP message, about another one
    bool isRouted = false; ///< if icmpIsOurs: the target is behind a router
    NeighbourState neighbour =
        NeighbourState::Unknown; ///< if icmpIsOurs: the target's, or its router's
};

} // namespace roadstead
