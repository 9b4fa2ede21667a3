// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing.h"

#include <QTest>

using namespace roadstead;
using importing::addRefusal;
using importing::Outcome;
using importing::read;
using importing::rowsOf;
using importing::trickle;
using Code = ImportError::Code;

namespace {

QByteArray header(int results, const QByteArray &further = {})
{
    return "{\"format\":\"roadstead-results\",\"version\":1,\"results\":"
           + QByteArray::number(results) + further + "}\n";
}

QByteArray row(const QByteArray &further = {}, const QByteArray &port = "53")
{
    return "{\"address\":\"192.168.1.1\",\"port\":" + port
           + ",\"protocol\":\"tcp\",\"state\":\"open\",\"reason\":\"syn-ack\",\"attempts\":1,"
             "\"scanned_at\":\"2026-01-31T12:00:00.123Z\""
           + further + "}\n";
}

} // namespace

class TestImportJsonLines : public QObject
{
    Q_OBJECT

private slots:
    void readsTheScansFacts()
    {
        const Outcome outcome =
            read(header(1, ",\"program\":\"roadstead 0.1.0\",\"origin\":\"scanned\",\"started_at\":"
                           "\"2026-01-31T12:00:00.000Z\",\"ended_at\":\"2026-01-31T12:00:01.020Z\","
                           "\"ending\":\"stopped\",\"elapsed_ms\":1020,\"seed\":"
                           "\"18446744073709551615\",\"total\":7,\"targets\":\"router.lan\","
                           "\"ports\":\"53,81\",\"later\":[1]")
                 + row());
        QCOMPARE(rowsOf(outcome), QStringList(QStringLiteral("192.168.1.1 53 open syn-ack")));
        const ScanHeader &facts = outcome->document.header;
        QCOMPARE(facts.origin, ScanOrigin::Imported);
        QCOMPARE(facts.program, QStringLiteral("roadstead 0.1.0"));
        QCOMPARE(facts.startedAt, QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
        QCOMPARE(facts.endedAt, QDateTime(QDate(2026, 1, 31), QTime(12, 0, 1, 20), Qt::UTC));
        QCOMPARE(facts.ending, ScanEnding::Stopped);
        QCOMPARE(facts.elapsed, std::chrono::milliseconds(1'020));
        QCOMPARE(facts.request.options.seed, ~quint64(0));
        QCOMPARE(facts.total, quint64(7));
        QCOMPARE(facts.targetsText, QStringLiteral("router.lan"));
        QCOMPARE(facts.portsText, QStringLiteral("53,81"));
        QCOMPARE(outcome->document.store.row(0).atMilliseconds, 123U);
    }

    void readsAllOfAResult()
    {
        const QByteArray text =
            header(2)
            + "{\"address\":\"192.168.1.1\",\"hostname\":[\"router.lan\",\"=a \\u202e\\ud800\"],"
              "\"port\":81,\"protocol\":\"tcp\",\"state\":\"filtered\",\"reason\":"
              "\"admin-prohibited\",\"detail\":{\"icmp\":{\"type\":3,\"code\":13,\"from\":"
              "\"192.168.1.2\"},\"syn_retrans\":1,\"confidence\":0.9995,\"inferred\":"
              "\"icmp-rate-limit\",\"errno\":\"EACCES\"},\"rtt_ms\":4294967.294,\"attempts\":255,"
              "\"scanned_at\":\"2026-01-31T12:00:00.124Z\"}\n"
              "{\"address\":\"fd00::1\",\"port\":0,\"protocol\":\"tcp\",\"state\":\"open\","
              "\"reason\":\"syn-ack\",\"rtt_ms\":0.001,\"attempts\":1,\"banner\":null,"
              "\"scanned_at\":\"2026-01-31T12:00:00.124Z\"}\n";
        const Outcome outcome = read(text);
        QCOMPARE(rowsOf(outcome),
                 QStringList({QStringLiteral("192.168.1.1 81 filtered admin-prohibited "
                                             "icmp=3/13;from=192.168.1.2;syn_retrans=1;"
                                             "confidence=0.9995;inferred=icmp-rate-limit;"
                                             "errno=EACCES"),
                              QStringLiteral("fd00::1 0 open syn-ack")}));
        const ResultStore &store = outcome->document.store;
        QCOMPARE(store.row(0).rtt(), 4'294'967'294U);
        QCOMPARE(store.row(0).attempts, quint8(255));
        QCOMPARE(store.row(1).rtt(), 1U);
        QCOMPARE(store.host(0).names.first(), QStringLiteral("router.lan"));
        QString nasty = QStringLiteral("=a \u202e");
        nasty += QChar(0xd800);
        QCOMPARE(store.host(0).names.last(), nasty);
        QCOMPARE(rowsOf(trickle(text)), rowsOf(outcome));
    }

    /// Of tens of thousands of addresses and names, and what they resolved to.
    void readsAFirstLineOfAnyUsualLength()
    {
        const QByteArray targets = QByteArray("10.0.0.1,").repeated(100'000);
        const QByteArray deep = QByteArray("[").repeated(100) + QByteArray("]").repeated(100);
        const Outcome outcome =
            read(header(1, ",\"targets\":\"" + targets + "\",\"request\":{\"targets\":[\"" + targets
                               + targets + "\"],\"more\":" + deep + "}")
                 + row());
        QCOMPARE(rowsOf(outcome).size(), 1);
        QCOMPARE(outcome->document.header.targetsText, QString::fromLatin1(targets));
        const QByteArray later = QByteArray(2 * 1'024 * 1'024, ' ');
        const Outcome refused = read(header(1) + later + row());
        QCOMPARE(refused.error().code, Code::TooLong);
    }

    void readsBannersAsTheirBytes()
    {
        const QByteArray text = header(3) + row(",\"banner\":\"a\\\\x85\\\\\\\\\"", "1")
                                + row(",\"banner\":\"\\\\x85\",\"banner_base64\":\"woU=\"", "2")
                                + row(",\"banner\":\"\u00e9\"", "3");
        const Outcome outcome = read(text);
        QVERIFY(outcome.hasValue());
        const ResultStore &store = outcome->document.store;
        QCOMPARE(store.detail(0).banner, QByteArray("a\x85\\"));
        QCOMPARE(store.detail(1).banner, QByteArray("\xc2\x85"));
        QCOMPARE(store.detail(2).banner, QByteArray("\xc3\xa9"));
    }

    void cutsLongBanners()
    {
        const Outcome outcome =
            read(header(1) + row(",\"banner\":\"" + QByteArray("x").repeated(9'999) + "\""));
        QVERIFY(outcome.hasValue());
        QCOMPARE(outcome->document.store.detail(0).banner, QByteArray("x").repeated(512));
    }

    void keepsAnotherComputersZones()
    {
        QByteArray line = row(",\"detail\":{\"icmp\":{\"type\":1,\"code\":4,\"from\":"
                              "\"fe80::2%nowhere8\"}}");
        const Outcome outcome = read(header(1) + line.replace("192.168.1.1", "fe80::1%nowhere7"));
        QCOMPARE(rowsOf(outcome), QStringList(QStringLiteral("fe80::1%nowhere7 53 open syn-ack "
                                                             "icmp=1/4;from=fe80::2%nowhere8")));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ImportError>("error");
        const QByteArray first = header(1);
        QByteArray newer = header(0);
        addRefusal("newer", newer.replace("\"version\":1", "\"version\":2"), Code::NewerForm, 1, 31,
                   "2");
        addRefusal("no count", "{\"format\":\"roadstead-results\",\"version\":1}", Code::Missing, 1,
                   1, "results");
        addRefusal("strange ending", header(0, ",\"ending\":\"soon\""), Code::BadValue, 1, 55,
                   "soon");
        addRefusal("bad seed", header(0, ",\"seed\":\"18446744073709551616\""), Code::BadValue, 1,
                   55, "18446744073709551616");
        addRefusal("bad time", header(0, ",\"started_at\":\"2026-01-31\""), Code::BadValue, 1, 55,
                   "2026-01-31");
        addRefusal("elapsed", header(0, ",\"elapsed_ms\":253402300800000"), Code::BadValue, 1, 55,
                   "253402300800000");
        addRefusal("too few", header(2) + row(), Code::Truncated, 3, 1);
        addRefusal("too many", first + row() + row(), Code::Malformed, 3, 1);
        addRefusal("cut line", first + row().first(20), Code::Malformed, 2, 21);
        addRefusal("time of a port that never answered",
                   header(1)
                       + "{\"address\":\"10.0.0.1\",\"port\":1,\"protocol\":\"tcp\",\"state\":"
                         "\"filtered\",\"reason\":\"no-response\",\"rtt_ms\":5.000,\"attempts\":1,"
                         "\"scanned_at\":\"2026-01-31T12:00:00.124Z\"}\n",
                   Code::BadValue, 2, 91, "5");
        addRefusal("two parts in one",
                   header(1) + row(",\"detail\":{\"inferred\":\"x;errno=EACCES\"}"), Code::BadValue,
                   2, 150, "x;errno=EACCES");
        addRefusal("nobody's message",
                   header(1)
                       + row(",\"detail\":{\"icmp\":{\"type\":3,\"code\":1,\"from\":\"0.0.0.0\"}}"),
                   Code::BadValue, 2, 176, "0.0.0.0");
        addRefusal("name too long",
                   header(1) + row(",\"hostname\":[\"" + QByteArray("x").repeated(1'001) + "\"]"),
                   Code::TooLong, 2, 140,
                   QByteArray("[\"" + QByteArray("x").repeated(98)).constData());
        addRefusal("empty line", header(0) + "\n", Code::Malformed, 2, 1);
        addRefusal("array", first + "[1]\n", Code::Malformed, 2, 1);
        addRefusal("port too large", first + row({}, "99999"), Code::BadValue, 2, 26, "99999");
        addRefusal("port as text", first + row({}, "\"53\""), Code::BadValue, 2, 26, "53");
        addRefusal("no port", first + row({}, "null"), Code::Missing, 2, 1, "port");
        addRefusal("rtt", first + row(",\"rtt_ms\":0.0005"), Code::BadValue, 2, 140, "5e-04");
        addRefusal("long rtt", first + row(",\"rtt_ms\":4294967.295"), Code::BadValue, 2, 140,
                   "4294967.295");
        addRefusal("negative rtt", first + row(",\"rtt_ms\":-1"), Code::BadValue, 2, 140, "-1");
        addRefusal("no names", first + row(",\"hostname\":[]"), Code::BadValue, 2, 140, "[]");
        addRefusal("name", first + row(",\"hostname\":[1]"), Code::BadValue, 2, 140, "[1]");
        addRefusal("empty detail", first + row(",\"detail\":{}"), Code::BadValue, 2, 140, "{}");
        addRefusal("confidence", first + row(",\"detail\":{\"confidence\":1.5}"), Code::BadValue, 2,
                   150, "1.5");
        addRefusal("inferred", first + row(",\"detail\":{\"inferred\":\"A;b\"}"), Code::BadValue, 2,
                   150, "A;b");
        addRefusal("icmp", first + row(",\"detail\":{\"icmp\":{\"type\":3}}"), Code::Missing, 2, 1,
                   "code");
        addRefusal("base64", first + row(",\"banner_base64\":\"?\""), Code::BadValue, 2, 140, "?");
        QByteArray other = row();
        addRefusal("state", first + other.replace("open", "ajar"), Code::BadValue, 2, 53, "ajar");
        other = row();
        addRefusal("reason", first + other.replace("open", "closed"), Code::BadValue, 2, 70,
                   "syn-ack");
        other = row();
        addRefusal("address", first + other.replace("192.168.1.1", "192.168.001.1"), Code::BadValue,
                   2, 2, "192.168.001.1");
        other = row();
        addRefusal("times apart", header(1, ",\"started_at\":\"2025-01-31T12:00:00.123Z\"") + other,
                   Code::TimesTooFarApart, 2, 100, "2026-01-31T12:00:00.123Z");
        addRefusal("invalid UTF-8", first + row(",\"service\":\"\xff\""), Code::Malformed, 2, 151);
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(ImportError, error);
        const Outcome outcome = read(text);
        QVERIFY(!outcome.hasValue());
        QCOMPARE(outcome.error(), error);
    }
};

QTEST_GUILESS_MAIN(TestImportJsonLines)
#include "tst_importjsonlines.moc"
