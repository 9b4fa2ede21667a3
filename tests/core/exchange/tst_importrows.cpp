// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/importrows.h"
#include "importing.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace roadstead;
using Code = ImportError::Code;
using Note = ImportNote::Code;

namespace {

ImportedRow row(quint16 port, PortState state, Reason reason, qint64 at = 0)
{
    ImportedRow result;
    result.port = port;
    result.state = state;
    result.reason = reason;
    result.at = at;
    return result;
}

ImportedRow open(quint16 port, qint64 at = 0)
{
    return row(port, PortState::Open, Reason::SynAck, at);
}

Detail banner(const char *text)
{
    Detail detail;
    detail.banner = text;
    return detail;
}

Detail inferred(const char *text)
{
    Detail detail;
    detail.inferred = QString::fromLatin1(text);
    return detail;
}

/// Rows of the first hosts by number: 198.18.0.0 and so on.
struct Rows : ImportRows
{
    using ImportRows::ImportRows;
    void put(quint32 number, const ImportedRow &what, const Detail &detail = {})
    {
        const auto known = host(Address::fromIpv4(0xc612'0000 + number));
        QVERIFY(known.hasValue());
        QVERIFY(!add(*known, what, detail));
    }
    QStringList texts()
    {
        ImportedScan scan;
        finish(scan);
        return importing::rowsOf(scan);
    }
};

} // namespace

class TestImportRows : public QObject
{
    Q_OBJECT

private slots:
    void sortsByAddressThenPort()
    {
        Rows rows;
        rows.put(200, open(7));
        rows.put(3, open(9));
        rows.put(200, open(5));
        rows.put(3, open(1));
        QCOMPARE(rows.texts(), QStringList({QStringLiteral("198.18.0.3 1 open syn-ack"),
                                            QStringLiteral("198.18.0.3 9 open syn-ack"),
                                            QStringLiteral("198.18.0.200 5 open syn-ack"),
                                            QStringLiteral("198.18.0.200 7 open syn-ack")}));
    }

    void believesWhatAnswered()
    {
        const QList<ImportedRow> all{row(1, PortState::Unknown, Reason::LocalLimit),
                                     row(1, PortState::Filtered, Reason::NoResponse),
                                     row(1, PortState::Closed, Reason::Reset), open(1)};
        for (qsizetype first = 0; first < all.size(); ++first) {
            for (qsizetype second = 0; second < all.size(); ++second) {
                Rows rows;
                rows.put(0, all.at(first));
                rows.put(0, all.at(second));
                ImportedScan scan;
                rows.finish(scan);
                QCOMPARE(scan.document.store.rowCount(), 1U);
                QCOMPARE(scan.document.store.row(0).state(), all.at(std::max(first, second)).state);
                QCOMPARE(scan.notes, first == second
                                         ? QList<ImportNote>()
                                         : QList<ImportNote>({{Note::Contradictions, 1}}));
            }
        }
    }

    void countsAPortThatContradictsItselfOnce()
    {
        Rows rows(2);
        rows.put(0, open(1));
        for (int i = 0; i < 5; ++i) {
            rows.put(0, row(1, PortState::Closed, Reason::Reset));
            rows.put(0, row(1, PortState::Filtered, Reason::NoResponse));
        }
        rows.put(0, open(2));
        ImportedScan scan;
        rows.finish(scan);
        QCOMPARE(scan.document.store.row(0).state(), PortState::Open);
        QCOMPARE(scan.document.store.row(0).reason(), Reason::SynAck);
        QCOMPARE(scan.notes, QList<ImportNote>({{Note::Contradictions, 1}}));
    }

