// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/portparser.h"
#include "tests/support/fakevocabulary.h"

#include <QTest>

using namespace roadstead;

using Ports = QList<quint16>;

class TestPortParser : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void rejects_data();
    void rejects();
    void readsWideRanges();
    void looksEveryNameUpOnce();
    void rejectsLongJunk_data();
    void rejectsLongJunk();
    void readsManyRanges();
    void limitsWildcards();

private:
    FakeVocabulary m_vocabulary;
};

void TestPortParser::reads_data()
{
    QTest::addColumn<Ports>("expected");
    const auto row = [](const char *text, const Ports &expected) {
        QTest::newRow(text) << expected;
    };
    row("22", {22});
    row("0", {0});
    row("0-2", {0, 1, 2});
    row("-3", {1, 2, 3});
    row("65534-", {65534, 65535});
    row("22,80\n 8000-8002", {22, 80, 8000, 8001, 8002});
    row("80,80,79-81", {79, 80, 81});
    row(" ,22, ", {22});
    row("ssh", {22});
    row("SSH,http", {22, 80});
    row("http*", {80, 443, 8080});
    row("http?", {443});
    row("3com-tsmux", {106});
    row("zero-service", {9});
    row("web", {80, 443, 8080});
    row("Web,22", {22, 80, 443, 8080});
    row("remote", {22});
    row("remote access", {22, 3389});
    row("5 Remote access 6", {5, 6, 22, 3389});
    row("top:1", {80});
    row("TOP:3", {22, 80, 443});
    row("20-23,!22", {20, 21, 23});
    row("!22 20-23", {20, 21, 23});
    row("web,!http", {443, 8080});
    row("1-5,!2-3,!remote access", {1, 4, 5});
    row("web,!http-*", {80, 443});
}

void TestPortParser::reads()
{
    const auto ports = PortParser(m_vocabulary).parse(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(ports);
    QTEST(ports->ports(), "expected");
}

void TestPortParser::rejects_data()
{
    QTest::addColumn<ParseErrorCode>("code");
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<qsizetype>("length");
    using enum ParseError::Code;
    const auto row = [](const char *text, ParseErrorCode code, int position, int length) {
        QTest::newRow(text) << code << qsizetype(position) << qsizetype(length);
    };
    row("", Empty, 0, 0);
    row(" , ", Empty, 0, 3);
    row("!22", Empty, 0, 3);
    row("22,!22", NothingLeft, 0, 6);
    row("web,!all", NothingLeft, 0, 8);
    row("65536", BadPort, 0, 5);
    row("22,99999999999999999999", BadPort, 3, 20);
    row("1-65536", BadPort, 2, 5);
    row("-", BadPort, 0, 1);
    row("22,-,80", BadPort, 3, 1);
    row("1-2-3", BadPort, 0, 5);
    row("--1", BadPort, 0, 3);
    row("22,!,80", BadPort, 3, 1);
    row("22 !", BadPort, 3, 1);
    row("022", LeadingZero, 0, 3);
    row("1-022", LeadingZero, 2, 3);
    row("90-80", ReversedRange, 0, 5);
    row("-0", ReversedRange, 0, 2);
    row("22,nosuch", UnknownService, 3, 6);
    row("!nosuch", UnknownService, 1, 6);
    row("webb", UnknownService, 0, 4);
    row("22,ftp*", NoServiceMatches, 3, 4);
    row("top:0", BadTop, 0, 5);
    row("top:6", BadTop, 0, 5);
    row("22 top:", BadTop, 3, 4);
    row("top:x", BadTop, 0, 5);
    row("22;80", BadCharacter, 2, 1);
    row("http:80", BadCharacter, 4, 1);
    row("22,caf\xc3\xa9", BadCharacter, 6, 1);
    row("!!22", BadCharacter, 1, 1);
    row("T:80", BadCharacter, 1, 1);
}

void TestPortParser::rejects()
{
    const auto ports = PortParser(m_vocabulary).parse(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(!ports);
    QFETCH(ParseErrorCode, code);
    QCOMPARE(ports.error().code, code);
    QTEST(ports.error().position, "position");
    QTEST(ports.error().length, "length");
    // How many `top:` may take, the rest has no limit to name.
    QCOMPARE(ports.error().limit,
             code == ParseErrorCode::BadTop ? m_vocabulary.rankedCommonPorts().size() : 0);
}

void TestPortParser::readsWideRanges()
{
    const PortParser parser(m_vocabulary);
    QCOMPARE(*parser.parse(u"all"), PortSet::range(1, 65535));
    QCOMPARE(*parser.parse(u"1-"), PortSet::range(1, 65535));
    QCOMPARE(*parser.parse(u"0-65535"), PortSet::range(0, 65535));
    QCOMPARE(parser.parse(u"all,!80")->size(), 65534);
}

void TestPortParser::looksEveryNameUpOnce()
{
    const FakeVocabulary vocabulary;
    const QString text = QStringLiteral("ssh,http*,").repeated(1000);
    QVERIFY(PortParser(vocabulary).parse(text));
    QCOMPARE(vocabulary.lookups(), 2);
}

void TestPortParser::rejectsLongJunk_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece : {"a", "1", ",", "-", "*", "!", "1-", "1,", "all,", "http*,",
                              "top:", "remote ", "\xc3\xbc"})
        QTest::newRow(piece) << QString::fromUtf8(piece);
}

void TestPortParser::rejectsLongJunk()
{
    QFETCH(QString, piece);
    const QString text = QString(piece).repeated(200'000 / piece.size()) + u'^';
    const auto ports = PortParser(m_vocabulary).parse(text);
    QVERIFY(!ports);
    QCOMPARE_GE(ports.error().position, 0);
    QCOMPARE_LE(ports.error().position + ports.error().length, text.size());
}

void TestPortParser::readsManyRanges()
{
    QString text;
    for (int i = 1; i < 90'000; ++i)
        text += QString::number(i % 65000 + 1) + QStringLiteral("-65535,");
    const auto ports = PortParser(m_vocabulary).parse(text);
    QVERIFY(ports);
    QCOMPARE(*ports, PortSet::range(1, 65535));
}

void TestPortParser::limitsWildcards()
{
    QString text;
    for (int i = 0; i < 300; ++i)
        text += QString(i / 20, u'*') + u'h' + QString(i % 20 + 1, u'*') + u"tp ";
    const auto ports = PortParser(m_vocabulary).parse(text);
    QVERIFY(!ports);
    QCOMPARE(ports.error().code, ParseErrorCode::TooLong);
}

QTEST_GUILESS_MAIN(TestPortParser)
#include "tst_portparser.moc"
