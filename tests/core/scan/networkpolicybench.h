// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/networkpolicy.h"
#include "tests/support/fakenetwork.h"

#include <QObject>

#include <memory>

namespace roadstead {

inline const Address kTarget4 = Address::fromIpv4(0xc612'0002);
inline const Address kTarget6 = Address::fromIpv6(0xfd00'0018'0000'0000, 2);
inline const Address kOwn4 = Address::fromIpv4(0xc612'0001);
inline const Address kOwn6 = Address::fromIpv6(0xfd00'0018'0000'0000, 1);
inline const Address kOther4 = Address::fromIpv4(0xc612'0009);
inline const Address kOther6 = Address::fromIpv6(0xfd00'0018'0000'0000, 9);
inline const Address kRouter = Address::fromIpv4(0xc612'00fe);
inline const Address kLoopback = Address::fromIpv4(0x7f00'0001);
constexpr TimePoint kBegin{std::chrono::hours(1)};
inline const Route kLocal{
    .kind = Route::Kind::Local, .interfaceName = {}, .source = {}, .nextHop = {}};

[[nodiscard]] inline Route by(const QString &interfaceName, const Address &source,
                              std::optional<Address> nextHop = std::nullopt)
{
    return {.kind = Route::Kind::Network,
            .interfaceName = interfaceName,
            .source = source,
            .nextHop = nextHop};
}

/// A network policy at a made-up network, and what it told when.
class NetworkPolicyBench : public QObject
{
protected:
    void beginAnew()
    {
        m_policy.reset();
        m_network = std::make_unique<FakeNetwork>();
        m_now = kBegin;
        m_log.clear();
        linkUp();
    }

    void linkUp()
    {
        m_network->setRunning(QStringLiteral("eth0"), true);
        m_network->setRoute(kTarget4, by(QStringLiteral("eth0"), kOwn4, kRouter));
        m_network->setRoute(kTarget6, by(QStringLiteral("eth0"), kOwn6));
        m_network->setRoute(kOwn4, kLocal);
        m_network->setRoute(kOwn6, kLocal);
    }

    void linkDown()
    {
        m_network->setRunning(QStringLiteral("eth0"), false);
        m_network->setRoute(kTarget4, {});
        m_network->setRoute(kTarget6, {});
        m_network->setRoute(kOwn6, {});
    }

    /// For a second.
    void linkFlaps()
    {
        linkDown();
        look(std::chrono::seconds(1));
        linkUp();
    }

    void begin(const QList<Address> &sample = {kTarget4, kTarget6})
    {
        m_policy = std::make_unique<NetworkPolicy>(sample, *m_network);
    }

    /// Lets time pass, looks once, and notes what is told as "time word".
    void look(Duration after)
    {
        m_now += after;
        const auto news = m_policy->look(m_now);
        const auto seconds = std::chrono::duration<double>(m_now - kBegin).count();
        const auto time = QString::number(seconds);
        for (const NetworkNews &item : news) {
            switch (item.kind) {
            case NetworkNews::Kind::LinkLost:
                m_log.append(time + u" lost " + item.interfaceName);
                break;
            case NetworkNews::Kind::LinkBack:
                m_log.append(time + u" back " + item.interfaceName);
                break;
            case NetworkNews::Kind::Changed:
                m_log.append(time
                             + (item.change == NetworkChange::Address ? u" address" : u" route"));
                break;
            }
        }
    }

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<NetworkPolicy> m_policy;
    TimePoint m_now;
    QStringList m_log;
};

} // namespace roadstead
