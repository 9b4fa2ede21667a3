// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compare/scancomparison.h"
#include "tests/support/resultbuilder.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>
#include <optional>

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

QString stateText(const ResultStore &store, quint32 row)
{
    return row == ScanDifference::kNone ? QStringLiteral("none")
                                        : QString(identifier(store.row(row).state()));
}

QString presenceText(HostPresence presence)
{
    switch (presence) {
    case HostPresence::NotScanned:
        return QStringLiteral("not-scanned");
    case HostPresence::Silent:
        return QStringLiteral("silent");
    case HostPresence::Answers:
        return QStringLiteral("answers");
    }
    Q_UNREACHABLE();
}

/// "appeared 10.0.0.1:80 closed open"; "vanished 10.0.0.1 answers silent".
QStringList lines(const ScanComparison &comparison)
{
    QStringList lines;
    for (const ScanDifference &difference : comparison.differences) {
        QString line =
            QString(identifier(difference.kind)) + u' ' + comparison.hostOf(difference).addressText;
        if (difference.isHost)
            line += u' ' + presenceText(ScanComparison::presenceBefore(difference)) + u' '
                    + presenceText(ScanComparison::presenceNow(difference));
        else
            line += u':' + QString::number(comparison.portOf(difference)) + u' '
                    + stateText(comparison.older, difference.older) + u' '
                    + stateText(comparison.newer, difference.newer);
        lines += line;
    }
    return lines;
}

QStringList compared(const ResultBuilder &older, const ResultBuilder &newer)
{
    return lines(*compareScans(storeOf(older), storeOf(newer)));
}

using States = std::map<std::pair<Address, quint16>, PortState>;

/// Random verdicts, and the store of them in a random order.
std::pair<States, ResultStore> randomScan(QRandomGenerator &random)
{
    States states;
    ResultBuilder builder;
    QList<quint32> numbers;
    for (quint32 host = 0; host < 12; ++host) {
        if (random.bounded(4) > 0)
            numbers.insert(random.bounded(numbers.size() + 1), host);
    }
    for (const quint32 host : std::as_const(numbers)) {
        const Address address = host % 3 == 0 ? Address::fromIpv6(0xfd00'0000'0000'0000, host)
                                              : Address::fromIpv4(kFirst + host);
        builder.host(host, address);
        for (int i = random.bounded(30); i > 0; --i) {
            const auto port = static_cast<quint16>(random.bounded(40));
            const auto state = static_cast<PortState>(random.bounded(kPortStateCount));
            builder.row(host, port, state, Reason::NotProbed);
            states[{address, port}] = state; // the later one counts
        }
    }
    return {states, storeOf(builder)};
}

std::optional<DifferenceKind> expectedKind(PortState before, PortState now)
{
    if (before == now)
        return std::nullopt;
    if (now == PortState::Open)
        return before == PortState::Unknown ? DifferenceKind::NotScannedBefore
                                            : DifferenceKind::Appeared;
    if (before == PortState::Open)
        return now == PortState::Unknown ? DifferenceKind::NotScannedNow : DifferenceKind::Vanished;
    if (before == PortState::Unknown || now == PortState::Unknown)
        return std::nullopt;
    return DifferenceKind::Changed;
}

} // namespace

class TestScanComparison : public QObject
{
    Q_OBJECT

private slots:
    void findsNothingInEmptyScans();
    void tellsPortsApart_data();
    void tellsPortsApart();
    void tellsHostsApart_data();
    void tellsHostsApart();
    void takesProofForAnAnswer();
    void countsWhatOneDidNotScan();
    void sortsByAddressAndPort();
    void takesRemovedRowsForScanned();
    void takesTheLaterOfTwoRows();
    void takesAHostThatComesTwiceForOne();
    void comparesZonesByName();
    void bringsTheNamesOfBoth();
    void canBeCancelled();
    void agreesWithALookUpOfEachPort();
};

