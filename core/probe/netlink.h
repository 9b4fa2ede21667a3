// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

struct nlmsghdr;
struct rtattr;

/// Questions to Linux' routing socket (rtnetlink(7)), which any user may ask.
namespace roadstead::netlink {

/// Asks questions one after the other. Nothing is answered if the process has no descriptor left.
class Socket
{
public:
    using Answer = std::function<void(const nlmsghdr &)>;

    Socket();
    ~Socket();
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    /// Sends a dump request with `body` (an ndmsg, rtmsg, ...) and gives every answer's header to
    /// `answer`. False when the kernel refuses or does not answer whole.
    bool dump(quint16 type, std::span<const std::byte> body, const Answer &answer) const;
    /// A question with one answer: `body` and its attributes (appendAttribute()). False when the
    /// kernel refuses, as it does where there is no route.
    bool ask(quint16 type, std::span<const std::byte> body, const Answer &answer) const;

private:
    [[nodiscard]] bool send(quint16 type, quint16 flags, std::span<const std::byte> body) const;

    const int m_fd;
};

/// Socket::dump() on a socket of its own.
bool dump(quint16 type, std::span<const std::byte> body, const Socket::Answer &answer);

/// Puts an attribute after a body, with the padding it needs.
void appendAttribute(std::vector<std::byte> &body, quint16 type, std::span<const std::byte> value);

/// Copies what follows a message's header; it has no type of its own to point to.
void copyBody(const nlmsghdr &message, std::span<std::byte> body);

/// Calls `attribute` for each attribute after a body of `bodySize` bytes.
void forEachAttribute(const nlmsghdr &message, size_t bodySize,
                      const std::function<void(const rtattr &)> &attribute);

/// An attribute that is an IPv4 or IPv6 address; `interfaceIndex` becomes a link-local one's zone.
[[nodiscard]] std::optional<Address> addressFrom(const rtattr &attribute, quint32 interfaceIndex);

} // namespace roadstead::netlink
