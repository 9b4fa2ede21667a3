// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/connectprober.h"

#include <QHash>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cerrno>

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

/// Remembers every outcome by slot.
class Recorder final : public ProbeSink
{
public:
    void onProbeDone(quint32 slot, const ProbeOutcome &outcome) override
    {
        outcomes[slot].append(outcome);
    }

    QHash<quint32, QList<ProbeOutcome>> outcomes;
};

/// Keeps the accepted descriptor as it is: QTcpSocket shows a reset and a FIN alike.
class RawServer final : public QTcpServer
{
public:
    ~RawServer() override
    {
        if (accepted >= 0)
            ::close(accepted);
    }
    int accepted = -1;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        accepted = static_cast<int>(descriptor);
    }
};

/// Lets no descriptor be opened for a while.
class NoDescriptors
{
public:
    NoDescriptors()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit none{.rlim_cur = 0, .rlim_max = m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(NoDescriptors)

private:
    rlimit m_before{};
};

const Address kLoopback4 = Address::fromIpv4(0x7f00'0001);
const Address kLoopback6 = Address::fromIpv6(0, 1);

/// A port that nothing listens on: the system gave it and took it back.
quint16 unusedPort(const QHostAddress &address)
{
    QTcpServer server;
    return server.listen(address) ? server.serverPort() : quint16(0);
}

/// What the platform file that was built makes of a reset.
Reason refusalReason()
{
#ifdef ROADSTEAD_GENERIC_PLATFORM
    return Reason::ConnRefused;
#else
    return Reason::Reset;
#endif
}

} // namespace

/// Real connections over loopback.
class TestConnectProber : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void interceptsOnThisQt();
    void seesOpenPorts_data();
    void seesOpenPorts();
    void hangsUpWithAReset();
    void seesClosedPorts_data();
    void seesClosedPorts();
    void endsExactlyOnceForManyPorts();
    void reportsAShortageOfDescriptorsInsideStart();
    void saysNothingAfterCancelAll();
    void looksOnceMoreBeforeItCallsSilence();
    void reusesSlots();
    void keepsWhatAServiceSaysFirst();
    void seesThatAServiceClosesAtOnce();
    void waitsNoLongerThanItIsTold();
    void saysHowLongItListens();
    void keepsAnOpenPortOpenWhenItIsExpired();

private:
    std::unique_ptr<SteadyClock> m_clock;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<ConnectProber> m_prober;
};

void TestConnectProber::init()
{
    m_clock = std::make_unique<SteadyClock>();
    m_recorder = std::make_unique<Recorder>();
    m_prober = std::make_unique<ConnectProber>(*m_clock);
    m_prober->setSink(*m_recorder);
}

void TestConnectProber::cleanup()
{
    m_prober.reset();
    m_recorder.reset();
    m_clock.reset();
}

void TestConnectProber::interceptsOnThisQt()
{
    m_prober->start(0, kLoopback4, unusedPort(QHostAddress::LocalHost));
    QVERIFY2(m_prober->seesEvidence(),
             "Qt no longer shows its socket notifiers: evidence would be lost");
    QTRY_COMPARE(m_recorder->outcomes[0].size(), 1);
}

void TestConnectProber::seesOpenPorts_data()
{
    QTest::addColumn<Address>("address");
    QTest::addColumn<QHostAddress>("listensOn");
    QTest::newRow("IPv4") << kLoopback4 << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << kLoopback6 << QHostAddress(QHostAddress::LocalHostIPv6);
}

void TestConnectProber::seesOpenPorts()
{
    QFETCH(Address, address);
    QFETCH(QHostAddress, listensOn);
    QTcpServer server;
    if (!server.listen(listensOn))
        QSKIP("this machine has no such loopback address");
    m_prober->start(0, address, server.serverPort());
    QTRY_COMPARE(m_recorder->outcomes[0].size(), 1);
    const ProbeOutcome outcome = m_recorder->outcomes[0].first();
    QVERIFY(outcome.kind == ProbeOutcome::Kind::Verdict);
    QCOMPARE(outcome.state, PortState::Open);
    QCOMPARE(outcome.reason, Reason::SynAck);
    QVERIFY(outcome.rttMicroseconds != PortResult::kNoRtt);
}

void TestConnectProber::hangsUpWithAReset()
{
    RawServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    m_prober->start(0, kLoopback4, server.serverPort());
    QTRY_COMPARE(m_recorder->outcomes[0].size(), 1);
    QTRY_VERIFY(server.accepted >= 0);
    char byte = 0;
    const auto got =
        ::recv(server.accepted, &byte, 1, 0); // blocks until the end is there: a FIN would give 0
    const int error = errno;
    QCOMPARE(got, ssize_t(-1));
    QCOMPARE(error, ECONNRESET);
}

void TestConnectProber::seesClosedPorts_data()
{
    seesOpenPorts_data();
}

void TestConnectProber::seesClosedPorts()
{
    QFETCH(Address, address);
    QFETCH(QHostAddress, listensOn);
    const quint16 port = unusedPort(listensOn);
    if (port == 0)
        QSKIP("this machine has no such loopback address");
    m_prober->start(0, address, port);
    QTRY_COMPARE(m_recorder->outcomes[0].size(), 1);
    const ProbeOutcome outcome = m_recorder->outcomes[0].first();
    QCOMPARE(outcome.state, PortState::Closed);
    QCOMPARE(outcome.reason, refusalReason());
}

