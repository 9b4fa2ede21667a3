// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the watch does with time and events; what it makes of them is tst_linkpolicy's and
// tst_networkpolicy's, and what the system really says is the lab's.

#include "core/scan/networkwatch.h"
#include "tests/support/fakenetwork.h"

#include <QSignalSpy>
#include <QTest>

using namespace roadstead;

namespace {

const Address kTarget = Address::fromIpv4(0xc612'0002);
const Route kRoute{.kind = Route::Kind::Network,
                   .interfaceName = QStringLiteral("eth0"),
                   .source = Address::fromIpv4(0xc612'0001),
                   .nextHop = std::nullopt};

} // namespace

class TestNetworkWatch : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsOfALossAndAReturn();
    void tellsOfALinkThatWasDown();
    void tellsOfAChangeWhenThingsAreCalm();
    void looksOnceForABurst();
    void livesOnTheRealSystem();

private:
    FakeNetwork *m_network = nullptr; ///< of m_watch
    std::unique_ptr<NetworkWatch> m_watch;
    QStringList m_log;
};

void TestNetworkWatch::init()
{
    m_log.clear();
    auto network = std::make_unique<FakeNetwork>();
    m_network = network.get();
    m_network->setRoute(kTarget, kRoute);
    m_network->setRunning(kRoute.interfaceName, true);
    m_watch = std::make_unique<NetworkWatch>(QList{kTarget}, std::move(network));
    connect(m_watch.get(), &NetworkWatch::linkLost, this,
            [this](const QString &name) { m_log.append(u"lost " + name); });
    connect(m_watch.get(), &NetworkWatch::linkBack, this,
            [this](const QString &name) { m_log.append(u"back " + name); });
    connect(m_watch.get(), &NetworkWatch::networkChanged, this, [this](NetworkChange change) {
        m_log.append(change == NetworkChange::Route ? QStringLiteral("route")
                                                    : QStringLiteral("address"));
    });
}

void TestNetworkWatch::tellsOfALossAndAReturn()
{
    m_network->setRunning(kRoute.interfaceName, false);
    m_network->notify();
    QTRY_COMPARE(m_log, QStringList(QStringLiteral("lost eth0")));
    QCOMPARE(m_watch->lostLinks(), QStringList(kRoute.interfaceName));
    m_network->setRunning(kRoute.interfaceName, true);
    m_network->notify();
    QTRY_COMPARE(m_log, QStringList({QStringLiteral("lost eth0"), QStringLiteral("back eth0")}));
    QCOMPARE(m_watch->lostLinks(), QStringList());
}

void TestNetworkWatch::tellsOfALinkThatWasDown()
{
    m_network->setRunning(kRoute.interfaceName, false);
    QTRY_COMPARE(m_log, QStringList(QStringLiteral("lost eth0")));
}

void TestNetworkWatch::tellsOfAChangeWhenThingsAreCalm()
{
    // One event, and another look a second later by itself.
    m_network->setRoute(kTarget, {});
    m_network->notify();
    QTRY_COMPARE(m_log, QStringList(QStringLiteral("route")));
}

void TestNetworkWatch::looksOnceForABurst()
{
    const int atFirst = m_network->questions();
    QTRY_COMPARE(m_network->questions(), atFirst + 1); // the look at the beginning
    for (int i = 0; i < 1'000; ++i)
        m_network->notify();
    m_network->setRunning(kRoute.interfaceName, false);
    QTRY_COMPARE(m_log, QStringList(QStringLiteral("lost eth0")));
    QCOMPARE(m_network->questions(), atFirst + 2);
}

void TestNetworkWatch::livesOnTheRealSystem()
{
    const NetworkWatch watch({Address::fromIpv4(0x7f00'0001), Address::fromIpv6(0, 1)});
    QCOMPARE(watch.lostLinks(), QStringList());
    const auto network = NetworkEvents::create();
#ifndef ROADSTEAD_GENERIC_PLATFORM
    QCOMPARE(network->route(Address::fromIpv4(0x7f00'0001)).kind, Route::Kind::Local);
    QVERIFY(!network->isRunning(QStringLiteral("no-such-link")));
    QVERIFY(!network->isRunning(QStringLiteral("a-name-longer-than-any-interface-has")));
#else
    QCOMPARE(network->route(kTarget), Route());
#endif
}

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
