// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Platforms without a file of their own: nothing beyond what every BSD socket interface has. A
// refusal cannot be told from a firewall's ICMP message here, so the reason is "conn-refused", and
// nobody's name is on an ICMP message.

#include "core/probe/platform.h"
#include "core/probe/posix.h"

#include <algorithm>
#include <cerrno>

namespace roadstead::platform {

namespace {
constexpr int kAssumedInUse = 64; ///< there is no portable way to count
} // namespace

bool needsOwnSocket(Family)
{
    return false;
}

Descriptor openSocket(Family, int &errorNumber)
{
    errorNumber = ENOSYS;
    return kNoDescriptor;
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
    isPending = evidence.errorNumber == 0 && !posix::hasPeer(fd);
    evidence.selfConnected = evidence.errorNumber == 0 && posix::isSelfConnected(fd);
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
    return std::max(0, posix::raiseDescriptorLimit() - kAssumedInUse);
}

QHash<Address, NeighbourState> neighbours()
{
    return {};
}

std::optional<Address> nextHop(const Address &)
{
    return std::nullopt;
}

} // namespace roadstead::platform
