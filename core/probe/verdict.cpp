// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The verdict table: what the errno of a connect(), and what else was seen, says about a port. A
// local shortage is never a port state, and where the platform cannot tell a reset from an ICMP
// message, "conn-refused" says so and nothing is guessed. Peers call every error closed; nmap calls
// a firewall's port-unreachable closed.
//
// Where the ICMP message itself is known it decides, because several codes share an errno. A
// message that this computer sent about another one is no network's answer: either a local output
// rule (at once), or the kernel giving up on a neighbour that does not answer ARP or neighbour
// solicitations (after three seconds; sooner only for who joins late, and then the neighbour table
// tells). That neighbour is the target, or the router on the way to it, and then nothing is known
// of the target. A local rule that resets looks closed and one that drops looks filtered: nothing
// tells them from the network.

#include "core/probe/verdict.h"

#include "core/probe/evidence.h"
#include "core/result/inferred.h"

#include <array>
#include <cerrno>

namespace roadstead {

namespace {

/// An ICMP error and what it says of the port. The last row that fits counts. docs/VERDICTS.md and
/// docs/FORMATS.md say the same (tst_verdicttables).
struct IcmpRow
{
    Family family;
    quint8 type;
    int code; ///< kAnyCode: every one without a row of its own
    Reason reason; ///< the state is filtered
};

constexpr int kAnyCode = -1;

constexpr std::array kIcmpRows{
    // Destination unreachable: 0 to 5 RFC 792, 6 to 12 RFC 1122 3.2.2.1, 13 to 15 RFC 1812 5.2.7.1
    IcmpRow{Family::Ipv4, 3, kAnyCode, Reason::HostUnreach},
    IcmpRow{Family::Ipv4, 3, 0, Reason::NetUnreach},
    IcmpRow{Family::Ipv4, 3, 1, Reason::HostUnreach},
    IcmpRow{Family::Ipv4, 3, 2, Reason::ProtoUnreach},
    IcmpRow{Family::Ipv4, 3, 3, Reason::PortUnreach},
    IcmpRow{Family::Ipv4, 3, 5, Reason::NetUnreach}, // source route failed
    IcmpRow{Family::Ipv4, 3, 6, Reason::NetUnreach}, // network unknown
    IcmpRow{Family::Ipv4, 3, 9, Reason::NetProhibited},
    IcmpRow{Family::Ipv4, 3, 10, Reason::HostProhibited},
    IcmpRow{Family::Ipv4, 3, 11, Reason::NetUnreach}, // not for this type of service
    IcmpRow{Family::Ipv4, 3, 13, Reason::AdminProhibited},
    IcmpRow{Family::Ipv4, 3, 15, Reason::AdminProhibited}, // precedence cutoff
    // RFC 792
    IcmpRow{Family::Ipv4, 11, kAnyCode, Reason::TimeExceeded},
    IcmpRow{Family::Ipv4, 12, kAnyCode, Reason::ProtoUnreach}, // parameter problem
    // Destination unreachable: RFC 4443 3.1
    IcmpRow{Family::Ipv6, 1, kAnyCode, Reason::HostUnreach},
    IcmpRow{Family::Ipv6, 1, 0, Reason::NetUnreach}, // no route
    IcmpRow{Family::Ipv6, 1, 1, Reason::AdminProhibited},
    IcmpRow{Family::Ipv6, 1, 3, Reason::HostUnreach}, // address unreachable
    IcmpRow{Family::Ipv6, 1, 4, Reason::PortUnreach},
    IcmpRow{Family::Ipv6, 1, 5, Reason::AdminProhibited}, // failed ingress or egress policy
    IcmpRow{Family::Ipv6, 1, 6, Reason::AdminProhibited}, // reject route
    // RFC 4443 3.3, 3.4
    IcmpRow{Family::Ipv6, 3, kAnyCode, Reason::TimeExceeded},
    IcmpRow{Family::Ipv6, 4, kAnyCode, Reason::ProtoUnreach}, // parameter problem
};

/// An errno without an ICMP message: returned by connect() itself, or as the answer to a packet
/// where the platform or the kernel (Linux before 5.18) keeps no messages. The codes behind it are
/// Linux' icmp_err_convert[] (net/ipv4/icmp.c) and tab_unreach[] (net/ipv6/icmp.c).
struct ErrnoRow
{
    int errorNumber;
    bool atOnce;
    PortState state;
    Reason reason;
};

constexpr std::array kErrnoRows{
    // Accepted, then hung up before we looked; in SYN-SENT it would have been ECONNREFUSED (RFC
    // 9293 3.10.7.3).
    ErrnoRow{ECONNRESET, false, PortState::Open, Reason::SynAck},
    ErrnoRow{EPIPE, false, PortState::Open, Reason::SynAck},
    ErrnoRow{EHOSTUNREACH, false, PortState::Filtered, Reason::HostUnreach},
    ErrnoRow{EHOSTDOWN, false, PortState::Filtered, Reason::HostUnreach},
    ErrnoRow{ENETUNREACH, false, PortState::Filtered, Reason::NetUnreach},
    ErrnoRow{EOPNOTSUPP, false, PortState::Filtered, Reason::NetUnreach}, // source route failed
    ErrnoRow{ENONET, false, PortState::Filtered, Reason::HostUnreach},
    ErrnoRow{ENOPROTOOPT, false, PortState::Filtered, Reason::ProtoUnreach},
    ErrnoRow{EPROTO, false, PortState::Filtered, Reason::ProtoUnreach},
    ErrnoRow{EACCES, false, PortState::Filtered, Reason::AdminProhibited},
    // connect(2), ip-route(8)
    ErrnoRow{ENETUNREACH, true, PortState::Filtered, Reason::NoRoute},
    ErrnoRow{EHOSTUNREACH, true, PortState::Filtered, Reason::NoRoute}, // an unreachable route
    ErrnoRow{EINVAL, true, PortState::Filtered, Reason::NoRoute}, // a blackhole route
    ErrnoRow{EACCES, true, PortState::Unknown, Reason::LocalFirewall}, // a prohibit route
    ErrnoRow{EPERM, true, PortState::Unknown, Reason::LocalFirewall}, // an output rule
    ErrnoRow{EPERM, false, PortState::Unknown, Reason::LocalFirewall},
};

/// How long Linux asks for a neighbour before it gives up: three requests, a second apart
/// (arp(7), RFC 4861 10; 3.06 s measured).
constexpr quint32 kNeighbourTimeoutMicroseconds = 3'000'000;
/// A local rule's refusal comes sooner than this.
constexpr quint32 kAtOnceMicroseconds = 100'000;

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

bool isUnreachableHost(const Evidence &evidence)
{
    const IcmpMessage &icmp = *evidence.icmp;
    return icmp.sender.isIpv4() ? icmp.type == 3 && icmp.code == 1
                                : icmp.type == 1 && icmp.code == 3;
}

/// The kernel gave up on the neighbour. Asked for again at once by another probe, it counts as
/// unresolved when we look.
bool hasNeighbourFailed(const Evidence &evidence, quint32 elapsedMicroseconds)
{
    if (!isUnreachableHost(evidence))
        return false;
    return elapsedMicroseconds >= kNeighbourTimeoutMicroseconds
           || evidence.neighbour == NeighbourState::Failed
           || (evidence.neighbour == NeighbourState::Unresolved
               && elapsedMicroseconds >= kAtOnceMicroseconds);
}

ProbeOutcome classifyIcmp(const Evidence &evidence, quint32 rttMicroseconds)
{
    const IcmpMessage &icmp = *evidence.icmp;
    const bool neighbourFailed =
        evidence.icmpIsOurs && hasNeighbourFailed(evidence, rttMicroseconds);
    // Neither at once nor about a neighbour: nothing that we know of.
    if (evidence.icmpIsOurs && !neighbourFailed && isUnreachableHost(evidence)
        && rttMicroseconds >= kAtOnceMicroseconds)
        return {};
    if (evidence.icmpIsOurs && !neighbourFailed)
        return verdict(PortState::Unknown, Reason::LocalFirewall, PortResult::kNoRtt);
    ProbeOutcome outcome = verdict(PortState::Filtered, Reason::HostUnreach, rttMicroseconds);
    for (const IcmpRow &row : kIcmpRows) {
        if (row.family == icmp.sender.family && row.type == icmp.type
            && (row.code == kAnyCode || row.code == icmp.code))
            outcome.reason = row.reason;
    }
    if (neighbourFailed) {
        outcome.neighbourFailed = !evidence.isRouted;
        outcome.routerFailed = evidence.isRouted;
        if (evidence.isRouted)
            outcome.detail.inferred = inferred::kRouterDown;
        outcome.rttMicroseconds = PortResult::kNoRtt; // nobody answered
    }
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
    for (const ErrnoRow &row : kErrnoRows) {
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
    if (evidence.icmp)
        outcome = classifyIcmp(evidence, rttMicroseconds);
    else if (evidence.errorNumber == 0)
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
