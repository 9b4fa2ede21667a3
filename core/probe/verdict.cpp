// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The verdict table: what the errno of a connect(), and what else was seen, says about a port. A
// local shortage is never a port state, and where the platform cannot tell a reset from an ICMP
// message, "conn-refused" says so and nothing is guessed. Peers call every error closed; nmap calls
// a firewall's port-unreachable closed.
//
// Sources: RFC 9293 3.10.7.3 (reset in SYN-SENT), RFC 792 and RFC 1122 3.2.2.1 (ICMP codes), RFC
// 4443 3.1, Linux icmp.c icmp_err_convert[] (code to errno), connect(2), nmap
// scan_engine_connect.cc.

#include "core/probe/verdict.h"

#include "core/probe/evidence.h"

#include <array>
#include <cerrno>

namespace roadstead {

namespace {

/// One row: this errno, returned by connect() itself or as the answer to a packet.
struct Row
{
    int errorNumber;
    bool atOnce;
    PortState state;
    Reason reason;
};

constexpr std::array kRows{
    Row{ECONNRESET, false, PortState::Open,
        Reason::SynAck}, // accepted, then hung up before we looked: a reset
    Row{EPIPE, false, PortState::Open, Reason::SynAck}, // in SYN-SENT would have been ECONNREFUSED
    Row{EHOSTUNREACH, false, PortState::Filtered, Reason::HostUnreach}, // ICMP 3/1 and the like
    Row{EHOSTDOWN, false, PortState::Filtered, Reason::HostUnreach},
    Row{ENETUNREACH, false, PortState::Filtered, Reason::NetUnreach}, // ICMP 3/0
    Row{ENONET, false, PortState::Filtered, Reason::HostUnreach}, // ICMP 3/8, source host isolated
    Row{ENOPROTOOPT, false, PortState::Filtered, Reason::ProtoUnreach}, // ICMP 3/2
    Row{EPROTO, false, PortState::Filtered, Reason::ProtoUnreach}, // ICMPv6 parameter problem
    Row{EACCES, false, PortState::Filtered, Reason::AdminProhibited}, // ICMPv6 1/1, 1/5, 1/6
    Row{ENETUNREACH, true, PortState::Filtered, Reason::NoRoute},
    Row{EHOSTUNREACH, true, PortState::Filtered, Reason::NoRoute}, // an unreachable route
    Row{EINVAL, true, PortState::Filtered, Reason::NoRoute}, // a blackhole route
    Row{EACCES, true, PortState::Unknown, Reason::LocalFirewall}, // a prohibit route
    Row{EPERM, true, PortState::Unknown, Reason::LocalFirewall}, // an output rule of this computer
    Row{EPERM, false, PortState::Unknown, Reason::LocalFirewall},
};

constexpr Shortage shortageOf(int errorNumber)
{
    switch (errorNumber) {
    case EMFILE:
    case ENFILE:
        return Shortage::Descriptors;
    case EADDRNOTAVAIL:
    case EADDRINUSE:
        return Shortage::LocalPorts;
    case ENOBUFS:
    case ENOMEM:
        return Shortage::Memory;
    case ENETDOWN: // not the port's fault
        return Shortage::Interface;
    case EAGAIN: // no local port, or no routing cache entry (connect(2))
        return Shortage::LocalPorts;
    default:
        return Shortage::None;
    }
}

ProbeOutcome verdict(PortState state, Reason reason, quint32 rttMicroseconds)
{
    ProbeOutcome outcome;
    outcome.kind = ProbeOutcome::Kind::Verdict;
    outcome.state = state;
    outcome.reason = reason;
    outcome.rttMicroseconds = rttMicroseconds;
    return outcome;
}

ProbeOutcome classifyRefusal(const Evidence &evidence, quint32 rttMicroseconds)
{
    if (!evidence.segmentReceived)
        return verdict(PortState::Closed, Reason::ConnRefused, rttMicroseconds);
    if (*evidence.segmentReceived)
        return verdict(PortState::Closed, Reason::Reset, rttMicroseconds);
    return verdict(PortState::Filtered, Reason::PortUnreach, rttMicroseconds);
}

ProbeOutcome classifyEstablished(const Evidence &evidence, quint32 rttMicroseconds)
{
    if (!evidence.selfConnected)
        return verdict(PortState::Open, Reason::SynAck,
                       evidence.kernelRttMicroseconds.value_or(rttMicroseconds));
    ProbeOutcome outcome;
    outcome.kind = ProbeOutcome::Kind::SelfConnect;
    return outcome;
}

ProbeOutcome classifyError(const Evidence &evidence, quint32 rttMicroseconds)
{
    ProbeOutcome outcome;
    if (evidence.errorNumber == ETIMEDOUT) // the kernel gave up before our deadline
        return outcome;
    outcome.shortage = shortageOf(evidence.errorNumber);
    if (outcome.shortage != Shortage::None) {
        outcome.kind = ProbeOutcome::Kind::Shortage;
        outcome.detail.errorNumber = evidence.errorNumber;
        return outcome;
    }
    // An errno that nobody has seen yet: this computer's affair, told by its number, no guess about
    // the port.
    outcome = verdict(PortState::Unknown, Reason::LocalLimit, PortResult::kNoRtt);
    for (const Row &row : kRows) {
        if (row.errorNumber == evidence.errorNumber && row.atOnce == evidence.atOnce)
            outcome = verdict(row.state, row.reason,
                              evidence.atOnce ? PortResult::kNoRtt : rttMicroseconds);
    }
    if (evidence.atOnce || outcome.state == PortState::Unknown)
        outcome.detail.errorNumber = evidence.errorNumber;
    return outcome;
}

} // namespace

ProbeOutcome classify(const Evidence &evidence, quint32 rttMicroseconds)
{
    ProbeOutcome outcome;
    if (evidence.errorNumber == 0)
        outcome = classifyEstablished(evidence, rttMicroseconds);
    else if (evidence.errorNumber == ECONNREFUSED)
        outcome = classifyRefusal(evidence, rttMicroseconds);
    else
        outcome = classifyError(evidence, rttMicroseconds);
    outcome.detail.icmp = evidence.icmp;
    outcome.detail.synRetransmissions = evidence.synRetransmissions;
    return outcome;
}

} // namespace roadstead
