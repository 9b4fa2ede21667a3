// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/result/resultstore.h"

#include <QTest>
#include <QTimeZone>

using namespace roadstead;

namespace {

PortResult result(quint32 host, quint16 port, PortState state, Reason reason)
{
    PortResult row;
    row.host = host;
    row.port = port;
    row.setVerdict(state, reason);
    return row;
}

HostEntry host(quint32 number, quint32 ipv4, const QStringList &names = {})
{
    return {number, Address::fromIpv4(ipv4), names};
}

ResultBatch closedPorts(quint32 hostNumber, quint16 first, int count)
{
    ResultBatch batch;
    for (int i = 0; i < count; ++i)
        batch.rows +=
            result(hostNumber, static_cast<quint16>(first + i), PortState::Closed, Reason::Reset);
    return batch;
}

QDateTime start()
{
    return QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
}

} // namespace

class TestResultStore : public QObject
{
    Q_OBJECT

private slots:
    void startsEmpty()
    {
        const ResultStore store;
        QCOMPARE(store.rowCount(), 0U);
        QCOMPARE(store.hostCount(), 0U);
        QCOMPARE(store.count(PortState::Open), 0ULL);
    }

    void takesABatchApart()
    {
        ResultBatch batch;
        batch.hosts = {host(1, 0x0a000001)};
        for (quint16 port = 1; port <= 5; ++port)
            batch.rows.append(result(1, port, PortState::Filtered, Reason::NoResponse));
        for (const qsizetype row : {0, 2, 4}) {
            Detail detail;
            detail.synRetransmissions = static_cast<quint8>(row + 1);
            batch.details.append({.row = row, .detail = detail});
        }
        batch.changes = {{.host = 1, .address = {}, .event = HostEvent::Up}};
        const ResultBatch front = takeFront(batch, 3);
        QCOMPARE(front.hosts.size(), qsizetype(1));
        QCOMPARE(front.rows.size(), qsizetype(3));
        QCOMPARE(front.details.size(), qsizetype(2));
        QVERIFY(front.changes.isEmpty());
        QVERIFY(batch.hosts.isEmpty());
        QCOMPARE(batch.rows.size(), qsizetype(2));
        QCOMPARE(batch.rows.first().port, quint16(4));
        QCOMPARE(batch.details.size(), qsizetype(1));
        QCOMPARE(batch.details.first().row, qsizetype(1));
        QCOMPARE(batch.details.first().detail.synRetransmissions, quint8(5));
        QCOMPARE(batch.changes.size(), qsizetype(1));
    }

