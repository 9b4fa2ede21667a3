// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/netlink.h"

namespace roadstead::netlink {

/// How the kernel would send a packet (rtnetlink(7)).
struct RouteAnswer
{
    quint8 type = 0; ///< RTN_UNICAST, RTN_LOCAL, ...
    quint32 interfaceIndex = 0;
    std::optional<Address> source;
    std::optional<Address> gateway; ///< nothing if the target is on the link
};

/// The resolved answer. It has the source address that the kernel would choose, but also what a
/// router's ICMP redirect has put in its place for a while. Nothing where there is no route, or one
/// that refuses.
[[nodiscard]] std::optional<RouteAnswer> askRoute(const Socket &socket, const Address &target);
/// The table's own entry (RTM_F_FIB_MATCH), with the next hop that somebody configured.
[[nodiscard]] std::optional<RouteAnswer> askConfiguredRoute(const Socket &socket,
                                                            const Address &target);

} // namespace roadstead::netlink