    /// A short file can say the same of 65,536 ports again and again.
    void limitsWhatIsRead()
    {
        Rows rows(8, 16, 100);
        for (int i = 0; i < 100; ++i)
            rows.put(0, open(1));
        const auto host = rows.host(Address::fromIpv4(0xc612'0000));
        QCOMPARE(rows.add(*host, open(1)), std::optional(Code::TooManyResults));
    }

    void keepsManyNamesOfAHost()
    {
        Rows rows;
        QStringList names;
        for (int i = 0; i < 20'000; ++i)
            names += QStringLiteral("host%1.example").arg(i);
        const Address address = Address::fromIpv4(1);
        for (int i = 0; i < 100; ++i) // as each of its rows says
            QVERIFY(rows.host(address, names).hasValue());
        QVERIFY(rows.host(address, names.mid(1)).hasValue());
        Rows longer;
        const QString filling(970, u'x');
        for (int i = 0; i < 20'000; ++i)
            names[i] += filling;
        QCOMPARE(longer.host(address, names).error(), Code::TooLong);
    }

    void keepsTheFirstBanner()
    {
        Rows rows;
        rows.put(0, open(80));
        rows.put(0, open(80), banner("first"));
        rows.put(0, open(80), banner("second"));
        QCOMPARE(rows.texts(), QStringList(QStringLiteral("198.18.0.0 80 open syn-ack \"first\"")));
    }

    void joinsOnTheWayAsAtTheEnd()
    {
        QRandomGenerator random(20'260'131);
        for (int turn = 0; turn < 50; ++turn) {
            Rows rows(8);
            Rows all(100'000);
            for (int i = random.bounded(400); i > 0; --i) {
                const auto state = static_cast<PortState>(random.bounded(kPortStateCount));
                const auto number = static_cast<quint32>(random.bounded(5));
                const auto what =
                    row(static_cast<quint16>(random.bounded(9)), state, Reason::HostUnreach);
                const Detail detail = random.bounded(2) == 0 ? Detail() : banner("x");
                rows.put(number, what, detail);
                all.put(number, what, detail);
            }
            QCOMPARE(rows.texts(), all.texts());
        }
    }

    void limitsResultsThatDiffer()
    {
        Rows repeated(8, 16);
        for (int i = 0; i < 1'000; ++i)
            repeated.put(0, open(static_cast<quint16>(i % 16)));
        QCOMPARE(repeated.texts().size(), 16);
        Rows different(8, 16);
        const auto host = different.host(Address::fromIpv4(1));
        quint16 port = 0;
        std::optional<Code> code;
        for (; !code && port < 100; ++port)
            code = different.add(*host, open(port));
        QCOMPARE(code, std::optional(Code::TooManyResults));
        QVERIFY(port > 16 && port <= 33);
    }

    void countsFromTheEarliest()
    {
        Rows rows;
        rows.put(0, open(1, 5'000));
        rows.put(0, open(2, 4'000));
        ImportedScan scan;
        rows.finish(scan);
        QCOMPARE(scan.document.store.startedAt().toMSecsSinceEpoch(), 4'000);
        QCOMPARE(scan.document.header.startedAt.toMSecsSinceEpoch(), 4'000);
        QCOMPARE(scan.document.header.endedAt.toMSecsSinceEpoch(), 5'000);
        QCOMPARE(scan.document.store.row(0).atMilliseconds, 1'000U);
        QVERIFY(!rows.setStart(3'500)); // it is empty again
        rows.put(0, open(1, 5'000));
        rows.finish(scan);
        QCOMPARE(scan.document.store.row(0).atMilliseconds, 1'500U);
    }

    void refusesTimesTooFarApart()
    {
        Rows rows;
        rows.put(0, open(1, 1'000));
        rows.put(0, open(2, qint64(1'000) + 0xffff'ffff));
        const auto host = rows.host(Address::fromIpv4(1));
        QCOMPARE(rows.add(*host, open(3, 999)), std::optional(Code::TimesTooFarApart));
        QCOMPARE(rows.setStart(999), std::optional(Code::TimesTooFarApart));
        QVERIFY(!rows.setStart(1'000));
    }

    void collectsNamesOfAHost()
    {
        Rows rows;
        const Address address = Address::fromIpv4(0xc612'0001);
        const auto host = rows.host(address, {QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(*rows.host(address, {QStringLiteral("b"), QStringLiteral("c")}), *host);
        rows.put(1, open(1));
        ImportedScan scan;
        rows.finish(scan);
        QCOMPARE(scan.document.store.host(0).names,
                 QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        Rows full;
        for (int i = 0; i < ImportRows::kMostNames; ++i)
            QVERIFY(full.host(address, {QString::number(i)}).hasValue());
        QVERIFY(full.host(address, {QStringLiteral("7")}).hasValue());
        QCOMPARE(full.host(address, {QStringLiteral("one more")}).error(), Code::TooLong);
    }

    void leavesOutHostsWithoutRows()
    {
        Rows rows;
        rows.put(5, open(1));
        QVERIFY(rows.host(Address::fromIpv4(1)).hasValue());
        ImportedScan scan;
        rows.finish(scan);
        QCOMPARE(scan.document.store.hostCount(), 1U);
        QCOMPARE(scan.document.store.host(0).number, 0U);
        QCOMPARE(scan.notes, QList<ImportNote>({{Note::HostsWithoutPorts, 1}}));
    }

    void makesAnEmptyDocument()
    {
        Rows rows;
        ImportedScan scan;
        rows.finish(scan);
        QCOMPARE(scan.document.store.rowCount(), 0U);
        QCOMPARE(scan.document.header.done(), quint64(0));
    }

    void seesWhatRowsSayOfTheirHost_data()
    {
        QTest::addColumn<QList<ImportedRow>>("results");
        QTest::addColumn<QList<Detail>>("details");
        QTest::addColumn<HostStanding>("standing");
        QTest::addColumn<bool>("acceptsAll");
        QTest::addColumn<int>("blockedAfter");
        using Rows = QList<ImportedRow>;
        using Details = QList<Detail>;
        const ImportedRow silent = row(9, PortState::Filtered, Reason::NoResponse);
        const ImportedRow unreachable = row(8, PortState::Filtered, Reason::HostUnreach);
        QTest::newRow("silence") << Rows{silent} << Details{{}} << HostStanding::Unknown << false
                                 << 0;
        QTest::newRow("a router's word")
            << Rows{unreachable} << Details{{}} << HostStanding::Unknown << false << 0;
        QTest::newRow("down") << Rows{unreachable} << Details{inferred("host-down")}
                              << HostStanding::Down << false << 0;
        QTest::newRow("answered after all")
            << Rows{unreachable, open(80)} << Details{inferred("host-down"), {}} << HostStanding::Up
            << false << 0;
        QTest::newRow("no route") << Rows{row(8, PortState::Filtered, Reason::NoRoute)}
                                  << Details{{}} << HostStanding::NoRoute << false << 0;
        QTest::newRow("blocked") << Rows{open(80), silent}
                                 << Details{{}, inferred("blocked-since-120")} << HostStanding::Up
                                 << false << 120;
        QTest::newRow("accepts all") << Rows{open(80), open(81)}
                                     << Details{inferred("accepts-all"), inferred("closes-at-once")}
                                     << HostStanding::Up << true << 0;
        QTest::newRow("accepts some")
            << Rows{open(80), open(81)} << Details{inferred("accepts-all"), {}} << HostStanding::Up
            << false << 0;
    }
    void seesWhatRowsSayOfTheirHost()
    {
        QFETCH(QList<ImportedRow>, results);
        QFETCH(QList<Detail>, details);
        QFETCH(HostStanding, standing);
        QFETCH(bool, acceptsAll);
        QFETCH(int, blockedAfter);
        Rows rows;
        for (qsizetype i = 0; i < results.size(); ++i)
            rows.put(0, results.at(i), details.at(i));
        ImportedScan scan;
        rows.finish(scan);
        const HostRecord &host = scan.document.store.host(0);
        QCOMPARE(host.standing, standing);
        QCOMPARE(host.acceptsAll, acceptsAll);
        QCOMPARE(host.blockedAfter, static_cast<quint64>(blockedAfter));
    }
};

QTEST_GUILESS_MAIN(TestImportRows)
#include "tst_importrows.moc"
