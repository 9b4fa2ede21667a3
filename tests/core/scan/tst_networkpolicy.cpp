// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/networkpolicy.h"
#include "tests/support/fakenetwork.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

const Address kTarget4 = Address::fromIpv4(0xc612'0002);
const Address kTarget6 = Address::fromIpv6(0xfd00'0018'0000'0000, 2);
const Address kOwn4 = Address::fromIpv4(0xc612'0001);
const Address kOwn6 = Address::fromIpv6(0xfd00'0018'0000'0000, 1);
const Address kOther4 = Address::fromIpv4(0xc612'0009);
const Address kOther6 = Address::fromIpv6(0xfd00'0018'0000'0000, 9);
const Address kRouter = Address::fromIpv4(0xc612'00fe);
const Address kLoopback = Address::fromIpv4(0x7f00'0001);
const Route kLocal{.kind = Route::Kind::Local, .interfaceName = {}, .source = {}, .nextHop = {}};

Route by(const QString &interfaceName, const Address &source,
         std::optional<Address> nextHop = std::nullopt)
{
    return {.kind = Route::Kind::Network,
            .interfaceName = interfaceName,
            .source = source,
            .nextHop = nextHop};
}

} // namespace

class TestNetworkPolicy : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saysNothingWhileNothingHappens();
    void tellsOfAFlapOnce();
    void tellsOfACarrierThatGoesAndComes();
    void waitsForEveryTarget();
    void waitsForDhcp();
    void givesUpHalfAfterALongCalm();
    void ignoresASourceThatPasses();
    void tellsOfAnotherAddressAfterAFlap();
    void tellsOfAChange_data();
    void tellsOfAChange();
    void ignoresAChangeThatPasses();
    void waitsUntilThingsAreCalm();
    void tellsAgainOfAnotherChange();
    void tellsAgainAfterAReturn();
    void leavesRotatingIpv6SourcesAlone();
    void tellsWhenAnotherInterfaceTakesOver();
    void waitsUntilTheOtherInterfaceRuns();
    void ignoresWhatCarriesNoTarget();
    void neverLosesLoopback();
    void tellsOfALinkThatIsDownFromTheStart();
    void tellsWhenARouteAppears();
    void tellsOfEachOfTwoLinks();
    void takesSixtyFourTargetsAtMost();

private:
    void begin(const QList<Address> &sample = {kTarget4, kTarget6});
    /// Lets time pass, looks once, and notes what is told as "time word".
    void look(Duration after);
    void linkDown();
    void linkUp();

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<NetworkPolicy> m_policy;
    TimePoint m_now;
    QStringList m_log;
};

void TestNetworkPolicy::init()
{
    m_policy.reset();
    m_network = std::make_unique<FakeNetwork>();
    m_now = TimePoint(1h);
    m_log.clear();
    linkUp();
}

void TestNetworkPolicy::linkUp()
{
    m_network->setRunning(QStringLiteral("eth0"), true);
    m_network->setRoute(kTarget4, by(QStringLiteral("eth0"), kOwn4, kRouter));
    m_network->setRoute(kTarget6, by(QStringLiteral("eth0"), kOwn6));
    m_network->setRoute(kOwn4, kLocal);
    m_network->setRoute(kOwn6, kLocal);
}

void TestNetworkPolicy::linkDown()
{
    m_network->setRunning(QStringLiteral("eth0"), false);
    m_network->setRoute(kTarget4, {});
    m_network->setRoute(kTarget6, {});
    m_network->setRoute(kOwn6, {});
}

void TestNetworkPolicy::begin(const QList<Address> &sample)
{
    m_policy = std::make_unique<NetworkPolicy>(sample, *m_network);
}

void TestNetworkPolicy::look(Duration after)
{
    m_now += after;
    const auto news = m_policy->look(m_now);
    const auto seconds = std::chrono::duration<double>(m_now - TimePoint(1h)).count();
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
            m_log.append(time + (item.change == NetworkChange::Address ? u" address" : u" route"));
            break;
        }
    }
}

void TestNetworkPolicy::saysNothingWhileNothingHappens()
{
    begin();
    look(0s);
    QVERIFY(!m_policy->nextLook());
    look(20s);
    QVERIFY(!m_policy->nextLook());
    QCOMPARE(m_log, QStringList());
}

void TestNetworkPolicy::tellsOfAFlapOnce()
{
    begin();
    linkDown();
    look(1s);
    QCOMPARE(m_policy->lostLinks(), QStringList(QStringLiteral("eth0")));
    look(1s);
    look(2s);
    linkUp();
    look(0s);
    QCOMPARE(m_policy->lostLinks(), QStringList());
    look(1s);
    look(20s);
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost eth0"), QStringLiteral("4 back eth0")}));
    QVERIFY(!m_policy->nextLook());
}

void TestNetworkPolicy::tellsOfACarrierThatGoesAndComes()
{
    begin();
    m_network->setRunning(QStringLiteral("eth0"), false); // the routes stay
    look(1s);
    look(20s);
    m_network->setRunning(QStringLiteral("eth0"), true);
    look(1s);
    look(1s);
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost eth0"), QStringLiteral("22 back eth0")}));
}

void TestNetworkPolicy::waitsForEveryTarget()
{
    begin();
    linkDown();
    look(1s);
    linkUp();
    m_network->setRoute(kTarget6, {});
    look(1s);
    look(4s);
    m_network->setRoute(kTarget6, by(QStringLiteral("eth0"), kOwn6));
    look(1s);
    look(1s);
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost eth0"), QStringLiteral("7 back eth0")}));
}

void TestNetworkPolicy::waitsForDhcp()
{
    begin({kTarget4});
    linkDown();
    look(1s);
    m_network->setRunning(QStringLiteral("eth0"), true);
    look(1s);
    QVERIFY(m_policy->nextLook());
    look(1s);
    look(30s);
    linkUp();
    look(1s);
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost eth0"), QStringLiteral("34 back eth0")}));
}

void TestNetworkPolicy::givesUpHalfAfterALongCalm()
{
    begin();
    linkDown();
    look(1s);
    linkUp();
    m_network->setRoute(kTarget6, {});
    look(1s);
    look(1s);
    look(2s);
    QCOMPARE(m_policy->nextLook(), std::optional(m_now + 7s));
    look(7s);
    QVERIFY(!m_policy->nextLook());
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost eth0"), QStringLiteral("12 back eth0"),
                                 QStringLiteral("12 route")}));
}

void TestNetworkPolicy::ignoresASourceThatPasses()
{
    begin();
    linkDown();
    look(1s);
    linkUp();
    m_network->setRoute(kTarget4, by(QStringLiteral("eth0"), kOther4, kRouter));
    look(1s);
    look(1s);
    look(1500ms);
    linkUp();
    look(400ms);
    look(5s);
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost eth0"), QStringLiteral("4.9 back eth0")}));
}

void TestNetworkPolicy::tellsOfAnotherAddressAfterAFlap()
{
    begin();
    linkDown();
    look(1s);
    linkUp();
    m_network->setRoute(kTarget4, by(QStringLiteral("eth0"), kOther4, kRouter));
    look(1s);
    look(1s);
    QCOMPARE(m_policy->nextLook(), std::optional(m_now + 2s));
    look(2s);
    look(10s);
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost eth0"), QStringLiteral("5 back eth0"),
                                 QStringLiteral("5 address")}));
}

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

