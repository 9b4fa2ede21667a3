// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/target/targetparserbench.h"
#include "tests/core/target/targettext.h"

#include <QNetworkInterface>
#include <QTest>

using namespace roadstead;

/// What a target parser reads.
class TestTargetParser : public TargetParserBench
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void readsExcludes_data();
    void readsExcludes();
    void keepsNetworkAndBroadcastWhenAsked();
    void takesPatternsInLittleMemory();
    void leavesOutWhatCannotBeScannedInsideLargerBlocks();
    void findsRealZones();
    void readsManyAddresses();
};

void TestTargetParser::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("10.0.0.1", "10.0.0.1");
    row("10.0.0.2 10.0.0.1,10.0.0.9\n10.0.0.5\t\r\n", "10.0.0.1-10.0.0.2 10.0.0.5 10.0.0.9");
    row(" , ,10.0.0.1,, ", "10.0.0.1");
    row("# first\n10.0.0.1 # ten 10.0.0.9, 300\n#last", "10.0.0.1");
    row("10.0.0.1#comment", "10.0.0.1");
    row("10.0.0.1 10.0.0.1 10.0.0.0/30", "10.0.0.1-10.0.0.2");
    row("0.0.0.1 255.255.255.254", "0.0.0.1 255.255.255.254");
    // CIDR
    row("10.0.0.0/24", "10.0.0.1-10.0.0.254");
    row("10.0.0.77/24", "10.0.0.1-10.0.0.254");
    row("10.0.0.4/30", "10.0.0.5-10.0.0.6");
    row("10.0.0.4/31", "10.0.0.4-10.0.0.5");
    row("10.0.0.4/32", "10.0.0.4");
    row("10.0.0.0/8", "10.0.0.1-10.255.255.254");
    row("10.0.0.0/24 10.0.0.0", "10.0.0.0-10.0.0.254");
    // octet patterns
    row("10.0.0.5-20", "10.0.0.5-10.0.0.20");
    row("10.0.0.*", "10.0.0.0-10.0.0.255");
    row("10.0-1.0.1", "10.0.0.1 10.1.0.1");
    row("10.0.0.1,5", "10.0.0.1 10.0.0.5");
    row("10.0.0.1,5,10.0.0.2", "10.0.0.1-10.0.0.2 10.0.0.5");
    row("10.0.0.1,10.0.0.2,7-8", "10.0.0.1-10.0.0.2 10.0.0.7-10.0.0.8");
    row("10.0.0,1.1", "10.0.0.1 10.0.1.1");
    row("9,10.0.0.1", "9.0.0.1 10.0.0.1");
    row("10.0-1.*.1,5", "10.0.0.1 10.0.0.5 10.0.1.1 10.0.1.5 10.0.2.1 10.0.2.5 10.0.3.1 10.0.3.5 "
                        "10.0.4.1 10.0.4.5");
    row("10.0.0.5-5", "10.0.0.5");
    // ranges
    row("10.0.0.5-10.0.1.20", "10.0.0.5-10.0.1.20");
    row("10.0.0.0-10.0.0.255", "10.0.0.0-10.0.0.255");
    row("10.0.0.5-10.0.0.5,10.0.0.7", "10.0.0.5 10.0.0.7");
    row("fd00::5-fd00::1:3", "fd00::5-fd00::1:3");
    row("fe80::1%br-lan-fe80::5%br-lan", "fe80::1-fe80::5%3");
    // IPv6
    row("::1", "::1");
    row("[::1]", "::1");
    row("2001:DB8:0:0:0:0:0:1", "2001:db8::1");
    row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0");
    row("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8");
    row("64:ff9b::10.0.0.1", "64:ff9b::a00:1");
    row("::ffff:10.0.0.1 10.0.0.1", "10.0.0.1");
    row("::ffff:10.0.0.0/120", "10.0.0.1-10.0.0.254");
    row("::ffff:10.0.0.1-10.0.0.3", "10.0.0.1-10.0.0.3");
    row("fd00::77/120", "fd00::-fd00::ff");
    row("fd00::/104", "fd00::-fd00::ff:ffff");
    row("fd00::4/127", "fd00::4-fd00::5");
    row("fd00::4/128", "fd00::4");
    row("::/127", "::1");
    row("fe80::1%eth0", "fe80::1%2");
    row("fe80::1%2,fe80::1%br-lan", "fe80::1%2 fe80::1%3");
    row("fe80::4%eth0/126", "fe80::4-fe80::7%2");
    row("[fe80::1%eth0]:22", "fe80::1%2>22");
    row("fd00::1%eth0 fd00::1", "fd00::1");
    row("fd00::1,10.0.0.1", "10.0.0.1 fd00::1");
    row("10.0.0.1,2001:db8::1", "10.0.0.1 2001:db8::1");
    // ports
    row("10.0.0.1:80", "10.0.0.1>80");
    row("10.0.0.1:20-22 10.0.0.1", "10.0.0.1 10.0.0.1>20+21+22");
    row("[::1]:443", "::1>443");
    row("router:http", "router>80@0");
    row("10.0.0.1:0", "10.0.0.1>0");
    // names
    row("localhost", "localhost@0");
    row("  A.Example_x.com. 1and1.de", "A.Example_x.com.@2 1and1.de@19");
    row("a a A:80 a:81 A", "a@0 A>80@4 a>81@9");
    row("10.0.0.1,2.example", "10.0.0.1 2.example@9");
    row("0xcafe.example a.10-20", "0xcafe.example@0 a.10-20@15");
    row("b\u00fccher.example", "b\u00fccher.example=xn--bcher-kva.example@0");
    row("b\u00fccher.example:80", "b\u00fccher.example=xn--bcher-kva.example>80@0");
}

