// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A link that goes down is told at once, since what times out from then on means nothing. All else
// takes its time: while a link comes up, its routes and addresses come one by one over seconds
// (DHCP, router advertisements, duplicate address detection), and each step looks like another
// network. So an interface is back only when every target leads over it again as in the beginning,
// and a change counts only when nothing has moved for a second and the link that is missing is not
// the explanation.
//
// Traps: `ip link set down` takes IPv6 addresses away for good where nobody puts them back, so half
// of the targets may never return: after ten calm seconds the other half is enough. IPv6 privacy
// addresses (RFC 8981) take turns: another source is no change while the old one is still ours.

#include "core/scan/networkpolicy.h"

#include <algorithm>

namespace roadstead {

using namespace std::chrono_literals;

namespace {

constexpr Duration kCalm = 1s;
// Duplicate address detection: a delay of up to a second, and another to wait for objections (RFC
// 4862 5.4). Meanwhile the system would send from any other address it has.
constexpr Duration kSourceCalm = 3s;
constexpr Duration kLongCalm = 10s;

} // namespace

NetworkPolicy::NetworkPolicy(const QList<Address> &sample, const NetworkEvents &network)
    : m_network(network)
{
    for (const Address &address : sample.first(std::min(sample.size(), kMostTargets))) {
        const Route route = network.route(address);
        if (route.kind == Route::Kind::Local)
            continue; // loopback: it is never lost
        m_targets.append({.address = address, .atStart = route, .now = route});
        const auto isOnIt = [&route](const Link &link) { return link.name == route.interfaceName; };
        if (route.kind == Route::Kind::Network && std::ranges::none_of(m_links, isOnIt))
            m_links.append({.name = route.interfaceName});
    }
    for (const Link &link : std::as_const(m_links))
        m_running.insert(link.name, network.isRunning(link.name));
}

QList<NetworkNews> NetworkPolicy::look(TimePoint now)
{
    if (readAgain())
        m_calmSince = now;
    QList<NetworkNews> news;
    // Nothing has moved since the beginning: as calm as can be.
    const Duration calm = m_calmSince ? now - *m_calmSince : kLongCalm;
    for (Link &link : m_links)
        judgeLink(link, calm, news);
    if (calm >= kCalm)
        judgeRoutes(news);
    planNextLook(now);
    return news;
}

QStringList NetworkPolicy::lostLinks() const
{
    QStringList names;
    for (const Link &link : m_links) {
        if (link.isLost)
            names.append(link.name);
    }
    return names;
}

/// True if anything is another than it was when read last.
bool NetworkPolicy::readAgain()
{
    QHash<QString, bool> running;
    for (const Link &link : std::as_const(m_links))
        running.insert(link.name, m_network.isRunning(link.name));
    bool hasMoved = false;
    for (Target &target : m_targets) {
        Route route = m_network.route(target.address);
        hasMoved = hasMoved || route != target.now;
        target.now = std::move(route);
        const QString &name = target.now.interfaceName;
        if (target.now.kind == Route::Kind::Network && !running.contains(name))
            running.insert(name, m_network.isRunning(name));
    }
    hasMoved = hasMoved || running != m_running;
    m_running = std::move(running);
    return hasMoved;
}

void NetworkPolicy::judgeLink(Link &link, Duration calm, QList<NetworkNews> &news) const
{
    if (!link.isLost && !isRunning(link.name)) {
        link.isLost = true;
        news.append({.kind = NetworkNews::Kind::LinkLost, .interfaceName = link.name});
    } else if (link.isLost && isRunning(link.name) && isBack(link, calm)) {
        link.isLost = false;
        news.append({.kind = NetworkNews::Kind::LinkBack, .interfaceName = link.name});
    }
}

bool NetworkPolicy::isBack(const Link &link, Duration calm) const
{
    const auto leadsOverIt = [&](const Target &target) {
        // Another source may be a passing one until it has stayed for a while.
        return target.now.interfaceName == link.name
               && (calm >= kSourceCalm || target.now.source == target.atStart.source);
    };
    qsizetype all = 0;
    qsizetype back = 0;
    for (const Target &target : m_targets) {
        if (target.atStart.interfaceName != link.name)
            continue;
        ++all;
        back += leadsOverIt(target) ? 1 : 0;
    }
    return back == all || (back > 0 && calm >= kLongCalm);
}

void NetworkPolicy::judgeRoutes(QList<NetworkNews> &news)
{
    std::optional<NetworkChange> change;
    QList<Route> routes;
    for (Target &target : m_targets) {
        routes.append(target.now);
        const auto next = changeOf(target);
        if (next && change != NetworkChange::Route)
            change = next;
    }
    if (!change) {
        m_told.clear();
    } else if (m_told != routes) {
        m_told = routes;
        news.append({.kind = NetworkNews::Kind::Changed, .interfaceName = {}, .change = *change});
    }
}

std::optional<NetworkChange> NetworkPolicy::changeOf(Target &target) const
{
    const Route &now = target.now;
    Route &start = target.atStart;
    if (now == start || (!now.interfaceName.isEmpty() && !isRunning(now.interfaceName)))
        return std::nullopt; // or the link is the matter
    const bool isOnStartsLink = now.interfaceName == start.interfaceName;
    if (isLost(start.interfaceName) && (isOnStartsLink || now.kind == Route::Kind::None))
        return std::nullopt; // it is on its way back
    if (now.kind != start.kind || !isOnStartsLink || now.nextHop != start.nextHop)
        return NetworkChange::Route;
    const bool mayTakeTurns = start.source && !start.source->isIpv4();
    if (mayTakeTurns && m_network.route(*start.source).kind == Route::Kind::Local) {
        start.source = now.source;
        return std::nullopt;
    }
    return NetworkChange::Address;
}

bool NetworkPolicy::isRunning(const QString &interfaceName) const
{
    return m_running.value(interfaceName, false);
}

bool NetworkPolicy::isLost(const QString &interfaceName) const
{
    return std::ranges::any_of(m_links, [&interfaceName](const Link &link) {
        return link.isLost && link.name == interfaceName;
    });
}

void NetworkPolicy::planNextLook(TimePoint now)
{
    m_nextLook.reset();
    if (!m_calmSince)
        return;
    for (const Duration wait : {kCalm, kSourceCalm, kLongCalm}) {
        if (now < *m_calmSince + wait && !m_nextLook)
            m_nextLook = *m_calmSince + wait;
    }
}

} // namespace roadstead
