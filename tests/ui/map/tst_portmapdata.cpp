// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/map/portmapdata.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace roadstead;

namespace {

ResultStore storeOf(const ResultBuilder &builder)
{
    ResultStore store;
    store.clear(testStart());
    store.append(builder.batch());
    return store;
}

QList<quint16> sorted(QList<quint16> ports)
{
    std::sort(ports.begin(), ports.end());
    return ports;
}

/// Rows of every kind, for hosts 0 to 4; the same every time.
ResultBuilder manyRows(int rows)
{
    ResultBuilder builder;
    for (quint32 host = 0; host < 5; ++host)
        builder.host(host, kRouter + host);
    QRandomGenerator random(3);
    for (int i = 0; i < rows; ++i) {
        const auto state = static_cast<PortState>(random.bounded(4U));
        builder.row(random.bounded(5U), static_cast<quint16>(random.bounded(300U) * 211), state,
                    Reason::Reset);
    }
    return builder;
}

} // namespace

class tst_PortMapData : public QObject
{
    Q_OBJECT

private slots:
    void knowsNothingAtFirst();
    void ranksStatesOverAllHosts_data();
    void ranksStatesOverAllHosts();
    void countsHostsByState();
    void showsOneHostAlone();
    void takesALaterRowOfAHostForItsPort();
    void namesOnlyWhatChanged();
    void comesToTheSameInPieces_data();
    void comesToTheSameInPieces();
    void agreesWithAPlainCount();
    void stopsWhenCalledOff();
    void takesTheFirstAndTheLastPort();
};

