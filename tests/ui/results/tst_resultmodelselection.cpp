// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QTest>

using namespace roadstead;

class TestResultModelSelection final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void keepsSelectionAndCurrentWhileStreaming();
    void keepsSelectionWhileSortingAndFiltering();
    void hiddenCurrentRowGivesWayToItsNeighbour();
    void keepsEverythingSelectedThroughASort();

private:
    [[nodiscard]] QList<int> shownPorts() const;

    std::unique_ptr<PortCatalogue> m_catalogue;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestResultModelSelection::init()
{
    m_catalogue = std::make_unique<PortCatalogue>(QByteArray(), testServices());
    m_model = std::make_unique<ResultModel>(*m_catalogue);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->clear(testStart());
}

void TestResultModelSelection::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

QList<int> TestResultModelSelection::shownPorts() const
{
    QList<int> ports;
    for (const quint32 row : m_model->shownRows())
        ports << m_model->store().row(row).port;
    return ports;
}

void TestResultModelSelection::keepsSelectionAndCurrentWhileStreaming()
{
    QItemSelectionModel selection(m_model.get());
    m_model->sort(ResultModel::RttColumn, Qt::AscendingOrder);
    m_model->append(
        ResultBuilder().host(1, kRouter).open(1, 1, 100).open(1, 2, 200).open(1, 3, 300).batch());
    selection.setCurrentIndex(m_model->index(1, 2),
                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_model->append(ResultBuilder().open(1, 4, 50).open(1, 5, 150).open(1, 6, 250).batch());
    m_model->append(ResultBuilder().open(1, 7, 10).batch());
    QCOMPARE(shownPorts(), (QList<int>{7, 4, 1, 5, 2, 6, 3}));
    QCOMPARE(selection.currentIndex(), m_model->index(4, 2));
    QCOMPARE(selection.selectedRows(), (QModelIndexList{m_model->index(4, 0)}));
}

void TestResultModelSelection::keepsSelectionWhileSortingAndFiltering()
{
    QItemSelectionModel selection(m_model.get());
    ResultBuilder rows;
    rows.host(1, kRouter);
    for (quint16 port = 1; port <= 50; ++port)
        rows.open(1, port, 1'000U - port);
    m_model->append(rows.batch());
    selection.setCurrentIndex(m_model->index(9, 3),
                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    selection.select(m_model->index(29, 0),
                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_model->sort(ResultModel::RttColumn, Qt::AscendingOrder); // turns the order round
    QCOMPARE(selection.currentIndex(), m_model->index(40, 3));
    QVERIFY(selection.isRowSelected(20) && selection.isRowSelected(40));
    m_model->setFilter(ResultFilter::parse(u"0").value());
    QCOMPARE(shownPorts(), (QList<int>{50, 40, 30, 20, 10}));
    QCOMPARE(selection.currentIndex(), m_model->index(4, 3));
    QVERIFY(selection.isRowSelected(2) && selection.isRowSelected(4));
    QCOMPARE(selection.selectedRows().size(), qsizetype(2));
    m_model->setFilter(ResultFilter());
    QCOMPARE(selection.currentIndex(), m_model->index(40, 3));
    QCOMPARE(selection.selectedRows().size(), qsizetype(2));
}

void TestResultModelSelection::hiddenCurrentRowGivesWayToItsNeighbour()
{
    m_tester.reset(); // it holds on to a hundred rows, and the first of them would count as well
    QItemSelectionModel selection(m_model.get());
    ResultBuilder rows;
    rows.host(1, kRouter);
    for (quint16 port = 1; port <= 50; ++port)
        rows.open(1, port);
    m_model->append(rows.batch());
    selection.setCurrentIndex(m_model->index(24, 0),
                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_model->setFilter(ResultFilter::parse(u"0").value()); // 10 20 30 40 50; port 25 is hidden
    QCOMPARE(selection.currentIndex(), m_model->index(1, 0));
    QVERIFY(selection.selectedRows().isEmpty());
}

void TestResultModelSelection::keepsEverythingSelectedThroughASort()
{
    QItemSelectionModel selection(m_model.get());
    ResultBuilder rows;
    rows.host(1, kRouter);
    for (quint16 port = 1; port <= 3'000; ++port)
        rows.open(1, port, 10'000U - port);
    m_model->append(rows.batch());
    selection.setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    for (int row = 0; row < 3'000; row += 2)
        selection.select(m_model->index(row, 0),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_model->sort(ResultModel::RttColumn, Qt::AscendingOrder);
    QCOMPARE(selection.currentIndex(), m_model->index(2'999, 0));
    QCOMPARE(selection.selectedRows().size(), qsizetype(1'500));
    QVERIFY(selection.isRowSelected(2'999) && !selection.isRowSelected(2'998));
}

QTEST_MAIN(TestResultModelSelection)
#include "tst_resultmodelselection.moc"
