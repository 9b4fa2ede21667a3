// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/portstate.h"

#include <QSet>
#include <QTest>

using namespace roadstead;

class TestPortState : public QObject
{
    Q_OBJECT

private slots:
    void namesStates_data();
    void namesStates();
    void namesReasons_data();
    void namesReasons();
    void readsBackWhatItNames();
    void rejectsOtherTexts_data();
    void rejectsOtherTexts();
};

void TestPortState::namesStates_data()
{
    QTest::addColumn<PortState>("state");
    QTest::newRow("open") << PortState::Open;
    QTest::newRow("unknown") << PortState::Unknown;
    QTest::newRow("closed") << PortState::Closed;
    QTest::newRow("filtered") << PortState::Filtered;
}

void TestPortState::namesStates()
{
    QFETCH(PortState, state);
    QCOMPARE(identifier(state), QLatin1String(QTest::currentDataTag()));
}

void TestPortState::namesReasons_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::newRow("syn-ack") << Reason::SynAck;
    QTest::newRow("reset") << Reason::Reset;
    QTest::newRow("conn-refused") << Reason::ConnRefused;
    QTest::newRow("no-response") << Reason::NoResponse;
    QTest::newRow("port-unreach") << Reason::PortUnreach;
    QTest::newRow("host-unreach") << Reason::HostUnreach;
    QTest::newRow("net-unreach") << Reason::NetUnreach;
    QTest::newRow("proto-unreach") << Reason::ProtoUnreach;
    QTest::newRow("admin-prohibited") << Reason::AdminProhibited;
    QTest::newRow("host-prohibited") << Reason::HostProhibited;
    QTest::newRow("net-prohibited") << Reason::NetProhibited;
    QTest::newRow("time-exceeded") << Reason::TimeExceeded;
    QTest::newRow("no-route") << Reason::NoRoute;
    QTest::newRow("local-firewall") << Reason::LocalFirewall;
    QTest::newRow("local-limit") << Reason::LocalLimit;
    QTest::newRow("not-probed") << Reason::NotProbed;
}

void TestPortState::namesReasons()
{
    QFETCH(Reason, reason);
    QCOMPARE(identifier(reason), QLatin1String(QTest::currentDataTag()));
}

void TestPortState::readsBackWhatItNames()
{
    QSet<QString> names;
    for (const PortState state : kAllPortStates) {
        names.insert(identifier(state));
        QCOMPARE(portStateFromIdentifier(QString(identifier(state))), std::optional(state));
    }
    for (int i = 0; i < kReasonCount; ++i) {
        const auto reason = static_cast<Reason>(i);
        names.insert(identifier(reason));
        QCOMPARE(reasonFromIdentifier(QString(identifier(reason))), std::optional(reason));
    }
    QCOMPARE(names.size(), kPortStateCount + kReasonCount);
}

void TestPortState::rejectsOtherTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("case") << QStringLiteral("Open");
    QTest::newRow("space") << QStringLiteral("reset ");
    QTest::newRow("start") << QStringLiteral("syn");
}

void TestPortState::rejectsOtherTexts()
{
    QFETCH(QString, text);
    QVERIFY(!portStateFromIdentifier(text));
    QVERIFY(!reasonFromIdentifier(text));
}

QTEST_GUILESS_MAIN(TestPortState)
#include "tst_portstate.moc"
