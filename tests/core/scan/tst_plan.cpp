// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/plan.h"

#include <QSet>
#include <QTest>

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

QList<std::pair<Address, quint16>> pairsOf(const Plan &plan)
{
    QList<std::pair<Address, quint16>> pairs;
    for (quint64 i = 0; i < plan.size(); ++i) {
        const PlannedProbe probe = plan.at(i);
        pairs.append({probe.address, probe.port});
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
    void interleavesHosts();
    void isReproducibleFromItsSeed();
    void numbersAHostTheSameInEverySegment();
    void numbersAddressesOfSeveralZones();
    void probesAPinnedPairOnce();
    void takesNoMemoryForItsSize();
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
    QTest::newRow("more than a group") << quint32(1'025) << quint16(3);
    QTest::newRow("several groups") << quint32(5'000) << quint16(2);
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
    QCOMPARE(QSet(pairs.cbegin(), pairs.cend()).size(), pairs.size());
}

void TestPlan::putsTheCommonPortsFirst()
{
    PlanInput input;
    input.addresses = hosts(1, 1);
    input.ports = PortSet::range(1, 1'000);
    input.portsFirst = {443, 8'080, 80, 22};
    const Plan plan(input);
    QCOMPARE(plan.at(0).port, quint16(443));
    QCOMPARE(plan.at(1).port, quint16(80)); // 8080 was not asked for
    QCOMPARE(plan.at(2).port, quint16(22));
    int inOrder = 0;
    for (quint64 i = 4; i < plan.size(); ++i)
        inOrder += plan.at(i).port == plan.at(i - 1).port + 1 ? 1 : 0;
    QVERIFY2(inOrder < 20, qPrintable(QString::number(inOrder)));
}

void TestPlan::interleavesHosts()
{
    PlanInput input;
    input.addresses = hosts(1, 100);
    input.ports = PortSet::range(1, 50);
    const Plan plan(input);
    for (quint64 port = 0; port < 50; ++port) {
        QSet<Address> seen;
        for (quint64 i = 0; i < 100; ++i)
            seen.insert(plan.at(port * 100 + i).address);
        QCOMPARE(seen.size(), qsizetype(100));
    }
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

void TestPlan::numbersAHostTheSameInEverySegment()
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
    QHash<quint32, Address> addressOf;
    for (quint64 i = 0; i < plan.size(); ++i) {
        const PlannedProbe probe = plan.at(i);
        QVERIFY(probe.host < plan.hostCount());
        if (addressOf.contains(probe.host))
            QCOMPARE(addressOf.value(probe.host), probe.address);
        addressOf.insert(probe.host, probe.address);
    }
    QCOMPARE(addressOf.size(), qsizetype(13));
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
    QHash<quint32, Address> addressOf;
    for (quint64 i = 0; i < plan.size(); ++i) {
        const PlannedProbe probe = plan.at(i);
        QCOMPARE(addressOf.value(probe.host, probe.address), probe.address);
        addressOf.insert(probe.host, probe.address);
    }
    QCOMPARE(addressOf.size(), qsizetype(4));
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
    QCOMPARE(plan.at(plan.size() - 1).address.toIpv4() >> 24, quint32(10));
}

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
