// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/hostnews.h"

#include <QTest>

using namespace roadstead;

class TestHostNews : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatIsNew_data();
    void tellsWhatIsNew();
    void keepsHostsApart();
};

namespace {

HostChange change(HostEvent event, quint32 host = 1)
{
    HostChange made;
    made.host = host;
    made.event = event;
    return made;
}

} // namespace

void TestHostNews::tellsWhatIsNew_data()
{
    QTest::addColumn<QList<HostEvent>>("events");
    QTest::addColumn<QList<bool>>("news");
    using enum HostEvent;
    QTest::newRow("two threads find it up") << QList{Up, Up} << QList{true, false};
    QTest::newRow("two threads find it down") << QList{Down, Down} << QList{true, false};
    QTest::newRow("an answer takes back down") << QList{Down, Up} << QList{true, true};
    QTest::newRow("nothing takes back up") << QList{Up, Down} << QList{true, false};
    QTest::newRow("down comes after up was told")
        << QList{Down, Up, Down, Up} << QList{true, true, false, false};
    QTest::newRow("blocked for both threads") << QList{Blocked, Blocked} << QList{true, false};
    QTest::newRow("accepts all for both") << QList{AcceptsAll, AcceptsAll} << QList{true, false};
}

void TestHostNews::tellsWhatIsNew()
{
    QFETCH(QList<HostEvent>, events);
    QFETCH(QList<bool>, news);
    HostNews hostNews;
    QList<bool> told;
    for (const HostEvent event : std::as_const(events))
        told.append(hostNews.isNews(change(event)));
    QCOMPARE(told, news);
}

void TestHostNews::keepsHostsApart()
{
    HostNews hostNews;
    QVERIFY(hostNews.isNews(change(HostEvent::Down, 1)));
    QVERIFY(hostNews.isNews(change(HostEvent::Down, 2)));
    QVERIFY(hostNews.isNews(change(HostEvent::Blocked, 1)));
    QVERIFY(hostNews.isNews(change(HostEvent::Blocked, 2)));
}

QTEST_APPLESS_MAIN(TestHostNews)
#include "tst_hostnews.moc"
