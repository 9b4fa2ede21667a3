// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One thread around ppoll(), whose timeout has the kernel's full resolution (the timer slack is
// taken off; epoll_wait would round to milliseconds). Each turn reads a few dozen packets from each
// side and then writes what is due, so that a flood from one side holds up neither what is due nor
// the other side. Writing to a TUN device runs the receiver's network stack in this thread, the
// answers it makes included: most of the relay's time is that.

#include "tests/lab/relay/relay.h"

#include "tests/lab/relay/options.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <limits>
#include <system_error>

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace roadstead {

namespace {

constexpr const char *kDevice = "path0";
constexpr std::size_t kPacketsPerTurn = 64;
// More than a device's queue holds, and an end to it all the same.
constexpr std::size_t kPacketsBeforeSignal = 100'000;
// The device's MTU is 1500; a larger one in the lab would do no harm.
constexpr std::size_t kLongestPacket = 65'535;

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

Tun peerDevice(const std::string &peer)
{
    enterNetworkNamespace(peer);
    return Tun(kDevice);
}

int openSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGTERM, SIGINT, SIGUSR1})
        sigaddset(&signals, number);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    // Who started it may have stopped listening to it.
    signal(SIGPIPE, SIG_IGN);
    const int descriptor = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    if (descriptor < 0)
        throw std::system_error(errno, std::generic_category(), "signalfd");
    return descriptor;
}

} // namespace

Relay::Relay(const RelayOptions &options)
    : m_a(kDevice)
    , m_b(peerDevice(options.peer))
    // Any other seed will do for the second.
    , m_paths{Path(options.fromA, options.seed), Path(options.fromB, ~options.seed)}
    , m_signals(openSignals())
{
    prctl(PR_SET_TIMERSLACK, 1UL);
}

Relay::~Relay()
{
    close(m_signals);
}

void Relay::run()
{
    say("ready");
    while (!m_ended) {
        wait();
        for (const std::size_t side : {0U, 1U}) {
            if (m_readable[side])
                take(side, m_signalled ? kPacketsBeforeSignal : kPacketsPerTurn);
        }
        if (m_signalled)
            onSignal();
        for (const std::size_t side : {0U, 1U})
            deliver(side);
    }
}

std::string Relay::statistic() const
{
    std::string line = "relay:";
    for (const std::size_t side : {0U, 1U}) {
        const PathCounts &counts = m_paths[side].counts();
        line += side == 0 ? " from a " : "; from b ";
        line += std::to_string(counts.forwarded) + " forwarded, " + std::to_string(counts.lost)
                + " lost, " + std::to_string(counts.queueDropped) + " queue-dropped";
    }
    return line;
}

// Until something can be read or is due.
void Relay::wait()
{
    using namespace std::chrono;
    std::optional<Path::Time> due = m_paths[0].due();
    if (const auto other = m_paths[1].due(); other && (!due || *other < *due))
        due = other;
    timespec timeout{};
    if (due) {
        const auto left = std::max(nanoseconds(*due - steady_clock::now()), nanoseconds(0));
        timeout.tv_sec = static_cast<time_t>(left / seconds(1));
        timeout.tv_nsec = static_cast<long>((left % seconds(1)).count());
    }
    std::array<pollfd, 3> polled{
        {{m_a.descriptor(), POLLIN, 0}, {m_b.descriptor(), POLLIN, 0}, {m_signals, POLLIN, 0}}};
    if (ppoll(polled.data(), polled.size(), due ? &timeout : nullptr, nullptr) < 0
        && errno != EINTR)
        throw std::system_error(errno, std::generic_category(), "ppoll");
    m_readable = {polled[0].revents != 0, polled[1].revents != 0};
    m_signalled = polled[2].revents != 0;
}

void Relay::take(std::size_t side, std::size_t atMost)
{
    std::array<std::byte, kLongestPacket> buffer; // NOLINT: read() fills what is used of it
    const Tun &from = side == 0 ? m_a : m_b;
    for (std::size_t i = 0; i < atMost; ++i) {
        const auto packet = from.read(buffer);
        if (packet.empty())
            return;
        // After reading: an earlier time may be before the packet was sent, and its delay too
        // short.
        m_paths[side].take(packet, std::chrono::steady_clock::now());
    }
}

void Relay::deliver(std::size_t side)
{
    const Tun &to = side == 0 ? m_b : m_a;
    const auto now = std::chrono::steady_clock::now();
    for (auto due = m_paths[side].due(); due && *due <= now; due = m_paths[side].due())
        m_paths[side].removeFirst(to.write(m_paths[side].first()));
}

void Relay::onSignal()
{
    signalfd_siginfo info{};
    while (::read(m_signals, &info, sizeof info) == sizeof info) {
        if (info.ssi_signo != SIGUSR1) {
            m_ended = true;
            return;
        }
        m_up = !m_up;
        for (Path &path : m_paths)
            path.setUp(m_up);
        say(m_up ? "up" : "down");
    }
}

} // namespace roadstead