void TestScanComparison::findsNothingInEmptyScans()
{
    const auto comparison = compareScans({}, {});
    QVERIFY(comparison);
    QVERIFY(comparison->differences.isEmpty());
    QVERIFY(!comparison->hasChanges());
    QCOMPARE(comparison->ports, ScanComparison::Counts());
    const ResultBuilder one = ResultBuilder().host(7, kFirst).open(7, 80).closed(7, 81);
    const auto same = compareScans(storeOf(one), storeOf(one));
    QVERIFY(same->differences.isEmpty());
    QVERIFY(!same->hasChanges());
    QCOMPARE(same->ports.same, 2ULL);
    QCOMPARE(same->hosts.same, 1ULL);
}

void TestScanComparison::tellsPortsApart_data()
{
    QTest::addColumn<PortState>("before");
    QTest::addColumn<PortState>("now");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, PortState before, PortState now, const char *line) {
        QTest::newRow(name) << before << now << QString::fromLatin1(line);
    };
    using enum PortState;
    row("opened", Closed, Open, "appeared 10.0.0.1:80 closed open");
    row("let in", Filtered, Open, "appeared 10.0.0.1:80 filtered open");
    row("closed", Open, Closed, "vanished 10.0.0.1:80 open closed");
    row("firewalled", Open, Filtered, "vanished 10.0.0.1:80 open filtered");
    row("rejected now", Closed, Filtered, "changed 10.0.0.1:80 closed filtered");
    row("let through now", Filtered, Closed, "changed 10.0.0.1:80 filtered closed");
    row("not tried before", Unknown, Open, "not-scanned-before 10.0.0.1:80 unknown open");
    row("not tried now", Open, Unknown, "not-scanned-now 10.0.0.1:80 open unknown");
    row("closed and not tried", Closed, Unknown, "");
    row("not tried and filtered", Unknown, Filtered, "");
    row("never tried", Unknown, Unknown, "");
    row("open in both", Open, Open, "");
}

void TestScanComparison::tellsPortsApart()
{
    QFETCH(PortState, before);
    QFETCH(PortState, now);
    QFETCH(QString, line);
    // Port 22 keeps the host the same.
    const auto scan = [](PortState state) {
        return ResultBuilder().host(0, kFirst).open(0, 22).row(0, 80, state, Reason::NotProbed);
    };
    const auto comparison = compareScans(storeOf(scan(before)), storeOf(scan(now)));
    QCOMPARE(lines(*comparison), line.isEmpty() ? QStringList() : QStringList(line));
    const bool isChange = !line.isEmpty() && !line.startsWith(u"not-scanned");
    QCOMPARE(comparison->hasChanges(), isChange);
    QCOMPARE(comparison->ports.same, before == now && now != PortState::Unknown ? 2ULL : 1ULL);
}

void TestScanComparison::tellsHostsApart_data()
{
    QTest::addColumn<QList<PortState>>("before");
    QTest::addColumn<QList<PortState>>("now");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QList<PortState> &before,
                        const QList<PortState> &now, const char *line) {
        QTest::newRow(name) << before << now << QString::fromLatin1(line);
    };
    using enum PortState;
    row("came up", {Filtered, Filtered}, {Filtered, Closed}, "appeared 10.0.0.1 silent answers");
    row("went down", {Open, Closed}, {Filtered, Filtered}, "vanished 10.0.0.1 answers silent");
    row("is new", {}, {Open}, "not-scanned-before 10.0.0.1 not-scanned answers");
    row("was left out", {Closed}, {}, "not-scanned-now 10.0.0.1 answers not-scanned");
    row("was not tried", {Closed}, {Unknown}, "not-scanned-now 10.0.0.1 answers not-scanned");
    row("silent and left out", {Filtered}, {}, "");
    row("silent in both", {Filtered}, {Filtered, Filtered}, "");
}

