// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who makes the next view, and when: at once, by a worker, or after a pause.

#include "tests/support/resultbuilder.h"
#include "ui/model/resultmodel.h"

#include <QTest>

using namespace roadstead;

class TestResultModelWork final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_model.reset(); }

    void aLaterNameWaitsForThePause();
    void aNameThatIsKnownChangesNothing();
    void manyRowsAreTakenInAtIntervals();
    void manyHostsAreFilteredByAWorker();
    void manyHostsAreSortedByAWorker();
    void tellsWhatItWorksOn();
    void tellsNothingOfMerging();

private:
    void appendHosts(quint32 count);

    std::unique_ptr<PortCatalogue> m_catalogue;
    std::unique_ptr<ResultModel> m_model;
};

void TestResultModelWork::init()
{
    m_catalogue = std::make_unique<PortCatalogue>(QByteArray(), testServices());
    m_model = std::make_unique<ResultModel>(*m_catalogue);
    m_model->clear(testStart());
}

/// One row each, as when a network is searched for one port.
void TestResultModelWork::appendHosts(quint32 count)
{
    ResultBuilder rows;
    for (quint32 host = 0; host < count; ++host)
        rows.host(host, kRouter + host).open(host, 22, count - host);
    m_model->append(rows.batch());
    QTRY_VERIFY(m_model->isUpToDate());
}

void TestResultModelWork::aLaterNameWaitsForThePause()
{
    m_model->setLongestTurn(0);
    bool isNamed = false;
    bool wasWorking = true;
    connect(m_model.get(), &ResultModel::countsChanged, this, [&] { // the pause has just begun
        if (m_model->rowCount() == 0 || std::exchange(isNamed, true))
            return;
        m_model->append(ResultBuilder().host(1, kRouter, {QStringLiteral("late.lan")}).batch());
        wasWorking = m_model->isWorking();
    });
    m_model->append(ResultBuilder().host(1, kRouter).open(1, 22).batch());
    QVERIFY(m_model->isWorking());
    QTRY_VERIFY(isNamed);
    QVERIFY(!wasWorking);
    QTRY_VERIFY(m_model->isUpToDate());
}

void TestResultModelWork::aNameThatIsKnownChangesNothing()
{
    const auto named = [] {
        return ResultBuilder().host(1, kRouter, {QStringLiteral("a.lan")}).batch();
    };
    m_model->append(named());
    m_model->append(ResultBuilder().open(1, 22).batch());
    QTRY_VERIFY(m_model->isUpToDate());
    m_model->setLongestTurn(0);
    m_model->append(named());
    QVERIFY(m_model->isUpToDate());
    QVERIFY(!m_model->isWorking());
    m_model->append(ResultBuilder().host(1, kRouter, {QStringLiteral("b.lan")}).batch());
    QVERIFY(!m_model->isUpToDate());
}

void TestResultModelWork::manyRowsAreTakenInAtIntervals()
{
    const auto batch = [](quint16 first) {
        ResultBuilder rows;
        rows.host(1, kRouter);
        for (quint16 port = first; port < first + 2'000; ++port)
            rows.open(1, port);
        return rows.batch();
    };
    m_model->append(batch(1));
    QCOMPARE(m_model->rowCount(), 2'000);
    m_model->append(batch(2'001));
    QCOMPARE(m_model->rowCount(), 4'000); // and now they are many
    m_model->append(batch(4'001));
    QCOMPARE(m_model->rowCount(), 4'000);
    QCOMPARE(m_model->store().rowCount(), 6'000U);
    QTRY_COMPARE(m_model->rowCount(), 6'000);
    m_model->append(batch(6'001));
    QCOMPARE(m_model->rowCount(), 6'000);
    m_model->takeInNow();
    QCOMPARE(m_model->rowCount(), 8'000);
}

void TestResultModelWork::manyHostsAreFilteredByAWorker()
{
    appendHosts(65'536);
    m_model->setFilter(ResultFilter::parse(u"168 host:192.168.*").value());
    QVERIFY(m_model->isWorking());
    QTRY_VERIFY(m_model->isUpToDate());
    QVERIFY(m_model->rowCount() > 0);
}

void TestResultModelWork::manyHostsAreSortedByAWorker()
{
    appendHosts(20'000);
    m_model->sort(ResultModel::HostColumn, Qt::DescendingOrder);
    QVERIFY(m_model->isWorking());
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(m_model->storeRow(0), quint32(19'999));
}

void TestResultModelWork::tellsWhatItWorksOn()
{
    appendHosts(10);
    QList<ViewWork> told;
    connect(m_model.get(), &ResultModel::workChanged, this,
            [&told](ViewWork work) { told << work; });
    m_model->sort(ResultModel::HostColumn, Qt::DescendingOrder); // at once
    QCOMPARE(told, QList<ViewWork>());
    m_model->setLongestTurn(0);
    m_model->sort(ResultModel::HostColumn, Qt::AscendingOrder);
    QCOMPARE(m_model->work(), ViewWork::Sorting);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(told, (QList<ViewWork>{ViewWork::Sorting, ViewWork::None}));
    told.clear();
    m_model->setFilter(ResultFilter::parse(u"168").value());
    m_model->setFilter(ResultFilter::parse(u"169").value()); // one work for who waits
    m_model->sort(ResultModel::PortColumn, Qt::AscendingOrder);
    QCOMPARE(m_model->work(), ViewWork::Filtering);
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(told, (QList<ViewWork>{ViewWork::Filtering, ViewWork::None}));
    told.clear();
    const ResultFilter shown = m_model->filter();
    m_model->setFilter(ResultFilter::parse(u"1").value());
    m_model->setFilter(shown); // it is there already
    QCOMPARE(told, (QList<ViewWork>{ViewWork::Filtering, ViewWork::None}));
    m_model->setStateShown(PortState::Closed, true);
    QCOMPARE(m_model->work(), ViewWork::Filtering);
    m_model->clear(testStart());
    QTRY_COMPARE(m_model->work(), ViewWork::None);
}

void TestResultModelWork::tellsNothingOfMerging()
{
    int told = 0;
    connect(m_model.get(), &ResultModel::workChanged, this, [&told] { ++told; });
    m_model->setLongestTurn(0);
    m_model->append(ResultBuilder().host(1, kRouter).open(1, 22).batch());
    QVERIFY(m_model->isWorking());
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_model->append(ResultBuilder().host(1, kRouter, {QStringLiteral("late.lan")}).batch());
    QTRY_VERIFY(m_model->isUpToDate());
    QCOMPARE(told, 0);
}

QTEST_GUILESS_MAIN(TestResultModelWork)
#include "tst_resultmodelwork.moc"
