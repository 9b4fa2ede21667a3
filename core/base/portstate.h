// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1String>
#include <QObject>
#include <QStringView>

#include <array>
#include <optional>

namespace roadstead {
Q_NAMESPACE

/// What is known of one TCP port. The order is the order by meaning: what a person looks for first.
enum class PortState : quint8 {
    Open, ///< it accepted the connection
    Unknown, ///< this computer could not try
    Closed, ///< it answered that nothing listens there
    Filtered, ///< no answer, or a firewall's refusal
};
Q_ENUM_NS(PortState)
inline constexpr int kPortStateCount = 4;
inline constexpr std::array kAllPortStates{PortState::Open, PortState::Unknown, PortState::Closed,
                                           PortState::Filtered};

/// Why a port has its state: what was seen on that very port. nmap's words where it has them,
/// because users and tools know them (nmap, portreasons.cc).
enum class Reason : quint8 {
    SynAck,
    Reset,
    ConnRefused, ///< refused, and the platform cannot tell a reset from an ICMP message
    NoResponse,
    PortUnreach,
    HostUnreach,
    NetUnreach,
    ProtoUnreach,
    AdminProhibited,
    HostProhibited,
    NetProhibited,
    TimeExceeded,
    NoRoute,
    LocalFirewall,
    LocalLimit,
    NotProbed,
};
Q_ENUM_NS(Reason)
inline constexpr int kReasonCount = 16;

/// The stable English identifiers of the file formats: "open", "syn-ack". Never translated.
[[nodiscard]] QLatin1String identifier(PortState state);
[[nodiscard]] QLatin1String identifier(Reason reason);
[[nodiscard]] std::optional<PortState> portStateFromIdentifier(QStringView text);
[[nodiscard]] std::optional<Reason> reasonFromIdentifier(QStringView text);

/// A scan's state goes with that reason. No other pair can be saved or read.
[[nodiscard]] bool isPossible(PortState state, Reason reason);

} // namespace roadstead
