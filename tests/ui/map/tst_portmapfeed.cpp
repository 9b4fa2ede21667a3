// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/background.h"
#include "core/lookup/portcatalogue.h"
#include "tests/support/resultbuilder.h"
#include "ui/map/portmapfeed.h"
#include "ui/model/resultmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace roadstead;

namespace {

ResultBatch twoHosts()
{
    return ResultBuilder()
        .host(0, kRouter)
        .host(1, kRouter + 1)
        .open(0, 80)
        .closed(1, 80)
        .filtered(1, 443)
        .batch();
}

} // namespace

class tst_PortMapFeed : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void takesRowsAsTheyCome();
    void doesNothingWhileNobodyLooks();
    void showsAnotherHost();
    void leavesMuchToAWorker();
    void losesNothingThatArrivesMeanwhile();
    void dropsAHostThatNobodyWantsAnyMore();
    void keepsTheOldDataUntilTheNewIsThere();
    void removedRowsAreNoLongerThere_data();
    void removedRowsAreNoLongerThere();
    void startsOverWithANewScan();
    void forgetsAWorkerOfTheScanBefore();

private:
    PortCatalogue m_catalogue;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<PortMapFeed> m_feed;
};

void tst_PortMapFeed::init()
{
    m_model = std::make_unique<ResultModel>(m_catalogue);
    m_model->clear(testStart());
    m_feed = std::make_unique<PortMapFeed>(*m_model);
    m_feed->setActive(true);
}

void tst_PortMapFeed::cleanup()
{
    m_feed.reset();
    m_model.reset();
    waitForBackground();
}

void tst_PortMapFeed::takesRowsAsTheyCome()
{
    QSignalSpy changed(m_feed.get(), &PortMapFeed::portsChanged);
    m_model->append(twoHosts());
    m_model->append(ResultBuilder().open(1, 22).batch());
    QTRY_VERIFY(m_feed->isUpToDate());
    QCOMPARE(changed.size(), 1); // together
    QCOMPARE(changed.first().first().value<QList<quint16>>(), (QList<quint16>{80, 443, 22}));
    QCOMPARE(m_feed->data().state(80), PortState::Open);
    QCOMPARE(m_feed->data().state(22), PortState::Open);
    QCOMPARE(m_feed->data().state(443), PortState::Filtered);
}

void tst_PortMapFeed::doesNothingWhileNobodyLooks()
{
    m_feed->setActive(false);
    m_model->append(twoHosts());
    QCOMPARE(m_feed->data().rowsTaken(), 0U);
    m_feed->setActive(true);
    QCOMPARE(m_feed->data().rowsTaken(), 3U);
}

void tst_PortMapFeed::showsAnotherHost()
{
    m_model->append(twoHosts());
    QTRY_VERIFY(m_feed->isUpToDate());
    QSignalSpy replaced(m_feed.get(), &PortMapFeed::dataReplaced);
    m_feed->setHost(1);
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(m_feed->data().state(80), PortState::Closed);
    m_feed->setHost(1);
    QCOMPARE(replaced.size(), 1);
    m_feed->setHost(PortMapData::kAllHosts);
    QCOMPARE(m_feed->data().state(80), PortState::Open);
}

void tst_PortMapFeed::leavesMuchToAWorker()
{
    m_feed->setMostRowsATurn(0);
    QSignalSpy replaced(m_feed.get(), &PortMapFeed::dataReplaced);
    m_model->append(twoHosts());
    QTRY_COMPARE(replaced.size(), 1);
    QCOMPARE(m_feed->data().rowsTaken(), 3U);
    QCOMPARE(m_feed->data().state(80), PortState::Open);
}

void tst_PortMapFeed::losesNothingThatArrivesMeanwhile()
{
    m_model->append(twoHosts());
    QTRY_VERIFY(m_feed->isUpToDate());
    m_feed->setMostRowsATurn(1);
    m_feed->setHost(1); // a worker's, whose outcome cannot be here before the event loop runs
    m_model->append(ResultBuilder().open(1, 22).batch());
    QCOMPARE(m_feed->data().host(), PortMapData::kAllHosts);
    QTRY_VERIFY(m_feed->isUpToDate());
    QCOMPARE(m_feed->data().rowsTaken(), 4U);
    QCOMPARE(m_feed->data().state(22), PortState::Open);
    QCOMPARE(m_feed->data().state(443), PortState::Filtered);
}

