// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Linux' routing socket (rtnetlink(7)), which any user may listen to and ask.
//
// What a message says is not looked at: the ones of a burst contradict each other until the last,
// and some get lost when the socket's buffer overruns (ENOBUFS). Either way something changed, and
// whoever listens asks again for what matters to him.
//
// A route is asked for twice. The resolved answer has the source address that the kernel would
// choose, but also what a router's ICMP redirect has put in its place for a while; the table's own
// entry (RTM_F_FIB_MATCH) has the next hop that somebody configured. Asking for single routes and
// flags, instead of dumping tables, takes no lock that a driver may hold for long.

#include "core/probe/netlink.h"
#include "core/probe/networkevents.h"

#include <QSocketNotifier>
#include <QtEndian>

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

bool isLinkLocal(const Address &address)
{
    return !address.isIpv4() && address.high >> 54 == 0xfe80 >> 6;
}

bool isForNearby(const Address &source)
{
    return isLinkLocal(source) || source == Address::fromIpv6(0, 1);
}

struct RouteAnswer
{
    quint8 type = RTN_UNSPEC;
    quint32 interfaceIndex = 0;
    std::optional<Address> source;
    std::optional<Address> gateway;
};

std::vector<std::byte> question(const Address &target, quint32 flags)
{
    rtmsg body{};
    body.rtm_family = target.isIpv4() ? AF_INET : AF_INET6;
    body.rtm_dst_len = target.isIpv4() ? 32 : 128;
    body.rtm_flags = flags;
    const auto head = std::as_bytes(std::span(&body, 1));
    std::vector<std::byte> bytes(head.begin(), head.end());
    if (target.isIpv4()) {
        const quint32 value = qToBigEndian(target.toIpv4());
        netlink::appendAttribute(bytes, RTA_DST, std::as_bytes(std::span(&value, 1)));
        return bytes;
    }
    const std::array<quint64, 2> value{qToBigEndian(target.high), qToBigEndian(target.low)};
    netlink::appendAttribute(bytes, RTA_DST, std::as_bytes(std::span(value)));
    if (target.scope != 0)
        netlink::appendAttribute(bytes, RTA_OIF, std::as_bytes(std::span(&target.scope, 1)));
    return bytes;
}

/// Nothing where there is no route, or one that refuses.
std::optional<RouteAnswer> askRoute(const netlink::Socket &socket, const Address &target,
                                    quint32 flags)
{
    RouteAnswer route;
    const bool isAnswered =
        socket.ask(RTM_GETROUTE, question(target, flags), [&route](const nlmsghdr &message) {
            rtmsg body{};
            netlink::copyBody(message, std::as_writable_bytes(std::span(&body, 1)));
            route.type = body.rtm_type;
            netlink::forEachAttribute(message, sizeof body, [&route](const rtattr &attribute) {
                const auto *value = reinterpret_cast<const char *>(&attribute) + RTA_LENGTH(0);
                if (attribute.rta_type == RTA_OIF && attribute.rta_len >= RTA_LENGTH(4))
                    std::memcpy(&route.interfaceIndex, value, sizeof route.interfaceIndex);
                else if (attribute.rta_type == RTA_PREFSRC)
                    route.source = netlink::addressFrom(attribute, 0);
                else if (attribute.rta_type == RTA_GATEWAY)
                    route.gateway = netlink::addressFrom(attribute, 0);
            });
        });
    return isAnswered ? std::optional(route) : std::nullopt;
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
    const auto resolved = askRoute(m_questions, target, 0);
    if (!resolved || (resolved->type != RTN_UNICAST && resolved->type != RTN_LOCAL))
        return {};
    if (resolved->type == RTN_LOCAL)
        return {.kind = Route::Kind::Local, .interfaceName = {}, .source = {}, .nextHop = {}};
    // Nothing better to send from than the link's or loopback's own address: the others are still
    // being checked for duplicates (RFC 4862 5.4), for a second or two after a link comes up.
    const bool needsMore = !target.isIpv4() && !isLinkLocal(target);
    if (!resolved->source || (needsMore && isForNearby(*resolved->source)))
        return {};
    const auto configured = askRoute(m_questions, target, RTM_F_FIB_MATCH);
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
