// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/ipv6set.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>
#include <set>

using namespace roadstead;

namespace {

constexpr quint64 kMax = std::numeric_limits<quint64>::max();
constexpr quint64 kUniverse = 200;

/// A universe of 200 addresses around a carry from the low to the high half.
Address element(quint32 scope, quint64 i)
{
    return i < 100 ? Address::fromIpv6(7, kMax - 99 + i, scope)
                   : Address::fromIpv6(8, i - 100, scope);
}

Ipv6Value value(quint64 i)
{
    const Address address = element(0, i);
    return {address.high, address.low};
}

using Naive = std::set<std::pair<quint32, quint64>>; // scope, number

struct Both
{
    Ipv6Set set;
    Naive naive;
};

Both randomSet(QRandomGenerator &random, int ranges, quint32 scopes)
{
    Both both;
    QList<Ipv6Range> list;
    for (int i = 0; i < ranges; ++i) {
        const quint32 scope = 1 + random.bounded(scopes);
        const quint64 first = random.bounded(quint32(kUniverse));
        const quint64 last = qMin(kUniverse - 1, first + random.bounded(12U));
        list.append({scope, value(first), value(last)});
        for (quint64 n = first; n <= last; ++n)
            both.naive.insert({scope, n});
    }
    both.set = Ipv6Set::fromRanges(list);
    return both;
}

QString difference(const Ipv6Set &set, const Naive &naive)
{
    if (set.size() != naive.size())
        return QStringLiteral("size %1 instead of %2").arg(set.size()).arg(naive.size());
    quint64 index = 0;
    for (const auto &[scope, number] : naive) {
        if (set.at(index++) != element(scope, number))
            return QStringLiteral("at(%1) is wrong").arg(index - 1);
    }
    for (quint32 scope = 1; scope <= 3; ++scope) {
        for (quint64 n = 0; n < kUniverse; ++n) {
            if (set.contains(element(scope, n)) != naive.contains({scope, n}))
                return QStringLiteral("contains(%1, %2) is wrong").arg(scope).arg(n);
        }
    }
    return {};
}

} // namespace

class TestIpv6Set : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyAtFirst();
    void joinsTouchingRangesWithinAZone();
    void countsNoFurtherThanItCan();
    void joinsAtTheEndOfTheSpace();
    void valuesWithoutZoneStandForEveryZone();
    void insertsOneByOne();
    void agreesWithANaiveSet();
};

void TestIpv6Set::isEmptyAtFirst()
{
    const Ipv6Set set;
    QVERIFY(set.isEmpty());
    QVERIFY(!set.contains(element(0, 0)));
    QVERIFY(!set.intersects({0, {}, {kMax, kMax}}));
}

void TestIpv6Set::joinsTouchingRangesWithinAZone()
{
    const Ipv6Set set = Ipv6Set::fromRanges({{1, value(98), value(99)},
                                             {2, value(99), value(101)},
                                             {1, value(100), value(103)},
                                             {1, value(105), value(105)}});
    QCOMPARE(set.ranges(), (QList<Ipv6Range>{{1, value(98), value(103)},
                                             {1, value(105), value(105)},
                                             {2, value(99), value(101)}}));
    QCOMPARE(set.size(), quint64(10));
    QCOMPARE(set.at(2), element(1, 100));
    QCOMPARE(set.at(7), element(2, 99));
}

void TestIpv6Set::countsNoFurtherThanItCan()
{
    Ipv6Set set = Ipv6Set::fromRanges({{0, {}, {kMax, kMax}}});
    QCOMPARE(set.size(), Ipv6Set::kUncountable);
    set.insert(Ipv6Range{3, {}, {kMax, kMax}});
    QCOMPARE(set.size(), Ipv6Set::kUncountable);
    const Ipv6Set half = Ipv6Set::fromRanges({{0, {5, 0}, {5, Ipv6Set::kUncountable - 2}}});
    QCOMPARE(half.size(), Ipv6Set::kUncountable - 1);
}

void TestIpv6Set::joinsAtTheEndOfTheSpace()
{
    const Ipv6Set set =
        Ipv6Set::fromRanges({{0, {0, 9}, {kMax, kMax}}, {0, {kMax, kMax}, {kMax, kMax}}});
    QCOMPARE(set.ranges(), (QList<Ipv6Range>{{0, {0, 9}, {kMax, kMax}}}));
    Ipv6Set all = Ipv6Set::fromRanges({{0, {}, {kMax, kMax}}});
    all.subtract(set);
    QCOMPARE(all.ranges(), (QList<Ipv6Range>{{0, {}, {0, 8}}}));
    all.subtract(Ipv6Set::fromRanges({{0, {}, {}}}));
    QCOMPARE(all.ranges(), (QList<Ipv6Range>{{0, {0, 1}, {0, 8}}}));
}

void TestIpv6Set::valuesWithoutZoneStandForEveryZone()
{
    const Ipv6Set exclude = Ipv6Set::fromRanges({{0, value(10), value(20)}});
    QVERIFY(exclude.contains(element(4, 15)));
    QVERIFY(!exclude.contains(element(4, 21)));
    Ipv6Set set = Ipv6Set::fromRanges({{1, value(15), value(30)}, {2, value(0), value(12)}});
    QVERIFY(!set.contains(element(0, 16)));
    set.subtract(exclude);
    QCOMPARE(set.ranges(), (QList<Ipv6Range>{{1, value(21), value(30)}, {2, value(0), value(9)}}));
    set.subtract(Ipv6Set::fromRanges({{2, value(0), value(100)}}));
    QCOMPARE(set.ranges(), (QList<Ipv6Range>{{1, value(21), value(30)}}));
}

void TestIpv6Set::insertsOneByOne()
{
    Ipv6Set set;
    for (quint64 i = 0; i < kUniverse; i += 2)
        set.insert(element(1, i));
    const Ipv6Set copy = set;
    for (quint64 i = 1; i < kUniverse; i += 2)
        set.insert(element(1, i));
    QCOMPARE(set.ranges(), (QList<Ipv6Range>{{1, value(0), value(kUniverse - 1)}}));
    QCOMPARE(copy.size(), kUniverse / 2);
}

void TestIpv6Set::agreesWithANaiveSet()
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        const Both a = randomSet(random, 1 + random.bounded(20), 3);
        const Both b = randomSet(random, 1 + random.bounded(20), 3);
        QCOMPARE(difference(a.set, a.naive), QString());

        Naive both = a.naive;
        both.insert(b.naive.begin(), b.naive.end());
        Ipv6Set united = a.set;
        united.unite(b.set);
        QCOMPARE(difference(united, both), QString());

        Naive onlyA = a.naive;
        for (const auto &entry : b.naive)
            onlyA.erase(entry);
        Ipv6Set left = a.set;
        left.subtract(b.set);
        QCOMPARE(difference(left, onlyA), QString());
    }
}

QTEST_GUILESS_MAIN(TestIpv6Set)
#include "tst_ipv6set.moc"
