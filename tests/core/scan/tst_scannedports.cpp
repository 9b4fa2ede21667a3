// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/scannedports.h"
#include "tests/support/resultbuilder.h"

#include <QTest>

using namespace roadstead;

class TestScannedPorts : public QObject
{
    Q_OBJECT

private slots:
    void knowsNothingOfNothing();
    void knowsWhatHasAVerdict();
    void countsWhatWasFound();
    void knowsByWhichPortAHostIsUp();
    void seesDuplicates();
    void keepsRemovedRows();
};

void TestScannedPorts::knowsNothingOfNothing()
{
    const ScannedPorts scanned((ResultStore()));
    QCOMPARE(scanned.size(), quint64(0));
    QVERIFY(!scanned.contains(0, 80));
    QCOMPARE(scanned.countOf(0), quint32(0));
    QCOMPARE(scanned.answeredOf(9), quint32(0));
    QVERIFY(!scanned.proofOf(0));
    QVERIFY(!scanned.hasDuplicates());
}

void TestScannedPorts::knowsWhatHasAVerdict()
{
    // Hosts by the plan's numbers, not in their order, and rows of both mixed.
    ResultBuilder found;
    found.host(70'000, kRouter).host(3, kRouter + 1);
    found.closed(70'000, 443).closed(3, 22).open(70'000, 80).filtered(3, 65'535).closed(70'000, 1);
    const ScannedPorts scanned(found.store());
    QCOMPARE(scanned.size(), quint64(5));
    for (const quint16 port : QList<quint16>{1, 80, 443})
        QVERIFY(scanned.contains(70'000, port));
    QVERIFY(scanned.contains(3, 22));
    QVERIFY(scanned.contains(3, 65'535));
    QVERIFY(!scanned.contains(3, 80));
    QVERIFY(!scanned.contains(70'000, 22));
    QVERIFY(!scanned.contains(0, 80));
    QCOMPARE(scanned.countOf(70'000), quint32(3));
    QCOMPARE(scanned.countOf(3), quint32(2));
}

void TestScannedPorts::countsWhatWasFound()
{
    ResultBuilder found;
    found.host(0, kRouter).open(0, 1).open(0, 2).closed(0, 3).filtered(0, 4).unknown(0, 5);
    const ScannedPorts scanned(found.store());
    QCOMPARE(scanned.counts(), (std::array<quint64, kPortStateCount>{2, 1, 1, 1}));
    QCOMPARE(scanned.answeredOf(0), quint32(3));
}

void TestScannedPorts::knowsByWhichPortAHostIsUp()
{
    const Address address = Address::fromIpv4(kRouter);
    ResultBuilder found;
    found.host(7, address).closed(7, 22).change(7, address, HostEvent::Up, 22, Reason::Reset);
    found.change(8, Address::fromIpv4(kRouter + 1), HostEvent::Down);
    const ScannedPorts scanned(found.store());
    const auto up = scanned.proofOf(7);
    QVERIFY(up);
    QCOMPARE(*up, (HostChange{.host = 7,
                              .address = address,
                              .event = HostEvent::Up,
                              .port = 22,
                              .reason = Reason::Reset}));
    QVERIFY(!scanned.proofOf(8)); // it may have come up meanwhile, and is asked anew
}

void TestScannedPorts::seesDuplicates()
{
    ResultBuilder found;
    found.host(0, kRouter).host(1, kRouter + 1).open(0, 80).open(1, 80);
    QVERIFY(!ScannedPorts(found.store()).hasDuplicates());
    QVERIFY(ScannedPorts(found.closed(0, 80).store()).hasDuplicates());
}

/// A person does not want to see them; they are scanned all the same.
void TestScannedPorts::keepsRemovedRows()
{
    ResultStore store = ResultBuilder().host(0, kRouter).open(0, 80).closed(0, 81).store();
    RowSet rows;
    rows.insert(0);
    store.setRemoved(rows, true);
    const ScannedPorts scanned(store);
    QVERIFY(scanned.contains(0, 80));
    QCOMPARE(scanned.counts()[static_cast<size_t>(PortState::Open)], quint64(1));
    QCOMPARE(scanned.size(), quint64(2));
}

QTEST_APPLESS_MAIN(TestScannedPorts)
#include "tst_scannedports.moc"
