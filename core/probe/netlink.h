// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"

#include <functional>
#include <optional>
#include <span>

struct nlmsghdr;
struct rtattr;

/// Questions to Linux' routing socket (rtnetlink(7)), which any user may ask.
namespace roadstead::netlink {

/// Sends a dump request with `body` (an ndmsg, rtmsg, ...) and gives every answer's header to
/// `answer`. False when the kernel refuses or does not answer whole.
bool dump(quint16 type, std::span<const std::byte> body,
          const std::function<void(const nlmsghdr &)> &answer);

/// Copies what follows a message's header; it has no type of its own to point to.
void copyBody(const nlmsghdr &message, std::span<std::byte> body);

/// Calls `attribute` for each attribute after a body of `bodySize` bytes.
void forEachAttribute(const nlmsghdr &message, size_t bodySize,
                      const std::function<void(const rtattr &)> &attribute);

/// An attribute that is an IPv4 or IPv6 address; `interfaceIndex` becomes a link-local one's zone.
[[nodiscard]] std::optional<Address> addressFrom(const rtattr &attribute, quint32 interfaceIndex);

} // namespace roadstead::netlink
