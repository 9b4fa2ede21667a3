// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/hostwords.h"

#include <QTest>

using namespace roadstead;

class TestHostWords final : public QObject
{
    Q_OBJECT

private slots:
    void judgesAHost_data();
    void judgesAHost();
    void saysAfterHowManyPortsAHostStoppedAnswering();
    void countsStatesThatThereAreSomeOf();
};

void TestHostWords::judgesAHost_data()
{
    QTest::addColumn<HostRecord>("host");
    QTest::addColumn<HostVerdict>("verdict");
    QTest::addColumn<QString>("words");
    HostRecord host;
    QTest::newRow("nothing known")
        << host << HostVerdict::Silent << QStringLiteral("Silent so far");
    host.counts = {0, 3, 0, 9};
    QTest::newRow("silence proves nothing")
        << host << HostVerdict::Silent << QStringLiteral("Silent so far");
    host.counts = {0, 0, 1, 9};
    QTest::newRow("answered") << host << HostVerdict::Up << QStringLiteral("Up");
    host.standing = HostStanding::Up;
    QTest::newRow("up") << host << HostVerdict::Up << QStringLiteral("Up");
    host.acceptsAll = true;
    QTest::newRow("accepts all") << host << HostVerdict::AcceptsAll
                                 << QStringLiteral("Accepts all");
    host = {};
    host.standing = HostStanding::Down;
    QTest::newRow("down") << host << HostVerdict::Down << QStringLiteral("Down");
    host.standing = HostStanding::NoRoute;
    QTest::newRow("no route") << host << HostVerdict::NoRoute << QStringLiteral("No route");
}

void TestHostWords::judgesAHost()
{
    QFETCH(HostRecord, host);
    QFETCH(HostVerdict, verdict);
    QFETCH(QString, words);
    QCOMPARE(verdictOf(host), verdict);
    QCOMPARE(words::verdict(host), words);
}

void TestHostWords::saysAfterHowManyPortsAHostStoppedAnswering()
{
    HostRecord host;
    host.standing = HostStanding::Up;
    host.blockedAfter = 12;
    QCOMPARE(verdictOf(host), HostVerdict::StoppedAnswering);
    QVERIFY(words::verdict(host).startsWith(u"Stopped answering after 12 port"));
}

void TestHostWords::countsStatesThatThereAreSomeOf()
{
    const std::array<quint32, kPortStateCount> some{5, 0, 12, 0}; // open, unknown, closed, filtered
    QCOMPARE(words::counts(some),
             (QStringList{QStringLiteral("Open 5"), QStringLiteral("Closed 12")}));
    const std::array<quint64, kPortStateCount> none{};
    QVERIFY(words::counts(none).isEmpty());
}

QTEST_MAIN(TestHostWords)
#include "tst_hostwords.moc"
