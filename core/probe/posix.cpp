// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/posix.h"

#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace roadstead::posix {

namespace {

constexpr int kRoom = 16'384; ///< descriptors: the quickest preset's sockets and some more
constexpr rlim_t kEnoughDescriptors = 65'536; ///< "unlimited" would overflow an int and help nobody

struct Endpoint
{
    Address address;
    quint16 port = 0;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

std::optional<Endpoint> endpointFrom(const sockaddr_storage &storage)
{
    const auto *generic = reinterpret_cast<const sockaddr *>(&storage);
    const std::optional<Address> address = addressFrom(generic);
    if (!address)
        return std::nullopt;
    const quint16 port = address->isIpv4()
                             ? reinterpret_cast<const sockaddr_in &>(storage).sin_port
                             : reinterpret_cast<const sockaddr_in6 &>(storage).sin6_port;
    return Endpoint{.address = *address, .port = qFromBigEndian(port)};
}

std::optional<Endpoint> localEnd(int fd)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    if (::getsockname(fd, reinterpret_cast<sockaddr *>(&storage), &length) != 0)
        return std::nullopt;
    return endpointFrom(storage);
}

std::optional<Endpoint> remoteEnd(int fd)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    if (::getpeername(fd, reinterpret_cast<sockaddr *>(&storage), &length) != 0)
        return std::nullopt;
    return endpointFrom(storage);
}

} // namespace

int takeError(int fd)
{
    int error = 0;
    socklen_t length = sizeof error;
    return ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &length) == 0 ? error : errno;
}

void hangUpWithReset(int fd)
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
}

void endHandshake(int fd)
{
    // In SYN-SENT, shutting both directions down is a disconnect: the retransmission timer is gone.
    ::shutdown(fd, SHUT_RDWR);
}

bool isSelfConnected(int fd)
{
    const std::optional<Endpoint> local = localEnd(fd);
    return local && local == remoteEnd(fd);
}

bool hasPeer(int fd)
{
    return remoteEnd(fd).has_value();
}

std::optional<Address> localAddress(int fd)
{
    const std::optional<Endpoint> local = localEnd(fd);
    return local ? std::optional(local->address) : std::nullopt;
}

std::optional<Address> addressFrom(const sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, address, sizeof v4);
        return Address::fromIpv4(qFromBigEndian<quint32>(v4.sin_addr.s_addr));
    }
    if (address->sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, address, sizeof v6);
        const auto *bytes = v6.sin6_addr.s6_addr;
        const bool isLinkLocal = IN6_IS_ADDR_LINKLOCAL(&v6.sin6_addr);
        return Address::fromIpv6(qFromBigEndian<quint64>(bytes), qFromBigEndian<quint64>(bytes + 8),
                                 isLinkLocal ? v6.sin6_scope_id : 0);
    }
    return std::nullopt;
}

int raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    const rlim_t wanted = std::min(limit.rlim_max, kEnoughDescriptors);
    if (limit.rlim_cur < wanted) {
        const rlimit raised{.rlim_cur = wanted, .rlim_max = limit.rlim_max};
        if (::setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit.rlim_cur = wanted;
    }
    return static_cast<int>(std::min(limit.rlim_cur, kEnoughDescriptors));
}

void makeRoomForDescriptors()
{
    const int last = std::min(kRoom, raiseDescriptorLimit()) - 1;
    const int any = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const int highest = ::fcntl(any, F_DUPFD_CLOEXEC, last);
    for (const int descriptor : {any, highest}) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
}

} // namespace roadstead::posix
