// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/expectationcheck.h"
#include "core/compare/markedexpectations.h"
#include "tests/support/expectationof.h"
#include "tests/support/resultbuilder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace roadstead;

namespace {

constexpr quint32 kFirst = 0x0a00'0001; // 10.0.0.1

ResultStore storeOf(const ResultBuilder &builder)
{
    ResultStore store;
    store.clear(testStart());
    store.append(builder.batch());
    return store;
}

Expectations expectationsOf(const char *text)
{
    return *readExpectations(QString::fromLatin1(text));
}

/// "10.0.0.1:80 open".
QStringList lines(const ResultStore &store, const ExpectationCheck &check)
{
    QStringList lines;
    for (const quint32 row : check.violations) {
        const PortResult &result = store.row(row);
        lines += store.hostOf(result).addressText + u':' + QString::number(result.port) + u' '
                 + identifier(result.state());
    }
    return lines;
}

ExpectationCheck checked(const ResultBuilder &builder, const char *text)
{
    return *checkExpectations(storeOf(builder), expectationsOf(text));
}

/// Rules for some of 10.0.0.0-9 that overlap, and marks.
Expectations randomExpectations(QRandomGenerator &random)
{
    QString text;
    for (int i = random.bounded(1, 8); i > 0; --i)
        text +=
            QStringLiteral("10.0.0.%1-%2 %3-%4 %5\n")
                .arg(random.bounded(5))
                .arg(random.bounded(5, 10))
                .arg(random.bounded(20))
                .arg(random.bounded(20, 40))
                .arg(random.bounded(2) == 0 ? QStringLiteral("open") : QStringLiteral("not-open"));
    ExpectationMarks marks;
    for (int i = random.bounded(9); i > 0; --i)
        marks[Address::fromIpv4(kFirst + random.bounded(9U))].insert(
            static_cast<quint16>(random.bounded(40)), static_cast<Expectation>(random.bounded(3)));
    return *readExpectations(QString(text + written(marks)));
}

} // namespace

class TestExpectationCheck : public QObject
{
    Q_OBJECT

private slots:
    void saysNothingWithoutExpectations();
    void findsViolations_data();
    void findsViolations();
    void sortsThem();
    void countsWhatWasNotChecked();
    void countsHostsThatTheScanDoesNotHave_data();
    void countsHostsThatTheScanDoesNotHave();
    void knowsZones();
    void letsMarksWin();
    void takesTheLaterOfTwoRows();
    void takesRemovedRowsForScanned();
    void canBeCancelled();
    void findsBlocksWhateverTheirZone();
    void agreesWithALookUpOfEachPort();
};

void TestExpectationCheck::saysNothingWithoutExpectations()
{
    const ResultBuilder builder = ResultBuilder().host(0, kFirst).open(0, 80);
    QCOMPARE(checked(builder, ""), ExpectationCheck());
    QCOMPARE(checked(builder, "10.0.0.9 80 not-open"), ExpectationCheck());
}

void TestExpectationCheck::findsViolations_data()
{
    QTest::addColumn<PortState>("state");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<bool>("violates");
    QTest::addColumn<bool>("isMet");
    using enum PortState;
    QTest::newRow("open as it should") << Open << QByteArray("open") << false << true;
    QTest::newRow("closed") << Closed << QByteArray("open") << true << false;
    QTest::newRow("filtered") << Filtered << QByteArray("open") << true << false;
    QTest::newRow("not tried") << Unknown << QByteArray("open") << false << false;
    QTest::newRow("open") << Open << QByteArray("not-open") << true << false;
    QTest::newRow("closed as it should") << Closed << QByteArray("not-open") << false << true;
    QTest::newRow("filtered will do") << Filtered << QByteArray("not-open") << false << true;
    QTest::newRow("not tried either") << Unknown << QByteArray("not-open") << false << false;
}

