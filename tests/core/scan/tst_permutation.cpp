// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/permutation.h"

#include <QSet>
#include <QTest>

using namespace roadstead;

class TestPermutation : public QObject
{
    Q_OBJECT

private slots:
    void visitsEveryNumberOnce_data();
    void visitsEveryNumberOnce();
    void dependsOnTheSeed();
    void staysTheSameOnEveryPlatform();
    void worksOnHugeDomains();
};

void TestPermutation::visitsEveryNumberOnce_data()
{
    QTest::addColumn<quint64>("size");
    for (const quint64 size :
         {1ULL, 2ULL, 3ULL, 4ULL, 5ULL, 16ULL, 17ULL, 254ULL, 1'024ULL, 65'535ULL})
        QTest::addRow("%llu", static_cast<unsigned long long>(size)) << size;
}

void TestPermutation::visitsEveryNumberOnce()
{
    QFETCH(quint64, size);
    const Permutation permutation(size, 7);
    QSet<quint64> seen;
    for (quint64 i = 0; i < size; ++i) {
        const quint64 value = permutation.at(i);
        QVERIFY(value < size);
        seen.insert(value);
    }
    QCOMPARE(seen.size(), qsizetype(size));
}

void TestPermutation::dependsOnTheSeed()
{
    const Permutation a(1'000, 1);
    const Permutation b(1'000, 2);
    int same = 0;
    for (quint64 i = 0; i < 1'000; ++i)
        same += a.at(i) == b.at(i) ? 1 : 0;
    QVERIFY2(same < 20, qPrintable(QString::number(same))); // one is expected
}

void TestPermutation::staysTheSameOnEveryPlatform()
{
    // A saved seed must mean the same order for ever.
    const Permutation permutation(10, 42);
    QList<quint64> order;
    for (quint64 i = 0; i < 10; ++i)
        order.append(permutation.at(i));
    QCOMPARE(order, QList<quint64>({4, 6, 5, 2, 8, 0, 9, 1, 7, 3}));
}

void TestPermutation::worksOnHugeDomains()
{
    const quint64 size = (quint64(1) << 48) + 12'345;
    const Permutation permutation(size, 3);
    for (quint64 i = 0; i < 1'000; ++i)
        QVERIFY(permutation.at(size - 1 - i) < size);
}

QTEST_APPLESS_MAIN(TestPermutation)
#include "tst_permutation.moc"
