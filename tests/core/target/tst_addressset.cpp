// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/addressset.h"

#include <QTest>

using namespace roadstead;

class TestAddressSet : public QObject
{
    Q_OBJECT

private slots:
    void numbersIpv4BeforeIpv6();
    void findsIndexes();
    void unitesAndSubtractsBothFamilies();
    void isNotEmptyHoweverWide();
};

void TestAddressSet::numbersIpv4BeforeIpv6()
{
    AddressSet set;
    set.insert(Address::fromIpv6(0, 1));
    set.insert(Address::fromIpv4(9));
    set.insert(Address::fromIpv4(3));
    set.insert(Address::fromIpv6(1, 0, 2));
    QCOMPARE(set.size(), quint64(4));
    QCOMPARE(set.at(0), Address::fromIpv4(3));
    QCOMPARE(set.at(1), Address::fromIpv4(9));
    QCOMPARE(set.at(2), Address::fromIpv6(0, 1));
    QCOMPARE(set.at(3), Address::fromIpv6(1, 0, 2));
    QVERIFY(set.contains(Address::fromIpv4(9)));
    QVERIFY(!set.contains(Address::fromIpv4(1)));
    QVERIFY(!set.contains(Address::fromIpv6(1, 0, 1)));
}

void TestAddressSet::findsIndexes()
{
    AddressSet set;
    set.ipv4() = Ipv4Set::fromRanges({{3, 9}, {20, 20}, {0xfffffff0, 0xfffffffe}});
    for (const quint32 scope : {0U, 2U, 7U}) {
        set.ipv6().insert(Ipv6Range{scope, {1, ~quint64(0) - 2}, {2, 3}});
        set.ipv6().insert(Ipv6Range{scope, {9, 9}, {9, 9}});
    }
    for (quint64 index = 0; index < set.size(); ++index)
        QCOMPARE(set.indexOf(set.at(index)), index);
}

void TestAddressSet::unitesAndSubtractsBothFamilies()
{
    AddressSet a;
    a.insert(Address::fromIpv4(1));
    a.insert(Address::fromIpv6(0, 1));
    AddressSet b;
    b.insert(Address::fromIpv4(2));
    b.insert(Address::fromIpv6(0, 2));
    a.unite(b);
    QCOMPARE(a.size(), quint64(4));
    AddressSet withoutB = a;
    withoutB.subtract(b);
    QCOMPARE(withoutB.size(), quint64(2));
    QCOMPARE(withoutB.at(1), Address::fromIpv6(0, 1));
    a.clearIpv4();
    QCOMPARE(a.at(0), Address::fromIpv6(0, 1));
    a.clearIpv6();
    QVERIFY(a.isEmpty());
}

void TestAddressSet::isNotEmptyHoweverWide()
{
    AddressSet set;
    set.ipv4() = Ipv4Set::fromRanges({{0, 0xffffffff}});
    set.ipv6().insert(Ipv6Range{0, {}, {~quint64(0), ~quint64(0)}});
    QVERIFY(!set.isEmpty());
    QVERIFY(set.size() > Ipv6Set::kUncountable);
}

QTEST_GUILESS_MAIN(TestAddressSet)
#include "tst_addressset.moc"