void TestExpectationCheck::findsViolations()
{
    QFETCH(PortState, state);
    QFETCH(QByteArray, expected);
    QFETCH(bool, violates);
    QFETCH(bool, isMet);
    const auto check =
        checked(ResultBuilder().host(0, kFirst).open(0, 22).row(0, 80, state, Reason::NotProbed),
                QByteArray("10.0.0.1 80 " + expected).constData());
    QCOMPARE(check.violations, violates ? QList<quint32>{1} : QList<quint32>());
    QCOMPARE(check.met, isMet ? 1ULL : 0ULL);
    const quint64 notChecked = violates || isMet ? 0 : 1;
    QCOMPARE(check.openNotChecked, expected == "open" ? notChecked : 0);
    QCOMPARE(check.notOpenNotChecked, expected == "open" ? 0 : notChecked);
    QCOMPARE(check.hostsNotChecked, 0ULL);
}

void TestExpectationCheck::sortsThem()
{
    const ResultStore store = storeOf(ResultBuilder()
                                          .host(3, kFirst + 9)
                                          .open(3, 443)
                                          .open(3, 80)
                                          .host(1, kFirst)
                                          .closed(1, 22)
                                          .open(1, 23));
    const auto check = checkExpectations(
        store, expectationsOf("10.0.0.0/24 1-65535 not-open\n10.0.0.0/24 22 open"));
    const QStringList expected{
        QStringLiteral("10.0.0.1:22 closed"), QStringLiteral("10.0.0.1:23 open"),
        QStringLiteral("10.0.0.10:80 open"), QStringLiteral("10.0.0.10:443 open")};
    QCOMPARE(lines(store, *check), expected);
}

void TestExpectationCheck::countsWhatWasNotChecked()
{
    const auto check =
        checked(ResultBuilder().host(0, kFirst).open(0, 22).unknown(0, 80).closed(0, 443),
                "10.0.0.1 20-29,80 open\n10.0.0.1 23 not-open\n10.0.0.1-10.0.0.4 443 not-open");
    QCOMPARE(check.violations, QList<quint32>());
    QCOMPARE(check.met, 2ULL); // 22 and 443
    QCOMPARE(check.openNotChecked, 9ULL); // 20, 21, 24 to 29, 80
    QCOMPARE(check.notOpenNotChecked, 1ULL); // 23
    QCOMPARE(check.hostsNotChecked, 0ULL); // nothing should be open there
}

void TestExpectationCheck::countsHostsThatTheScanDoesNotHave_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint64>("count");
    QTest::newRow("block") << QByteArray("10.0.0.0/24 80 open") << 255ULL;
    QTest::newRow("overlap") << QByteArray("10.0.0.0/24 80 open\n10.0.0.7 22 open") << 255ULL;
    QTest::newRow("others") << QByteArray("10.0.1.0/24 80 open\n10.0.0.0/24 1-9 not-open")
                            << 256ULL;
    QTest::newRow("IPv6") << QByteArray("fd00::/124 80 open\n10.0.0.1 80 open") << 16ULL;
}

void TestExpectationCheck::countsHostsThatTheScanDoesNotHave()
{
    QFETCH(QByteArray, text);
    const auto check = checked(ResultBuilder().host(0, kFirst).open(0, 80), text.constData());
    QTEST(check.hostsNotChecked, "count");
}

