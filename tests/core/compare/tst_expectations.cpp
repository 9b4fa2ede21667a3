// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/expectations.h"
#include "core/compare/markedexpectations.h"
#include "core/target/writtentargets.h"
#include "tests/support/expectationof.h"

#include <QRandomGenerator>
#include <QTest>

using namespace roadstead;

namespace {

Address ipv4(quint32 last)
{
    return Address::fromIpv4(0x0a00'0000 + last);
}

QString textOf(const char *text)
{
    return QString::fromLatin1(text);
}

QString codeName(ExpectationError::Code code)
{
    switch (code) {
    case ExpectationError::Code::TooLarge:
        return QStringLiteral("too large");
    case ExpectationError::Code::Incomplete:
        return QStringLiteral("incomplete");
    case ExpectationError::Code::UnknownWord:
        return QStringLiteral("word");
    case ExpectationError::Code::BadTargets:
        return QStringLiteral("targets");
    case ExpectationError::Code::NameInTargets:
        return QStringLiteral("name");
    case ExpectationError::Code::BadPorts:
        return QStringLiteral("ports");
    }
    Q_UNREACHABLE();
}

QString wordOf(const Expectations &expectations, const Address &address, quint16 port)
{
    return identifier(expectationOf(expectations, address, port));
}

/// After ports were marked.
QString wordOf(const QString &text, const Address &address, quint16 port)
{
    return wordOf(*readExpectations(text), address, port);
}

void mark(QString &text, const Address &address, quint16 port, Expectation expectation)
{
    text = *withMarks(text, {{address, port}}, expectation);
}

} // namespace

class TestExpectations : public QObject
{
    Q_OBJECT

private slots:
    void marksPorts();
    void takesAwayWhatARuleSays();
    void letsTheLaterLineWin();
    void letsMarksWin();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void refusesALongText();
    void keepsManyPortsSmall();
    void writesMarksOfManyHostsTogether();
    void readsBackWhatItWrites();
    void survivesAnyText();
};

void TestExpectations::marksPorts()
{
    QString expectations;
    mark(expectations, ipv4(1), 80, Expectation::Open);
    mark(expectations, ipv4(1), 23, Expectation::NotOpen);
    QCOMPARE(wordOf(expectations, ipv4(1), 80), textOf("open"));
    QCOMPARE(wordOf(expectations, ipv4(1), 23), textOf("not-open"));
    QCOMPARE(wordOf(expectations, ipv4(1), 22), textOf("any"));
    QCOMPARE(wordOf(expectations, ipv4(2), 80), textOf("any"));
    mark(expectations, ipv4(1), 80, Expectation::NotOpen);
    QCOMPARE(wordOf(expectations, ipv4(1), 80), textOf("not-open"));
    mark(expectations, ipv4(1), 80, Expectation::None);
    mark(expectations, ipv4(2), 80, Expectation::None);
    QVERIFY(!expectations.isEmpty());
    mark(expectations, ipv4(1), 23, Expectation::None);
    QVERIFY(expectations.isEmpty());
}

void TestExpectations::takesAwayWhatARuleSays()
{
    const QString rules = textOf("10.0.0.0/24 22,80 open\n");
    QString expectations = rules;
    mark(expectations, ipv4(1), 80, Expectation::None);
    QCOMPARE(wordOf(expectations, ipv4(1), 80), textOf("any"));
    QCOMPARE(wordOf(expectations, ipv4(1), 22), textOf("open"));
    QString again = written(*readExpectations(expectations));
    QCOMPARE(again, textOf("10.0.0.* 22,80 open\n10.0.0.1 80 any\n"));
    QCOMPARE(wordOf(again, ipv4(1), 80), textOf("any"));
    mark(again, ipv4(1), 80, Expectation::Open);
    QCOMPARE(wordOf(again, ipv4(1), 80), textOf("open"));
    // What the rules say anyway needs no mark.
    mark(expectations, ipv4(1), 80, Expectation::Open);
    QCOMPARE(expectations, rules);
}

void TestExpectations::letsTheLaterLineWin()
{
    const auto read = readExpectations(textOf("10.0.0.0/24 1-65535 not-open\n"
                                              "10.0.0.1-10.0.0.9 22,80 open\n"
                                              "10.0.0.5 80 not-open\n"));
    QVERIFY(read);
    QCOMPARE(wordOf(*read, ipv4(0), 80), textOf("not-open"));
    QCOMPARE(wordOf(*read, ipv4(1), 80), textOf("open"));
    QCOMPARE(wordOf(*read, ipv4(1), 81), textOf("not-open"));
    QCOMPARE(wordOf(*read, ipv4(5), 80), textOf("not-open"));
    QCOMPARE(wordOf(*read, ipv4(5), 22), textOf("open"));
    QCOMPARE(wordOf(*read, ipv4(255), 22), textOf("not-open"));
    QCOMPARE(wordOf(*read, ipv4(256), 22), textOf("any"));
    QCOMPARE(wordOf(*read, ipv4(1), 0), textOf("any"));
}

void TestExpectations::letsMarksWin()
{
    QString expectations = textOf("10.0.0.1 80 open");
    mark(expectations, ipv4(1), 80, Expectation::NotOpen);
    QCOMPARE(wordOf(expectations, ipv4(1), 80), textOf("not-open"));
    QCOMPARE(wordOf(written(*readExpectations(expectations)), ipv4(1), 80), textOf("not-open"));
}

void TestExpectations::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *name, const char *text, const char *lines) {
        QTest::newRow(name) << textOf(text) << textOf(lines);
    };
    row("nothing", "", "");
    row("comments", "# all\r\n\r\n   # of it\r\n", "");
    row("one", "10.0.0.1 80 open", "10.0.0.1 80 open\n");
    row("tabs, CRLF, comment", "\t10.0.0.1\t80\topen # why\r\n", "10.0.0.1 80 open\n");
    row("several targets", "10.0.0.1 10.0.0.3,10.0.0.4, fd00::1 22 not-open",
        "10.0.0.1,3-4 fd00::1 22 not-open\n");
    row("ports", "10.0.0.1 100-,!200-,22 open", "10.0.0.1 22,100-199 open\n");
    row("a whole block", "10.0.0.0/24 22 open", "10.0.0.* 22 open\n");
    row("a wide block", "2001:db8::/32 1-65535 not-open", "2001:db8::/32 1-65535 not-open\n");
    row("all zones", "fe80::1 22 open", "fe80::1 22 open\n");
    row("another computer's zones", "fe80::1%nowhere7 fe80::%nowhere8/64 22 open",
        "fe80::%nowhere8/64 fe80::1%nowhere7 22 open\n"); // by the zones' numbers
    row("two lines", "10.0.0.1 0 open\n10.0.0.1 65535 open\n",
        "10.0.0.1 0 open\n10.0.0.1 65535 open\n");
}

