// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows of a store that a person removed: marks beside it, and counts that follow.

#include "core/result/resultstore.h"
#include "tests/support/resultbuilder.h"

#include <QTest>

using namespace roadstead;

class TestRemovedRows final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void countsFollow();
    void keepTheirPlaces();
    void areRemovedOnce();
    void takeTheirHostAlong();
    void aHostWithoutRowsIsNotRemoved();
    void laterRowsAreNotRemoved();
    void aSnapshotKnowsWhatItKnew();
    void aClearedStoreKnowsNone();
    void aPreparedCopyGrows();

private:
    ResultStore m_store;
};

void TestRemovedRows::init()
{
    m_store = {};
    m_store.clear(testStart());
    m_store.append(ResultBuilder()
                       .host(7, kRouter)
                       .host(8, kRouter + 1)
                       .open(7, 22)
                       .closed(7, 80)
                       .open(8, 22)
                       .open(8, 443)
                       .batch());
}

void TestRemovedRows::countsFollow()
{
    m_store.setRemoved({0, 3}, true);
    QCOMPARE(m_store.liveRowCount(), 2U);
    QCOMPARE(m_store.count(PortState::Open), quint64(1));
    QCOMPARE(m_store.count(PortState::Closed), quint64(1));
    QCOMPARE(m_store.hostsWithOpenPorts(), 1U);
    QCOMPARE(m_store.host(0).counts, (std::array<quint32, kPortStateCount>{0, 0, 1, 0}));
    QCOMPARE(m_store.host(1).counts, (std::array<quint32, kPortStateCount>{1, 0, 0, 0}));
    m_store.setRemoved({0}, false);
    QCOMPARE(m_store.liveRowCount(), 3U);
    QCOMPARE(m_store.count(PortState::Open), quint64(2));
    QCOMPARE(m_store.hostsWithOpenPorts(), 2U);
    QVERIFY(!m_store.isRemoved(0));
    QVERIFY(m_store.isRemoved(3));
}

void TestRemovedRows::keepTheirPlaces()
{
    m_store.setRemoved({1}, true);
    QCOMPARE(m_store.rowCount(), 4U);
    QCOMPARE(m_store.row(1).port, quint16(80));
    QCOMPARE(m_store.row(2).port, quint16(22));
}

void TestRemovedRows::areRemovedOnce()
{
    m_store.setRemoved({0}, true);
    const quint32 removals = m_store.removals();
    m_store.setRemoved({0}, true);
    m_store.setRemoved({1}, false);
    m_store.setRemoved({}, true);
    QCOMPARE(m_store.removals(), removals);
    QCOMPARE(m_store.count(PortState::Open), quint64(2));
    m_store.setRemoved({0, 1}, false);
    QCOMPARE(m_store.removals(), removals + 1);
    QCOMPARE(m_store.count(PortState::Open), quint64(3));
    QCOMPARE(m_store.count(PortState::Closed), quint64(1));
}

void TestRemovedRows::takeTheirHostAlong()
{
    m_store.setRemoved({2}, true);
    QVERIFY(!m_store.host(1).isRemoved());
    m_store.setRemoved({3}, true);
    QVERIFY(m_store.host(1).isRemoved());
    QVERIFY(!m_store.host(0).isRemoved());
    m_store.setRemoved({2}, false);
    QVERIFY(!m_store.host(1).isRemoved());
}

void TestRemovedRows::aHostWithoutRowsIsNotRemoved()
{
    m_store.append(ResultBuilder().host(9, kRouter + 2).batch());
    QVERIFY(!m_store.host(2).isRemoved());
}

void TestRemovedRows::laterRowsAreNotRemoved()
{
    m_store.setRemoved({2, 3}, true);
    m_store.append(ResultBuilder().closed(8, 25).batch());
    QVERIFY(!m_store.isRemoved(4));
    QCOMPARE(m_store.liveRowCount(), 3U);
    QVERIFY(!m_store.host(1).isRemoved()); // something is known of it again
}

void TestRemovedRows::aSnapshotKnowsWhatItKnew()
{
    const ResultStore before = m_store;
    m_store.setRemoved({0, 1, 2, 3}, true);
    QCOMPARE(before.liveRowCount(), 4U);
    QCOMPARE(before.host(0).counts, (std::array<quint32, kPortStateCount>{1, 0, 1, 0}));
    QVERIFY(!before.isRemoved(0));
    QCOMPARE(m_store.liveRowCount(), 0U);
    QCOMPARE(m_store.hostsWithOpenPorts(), 0U);
}

void TestRemovedRows::aClearedStoreKnowsNone()
{
    m_store.setRemoved({0}, true);
    m_store.clear(testStart());
    m_store.append(ResultBuilder().host(7, kRouter).open(7, 22).batch());
    QVERIFY(!m_store.isRemoved(0));
    QCOMPARE(m_store.liveRowCount(), 1U);
}

void TestRemovedRows::aPreparedCopyGrows()
{
    ResultStore copy = m_store;
    copy.prepareToGrow();
    const ResultStore moved = std::move(copy);
    copy = moved; // a copy again: it finds the hosts anew
    copy.append(ResultBuilder().host(8, kRouter + 1).open(8, 25).batch());
    QCOMPARE(copy.hostCount(), 2U);
    QCOMPARE(copy.row(4).host, 1U);
}

QTEST_GUILESS_MAIN(TestRemovedRows)
#include "tst_removedrows.moc"
