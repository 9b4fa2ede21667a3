// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/addressset.h"

#include <QStringList>

namespace roadstead {

/// The private IPv4 networks this computer is in, as CIDR blocks ("192.168.1.0/24"), each once,
/// those of running interfaces only. Blocks wider than /16 are narrowed to the /24 around the own
/// address: nobody means sixteen million hosts by "my network".
[[nodiscard]] QStringList localNetworks();

/// The rule of localNetworks() for one address; empty if it is not in 10/8, 172.16/12 or
/// 192.168/16, or is alone in its network.
[[nodiscard]] QString privateNetworkOf(quint32 ipv4, int prefixLength);

/// The IPv4 networks whose hosts this computer asks for by ARP: of those interfaces that are
/// running, and not of loopback or of links with one other end.
[[nodiscard]] AddressSet neighbourNetworks();

} // namespace roadstead
