// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/scan/networkpolicybench.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

/// When addresses and routes become others.
class TestNetworkPolicy : public NetworkPolicyBench
{
    Q_OBJECT

private slots:
    void init() { beginAnew(); }
    void tellsOfAChange_data();
    void tellsOfAChange();
    void ignoresAChangeThatPasses();
    void waitsUntilThingsAreCalm();
    void tellsAgainOfAnotherChange();
    void tellsAgainAfterAReturn();
    void leavesRotatingIpv6SourcesAlone();
    void tellsWhenAnotherInterfaceTakesOver();
    void waitsUntilTheOtherInterfaceRuns();
    void tellsWhenARouteAppears();
    void takesSixtyFourTargetsAtMost();
};

void TestNetworkPolicy::tellsOfAChange_data()
{
    QTest::addColumn<Address>("target");
    QTest::addColumn<Route>("route");
    QTest::addColumn<QString>("told");
    const auto eth0 = QStringLiteral("eth0");
    const auto address = QStringLiteral("2 address");
    const auto route = QStringLiteral("2 route");
    QTest::newRow("IPv4 address") << kTarget4 << by(eth0, kOther4, kRouter) << address;
    QTest::newRow("IPv6 address") << kTarget6 << by(eth0, kOther6) << address;
    QTest::newRow("router") << kTarget4 << by(eth0, kOwn4, kOther4) << route;
    QTest::newRow("no router") << kTarget4 << by(eth0, kOwn4) << route;
    QTest::newRow("IPv6 router") << kTarget6 << by(eth0, kOwn6, kOther6) << route;
    QTest::newRow("interface") << kTarget4 << by(QStringLiteral("wlan0"), kOther4) << route;
    QTest::newRow("no route") << kTarget4 << Route() << route;
    QTest::newRow("no IPv6 route") << kTarget6 << Route() << route;
    QTest::newRow("now our own address") << kTarget4 << kLocal << route;
}

void TestNetworkPolicy::tellsOfAChange()
{
    QFETCH(Address, target);
    QFETCH(Route, route);
    QFETCH(QString, told);
    m_network->setRunning(QStringLiteral("wlan0"), true);
    begin();
    m_network->setRoute(target, route);
    m_network->setRoute(kOwn4, {});
    m_network->setRoute(kOwn6, {});
    look(1s);
    QCOMPARE(m_policy->nextLook(), std::optional(m_now + 1s));
    look(1s);
    look(1s);
    look(10s);
    QCOMPARE(m_log, QStringList(told));
}

void TestNetworkPolicy::ignoresAChangeThatPasses()
{
    begin();
    m_network->setRoute(kTarget4, {});
    look(1s);
    linkUp();
    look(900ms);
    look(1s);
    look(10s);
    QCOMPARE(m_log, QStringList());
}

void TestNetworkPolicy::waitsUntilThingsAreCalm()
{
    begin();
    m_network->setRoute(kTarget4, {});
    look(1s);
    m_network->setRoute(kTarget4, by(QStringLiteral("eth0"), kOther4));
    look(900ms);
    look(100ms);
    QCOMPARE(m_log, QStringList());
    look(900ms);
    QCOMPARE(m_log, QStringList(QStringLiteral("2.9 route")));
}

void TestNetworkPolicy::tellsAgainOfAnotherChange()
{
    begin();
    m_network->setRoute(kTarget4, {});
    look(1s);
    look(1s);
    m_network->setRoute(kTarget4, by(QStringLiteral("eth0"), kOther4, kRouter));
    look(1s);
    look(1s);
    QCOMPARE(m_log, QStringList({QStringLiteral("2 route"), QStringLiteral("4 address")}));
}

void TestNetworkPolicy::tellsAgainAfterAReturn()
{
    begin();
    for (int i = 0; i < 2; ++i) {
        m_network->setRoute(kTarget4, {});
        look(1s);
        look(1s);
        linkUp();
        look(1s);
        look(1s);
    }
    QCOMPARE(m_log, QStringList({QStringLiteral("2 route"), QStringLiteral("6 route")}));
}

void TestNetworkPolicy::leavesRotatingIpv6SourcesAlone()
{
    begin();
    m_network->setRoute(kTarget6, by(QStringLiteral("eth0"), kOther6));
    m_network->setRoute(kOther6, kLocal);
    look(1s);
    look(1s);
    m_network->setRoute(kOwn6, {}); // the old one expires later
    look(1s);
    look(1s);
    QCOMPARE(m_log, QStringList());
}

void TestNetworkPolicy::tellsWhenAnotherInterfaceTakesOver()
{
    m_network->setRunning(QStringLiteral("wlan0"), true);
    begin({kTarget4});
    linkDown();
    m_network->setRoute(kTarget4, by(QStringLiteral("wlan0"), kOther4, kRouter));
    look(1s);
    look(1s);
    linkUp();
    look(1s);
    look(10s);
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost eth0"), QStringLiteral("2 route"),
                                 QStringLiteral("3 back eth0")}));
}

void TestNetworkPolicy::waitsUntilTheOtherInterfaceRuns()
{
    begin({kTarget4});
    m_network->setRoute(kTarget4, by(QStringLiteral("wlan0"), kOther4, kRouter));
    look(1s);
    look(5s);
    QCOMPARE(m_log, QStringList());
    m_network->setRunning(QStringLiteral("wlan0"), true);
    look(1s);
    look(1s);
    QCOMPARE(m_log, QStringList(QStringLiteral("8 route")));
}

void TestNetworkPolicy::tellsWhenARouteAppears()
{
    m_network->setRoute(kTarget6, {});
    begin();
    look(20s);
    QCOMPARE(m_log, QStringList());
    linkUp();
    look(1s);
    look(1s);
    QCOMPARE(m_log, QStringList(QStringLiteral("22 route")));
}

void TestNetworkPolicy::takesSixtyFourTargetsAtMost()
{
    QList<Address> sample;
    for (quint32 i = 0; i < 1'000; ++i)
        sample.append(Address::fromIpv4(0xc613'0000 + i));
    begin(sample);
    QCOMPARE(m_network->questions(), 64);
}

QTEST_GUILESS_MAIN(TestNetworkPolicy)
#include "tst_networkpolicy.moc"
