// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/portstate.h"

namespace roadstead {

namespace {

constexpr std::array<const char *, kPortStateCount> kStateNames{"open", "unknown", "closed",
                                                                "filtered"};

constexpr std::array<const char *, kReasonCount> kReasonNames{
    "syn-ack",          "reset",           "conn-refused",   "no-response",
    "port-unreach",     "host-unreach",    "net-unreach",    "proto-unreach",
    "admin-prohibited", "host-prohibited", "net-prohibited", "time-exceeded",
    "no-route",         "local-firewall",  "local-limit",    "not-probed"};

template <typename Enum, size_t N>
std::optional<Enum> find(const std::array<const char *, N> &names, QStringView text)
{
    for (size_t i = 0; i < N; ++i) {
        if (text == QLatin1String(names[i]))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

QLatin1String identifier(PortState state)
{
    return QLatin1String(kStateNames[static_cast<size_t>(state)]);
}

QLatin1String identifier(Reason reason)
{
    return QLatin1String(kReasonNames[static_cast<size_t>(reason)]);
}

std::optional<PortState> portStateFromIdentifier(QStringView text)
{
    return find<PortState>(kStateNames, text);
}

std::optional<Reason> reasonFromIdentifier(QStringView text)
{
    return find<Reason>(kReasonNames, text);
}

bool isPossible(PortState state, Reason reason)
{
    switch (reason) {
    case Reason::SynAck:
        return state == PortState::Open;
    case Reason::Reset:
    case Reason::ConnRefused:
        return state == PortState::Closed;
    case Reason::LocalFirewall:
    case Reason::LocalLimit:
    case Reason::NotProbed:
        return state == PortState::Unknown;
    case Reason::NoResponse:
    case Reason::PortUnreach:
    case Reason::HostUnreach:
    case Reason::NetUnreach:
    case Reason::ProtoUnreach:
    case Reason::AdminProhibited:
    case Reason::HostProhibited:
    case Reason::NetProhibited:
    case Reason::TimeExceeded:
    case Reason::NoRoute:
        return state == PortState::Filtered;
    }
    return false;
}

} // namespace roadstead
