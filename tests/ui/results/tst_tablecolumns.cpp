// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is remembered of the columns, and read again from this version or an older one.

#include "tests/support/tablefixture.h"

#include <QHeaderView>
#include <QTest>

using namespace roadstead;

class TestTableColumns final : public TableFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void remembersAllSortKeys();
    void remembersThatNothingWasChosen();
    void readsTheFormatBefore();
    void sortsByOneColumnThoughShiftIsHeld();
    void ignoresColumnsThatAreNone_data();
    void ignoresColumnsThatAreNone();

private:
    void sortBy(const QList<SortKey> &keys);
};

void TestTableColumns::sortBy(const QList<SortKey> &keys)
{
    m_model->setSortKeys(SortKeys::chosen(keys));
}

void TestTableColumns::remembersAllSortKeys()
{
    const QList<SortKey> keys{{ResultModel::RttColumn, Qt::DescendingOrder},
                              {ResultModel::HostColumn, Qt::AscendingOrder},
                              {ResultModel::PortColumn, Qt::DescendingOrder},
                              {ResultModel::StateColumn, Qt::AscendingOrder}};
    sortBy(keys);
    const QByteArray saved = m_table->saveColumns();
    cleanup();
    init();
    m_table->restoreColumns(saved);
    QCOMPARE(m_model->sortKeys().chosen(), keys);
    QCOMPARE(m_model->sortKeys().chosenCount(), qsizetype(4));
    const QHeaderView *header = m_table->horizontalHeader();
    QCOMPARE(header->sortIndicatorSection(), int(ResultModel::RttColumn));
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    m_model->append(ResultBuilder()
                        .host(1, kRouter)
                        .open(1, 10, 100)
                        .open(1, 30, 100)
                        .open(1, 20, 200)
                        .batch());
    QCOMPARE(m_model->shownRows(), (QList<quint32>{2, 1, 0}));
}

/// Else the order at first would count as a choice that later ones come behind.
void TestTableColumns::remembersThatNothingWasChosen()
{
    const QByteArray saved = m_table->saveColumns();
    m_model->sort(ResultModel::PortColumn, Qt::AscendingOrder);
    cleanup();
    init();
    m_table->restoreColumns(saved);
    QVERIFY(m_model->sortKeys() == SortKeys());
}

void TestTableColumns::readsTheFormatBefore()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSortIndicator(ResultModel::PortColumn, Qt::DescendingOrder);
    m_table->setColumnHidden(ResultModel::NameColumn, true);
    m_table->setColumnWidth(ResultModel::HostColumn, 321);
    const QByteArray saved = char(ResultModel::ColumnCount) + header->saveState();
    cleanup();
    init();
    m_table->restoreColumns(saved);
    QVERIFY(m_table->isColumnHidden(ResultModel::NameColumn));
    QCOMPARE(m_table->columnWidth(ResultModel::HostColumn), 321);
    QCOMPARE(m_model->sortKeys().chosen(),
             (QList<SortKey>{{ResultModel::PortColumn, Qt::DescendingOrder}}));
}

void TestTableColumns::sortsByOneColumnThoughShiftIsHeld()
{
    sortBy({{ResultModel::PortColumn, Qt::DescendingOrder}});
    const QByteArray saved = m_table->saveColumns();
    cleanup();
    init();
    m_model->sort(ResultModel::HostColumn, Qt::AscendingOrder);
    QTest::keyPress(m_table.get(), Qt::Key_Shift, Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::keyboardModifiers(), Qt::ShiftModifier);
    m_table->restoreColumns(saved);
    QTest::keyRelease(m_table.get(), Qt::Key_Shift, Qt::NoModifier);
    QCOMPARE(m_model->sortKeys().chosen(),
             (QList<SortKey>{{ResultModel::PortColumn, Qt::DescendingOrder}}));
}

void TestTableColumns::ignoresColumnsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::newRow("no such column") << QByteArray::fromHex("01ff00");
    QTest::newRow("twice") << QByteArray::fromHex("0203000301");
    QTest::newRow("cut off") << QByteArray::fromHex("0903");
}

void TestTableColumns::ignoresColumnsThatAreNone()
{
    QFETCH(const QByteArray, keys);
    m_model->sort(ResultModel::TimeColumn, Qt::AscendingOrder);
    const SortKeys before = m_model->sortKeys();
    QByteArray saved = m_table->saveColumns();
    saved.replace(2, 3, keys); // number of keys, column, order
    m_table->restoreColumns(saved);
    QVERIFY(m_model->sortKeys() == before);
    QVERIFY(!m_table->isColumnHidden(ResultModel::StateColumn));
}

QTEST_MAIN(TestTableColumns)
#include "tst_tablecolumns.moc"
