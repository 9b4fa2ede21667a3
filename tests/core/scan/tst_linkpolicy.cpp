// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/scan/networkpolicybench.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

/// When links are lost and come back.
class TestLinkPolicy : public NetworkPolicyBench
{
    Q_OBJECT

private slots:
    void init() { beginAnew(); }
    void saysNothingWhileNothingHappens();
    void tellsOfAFlapOnce();
    void tellsOfACarrierThatGoesAndComes();
    void waitsForEveryTarget();
    void waitsForDhcp();
    void givesUpHalfAfterALongCalm();
    void ignoresASourceThatPasses();
    void tellsOfAnotherAddressAfterAFlap();
    void ignoresWhatCarriesNoTarget();
    void neverLosesLoopback();
    void tellsOfALinkThatIsDownFromTheStart();
    void tellsOfEachOfTwoLinks();
};

void TestLinkPolicy::saysNothingWhileNothingHappens()
{
    begin();
    look(0s);
    QVERIFY(!m_policy->nextLook());
    look(20s);
    QVERIFY(!m_policy->nextLook());
    QCOMPARE(m_log, QStringList());
}

void TestLinkPolicy::tellsOfAFlapOnce()
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

void TestLinkPolicy::tellsOfACarrierThatGoesAndComes()
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

void TestLinkPolicy::waitsForEveryTarget()
{
    begin();
    linkFlaps();
    m_network->setRoute(kTarget6, {});
    look(1s);
    look(4s);
    m_network->setRoute(kTarget6, by(QStringLiteral("eth0"), kOwn6));
    look(1s);
    look(1s);
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost eth0"), QStringLiteral("7 back eth0")}));
}

void TestLinkPolicy::waitsForDhcp()
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

void TestLinkPolicy::givesUpHalfAfterALongCalm()
{
    begin();
    linkFlaps();
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

void TestLinkPolicy::ignoresASourceThatPasses()
{
    begin();
    linkFlaps();
    m_network->setRoute(kTarget4, by(QStringLiteral("eth0"), kOther4, kRouter));
    look(1s);
    look(1s);
    look(1500ms);
    linkUp();
    look(400ms);
    look(5s);
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost eth0"), QStringLiteral("4.9 back eth0")}));
}

void TestLinkPolicy::tellsOfAnotherAddressAfterAFlap()
{
    begin();
    linkFlaps();
    m_network->setRoute(kTarget4, by(QStringLiteral("eth0"), kOther4, kRouter));
    look(1s);
    look(1s);
    QCOMPARE(m_policy->nextLook(), std::optional(m_now + 2s));
    look(2s);
    look(10s);
    QCOMPARE(m_log, QStringList({QStringLiteral("1 lost eth0"), QStringLiteral("5 back eth0"),
                                 QStringLiteral("5 address")}));
}

void TestLinkPolicy::ignoresWhatCarriesNoTarget()
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

void TestLinkPolicy::neverLosesLoopback()
{
    m_network->setRoute(kLoopback, kLocal);
    begin({kLoopback, kOwn4});
    m_network->setRoute(kLoopback, {});
    m_network->setRoute(kOwn4, {});
    look(1s);
    look(1s);
    QCOMPARE(m_log, QStringList());
}

void TestLinkPolicy::tellsOfALinkThatIsDownFromTheStart()
{
    m_network->setRunning(QStringLiteral("eth0"), false);
    begin();
    look(0s);
    look(20s);
    m_network->setRunning(QStringLiteral("eth0"), true);
    look(1s);
    QCOMPARE(m_log, QStringList({QStringLiteral("0 lost eth0"), QStringLiteral("21 back eth0")}));
}

void TestLinkPolicy::tellsOfEachOfTwoLinks()
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

QTEST_GUILESS_MAIN(TestLinkPolicy)
#include "tst_linkpolicy.moc"