void TestExpectations::reads()
{
    QFETCH(QString, text);
    const auto read = readExpectations(text);
    QVERIFY(read);
    QTEST(written(*read), "lines");
}

void TestExpectations::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *text, const char *code, int line, int column,
                        const char *found) {
        QTest::newRow(text) << textOf(text) << textOf(code) << line << column << textOf(found);
    };
    row("10.0.0.1 80", "word", 1, 10, "80");
    row("open", "incomplete", 1, 1, "open");
    row("  80 open", "incomplete", 1, 3, "80 open");
    row("10.0.0.1 80 Open", "word", 1, 13, "Open");
    row("10.0.0.1 80 open\n\n  10.0.0.300 80 open", "targets", 3, 10, "300");
    row("router.lan 80 open", "name", 1, 1, "router.lan");
    row("10.0.0.1 Router.lan 80 open", "name", 1, 10, "Router.lan");
    row("10.0.0.1:22 80 open", "targets", 1, 9, ":22");
    row("10.0.0.1 http open", "ports", 1, 10, "http");
    row("10.0.0.1 22,70000 open", "ports", 1, 13, "70000");
    row("10.0.0.1 22, 80 open", "targets", 1, 10, "22");
    row("10.0.0.1 80 !open", "word", 1, 13, "!open");
    row(", 80 open", "incomplete", 1, 1, ",");
    row("@file 80 open", "targets", 1, 1, "@file");
    row("# all of it\r\n10.0.0.0/33 80 open\r\n", "targets", 2, 9, "/33");
}

void TestExpectations::refuses()
{
    QFETCH(QString, text);
    const auto read = readExpectations(text);
    QVERIFY(!read);
    QTEST(codeName(read.error().code), "code");
    QTEST(static_cast<int>(read.error().line), "line");
    QTEST(static_cast<int>(read.error().column), "column");
    QTEST(read.error().found, "found");
}