void TestNetworkPolicy::ignoresWhatCarriesNoTarget()
{
    m_network->setRunning(QStringLiteral("docker0"), true);
    begin();
    m_network->setRoute(kOther4, by(QStringLiteral("docker0"), kOther4));
    look(1s);
    m_network->setRunning(QStringLiteral("docker0"), false);
    look(1s);
    m_network->setRunning(QStringLiteral("tun0"), true);
    look(1s);
    look(1s);
    QCOMPARE(m_log, QStringList());
    QVERIFY(!m_policy->nextLook());
}

void TestNetworkPolicy::neverLosesLoopback()
{
    m_network->setRoute(kLoopback, kLocal);
    begin({kLoopback, kOwn4});
    m_network->setRoute(kLoopback, {});
    m_network->setRoute(kOwn4, {});
    look(1s);
    look(1s);
    QCOMPARE(m_log, QStringList());
}

void TestNetworkPolicy::tellsOfALinkThatIsDownFromTheStart()
{
    m_network->setRunning(QStringLiteral("eth0"), false);
    begin();
    look(0s);
    look(20s);
    m_network->setRunning(QStringLiteral("eth0"), true);
    look(1s);
    QCOMPARE(m_log, QStringList({QStringLiteral("0 lost eth0"), QStringLiteral("21 back eth0")}));
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

void TestNetworkPolicy::tellsOfEachOfTwoLinks()
{
    m_network->setRoute(kTarget6, by(QStringLiteral("tun0"), kOwn6));
    m_network->setRunning(QStringLiteral("tun0"), true);
    begin();
    const Route over = m_network->route(kTarget6);
    m_network->setRunning(QStringLiteral("tun0"), false);
    m_network->setRoute(kTarget6, {});
    look(1s);
    QCOMPARE(m_policy->lostLinks(), QStringList(QStringLiteral("tun0")));
    m_network->setRunning(QStringLiteral("eth0"), false);
    look(1s);
    m_network->setRunning(QStringLiteral("tun0"), true);
    m_network->setRoute(kTarget6, over);
    look(1s);
    m_network->setRunning(QStringLiteral("eth0"), true);
    look(1s);
    look(1s);
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost tun0"), QStringLiteral("2 lost eth0"),
                                 QStringLiteral("3 back tun0"), QStringLiteral("4 back eth0")}));
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
