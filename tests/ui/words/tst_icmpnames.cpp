// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/icmpnames.h"

#include <QSet>
#include <QTest>

using namespace roadstead;

namespace {

constexpr Address kRouter = Address::fromIpv4(0x0a00'0001);
constexpr Address kRouter6 = Address::fromIpv6(0xfd00'0000'0000'0000, 1);

} // namespace

class TestIcmpNames : public QObject
{
    Q_OBJECT

private slots:
    void namesEveryIcmpError_data();
    void namesEveryIcmpError();
    void namesWhatIsUnknownByItsNumbers();
};

void TestIcmpNames::namesEveryIcmpError_data()
{
    QTest::addColumn<bool>("isIpv4");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("codes");
    QTest::newRow("3: destination unreachable") << true << 3 << 16;
    QTest::newRow("5: redirect") << true << 5 << 4;
    QTest::newRow("11: time exceeded") << true << 11 << 2;
    QTest::newRow("12: parameter problem") << true << 12 << 2;
    QTest::newRow("v6 1: destination unreachable") << false << 1 << 7;
    QTest::newRow("v6 3: time exceeded") << false << 3 << 2;
    QTest::newRow("v6 4: parameter problem") << false << 4 << 3;
}

void TestIcmpNames::namesEveryIcmpError()
{
    QFETCH(bool, isIpv4);
    QFETCH(int, type);
    QFETCH(int, codes);
    const Address sender = isIpv4 ? kRouter : kRouter6;
    const auto nameOf = [&](int code) {
        return words::icmpName({static_cast<quint8>(type), static_cast<quint8>(code), sender});
    };
    QSet<QString> names;
    for (int code = 0; code < codes; ++code)
        names += nameOf(code);
    QCOMPARE(names.size(), codes); // each has its own
    QVERIFY(!names.contains(QString()));
    const QString ofType = nameOf(255);
    QVERIFY(!ofType.isEmpty() && !names.contains(ofType));
}

void TestIcmpNames::namesWhatIsUnknownByItsNumbers()
{
    QCOMPARE(words::icmpName({4, 0, kRouter}), QStringLiteral("source quench"));
    QCOMPARE(words::icmpName({2, 0, kRouter6}), QStringLiteral("packet too big"));
    QCOMPARE(words::icmpName({3, 13, kRouter6}), QStringLiteral("time exceeded"));
    QCOMPARE(words::icmpName({99, 7, kRouter}), QString());
    QCOMPARE(words::of(IcmpMessage{99, 7, kRouter}), QStringLiteral("ICMP type 99 code 7"));
    QCOMPARE(words::of(IcmpMessage{99, 7, kRouter6}), QStringLiteral("ICMPv6 type 99 code 7"));
}

QTEST_APPLESS_MAIN(TestIcmpNames)
#include "tst_icmpnames.moc"
