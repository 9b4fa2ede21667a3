// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/targetparser.h"
#include "tests/core/target/targettext.h"
#include "tests/support/fakevocabulary.h"

#include <QNetworkInterface>
#include <QTest>

using namespace roadstead;

namespace {

quint32 fakeZone(QStringView zone)
{
    if (zone == u"eth0" || zone == u"2")
        return 2;
    return zone == u"br-lan" ? 3 : 0;
}

} // namespace

class TestTargetParser : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void readsExcludes_data();
    void readsExcludes();
    void rejects_data();
    void rejects();
    void rejectsInExcludes_data();
    void rejectsInExcludes();
    void keepsNetworkAndBroadcastWhenAsked();
    void takesPatternsInLittleMemory();
    void leavesOutWhatCannotBeScannedInsideLargerBlocks();
    void limitsTheNumberOfAddresses();
    void findsRealZones();
    void rejectsLongJunk_data();
    void rejectsLongJunk();
    void readsManyAddresses();

private:
    [[nodiscard]] Expected<TargetSpec, ParseError> parse(const QString &text,
                                                         TargetParser::Options options = {}) const
    {
        return TargetParser(m_portParser, fakeZone).parse(text, options);
    }

    FakeVocabulary m_vocabulary;
    PortParser m_portParser{m_vocabulary};
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

void TestTargetParser::rejects_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ParseErrorCode>("code");
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<qsizetype>("length");
    using enum ParseError::Code;
    const auto row = [](const char *text, ParseErrorCode code, int position, int length) {
        QTest::newRow(text) << QString::fromUtf8(text) << code << qsizetype(position)
                            << qsizetype(length);
    };
    row("", Empty, 0, 0);
    row(" ,\n # x", Empty, 0, 7);
    // addresses
    row("300.1.1.1", BadAddress, 0, 3);
    row("a 10.0.0.256", BadAddress, 9, 3);
    row("10.1", BadAddress, 0, 4);
    row("1", BadAddress, 0, 1);
    row("10.0.0.1, 5", BadAddress, 10, 1);
    row("0x7f.1", BadAddress, 0, 6);
    row("0x7f000001", BadAddress, 0, 10);
    row("foo.0xab", BadAddress, 0, 8);
    row("1.2.3.4.5", BadAddress, 0, 9);
    row("10.0.0.1.", BadAddress, 0, 9);
    row("10..0.1", BadAddress, 0, 7);
    row("my-host.5", BadAddress, 0, 9);
    row("10.0.0.5-10.1.20", BadAddress, 0, 16);
    row("10.0.0.5-10.0.0.300", BadAddress, 16, 3);
    row("010.0.0.1", LeadingZero, 0, 3);
    row("10.0.0.00", LeadingZero, 7, 2);
    row("10.0.0.1-08", LeadingZero, 9, 2);
    row("10.0-300.*.1", BadOctet, 5, 3);
    row("10.0.0.1,256", BadOctet, 9, 3);
    row("10.0.0.1*", BadOctet, 7, 2);
    row("10.0.0.5-", BadOctet, 7, 2);
    row("10.*.0.1-2-3", BadOctet, 9, 3);
    row("10.0.0.20-10", ReversedRange, 7, 5);
    row("10.0.1.0-10.0.0.0", ReversedRange, 0, 17);
    row("fd00::2-fd00::1", ReversedRange, 0, 15);
    row("10.0.0.0/33", BadPrefix, 8, 3);
    row("10.0.0.0/", BadPrefix, 8, 1);
    row("10.0.0.0/024", BadPrefix, 8, 4);
    row("10.0.0.0/24/8", BadPrefix, 8, 5);
    row("10.0.*.0/24", BadAddress, 0, 8);
    row("fd00::/129", BadPrefix, 6, 4);
    row("fd00::/103", PrefixTooWide, 6, 4);
    row("fd00::-fd00::100:0", PrefixTooWide, 0, 18);
    row("1::2::3", BadAddress, 0, 7);
    row("1:2:3:4:5:6:7:8:9", BadAddress, 0, 17);
    row("1:2:3:4:5:6:7:8::", BadAddress, 0, 17);
    row("fd00::12345", BadAddress, 0, 11);
    row("fd00::5-20", BadAddress, 0, 10);
    row(":::", BadAddress, 0, 3);
    row("a /::1/120", BadAddress, 2, 8);
    row("::10.0.0.300", BadAddress, 0, 12);
    row("00:11:22:33:44:55", BadAddress, 0, 17);
    row("[::1", BadAddress, 0, 4);
    row("[10.0.0.1]:80", BadAddress, 0, 10);
    row("[::1]80", BadAddress, 5, 2);
    row("[]", BadAddress, 0, 2);
    row("[fd00::/120]:80", BadAddress, 1, 10);
    row("10.0.0.1-fd00::1", MixedRange, 0, 16);
    row("fe80::1%eth0-fe80::5%br-lan", MixedRange, 0, 27);
    row("fe80::1", MissingZone, 0, 7);
    row("x [fe80::1]:80", MissingZone, 3, 7);
    row("fe80::1%", MissingZone, 0, 8);
    row("fe80::1%eth7", UnknownZone, 8, 4);
    row("fe80::1%eth7/126", UnknownZone, 8, 4);
    // kinds that cannot be scanned
    row("0.0.0.0", UnspecifiedAddress, 0, 7);
    row("::", UnspecifiedAddress, 0, 2);
    row("a,224.0.0.1", MulticastAddress, 2, 9);
    row("230.0.0.0/8", MulticastAddress, 0, 11);
    row("224-239.*.*.*", MulticastAddress, 0, 13);
    row("0,230.0.0.0", UnspecifiedAddress, 0, 11);
    row("ff02::1%eth0", MulticastAddress, 0, 12);
    row("255.255.255.255", BroadcastAddress, 0, 15);
    row("255.255.255.255:80", BroadcastAddress, 0, 15);
    // ports
    row("10.0.0.0/24:80", PortNotAllowedHere, 11, 3);
    row("10.0.0.1-5:80", PortNotAllowedHere, 10, 3);
    row("10.0.0.1-10.0.0.5:http", PortNotAllowedHere, 17, 5);
    row("host:", BadPort, 4, 1);
    row("host:!22", BadCharacter, 5, 1);
    row("[fe80::1%eth0]:!22", BadPort, 14, 4);
    row("host:65536", BadPort, 5, 5);
    row("x host:90-80", ReversedRange, 7, 5);
    row("host:nosuch", UnknownService, 5, 6);
    row("[::1]:nosuch", UnknownService, 6, 6);
    // names
    row(":80", BadName, 0, 3);
    row("a..b", BadName, 0, 4);
    row(".", BadAddress, 0, 1);
    row("-a.example", BadName, 0, 2);
    row("a.-b.example", BadName, 2, 2);
    row("www.example.com/24", BadName, 15, 1);
    row("*.example.com", BadName, 0, 1);
    row("user@host", BadName, 4, 1);
    row("a;b", BadCharacter, 1, 1);
    row("!10.0.0.5", BadCharacter, 0, 1);
    row("10.0.0.1;", BadCharacter, 8, 1);
    row("a\x01"
        "b",
        BadCharacter, 1, 1);
    row("\u202e"
        "abc",
        BadCharacter, 0, 1);
    row("\uff11.\uff12.\uff13.\uff14", BadAddress, 0, 7);
    row("@targets.txt", NestedFile, 0, 12);
    row("10.0.0.1 @targets.txt", NestedFile, 9, 12);
    row("http://10.0.0.1/", IsUrl, 0, 16);
    row("a, https://[::1]:8443/x?y", IsUrl, 3, 22);
    const QString label = QString(64, u'a');
    QTest::newRow("long label") << QString(u"x." + label) << BadName << qsizetype(2)
                                << qsizetype(64);
    const QString name = QStringLiteral("abc.").repeated(64);
    QTest::newRow("long name") << name << BadName << qsizetype(0) << name.size();
}

