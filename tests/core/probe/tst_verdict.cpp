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
    void neverMakesAShortageAPortState_data();
    void neverMakesAShortageAPortState();
    void prefersTheKernelsRtt();
    void takesMeetingItselfForNothing();
    void keepsTheEvidenceInTheDetail();
};

namespace {
constexpr quint32 kRtt = 1'500;

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
    evidence.icmp = IcmpMessage{.type = 3, .code = 13, .sender = Address::fromIpv4(0xc612'0009)};
    evidence.synRetransmissions = 2;
    const ProbeOutcome outcome = classify(evidence, kRtt);
    QCOMPARE(outcome.detail.icmp, evidence.icmp);
    QCOMPARE(outcome.detail.synRetransmissions, quint8(2));
    QCOMPARE(classify(error(ENETUNREACH, true), kRtt).detail.errorNumber, ENETUNREACH);
}

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
