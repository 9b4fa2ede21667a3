// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/engineparts.h"
#include "tests/support/dispatcherrows.h"
#include "tests/support/enginemain.h"
#include "tests/support/fakeprober.h"
#include "tests/support/fakeresolver.h"

#include <QSet>
#include <QTcpServer>
#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

/// Everything an engine said, in order. A plain slot in the engine's thread: a QSignalSpy on an
/// object that other threads feed would be a race of its own.
class Log final : public QObject
{
public:
    explicit Log(ScanEngine &engine)
    {
        connect(&engine, &ScanEngine::stateChanged, this,
                [this](ScanState state) { states.append(state); });
        connect(&engine, &ScanEngine::noticed, this,
                [this](const ScanNotice &notice) { notices.append(notice); });
        connect(&engine, &ScanEngine::progressChanged, this,
                [this](const ScanProgress &progress) { lastProgress = progress; });
        connect(&engine, &ScanEngine::resultsReady, this, [this](const ResultBatch &batch) {
            afterTheEnd = afterTheEnd || finished > 0;
            rows.append(batch.rows);
            for (const HostEntry &host : batch.hosts)
                hosts.insert(host.address);
        });
        connect(&engine, &ScanEngine::finished, this, [this](const ScanSummary &end) {
            ++finished;
            summary = end;
        });
    }

    [[nodiscard]] qsizetype count(PortState state) const
    {
        return std::count_if(rows.cbegin(), rows.cend(),
                             [state](const PortResult &row) { return row.state() == state; });
    }

    QList<ScanState> states;
    QList<ScanNotice> notices;
    QList<PortResult> rows;
    QSet<Address> hosts;
    ScanProgress lastProgress;
    ScanSummary summary;
    int finished = 0;
    bool afterTheEnd = false;
};

/// The real parts on the row's dispatcher.
EngineParts partsOfRow()
{
    EngineParts parts = EngineParts::real();
    QFETCH(const bool, qtDispatcher);
    if (qtDispatcher)
        parts.makeDispatcher = nullptr;
    return parts;
}

/// A network that never answers, without sending anything.
EngineParts silentNetwork(EngineParts parts = EngineParts::real())
{
    parts.makeProber = [](const Clock &, const ProbeOptions &) {
        return std::make_unique<FakeProber>(
            [](const FakeProber::Probe &, int) { return ProbeOutcome(); });
    };
    return parts;
}

