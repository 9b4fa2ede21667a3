// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Windows, written from Microsoft's documentation and UNTESTED: nobody has built or run it yet.
//
// Two of the system's habits would make verdicts wrong or late: a refused connection is tried again
// for two seconds unless SIO_TCP_INITIAL_RTO says otherwise, and ICMP errors are ignored unless
// TCP_FAIL_CONNECT_ON_ICMP_ERROR is set. Both have to be set before connect(), so sockets are
// opened here. Who sent an ICMP message is not told; it is known only by its error code.
//
// Sources: learn.microsoft.com, "SIO_TCP_INITIAL_RTO control code", "SIO_TCP_INFO control code",
// "IPPROTO_TCP socket options".

#include "core/probe/platform.h"

#include <QtEndian>

#include <algorithm>
#include <cerrno>

// winsock2.h has to come before what includes windows.h.
// clang-format off
#include <winsock2.h>
#include <ws2ipdef.h>
#include <ws2tcpip.h>
#include <mstcpip.h>
// clang-format on

namespace roadstead::platform {

namespace {

constexpr int kEnoughDescriptors = 65'536; ///< sockets are limited by memory only

SOCKET socketOf(Descriptor descriptor)
{
    return static_cast<SOCKET>(descriptor);
}

int errnoOf(int windowsError)
{
    switch (windowsError) {
    case WSAECONNREFUSED:
        return ECONNREFUSED;
    case WSAECONNRESET:
        return ECONNRESET;
    case WSAETIMEDOUT:
        return ETIMEDOUT;
    case WSAEHOSTUNREACH:
        return EHOSTUNREACH;
    case WSAENETUNREACH:
        return ENETUNREACH;
    case WSAEACCES:
        return EACCES;
    case WSAEADDRINUSE:
        return EADDRINUSE;
    case WSAEADDRNOTAVAIL:
        return EADDRNOTAVAIL;
    case WSAENOBUFS:
        return ENOBUFS;
    case WSAEMFILE:
        return EMFILE;
    case WSAENETDOWN:
        return ENETDOWN;
    default:
        return windowsError;
    }
}

std::optional<Address> addressFrom(const sockaddr_storage &storage)
{
    if (storage.ss_family == AF_INET) {
        const auto &v4 = reinterpret_cast<const sockaddr_in &>(storage);
        return Address::fromIpv4(qFromBigEndian<quint32>(v4.sin_addr.s_addr));
    }
    if (storage.ss_family == AF_INET6) {
        const auto &v6 = reinterpret_cast<const sockaddr_in6 &>(storage);
        const auto *bytes = v6.sin6_addr.s6_addr;
        return Address::fromIpv6(qFromBigEndian<quint64>(bytes), qFromBigEndian<quint64>(bytes + 8),
                                 v6.sin6_scope_id);
    }
    return std::nullopt;
}

std::optional<TCP_INFO_v0> readTcpInfo(SOCKET socket)
{
    DWORD version = 0;
    TCP_INFO_v0 info{};
    DWORD written = 0;
    if (::WSAIoctl(socket, SIO_TCP_INFO, &version, sizeof version, &info, sizeof info, &written,
                   nullptr, nullptr)
        != 0)
        return std::nullopt;
    return info;
}

bool isSelfConnected(SOCKET socket)
{
    sockaddr_storage local{};
    sockaddr_storage remote{};
    int localLength = sizeof local;
    int remoteLength = sizeof remote;
    if (::getsockname(socket, reinterpret_cast<sockaddr *>(&local), &localLength) != 0
        || ::getpeername(socket, reinterpret_cast<sockaddr *>(&remote), &remoteLength) != 0)
        return false;
    // The port is at the same place in both families.
    return addressFrom(local) == addressFrom(remote)
           && reinterpret_cast<const sockaddr_in &>(local).sin_port
                  == reinterpret_cast<const sockaddr_in &>(remote).sin_port;
}

} // namespace

bool needsOwnSocket(Family)
{
    return true;
}

Descriptor openSocket(Family family, int &errorNumber)
{
    const int domain = family == Family::Ipv4 ? AF_INET : AF_INET6;
    const SOCKET socket = ::WSASocketW(domain, SOCK_STREAM, IPPROTO_TCP, nullptr, 0,
                                       WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
    if (socket == INVALID_SOCKET) {
        errorNumber = errnoOf(::WSAGetLastError());
        return kNoDescriptor;
    }
    u_long nonBlocking = 1;
    ::ioctlsocket(socket, FIONBIO, &nonBlocking);
    const DWORD on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_FAIL_CONNECT_ON_ICMP_ERROR,
                 reinterpret_cast<const char *>(&on), sizeof on);
    TCP_INITIAL_RTO_PARAMETERS once{};
    once.Rtt = TCP_INITIAL_RTO_DEFAULT_RTT;
    once.MaxSynRetransmissions = TCP_INITIAL_RTO_NO_SYN_RETRANSMISSIONS;
    DWORD written = 0;
    ::WSAIoctl(socket, SIO_TCP_INITIAL_RTO, &once, sizeof once, nullptr, 0, &written, nullptr,
               nullptr);
    prepare(static_cast<Descriptor>(socket));
    return static_cast<Descriptor>(socket);
}

void prepare(Descriptor descriptor)
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(socketOf(descriptor), SOL_SOCKET, SO_LINGER,
                 reinterpret_cast<const char *>(&atOnce), sizeof atOnce);
}

Evidence readEvidence(Descriptor descriptor, bool &isPending)
{
    const SOCKET socket = socketOf(descriptor);
    Evidence evidence;
    int error = 0;
    int length = sizeof error;
    if (::getsockopt(socket, SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&error), &length) != 0)
        error = ::WSAGetLastError();
    evidence.errorNumber = errnoOf(error);
    const std::optional<TCP_INFO_v0> info = readTcpInfo(socket);
    isPending = evidence.errorNumber == 0 && info
                && (info->State == TCPSTATE_SYN_SENT || info->State == TCPSTATE_SYN_RCVD);
    if (info) {
        evidence.synRetransmissions = info->SynRetrans;
        if (evidence.errorNumber == 0 && !isPending)
            evidence.kernelRttMicroseconds = info->RttUs;
    }
    evidence.selfConnected = evidence.errorNumber == 0 && !isPending && isSelfConnected(socket);
    return evidence;
}

std::optional<Address> localAddress(Descriptor descriptor)
{
    sockaddr_storage local{};
    int length = sizeof local;
    if (::getsockname(socketOf(descriptor), reinterpret_cast<sockaddr *>(&local), &length) != 0)
        return std::nullopt;
    return addressFrom(local);
}

void endHandshake(Descriptor descriptor)
{
    ::shutdown(socketOf(descriptor), SD_BOTH);
}

void makeRoomForDescriptors() {}

int availableDescriptors()
{
    return kEnoughDescriptors;
}

QHash<Address, NeighbourState> neighbours()
{
    return {}; // GetIpNetTable2 would tell; nobody can try it yet
}

std::optional<Address> nextHop(const Address &)
{
    return std::nullopt;
}

} // namespace roadstead::platform