void TestTargetParser::reads()
{
    QFETCH(QString, text);
    const Expected<TargetSpec, ParseError> spec = parse(text);
    if (!spec)
        qWarning() << spec.error().code << spec.error().position << spec.error().length;
    QVERIFY(spec);
    QTEST(toText(*spec), "expected");
}

void TestTargetParser::readsExcludes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("", "");
    row("# nothing", "");
    row("10.0.0.0/24", "10.0.0.0-10.0.0.255");
    row("224.0.0.0/4 0.0.0.0 255.255.255.255", "0.0.0.0 224.0.0.0-239.255.255.255 255.255.255.255");
    row("0.0.0.0/0", "0.0.0.0-255.255.255.255");
    row("fd00::/8", "fd00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    row("::/0", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    row("fe80::/10", "fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    row("fe80::1%eth0", "fe80::1%2");
    row("::ffff:10.0.0.0/90", "::ffc0:0:0-::ffff:255.255.255.255");
    row("router ff02::1", "ff02::1 router@0");
}

void TestTargetParser::readsExcludes()
{
    QFETCH(QString, text);
    const Expected<TargetSpec, ParseError> spec = parse(text, {.isExclude = true});
    QVERIFY(spec);
    QTEST(toText(*spec), "expected");
}

void TestTargetParser::keepsNetworkAndBroadcastWhenAsked()
{
    const auto spec = parse(QStringLiteral("10.0.0.0/24"), {.includeNetworkAndBroadcast = true});
    QVERIFY(spec);
    QCOMPARE(toText(*spec), QStringLiteral("10.0.0.0-10.0.0.255"));
}

void TestTargetParser::takesPatternsInLittleMemory()
{
    const auto spec = parse(QStringLiteral("1-9.*.*.1,3 10.0.0.0/8 *.*.7.*"));
    QVERIFY(spec);
    const Ipv4Set &ipv4 = spec->addresses.ipv4();
    QVERIFY(ipv4.contains(0x05060701));
    QVERIFY(ipv4.contains(0xfe0007ff));
    QVERIFY(!ipv4.contains(0xe00007ff));
    QCOMPARE_LE(ipv4.nodeCount(), qsizetype(24));
    const quint64 patterns = 9 * 65536 * 2;
    const quint64 block = (1 << 24) - 2;
    const quint64 sevens = (256 - 16) * 65536;
    const quint64 common = 9 * 256 * 2 + 65536;
    QCOMPARE(ipv4.size(), patterns + block + sevens - common);
}

void TestTargetParser::leavesOutWhatCannotBeScannedInsideLargerBlocks()
{
    const auto spec = parse(QStringLiteral("0.0.0.0/0"), {.includeNetworkAndBroadcast = true});
    QVERIFY(spec);
    QCOMPARE(toText(*spec), QStringLiteral("0.0.0.1-223.255.255.255 240.0.0.0-255.255.255.254"));
}

void TestTargetParser::findsRealZones()
{
    const TargetParser parser(m_portParser);
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    if (interfaces.isEmpty())
        QSKIP("this machine has no network interface");
    const QNetworkInterface &interface = interfaces.first();
    const QString byName = u"fe80::1%" + interface.name();
    const QString byIndex = u"fe80::1%" + QString::number(interface.index());
    for (const QString &text : {byName, byIndex}) {
        const auto spec = parser.parse(text);
        QVERIFY(spec);
        QCOMPARE(spec->addresses.at(0).scope, static_cast<quint32>(interface.index()));
    }
    const auto unknown = parser.parse(u"fe80::1%99999999");
    QVERIFY(!unknown);
    QCOMPARE(unknown.error(), (ParseError{ParseErrorCode::UnknownZone, 8, 8}));
}

void TestTargetParser::readsManyAddresses()
{
    QString text;
    for (int i = 0; i < 70'000; ++i)
        text += QStringLiteral("10.%1.%2.%3,").arg(i / 65536 * 7).arg(i / 256 % 256).arg(i % 256);
    const auto spec = parse(text);
    QVERIFY(spec);
    QCOMPARE(spec->addresses.size(), quint64(70'000));
}

QTEST_GUILESS_MAIN(TestTargetParser)
#include "tst_targetparser.moc"