ScanRequest loopbackRequest(const PortSet &ports)
{
    ScanRequest request;
    request.targets.addresses.insert(Address::fromIpv4(0x7f00'0001));
    request.ports = ports;
    return request;
}

} // namespace

class TestScanEngine : public QObject
{
    Q_OBJECT

private slots:
    void findsOpenAndClosedPortsOnLoopback_data() { addDispatcherRows(); }
    void findsOpenAndClosedPortsOnLoopback();
    void scansTwiceInARow_data() { addDispatcherRows(); }
    void scansTwiceInARow();
    void resolvesNamesFirst();
    void holdsForPublicNamesUntilResumed();
    void endsWithNothingToScan();
    void stopsWhileResolving();
    void stopsWithThousandsInFlightAndKeepsWhatWasFound_data() { addDispatcherRows(); }
    void stopsWithThousandsInFlightAndKeepsWhatWasFound();
    void pausesAndResumes_data() { addDispatcherRows(); }
    void pausesAndResumes();
    void canBeDestroyedInMidScan_data() { addDispatcherRows(); }
    void canBeDestroyedInMidScan();
    void keepsWithinTheDescriptorsItIsGiven();
    void saysNothingOfDescriptorsThatItDoesNotNeed();
    void reportsTheSeedItUsed();
};

void TestScanEngine::findsOpenAndClosedPortsOnLoopback()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ScanEngine engine(partsOfRow());
    Log log(engine);
    const PortSet ports = PortSet::range(1, 500).united(PortSet({server.serverPort()}));
    engine.start(loopbackRequest(ports));
    QVERIFY(engine.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(log.finished, 1, 30'000);
    QVERIFY(!engine.isRunning());
    QCOMPARE(log.rows.size(), qsizetype(ports.size()));
    QVERIFY(!log.afterTheEnd);
    const auto found =
        std::find_if(log.rows.cbegin(), log.rows.cend(),
                     [&server](const PortResult &row) { return row.port == server.serverPort(); });
    QVERIFY(found != log.rows.cend());
    QCOMPARE(found->state(), PortState::Open);
    QCOMPARE(log.count(PortState::Filtered), qsizetype(0));
    QCOMPARE(log.count(PortState::Unknown), qsizetype(0));
    QCOMPARE(log.summary.total, quint64(ports.size()));
    QCOMPARE(log.summary.done, log.summary.total);
    QCOMPARE(log.summary.count(PortState::Open), quint64(log.count(PortState::Open)));
    QCOMPARE(log.lastProgress.done, log.summary.total);
    QCOMPARE(log.states.last(), ScanState::Finished);
}

void TestScanEngine::scansTwiceInARow()
{
    ScanEngine engine(partsOfRow());
    Log log(engine);
    for (int i = 1; i <= 3; ++i) {
        log.rows.clear();
        engine.start(loopbackRequest(PortSet::range(1, 50)));
        QTRY_COMPARE_WITH_TIMEOUT(log.finished, i, 30'000);
        QCOMPARE(log.rows.size(), qsizetype(50));
    }
}

void TestScanEngine::resolvesNamesFirst()
{
    EngineParts parts = EngineParts::real();
    auto resolver = std::make_shared<FakeResolver>();
    resolver->known = {{QStringLiteral("here"), {Address::fromIpv4(0x7f00'0001)}}};
    parts.resolver = resolver;
    ScanEngine engine(parts);
    Log log(engine);
    ScanRequest request;
    request.ports = PortSet({1});
    request.targets.names = {{.typed = QStringLiteral("here"),
                              .ascii = QStringLiteral("here"),
                              .ports = {},
                              .position = 0},
                             {.typed = QStringLiteral("gone"),
                              .ascii = QStringLiteral("gone"),
                              .ports = {},
                              .position = 5}};
    engine.start(request);
    QCOMPARE(engine.state(), ScanState::Resolving);
    QTRY_COMPARE_WITH_TIMEOUT(log.finished, 1, 30'000);
    QCOMPARE(log.states,
             QList<ScanState>({ScanState::Resolving, ScanState::Scanning, ScanState::Finished}));
    QCOMPARE(log.summary.unresolvedNames, QStringList{QStringLiteral("gone")});
    QCOMPARE(log.notices.size(), qsizetype(1));
    QCOMPARE(log.notices.first().code, ScanNoticeCode::NameNotResolved);
    QCOMPARE(log.hosts, QSet<Address>{Address::fromIpv4(0x7f00'0001)});
}

void TestScanEngine::holdsForPublicNamesUntilResumed()
{
    EngineParts parts = silentNetwork(); // nothing is ever sent to the public address
    auto resolver = std::make_shared<FakeResolver>();
    resolver->known = {{QStringLiteral("public"), {Address::fromIpv4(0x0808'0808)}}};
    parts.resolver = resolver;
    ScanEngine engine(parts);
    Log log(engine);
    ScanRequest request;
    request.ports = PortSet({1, 2});
    request.options.timeout = 1ms;
    request.options.holdForPublicNames = true;
    request.targets.names = {{.typed = QStringLiteral("public"),
                              .ascii = QStringLiteral("public"),
                              .ports = {},
                              .position = 0}};
    engine.start(request);
    QTRY_COMPARE(engine.state(), ScanState::Paused);
    QTRY_COMPARE(log.notices.size(), qsizetype(1));
    QCOMPARE(log.notices.first().code, ScanNoticeCode::PublicNames);
    QTRY_COMPARE(log.lastProgress.total, quint64(2));
    QCOMPARE(log.lastProgress.inFlight, 0);
    QVERIFY(log.rows.isEmpty());
    engine.resume();
    QTRY_COMPARE(log.finished, 1);
    QCOMPARE(log.rows.size(), qsizetype(2));
}

void TestScanEngine::endsWithNothingToScan()
{
    ScanEngine engine(silentNetwork());
    Log log(engine);
    ScanRequest request = loopbackRequest(PortSet::range(1, 10));
    request.excludes = request.targets;
    engine.start(request);
    QCOMPARE(log.finished, 0);
    QTRY_COMPARE(log.finished, 1);
    QCOMPARE(log.notices.size(), qsizetype(1));
    QCOMPARE(log.notices.first().code, ScanNoticeCode::NothingToScan);
    QCOMPARE(log.summary.total, quint64(0));
}

void TestScanEngine::stopsWhileResolving()
{
    EngineParts parts = silentNetwork();
    auto resolver = std::make_shared<FakeResolver>();
    resolver->silent = {QStringLiteral("never")};
    parts.resolver = resolver;
    ScanEngine engine(parts);
    Log log(engine);
    ScanRequest request;
    request.ports = PortSet({1});
    request.targets.names = {{.typed = QStringLiteral("never"),
                              .ascii = QStringLiteral("never"),
                              .ports = {},
                              .position = 0}};
    engine.start(request);
    engine.requestStop();
    QTRY_COMPARE(log.finished, 1);
    QVERIFY(log.summary.wasStopped);
}

void TestScanEngine::stopsWithThousandsInFlightAndKeepsWhatWasFound()
{
    EngineParts parts = silentNetwork(partsOfRow());
    parts.availableDescriptors = [] { return 20'000; };
    parts.makeProber = [](const Clock &, const ProbeOptions &) {
        return std::make_unique<FakeProber>([](const FakeProber::Probe &probe, int) {
            return probe.port == 7 ? verdictOutcome(PortState::Open, Reason::SynAck)
                                   : ProbeOutcome();
        });
    };
    ScanEngine engine(parts);
    Log log(engine);
    ScanRequest request = loopbackRequest(PortSet::range(1, 65'535));
    request.options.maxInFlight = 10'000;
    request.options.timeout = 1h;
    engine.start(request);
    QTRY_VERIFY_WITH_TIMEOUT(log.lastProgress.inFlight >= 10'000 - 4, 30'000);
    QCOMPARE(log.lastProgress.total, quint64(65'535));
    engine.requestStop();
    QCOMPARE(engine.state(), ScanState::Stopping);
    QTRY_COMPARE(log.finished, 1);
    QVERIFY(log.summary.wasStopped);
    QVERIFY(!log.afterTheEnd);
    QCOMPARE(log.summary.done, quint64(log.rows.size()));
}

void TestScanEngine::pausesAndResumes()
{
    ScanEngine engine(partsOfRow());
    Log log(engine);
    engine.start(loopbackRequest(PortSet::range(1, 3'000)));
    engine.pause();
    QTRY_COMPARE(engine.state(), ScanState::Paused);
    QVERIFY(log.rows.size() < 3'000);
    engine.resume();
    QTRY_COMPARE_WITH_TIMEOUT(log.finished, 1, 30'000);
    QCOMPARE(log.rows.size(), qsizetype(3'000));
    QVERIFY(log.states.contains(ScanState::Paused));
}

void TestScanEngine::canBeDestroyedInMidScan()
{
    for (int i = 0; i < 5; ++i) {
        ScanEngine engine(partsOfRow());
        Log log(engine);
        engine.start(loopbackRequest(PortSet::range(1, 65'535)));
        if (i > 0)
            QTRY_VERIFY(!log.rows.isEmpty());
    }
}

void TestScanEngine::keepsWithinTheDescriptorsItIsGiven()
{
    EngineParts parts = silentNetwork();
    parts.availableDescriptors = [] { return 20; };
    ScanEngine engine(parts);
    Log log(engine);
    ScanRequest request = loopbackRequest(PortSet::range(1, 1'000));
    request.options.timeout = 1h;
    request.options.threads = 2;
    engine.start(request);
    QTRY_VERIFY(log.lastProgress.inFlight > 0);
    QVERIFY2(log.lastProgress.inFlight <= 15,
             qPrintable(QString::number(log.lastProgress.inFlight)));
    QCOMPARE(log.notices,
             QList<ScanNotice>({{ScanNoticeCode::LimitedByDescriptors, QString(), 14}}));
}

void TestScanEngine::saysNothingOfDescriptorsThatItDoesNotNeed()
{
    EngineParts parts = silentNetwork();
    parts.availableDescriptors = [] { return 20; };
    ScanEngine engine(parts);
    Log log(engine);
    ScanRequest request = loopbackRequest(PortSet::range(1, 15));
    request.options.timeout = 1ms;
    engine.start(request);
    QTRY_COMPARE(log.finished, 1);
    QCOMPARE(log.notices, QList<ScanNotice>());
}

void TestScanEngine::reportsTheSeedItUsed()
{
    ScanEngine engine(silentNetwork());
    Log log(engine);
    ScanRequest request = loopbackRequest(PortSet({1}));
    request.options.timeout = 1ms;
    engine.start(request);
    QTRY_COMPARE(log.finished, 1);
    QVERIFY(log.summary.seed != 0);
    request.options.seed = 77;
    engine.start(request);
    QTRY_COMPARE(log.finished, 2);
    QCOMPARE(log.summary.seed, quint64(77));
}

int main(int argc, char **argv)
{
    return runEngineTest<TestScanEngine>(argc, argv);
}

#include "tst_scanengine.moc"
