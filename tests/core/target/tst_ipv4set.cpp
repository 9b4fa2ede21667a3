// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/ipv4set.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace roadstead;

namespace {

constexpr quint32 kTen = 0x0a000000;

/// Maps 0..4095 to addresses that differ in all four octets and sit on block edges.
quint32 spread(quint32 i)
{
    static constexpr std::array<quint32, 8> kOctets{0, 1, 2, 127, 128, 253, 254, 255};
    return kOctets[i & 7] | kOctets[(i >> 3) & 7] << 8 | kOctets[(i >> 6) & 7] << 16
           | kOctets[(i >> 9) & 7] << 24;
}

constexpr quint32 kUniverse = 4096;

using Naive = std::set<quint32>;

QList<Ipv4Range> singles(const Naive &addresses)
{
    QList<Ipv4Range> ranges;
    for (const quint32 address : addresses)
        ranges.append({address, address});
    return ranges;
}

Naive randomSubset(QRandomGenerator &random, quint32 size)
{
    Naive subset;
    for (quint32 i = 0; i < size; ++i)
        subset.insert(spread(random.bounded(kUniverse)));
    return subset;
}

/// The first thing in which the two differ, empty if none.
QString difference(const Ipv4Set &set, const Naive &naive)
{
    if (set.size() != naive.size())
        return QStringLiteral("size %1 instead of %2").arg(set.size()).arg(naive.size());
    quint64 index = 0;
    for (const quint32 address : naive) {
        if (set.at(index) != address)
            return QStringLiteral("at(%1) is %2").arg(index).arg(set.at(index), 8, 16);
        if (set.countIn({0, address}) != ++index)
            return QStringLiteral("wrong count up to %1").arg(address, 8, 16);
    }
    for (quint32 i = 0; i < kUniverse; ++i) {
        if (set.contains(spread(i)) != naive.contains(spread(i)))
            return QStringLiteral("contains(%1) is wrong").arg(spread(i), 8, 16);
    }
    return {};
}

Ipv4Set::OctetSets lastOctetOne()
{
    Ipv4Set::OctetSets octets;
    for (int i = 0; i < 3; ++i)
        octets[static_cast<size_t>(i)].set();
    octets[3].set(1);
    return octets;
}

} // namespace

class TestIpv4Set : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyAtFirst();
    void joinsOverlappingAndTouchingRanges();
    void holdsTheWholeSpace();
    void holdsBlocksInAFewNodes_data();
    void holdsBlocksInAFewNodes();
    void holdsAnOctetPatternInFourNodes();
    void subtractsAListFromABlockAndAPattern();
    void listsRangesUpToACap();
    void countsInRanges();
    void unitesManySets();
    void insertsOneByOne();
    void takesManyOverlappingRanges();
    void copiesAreIndependent();
    void agreesWithANaiveSet_data();
    void agreesWithANaiveSet();
};

void TestIpv4Set::isEmptyAtFirst()
{
    const Ipv4Set set;
    QVERIFY(set.isEmpty());
    QCOMPARE(set.size(), quint64(0));
    QVERIFY(!set.contains(0));
    QVERIFY(!set.intersects({0, 0xffffffff}));
    QCOMPARE(set.ranges(10), QList<Ipv4Range>());
    QVERIFY(Ipv4Set::fromRanges({}).isEmpty());
    QVERIFY(Ipv4Set::fromOctets({}).isEmpty());
    QVERIFY(Ipv4Set::united({}).isEmpty());
}

void TestIpv4Set::joinsOverlappingAndTouchingRanges()
{
    const Ipv4Set set = Ipv4Set::fromRanges({{300, 400}, {10, 20}, {15, 30}, {31, 31}, {33, 299}});
    QCOMPARE(set.ranges(10), (QList<Ipv4Range>{{10, 31}, {33, 400}}));
    QCOMPARE(set.size(), quint64(22 + 368));
}