void TestExpectationCheck::knowsZones()
{
    const auto linkLocal = [](quint32 scope) {
        return Address::fromIpv6(0xfe80'0000'0000'0000, 1, scope);
    };
    const ResultStore store = storeOf(
        ResultBuilder().host(0, linkLocal(1)).closed(0, 22).host(1, linkLocal(2)).open(1, 22));
    // Without a zone: in all of them.
    const auto all = checkExpectations(store, expectationsOf("fe80::1 22 open"));
    QCOMPARE(all->violations, QList<quint32>{0});
    QCOMPARE(all->hostsNotChecked, 0ULL);
    Expectations zoned;
    zoned.addRule({AddressSet::of({linkLocal(1), linkLocal(3)}), {{22, 22}}, Expectation::Open});
    const auto one = checkExpectations(store, zoned);
    QCOMPARE(one->violations, QList<quint32>{0});
    QCOMPARE(one->hostsNotChecked, 1ULL);
}

void TestExpectationCheck::letsMarksWin()
{
    const ResultStore store =
        storeOf(ResultBuilder().host(0, kFirst).open(0, 80).host(1, kFirst + 1).open(1, 80));
    const auto expectations = withMarks(
        QStringLiteral("10.0.0.0/24 80 not-open"),
        {{Address::fromIpv4(kFirst), 80}, {Address::fromIpv4(kFirst + 7), 80}}, Expectation::Open);
    const auto check = checkExpectations(store, *readExpectations(*expectations));
    QCOMPARE(lines(store, *check), QStringList(QStringLiteral("10.0.0.2:80 open")));
    QCOMPARE(check->met, 1ULL);
    QCOMPARE(check->hostsNotChecked, 1ULL);
}

void TestExpectationCheck::takesTheLaterOfTwoRows()
{
    const auto check = checked(
        ResultBuilder().host(0, kFirst).closed(0, 80).open(0, 22).open(0, 80).unknown(0, 22),
        "10.0.0.1 22,80 open");
    QCOMPARE(check.violations, QList<quint32>());
    QCOMPARE(check.met, 1ULL);
    QCOMPARE(check.openNotChecked, 1ULL);
}

void TestExpectationCheck::takesRemovedRowsForScanned()
{
    ResultStore store = storeOf(ResultBuilder().host(0, kFirst).open(0, 80));
    store.setRemoved({0}, true);
    const auto check = checkExpectations(store, expectationsOf("10.0.0.1 80 not-open"));
    QCOMPARE(check->violations, QList<quint32>{0});
}

void TestExpectationCheck::canBeCancelled()
{
    const ResultStore store =
        storeOf(ResultBuilder().host(0, kFirst).open(0, 1).host(1, kFirst + 1).open(1, 1));
    const Expectations expectations = expectationsOf("10.0.0.1 1 open");
    int looks = 0;
    QVERIFY(!checkExpectations(store, expectations, [&looks] { return ++looks == 2; }));
    QVERIFY(checkExpectations(store, expectations, [] { return false; }));
}

/// Blocks inside of others, beside each other, and of both families.
void TestExpectationCheck::findsBlocksWhateverTheirZone()
{
    ResultBuilder builder;
    builder.host(0, Address::fromIpv6(0xfe80'0000'0000'0000, 5, 3)).open(0, 22);
    builder.host(1, Address::fromIpv6(0xfe80'0000'0000'0001, 5, 3)).open(1, 22);
    builder.host(2, Address::fromIpv4(0x0a00'0105)).open(2, 22);
    builder.host(3, Address::fromIpv4(0x0a00'0305)).open(3, 22);
    const auto check = checked(builder, "10.0.0.0/16 22 not-open\n10.0.0.0/24 22 open\n"
                                        "10.0.1.0/24 22 open\n10.0.2.0/24 22 open\n"
                                        "fe80::/64 22 not-open\n2001:db8::/32 22 not-open\n");
    QCOMPARE(check.met, quint64(1));
    QCOMPARE(check.violations, (QList<quint32>{3, 0}));
}

void TestExpectationCheck::agreesWithALookUpOfEachPort()
{
    QRandomGenerator random(20'260'203);
    for (int round = 0; round < 100; ++round) {
        const Expectations expectations = randomExpectations(random);
        ResultBuilder builder;
        quint64 met = 0;
        QStringList violations;
        for (quint32 host = 0; host < 9; ++host) {
            const Address address = Address::fromIpv4(kFirst + host);
            builder.host(host, address);
            for (quint16 port = 0; port < 40; ++port) {
                const auto state = static_cast<PortState>(random.bounded(kPortStateCount));
                builder.row(host, port, state, Reason::NotProbed);
                const Expectation expectation = expectationOf(expectations, address, port);
                if (state == PortState::Unknown || expectation == Expectation::None)
                    continue;
                if ((state == PortState::Open) == (expectation == Expectation::Open))
                    ++met;
                else
                    violations += address.toString() + u':' + QString::number(port) + u' '
                                  + identifier(state);
            }
        }
        const ResultStore store = storeOf(builder);
        const auto check = checkExpectations(store, expectations);
        QCOMPARE(check->met, met);
        QCOMPARE(lines(store, *check), violations);
    }
}

QTEST_APPLESS_MAIN(TestExpectationCheck)
#include "tst_expectationcheck.moc"
