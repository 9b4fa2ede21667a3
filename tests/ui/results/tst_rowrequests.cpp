// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/target/targetparser.h"
#include "tests/support/fakevocabulary.h"
#include "tests/support/resultbuilder.h"
#include "ui/results/rowrequests.h"

#include <QTest>

#include <numeric>

using namespace roadstead;

namespace {

constexpr quint64 kPrefix = 0x2001'0db8'0000'0000;

/// All rows of a store, as they come.
RowSelection allOf(const ResultStore &store)
{
    RowSelection rows;
    rows.shown.resize(store.rowCount());
    std::iota(rows.shown.begin(), rows.shown.end(), 0U);
    if (!rows.shown.isEmpty())
        rows.ranges.append({0, static_cast<int>(rows.shown.size()) - 1});
    return rows;
}

QList<quint32> allHosts(const ResultStore &store)
{
    return *hostsOf(store, allOf(store));
}

} // namespace

class TestRowRequests final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_store.clear(testStart()); }
    void namesSharedPortsOnce();
    void givesEachTargetItsPortsWhereTheyDiffer();
    void looksAtSelectedRowsOnly();
    void scansHostsAgain();
    void looksAtMarkedRows();
    void excludesHostsOnce_data();
    void excludesHostsOnce();
    void excludesWhatFits();
    void refusesNothing();
    void boundsRows();
    void boundsHosts();
    void boundsDifferingPorts();
    void takesAllPortsOfAHost();
    void everyFaultHasASentence();
    void targetsCanBeReadAgain();

private:
    void appendHosts(quint32 count);

    ResultStore m_store;
};

void TestRowRequests::appendHosts(quint32 count)
{
    ResultBuilder rows;
    for (quint32 host = 0; host < count; ++host)
        rows.host(host, kRouter + host).open(host, 80);
    m_store.append(rows.batch());
}

void TestRowRequests::namesSharedPortsOnce()
{
    m_store.append(ResultBuilder()
                       .host(1, kRouter + 1)
                       .host(2, kRouter)
                       .open(1, 82)
                       .open(2, 80)
                       .open(1, 81)
                       .open(1, 22)
                       .open(1, 80)
                       .open(2, 81)
                       .open(2, 22)
                       .open(2, 82)
                       .open(2, 82)
                       .batch());
    const auto texts = scanOfPorts(m_store, allOf(m_store));
    QVERIFY(texts);
    QCOMPARE(texts->targets, QStringLiteral("192.168.1.2, 192.168.1.1"));
    QCOMPARE(texts->ports, QStringLiteral("22, 80-82"));
}

void TestRowRequests::givesEachTargetItsPortsWhereTheyDiffer()
{
    m_store.append(ResultBuilder()
                       .host(1, kRouter)
                       .host(2, Address::fromIpv6(kPrefix, 1))
                       .open(1, 443)
                       .open(1, 22)
                       .open(2, 23)
                       .batch());
    const auto texts = scanOfPorts(m_store, allOf(m_store));
    QVERIFY(texts);
    QCOMPARE(texts->targets, QStringLiteral("192.168.1.1:22, 192.168.1.1:443, [2001:db8::1]:23"));
    QCOMPARE(texts->ports, QStringLiteral("22-23, 443"));
}

void TestRowRequests::looksAtSelectedRowsOnly()
{
    m_store.append(ResultBuilder()
                       .host(1, kRouter)
                       .host(2, kRouter + 1)
                       .open(1, 22)
                       .open(2, 23)
                       .open(1, 24)
                       .batch());
    RowSelection rows = allOf(m_store);
    rows.ranges = {{0, 0}, {2, 2}};
    const auto texts = scanOfPorts(m_store, rows);
    QVERIFY(texts);
    QCOMPARE(*texts, (ScanTexts{QStringLiteral("192.168.1.1"), QStringLiteral("22, 24")}));
}

/// What was selected before a filter or a sort is known by marks; what is chosen since, by ranges.
void TestRowRequests::looksAtMarkedRows()
{
    appendHosts(4);
    RowSelection rows = allOf(m_store);
    rows.marks = std::make_shared<const RowMarks>(RowMarks{false, true, true, false});
    rows.ranges = {{2, 2}};
    rows.change = RowSelection::Change::Toggle;
    QCOMPARE(*hostsOf(m_store, rows), QList<quint32>{1});
}

void TestRowRequests::scansHostsAgain()
{
    appendHosts(2);
    const auto texts = scanOfHosts(m_store, allHosts(m_store), QStringLiteral("common"));
    QVERIFY(texts);
    QCOMPARE(*texts,
             (ScanTexts{QStringLiteral("192.168.1.1, 192.168.1.2"), QStringLiteral("common")}));
}

void TestRowRequests::excludesHostsOnce_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *before, const char *after) {
        QTest::newRow(*before == '\0' ? "nothing" : before)
            << QString::fromUtf8(before) << QString::fromUtf8(after);
    };
    row("", "192.168.1.1, 192.168.1.2");
    row("  ", "192.168.1.1, 192.168.1.2");
    row("10.0.0.0/8", "10.0.0.0/8, 192.168.1.1, 192.168.1.2");
    row("192.168.1.1", "192.168.1.1, 192.168.1.2");
    row("192.168.1.2,192.168.1.1", "192.168.1.2,192.168.1.1");
    row("192.168.1.2\nx.example", "192.168.1.2\nx.example, 192.168.1.1");
    row("192.168.1.10", "192.168.1.10, 192.168.1.1, 192.168.1.2");
}