void TestScanComparison::tellsHostsApart()
{
    QFETCH(QList<PortState>, before);
    QFETCH(QList<PortState>, now);
    QFETCH(QString, line);
    const auto scan = [](const QList<PortState> &states) {
        ResultBuilder builder;
        if (!states.isEmpty())
            builder.host(0, kFirst);
        for (quint16 i = 0; i < states.size(); ++i)
            builder.row(0, i, states.at(i), Reason::NotProbed);
        return builder;
    };
    QStringList hosts;
    for (const QString &found : compared(scan(before), scan(now))) {
        if (!found.contains(u':'))
            hosts += found;
    }
    QCOMPARE(hosts, line.isEmpty() ? QStringList() : QStringList(line));
}

void TestScanComparison::takesProofForAnAnswer()
{
    const Address address = Address::fromIpv4(kFirst);
    const ResultBuilder silent = ResultBuilder().host(0, kFirst).filtered(0, 80);
    const ResultBuilder proven = ResultBuilder().host(0, kFirst).filtered(0, 80).change(
        0, address, HostEvent::Up, 81, Reason::Reset);
    QCOMPARE(compared(silent, proven),
             QStringList(QStringLiteral("appeared 10.0.0.1 silent answers")));
}

void TestScanComparison::countsWhatOneDidNotScan()
{
    const auto comparison =
        compareScans(storeOf(ResultBuilder().host(0, kFirst).open(0, 22).open(0, 80).closed(0, 81)),
                     storeOf(ResultBuilder()
                                 .host(0, kFirst)
                                 .open(0, 22)
                                 .filtered(0, 443)
                                 .host(1, kFirst + 1)
                                 .filtered(1, 22)));
    QCOMPARE(lines(*comparison),
             QStringList(QStringLiteral("not-scanned-now 10.0.0.1:80 open none")));
    QCOMPARE(comparison->ports.notScannedNow, 2ULL);
    QCOMPARE(comparison->ports.notScannedBefore, 2ULL);
    QCOMPARE(comparison->ports.same, 1ULL);
    QCOMPARE(comparison->ports.of(DifferenceKind::NotScannedNow), 1ULL);
    QCOMPARE(comparison->hosts.notScannedBefore, 1ULL);
    QCOMPARE(comparison->hosts.same, 1ULL);
    QVERIFY(!comparison->hasChanges());
}

