// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asking for single routes, instead of dumping tables, takes no lock that a driver may hold for
// long.

#include "core/probe/netlinkroute.h"

#include <QtEndian>

#include <array>
#include <cstring>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

namespace roadstead::netlink {

namespace {

std::vector<std::byte> question(const Address &target, quint32 flags)
{
    rtmsg body{};
    body.rtm_family = target.isIpv4() ? AF_INET : AF_INET6;
    body.rtm_dst_len = target.isIpv4() ? 32 : 128;
    body.rtm_flags = flags;
    const auto head = std::as_bytes(std::span(&body, 1));
    std::vector<std::byte> bytes(head.begin(), head.end());
    if (target.isIpv4()) {
        const quint32 value = qToBigEndian(target.toIpv4());
        appendAttribute(bytes, RTA_DST, std::as_bytes(std::span(&value, 1)));
        return bytes;
    }
    const std::array<quint64, 2> value{qToBigEndian(target.high), qToBigEndian(target.low)};
    appendAttribute(bytes, RTA_DST, std::as_bytes(std::span(value)));
    if (target.scope != 0)
        appendAttribute(bytes, RTA_OIF, std::as_bytes(std::span(&target.scope, 1)));
    return bytes;
}

std::optional<RouteAnswer> ask(const Socket &socket, const Address &target, quint32 flags)
{
    RouteAnswer route;
    const bool isAnswered =
        socket.ask(RTM_GETROUTE, question(target, flags), [&route](const nlmsghdr &message) {
            rtmsg body{};
            copyBody(message, std::as_writable_bytes(std::span(&body, 1)));
            route.type = body.rtm_type;
            forEachAttribute(message, sizeof body, [&route](const rtattr &attribute) {
                const auto *value = reinterpret_cast<const char *>(&attribute) + RTA_LENGTH(0);
                if (attribute.rta_type == RTA_OIF && attribute.rta_len >= RTA_LENGTH(4))
                    std::memcpy(&route.interfaceIndex, value, sizeof route.interfaceIndex);
                else if (attribute.rta_type == RTA_PREFSRC)
                    route.source = addressFrom(attribute, 0);
                else if (attribute.rta_type == RTA_GATEWAY)
                    route.gateway = addressFrom(attribute, 0);
            });
        });
    return isAnswered ? std::optional(route) : std::nullopt;
}

} // namespace

std::optional<RouteAnswer> askRoute(const Socket &socket, const Address &target)
{
    return ask(socket, target, 0);
}

std::optional<RouteAnswer> askConfiguredRoute(const Socket &socket, const Address &target)
{
    return ask(socket, target, RTM_F_FIB_MATCH);
}

} // namespace roadstead::netlink
