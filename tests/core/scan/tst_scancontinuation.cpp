// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/engineparts.h"
#include "core/scan/liarcheck.h"
#include "tests/support/enginemain.h"
#include "tests/support/fakeprober.h"
#include "tests/support/fakeresolver.h"
#include "tests/support/resultbuilder.h"

#include <QTcpServer>
#include <QTest>

#include <array>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

/// Keeps what an engine finds, as its doors do.
class Keeper final : public QObject
{
public:
    explicit Keeper(ScanEngine &engine)
        : m_engine(engine)
    {
        connect(&engine, &ScanEngine::resolved, this,
                [this](const NameAnswers &names, quint64 ports) {
                    answers = names;
                    total = ports;
                });
        connect(&engine, &ScanEngine::resultsReady, this, [this](const ResultBatch &batch) {
            if (store.rowCount() == 0)
                store.clear(m_engine.startedAt());
            store.append(batch);
            if (store.rowCount() >= stopAfter)
                m_engine.requestStop();
        });
        connect(&engine, &ScanEngine::progressChanged, this,
                [this](const ScanProgress &progress) { lastProgress = progress; });
        connect(&engine, &ScanEngine::finished, this, [this](const ScanSummary &end) {
            ++finished;
            summary = end;
        });
    }

    [[nodiscard]] ScanResumption resumption() const
    {
        return {.answers = answers,
                .scanned = std::make_shared<const ScannedPorts>(store),
                .startedAt = store.startedAt(),
                .elapsed = summary.elapsed};
    }

    ResultStore store;
    NameAnswers answers;
    quint64 total = 0;
    quint32 stopAfter = std::numeric_limits<quint32>::max();
    ScanProgress lastProgress;
    ScanSummary summary;
    int finished = 0;

private:
    ScanEngine &m_engine;
};

/// "127.0.0.1:80 open syn-ack", sorted.
QStringList verdicts(const ResultStore &store)
{
    QStringList lines;
    for (quint32 i = 0; i < store.rowCount(); ++i) {
        const PortResult &row = store.row(i);
        lines += store.hostOf(row).addressText + u':' + QString::number(row.port) + u' '
                 + identifier(row.state()) + u' ' + identifier(row.reason());
    }
    lines.sort();
    return lines;
}

