// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/evidence.h"

#include <QHash>
#include <QtGlobal>

namespace roadstead::platform {

/// The one seam to the operating system: everything that QTcpSocket does not show about a
/// connection. A file for each platform implements it: platform_linux.cpp, platform_windows.cpp,
/// platform_generic.cpp; what the first and the last share is in posix.cpp.
using Descriptor = qintptr;

inline constexpr Descriptor kNoDescriptor = -1;

/// Whether prepare() would come too late after connect(): then the socket has to be opened with
/// openSocket(), which costs QTcpSocket a few system calls more than making its own.
[[nodiscard]] bool needsOwnSocket(Family family);
/// A socket that never blocks, already prepared; kNoDescriptor and `errorNumber` if the system has
/// none left.
[[nodiscard]] Descriptor openSocket(Family family, int &errorNumber);
/// Prepares a descriptor whose connect() is under way: hanging up sends a reset (no FIN, no
/// TIME_WAIT), and ICMP messages are kept for readEvidence().
void prepare(Descriptor descriptor);
/// What is known about the connection now. `isPending` is set when the handshake is still under
/// way. Takes the error from the socket: a second call may find none.
[[nodiscard]] Evidence readEvidence(Descriptor descriptor, bool &isPending);
/// The address that the connection is made from.
[[nodiscard]] std::optional<Address> localAddress(Descriptor descriptor);
/// Ends a handshake under way at once, without closing the descriptor: no further SYN is sent. Much
/// cheaper than letting a QTcpSocket go.
void endHandshake(Descriptor descriptor);
/// Has the kernel make room for all descriptors that a preset needs. Later its table would double
/// again and again, and with several threads each time stops them for tens of milliseconds (Linux
/// waits for RCU). With one thread it costs some ten microseconds.
void makeRoomForDescriptors();
/// How many descriptors may still be opened, after the soft limit was raised to the hard one.
[[nodiscard]] int availableDescriptors();
/// The kernel's neighbour table, IPv4 and IPv6; empty where the platform does not show it. Takes
/// some ten microseconds and one for every neighbour.
[[nodiscard]] QHash<Address, NeighbourState> neighbours();
/// The router that packets to `target` are given to; nothing if it is on a link of our own, or the
/// platform cannot tell. Takes some ten microseconds.
[[nodiscard]] std::optional<Address> nextHop(const Address &target);

} // namespace roadstead::platform
