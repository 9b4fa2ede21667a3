// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/lab/relay/path.h"
#include "tests/lab/relay/tun.h"

#include <array>
#include <cstddef>
#include <string>

namespace roadstead {

struct RelayOptions;

/// Joins two TUN devices by a path in each direction.
class Relay final
{
public:
    /// Makes device A in this namespace, then enters the peer's, for good, and makes B. Throws
    /// std::system_error.
    explicit Relay(const RelayOptions &options);
    ~Relay();
    Relay(const Relay &) = delete;
    Relay &operator=(const Relay &) = delete;

    /// Relays until SIGTERM or SIGINT. SIGUSR1 takes both directions down, or up again, and says so
    /// on stdout; it applies to what is sent after it.
    void run();

    /// What became of the packets, in one line.
    [[nodiscard]] std::string statistic() const;

private:
    void wait();
    void take(std::size_t side, std::size_t atMost);
    void deliver(std::size_t side);
    void onSignal();

    Tun m_a;
    Tun m_b;
    std::array<Path, 2> m_paths; // from A, from B
    std::array<bool, 2> m_readable{};
    int m_signals = -1;
    bool m_signalled = false;
    bool m_up = true;
    bool m_ended = false;
};

} // namespace roadstead
