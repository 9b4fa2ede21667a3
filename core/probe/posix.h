// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"

#include <optional>

struct sockaddr;

/// What every system with BSD sockets has, for the files of such platforms.
namespace roadstead::posix {

/// SO_ERROR, which takes it from the socket.
[[nodiscard]] int takeError(int fd);
/// close() sends a reset from now on.
void hangUpWithReset(int fd);
void endHandshake(int fd);
/// Both ends are one and the same socket: the kernel picked the probed port as our local one (RFC
/// 9293 3.5, simultaneous open). It happens on one's own addresses inside the ephemeral range.
[[nodiscard]] bool isSelfConnected(int fd);
[[nodiscard]] bool hasPeer(int fd);
[[nodiscard]] std::optional<Address> localAddress(int fd);
/// Nothing for a family that is neither IPv4 nor IPv6.
[[nodiscard]] std::optional<Address> addressFrom(const sockaddr *address);
/// How many descriptors this process may have, after raising the soft limit to the hard one;
/// "unlimited" is a number that is enough and fits.
[[nodiscard]] int raiseDescriptorLimit();
/// Has the kernel make its table of descriptors large enough for the quickest preset.
void makeRoomForDescriptors();

} // namespace roadstead::posix