void TestRowRequests::excludesHostsOnce()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    appendHosts(2);
    const auto text = excludingHosts(m_store, allHosts(m_store), before);
    QVERIFY(text);
    QCOMPARE(*text, after);
}

void TestRowRequests::excludesWhatFits()
{
    appendHosts(1);
    const QString room(kLongestExclude - QStringLiteral(", 192.168.1.1").size(), u'x');
    const auto fitting = excludingHosts(m_store, allHosts(m_store), room);
    QVERIFY(fitting);
    QCOMPARE(fitting->size(), kLongestExclude);
    const auto tooLong = excludingHosts(m_store, allHosts(m_store), room + u'x');
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error(), RowRequestFault::TooLong);
}

void TestRowRequests::refusesNothing()
{
    appendHosts(1);
    RowSelection none = allOf(m_store);
    none.ranges.clear();
    QCOMPARE(scanOfPorts(m_store, none).error(), RowRequestFault::NoRows);
    QCOMPARE(hostsOf(m_store, none).error(), RowRequestFault::NoRows);
    QCOMPARE(scanOfHosts(m_store, {}, {}).error(), RowRequestFault::NoRows);
    QCOMPARE(excludingHosts(m_store, {}, {}).error(), RowRequestFault::NoRows);
}

void TestRowRequests::boundsRows()
{
    appendHosts(1);
    RowSelection rows;
    rows.shown = QList<quint32>(kMostRowsOfRequest + 1, 0U);
    rows.ranges.append({0, static_cast<int>(kMostRowsOfRequest) - 1});
    QVERIFY(scanOfPorts(m_store, rows));
    rows.ranges[0].last += 1;
    QCOMPARE(scanOfPorts(m_store, rows).error(), RowRequestFault::TooManyRows);
}

void TestRowRequests::boundsHosts()
{
    appendHosts(static_cast<quint32>(kMostHostsOfRequest) + 1);
    RowSelection rows = allOf(m_store);
    QCOMPARE(hostsOf(m_store, rows).error(), RowRequestFault::TooManyHosts);
    rows.ranges[0].last -= 1;
    QCOMPARE(hostsOf(m_store, rows)->size(), kMostHostsOfRequest);
    const QList<quint32> tooMany(kMostHostsOfRequest + 1, 0U);
    QCOMPARE(scanOfHosts(m_store, tooMany, {}).error(), RowRequestFault::TooManyHosts);
}

void TestRowRequests::boundsDifferingPorts()
{
    ResultBuilder builder;
    builder.host(1, kRouter).host(2, kRouter + 1).open(2, 1);
    for (int port = 1; port <= kMostPortsOfRequest; ++port)
        builder.open(1, static_cast<quint16>(port));
    m_store.append(builder.batch());
    RowSelection rows = allOf(m_store);
    QCOMPARE(scanOfPorts(m_store, rows).error(), RowRequestFault::TooManyPorts);
    rows.ranges[0].last -= 1;
    const auto texts = scanOfPorts(m_store, rows);
    QVERIFY(texts);
    QCOMPARE(texts->targets.count(u','), kMostPortsOfRequest - 1);
    QCOMPARE(texts->ports, QStringLiteral("1-9999"));
}

void TestRowRequests::takesAllPortsOfAHost()
{
    ResultBuilder builder;
    builder.host(1, kRouter);
    for (int port = 65'535; port >= 1; --port)
        builder.open(1, static_cast<quint16>(port));
    m_store.append(builder.batch());
    const auto texts = scanOfPorts(m_store, allOf(m_store));
    QVERIFY(texts);
    QCOMPARE(*texts, (ScanTexts{QStringLiteral("192.168.1.1"), QStringLiteral("1-65535")}));
}

void TestRowRequests::everyFaultHasASentence()
{
    QStringList sentences;
    for (const auto fault :
         {RowRequestFault::NoRows, RowRequestFault::TooManyRows, RowRequestFault::TooManyHosts,
          RowRequestFault::TooManyPorts, RowRequestFault::TooLong}) {
        QVERIFY(!describe(fault).isEmpty());
        sentences.append(describe(fault));
    }
    QCOMPARE(sentences.removeDuplicates(), 0);
}

void TestRowRequests::targetsCanBeReadAgain()
{
    const Address linkLocal = Address::fromIpv6(0xfe80'0000'0000'0000, 1, 1);
    m_store.append(ResultBuilder()
                       .host(1, kRouter)
                       .host(2, linkLocal)
                       .host(3, Address::fromIpv6(kPrefix, 1))
                       .open(1, 22)
                       .open(2, 23)
                       .open(3, 24)
                       .batch());
    const FakeVocabulary vocabulary;
    const PortParser ports(vocabulary);
    const auto texts = scanOfPorts(m_store, allOf(m_store));
    QVERIFY(texts);
    const auto targets = TargetParser(ports).parse(texts->targets);
    QVERIFY(targets);
    QCOMPARE(targets->pinned.size(), 3);
    QCOMPARE(targets->pinned.at(1).address, linkLocal);
    QCOMPARE(targets->pinned.at(1).ports, PortSet({23}));
    QVERIFY(ports.parse(texts->ports));
    const auto hosts = scanOfHosts(m_store, allHosts(m_store), kAllPorts);
    QCOMPARE(TargetParser(ports).parse(hosts->targets)->addresses.size(), 3U);
}

QTEST_GUILESS_MAIN(TestRowRequests)
#include "tst_rowrequests.moc"
