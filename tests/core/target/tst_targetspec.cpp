// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/targetspec.h"

#include <QHostAddress>
#include <QTest>

using namespace roadstead;

class TestTargetSpec : public QObject
{
    Q_OBJECT

private slots:
    void knowsPublicAddresses_data();
    void knowsPublicAddresses();
    void findsPublicOnesInSetsWithoutExpanding();
    void findsPublicPinnedTargets();
    void unites();
    void leavesOutExcludedAndUnwanted();
};

void TestTargetSpec::knowsPublicAddresses_data()
{
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *address, bool expected) { QTest::newRow(address) << expected; };
    for (const char *inside :
         {"0.0.0.1",      "10.0.0.0",     "10.255.255.255",  "100.64.0.0",      "100.127.255.255",
          "127.0.0.1",    "169.254.0.1",  "172.16.0.0",      "172.31.255.255",  "192.0.0.8",
          "192.0.0.11",   "192.0.2.255",  "192.168.0.1",     "198.18.0.0",      "198.19.255.255",
          "198.51.100.7", "203.0.113.9",  "240.0.0.0",       "255.255.255.255", "::",
          "::1",          "64:ff9b:1::1", "100::5",          "100:0:0:1::5",    "2001:2::1",
          "2001:10::1",   "2001:db8::1",  "2001:db8:ffff::", "3fff:fff::1",     "5f00::1",
          "fc00::1",      "fdff:ffff::1", "fe80::1",         "febf::1"})
        row(inside, false);
    for (const char *outside :
         {"1.0.0.0",         "9.255.255.255", "11.0.0.0",    "100.63.255.255",   "100.128.0.0",
          "126.255.255.255", "128.0.0.0",     "169.253.0.1", "169.255.0.0",      "172.15.255.255",
          "172.32.0.0",      "192.0.0.9",     "192.0.0.10",  "192.0.1.0",        "192.0.3.0",
          "192.167.0.1",     "192.169.0.0",   "198.17.0.1",  "198.20.0.0",       "198.51.101.0",
          "203.0.112.255",   "203.0.114.0",   "::2",         "64:ff9b::808:808", "100:0:0:2::",
          "2000::1",         "2001::1",       "2001:1::1",   "2001:1::3",        "2001:3::1",
          "2001:4:112::1",   "2001:20::1",    "2001:30::1",  "2001:200::1",      "2001:db9::",
          "2002::1",         "3fff:1000::1",  "5f01::",      "fbff::1",          "fe00::1"})
        row(outside, true);
}

void TestTargetSpec::knowsPublicAddresses()
{
    const QHostAddress host(QString::fromLatin1(QTest::currentDataTag()));
    const std::optional<Address> address = Address::fromHostAddress(host);
    QVERIFY(address);
    QTEST(isPublic(*address), "expected");
    AddressSet set;
    set.insert(*address);
    QTEST(containsPublic(set), "expected");
}

void TestTargetSpec::findsPublicOnesInSetsWithoutExpanding()
{
    AddressSet set;
    QVERIFY(!containsPublic(set));
    set.ipv4().insert(Ipv4Range{0x0a000000, 0x0affffff});
    set.ipv4().insert(Ipv4Range{0xc6120000, 0xc613ffff});
    set.ipv6().insert(Ipv6Range{0, {0xfd00000000000000, 0}, {0xfd00000000000000, 0xffffff}});
    set.ipv6().insert(Address::fromIpv6(0xfe80000000000000, 1, 4));
    QVERIFY(!containsPublic(set));
    AddressSet oneMore = set;
    oneMore.ipv4().insert(0x0b000000);
    QVERIFY(containsPublic(oneMore));
    set.ipv6().insert(Address::fromIpv6(0x2a00000000000000, 1));
    QVERIFY(containsPublic(set));
}

void TestTargetSpec::leavesOutExcludedAndUnwanted()
{
    const Address one = Address::fromIpv4(0x0a000001);
    const Address two = Address::fromIpv4(0x0a000002);
    const Address six = Address::fromIpv6(0xfd00000000000000, 1);
    TargetSpec targets;
    TargetSpec excludes;
    for (const Address &address : {one, two, six}) {
        targets.addresses.insert(address);
        targets.pinned.append({address, PortSet({80})});
    }
    targets.names.append({QStringLiteral("a"), QStringLiteral("a"), std::nullopt, 0});
    excludes.names = targets.names;
    excludes.addresses.insert(two);

    const TargetSpec both = effective(targets, excludes, true, true);
    QCOMPARE(both.addresses.size(), 2ULL);
    QCOMPARE(both.pinned.size(), 2);
    QCOMPARE(both.names.size(), 1); // what it leads to is not known yet
    const TargetSpec ipv4 = effective(targets, excludes, true, false);
    QCOMPARE(ipv4.addresses.size(), 1ULL);
    QVERIFY(ipv4.addresses.contains(one));
    QCOMPARE(ipv4.pinned.size(), 1);
    QCOMPARE(ipv4.pinned.first().address, one);
    const TargetSpec ipv6 = effective(targets, excludes, false, true);
    QCOMPARE(ipv6.addresses.size(), 1ULL);
    QVERIFY(ipv6.addresses.contains(six));
    QCOMPARE(ipv6.pinned.first().address, six);
    QCOMPARE(targets.addresses.size(), 3ULL);
}

void TestTargetSpec::findsPublicPinnedTargets()
{
    TargetSpec spec;
    spec.pinned.append({Address::fromIpv4(0x0a000001), PortSet({80})});
    QVERIFY(!containsPublic(spec));
    spec.pinned.append({Address::fromIpv4(0x01010101), PortSet({80})});
    QVERIFY(containsPublic(spec));
}

void TestTargetSpec::unites()
{
    TargetSpec a;
    QVERIFY(a.isEmpty());
    a.names.append({QStringLiteral("a"), QStringLiteral("a"), std::nullopt, 3});
    TargetSpec b;
    b.addresses.insert(Address::fromIpv4(5));
    b.pinned.append({Address::fromIpv4(6), PortSet({1})});
    b.names.append({QStringLiteral("b"), QStringLiteral("b"), PortSet({2}), 7});
    a.unite(b);
    QCOMPARE(a.addresses.size(), quint64(1));
    QCOMPARE(a.pinned.size(), 1);
    QCOMPARE(a.names.size(), 2);
    QCOMPARE(a.names[1].position, qsizetype(7));
}

QTEST_GUILESS_MAIN(TestTargetSpec)
#include "tst_targetspec.moc"
