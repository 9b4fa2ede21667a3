// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/detail.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QTest>

#include <errno.h>

using namespace roadstead;

namespace {

Address address(const char *text)
{
    return *Address::fromHostAddress(QHostAddress(QString::fromLatin1(text)));
}

Detail full()
{
    Detail detail;
    detail.icmp = IcmpMessage{3, 13, address("198.18.0.9")};
    detail.synRetransmissions = 1;
    detail.confidence = 0.9995;
    detail.inferred = QStringLiteral("icmp-rate-limit");
    detail.errorNumber = EACCES;
    return detail;
}

Detail randomDetail(QRandomGenerator &random)
{
    Detail detail;
    if (random.bounded(2) == 0) {
        const auto byte = [&random] { return static_cast<quint8>(random.bounded(256)); };
        detail.icmp =
            IcmpMessage{byte(), byte(), Address::fromIpv4(1 + random.bounded(0x7fffffffU))};
        if (random.bounded(2) == 0)
            detail.icmp->sender = Address::fromIpv6(
                0x2000'0000'0000'0000 | random.generate64() >> 4, random.generate64());
    }
    detail.synRetransmissions = static_cast<quint8>(random.bounded(8));
    if (random.bounded(2) == 0)
        detail.confidence = random.generateDouble();
    if (random.bounded(2) == 0)
        detail.inferred = QStringLiteral("host-down");
    detail.errorNumber = random.bounded(2) == 0 ? 0 : static_cast<int>(random.bounded(1, 4096));
    return detail;
}

} // namespace

class TestDetail : public QObject
{
    Q_OBJECT

private slots:
    void writesEveryKeyInTheOrderOfTheFormat()
    {
        QCOMPARE(full().toText(),
                 QStringLiteral("icmp=3/13;from=198.18.0.9;syn_retrans=1;confidence=0.9995;"
                                "inferred=icmp-rate-limit;errno=EACCES"));
    }

    void writesNothingForAnEmptyDetail()
    {
        QVERIFY(Detail().isEmpty());
        QCOMPARE(Detail().toText(), QString());
    }

    void readsBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("all") << full().toText();
        QTest::newRow("icmp without its sender") << QStringLiteral("icmp=3/1");
        QTest::newRow("IPv6 sender") << QStringLiteral("icmp=1/4;from=fd00::9");
        QTest::newRow("sender with a zone") << QStringLiteral("icmp=1/3;from=fe80::1%lo");
        QTest::newRow("errno only") << QStringLiteral("errno=ENETUNREACH");
        QTest::newRow("errno without a name") << QStringLiteral("errno=4000");
        QTest::newRow("certain") << QStringLiteral("confidence=1");
        QTest::newRow("tiny confidence") << QStringLiteral("confidence=0.00000001");
        QTest::newRow("retransmissions and errno")
            << QStringLiteral("syn_retrans=255;errno=ETIMEDOUT");
    }
    void readsBack()
    {
        QFETCH(QString, text);
        if (text.contains(u"%lo")
            && QNetworkInterface::interfaceIndexFromName(QStringLiteral("lo")) == 0)
            QSKIP("no interface lo");
        const std::optional<Detail> detail = Detail::fromText(text);
        QVERIFY(detail.has_value());
        QCOMPARE(detail->toText(), text);
    }

    void readsWhatItWroteForAnyValue()
    {
        QRandomGenerator random(20260131);
        for (int i = 0; i < 20'000; ++i) {
            const Detail detail = randomDetail(random);
            const std::optional<Detail> read = Detail::fromText(detail.toText());
            QVERIFY2(read.has_value(), qPrintable(detail.toText()));
            QVERIFY2(*read == detail, qPrintable(detail.toText()));
        }
    }

    void readsTheLongest()
    {
        const QString text = u"inferred=" + QString(64, u'a');
        QCOMPARE(Detail::fromText(text)->toText(), text);
        QVERIFY(Detail::fromText(u"inferred=blocked-since-65536"));
    }

    void keepsTheSendersZone()
    {
        const QString text = QStringLiteral("icmp=1/4;from=fe80::1%nowhere7");
        const std::optional<Detail> detail = Detail::fromText(text);
        QVERIFY(detail.has_value());
        QCOMPARE(detail->toText(), text);
        QCOMPARE(Detail::fromText(detail->toText()), detail);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no value") << QStringLiteral("icmp");
        QTest::newRow("unknown key") << QStringLiteral("color=red");
        QTest::newRow("capital key") << QStringLiteral("ICMP=3/1");
        QTest::newRow("wrong order") << QStringLiteral("errno=EACCES;syn_retrans=1");
        QTest::newRow("twice") << QStringLiteral("errno=EACCES;errno=EPERM");
        QTest::newRow("trailing semicolon") << QStringLiteral("errno=EACCES;");
        QTest::newRow("space") << QStringLiteral("errno=EACCES ");
        QTest::newRow("icmp without code") << QStringLiteral("icmp=3");
        QTest::newRow("icmp too large") << QStringLiteral("icmp=3/256");
        QTest::newRow("icmp with leading zero") << QStringLiteral("icmp=03/1");
        QTest::newRow("sender without icmp") << QStringLiteral("from=198.18.0.9");
        QTest::newRow("sender with leading zero") << QStringLiteral("icmp=3/1;from=198.18.0.09");
        QTest::newRow("sender short") << QStringLiteral("icmp=3/1;from=1");
        QTest::newRow("sender not canonical") << QStringLiteral("icmp=1/4;from=FD00::9");
        QTest::newRow("no retransmission") << QStringLiteral("syn_retrans=0");
        QTest::newRow("negative retransmissions") << QStringLiteral("syn_retrans=-1");
        QTest::newRow("confidence over one") << QStringLiteral("confidence=1.5");
        QTest::newRow("confidence not a number") << QStringLiteral("confidence=nan");
        QTest::newRow("confidence padded") << QStringLiteral("confidence=0.50");
        QTest::newRow("inferred empty") << QStringLiteral("inferred=");
        QTest::newRow("inferred with a capital") << QStringLiteral("inferred=Host");
        QTest::newRow("inferred too long") << QString(u"inferred=" + QString(65, u'a'));
        QTest::newRow("blocked since none") << QStringLiteral("inferred=blocked-since-0");
        QTest::newRow("blocked since too many") << QStringLiteral("inferred=blocked-since-65537");
        QTest::newRow("blocked since no number") << QStringLiteral("inferred=blocked-since-x");
        QTest::newRow("errno unknown") << QStringLiteral("errno=EWHATEVER");
        QTest::newRow("errno zero") << QStringLiteral("errno=0");
        QTest::newRow("errno plus") << QStringLiteral("errno=+13");
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!Detail::fromText(text).has_value());
    }
};

QTEST_APPLESS_MAIN(TestDetail)
#include "tst_detail.moc"