ScanRequest twoLoopbackHosts(quint16 ports)
{
    ScanRequest request;
    request.targets.addresses.insert(Address::fromIpv4(0x7f00'0001));
    request.targets.addresses.insert(Address::fromIpv4(0x7f00'0002));
    request.ports = PortSet::range(1, ports);
    request.options.seed = 4'711;
    return request;
}

} // namespace

/// Scans that are stopped and go on with another engine, as after a crash.
class TestScanContinuation : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatOneScanFinds();
    void countsWhatWasFoundBefore();
    void keepsTheTimeThatRowsCountFrom();
    void asksNoNameAgain();
    void endsWhenNothingIsLeft();
    void checksSuspiciousHostsOnceMore();
    void keepsTheOrder();
    void scansAPart();
};

/// Stopped every few thousand ports, on a machine that listens on some.
void TestScanContinuation::findsWhatOneScanFinds()
{
    constexpr quint16 kPorts = 20'000;
    QTcpServer server; // on both
    quint16 port = 11'111;
    while (!server.listen(QHostAddress::Any, port))
        ++port;
    const ScanRequest request = twoLoopbackHosts(kPorts);
    ScanEngine whole;
    Keeper wholeScan(whole);
    whole.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(wholeScan.finished, 1, 60'000);

    ScanEngine first;
    Keeper kept(first);
    kept.stopAfter = 3'000;
    first.start(request);
    QTRY_COMPARE_WITH_TIMEOUT(kept.finished, 1, 60'000);
    int parts = 1;
    while (kept.store.rowCount() < 2 * kPorts) {
        ScanEngine next;
        Keeper further(next);
        further.store = kept.store;
        further.stopAfter = kept.store.rowCount() + 9'000;
        next.start(first.request(), kept.resumption());
        QTRY_COMPARE_WITH_TIMEOUT(further.finished, 1, 60'000);
        kept.store = further.store;
        ++parts;
    }
    QVERIFY2(parts >= 3, qPrintable(QString::number(parts)));
    QCOMPARE(verdicts(kept.store), verdicts(wholeScan.store));
}

void TestScanContinuation::countsWhatWasFoundBefore()
{
    ScanEngine engine;
    Keeper keeper(engine);
    keeper.stopAfter = 500;
    engine.start(twoLoopbackHosts(2'000));
    QTRY_COMPARE_WITH_TIMEOUT(keeper.finished, 1, 30'000);
    QCOMPARE(keeper.total, quint64(4'000));
    const quint32 before = keeper.store.rowCount();
    QVERIFY(before < 4'000);
    keeper.stopAfter = std::numeric_limits<quint32>::max();
    const auto elapsed = keeper.summary.elapsed;
    engine.start(engine.request(), keeper.resumption());
    QTRY_COMPARE_WITH_TIMEOUT(keeper.finished, 2, 30'000);
    QCOMPARE(keeper.store.rowCount(), quint32(4'000));
    QCOMPARE(keeper.summary.total, quint64(4'000));
    QCOMPARE(keeper.summary.done, quint64(4'000));
    QCOMPARE(keeper.summary.hosts, quint64(2));
    QCOMPARE(keeper.summary.count(PortState::Open), keeper.store.count(PortState::Open));
    QCOMPARE(keeper.summary.count(PortState::Closed), keeper.store.count(PortState::Closed));
    QCOMPARE(keeper.lastProgress.done, quint64(4'000));
    QVERIFY(keeper.summary.elapsed >= elapsed);
    QVERIFY(!keeper.summary.wasStopped);
}

void TestScanContinuation::keepsTheTimeThatRowsCountFrom()
{
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    ScanEngine engine;
    Keeper keeper(engine);
    ScanRequest request = twoLoopbackHosts(10);
    keeper.store.clear(yesterday);
    engine.start(request, {.answers = {},
                           .scanned = std::make_shared<const ScannedPorts>(keeper.store),
                           .startedAt = yesterday,
                           .elapsed = 5s});
    QTRY_COMPARE_WITH_TIMEOUT(keeper.finished, 1, 30'000);
    QCOMPARE(engine.startedAt(), yesterday);
    QCOMPARE(keeper.store.rowCount(), quint32(20));
    const QDateTime at = keeper.store.timeOf(keeper.store.row(0));
    QVERIFY2(qAbs(at.msecsTo(QDateTime::currentDateTimeUtc())) < 60'000,
             qPrintable(at.toString(Qt::ISODateWithMs)));
    QVERIFY(keeper.summary.elapsed >= 5s);
    QVERIFY(keeper.summary.elapsed < 60s);
}

/// It may lead elsewhere by now; and one that led nowhere leads nowhere.
void TestScanContinuation::asksNoNameAgain()
{
    EngineParts parts = EngineParts::real();
    auto resolver = std::make_shared<FakeResolver>();
    parts.resolver = resolver;
    ScanEngine engine(parts);
    Keeper keeper(engine);
    ScanRequest request = twoLoopbackHosts(5);
    request.targets = {};
    for (const char *name : {"here.example", "nowhere.example"})
        request.targets.names.append(
            {QString::fromLatin1(name), QString::fromLatin1(name), std::nullopt, 0});
    const NameAnswers answers{{QStringLiteral("here.example"), {Address::fromIpv4(0x7f00'0001)}},
                              {QStringLiteral("nowhere.example"), {}}};
    engine.start(request, {.answers = answers,
                           .scanned = nullptr,
                           .startedAt = QDateTime::currentDateTimeUtc(),
                           .elapsed = 0s});
    QTRY_COMPARE_WITH_TIMEOUT(keeper.finished, 1, 30'000);
    QCOMPARE(resolver->asked, 0);
    QCOMPARE(keeper.answers, answers);
    QCOMPARE(keeper.store.rowCount(), quint32(5));
    QCOMPARE(keeper.summary.unresolvedNames, QStringList{QStringLiteral("nowhere.example")});
}

void TestScanContinuation::endsWhenNothingIsLeft()
{
    ScanEngine engine;
    Keeper keeper(engine);
    engine.start(twoLoopbackHosts(100));
    QTRY_COMPARE_WITH_TIMEOUT(keeper.finished, 1, 30'000);
    engine.start(engine.request(), keeper.resumption());
    QTRY_COMPARE_WITH_TIMEOUT(keeper.finished, 2, 30'000);
    QCOMPARE(keeper.store.rowCount(), quint32(200));
    QCOMPARE(keeper.summary.done, quint64(200));
}

/// All was scanned when it was stopped, but the check of the host was under way.
void TestScanContinuation::checksSuspiciousHostsOnceMore()
{
    ScanRequest request;
    const Address host = Address::fromIpv4(0x7f00'0001);
    request.targets.addresses.insert(host);
    request.ports = PortSet::range(1, 200);
    request.options.seed = 4'711;
    ResultBuilder found;
    found.host(0, host);
    for (quint16 port = 1; port <= 200; ++port)
        found.open(0, port);
    ResultStore store;
    store.clear(QDateTime::currentDateTimeUtc());
    store.append(found.batch());
    LiarCheck check(false, {}, request.options.seed); // which ports will be tried
    check.onEarlier(store.host(0));
    std::array<QTcpServer, 5> servers;
    const PortSet ports = check.takeSuspects().pinned.first().ports;
    QCOMPARE(ports.size(), static_cast<int>(servers.size()));
    for (int i = 0; i < ports.size(); ++i)
        QVERIFY(servers[static_cast<size_t>(i)].listen(QHostAddress::LocalHost, ports.at(i)));
    ScanEngine engine;
    Keeper keeper(engine);
    engine.start(request, {.answers = {},
                           .scanned = std::make_shared<const ScannedPorts>(store),
                           .startedAt = store.startedAt(),
                           .elapsed = {}});
    QTRY_COMPARE_WITH_TIMEOUT(keeper.finished, 1, 30'000);
    QCOMPARE(keeper.store.hostCount(), 1U);
    QVERIFY(keeper.store.host(0).acceptsAll);
}

/// What is left comes in the order that it would have come in.
void TestScanContinuation::keepsTheOrder()
{
    QList<quint16> probed;
    EngineParts parts = EngineParts::real();
    parts.makeProber = [&probed](const Clock &, const ProbeOptions &) {
        return std::make_unique<FakeProber>([&probed](const FakeProber::Probe &probe, int) {
            probed.append(probe.port); // one thread, which has ended when this is looked at
            return ProbeOutcome();
        });
    };
    ScanRequest request = twoLoopbackHosts(300);
    request.targets.addresses.subtract(AddressSet::of({Address::fromIpv4(0x7f00'0002)}));
    request.options.threads = 1;
    request.options.timeout = 1ms;
    request.options.retries = 0;
    QList<quint16> whole;
    {
        ScanEngine engine(parts);
        Keeper keeper(engine);
        engine.start(request);
        QTRY_COMPARE_WITH_TIMEOUT(keeper.finished, 1, 30'000);
        whole = std::exchange(probed, {});
    }
    QCOMPARE(whole.size(), qsizetype(300));
    ResultBatch found;
    found.hosts.append({.number = 0, .address = Address::fromIpv4(0x7f00'0001), .names = {}});
    for (qsizetype i = 0; i < whole.size(); i += 3) {
        PortResult row;
        row.port = whole.at(i);
        row.setVerdict(PortState::Filtered, Reason::NoResponse);
        found.rows.append(row);
    }
    ScanEngine engine(parts);
    Keeper keeper(engine);
    keeper.store.clear(QDateTime::currentDateTimeUtc());
    keeper.store.append(found);
    engine.start(request, keeper.resumption());
    QTRY_COMPARE_WITH_TIMEOUT(keeper.finished, 1, 30'000);
    whole.removeIf([&found](quint16 port) {
        return std::any_of(found.rows.cbegin(), found.rows.cend(),
                           [port](const PortResult &row) { return row.port == port; });
    });
    QCOMPARE(probed, whole);
}

void TestScanContinuation::scansAPart()
{
    ResultStore all;
    all.clear(QDateTime::currentDateTimeUtc());
    for (quint32 number = 1; number <= 3; ++number) {
        ScanEngine engine;
        Keeper keeper(engine);
        ScanRequest request = twoLoopbackHosts(1'000);
        request.shard = {.number = number, .count = 3};
        engine.start(request);
        QTRY_COMPARE_WITH_TIMEOUT(keeper.finished, 1, 30'000);
        QVERIFY(keeper.store.rowCount() > 660 && keeper.store.rowCount() < 670);
        QCOMPARE(keeper.summary.total, quint64(keeper.store.rowCount()));
        ResultBatch part;
        for (quint32 i = 0; i < keeper.store.hostCount(); ++i)
            part.hosts.append({.number = keeper.store.host(i).number,
                               .address = keeper.store.host(i).address,
                               .names = {}});
        for (quint32 i = 0; i < keeper.store.rowCount(); ++i) {
            part.rows.append(keeper.store.row(i));
            part.rows.last().host = keeper.store.hostOf(keeper.store.row(i)).number;
        }
        all.append(part);
    }
    ScanEngine engine;
    Keeper whole(engine);
    engine.start(twoLoopbackHosts(1'000));
    QTRY_COMPARE_WITH_TIMEOUT(whole.finished, 1, 30'000);
    QCOMPARE(verdicts(all), verdicts(whole.store));
}

int main(int argc, char **argv)
{
    return runEngineTest<TestScanContinuation>(argc, argv);
}

#include "tst_scancontinuation.moc"
