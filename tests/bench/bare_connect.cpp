// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The least that a connect scan can cost here: socket, connect, epoll, SO_LINGER, close, in two
// threads, with no timeout, no retry and nothing kept but two counts. What a scanner takes longer
// is its own doing; no scanner of answering ports takes less. Needs no Qt.
//
//   bare_connect ADDRESS FIRST LAST [IN_FLIGHT]
//
// IN_FLIGHT is how many connections each thread has under way. Every port has to answer.

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr unsigned kThreads = 2;
constexpr int kPatienceMs = 5'000;
constexpr std::size_t kEventsPerTurn = 256;

struct Task
{
    sockaddr_storage address{};
    socklen_t addressLength = 0;
    unsigned first = 0;
    unsigned last = 0;
    unsigned inFlight = 512;
};

[[noreturn]] void fail(const char *what)
{
    std::fprintf(stderr, "bare_connect: %s: %s\n", what, std::strerror(errno));
    std::exit(1);
}

/// One thread's share of the ports: every second one.
class Loop final
{
public:
    Loop(const Task &task, unsigned share)
        : m_task(task)
        , m_next(task.first + share)
        , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    {
        if (m_epoll < 0)
            fail("epoll_create1");
    }
    ~Loop() { ::close(m_epoll); }
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    void run()
    {
        while (m_next <= m_task.last || m_underWay > 0) {
            while (m_next <= m_task.last && m_underWay < m_task.inFlight) {
                begin(m_next);
                m_next += kThreads;
            }
            wait();
        }
    }

    [[nodiscard]] unsigned open() const { return m_open; }
    [[nodiscard]] unsigned closed() const { return m_closed; }

private:
    void begin(unsigned port)
    {
        const int descriptor = ::socket(m_task.address.ss_family,
                                        SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
        if (descriptor < 0)
            fail("socket");
        sockaddr_storage to = m_task.address;
        // The port lies at the same place in both families.
        const in_port_t networkPort = htons(static_cast<in_port_t>(port));
        std::memcpy(reinterpret_cast<char *>(&to) + offsetof(sockaddr_in, sin_port), &networkPort,
                    sizeof networkPort);
        const int result =
            ::connect(descriptor, reinterpret_cast<const sockaddr *>(&to), m_task.addressLength);
        if (result == 0 || errno != EINPROGRESS) {
            end(descriptor, result == 0 ? 0 : errno);
            return;
        }
        epoll_event event{};
        event.events = EPOLLOUT;
        event.data.fd = descriptor;
        if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
            fail("epoll_ctl");
        ++m_underWay;
    }

    void wait()
    {
        if (m_underWay == 0)
            return;
        std::array<epoll_event, kEventsPerTurn> events;
        const int count =
            ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), kPatienceMs);
        if (count == 0)
            errno = ETIMEDOUT;
        if (count <= 0)
            fail("epoll_wait");
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
            int error = 0;
            socklen_t length = sizeof error;
            ::getsockopt(events[i].data.fd, SOL_SOCKET, SO_ERROR, &error, &length);
            --m_underWay;
            end(events[i].data.fd, error);
        }
    }

    void end(int descriptor, int error)
    {
        if (error != 0 && error != ECONNREFUSED) {
            errno = error;
            fail("connect");
        }
        ++(error == 0 ? m_open : m_closed);
        // An open port ends with a reset, and leaves no TIME_WAIT.
        const linger atOnce{1, 0};
        ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        ::close(descriptor);
    }

    const Task &m_task;
    unsigned m_next;
    unsigned m_underWay = 0;
    unsigned m_open = 0;
    unsigned m_closed = 0;
    const int m_epoll;
};

bool readNumber(const char *text, unsigned most, unsigned &number)
{
    const char *const end = text + std::strlen(text);
    const auto [stopped, error] = std::from_chars(text, end, number);
    return error == std::errc() && stopped == end && number >= 1 && number <= most;
}

bool readAddress(const char *text, Task &task)
{
    auto *const v4 = reinterpret_cast<sockaddr_in *>(&task.address);
    auto *const v6 = reinterpret_cast<sockaddr_in6 *>(&task.address);
    if (::inet_pton(AF_INET, text, &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        task.addressLength = sizeof *v4;
        return true;
    }
    v6->sin6_family = AF_INET6;
    task.addressLength = sizeof *v6;
    return ::inet_pton(AF_INET6, text, &v6->sin6_addr) == 1;
}

bool readTask(int argc, char **argv, Task &task)
{
    return (argc == 4 || argc == 5) && readAddress(argv[1], task)
           && readNumber(argv[2], 65'535, task.first) && readNumber(argv[3], 65'535, task.last)
           && task.first <= task.last && (argc == 4 || readNumber(argv[4], 100'000, task.inFlight));
}

} // namespace

int main(int argc, char **argv)
{
    using Clock = std::chrono::steady_clock;
    static_assert(offsetof(sockaddr_in, sin_port) == offsetof(sockaddr_in6, sin6_port));
    Task task;
    if (!readTask(argc, argv, task)) {
        std::fputs("Usage: bare_connect ADDRESS FIRST LAST [IN_FLIGHT]\n", stderr);
        return 2;
    }
    std::atomic<unsigned> open = 0;
    std::atomic<unsigned> closed = 0;
    const auto began = Clock::now();
    std::array<std::thread, kThreads> threads;
    for (unsigned share = 0; share < kThreads; ++share) {
        threads[share] = std::thread([&, share] {
            Loop loop(task, share);
            loop.run();
            open += loop.open();
            closed += loop.closed();
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
    const unsigned all = open + closed;
    std::printf("%u connects, %u open, %u closed, %.3f s, %.0f/s\n", all, open.load(),
                closed.load(), seconds, all / seconds);
    return 0;
}
