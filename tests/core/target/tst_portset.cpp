// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/portset.h"

#include <QTest>

using namespace roadstead;

class TestPortSet : public QObject
{
    Q_OBJECT

private slots:
    void sortsAndDropsDuplicates();
    void makesRanges();
    void unitesAndTakesAway();
};

void TestPortSet::sortsAndDropsDuplicates()
{
    const PortSet set({443, 22, 443, 0, 65535, 22});
    QCOMPARE(set.ports(), (QList<quint16>{0, 22, 443, 65535}));
    QCOMPARE(set.size(), 4);
    QCOMPARE(set.at(2), quint16(443));
    QVERIFY(set.contains(0));
    QVERIFY(!set.contains(23));
    QVERIFY(PortSet().isEmpty());
}

void TestPortSet::makesRanges()
{
    QCOMPARE(PortSet::range(5, 7), PortSet({7, 6, 5}));
    const PortSet all = PortSet::range(0, 65535);
    QCOMPARE(all.size(), 65536);
    QCOMPARE(all.at(65535), quint16(65535));
}

void TestPortSet::unitesAndTakesAway()
{
    const PortSet a({1, 2, 3});
    const PortSet b({3, 4});
    QCOMPARE(a.united(b), PortSet::range(1, 4));
    QCOMPARE(a.without(b), PortSet::range(1, 2));
    QCOMPARE(a.without(PortSet()), a);
    QVERIFY(a.without(a).isEmpty());
}

QTEST_GUILESS_MAIN(TestPortSet)
#include "tst_portset.moc"
