// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace roadstead {

/// Enters the network namespace that this file stands for (/run/netns/NAME, /proc/PID/ns/net).
/// Throws std::system_error.
void enterNetworkNamespace(const std::string &path);

/// One end of a TUN device: whole IP packets, without a header of the device's own. It stays in the
/// namespace where it was made, whichever the process enters later.
class Tun final
{
public:
    /// Attaches to the device, or makes it, and sets it up. Throws std::system_error.
    explicit Tun(const std::string &name);
    ~Tun();
    Tun(const Tun &) = delete;
    Tun &operator=(const Tun &) = delete;

    [[nodiscard]] int descriptor() const { return m_descriptor; }

    /// The packet that was read into the buffer; empty if none waits.
    [[nodiscard]] std::span<const std::byte> read(std::span<std::byte> buffer) const;
    /// False if the device refuses it: it is down, or this is no IP packet.
    [[nodiscard]] bool write(std::span<const std::byte> packet) const;

private:
    int m_descriptor = -1;
};

} // namespace roadstead
