// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/expectationindex.h"
#include "core/compare/markedexpectations.h"
#include "core/result/foreignscope.h"
#include "tests/support/expectationof.h"

#include <QRandomGenerator>
#include <QTest>

using namespace roadstead;

namespace {

constexpr QLatin1String kHeadline("# Marked in the results:\n");

HostPort port(quint32 host, quint16 number)
{
    return {Address::fromIpv4(0x0a00'0000 + host), number};
}

Expectation expected(const QString &text, const HostPort &port)
{
    return expectationOf(*readExpectations(text), port.address, port.port);
}

} // namespace

/// Marks in a text, and what is found of a host fast.
class tst_MarkedExpectations : public QObject
{
    Q_OBJECT

private slots:
    void marksBelowWhatPeopleWrote();
    void marksAgain();
    void marksNothingThatRulesSay();
    void takesRulesAway();
    void leavesWhatPeopleWroteBelow();
    void marksAllZones();
    void marksOverRulesOfAZone_data();
    void marksOverRulesOfAZone();
    void refusesWhatCannotBeRead();
    void refusesTooMuch();
    void findsWhatRulesAndMarksSay();
};

void tst_MarkedExpectations::marksBelowWhatPeopleWrote()
{
    const QString people = QStringLiteral("# the office\n10.0.0.0/24 23 not-open # telnet");
    const auto marked =
        withMarks(people, {port(1, 22), port(2, 22), port(1, 80)}, Expectation::Open);
    QVERIFY(marked);
    QCOMPARE(*marked, people + u'\n' + kHeadline + u"10.0.0.2 22 open\n10.0.0.1 22,80 open\n");
    QCOMPARE(expected(*marked, port(2, 22)), Expectation::Open);
    QCOMPARE(expected(*marked, port(2, 23)), Expectation::NotOpen);
}

void tst_MarkedExpectations::marksAgain()
{
    QString text;
    const auto mark = [&text](const QList<HostPort> &ports, Expectation expectation) {
        text = *withMarks(text, ports, expectation);
    };
    mark({port(1, 22), port(1, 23)}, Expectation::Open);
    mark({port(1, 23)}, Expectation::NotOpen);
    QCOMPARE(text, kHeadline + QStringLiteral("10.0.0.1 22 open\n10.0.0.1 23 not-open\n"));
    mark({port(1, 22)}, Expectation::None);
    QCOMPARE(text, kHeadline + QStringLiteral("10.0.0.1 23 not-open\n"));
    mark({port(1, 23)}, Expectation::None);
    QCOMPARE(text, QString());
}

void tst_MarkedExpectations::marksNothingThatRulesSay()
{
    const QString rules = QStringLiteral("10.0.0.0/24 1-1024 not-open\n");
    QCOMPARE(*withMarks(rules, {port(7, 25)}, Expectation::NotOpen), rules);
}

void tst_MarkedExpectations::takesRulesAway()
{
    const QString rules = QStringLiteral("10.0.0.0/24 25 not-open\n");
    const QString text = *withMarks(rules, {port(7, 25)}, Expectation::None);
    QCOMPARE(text, rules + kHeadline + u"10.0.0.7 25 any\n");
    QCOMPARE(expected(text, port(7, 25)), Expectation::None);
    QCOMPARE(expected(text, port(8, 25)), Expectation::NotOpen);
    QCOMPARE(*withMarks(text, {port(7, 25)}, Expectation::NotOpen), rules);
}

/// Somebody changed the lines of marks by hand: they are that person's now.
void tst_MarkedExpectations::leavesWhatPeopleWroteBelow()
{
    const QString text = kHeadline + QStringLiteral("10.0.0.1 22 open # the door\n");
    const QString marked = *withMarks(text, {port(2, 22)}, Expectation::Open);
    QCOMPARE(marked, text + kHeadline + u"10.0.0.2 22 open\n");
    QCOMPARE(*withMarks(marked, {port(2, 22)}, Expectation::None), text);
}

void tst_MarkedExpectations::marksAllZones()
{
    const Address here = Address::fromIpv6(0xfe80'0000'0000'0000, 1, 3);
    const QString text = *withMarks({}, {{here, 22}}, Expectation::Open);
    QCOMPARE(text, kHeadline + QStringLiteral("fe80::1 22 open\n"));
    QCOMPARE(expected(text, {here, 22}), Expectation::Open);
}

/// What is expected of the address without a zone says nothing of that.
void tst_MarkedExpectations::marksOverRulesOfAZone_data()
{
    QTest::addColumn<QString>("rules");
    QTest::newRow("one host") << QStringLiteral("fe80::1%nowhere7 22 open\n");
    QTest::newRow("many hosts") << QStringLiteral("fe80::%nowhere7/64 1-80 open\n");
}

void tst_MarkedExpectations::marksOverRulesOfAZone()
{
    QFETCH(QString, rules);
    const HostPort there{Address::fromIpv6(0xfe80'0000'0000'0000, 1, scopeOfZone(u"nowhere7")), 22};
    QCOMPARE(expected(rules, there), Expectation::Open);
    const QString text = *withMarks(rules, {there}, Expectation::None);
    QCOMPARE(text, rules + kHeadline + u"fe80::1 22 any\n");
    QCOMPARE(expected(text, there), Expectation::None);
}

void tst_MarkedExpectations::refusesWhatCannotBeRead()
{
    const auto marked =
        withMarks(QStringLiteral("10.0.0.1 22 closed\n"), {port(1, 22)}, Expectation::Open);
    QVERIFY(!marked);
    QCOMPARE(marked.error().code, ExpectationError::Code::UnknownWord);
    QCOMPARE(marked.error().line, qsizetype(1));
}

void tst_MarkedExpectations::refusesTooMuch()
{
    const QString comment = u'#' + QString(kLongestExpectations - 10, u'x') + u'\n';
    QVERIFY(readExpectations(comment));
    const auto marked = withMarks(comment, {port(1, 22)}, Expectation::Open);
    QVERIFY(!marked);
    QCOMPARE(marked.error().code, ExpectationError::Code::TooLarge);
}

/// The index says of every port what looking at every rule and mark says.
void tst_MarkedExpectations::findsWhatRulesAndMarksSay()
{
    QRandomGenerator random(5);
    constexpr std::array kWords{"open", "not-open", "any"};
    for (int round = 0; round < 20; ++round) {
        QString text;
        for (int i = random.bounded(9); i > 0; --i) {
            const int first = random.bounded(40);
            const int last = first + random.bounded(1, 30);
            text += QStringLiteral("10.0.0.%1-%2 %3-%4 %5\n")
                        .arg(QString::number(first), QString::number(last),
                             QString::number(random.bounded(10)),
                             QString::number(10 + random.bounded(10)),
                             QLatin1String(kWords.at(size_t(random.bounded(3)))));
        }
        QList<HostPort> marks;
        for (int i = random.bounded(9); i > 0; --i)
            marks.append(port(random.bounded(60U), quint16(random.bounded(20))));
        const auto expectations = *readExpectations(*withMarks(text, marks, Expectation::Open));
        const ExpectationIndex index(expectations);
        for (quint32 host = 0; host < 70; ++host) {
            const Address address = port(host, 0).address;
            const ExpectedPorts ports = index.portsOf(address);
            for (quint16 number = 0; number < 22; ++number)
                QCOMPARE(ports.at(number), expectationOf(expectations, address, number));
        }
    }
}

QTEST_APPLESS_MAIN(tst_MarkedExpectations)
#include "tst_markedexpectations.moc"
