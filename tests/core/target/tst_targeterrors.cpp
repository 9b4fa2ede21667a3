// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/target/targetparserbench.h"

#include <QTest>

using namespace roadstead;

/// What it does not read, and where it says that the fault is.
class TestTargetErrors : public TargetParserBench
{
    Q_OBJECT

private slots:
    void rejects_data();
    void rejects();
    void rejectsInExcludes_data();
    void rejectsInExcludes();
    void limitsTheNumberOfAddresses();
    void rejectsLongJunk_data();
    void rejectsLongJunk();
};

void TestTargetErrors::rejects_data()
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

void TestTargetErrors::rejects()
{
    QFETCH(QString, text);
    QFETCH(ParseErrorCode, code);
    const Expected<TargetSpec, ParseError> spec = parse(text);
    QVERIFY(!spec);
    QCOMPARE(spec.error().code, code);
    QTEST(spec.error().position, "position");
    QTEST(spec.error().length, "length");
}

void TestTargetErrors::rejectsInExcludes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ParseErrorCode>("code");
    QTest::newRow("port of an address")
        << QStringLiteral("10.0.0.1:80") << ParseErrorCode::PortInExclude;
    QTest::newRow("port of a name") << QStringLiteral("host:80") << ParseErrorCode::PortInExclude;
    QTest::newRow("bad prefix") << QStringLiteral("10.0.0.0/40") << ParseErrorCode::BadPrefix;
    QTest::newRow("unknown zone") << QStringLiteral("fe80::1%eth7") << ParseErrorCode::UnknownZone;
}

void TestTargetErrors::rejectsInExcludes()
{
    QFETCH(QString, text);
    const Expected<TargetSpec, ParseError> spec = parse(text, {.isExclude = true});
    QVERIFY(!spec);
    QTEST(spec.error().code, "code");
}

void TestTargetErrors::limitsTheNumberOfAddresses()
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

void TestTargetErrors::rejectsLongJunk_data()
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

void TestTargetErrors::rejectsLongJunk()
{
    QFETCH(QString, piece);
    const QString text = QString(piece).repeated(200'000 / piece.size()) + u'^';
    const auto spec = parse(text);
    QVERIFY(!spec);
    QCOMPARE_GE(spec.error().position, 0);
    QCOMPARE_LE(spec.error().position + spec.error().length, text.size());
}

QTEST_GUILESS_MAIN(TestTargetErrors)
#include "tst_targeterrors.moc"
