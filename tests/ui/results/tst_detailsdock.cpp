// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the details say of many rows; of single ones: tests/ui/window/tst_details.cpp.

#include "core/base/background.h"
#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"
#include "ui/results/detailsdock.h"
#include "ui/results/resulttable.h"

#include <QHeaderView>
#include <QTest>
#include <QTextEdit>

using namespace roadstead;

class TestDetailsDock final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void addsUpManyRows();
    void addsUpAfterASort();
    void fewRowsOvertakeMany();
    void ofOneRowThatIsLeftItTellsEverything();

private:
    void selectRows(int first, int last);
    void sortByRtt();
    [[nodiscard]] QString text() const { return m_dock->findChild<QTextEdit *>()->toPlainText(); }
    [[nodiscard]] QString totalsOf(int first, int last) const;

    std::unique_ptr<PortCatalogue> m_catalogue;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<ResultTable> m_table;
    std::unique_ptr<DetailsDock> m_dock;
};

void TestDetailsDock::init()
{
    m_catalogue = std::make_unique<PortCatalogue>(QByteArray(), testServices());
    m_model = std::make_unique<ResultModel>(*m_catalogue);
    m_table = std::make_unique<ResultTable>();
    m_table->setModel(m_model.get());
    m_dock = std::make_unique<DetailsDock>(*m_table, *m_model);
    m_table->show();
    m_dock->setVisible(true);
    QVERIFY(QTest::qWaitForWindowExposed(m_dock.get()));
    m_model->clear(testStart());
    ResultBuilder rows;
    rows.host(1, kRouter);
    for (quint16 port = 1; port <= 20'000; ++port)
        rows.open(1, port, 100'000U - port);
    m_model->append(rows.batch());
    QTRY_VERIFY(m_model->isUpToDate());
}

void TestDetailsDock::cleanup()
{
    m_dock.reset();
    m_table.reset();
    m_model.reset();
    waitForBackground();
}

void TestDetailsDock::selectRows(int first, int last)
{
    const QItemSelection rows(m_model->index(first, 0),
                              m_model->index(last, ResultModel::ColumnCount - 1));
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void TestDetailsDock::sortByRtt()
{
    m_table->horizontalHeader()->setSortIndicator(ResultModel::RttColumn, Qt::AscendingOrder);
    QTRY_VERIFY(m_model->isUpToDate());
}

QString TestDetailsDock::totalsOf(int first, int last) const
{
    DetailTotals totals(m_model->store());
    for (int row = first; row <= last; ++row)
        totals.add(static_cast<quint32>(row));
    QStringList lines;
    const DetailLines all = totals.lines();
    for (const DetailLine &line : all)
        lines << line.text;
    return lines.join(u'\n');
}

void TestDetailsDock::addsUpManyRows()
{
    selectRows(0, 3'999);
    QTRY_COMPARE(text(), totalsOf(0, 3'999));
    selectRows(0, 11'999);
    QTRY_COMPARE(text(), totalsOf(0, 11'999));
    m_table->selectAll();
    QTRY_COMPARE(text(), totalsOf(0, 19'999));
}

void TestDetailsDock::addsUpAfterASort()
{
    selectRows(0, 11'999);
    sortByRtt();
    QTRY_COMPARE(text(), totalsOf(0, 11'999));
}

void TestDetailsDock::fewRowsOvertakeMany()
{
    m_table->selectAll();
    QTRY_COMPARE(text(), totalsOf(0, 19'999));
    selectRows(0, 2);
    QTRY_COMPARE(text(), totalsOf(0, 2));
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(text(), totalsOf(0, 2));
}

void TestDetailsDock::ofOneRowThatIsLeftItTellsEverything()
{
    m_table->setCurrentIndex(m_model->index(17, 0));
    selectRows(0, 11'999);
    sortByRtt();
    m_model->setFilter(ResultFilter::parse(u"port:18").value());
    QTRY_COMPARE(m_model->rowCount(), 1);
    QTRY_VERIFY(text().contains(QStringLiteral("18")));
    QVERIFY(text() != totalsOf(17, 17));
}

QTEST_MAIN(TestDetailsDock)
#include "tst_detailsdock.moc"
