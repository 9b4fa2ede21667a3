// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Linux' routing socket (rtnetlink(7)), which any user may listen to and ask.
//
// What a message says is not looked at: the ones of a burst contradict each other until the last,
// and some get lost when the socket's buffer overruns (ENOBUFS). Either way something changed, and
// whoever listens asks again for what matters to him. A route is asked for twice, for the source
// address and for the next hop (netlinkroute.h).

#include "core/probe/netlinkroute.h"
#include "core/probe/networkevents.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstring>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace roadstead {

namespace {

// Enough to empty the buffer of any burst; a flood that goes on gets its next turn.
constexpr int kMostMessagesAtOnce = 1'000;

bool isForNearby(const Address &source)
{
    return source.isLinkLocal() || source == Address::fromIpv6(0, 1);
}

QString interfaceName(quint32 index)
{
    std::array<char, IF_NAMESIZE> name{};
    return QString::fromLocal8Bit(::if_indextoname(index, name.data()));
}

class LinuxNetworkEvents final : public NetworkEvents
{
public:
    LinuxNetworkEvents();
    ~LinuxNetworkEvents() override;
    Q_DISABLE_COPY_MOVE(LinuxNetworkEvents)

    [[nodiscard]] Route route(const Address &target) const override;
    [[nodiscard]] bool isRunning(const QString &interfaceName) const override;

private:
    void onReadable();

    // All of them open from the start: a scan may need every descriptor that is left.
    const netlink::Socket m_questions;
    const int m_listener;
    const int m_any; ///< a socket to ask about interfaces with (netdevice(7))
    std::unique_ptr<QSocketNotifier> m_notifier;
};

LinuxNetworkEvents::LinuxNetworkEvents()
    : m_listener(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE))
    , m_any(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
{
    sockaddr_nl groups{};
    groups.nl_family = AF_NETLINK;
    groups.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR | RTMGRP_IPV4_ROUTE
                       | RTMGRP_IPV6_ROUTE;
    if (m_listener < 0
        || ::bind(m_listener, reinterpret_cast<const sockaddr *>(&groups), sizeof groups) != 0)
        return; // no descriptor left: the scan goes on without a watch
    m_notifier = std::make_unique<QSocketNotifier>(m_listener, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { onReadable(); });
}

LinuxNetworkEvents::~LinuxNetworkEvents()
{
    m_notifier.reset(); // before its descriptor
    if (m_listener >= 0)
        ::close(m_listener);
    if (m_any >= 0)
        ::close(m_any);
}

void LinuxNetworkEvents::onReadable()
{
    std::array<char, 256> room{}; // the rest of a message is cut off
    for (int i = 0; i < kMostMessagesAtOnce; ++i) {
        if (::recv(m_listener, room.data(), room.size(), 0) >= 0)
            continue;
        if (errno != EINTR && errno != ENOBUFS)
            break;
    }
    emit changed();
}

Route LinuxNetworkEvents::route(const Address &target) const
{
    const auto resolved = netlink::askRoute(m_questions, target);
    if (!resolved || (resolved->type != RTN_UNICAST && resolved->type != RTN_LOCAL))
        return {};
    if (resolved->type == RTN_LOCAL)
        return {.kind = Route::Kind::Local, .interfaceName = {}, .source = {}, .nextHop = {}};
    // Nothing better to send from than the link's or loopback's own address: the others are still
    // being checked for duplicates (RFC 4862 5.4), for a second or two after a link comes up.
    const bool needsMore = !target.isIpv4() && !target.isLinkLocal();
    if (!resolved->source || (needsMore && isForNearby(*resolved->source)))
        return {};
    const auto configured = netlink::askConfiguredRoute(m_questions, target);
    return {.kind = Route::Kind::Network,
            .interfaceName = interfaceName(resolved->interfaceIndex),
            .source = resolved->source,
            .nextHop = configured ? configured->gateway : resolved->gateway};
}

bool LinuxNetworkEvents::isRunning(const QString &interfaceName) const
{
    ifreq request{};
    const QByteArray name = interfaceName.toLocal8Bit();
    if (name.isEmpty() || name.size() >= IFNAMSIZ)
        return false;
    std::memcpy(request.ifr_name, name.constData(), static_cast<size_t>(name.size()));
    if (::ioctl(m_any, SIOCGIFFLAGS, &request) != 0)
        return errno != ENODEV; // nothing is known: nothing is claimed
    // IFF_RUNNING is RFC 2863's operational state: up or unknown.
    constexpr int kNeeded = IFF_UP | IFF_RUNNING;
    return (request.ifr_flags & kNeeded) == kNeeded;
}

} // namespace

std::unique_ptr<NetworkEvents> NetworkEvents::create()
{
    return std::make_unique<LinuxNetworkEvents>();
}

} // namespace roadstead