void TestExpectations::refusesALongText()
{
    const QString comment = u'#' + QString(kLongestExpectations - 1, u'x');
    QVERIFY(readExpectations(comment));
    const auto longer = readExpectations(QString(comment + u'x'));
    QVERIFY(!longer);
    QCOMPARE(codeName(longer.error().code), textOf("too large"));
    // Written as it is kept, it would be longer still.
    const auto growing = readExpectations(textOf("1.2.3.4-5.6.7.8 1 open\n").repeated(30'000));
    QVERIFY(!growing);
    QCOMPARE(codeName(growing.error().code), textOf("too large"));
}

void TestExpectations::keepsManyPortsSmall()
{
    const auto read = readExpectations(textOf("10.0.0.1 1-65535 open\n10.0.0.2 1-65535 open\n"));
    QVERIFY(read);
    QCOMPARE(read->rules().last().ports.size(), qsizetype(1));
    QVERIFY(read->rules().first().ports.isSharedWith(read->rules().last().ports));
}

void TestExpectations::writesMarksOfManyHostsTogether()
{
    ExpectationMarks marks;
    for (quint32 host = 1; host <= 3; ++host)
        marks[ipv4(host)] = {
            {22, Expectation::Open}, {23, Expectation::NotOpen}, {24, Expectation::NotOpen}};
    marks[ipv4(9)].insert(22, Expectation::Open);
    marks[Address::fromIpv6(0xfd00'0000'0000'0000, 1)].insert(443, Expectation::Open);
    QCOMPARE(written(marks), textOf("10.0.0.1-3,9 22 open\n"
                                    "10.0.0.1-3 23-24 not-open\n"
                                    "fd00::1 443 open\n"));
}

void TestExpectations::readsBackWhatItWrites()
{
    QRandomGenerator random(20'260'201);
    const auto randomAddress = [&random] {
        const quint32 last = random.bounded(300U);
        return random.bounded(3) == 0 ? Address::fromIpv6(0xfd00'0000'0000'0000, last) : ipv4(last);
    };
    for (int round = 0; round < 100; ++round) {
        Expectations original;
        for (int i = random.bounded(6); i > 0; --i) {
            ExpectationRule rule;
            for (int count = random.bounded(1, 5); count > 0; --count)
                rule.addresses.insert(randomAddress());
            const auto first = static_cast<quint16>(random.bounded(50));
            rule.ports = {{first, static_cast<quint16>(first + random.bounded(20))}, {200, 300}};
            rule.expectation = static_cast<Expectation>(random.bounded(3));
            original.addRule(rule);
        }
        ExpectationMarks marks;
        for (int i = random.bounded(20); i > 0; --i)
            marks[randomAddress()].insert(static_cast<quint16>(random.bounded(70)),
                                          static_cast<Expectation>(random.bounded(3)));
        const auto read = readExpectations(QString(written(original) + written(marks)));
        QVERIFY(read);
        for (int i = 0; i < 300; ++i) {
            const Address address = randomAddress();
            const auto port = static_cast<quint16>(random.bounded(220));
            const Expectation byRules = expectationOf(original, address, port);
            QCOMPARE(expectationOf(*read, address, port),
                     marks.value(address).value(port, byRules));
        }
    }
}

void TestExpectations::survivesAnyText()
{
    static const QStringList kPieces{textOf("10.0.0.1"),  textOf("fe80::1%1"),
                                     textOf("[::1]"),     textOf("::/0"),
                                     textOf("/"),         textOf("-"),
                                     textOf(","),         textOf(" "),
                                     textOf("\n"),        textOf("#"),
                                     textOf("!"),         textOf("22"),
                                     textOf("*"),         textOf("open"),
                                     textOf("not-open"),  textOf(":"),
                                     textOf("a.example"), textOf("@"),
                                     textOf("%"),         textOf("\t"),
                                     QString(QChar(0)),   QString(QChar(0xd800)),
                                     textOf("65536"),     textOf("http")};
    QRandomGenerator random(20'260'202);
    int understood = 0;
    for (int round = 0; round < 5'000; ++round) {
        QString text;
        for (int i = random.bounded(12); i > 0; --i)
            text += kPieces.at(random.bounded(static_cast<int>(kPieces.size())));
        const auto read = readExpectations(text);
        if (read) {
            ++understood;
            QVERIFY(readExpectations(written(*read)));
            continue;
        }
        const QStringList lines = text.split(u'\n');
        QVERIFY(read.error().line >= 1 && read.error().line <= lines.size());
        const QString &line = lines.at(read.error().line - 1);
        QCOMPARE(line.sliced(read.error().column - 1, read.error().found.size()),
                 read.error().found);
    }
    QVERIFY(understood > 25);
}

QTEST_APPLESS_MAIN(TestExpectations)
#include "tst_expectations.moc"