void TestConnectProber::endsExactlyOnceForManyPorts()
{
    constexpr quint32 kCount = 300;
    for (quint32 slot = 0; slot < kCount; ++slot)
        m_prober->start(slot, kLoopback4, static_cast<quint16>(1 + slot));
    QTRY_COMPARE(m_recorder->outcomes.size(), qsizetype(kCount));
    for (const auto &outcomes : std::as_const(m_recorder->outcomes))
        QCOMPARE(outcomes.size(), 1);
}

void TestConnectProber::reportsAShortageOfDescriptorsInsideStart()
{
    {
        const NoDescriptors none;
        m_prober->start(0, kLoopback4, 9);
    }
    QCOMPARE(m_recorder->outcomes[0].size(), 1);
    const ProbeOutcome outcome = m_recorder->outcomes[0].first();
    QVERIFY(outcome.kind == ProbeOutcome::Kind::Shortage);
    QVERIFY(outcome.shortage == Shortage::Descriptors);
}

void TestConnectProber::saysNothingAfterCancelAll()
{
    m_prober->start(0, kLoopback4, unusedPort(QHostAddress::LocalHost));
    m_prober->cancelAll();
    // Another prober's answer proves that this one's had its chance.
    Recorder other;
    ConnectProber later(*m_clock);
    later.setSink(other);
    later.start(0, kLoopback4, unusedPort(QHostAddress::LocalHost));
    QTRY_COMPARE(other.outcomes[0].size(), 1);
    QVERIFY(m_recorder->outcomes[0].isEmpty());
}

void TestConnectProber::looksOnceMoreBeforeItCallsSilence()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    m_prober->start(0, kLoopback4, server.serverPort());
    // No event was delivered, but over loopback the handshake is done.
    const ProbeOutcome outcome = m_prober->expire(0);
    QVERIFY(outcome.kind == ProbeOutcome::Kind::Verdict);
    QCOMPARE(outcome.state, PortState::Open);
    QVERIFY(m_recorder->outcomes[0].isEmpty());
}

void TestConnectProber::reusesSlots()
{
    const quint16 port = unusedPort(QHostAddress::LocalHost);
    for (int i = 1; i <= 20; ++i) {
        m_prober->start(0, kLoopback4, port);
        QTRY_COMPARE(m_recorder->outcomes[0].size(), i);
        QCOMPARE(m_recorder->outcomes[0].last().state, PortState::Closed);
    }
}

void TestConnectProber::keepsWhatAServiceSaysFirst()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QByteArray said = "220 ready\r\n" + QByteArray(1'000, 'x');
    connect(&server, &QTcpServer::newConnection, &server,
            [&] { server.nextPendingConnection()->write(said); });
    ConnectProber prober(*m_clock, {.bannerWait = 30s});
    prober.setSink(*m_recorder);
    prober.start(0, kLoopback4, server.serverPort());
    QTRY_COMPARE(m_recorder->outcomes[0].size(), 1);
    const ProbeOutcome outcome = m_recorder->outcomes[0].first();
    QCOMPARE(outcome.state, PortState::Open);
    QCOMPARE(outcome.reason, Reason::SynAck);
    QCOMPARE(outcome.detail.banner, said.first(512));
    QVERIFY(outcome.detail.inferred.isEmpty());
}

void TestConnectProber::seesThatAServiceClosesAtOnce()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server,
            [&] { server.nextPendingConnection()->disconnectFromHost(); });
    ConnectProber prober(*m_clock, {.bannerWait = 30s});
    prober.setSink(*m_recorder);
    prober.start(0, kLoopback4, server.serverPort());
    QTRY_COMPARE(m_recorder->outcomes[0].size(), 1);
    const ProbeOutcome outcome = m_recorder->outcomes[0].first();
    QCOMPARE(outcome.state, PortState::Open);
    QCOMPARE(outcome.detail.inferred, QStringLiteral("closes-at-once"));
    QVERIFY(outcome.detail.banner.isEmpty());
}

void TestConnectProber::waitsNoLongerThanItIsTold()
{
    RawServer server; // says nothing
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ConnectProber prober(*m_clock, {.bannerWait = 20ms});
    prober.setSink(*m_recorder);
    const TimePoint begin = m_clock->now();
    prober.start(0, kLoopback4, server.serverPort());
    QTRY_COMPARE(m_recorder->outcomes[0].size(), 1);
    QVERIFY(m_clock->now() - begin >= 20ms);
    const ProbeOutcome outcome = m_recorder->outcomes[0].first();
    QCOMPARE(outcome.state, PortState::Open);
    QVERIFY(outcome.detail.banner.isEmpty());
    QVERIFY(outcome.detail.inferred.isEmpty());
}

void TestConnectProber::saysHowLongItListens()
{
    RawServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ConnectProber prober(*m_clock, {.bannerWait = 30s});
    prober.setSink(*m_recorder);
    const TimePoint begin = m_clock->now();
    prober.start(0, kLoopback4, server.serverPort());
    QTRY_VERIFY(prober.listensUntil(0).has_value());
    QVERIFY(*prober.listensUntil(0) >= begin + 30s);
    QVERIFY(m_recorder->outcomes[0].isEmpty());
}

void TestConnectProber::keepsAnOpenPortOpenWhenItIsExpired()
{
    RawServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ConnectProber prober(*m_clock, {.bannerWait = 30s});
    prober.setSink(*m_recorder);
    prober.start(0, kLoopback4, server.serverPort());
    QTRY_VERIFY(prober.listensUntil(0).has_value());
    QCOMPARE(prober.expire(0).state, PortState::Open);
    QVERIFY(!prober.listensUntil(0));
}

QTEST_GUILESS_MAIN(TestConnectProber)
#include "tst_connectprober.moc"
