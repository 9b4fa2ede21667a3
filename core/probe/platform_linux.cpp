// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Linux shows of a connection to an ordinary user.
//
// TCP_INFO's tcpi_segs_in is 1 when a real reset came in and 0 when an ICMP message ended the
// handshake: the only difference between "closed" and "a firewall said so" in an ECONNREFUSED. The
// structure comes from <linux/tcp.h> because glibc's older one ends before that field.
//
// The socket's error queue (ip(7), ipv6(7); for TCP since Linux 5.18) has the ICMP message itself
// and who sent it. An entry is final even while the socket is still in SYN-SENT: the kernel
// only makes a note of an ICMP message that comes while connect() holds the socket, and would send
// its SYN again a second later.
//
// Trap: the state can change between two readings. SO_ERROR comes first, so that an error implies a
// final state in TCP_INFO; the other way round a reset that falls between the two would look like
// an ICMP message.

#include "core/probe/netlinkroute.h"
#include "core/probe/platform.h"
#include "core/probe/posix.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <linux/errqueue.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/uio.h>

namespace roadstead::platform {

namespace {

// The kernel's state numbers (include/net/tcp_states.h); <linux/tcp.h> does not name them.
constexpr quint8 kTcpSynSent = 2;
constexpr quint8 kTcpSynReceived = 3;
constexpr quint8 kTcpClosed = 7;

struct QueuedError
{
    int errorNumber = 0;
    IcmpMessage icmp;
};

bool isAboutIcmp(const cmsghdr &header)
{
    return (header.cmsg_level == SOL_IP && header.cmsg_type == IP_RECVERR)
           || (header.cmsg_level == SOL_IPV6 && header.cmsg_type == IPV6_RECVERR);
}

std::optional<QueuedError> errorFrom(const cmsghdr *header)
{
    sock_extended_err error{};
    const auto *data = CMSG_DATA(header);
    std::memcpy(&error, data, sizeof error);
    if (error.ee_origin != SO_EE_ORIGIN_ICMP && error.ee_origin != SO_EE_ORIGIN_ICMP6)
        return std::nullopt;
    // SO_EE_OFFENDER: the address follows the structure.
    sockaddr_storage offender{};
    const size_t room = header->cmsg_len - CMSG_LEN(sizeof error);
    std::memcpy(&offender, data + sizeof error, std::min(room, sizeof offender));
    const auto sender = posix::addressFrom(reinterpret_cast<const sockaddr *>(&offender));
    return QueuedError{.errorNumber = static_cast<int>(error.ee_errno),
                       .icmp = {.type = error.ee_type,
                                .code = error.ee_code,
                                .sender = sender.value_or(Address())}};
}

/// The next ICMP message of the socket's error queue.
std::optional<QueuedError> takeQueuedError(int fd)
{
    std::array<char, 128> payload{}; // the packet that caused it: not needed
    alignas(cmsghdr) std::array<char, 256> control{};
    iovec part{.iov_base = payload.data(), .iov_len = payload.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    if (::recvmsg(fd, &message, MSG_ERRQUEUE | MSG_DONTWAIT) < 0)
        return std::nullopt;
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header != nullptr;
         header = CMSG_NXTHDR(&message, header)) {
        if (isAboutIcmp(*header))
            return errorFrom(header);
    }
    return std::nullopt;
}

struct TcpInfo
{
    bool isKnown = false;
    bool countsSegments = false;
    tcp_info values{};

    [[nodiscard]] bool isIn(quint8 state) const { return isKnown && values.tcpi_state == state; }
};

TcpInfo readTcpInfo(int fd)
{
    TcpInfo info;
    socklen_t length = sizeof info.values;
    info.isKnown = ::getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info.values, &length) == 0;
    constexpr size_t kCountEnd = offsetof(tcp_info, tcpi_segs_in) + sizeof info.values.tcpi_segs_in;
    info.countsSegments = info.isKnown && length >= kCountEnd;
    return info;
}

NeighbourState neighbourStateFrom(quint16 state)
{
    if ((state & NUD_FAILED) != 0)
        return NeighbourState::Failed;
    if ((state & NUD_INCOMPLETE) != 0)
        return NeighbourState::Unresolved;
    return state == NUD_NONE ? NeighbourState::Unknown : NeighbourState::Resolved;
}

} // namespace