void TestIpv4Set::holdsTheWholeSpace()
{
    Ipv4Set set = Ipv4Set::fromRanges({{0, 0xffffffff}});
    QCOMPARE(set.size(), quint64(1) << 32);
    QCOMPARE(set.nodeCount(), qsizetype(1));
    QCOMPARE(set.at(0xffffffff), 0xffffffffU);
    QCOMPARE(set.countIn({5, 0xffffffff}), (quint64(1) << 32) - 5);
    set.subtract(Ipv4Set::fromRanges({{7, 7}}));
    QCOMPARE(set.ranges(10), (QList<Ipv4Range>{{0, 6}, {8, 0xffffffff}}));
    set.insert(7);
    QCOMPARE(set.nodeCount(), qsizetype(1));
    set.subtract(set);
    QVERIFY(set.isEmpty());
}

void TestIpv4Set::holdsBlocksInAFewNodes_data()
{
    QTest::addColumn<quint32>("first");
    QTest::addColumn<quint32>("last");
    QTest::addColumn<qsizetype>("nodes");
    QTest::newRow("one host") << kTen + 1 << kTen + 1 << qsizetype(4);
    QTest::newRow("/24") << kTen << kTen + 0xff << qsizetype(3);
    QTest::newRow("/8") << kTen << kTen + 0xffffff << qsizetype(1);
    QTest::newRow("/8 without its ends") << kTen + 1 << kTen + 0xfffffe << qsizetype(6);
    QTest::newRow("nearly all") << 1U << 0xfffffffeU << qsizetype(7);
}

void TestIpv4Set::holdsBlocksInAFewNodes()
{
    QFETCH(quint32, first);
    QFETCH(quint32, last);
    const Ipv4Set set = Ipv4Set::fromRanges({{first, last}});
    QTEST(set.nodeCount(), "nodes");
    QCOMPARE(set.size(), quint64(last) - first + 1);
    QCOMPARE(set.at(0), first);
    QCOMPARE(set.at(set.size() - 1), last);
    QVERIFY(!set.contains(first - 1));
    QVERIFY(!set.contains(last + 1));
}

void TestIpv4Set::holdsAnOctetPatternInFourNodes()
{
    const Ipv4Set set = Ipv4Set::fromOctets(lastOctetOne());
    QCOMPARE(set.size(), quint64(1) << 24);
    QCOMPARE(set.nodeCount(), qsizetype(4));
    QCOMPARE(set.at(0), 1U);
    QCOMPARE(set.at(0x0a0b0c), 0x0a0b0c01U);
    QVERIFY(set.contains(0xffffff01));
    QVERIFY(!set.contains(0xffffff02));
}

void TestIpv4Set::subtractsAListFromABlockAndAPattern()
{
    QList<Ipv4Range> excluded;
    for (quint32 i = 0; i < 1000; ++i)
        excluded.append({kTen + i * 256 + 1, kTen + i * 256 + 1});
    const Ipv4Set list = Ipv4Set::fromRanges(excluded);

    Ipv4Set block = Ipv4Set::fromRanges({{kTen, kTen + 0xffffff}});
    block.subtract(list);
    QCOMPARE(block.size(), quint64(0x1000000 - 1000));
    QVERIFY(!block.contains(kTen + 1));
    QVERIFY(block.contains(kTen + 1000 * 256 + 1));
    QCOMPARE_LE(block.nodeCount(), qsizetype(8));

    Ipv4Set pattern = Ipv4Set::fromOctets(lastOctetOne());
    pattern.subtract(list);
    QCOMPARE(pattern.size(), quint64(0x1000000 - 1000));
    QVERIFY(!pattern.contains(kTen + 999 * 256 + 1));
    QVERIFY(pattern.contains(kTen + 1000 * 256 + 1));
    QCOMPARE_LE(pattern.nodeCount(), qsizetype(10));
}

void TestIpv4Set::listsRangesUpToACap()
{
    const Ipv4Set set = Ipv4Set::fromOctets(lastOctetOne());
    QCOMPARE(set.ranges(3), (QList<Ipv4Range>{{1, 1}, {257, 257}, {513, 513}}));
    QCOMPARE(set.ranges(0), QList<Ipv4Range>());
}