    void tellsHowSureItIs()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch;
        batch.hosts = {host(1, 0x0a000001)};
        batch.rows = {result(1, 1, PortState::Filtered, Reason::NoResponse),
                      result(1, 2, PortState::Filtered, Reason::NoResponse),
                      result(1, 3, PortState::Filtered, Reason::NoResponse)};
        batch.rows[1].setMissChance(0.00021234);
        batch.rows[2].setMissChance(1e-12);
        store.append(batch);
        QVERIFY(!store.detail(0).confidence);
        QCOMPARE(store.detail(1).toText(), QLatin1String("confidence=0.99979"));
        QCOMPARE(store.detail(2).toText(), QLatin1String("confidence=0.999999"));
        QVERIFY(!store.row(1).hasRtt());
    }

    void concludesFromTheHost()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch;
        batch.hosts = {host(1, 0x0a000001), host(2, 0x0a000002)};
        batch.rows = {result(1, 22, PortState::Open, Reason::SynAck),
                      result(1, 23, PortState::Closed, Reason::Reset),
                      result(2, 22, PortState::Open, Reason::SynAck),
                      result(2, 23, PortState::Filtered, Reason::HostUnreach),
                      result(2, 24, PortState::Filtered, Reason::HostUnreach)};
        batch.rows[4].attempts = 0;
        batch.changes = {{.host = 1, .address = {}, .event = HostEvent::AcceptsAll}};
        store.append(batch);
        QCOMPARE(store.detail(0).inferred, QLatin1String("accepts-all"));
        QVERIFY(store.detail(1).isEmpty());
        QVERIFY(store.detail(2).isEmpty());
        QVERIFY(store.detail(3).isEmpty());
        QCOMPARE(store.detail(4).inferred, QLatin1String("host-down"));
    }

    void turnsPlanNumbersIntoHostIndexes()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch;
        batch.hosts = {host(70, 0x0a000002), host(3, 0x0a000001, {QStringLiteral("router.lan")})};
        batch.rows = {result(3, 22, PortState::Open, Reason::SynAck),
                      result(70, 23, PortState::Closed, Reason::Reset)};
        QCOMPARE(store.append(batch), 0U);
        QCOMPARE(store.row(0).host, 1U);
        QCOMPARE(store.row(1).host, 0U);
        QCOMPARE(store.hostOf(store.row(0)).addressText, QStringLiteral("10.0.0.1"));
        QCOMPARE(store.hostOf(store.row(0)).names, QStringList{QStringLiteral("router.lan")});
        QCOMPARE(store.row(0).port, quint16(22));
    }

    void takesAHostThatSeveralThreadsName()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch;
        batch.hosts = {host(1, 0x0a000001, {QStringLiteral("a")})};
        store.append(batch);
        batch.hosts = {host(1, 0x0a000001, {QStringLiteral("a"), QStringLiteral("b")})};
        store.append(batch);
        QCOMPARE(store.hostCount(), 1U);
        QCOMPARE(store.host(0).names, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void countsByStateInAllAndPerHost()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch = closedPorts(1, 100, 5);
        batch.hosts = {host(1, 0x0a000001), host(2, 0x0a000002)};
        batch.rows += result(2, 80, PortState::Open, Reason::SynAck);
        batch.rows += result(2, 81, PortState::Filtered, Reason::NoResponse);
        batch.rows += result(2, 82, PortState::Unknown, Reason::LocalLimit);
        store.append(batch);
        QCOMPARE(store.count(PortState::Closed), 5ULL);
        QCOMPARE(store.count(PortState::Open), 1ULL);
        QCOMPARE(store.count(PortState::Filtered), 1ULL);
        QCOMPARE(store.count(PortState::Unknown), 1ULL);
        QCOMPARE(store.host(0).counts, (std::array<quint32, kPortStateCount>{0, 0, 5, 0}));
        QCOMPARE(store.host(1).counts, (std::array<quint32, kPortStateCount>{1, 1, 0, 1}));
    }

    void keepsRowsOverManyBlocks()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch first;
        first.hosts = {host(0, 0x0a000001)};
        store.append(first);
        for (int port = 0; port < 65'535; port += 1'000)
            store.append(closedPorts(0, static_cast<quint16>(port), qMin(1'000, 65'535 - port)));
        QCOMPARE(store.rowCount(), 65'535U);
        for (quint32 i = 0; i < store.rowCount(); ++i)
            QCOMPARE(store.row(i).port, static_cast<quint16>(i));
    }

    void countsNamesThatComeLater()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch;
        batch.hosts = {host(1, 0x0a000001)};
        batch.hosts.first().names = {QStringLiteral("a")};
        store.append(batch);
        store.append(batch);
        QCOMPARE(store.laterNames(), 0U);
        batch.hosts.first().names = {QStringLiteral("a"), QStringLiteral("b")};
        store.append(batch);
        QCOMPARE(store.laterNames(), 1U);
        QCOMPARE(store.host(0).names.size(), qsizetype(2));
        store.clear(start());
        QCOMPARE(store.laterNames(), 0U);
    }

    void knowsHostsByAnyNumber()
    {
        constexpr quint32 kHosts = 40'000; // over several groups of blocks
        const auto numberOf = [](quint32 i) { return i % 7 == 0 ? 0xffff'0000U - i : i * 3; };
        ResultStore store;
        store.clear(start());
        ResultBatch batch;
        for (quint32 i = 0; i < kHosts; ++i) {
            batch.hosts.append(host(numberOf(i), 0x0a000000 + i));
            batch.rows.append(result(numberOf(i), 22, PortState::Closed, Reason::Reset));
        }
        store.append(batch);
        const ResultStore before = store;
        ResultBatch more;
        for (quint32 i = 0; i < kHosts; i += 100) {
            more.rows.append(result(numberOf(i), 80, PortState::Open, Reason::SynAck));
            more.rows.append(result(numberOf(i), 81, PortState::Open, Reason::SynAck));
        }
        store.append(more);
        QCOMPARE(store.hostsWithOpenPorts(), kHosts / 100);
        const auto open = static_cast<size_t>(PortState::Open);
        for (quint32 i = 0; i < kHosts; ++i) {
            QCOMPARE(store.host(i).address, Address::fromIpv4(0x0a000000 + i));
            QCOMPARE(store.host(i).counts[open], i % 100 == 0 ? 2U : 0U);
            QCOMPARE(before.host(i).counts[open], 0U);
        }
        ResultStore further = before; // which finds its hosts again
        further.append(more);
        QCOMPARE(further.hostCount(), kHosts);
        QCOMPARE(further.hostsWithOpenPorts(), kHosts / 100);
    }

    void keepsDetailsByRow()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch = closedPorts(1, 1, 3);
        batch.hosts = {host(1, 0x0a000001)};
        store.append(batch);
        Detail detail;
        detail.synRetransmissions = 2;
        batch.details = {{0, Detail()}, {2, detail}};
        QCOMPARE(store.append(batch), 3U);
        QVERIFY(store.detail(2).isEmpty());
        QVERIFY(store.detail(3).isEmpty());
        QCOMPARE(store.detail(5), detail);
    }

    void aSnapshotStaysAsItWas()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch = closedPorts(1, 1, 10);
        batch.hosts = {host(1, 0x0a000001)};
        store.append(batch);
        const ResultStore snapshot = store;
        store.append(closedPorts(1, 100, 20'000));
        QCOMPARE(snapshot.rowCount(), 10U);
        QCOMPARE(snapshot.count(PortState::Closed), 10ULL);
        QCOMPARE(snapshot.host(0).counts[static_cast<size_t>(PortState::Closed)], 10U);
        QCOMPARE(snapshot.row(9).port, quint16(10));
        QCOMPARE(store.rowCount(), 20'010U);
        store.clear(start());
        QCOMPARE(snapshot.row(0).port, quint16(1));
    }

    void keepsEqualDetailsOnce()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch = closedPorts(1, 1, 1'000);
        batch.hosts = {host(1, 0x0a000001)};
        Detail refused;
        refused.icmp = IcmpMessage{3, 13, Address::fromIpv4(0x0a0000fe)};
        Detail other = refused;
        other.banner = QByteArray("said");
        for (qsizetype row = 0; row < 1'000; ++row)
            batch.details.append({row, row == 500 ? other : refused});
        for (int i = 0; i < 40; ++i) // over several blocks
            store.append(batch);
        QCOMPARE(store.details().count(), 2U);
        for (const quint32 row : {0U, 16'383U, 16'384U, 39'999U})
            QCOMPARE(store.detail(row), refused);
        QCOMPARE(store.detail(16'500), other);
        store.append(closedPorts(1, 1, 10));
        QCOMPARE(store.details().numberOf(40'000), DetailStore::kNone);
        QCOMPARE(store.details().numberOf(99'999), DetailStore::kNone);
    }

    void aSnapshotKeepsItsDetailsAndHosts()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch = closedPorts(1, 1, 2);
        batch.hosts = {host(1, 0x0a000001, {QStringLiteral("a")})};
        Detail detail;
        detail.synRetransmissions = 1;
        batch.details = {{1, detail}};
        store.append(batch);
        const ResultStore snapshot = store;
        batch.hosts = {host(1, 0x0a000001, {QStringLiteral("b")}), host(9, 0x0a000009)};
        detail.synRetransmissions = 7;
        batch.details = {{0, detail}};
        batch.changes = {{.host = 1, .address = {}, .event = HostEvent::AcceptsAll}};
        store.append(batch);
        QCOMPARE(snapshot.hostCount(), 1U);
        QCOMPARE(snapshot.host(0).names, QStringList{QStringLiteral("a")});
        QVERIFY(!snapshot.host(0).acceptsAll);
        QCOMPARE(snapshot.detail(1).synRetransmissions, quint8(1));
        QCOMPARE(snapshot.details().count(), 1U);
        QCOMPARE(store.detail(2).synRetransmissions, quint8(7));
        QCOMPARE(store.host(0).names.size(), qsizetype(2));
    }

    void aCopyGrowsOnItsOwn()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch = closedPorts(7, 1, 3);
        batch.hosts = {host(7, 0x0a000007)};
        Detail detail;
        detail.synRetransmissions = 1;
        batch.details = {{2, detail}};
        store.append(batch);
        ResultStore copy = store;
        copy.append(batch); // it must know the host and the detail again
        QCOMPARE(copy.hostCount(), 1U);
        QCOMPARE(copy.rowCount(), 6U);
        QCOMPARE(copy.details().count(), 1U);
        QCOMPARE(copy.detail(5), detail);
        QCOMPARE(copy.host(0).counts[static_cast<size_t>(PortState::Closed)], 6U);
        QCOMPARE(store.rowCount(), 3U);
        QCOMPARE(store.host(0).counts[static_cast<size_t>(PortState::Closed)], 3U);
        store.append(closedPorts(7, 50, 1));
        QCOMPARE(store.row(3).port, quint16(50));
        QCOMPARE(copy.row(3).port, quint16(1));
    }

    void clearForgetsHostsToo()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch = closedPorts(1, 1, 3);
        batch.hosts = {host(1, 0x0a000001)};
        batch.details = {{1, Detail{.icmp = {},
                                    .synRetransmissions = 1,
                                    .confidence = {},
                                    .inferred = {},
                                    .errorNumber = 0,
                                    .banner = {}}}};
        store.append(batch);
        store.clear(start().addDays(1));
        QCOMPARE(store.rowCount(), 0U);
        QCOMPARE(store.hostCount(), 0U);
        QCOMPARE(store.count(PortState::Closed), 0ULL);
        batch.hosts = {host(1, 0x0a000009)};
        batch.details.clear();
        store.append(batch);
        QCOMPARE(store.host(0).addressText, QStringLiteral("10.0.0.9"));
        QVERIFY(store.detail(1).isEmpty());
        QCOMPARE(store.startedAt(), start().addDays(1));
    }

    void remembersWhenAHostAnswered()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch;
        batch.hosts = {host(1, 0x0a000001), host(2, 0x0a000002)};
        const auto add = [&batch](quint32 number, quint32 at, bool isAnswer) {
            PortResult row;
            row.host = number;
            row.atMilliseconds = at;
            row.setRtt(isAnswer ? 100 : PortResult::kNoRtt);
            batch.rows += row;
        };
        add(1, 50, true);
        add(1, 20, true);
        add(1, 10, false);
        add(1, 90, false);
        add(2, 30, false);
        store.append(batch);
        QVERIFY(store.host(0).hasAnswered());
        QCOMPARE(store.host(0).firstAnswerAt, 20U);
        QCOMPARE(store.host(0).lastAnswerAt, 50U);
        QVERIFY(!store.host(1).hasAnswered());
    }

    void timesCountFromTheStartInUtc()
    {
        ResultStore store;
        store.clear(QDateTime(QDate(2026, 1, 31), QTime(13, 0), QTimeZone(3600)));
        PortResult row;
        row.atMilliseconds = 123;
        QCOMPARE(store.timeOf(row).toString(Qt::ISODateWithMs),
                 QStringLiteral("2026-01-31T12:00:00.123Z"));
    }
};

QTEST_APPLESS_MAIN(TestResultStore)
#include "tst_resultstore.moc"
