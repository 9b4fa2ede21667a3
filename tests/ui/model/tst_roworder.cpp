// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/model/keypacker.h"
#include "ui/model/roworder.h"
#include "ui/model/servicenames.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace roadstead;

class TestRowOrder final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sortsInRunsAndMergesThem_data();
    void sortsInRunsAndMergesThem();
    void stopsWhenCancelled();
    void packsIntoTwoWords();

private:
    static constexpr quint32 kRows = 1'300'000; ///< more than a run

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    ServiceNames m_services{m_catalogue};
    ResultStore m_store;
};

void TestRowOrder::initTestCase()
{
    m_store.clear(testStart());
    QRandomGenerator random(3);
    ResultBuilder hosts;
    for (quint32 host = 0; host < 50; ++host)
        hosts.host(host, kRouter + host * 13 % 50,
                   host % 2 == 0 ? QStringList{QStringLiteral("h%1").arg(host)} : QStringList());
    ResultBatch batch = hosts.batch();
    for (quint32 i = 0; i < kRows; ++i) {
        PortResult row;
        row.host = random.bounded(50U);
        row.port = static_cast<quint16>(random.bounded(2'000U));
        row.setVerdict(static_cast<PortState>(random.bounded(kPortStateCount)), Reason::Reset);
        row.setRtt(random.bounded(10U) == 0 ? PortResult::kNoRtt : random.bounded(500U));
        row.atMilliseconds = random.bounded(4U) << 30U;
        batch.rows.append(row);
    }
    m_store.append(batch);
}

void TestRowOrder::sortsInRunsAndMergesThem_data()
{
    QTest::addColumn<QList<int>>("columns");
    QTest::newRow("many equal, as in the store") << QList<int>{ResultColumns::AttemptsColumn};
    QTest::newRow("rtt") << QList<int>{ResultColumns::RttColumn};
    QTest::newRow("name, then state, then rtt") << QList<int>{
        ResultColumns::NameColumn, ResultColumns::StateColumn, ResultColumns::RttColumn};
    QTest::newRow("more than 64 bits")
        << QList<int>{ResultColumns::TimeColumn, ResultColumns::RttColumn,
                      ResultColumns::NameColumn, ResultColumns::ServiceColumn};
}

void TestRowOrder::sortsInRunsAndMergesThem()
{
    QFETCH(QList<int>, columns);
    SortKeys keys;
    keys.choose({static_cast<ResultColumns::Column>(columns.first()), Qt::DescendingOrder});
    for (const int column : columns.sliced(1))
        keys.chooseFurther(static_cast<ResultColumns::Column>(column));
    const RowOrder order(m_store, m_services, keys);
    QList<quint32> rows(kRows);
    for (quint32 row = 0; row < kRows; ++row)
        rows[row] = row;
    order.sort(rows);
    QCOMPARE(rows.size(), qsizetype(kRows));
    // Each before the next, which no row can be twice.
    for (qsizetype i = 1; i < rows.size(); ++i)
        QVERIFY2(order.isLess(rows.at(i - 1), rows.at(i)), qPrintable(QString::number(i)));
}

void TestRowOrder::stopsWhenCancelled()
{
    QList<quint32> rows(kRows);
    for (quint32 row = 0; row < kRows; ++row)
        rows[row] = kRows - 1 - row;
    const QList<quint32> before = rows;
    Cancellation cancellation;
    cancellation.cancel();
    SortKeys keys;
    RowOrder(m_store, m_services, keys).sort(rows, cancellation);
    QVERIFY(rows.isEmpty() || rows == before);
}

void TestRowOrder::packsIntoTwoWords()
{
    QList<quint32> rows(kRows);
    std::iota(rows.begin(), rows.end(), 0U);
    KeyPacker packer(m_store, m_services, rows);
    const auto add = [&packer](ResultColumns::Column column) {
        return packer.add({column, Qt::AscendingOrder});
    };
    QVERIFY(add(ResultColumns::TimeColumn) && add(ResultColumns::PortColumn)); // 43 bits
    QVERIFY(add(ResultColumns::StateColumn) && add(ResultColumns::RttColumn)); // 55 bits
    QVERIFY(!packer.hasSecondWord());
    QVERIFY(add(ResultColumns::HostColumn) && add(ResultColumns::NameColumn)); // 66 bits
    QVERIFY(packer.hasSecondWord());
    QVERIFY(add(ResultColumns::AttemptsColumn)); // behind those
    const quint64 before = packer.pack(7, 1);
    QVERIFY(add(ResultColumns::TimeColumn)); // has decided already
    QCOMPARE(packer.pack(7, 1), before);
}

QTEST_APPLESS_MAIN(TestRowOrder)
#include "tst_roworder.moc"
