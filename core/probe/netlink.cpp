// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/netlink.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>

namespace roadstead::netlink {

namespace {

// netlink(7): "at least 8 kB"; the kernel fills up to 32 kB when there is room.
constexpr size_t kAnswerBytes = 32'768;
constexpr size_t kOneAnswerBytes = 8'192;

/// Steps over `length` bytes of what is `left`. NLMSG_NEXT and RTA_NEXT do it too, but cast const
/// away, and count below zero at a last item without padding.
template <typename Header>
const Header *stepOver(const Header *header, size_t length, size_t &left)
{
    const size_t step = std::min(length, left);
    left -= step;
    const void *next = reinterpret_cast<const char *>(header) + step;
    return static_cast<const Header *>(next);
}

enum class Part : quint8 {
    More,
    Last,
    Broken,
};

Part readAnswers(std::span<const char> bytes, const Socket::Answer &answer)
{
    size_t left = bytes.size();
    const auto *header = reinterpret_cast<const nlmsghdr *>(bytes.data());
    for (; NLMSG_OK(header, left);
         header = stepOver(header, NLMSG_ALIGN(header->nlmsg_len), left)) {
        if (header->nlmsg_type == NLMSG_DONE)
            return Part::Last;
        if (header->nlmsg_type == NLMSG_ERROR || (header->nlmsg_flags & NLM_F_DUMP_INTR) != 0)
            return Part::Broken; // refused, or the table changed under the dump
        answer(*header);
    }
    return Part::More;
}

} // namespace

Socket::Socket()
    : m_fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE))
{}

Socket::~Socket()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

bool Socket::send(quint16 type, quint16 flags, std::span<const std::byte> body) const
{
    std::array<char, 256> request{};
    const size_t length = NLMSG_LENGTH(body.size());
    if (length > request.size())
        return false;
    nlmsghdr header{};
    header.nlmsg_len = static_cast<quint32>(length);
    header.nlmsg_type = type;
    header.nlmsg_flags = flags;
    std::memcpy(request.data(), &header, sizeof header);
    std::memcpy(request.data() + NLMSG_HDRLEN, body.data(), body.size());
    return ::send(m_fd, request.data(), length, 0) == static_cast<ssize_t>(length);
}

bool Socket::dump(quint16 type, std::span<const std::byte> body, const Answer &answer) const
{
    if (!send(type, NLM_F_REQUEST | NLM_F_DUMP, body))
        return false;
    std::vector<char> room(kAnswerBytes);
    for (;;) {
        // The kernel answers in full before send() returns, so this never waits.
        const ssize_t length = ::recv(m_fd, room.data(), room.size(), 0);
        if (length <= 0)
            return false;
        switch (readAnswers(std::span(room).first(static_cast<size_t>(length)), answer)) {
        case Part::More:
            break;
        case Part::Last:
            return true;
        case Part::Broken:
            return false;
        }
    }
}

bool Socket::ask(quint16 type, std::span<const std::byte> body, const Answer &answer) const
{
    if (!send(type, NLM_F_REQUEST, body))
        return false;
    alignas(nlmsghdr) std::array<char, kOneAnswerBytes> room{};
    const ssize_t length = ::recv(m_fd, room.data(), room.size(), MSG_DONTWAIT);
    return length > 0
           && readAnswers(std::span(room).first(static_cast<size_t>(length)), answer) == Part::More;
}

bool dump(quint16 type, std::span<const std::byte> body, const Socket::Answer &answer)
{
    return Socket().dump(type, body, answer);
}

void appendAttribute(std::vector<std::byte> &body, quint16 type, std::span<const std::byte> value)
{
    rtattr header{};
    header.rta_len = static_cast<quint16>(RTA_LENGTH(value.size()));
    header.rta_type = type;
    const size_t at = NLMSG_ALIGN(body.size());
    body.resize(at + RTA_SPACE(value.size()));
    std::memcpy(body.data() + at, &header, sizeof header);
    std::memcpy(body.data() + at + RTA_LENGTH(0), value.data(), value.size());
}

void copyBody(const nlmsghdr &message, std::span<std::byte> body)
{
    const size_t length = std::min<size_t>(body.size(), message.nlmsg_len - NLMSG_HDRLEN);
    std::memcpy(body.data(), reinterpret_cast<const char *>(&message) + NLMSG_HDRLEN, length);
}

void forEachAttribute(const nlmsghdr &message, size_t bodySize,
                      const std::function<void(const rtattr &)> &attribute)
{
    const size_t skipped = NLMSG_SPACE(bodySize);
    if (message.nlmsg_len < skipped)
        return;
    size_t left = message.nlmsg_len - skipped;
    const auto *at = reinterpret_cast<const char *>(&message) + skipped;
    for (const auto *next = reinterpret_cast<const rtattr *>(at); RTA_OK(next, left);
         next = stepOver(next, RTA_ALIGN(size_t{next->rta_len}), left))
        attribute(*next);
}

std::optional<Address> addressFrom(const rtattr &attribute, quint32 interfaceIndex)
{
    const auto *bytes = reinterpret_cast<const uchar *>(&attribute) + RTA_LENGTH(0);
    switch (attribute.rta_len - RTA_LENGTH(0)) {
    case 4:
        return Address::fromIpv4(qFromBigEndian<quint32>(bytes));
    case 16: {
        const auto high = qFromBigEndian<quint64>(bytes);
        const bool isLinkLocal = (high >> 54) == (0xfe80'0000'0000'0000 >> 54);
        return Address::fromIpv6(high, qFromBigEndian<quint64>(bytes + 8),
                                 isLinkLocal ? interfaceIndex : 0);
    }
    default:
        return std::nullopt;
    }
}

} // namespace roadstead::netlink
