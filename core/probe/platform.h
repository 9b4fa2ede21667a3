// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/evidence.h"

#include <QtGlobal>

namespace roadstead::platform {

/// The one seam to the operating system: everything that QTcpSocket does not show about a
/// connection. A file for each platform implements it (platform_linux.cpp, platform_generic.cpp).
using Descriptor = qintptr;

/// Prepares a descriptor whose connect() is under way: hanging up sends a reset (no FIN, no
/// TIME_WAIT).
void prepare(Descriptor descriptor);
/// What is known about the connection now. `isPending` is set when the handshake is still under
/// way.
[[nodiscard]] Evidence readEvidence(Descriptor descriptor, bool &isPending);
/// Ends a handshake under way at once, without closing the descriptor: no further SYN is sent. Much
/// cheaper than letting a QTcpSocket go.
void endHandshake(Descriptor descriptor);
/// How many descriptors may still be opened, after the soft limit was raised to the hard one.
[[nodiscard]] int availableDescriptors();

} // namespace roadstead::platform