void TestScanComparison::sortsByAddressAndPort()
{
    const Address ipv6 = Address::fromIpv6(0xfd00'0000'0000'0000, 1);
    const ResultBuilder older = ResultBuilder()
                                    .host(2, ipv6)
                                    .open(2, 22)
                                    .closed(2, 9)
                                    .host(1, 0x0a00'000a)
                                    .open(1, 443)
                                    .open(1, 80)
                                    .open(1, 22)
                                    .host(0, 0x0a00'0009)
                                    .open(0, 80);
    const ResultBuilder newer = ResultBuilder()
                                    .host(5, 0x0a00'000a)
                                    .closed(5, 80)
                                    .closed(5, 443)
                                    .open(5, 22)
                                    .host(4, ipv6)
                                    .closed(4, 22)
                                    .open(4, 9)
                                    .host(8, 0x0a00'0009)
                                    .filtered(8, 80);
    const QStringList expected{
        QStringLiteral("vanished 10.0.0.9 answers silent"),
        QStringLiteral("vanished 10.0.0.9:80 open filtered"),
        QStringLiteral("vanished 10.0.0.10:80 open closed"),
        QStringLiteral("vanished 10.0.0.10:443 open closed"),
        QStringLiteral("appeared fd00::1:9 closed open"),
        QStringLiteral("vanished fd00::1:22 open closed"),
    };
    QCOMPARE(compared(older, newer), expected);
}

void TestScanComparison::takesRemovedRowsForScanned()
{
    const ResultBuilder builder = ResultBuilder().host(0, kFirst).open(0, 22).open(0, 80);
    ResultStore newer = storeOf(builder);
    newer.setRemoved({0, 1}, true);
    const auto comparison = compareScans(storeOf(builder), newer);
    QVERIFY(comparison->differences.isEmpty());
    QCOMPARE(comparison->ports.same, 2ULL);
    QCOMPARE(comparison->hosts.same, 1ULL);
}

void TestScanComparison::takesTheLaterOfTwoRows()
{
    QCOMPARE(compared(ResultBuilder().host(0, kFirst).open(0, 22).closed(0, 80),
                      ResultBuilder().host(0, kFirst).open(0, 80).open(0, 22).closed(0, 80)),
             QStringList());
}

void TestScanComparison::takesAHostThatComesTwiceForOne()
{
    const ResultBuilder twice =
        ResultBuilder().host(0, kFirst).closed(0, 22).host(1, kFirst).open(1, 80).filtered(1, 22);
    QCOMPARE(compared(ResultBuilder().host(0, kFirst).closed(0, 22).closed(0, 80), twice),
             (QStringList{QStringLiteral("changed 10.0.0.1:22 closed filtered"),
                          QStringLiteral("appeared 10.0.0.1:80 closed open")}));
}

void TestScanComparison::comparesZonesByName()
{
    // Interfaces 1'000'001 and ...2: there are none, so their numbers stand for their names.
    const auto linkLocal = [](quint32 scope) {
        return Address::fromIpv6(0xfe80'0000'0000'0000, 1, scope);
    };
    const auto scan = [](const Address &address) {
        return ResultBuilder().host(0, address).open(0, 22);
    };
    QCOMPARE(compared(scan(linkLocal(1'000'001)), scan(linkLocal(1'000'001))), QStringList());
    QCOMPARE(compared(scan(linkLocal(1'000'002)), scan(linkLocal(1'000'001))).size(), qsizetype(4));
}

void TestScanComparison::bringsTheNamesOfBoth()
{
    const QString a = QStringLiteral("a.example");
    const QString b = QStringLiteral("b.example");
    const QString c = QStringLiteral("c.example");
    const auto comparison =
        compareScans(storeOf(ResultBuilder().host(0, kFirst, {a, b}).closed(0, 80)),
                     storeOf(ResultBuilder().host(0, kFirst, {c, a}).open(0, 80)));
    QCOMPARE(comparison->differences.size(), qsizetype(1));
    QCOMPARE(comparison->namesOf(comparison->differences.first()), (QStringList{c, a, b}));
}

void TestScanComparison::canBeCancelled()
{
    const ResultStore store =
        storeOf(ResultBuilder().host(0, kFirst).open(0, 1).host(1, kFirst + 1).open(1, 1));
    int looks = 0;
    QVERIFY(!compareScans(store, store, [&looks] { return ++looks == 2; }));
    QCOMPARE(looks, 2);
    QVERIFY(compareScans(store, store, [] { return false; }));
}

void TestScanComparison::agreesWithALookUpOfEachPort()
{
    QRandomGenerator random(20'260'131);
    for (int round = 0; round < 300; ++round) {
        const auto [before, older] = randomScan(random);
        const auto [now, newer] = randomScan(random);
        States all = before;
        all.insert(now.begin(), now.end());
        QStringList expected;
        for (const auto &[where, state] : all) {
            const auto stateIn = [&where = where](const States &states) {
                const auto found = states.find(where);
                return found == states.end() ? PortState::Unknown : found->second;
            };
            const auto kind = expectedKind(stateIn(before), stateIn(now));
            if (kind)
                expected += QString(identifier(*kind)) + u' ' + where.first.toString() + u':'
                            + QString::number(where.second);
        }
        QStringList found;
        const auto comparison = compareScans(older, newer);
        for (const ScanDifference &difference : comparison->differences) {
            if (difference.isHost)
                continue;
            found += QString(identifier(difference.kind)) + u' '
                     + comparison->hostOf(difference).addressText + u':'
                     + QString::number(comparison->portOf(difference));
        }
        QCOMPARE(found, expected);
    }
}

QTEST_APPLESS_MAIN(TestScanComparison)
#include "tst_scancomparison.moc"
