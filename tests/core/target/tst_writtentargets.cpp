// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/writtentargets.h"

#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QTest>

using namespace roadstead;

namespace {

TargetSpec readBack(const TargetSpec &spec, bool isExclude = false)
{
    const auto read = readTargets(written(spec), isExclude);
    return read ? *read : TargetSpec();
}

bool isSame(const TargetSpec &left, const TargetSpec &right)
{
    const auto pinnedText = [](const TargetSpec &spec) {
        QStringList text;
        for (const PinnedTarget &target : spec.pinned)
            text += target.address.toString() + u'=' + written(target.ports);
        for (const NamedTarget &name : spec.names)
            text += name.typed + u'/' + name.ascii + u'='
                    + (name.ports ? written(*name.ports) : QString());
        return text;
    };
    return left.addresses.ipv4().ranges(100'000) == right.addresses.ipv4().ranges(100'000)
           && left.addresses.ipv6().ranges() == right.addresses.ipv6().ranges()
           && pinnedText(left) == pinnedText(right);
}

/// A zone that every computer has.
QString loopbackZone()
{
    return QNetworkInterface::interfaceNameFromIndex(1);
}

} // namespace

class TestWrittenTargets : public QObject
{
    Q_OBJECT

private slots:
    void writesPorts_data();
    void writesPorts();
    void writesTargets_data();
    void writesTargets();
    void writesExcludes();
    void keepsZones();
    void readsBackWhatItWrites();
    void staysShort();
    void refusesNamesOfPorts();
};

void TestWrittenTargets::writesPorts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *typed, const char *text) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(text);
    };
    row("80", "80");
    row("80,22,443", "22,80,443");
    row("1-3,4,9,10", "1-4,9-10");
    row("1-65535", "1-65535");
    row("65535,1", "1,65535");
}

void TestWrittenTargets::writesPorts()
{
    QFETCH(QString, typed);
    const auto ports = readPorts(typed);
    QVERIFY(ports);
    QTEST(written(*ports), "text");
    QCOMPARE(*readPorts(written(*ports)), *ports);
}

void TestWrittenTargets::writesTargets_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *typed, const char *text) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(text);
    };
    row("198.18.0.1", "198.18.0.1");
    row("198.18.0.0/30", "198.18.0.0-3"); // as the parser is asked to keep both ends
    row("10.*.*.1", "10.*.*.1");
    row("10.0-3.*.1,5", "10.0-3.*.1,5");
    row("10.0.0.5-10.0.1.20", "10.0.0.5-255 10.0.1.0-20");
    row("198.18.0.1 198.18.0.3 198.18.7.9", "198.18.0.1,3 198.18.7.9");
    row("fd00::1", "fd00::1");
    row("fd00::/126", "fd00::/126");
    row("fd00::1-fd00::4", "fd00::1 fd00::2/127 fd00::4");
    row("fd00::ffff:ffff:ffff:fff0-fd00:0:0:1::3",
        "fd00::ffff:ffff:ffff:fff0/124 fd00:0:0:1::/126");
    row("198.18.0.1:80", "198.18.0.1:80");
    row("198.18.0.1:80-82", "198.18.0.1:80-82");
    row("[fd00::1]:443", "[fd00::1]:443");
    row("Müller.example router:8080", "Müller.example router:8080");
}

void TestWrittenTargets::writesTargets()
{
    QFETCH(QString, typed);
    const auto targets = readTargets(typed, false);
    QVERIFY(targets);
    QTEST(written(*targets), "text");
    QVERIFY(isSame(readBack(*targets), *targets));
}

void TestWrittenTargets::writesExcludes()
{
    const auto excludes = readTargets(u"::/0 fe80::/10 224.0.0.0/4 0.0.0.0/0", true);
    QVERIFY(excludes);
    QCOMPARE(written(*excludes), QStringLiteral("*.*.*.* ::/0"));
    QVERIFY(isSame(readBack(*excludes, true), *excludes));
    QVERIFY(!readTargets(written(*excludes), false));
}

void TestWrittenTargets::keepsZones()
{
    const QString zone = loopbackZone();
    QVERIFY(!zone.isEmpty());
    const QString both = QStringLiteral("fe80::1%%1 fe80::4%%1/126").arg(zone);
    const auto targets = readTargets(both, false);
    QVERIFY(targets);
    QCOMPARE(written(*targets), both);
    QVERIFY(isSame(readBack(*targets), *targets));
}

/// Sets of all kinds, put together and taken apart at random.
void TestWrittenTargets::readsBackWhatItWrites()
{
    QRandomGenerator random(20261122);
    for (int round = 0; round < 300; ++round) {
        TargetSpec spec;
        for (int i = random.bounded(1, 6); i > 0; --i) {
            const quint32 first = 0x0a000000 + random.bounded(0x20000U);
            const Ipv4Range range{first, first + random.bounded(0x800U)};
            if (random.bounded(3) == 0)
                spec.addresses.ipv4().subtract(Ipv4Set::fromRanges({range}));
            else
                spec.addresses.ipv4().insert(range);
            const quint64 low = random.bounded(0x4000U);
            const Ipv6Range six{0,
                                {0xfd00'0000'0000'0000, low},
                                {0xfd00'0000'0000'0000, low + random.bounded(0x100U)}};
            spec.addresses.ipv6().insert(six);
        }
        Ipv4Set::OctetSets octets;
        octets[0].set(11);
        for (size_t octet = 1; octet < 4; ++octet) {
            for (int i = 0; i < 3; ++i)
                octets[octet].set(random.bounded(256U));
        }
        spec.addresses.ipv4().unite(Ipv4Set::fromOctets(octets));
        QVERIFY2(isSame(readBack(spec), spec), qPrintable(written(spec)));
    }
}

/// Sixteen million addresses that no two of are neighbours, and a /8 with holes.
void TestWrittenTargets::staysShort()
{
    const auto pattern = readTargets(u"*.*.*.1,3,5,9", true);
    QCOMPARE(written(*pattern), QStringLiteral("*.*.*.1,3,5,9"));
    TargetSpec holes = *readTargets(u"10.0.0.0/8", false);
    holes.addresses.subtract(readTargets(u"10.1.2.3 10.200.0.0/16", false)->addresses);
    QVERIFY(written(holes).size() < 100);
    QVERIFY(isSame(readBack(holes), holes));
}

void TestWrittenTargets::refusesNamesOfPorts()
{
    QVERIFY(!readPorts(u"ssh"));
    QVERIFY(!readPorts(u"top:10"));
    QVERIFY(!readTargets(u"198.18.0.1:http", false));
}

QTEST_GUILESS_MAIN(TestWrittenTargets)
#include "tst_writtentargets.moc"
