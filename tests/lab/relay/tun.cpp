// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/lab/relay/tun.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace roadstead {

namespace {

[[noreturn]] void fail(int error, const std::string &what)
{
    throw std::system_error(error, std::generic_category(), what);
}

ifreq requestFor(const std::string &name)
{
    ifreq request{};
    std::copy_n(name.begin(), std::min<std::size_t>(name.size(), IFNAMSIZ - 1), request.ifr_name);
    return request;
}

void setUp(const std::string &name)
{
    ifreq request = requestFor(name);
    const int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    bool done = any >= 0 && ioctl(any, SIOCGIFFLAGS, &request) == 0;
    request.ifr_flags |= IFF_UP;
    done = done && ioctl(any, SIOCSIFFLAGS, &request) == 0;
    const int error = errno;
    if (any >= 0)
        close(any);
    if (!done)
        fail(error, name);
}

} // namespace

void enterNetworkNamespace(const std::string &path)
{
    const int space = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool entered = space >= 0 && setns(space, CLONE_NEWNET) == 0;
    const int error = errno;
    if (space >= 0)
        close(space);
    if (!entered)
        fail(error, path);
}

Tun::Tun(const std::string &name)
    : m_descriptor(open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC))
{
    if (m_descriptor < 0)
        fail(errno, "/dev/net/tun");
    ifreq request = requestFor(name);
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    try {
        if (ioctl(m_descriptor, TUNSETIFF, &request) != 0)
            fail(errno, name);
        setUp(name);
    } catch (...) {
        close(m_descriptor);
        throw;
    }
}

Tun::~Tun()
{
    close(m_descriptor);
}

std::span<const std::byte> Tun::read(std::span<std::byte> buffer) const
{
    const ssize_t length = ::read(m_descriptor, buffer.data(), buffer.size());
    return buffer.first(length > 0 ? static_cast<std::size_t>(length) : 0);
}

bool Tun::write(std::span<const std::byte> packet) const
{
    return ::write(m_descriptor, packet.data(), packet.size()) >= 0;
}

} // namespace roadstead
