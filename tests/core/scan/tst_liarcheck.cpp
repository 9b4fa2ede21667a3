// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/liarcheck.h"

#include <QTest>

using namespace roadstead;

namespace {

const Address kHost = Address::fromIpv4(0xc612'0001);

void verdicts(LiarCheck &check, int count, PortState state, quint32 host = 1)
{
    for (int i = 0; i < count; ++i)
        check.onVerdict(host, state);
}

LiarCheck checkOf(bool isAsked, const PortSet &excluded = {})
{
    LiarCheck check(isAsked, excluded, 7);
    check.onHost(1, kHost);
    check.onHost(2, Address::fromIpv4(0xc612'0002));
    return check;
}

} // namespace

class TestLiarCheck : public QObject
{
    Q_OBJECT

private slots:
    void suspectsWhereNearlyAllIsOpen();
    void suspectsOnRequest();
    void suspectsAHostOnce();
    void triesHighPortsThatAreNotExcluded();
    void triesNothingWhereAllIsExcluded();
    void provesALiarWhenAllAreOpen();
    void suspectsWhatWasFoundBefore();
};

void TestLiarCheck::suspectsWhereNearlyAllIsOpen()
{
    LiarCheck check = checkOf(false);
    verdicts(check, 199, PortState::Open);
    QVERIFY(!check.hasSuspects());
    verdicts(check, 1, PortState::Open);
    QVERIFY(check.hasSuspects());
    LiarCheck honest = checkOf(false);
    verdicts(honest, 10, PortState::Closed);
    verdicts(honest, 190, PortState::Open);
    QVERIFY2(!honest.hasSuspects(), "95 % are not more than 95 %");
}

void TestLiarCheck::suspectsOnRequest()
{
    LiarCheck check = checkOf(true);
    verdicts(check, 1'000, PortState::Closed);
    QVERIFY(!check.hasSuspects());
    verdicts(check, 1, PortState::Open);
    QVERIFY(check.hasSuspects());
}

void TestLiarCheck::suspectsAHostOnce()
{
    LiarCheck check = checkOf(true);
    verdicts(check, 2, PortState::Open, 1);
    verdicts(check, 2, PortState::Open, 2);
    QCOMPARE(check.takeSuspects().pinned.size(), qsizetype(2));
    verdicts(check, 2, PortState::Open, 1);
    QVERIFY(!check.hasSuspects());
}

void TestLiarCheck::triesHighPortsThatAreNotExcluded()
{
    const PortSet excluded = PortSet::range(20'000, 31'000);
    LiarCheck check = checkOf(true, excluded);
    verdicts(check, 1, PortState::Open);
    const PlanInput input = check.takeSuspects();
    QCOMPARE(input.pinned.size(), qsizetype(1));
    QCOMPARE(input.pinned.first().address, kHost);
    QCOMPARE(input.pinned.first().ports.size(), 5);
    for (const quint16 port : input.pinned.first().ports.ports())
        QVERIFY(port > 31'000 && port <= 32'000);
}

void TestLiarCheck::triesNothingWhereAllIsExcluded()
{
    LiarCheck check = checkOf(true, PortSet::range(1, 65'535));
    verdicts(check, 1, PortState::Open);
    QVERIFY(check.takeSuspects().pinned.isEmpty());
    QVERIFY(!check.hasSuspects());
}

void TestLiarCheck::provesALiarWhenAllAreOpen()
{
    LiarCheck check = checkOf(true);
    verdicts(check, 1, PortState::Open);
    QVERIFY(!check.takeSuspects().pinned.isEmpty());
    for (int i = 0; i < 4; ++i)
        QVERIFY(!check.onTried(kHost, PortState::Open));
    QVERIFY(!check.onTried(kHost, PortState::Closed));
    QVERIFY(!check.onTried(Address::fromIpv4(0xc612'0002), PortState::Open));
    const auto change = check.onTried(kHost, PortState::Open);
    QVERIFY(change);
    QCOMPARE(change->host, 1U);
    QCOMPARE(change->address, kHost);
    QCOMPARE(change->event, HostEvent::AcceptsAll);
    QVERIFY(!check.onTried(kHost, PortState::Open));
}

void TestLiarCheck::suspectsWhatWasFoundBefore()
{
    HostRecord host;
    host.number = 1;
    host.address = kHost;
    host.counts[static_cast<size_t>(PortState::Open)] = 200;
    LiarCheck check = checkOf(false);
    check.onEarlier(host);
    QVERIFY(check.hasSuspects());
    QCOMPARE(check.takeSuspects().pinned.first().address, kHost);
    host.acceptsAll = true;
    LiarCheck known = checkOf(false);
    known.onEarlier(host);
    QVERIFY2(!known.hasSuspects(), "it is proven");
}

QTEST_APPLESS_MAIN(TestLiarCheck)
#include "tst_liarcheck.moc"
