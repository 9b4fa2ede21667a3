// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Linux shows of a connection to an ordinary user. TCP_INFO's tcpi_segs_in is 1 when a real
// reset came in and 0 when an ICMP message ended the handshake: the only difference between
// "closed" and "a firewall said so" in an ECONNREFUSED. The structure comes from <linux/tcp.h>
// because glibc's older one ends before that field.
//
// Trap: the state can change between two readings. SO_ERROR comes first, so that an error implies a
// final state in TCP_INFO; the other way round a reset that falls between the two would look like
// an ICMP message.

#include "core/probe/platform.h"

#include <QDir>

#include <algorithm>
#include <cerrno>

#include <arpa/inet.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace roadstead::platform {

namespace {

// The kernel's state numbers (include/net/tcp_states.h); <linux/tcp.h> does not name them.
constexpr quint8 kTcpSynSent = 2;
constexpr quint8 kTcpSynReceived = 3;
constexpr quint8 kTcpClosed = 7;

constexpr rlim_t kEnoughDescriptors = 65'536; ///< "unlimited" would overflow an int and help nobody

int takeError(int fd)
{
    int error = 0;
    socklen_t length = sizeof error;
    return ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &length) == 0 ? error : errno;
}

/// Both ends are one and the same socket: the kernel picked the probed port as our local one (RFC
/// 9293 3.5, simultaneous open). It happens on one's own addresses inside the ephemeral range.
bool isSelfConnected(int fd)
{
    sockaddr_storage local{};
    sockaddr_storage remote{};
    socklen_t localLength = sizeof local;
    socklen_t remoteLength = sizeof remote;
    if (::getsockname(fd, reinterpret_cast<sockaddr *>(&local), &localLength) != 0
        || ::getpeername(fd, reinterpret_cast<sockaddr *>(&remote), &remoteLength) != 0)
        return false;
    if (local.ss_family != remote.ss_family)
        return false;
    if (local.ss_family == AF_INET) {
        const auto &a = reinterpret_cast<const sockaddr_in &>(local);
        const auto &b = reinterpret_cast<const sockaddr_in &>(remote);
        return a.sin_port == b.sin_port && a.sin_addr.s_addr == b.sin_addr.s_addr;
    }
    const auto &a = reinterpret_cast<const sockaddr_in6 &>(local);
    const auto &b = reinterpret_cast<const sockaddr_in6 &>(remote);
    return a.sin6_port == b.sin6_port
           && std::equal(std::begin(a.sin6_addr.s6_addr), std::end(a.sin6_addr.s6_addr),
                         std::begin(b.sin6_addr.s6_addr));
}

} // namespace

void prepare(Descriptor descriptor)
{
    const linger hangUpWithReset{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &hangUpWithReset,
                 sizeof hangUpWithReset);
}

Evidence readEvidence(Descriptor descriptor, bool &isPending)
{
    const int fd = static_cast<int>(descriptor);
    Evidence evidence;
    evidence.errorNumber = takeError(fd);
    tcp_info info{};
    socklen_t length = sizeof info;
    const bool hasInfo = ::getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &length) == 0;
    if (evidence.errorNumber == 0 && hasInfo && info.tcpi_state == kTcpClosed)
        evidence.errorNumber = takeError(fd); // it ended between the two readings
    isPending = evidence.errorNumber == 0 && hasInfo
                && (info.tcpi_state == kTcpSynSent || info.tcpi_state == kTcpSynReceived);
    if (hasInfo) {
        evidence.synRetransmissions =
            static_cast<quint8>(std::min<quint32>(info.tcpi_total_retrans, 255));
        if (length >= offsetof(tcp_info, tcpi_segs_in) + sizeof info.tcpi_segs_in)
            evidence.segmentReceived = info.tcpi_segs_in > 0;
    }
    if (evidence.errorNumber == 0 && !isPending) {
        evidence.selfConnected = isSelfConnected(fd);
        if (hasInfo && info.tcpi_rtt > 0)
            evidence.kernelRttMicroseconds = info.tcpi_rtt;
    }
    return evidence;
}

void endHandshake(Descriptor descriptor)
{
    // In SYN-SENT, shutting both directions down is a disconnect: the retransmission timer is gone.
    ::shutdown(static_cast<int>(descriptor), SHUT_RDWR);
}

int availableDescriptors()
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
    const int total = static_cast<int>(std::min(limit.rlim_cur, kEnoughDescriptors));
    const auto inUse = QDir(QStringLiteral("/proc/self/fd"))
                           .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                           .size();
    return std::max(0, total - static_cast<int>(inUse));
}

} // namespace roadstead::platform
