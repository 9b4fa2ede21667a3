// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/surroundings.h"

#include "core/probe/platform.h"

#include <QNetworkInterface>

namespace roadstead {

using namespace std::chrono_literals;

namespace {

constexpr auto kOwnMaxAge = 1s;
constexpr auto kNeighboursMaxAge = 20ms;

bool isLoopback(const Address &address)
{
    return address.isIpv4() ? address.toIpv4() >> 24 == 127 : address == Address::fromIpv6(0, 1);
}

QSet<Address> ownAddresses()
{
    QSet<Address> own;
    const auto all = QNetworkInterface::allAddresses();
    for (const QHostAddress &hostAddress : all) {
        if (const auto address = Address::fromHostAddress(hostAddress))
            own.insert(*address);
    }
    return own;
}

} // namespace

Surroundings::Surroundings(const Clock &clock)
    : m_clock(clock)
{}

bool Surroundings::isOurs(const Address &address)
{
    if (isLoopback(address))
        return true;
    const TimePoint now = m_clock.now();
    if (!m_isOwnRead || now - m_ownReadAt > kOwnMaxAge) {
        m_own = ownAddresses();
        m_ownReadAt = now;
        m_isOwnRead = true;
    }
    return m_own.contains(address);
}

NeighbourState Surroundings::neighbour(const Address &address)
{
    const TimePoint now = m_clock.now();
    if (!m_areNeighboursRead || now - m_neighboursReadAt > kNeighboursMaxAge) {
        m_neighbours = platform::neighbours();
        m_neighboursReadAt = now;
        m_areNeighboursRead = true;
    }
    return m_neighbours.value(address, NeighbourState::Unknown);
}

} // namespace roadstead