void TestIpv4Set::countsInRanges()
{
    const Ipv4Set set = Ipv4Set::fromOctets(lastOctetOne());
    QCOMPARE(set.countIn({0, 0}), quint64(0));
    QCOMPARE(set.countIn({1, 1}), quint64(1));
    QCOMPARE(set.countIn({kTen, kTen + 0xffff}), quint64(256));
    QCOMPARE(set.countIn({0, 0xffffffff}), quint64(1) << 24);
    QVERIFY(!set.intersects({kTen + 2, kTen + 256}));
    QVERIFY(set.intersects({kTen + 2, kTen + 257}));
}

void TestIpv4Set::unitesManySets()
{
    QList<Ipv4Set> sets;
    for (size_t third = 0; third < 256; third += 3) {
        Ipv4Set::OctetSets octets = lastOctetOne();
        octets[2].reset().set(third);
        sets.append(Ipv4Set::fromOctets(octets));
    }
    const Ipv4Set set = Ipv4Set::united(sets);
    QCOMPARE(set.size(), quint64(86) << 16);
    QCOMPARE(set.nodeCount(), qsizetype(4));
}

void TestIpv4Set::insertsOneByOne()
{
    Ipv4Set set;
    for (quint32 i = 0; i < 10'000; ++i)
        set.insert((i * 7919) % 10'007);
    QCOMPARE(set.size(), quint64(10'000));
    Ipv4Set all = Ipv4Set::fromRanges({{0, 10'006}});
    all.subtract(set);
    QCOMPARE(all.size(), quint64(7));
}

void TestIpv4Set::takesManyOverlappingRanges()
{
    QList<Ipv4Range> ranges;
    for (quint32 i = 0; i < 65'536; ++i)
        ranges.append({kTen + i * 97, kTen + i * 97 + 200});
    const Ipv4Set set = Ipv4Set::fromRanges(ranges);
    QCOMPARE(set.ranges(10), (QList<Ipv4Range>{{kTen, kTen + 65'535 * 97 + 200}}));
    QCOMPARE_LE(set.nodeCount(), qsizetype(8));
}

void TestIpv4Set::copiesAreIndependent()
{
    Ipv4Set set = Ipv4Set::fromRanges({{1, 5}});
    const Ipv4Set copy = set;
    set.insert(9);
    set.subtract(Ipv4Set::fromRanges({{2, 2}}));
    QCOMPARE(copy.ranges(10), (QList<Ipv4Range>{{1, 5}}));
    QCOMPARE(set.ranges(10), (QList<Ipv4Range>{{1, 1}, {3, 5}, {9, 9}}));
}

void TestIpv4Set::agreesWithANaiveSet_data()
{
    QTest::addColumn<quint32>("sizeA");
    QTest::addColumn<quint32>("sizeB");
    for (const quint32 a : {3U, 200U, 3000U}) {
        for (const quint32 b : {1U, 200U, 9000U})
            QTest::addRow("%u and %u", a, b) << a << b;
    }
}

void TestIpv4Set::agreesWithANaiveSet()
{
    QFETCH(quint32, sizeA);
    QFETCH(quint32, sizeB);
    for (quint32 seed = 1; seed <= 5; ++seed) {
        QRandomGenerator random(seed);
        const Naive a = randomSubset(random, sizeA);
        const Naive b = randomSubset(random, sizeB);
        const Ipv4Set setA = Ipv4Set::fromRanges(singles(a));
        const Ipv4Set setB = Ipv4Set::fromRanges(singles(b));
        QCOMPARE(difference(setA, a), QString());

        Naive both = a;
        both.insert(b.begin(), b.end());
        Ipv4Set united = setA;
        united.unite(setB);
        QCOMPARE(difference(united, both), QString());

        Naive onlyA = a;
        for (const quint32 address : b)
            onlyA.erase(address);
        Ipv4Set left = setA;
        left.subtract(setB);
        QCOMPARE(difference(left, onlyA), QString());

        // A second round on results shows that shared nodes keep their meaning.
        united.subtract(left);
        QCOMPARE(difference(united, b), QString());
    }
}

QTEST_GUILESS_MAIN(TestIpv4Set)
#include "tst_ipv4set.moc"