void TestTargetParser::rejects()
{
    QFETCH(QString, text);
    QFETCH(ParseErrorCode, code);
    const Expected<TargetSpec, ParseError> spec = parse(text);
    QVERIFY(!spec);
    QCOMPARE(spec.error().code, code);
    QTEST(spec.error().position, "position");
    QTEST(spec.error().length, "length");
}

void TestTargetParser::rejectsInExcludes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ParseErrorCode>("code");
    QTest::newRow("port of an address")
        << QStringLiteral("10.0.0.1:80") << ParseErrorCode::PortInExclude;
    QTest::newRow("port of a name") << QStringLiteral("host:80") << ParseErrorCode::PortInExclude;
    QTest::newRow("bad prefix") << QStringLiteral("10.0.0.0/40") << ParseErrorCode::BadPrefix;
    QTest::newRow("unknown zone") << QStringLiteral("fe80::1%eth7") << ParseErrorCode::UnknownZone;
}

void TestTargetParser::rejectsInExcludes()
{
    QFETCH(QString, text);
    const Expected<TargetSpec, ParseError> spec = parse(text, {.isExclude = true});
    QVERIFY(!spec);
    QTEST(spec.error().code, "code");
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

void TestTargetParser::limitsTheNumberOfAddresses()
{
    QString text = QStringLiteral("0.0.0.0/0");
    for (int i = 0; i < 16; ++i)
        text += QStringLiteral(" fd00::%1:0:0/104").arg(i, 0, 16);
    QVERIFY(parse(text));
    for (int i = 16; i < 17; ++i)
        text += QStringLiteral(" fd00::%1:0:0/104").arg(i, 0, 16);
    const auto spec = parse(text);
    QVERIFY(!spec);
    QCOMPARE(spec.error(), (ParseError{ParseErrorCode::TooManyAddresses, 0, text.size()}));
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

void TestTargetParser::rejectsLongJunk_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece : {"a",          "1",          ".",        ",",
                              "1,",         "1.",         "-",        "*",
                              ":",          "[",          "@",        "%",
                              "/",          "1-",         "a:",       "::-",
                              "10.0.0.1-",  "fe80::1%a-", "\xc3\xbc", "\xf0\x9f\x98\x80",
                              "1.1.1.1,1,", "#",          " ,"})
        QTest::newRow(piece) << QString::fromUtf8(piece);
}

void TestTargetParser::rejectsLongJunk()
{
    QFETCH(QString, piece);
    const QString text = QString(piece).repeated(200'000 / piece.size()) + u'^';
    const auto spec = parse(text);
    QVERIFY(!spec);
    QCOMPARE_GE(spec.error().position, 0);
    QCOMPARE_LE(spec.error().position + spec.error().length, text.size());
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
