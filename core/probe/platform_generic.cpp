// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Platforms without a file of their own: nothing beyond what every BSD socket interface has. A
// refusal cannot be told from a firewall's ICMP message here, so the reason is "conn-refused".

#include "core/probe/platform.h"

#include <algorithm>
#include <cerrno>

#include <sys/resource.h>
#include <sys/socket.h>

namespace roadstead::platform {

namespace {
constexpr int kEnoughDescriptors = 65'536;
constexpr int kAssumedInUse = 64; ///< there is no portable way to count
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
    socklen_t length = sizeof evidence.errorNumber;
    if (::getsockopt(fd, SOL_SOCKET, SO_ERROR, &evidence.errorNumber, &length) != 0)
        evidence.errorNumber = errno;
    sockaddr_storage remote{};
    sockaddr_storage local{};
    socklen_t remoteLength = sizeof remote;
    socklen_t localLength = sizeof local;
    const bool hasPeer =
        ::getpeername(fd, reinterpret_cast<sockaddr *>(&remote), &remoteLength) == 0;
    isPending = evidence.errorNumber == 0 && !hasPeer;
    if (hasPeer && ::getsockname(fd, reinterpret_cast<sockaddr *>(&local), &localLength) == 0
        && localLength == remoteLength) {
        const auto *a = reinterpret_cast<const char *>(&local);
        evidence.selfConnected =
            std::equal(a, a + localLength, reinterpret_cast<const char *>(&remote));
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
    const rlim_t wanted = std::min(limit.rlim_max, static_cast<rlim_t>(kEnoughDescriptors));
    const rlimit raised{wanted, limit.rlim_max};
    if (limit.rlim_cur < wanted && ::setrlimit(RLIMIT_NOFILE, &raised) == 0)
        limit.rlim_cur = wanted;
    return std::max(0, static_cast<int>(std::min(limit.rlim_cur, wanted)) - kAssumedInUse);
}

} // namespace roadstead::platform
