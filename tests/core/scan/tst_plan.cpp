// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/plan.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace roadstead;

namespace {

Address host(quint32 last)
{
    return Address::fromIpv4(0xc612'0000 + last); // 198.18.0.0 and on
}

AddressSet hosts(quint32 first, quint32 last)
{
    AddressSet set;
    set.ipv4() =
        Ipv4Set::fromRanges({{.first = host(first).toIpv4(), .last = host(last).toIpv4()}});
    return set;
}

QList<quint16> portsOf(const Plan &plan, const PlannedHost &host)
{
    QList<quint16> ports;
    for (quint32 turn = 0; turn < plan.portCount(host); ++turn)
        ports.append(plan.portAt(host, turn));
    return ports;
}

QList<std::pair<Address, quint16>> pairsOf(const Plan &plan)
{
    QList<std::pair<Address, quint16>> pairs;
    for (quint64 turn = 0; turn < plan.hostCount(); ++turn) {
        const PlannedHost host = plan.hostAt(turn);
        const auto ports = portsOf(plan, host);
        for (const quint16 port : ports)
            pairs.append({host.address, port});
    }
    return pairs;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyWithoutHostsOrPorts();
    void visitsEveryPairOnce_data();
    void visitsEveryPairOnce();
    void putsTheCommonPortsFirst();
    void mixesHostsAndBeginsEachAtAnotherPlace();
    void isReproducibleFromItsSeed();
    void givesPinnedHostsTheirOwnPorts();
    void numbersAddressesOfSeveralZones();
    void probesAPinnedPairOnce();
    void takesNoMemoryForItsSize();
    void sharesItselfOut_data();
    void sharesItselfOut();
    void knowsWhatItContains();
};

void TestPlan::isEmptyWithoutHostsOrPorts()
{
    PlanInput input;
    QCOMPARE(Plan(input).size(), quint64(0));
    input.addresses = hosts(1, 10);
    QCOMPARE(Plan(input).size(), quint64(0));
    QCOMPARE(Plan(input).hostCount(), quint64(0));
}

void TestPlan::visitsEveryPairOnce_data()
{
    QTest::addColumn<quint32>("hostCount");
    QTest::addColumn<quint16>("portCount");
    QTest::newRow("one host, one port") << quint32(1) << quint16(1);
    QTest::newRow("one host, many ports") << quint32(1) << quint16(1'000);
    QTest::newRow("a /24") << quint32(254) << quint16(10);
    QTest::newRow("many hosts") << quint32(5'000) << quint16(2);
}

void TestPlan::visitsEveryPairOnce()
{
    QFETCH(quint32, hostCount);
    QFETCH(quint16, portCount);
    PlanInput input;
    input.addresses = hosts(1, hostCount);
    input.ports = PortSet::range(1, portCount);
    input.portsFirst = {443, 80, 22};
    input.seed = 99;
    const Plan plan(input);
    QCOMPARE(plan.size(), quint64(hostCount) * portCount);
    const auto pairs = pairsOf(plan);
    QCOMPARE(static_cast<quint64>(pairs.size()), plan.size());
    QCOMPARE(QSet(pairs.cbegin(), pairs.cend()).size(), pairs.size());
}

void TestPlan::putsTheCommonPortsFirst()
{
    PlanInput input;
    input.addresses = hosts(1, 1);
    input.ports = PortSet::range(1, 1'000);
    input.portsFirst = {443, 8'080, 80, 22};
    const Plan plan(input);
    const QList<quint16> ports = portsOf(plan, plan.hostAt(0));
    QCOMPARE(ports.first(3), (QList<quint16>{443, 80, 22})); // 8080 was not asked for
    int inOrder = 0;
    for (qsizetype i = 4; i < ports.size(); ++i)
        inOrder += ports.at(i) == ports.at(i - 1) + 1 ? 1 : 0;
    QVERIFY2(inOrder < 20, qPrintable(QString::number(inOrder)));
}

void TestPlan::mixesHostsAndBeginsEachAtAnotherPlace()
{
    PlanInput input;
    input.addresses = hosts(1, 100);
    input.ports = PortSet::range(1, 1'000);
    input.portsFirst = {22};
    const Plan plan(input);
    QSet<quint32> numbers;
    QSet<quint16> afterTheCommon;
    int inOrder = 0;
    for (quint64 turn = 0; turn < 100; ++turn) {
        const PlannedHost host = plan.hostAt(turn);
        inOrder += turn > 0 && host.number == plan.hostAt(turn - 1).number + 1 ? 1 : 0;
        numbers.insert(host.number);
        QCOMPARE(plan.portAt(host, 0), quint16(22));
        afterTheCommon.insert(plan.portAt(host, 1));
    }
    QCOMPARE(numbers.size(), qsizetype(100));
    QVERIFY2(inOrder < 10, qPrintable(QString::number(inOrder)));
    QVERIFY(afterTheCommon.size() > 80);
}

void TestPlan::isReproducibleFromItsSeed()
{
    PlanInput input;
    input.addresses = hosts(1, 20);
    input.ports = PortSet::range(1, 20);
    input.seed = 5;
    const auto first = pairsOf(Plan(input));
    QCOMPARE(pairsOf(Plan(input)), first);
    input.seed = 6;
    QVERIFY(pairsOf(Plan(input)) != first);
}

void TestPlan::givesPinnedHostsTheirOwnPorts()
{
    PlanInput input;
    input.addresses = hosts(10, 20);
    input.ports = PortSet({80});
    input.pinned = {{.address = host(1), .ports = PortSet({22})},
                    {.address = host(15), .ports = PortSet({23})},
                    {.address = host(30), .ports = PortSet({24, 25})}};
    const Plan plan(input);
    QCOMPARE(plan.hostCount(), quint64(13));
    QCOMPARE(plan.size(), quint64(11 + 1 + 1 + 2));
    QHash<Address, QList<quint16>> found;
    QSet<quint32> numbers;
    for (quint64 turn = 0; turn < plan.hostCount(); ++turn) {
        const PlannedHost planned = plan.hostAt(turn);
        QVERIFY(planned.number < plan.hostCount());
        numbers.insert(planned.number);
        QList<quint16> ports = portsOf(plan, planned);
        std::sort(ports.begin(), ports.end());
        found.insert(planned.address, ports);
    }
    QCOMPARE(numbers.size(), qsizetype(13));
    QCOMPARE(found.value(host(1)), QList<quint16>{22});
    QCOMPARE(found.value(host(10)), QList<quint16>{80});
    QCOMPARE(found.value(host(15)), (QList<quint16>{23, 80}));
    QCOMPARE(found.value(host(30)), (QList<quint16>{24, 25}));
}

void TestPlan::numbersAddressesOfSeveralZones()
{
    const auto zoned = [](quint64 low, quint32 scope) {
        return Address::fromIpv6(0xfe80'0000'0000'0000, low, scope);
    };
    PlanInput input;
    input.addresses = AddressSet::of({zoned(9, 1), zoned(1, 2), zoned(5, 3)});
    input.ports = PortSet({80});
    input.pinned = {{.address = zoned(9, 1), .ports = PortSet({22})},
                    {.address = zoned(1, 2), .ports = PortSet({22})},
                    {.address = zoned(3, 1), .ports = PortSet({22})}};
    const Plan plan(input);
    QSet<quint32> numbers;
    QSet<Address> addresses;
    for (quint64 turn = 0; turn < plan.hostCount(); ++turn) {
        numbers.insert(plan.hostAt(turn).number);
        addresses.insert(plan.hostAt(turn).address);
    }
    QCOMPARE(numbers.size(), qsizetype(4));
    QCOMPARE(addresses.size(), qsizetype(4));
}

void TestPlan::probesAPinnedPairOnce()
{
    PlanInput input;
    input.addresses = hosts(1, 2);
    input.ports = PortSet({80, 443});
    input.pinned = {{.address = host(1), .ports = PortSet({80})},
                    {.address = host(1), .ports = PortSet({22})},
                    {.address = host(1), .ports = PortSet({22, 80})}};
    const auto pairs = pairsOf(Plan(input));
    QCOMPARE(pairs.size(), qsizetype(5));
    QCOMPARE(QSet(pairs.cbegin(), pairs.cend()).size(), qsizetype(5));
}

void TestPlan::takesNoMemoryForItsSize()
{
    PlanInput input;
    input.addresses.ipv4() = Ipv4Set::fromRanges({{.first = 0x0a00'0000, .last = 0x0aff'ffff}});
    input.ports = PortSet::range(1, 65'535);
    input.seed = 1;
    const Plan plan(input);
    QCOMPARE(plan.size(), quint64(16'777'216) * 65'535);
    QCOMPARE(plan.hostAt(plan.hostCount() - 1).address.toIpv4() >> 24, quint32(10));
}

void TestPlan::sharesItselfOut_data()
{
    QTest::addColumn<quint32>("hostCount");
    QTest::addColumn<quint16>("portCount");
    QTest::addColumn<quint32>("parts");
    QTest::newRow("one host") << quint32(1) << quint16(1'000) << quint32(4);
    QTest::newRow("one port") << quint32(1'001) << quint16(1) << quint32(4);
    QTest::newRow("both") << quint32(10) << quint16(7) << quint32(3);
    QTest::newRow("more parts than ports") << quint32(5) << quint16(3) << quint32(11);
    QTest::newRow("one part") << quint32(5) << quint16(3) << quint32(1);
}

/// Every pair is in one part, with the whole scan's numbers and order, and no part has much more
/// than another.
void TestPlan::sharesItselfOut()
{
    QFETCH(quint32, hostCount);
    QFETCH(quint16, portCount);
    QFETCH(quint32, parts);
    PlanInput input;
    input.addresses = hosts(10, 9 + hostCount);
    input.ports = PortSet::range(1, portCount);
    input.portsFirst = {3, 1};
    input.pinned = {{.address = host(1), .ports = PortSet({22, 23, 24})},
                    {.address = host(12), .ports = PortSet({2, 5'000})}};
    input.seed = 7;
    const auto whole = pairsOf(Plan(input));
    QSet<std::pair<Address, quint16>> seen;
    for (quint32 number = 1; number <= parts; ++number) {
        input.shard = {.number = number, .count = parts};
        const Plan plan(input);
        const auto pairs = pairsOf(plan);
        QCOMPARE(plan.size(), static_cast<quint64>(pairs.size()));
        QVERIFY(plan.size() <= static_cast<quint64>(whole.size()) / parts + hostCount / parts + 3);
        QSet<Address> withPorts;
        for (const auto &pair : pairs) {
            withPorts.insert(pair.first);
            QVERIFY(!seen.contains(pair));
            seen.insert(pair);
        }
        QCOMPARE(plan.scannedHostCount(), static_cast<quint64>(withPorts.size()));
        auto inOrder = whole;
        inOrder.removeIf([&pairs](const auto &pair) { return !pairs.contains(pair); });
        QCOMPARE(pairs, inOrder);
    }
    QCOMPARE(seen.size(), whole.size());
}

void TestPlan::knowsWhatItContains()
{
    PlanInput input;
    input.addresses = hosts(10, 12);
    input.ports = PortSet::range(1, 50);
    input.portsFirst = {7, 3};
    input.pinned = {{.address = host(1), .ports = PortSet({99})}};
    input.seed = 3;
    input.shard = {.number = 2, .count = 3};
    const Plan plan(input);
    for (quint32 number = 0; number < plan.hostCount(); ++number) {
        const PlannedHost planned = plan.host(number);
        QCOMPARE(planned.number, number);
        const QList<quint16> ports = portsOf(plan, planned);
        for (quint16 port = 1; port <= 100; ++port)
            QCOMPARE(plan.contains(planned, port), ports.contains(port));
    }
}

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
