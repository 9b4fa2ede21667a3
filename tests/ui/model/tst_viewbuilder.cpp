// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/resultbuilder.h"
#include "ui/model/servicenames.h"
#include "ui/model/viewbuilder.h"

#include <QTest>

using namespace roadstead;

class TestViewBuilder final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void followsRowsThroughAChange();
    void aSortKeepsAllRows();
    void stopsWhenCancelled_data();
    void stopsWhenCancelled();

private:
    void appendPorts(int first, int last);
    [[nodiscard]] ViewChange build(const ViewWish &wish, const Cancellation &cancellation = {});

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    ServiceNames m_services{m_catalogue};
    ResultStore m_store;
    RowView m_view{m_services};
    ViewWish m_wish;
};

void TestViewBuilder::init()
{
    m_store.clear(testStart());
    m_wish = {};
    m_wish.states.fill(true);
    m_view = RowView(m_services);
}

void TestViewBuilder::appendPorts(int first, int last)
{
    ResultBuilder rows;
    rows.host(1, kRouter);
    for (int port = first; port <= last; ++port)
        rows.open(1, static_cast<quint16>(port));
    m_store.append(rows.batch());
}

ViewChange TestViewBuilder::build(const ViewWish &wish, const Cancellation &cancellation)
{
    return ViewBuilder(m_store, m_services, cancellation).build(m_view, wish);
}

void TestViewBuilder::followsRowsThroughAChange()
{
    appendPorts(11, 30);
    m_view = build(m_wish).next;
    appendPorts(1, 5);
    m_wish.filter = ResultFilter::parse(u"-port:15-17 -port:22").value();
    const ViewChange change = build(m_wish);
    QVERIFY(!change.isNothing());
    QVERIFY(change.isOtherFilter);
    const auto portAfter = [&](int port) {
        const qsizetype place = change.placeOfKept(change.keptIndexOf(port - 11));
        return int(m_store.row(change.next.shown.at(place)).port);
    };
    for (const int port : {11, 14, 18, 21, 23, 30})
        QCOMPARE(portAfter(port), port);
    QCOMPARE(portAfter(15), 18); // the next that stays
    QCOMPARE(portAfter(17), 18);
    QCOMPARE(portAfter(22), 23);
}

void TestViewBuilder::aSortKeepsAllRows()
{
    appendPorts(1, 100);
    m_view = build(m_wish).next;
    m_wish.keys.choose({ResultColumns::PortColumn, Qt::AscendingOrder});
    const ViewChange same = build(m_wish);
    QVERIFY(same.isNothing()); // they were in that order by chance
    QVERIFY(same.kept.isSharedWith(same.next.shown));
    m_wish.keys.choose({ResultColumns::PortColumn, Qt::DescendingOrder});
    const ViewChange turned = build(m_wish);
    QVERIFY(turned.isReordered);
    QVERIFY(turned.addedAt.isEmpty() && turned.removedAt.isEmpty());
    QCOMPARE(turned.kept, m_view.shown);
    QCOMPARE(turned.next.shown.first(), quint32(99));
    appendPorts(200, 200); // and one that came meanwhile
    const ViewChange further = build(m_wish);
    QVERIFY(further.isReordered);
    QCOMPARE(further.addedAt, (QList<quint32>{0}));
}

void TestViewBuilder::stopsWhenCancelled_data()
{
    QTest::addColumn<bool>("isSorted");
    QTest::addColumn<QString>("filter");
    QTest::newRow("new rows") << false << QString();
    QTest::newRow("sort") << true << QString();
    QTest::newRow("filter") << false << QStringLiteral("port:1-5000");
}

void TestViewBuilder::stopsWhenCancelled()
{
    QFETCH(const bool, isSorted);
    QFETCH(const QString, filter);
    appendPorts(1, 100);
    m_view = build(m_wish).next;
    QCOMPARE(m_view.shown.size(), qsizetype(100));
    appendPorts(101, 10'000);
    if (isSorted)
        m_wish.keys.choose({ResultColumns::PortColumn, Qt::DescendingOrder});
    m_wish.filter = ResultFilter::parse(filter).value();
    Cancellation cancellation;
    cancellation.cancel();
    QVERIFY(build(m_wish, cancellation).next.shown.size() <= 100);
    QVERIFY(build(m_wish).next.shown.size() >= 5'000);
}

QTEST_APPLESS_MAIN(TestViewBuilder)
#include "tst_viewbuilder.moc"
