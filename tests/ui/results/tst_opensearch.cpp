// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From one open port to the next, however many rows lie between them.

#include "tests/support/tablefixture.h"
#include "ui/model/opensearch.h"

#include <QHeaderView>
#include <QTest>

using namespace roadstead;

class TestOpenSearch final : public TableFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { tearDown(); }

    void findsWhatIsFarAwayALittleLater();
    void walksBackFromNowhere();
    void theLastPressCounts();
    void leavesWhatWasChosenMeanwhile();
    void findsNothingWhereOpenPortsAreHidden();
    void passesRemovedRowsOver();

private:
    [[nodiscard]] int currentRow() const { return m_table->currentIndex().row(); }
};

/// 20,000 rows by port; 100, 10,000 and 10,010 are open.
void TestOpenSearch::init()
{
    setUp();
    m_model->setStateShown(PortState::Closed, true);
    ResultBuilder rows;
    rows.host(1, kRouter);
    for (quint16 port = 1; port <= 20'000; ++port) {
        const bool isOpen = port == 100 || port == 10'000 || port == 10'010;
        isOpen ? rows.open(1, port) : rows.closed(1, port);
    }
    m_model->append(rows.batch());
    m_table->horizontalHeader()->setSortIndicator(ResultModel::PortColumn, Qt::AscendingOrder);
    settle();
    QCOMPARE(m_model->rowCount(), 20'000);
}

void TestOpenSearch::findsWhatIsFarAwayALittleLater()
{
    m_table->goToNextOpen();
    QCOMPARE(currentRow(), 99);
    m_table->goToNextOpen();
    QCOMPARE(currentRow(), 99);
    QTRY_COMPARE(currentRow(), 9'999);
    m_table->goToNextOpen();
    QCOMPARE(currentRow(), 10'009);
    m_table->goToNextOpen(); // round the end
    QTRY_COMPARE(currentRow(), 99);
    m_table->goToPreviousOpen();
    QTRY_COMPARE(currentRow(), 10'009);
}

void TestOpenSearch::walksBackFromNowhere()
{
    QVERIFY(!m_table->currentIndex().isValid());
    m_table->goToPreviousOpen();
    QTRY_COMPARE(currentRow(), 10'009);
}

void TestOpenSearch::theLastPressCounts()
{
    m_table->setCurrentIndex(m_model->index(5'050, 1));
    m_table->goToNextOpen();
    QCOMPARE(currentRow(), 9'999);
    m_table->setCurrentIndex(m_model->index(99, 1));
    m_table->goToNextOpen();
    m_table->goToPreviousOpen();
    waitForBackground();
    QTRY_COMPARE(currentRow(), 10'009);
    QCoreApplication::processEvents();
    QCOMPARE(currentRow(), 10'009);
}

void TestOpenSearch::leavesWhatWasChosenMeanwhile()
{
    m_table->setCurrentIndex(m_model->index(99, 1));
    m_table->goToNextOpen();
    m_table->setCurrentIndex(m_model->index(3, 1));
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(currentRow(), 3);
}

void TestOpenSearch::findsNothingWhereOpenPortsAreHidden()
{
    m_model->setStateShown(PortState::Open, false);
    QTRY_VERIFY(m_model->isUpToDate());
    m_table->setCurrentIndex(m_model->index(3, 1));
    m_table->goToNextOpen();
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(currentRow(), 3);
}

// A worker takes them out of the table; until then they are still shown.
void TestOpenSearch::passesRemovedRowsOver()
{
    ResultStore store;
    store.clear(testStart());
    store.append(ResultBuilder().host(1, kRouter).open(1, 1).open(1, 2).open(1, 3).batch());
    store.setRemoved({0, 1}, true);
    const OpenSearch search{-1, 1, 1, 3};
    QCOMPARE(search.positionIn(store, {1, 0, 2}), qsizetype(2));
    store.setRemoved({2}, true);
    QCOMPARE(search.positionIn(store, {1, 0, 2}), qsizetype(-1));
}

QTEST_MAIN(TestOpenSearch)
#include "tst_opensearch.moc"