void tst_PortMapData::knowsNothingAtFirst()
{
    PortMapData data;
    QVERIFY(!data.state(0) && !data.state(65'535));
    QCOMPARE(data.portsThatLook(PortMapData::kNoState), 65'536U);
    QCOMPARE(data.takeChanged(), QList<quint16>());
    QVERIFY(data.take(ResultStore(), 10));
    QCOMPARE(data.rowsTaken(), 0U);
}

void tst_PortMapData::ranksStatesOverAllHosts_data()
{
    QTest::addColumn<QList<int>>("states");
    QTest::addColumn<int>("shown");
    const auto add = [](const char *name, const QList<PortState> &states, PortState shown) {
        QList<int> numbers;
        for (const PortState state : states)
            numbers.append(static_cast<int>(state));
        QTest::newRow(name) << numbers << static_cast<int>(shown);
    };
    using enum PortState;
    add("filtered", {Filtered, Filtered}, Filtered);
    add("closed over filtered", {Filtered, Closed, Filtered}, Closed);
    add("unknown over closed", {Closed, Unknown, Filtered}, Unknown);
    add("open over unknown", {Unknown, Open, Closed}, Open);
    add("open stays", {Open, Filtered, Closed, Unknown}, Open);
}

void tst_PortMapData::ranksStatesOverAllHosts()
{
    QFETCH(QList<int>, states);
    QFETCH(int, shown);
    ResultBuilder builder;
    for (qsizetype i = 0; i < states.size(); ++i) {
        const auto host = static_cast<quint32>(i);
        builder.host(host, kRouter + host);
        builder.row(host, 80, static_cast<PortState>(states.at(i)), Reason::NoResponse);
    }
    PortMapData data;
    const ResultStore store = storeOf(builder);
    QVERIFY(data.take(store, store.rowCount()));
    QCOMPARE(static_cast<int>(data.state(80).value()), shown);
    QCOMPARE(data.portsThatLook(static_cast<quint8>(shown)), 1U);
    QCOMPARE(data.portsThatLook(PortMapData::kNoState), 65'535U);
}

void tst_PortMapData::countsHostsByState()
{
    ResultBuilder builder;
    for (quint32 host = 0; host < 4; ++host)
        builder.host(host, kRouter + host);
    builder.open(0, 443).open(1, 443).closed(2, 443).filtered(3, 443).open(3, 80);
    const ResultStore store = storeOf(builder);
    PortMapData data;
    data.take(store, store.rowCount());
    QCOMPARE(data.counts(443), (PortMapData::Counts{2, 0, 1, 1}));
    QCOMPARE(data.counts(80), (PortMapData::Counts{1, 0, 0, 0}));
    QCOMPARE(data.portsThatLook(static_cast<quint8>(PortState::Open)), 2U);
}

void tst_PortMapData::showsOneHostAlone()
{
    // The store's index, not the plan's number.
    const ResultStore store = storeOf(ResultBuilder()
                                          .host(70, kRouter)
                                          .host(50, kRouter + 1)
                                          .open(70, 22)
                                          .closed(50, 22)
                                          .open(50, 80));
    PortMapData data(1);
    data.take(store, store.rowCount());
    QCOMPARE(data.state(22), PortState::Closed);
    QCOMPARE(data.state(80), PortState::Open);
    QCOMPARE(data.counts(22), (PortMapData::Counts{0, 0, 1, 0}));
    QCOMPARE(sorted(data.takeChanged()), (QList<quint16>{22, 80}));
}

void tst_PortMapData::takesALaterRowOfAHostForItsPort()
{
    const ResultStore store = storeOf(ResultBuilder().host(0, kRouter).open(0, 22).filtered(0, 22));
    PortMapData data(0);
    data.take(store, 1);
    QCOMPARE(data.state(22), PortState::Open);
    data.take(store, 2);
    QCOMPARE(data.state(22), PortState::Filtered);
    QCOMPARE(data.counts(22), (PortMapData::Counts{0, 0, 0, 1}));
    QCOMPARE(data.portsThatLook(static_cast<quint8>(PortState::Open)), 0U);
}

void tst_PortMapData::namesOnlyWhatChanged()
{
    const ResultStore store = storeOf(ResultBuilder()
                                          .host(0, kRouter)
                                          .host(1, kRouter + 1)
                                          .closed(0, 22)
                                          .closed(0, 80)
                                          .closed(1, 22)
                                          .closed(0, 80));
    PortMapData all;
    all.take(store, 2);
    QCOMPARE(sorted(all.takeChanged()), (QList<quint16>{22, 80}));
    QCOMPARE(all.takeChanged(), QList<quint16>());
    all.take(store, 3);
    QCOMPARE(all.takeChanged(), QList<quint16>{22}); // a count more
    PortMapData one(0);
    one.take(store, 2);
    QCOMPARE(sorted(one.takeChanged()), (QList<quint16>{22, 80}));
    one.take(store, 4);
    QCOMPARE(one.takeChanged(), QList<quint16>()); // another host's, and the same again
}

void tst_PortMapData::comesToTheSameInPieces_data()
{
    QTest::addColumn<quint32>("host");
    QTest::newRow("all") << PortMapData::kAllHosts;
    QTest::newRow("one") << 3U;
}

void tst_PortMapData::comesToTheSameInPieces()
{
    QFETCH(quint32, host);
    const ResultStore store = storeOf(manyRows(20'000));
    PortMapData atOnce(host);
    atOnce.take(store, store.rowCount());
    PortMapData inPieces(host);
    for (quint32 end = 0; end < store.rowCount() + 700; end += 700)
        inPieces.take(store, end);
    QCOMPARE(inPieces.rowsTaken(), atOnce.rowsTaken());
    QCOMPARE(inPieces.looks(), atOnce.looks());
    for (int port = 0; port < PortMapData::kPorts; ++port)
        QCOMPARE(inPieces.counts(static_cast<quint16>(port)),
                 atOnce.counts(static_cast<quint16>(port)));
    QCOMPARE(sorted(inPieces.takeChanged()), sorted(atOnce.takeChanged()));
}

void tst_PortMapData::agreesWithAPlainCount()
{
    const ResultStore store = storeOf(manyRows(5'000));
    PortMapData data;
    data.take(store, store.rowCount());
    QHash<quint16, PortMapData::Counts> expected;
    for (quint32 row = 0; row < store.rowCount(); ++row)
        ++expected[store.row(row).port][static_cast<size_t>(store.row(row).state())];
    quint32 shown = 0;
    for (int port = 0; port < PortMapData::kPorts; ++port) {
        const auto number = static_cast<quint16>(port);
        QCOMPARE(data.counts(number), expected.value(number));
        shown += data.state(number) ? 1U : 0U;
    }
    QCOMPARE(shown, static_cast<quint32>(expected.size()));
    QCOMPARE(data.portsThatLook(PortMapData::kNoState), 65'536U - shown);
}

void tst_PortMapData::stopsWhenCalledOff()
{
    const ResultStore store = storeOf(manyRows(1'000));
    PortMapData data;
    Cancellation cancellation;
    cancellation.cancel();
    QVERIFY(!data.take(store, store.rowCount(), cancellation));
    QCOMPARE(data.rowsTaken(), 0U);
    QVERIFY(data.take(store, store.rowCount()));
    QCOMPARE(data.rowsTaken(), 1'000U);
}

void tst_PortMapData::takesTheFirstAndTheLastPort()
{
    const ResultStore store =
        storeOf(ResultBuilder().host(0, kRouter).open(0, 0).unknown(0, 65'535));
    for (const quint32 host : {0U, PortMapData::kAllHosts}) {
        PortMapData data(host);
        data.take(store, 2);
        QCOMPARE(data.state(0), PortState::Open);
        QCOMPARE(data.state(65'535), PortState::Unknown);
    }
}

QTEST_GUILESS_MAIN(tst_PortMapData)
#include "tst_portmapdata.moc"
