// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/evidence.h"
#include "core/probe/verdict.h"

#include <QTest>

#include <cerrno>

using namespace roadstead;

class TestVerdict : public QObject
{
    Q_OBJECT

private slots:
    void classifies_data();
    void classifies();
    void classifiesIcmp_data();
    void classifiesIcmp();
    void tellsOwnMessagesApart_data();
    void tellsOwnMessagesApart();
    void tellsADeadRouterFromADeadHost();
    void neverMakesAShortageAPortState_data();
    void neverMakesAShortageAPortState();
    void prefersTheKernelsRtt();
    void takesMeetingItselfForNothing();
    void keepsTheEvidenceInTheDetail();
};

namespace {
constexpr quint32 kRtt = 1'500;
const Address kRouter4 = Address::fromIpv4(0xc612'0009);
const Address kRouter6 = Address::fromIpv6(0xfd00'0018'0000'0000, 9);

Evidence error(int number, bool atOnce, std::optional<bool> segmentReceived = std::nullopt)
{
    Evidence evidence;
    evidence.errorNumber = number;
    evidence.atOnce = atOnce;
    evidence.segmentReceived = segmentReceived;
    return evidence;
}
} // namespace

Q_DECLARE_METATYPE(roadstead::Evidence)

void TestVerdict::classifies_data()
{
    QTest::addColumn<Evidence>("evidence");
    QTest::addColumn<PortState>("state");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<bool>("hasRtt");

    using enum PortState;
    QTest::newRow("connected") << error(0, false, true) << Open << Reason::SynAck << true;
    QTest::newRow("accepted, then reset")
        << error(ECONNRESET, false, true) << Open << Reason::SynAck << true;
    QTest::newRow("accepted, then closed and reset")
        << error(EPIPE, false, true) << Open << Reason::SynAck << true;
    QTest::newRow("reset") << error(ECONNREFUSED, false, true) << Closed << Reason::Reset << true;
    QTest::newRow("refused by ICMP")
        << error(ECONNREFUSED, false, false) << Filtered << Reason::PortUnreach << true;
    QTest::newRow("refused, cannot tell")
        << error(ECONNREFUSED, false) << Closed << Reason::ConnRefused << true;
    QTest::newRow("host unreachable")
        << error(EHOSTUNREACH, false) << Filtered << Reason::HostUnreach << true;
    QTest::newRow("net unreachable")
        << error(ENETUNREACH, false) << Filtered << Reason::NetUnreach << true;
    QTest::newRow("protocol unreachable")
        << error(ENOPROTOOPT, false) << Filtered << Reason::ProtoUnreach << true;
    QTest::newRow("prohibited by the network")
        << error(EACCES, false) << Filtered << Reason::AdminProhibited << true;
    QTest::newRow("source route failed")
        << error(EOPNOTSUPP, false) << Filtered << Reason::NetUnreach << true;
    QTest::newRow("source host isolated")
        << error(ENONET, false) << Filtered << Reason::HostUnreach << true;
    QTest::newRow("no route") << error(ENETUNREACH, true) << Filtered << Reason::NoRoute << false;
    QTest::newRow("unreachable route")
        << error(EHOSTUNREACH, true) << Filtered << Reason::NoRoute << false;
    QTest::newRow("blackhole route") << error(EINVAL, true) << Filtered << Reason::NoRoute << false;
    QTest::newRow("prohibit route")
        << error(EACCES, true) << Unknown << Reason::LocalFirewall << false;
    QTest::newRow("local rule") << error(EPERM, true) << Unknown << Reason::LocalFirewall << false;
    QTest::newRow("an errno nobody has seen")
        << error(EXFULL, false) << Unknown << Reason::LocalLimit << false;
}

void TestVerdict::classifies()
{
    QFETCH(Evidence, evidence);
    QFETCH(bool, hasRtt);
    const ProbeOutcome outcome = classify(evidence, kRtt);
    QVERIFY(outcome.kind == ProbeOutcome::Kind::Verdict);
    QTEST(outcome.state, "state");
    QTEST(outcome.reason, "reason");
    QCOMPARE(outcome.rttMicroseconds, hasRtt ? kRtt : PortResult::kNoRtt);
}

void TestVerdict::classifiesIcmp_data()
{
    QTest::addColumn<bool>("isIpv4");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("errorNumber"); // as Linux gives it
    QTest::addColumn<Reason>("reason");

    const auto row = [](bool isIpv4, int type, int code, int errorNumber, Reason reason) {
        QTest::addRow("ICMPv%d %d/%d", isIpv4 ? 4 : 6, type, code)
            << isIpv4 << type << code << errorNumber << reason;
    };
    row(true, 3, 0, ENETUNREACH, Reason::NetUnreach);
    row(true, 3, 1, EHOSTUNREACH, Reason::HostUnreach);
    row(true, 3, 2, ENOPROTOOPT, Reason::ProtoUnreach);
    row(true, 3, 3, ECONNREFUSED, Reason::PortUnreach);
    row(true, 3, 5, EOPNOTSUPP, Reason::NetUnreach);
    row(true, 3, 6, ENETUNREACH, Reason::NetUnreach);
    row(true, 3, 7, EHOSTDOWN, Reason::HostUnreach);
    row(true, 3, 8, ENONET, Reason::HostUnreach);
    row(true, 3, 9, ENETUNREACH, Reason::NetProhibited);
    row(true, 3, 10, EHOSTUNREACH, Reason::HostProhibited);
    row(true, 3, 11, ENETUNREACH, Reason::NetUnreach);
    row(true, 3, 12, EHOSTUNREACH, Reason::HostUnreach);
    row(true, 3, 13, EHOSTUNREACH, Reason::AdminProhibited);
    row(true, 3, 14, EHOSTUNREACH, Reason::HostUnreach);
    row(true, 3, 15, EHOSTUNREACH, Reason::AdminProhibited);
    row(true, 11, 0, EHOSTUNREACH, Reason::TimeExceeded);
    row(true, 11, 1, EHOSTUNREACH, Reason::TimeExceeded);
    row(true, 12, 0, EPROTO, Reason::ProtoUnreach);
    row(false, 1, 0, ENETUNREACH, Reason::NetUnreach);
    row(false, 1, 1, EACCES, Reason::AdminProhibited);
    row(false, 1, 2, EHOSTUNREACH, Reason::HostUnreach);
    row(false, 1, 3, EHOSTUNREACH, Reason::HostUnreach);
    row(false, 1, 4, ECONNREFUSED, Reason::PortUnreach);
    row(false, 1, 5, EACCES, Reason::AdminProhibited);
    row(false, 1, 6, EACCES, Reason::AdminProhibited);
    row(false, 1, 7, EPROTO, Reason::HostUnreach);
    row(false, 3, 0, EHOSTUNREACH, Reason::TimeExceeded);
    row(false, 4, 1, EPROTO, Reason::ProtoUnreach);
}

void TestVerdict::classifiesIcmp()
{
    QFETCH(bool, isIpv4);
    QFETCH(int, type);
    QFETCH(int, code);
    QFETCH(int, errorNumber);
    Evidence evidence = error(errorNumber, false, false);
    evidence.icmp = IcmpMessage{.type = static_cast<quint8>(type),
                                .code = static_cast<quint8>(code),
                                .sender = isIpv4 ? kRouter4 : kRouter6};
    const ProbeOutcome outcome = classify(evidence, kRtt);
    QVERIFY(outcome.kind == ProbeOutcome::Kind::Verdict);
    QCOMPARE(outcome.state, PortState::Filtered);
    QTEST(outcome.reason, "reason");
    QCOMPARE(outcome.rttMicroseconds, kRtt);
    QVERIFY(!outcome.neighbourFailed);
}

void TestVerdict::tellsOwnMessagesApart_data()
{
    QTest::addColumn<bool>("isIpv4");
    QTest::addColumn<int>("code");
    QTest::addColumn<NeighbourState>("neighbour");
    QTest::addColumn<quint32>("elapsed");
    QTest::addColumn<bool>("neighbourFailed"); // else a rule of this computer

    using enum NeighbourState;
    constexpr quint32 kSoon = 90;
    constexpr quint32 kMiddle = 1'000'000;
    constexpr quint32 kLate = 3'060'000;
    QTest::newRow("the kernel gave up") << true << 1 << Failed << kLate << true;
    QTest::newRow("the kernel gave up, table not readable")
        << true << 1 << Unknown << kLate << true;
    QTest::newRow("a probe that joined late") << true << 1 << Failed << kSoon << true;
    QTest::newRow("asked for again at once") << true << 1 << Unresolved << kMiddle << true;
    QTest::newRow("a rule, while the neighbour is asked for")
        << true << 1 << Unresolved << kSoon << false;
    QTest::newRow("a rule about a live neighbour") << true << 1 << Resolved << kSoon << false;
    QTest::newRow("a rule, host unreachable") << true << 1 << Unknown << kSoon << false;
    QTest::newRow("a rule, port unreachable") << true << 3 << Unknown << kSoon << false;
    QTest::newRow("a rule, prohibited, late") << true << 13 << Failed << kLate << false;
    QTest::newRow("IPv6, the kernel gave up") << false << 3 << Failed << kLate << true;
    QTest::newRow("IPv6, a rule, address unreachable") << false << 3 << Unknown << kSoon << false;
    QTest::newRow("IPv6, a rule, port unreachable") << false << 4 << Unknown << kSoon << false;
}

void TestVerdict::tellsOwnMessagesApart()
{
    QFETCH(bool, isIpv4);
    QFETCH(int, code);
    QFETCH(NeighbourState, neighbour);
    QFETCH(quint32, elapsed);
    QFETCH(bool, neighbourFailed);
    Evidence evidence = error(EHOSTUNREACH, false, false);
    evidence.icmp = IcmpMessage{.type = static_cast<quint8>(isIpv4 ? 3 : 1),
                                .code = static_cast<quint8>(code),
                                .sender = isIpv4 ? kRouter4 : kRouter6};
    evidence.icmpIsOurs = true;
    evidence.neighbour = neighbour;
    const ProbeOutcome outcome = classify(evidence, elapsed);
    QVERIFY(outcome.kind == ProbeOutcome::Kind::Verdict);
    QCOMPARE(outcome.neighbourFailed, neighbourFailed);
    QCOMPARE(outcome.state, neighbourFailed ? PortState::Filtered : PortState::Unknown);
    QCOMPARE(outcome.reason, neighbourFailed ? Reason::HostUnreach : Reason::LocalFirewall);
    QCOMPARE(outcome.rttMicroseconds, PortResult::kNoRtt); // nobody answered
    QCOMPARE(outcome.detail.icmp, evidence.icmp);
}

void TestVerdict::tellsADeadRouterFromADeadHost()
{
    Evidence evidence = error(EHOSTUNREACH, false, false);
    evidence.icmp = IcmpMessage{.type = 3, .code = 1, .sender = kRouter4};
    evidence.icmpIsOurs = true;
    QVERIFY(classify(evidence, 700'000).kind == ProbeOutcome::Kind::Silence);
    QVERIFY(classify(evidence, 90).kind == ProbeOutcome::Kind::Verdict);
    // The kernel says so after three seconds.
    evidence.isRouted = true;
    evidence.neighbour = NeighbourState::Failed;
    const ProbeOutcome outcome = classify(evidence, 3'060'000);
    QCOMPARE(outcome.state, PortState::Filtered);
    QCOMPARE(outcome.reason, Reason::HostUnreach);
    QVERIFY(outcome.routerFailed);
    QVERIFY(!outcome.neighbourFailed);
    QCOMPARE(outcome.detail.inferred, QLatin1String("router-down"));
    // A rule of this computer speaks at once, while the router answers.
    evidence.neighbour = NeighbourState::Resolved;
    QCOMPARE(classify(evidence, 90).reason, Reason::LocalFirewall);
}

void TestVerdict::neverMakesAShortageAPortState_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("shortage");
    const auto row = [](const char *name, int number, Shortage shortage) {
        QTest::newRow(name) << number << static_cast<int>(shortage);
    };
    row("EMFILE", EMFILE, Shortage::Descriptors);
    row("ENFILE", ENFILE, Shortage::Descriptors);
    row("EADDRNOTAVAIL", EADDRNOTAVAIL, Shortage::LocalPorts);
    row("EADDRINUSE", EADDRINUSE, Shortage::LocalPorts);
    row("ENOBUFS", ENOBUFS, Shortage::Memory);
    row("ENOMEM", ENOMEM, Shortage::Memory);
    row("EAGAIN", EAGAIN, Shortage::LocalPorts);
    row("ENETDOWN", ENETDOWN, Shortage::Interface);
}

void TestVerdict::neverMakesAShortageAPortState()
{
    QFETCH(int, number);
    for (const bool atOnce : {true, false}) {
        const ProbeOutcome outcome = classify(error(number, atOnce), kRtt);
        QVERIFY(outcome.kind == ProbeOutcome::Kind::Shortage);
        QTEST(static_cast<int>(outcome.shortage), "shortage");
        QCOMPARE(outcome.detail.errorNumber, number);
    }
}

void TestVerdict::prefersTheKernelsRtt()
{
    Evidence evidence = error(0, false);
    evidence.kernelRttMicroseconds = 42;
    QCOMPARE(classify(evidence, kRtt).rttMicroseconds, quint32(42));
}

void TestVerdict::takesMeetingItselfForNothing()
{
    Evidence evidence = error(0, false, true);
    evidence.selfConnected = true;
    QVERIFY(classify(evidence, kRtt).kind == ProbeOutcome::Kind::SelfConnect);
}

void TestVerdict::keepsTheEvidenceInTheDetail()
{
    Evidence evidence = error(EHOSTUNREACH, false);
    evidence.icmp = IcmpMessage{.type = 3, .code = 13, .sender = kRouter4};
    evidence.synRetransmissions = 2;
    const ProbeOutcome outcome = classify(evidence, kRtt);
    QCOMPARE(outcome.detail.icmp, evidence.icmp);
    QCOMPARE(outcome.detail.synRetransmissions, quint8(2));
    QCOMPARE(classify(error(ENETUNREACH, true), kRtt).detail.errorNumber, ENETUNREACH);
}

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