void tst_PortMapFeed::dropsAHostThatNobodyWantsAnyMore()
{
    m_model->append(twoHosts());
    QTRY_VERIFY(m_feed->isUpToDate());
    m_feed->setMostRowsATurn(0);
    QList<quint32> shown;
    connect(m_feed.get(), &PortMapFeed::dataReplaced, this,
            [&] { shown.append(m_feed->data().host()); });
    m_feed->setHost(0);
    m_feed->setHost(1);
    QTRY_COMPARE(shown, QList<quint32>{1});
    waitForBackground();
    QCoreApplication::processEvents();
    QCOMPARE(shown, QList<quint32>{1});
}

void tst_PortMapFeed::keepsTheOldDataUntilTheNewIsThere()
{
    m_model->append(twoHosts());
    QTRY_VERIFY(m_feed->isUpToDate());
    m_feed->setMostRowsATurn(0);
    m_feed->setHost(1);
    QCOMPARE(m_feed->data().state(80), PortState::Open);
    QCOMPARE(m_feed->host(), 1U);
    // Back again before it is there: nothing has to be done.
    m_feed->setHost(PortMapData::kAllHosts);
    QVERIFY(m_feed->isUpToDate());
}

void tst_PortMapFeed::removedRowsAreNoLongerThere_data()
{
    QTest::addColumn<quint32>("host");
    QTest::addColumn<quint32>("rowsATurn");
    QTest::newRow("all, at once") << PortMapData::kAllHosts << PortMapFeed::kMostRowsATurn;
    QTest::newRow("all, by a worker") << PortMapData::kAllHosts << 0U;
    QTest::newRow("one, at once") << 0U << PortMapFeed::kMostRowsATurn;
    QTest::newRow("one, by a worker") << 0U << 0U;
}

void tst_PortMapFeed::removedRowsAreNoLongerThere()
{
    QFETCH(quint32, host);
    QFETCH(quint32, rowsATurn);
    m_feed->setHost(host);
    m_feed->setMostRowsATurn(rowsATurn);
    m_model->append(twoHosts());
    m_model->append(ResultBuilder().open(0, 22).batch());
    QTRY_VERIFY(m_feed->isUpToDate());
    QSignalSpy replaced(m_feed.get(), &PortMapFeed::dataReplaced);
    m_model->setRemoved({0, 3}, true); // open 80 and 22 of the first host
    QTRY_VERIFY(m_feed->isUpToDate());
    QCOMPARE(replaced.size(), 1);
    QVERIFY(!m_feed->data().state(22));
    const bool isAll = host == PortMapData::kAllHosts;
    QCOMPARE(m_feed->data().state(80), isAll ? std::optional(PortState::Closed) : std::nullopt);
    m_model->append(ResultBuilder().closed(0, 25).batch());
    m_model->setRemoved({3}, false);
    QTRY_VERIFY(m_feed->isUpToDate());
    QCOMPARE(m_feed->data().state(22), PortState::Open);
    QCOMPARE(m_feed->data().state(25), PortState::Closed);
    QCOMPARE(m_feed->data().counts(22), (PortMapData::Counts{1, 0, 0, 0}));
}

void tst_PortMapFeed::startsOverWithANewScan()
{
    m_model->append(twoHosts());
    QTRY_VERIFY(m_feed->isUpToDate());
    QSignalSpy replaced(m_feed.get(), &PortMapFeed::dataReplaced);
    m_model->clear(testStart());
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(m_feed->data().portsThatLook(PortMapData::kNoState), 65'536U);
    m_model->append(ResultBuilder().host(0, kRouter).closed(0, 7).batch());
    QTRY_VERIFY(m_feed->isUpToDate());
    QCOMPARE(m_feed->data().state(7), PortState::Closed);
    QVERIFY(!m_feed->data().state(80));
}

void tst_PortMapFeed::forgetsAWorkerOfTheScanBefore()
{
    m_model->append(twoHosts());
    QTRY_VERIFY(m_feed->isUpToDate());
    m_feed->setMostRowsATurn(0);
    m_feed->setHost(1);
    m_model->clear(testStart());
    waitForBackground();
    QCoreApplication::processEvents();
    QVERIFY(!m_feed->data().state(443));
    QCOMPARE(m_feed->data().rowsTaken(), 0U);
}

QTEST_GUILESS_MAIN(tst_PortMapFeed)
#include "tst_portmapfeed.moc"