bool needsOwnSocket(Family family)
{
    // For IPv4 the kernel queues ICMP messages to a socket in SYN-SENT by itself. For IPv6 it has
    // to be told before the first SYN: a firewall of this computer answers inside connect().
    return family == Family::Ipv6;
}

Descriptor openSocket(Family family, int &errorNumber)
{
    const int domain = family == Family::Ipv4 ? AF_INET : AF_INET6;
    const int fd = ::socket(domain, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) {
        errorNumber = errno;
        return kNoDescriptor;
    }
    const int on = 1;
    if (family == Family::Ipv6)
        ::setsockopt(fd, SOL_IPV6, IPV6_RECVERR, &on, sizeof on);
    posix::hangUpWithReset(fd);
    return fd;
}

void prepare(Descriptor descriptor)
{
    posix::hangUpWithReset(static_cast<int>(descriptor));
}

Evidence readEvidence(Descriptor descriptor, bool &isPending)
{
    const int fd = static_cast<int>(descriptor);
    Evidence evidence;
    evidence.errorNumber = posix::takeError(fd);
    const TcpInfo info = readTcpInfo(fd);
    if (evidence.errorNumber == 0 && info.isIn(kTcpClosed))
        evidence.errorNumber = posix::takeError(fd); // it ended between the two readings
    if (info.countsSegments)
        evidence.segmentReceived = info.values.tcpi_segs_in > 0;
    if (info.isKnown)
        evidence.synRetransmissions =
            static_cast<quint8>(std::min<quint32>(info.values.tcpi_total_retrans, 255));
    isPending = evidence.errorNumber == 0 && (info.isIn(kTcpSynSent) || info.isIn(kTcpSynReceived));
    // A segment explains a refusal; whatever else went wrong, an ICMP message may have said so.
    if (isPending || (evidence.errorNumber != 0 && !evidence.segmentReceived.value_or(false))) {
        if (const auto queued = takeQueuedError(fd)) {
            evidence.errorNumber = queued->errorNumber;
            evidence.icmp = queued->icmp;
            isPending = false;
        }
    }
    if (evidence.errorNumber == 0 && !isPending) {
        evidence.selfConnected = posix::isSelfConnected(fd);
        if (info.isKnown && info.values.tcpi_rtt > 0)
            evidence.kernelRttMicroseconds = info.values.tcpi_rtt;
    }
    return evidence;
}

std::optional<Address> localAddress(Descriptor descriptor)
{
    return posix::localAddress(static_cast<int>(descriptor));
}

void endHandshake(Descriptor descriptor)
{
    posix::endHandshake(static_cast<int>(descriptor));
}

void makeRoomForDescriptors()
{
    posix::makeRoomForDescriptors();
}

int availableDescriptors()
{
    const auto inUse = QDir(QStringLiteral("/proc/self/fd"))
                           .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                           .size();
    return std::max(0, posix::raiseDescriptorLimit() - static_cast<int>(inUse));
}

QHash<Address, NeighbourState> neighbours()
{
    QHash<Address, NeighbourState> table;
    const ndmsg everyFamily{};
    netlink::dump(RTM_GETNEIGH, std::as_bytes(std::span(&everyFamily, 1)),
                  [&table](const nlmsghdr &message) {
                      ndmsg body{};
                      netlink::copyBody(message, std::as_writable_bytes(std::span(&body, 1)));
                      netlink::forEachAttribute(message, sizeof body, [&](const rtattr &attribute) {
                          if (attribute.rta_type != NDA_DST)
                              return;
                          const auto index = static_cast<quint32>(body.ndm_ifindex);
                          if (const auto address = netlink::addressFrom(attribute, index))
                              table.insert(*address, neighbourStateFrom(body.ndm_state));
                      });
                  });
    return table;
}

std::optional<Address> nextHop(const Address &target)
{
    const auto route = netlink::askConfiguredRoute(netlink::Socket(), target);
    if (!route || !route->gateway)
        return std::nullopt;
    Address router = *route->gateway;
    if (router.isLinkLocal())
        router.scope = route->interfaceIndex;
    return router;
}

} // namespace roadstead::platform
