// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/report.h"
#include "core/lookup/portcatalogue.h"

#include <QLocale>
#include <QTest>

using namespace roadstead;

namespace {

struct Row
{
    quint32 host;
    quint16 port;
    PortState state;
    Reason reason;
};

PortResult resultOf(const Row &row)
{
    PortResult result;
    result.host = row.host;
    result.port = row.port;
    result.setVerdict(row.state, row.reason);
    return result;
}

QList<PortResult> closedPorts(quint32 host, int first, int count)
{
    QList<PortResult> rows;
    for (int i = 0; i < count; ++i)
        rows += resultOf({host, static_cast<quint16>(first + i), PortState::Closed, Reason::Reset});
    return rows;
}

ResultStore storeOf(const QList<HostEntry> &hosts, const QList<PortResult> &rows)
{
    ResultStore store;
    store.clear(QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC));
    ResultBatch batch;
    batch.hosts = hosts;
    batch.rows = rows;
    store.append(batch);
    return store;
}

/// 198.18.1.1, which accepts every connection.
ResultStore liar(const QList<PortResult> &rows)
{
    const Address address = Address::fromIpv4(0xc6120101);
    ResultStore store = storeOf({{1, address, {}}}, rows);
    ResultBatch batch;
    batch.changes = {{.host = 1, .address = address, .event = HostEvent::AcceptsAll}};
    store.append(batch);
    return store;
}

HostEntry host(quint32 number, quint32 ipv4, const QStringList &names = {})
{
    return {number, Address::fromIpv4(ipv4), names};
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private:
    PortCatalogue m_catalogue;

    [[nodiscard]] QString textOf(const ResultStore &store, const ReportStyle &style = {}) const
    {
        QString text;
        Report(store, m_catalogue, style).write([&text](const QString &piece) {
            text += piece;
            return true;
        });
        return text;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void listsPortsInAlignedColumns()
    {
        const ResultStore store = storeOf(
            {host(1, 0xc6120101)}, {resultOf({1, 49'999, PortState::Unknown, Reason::LocalLimit}),
                                    resultOf({1, 80, PortState::Open, Reason::SynAck}),
                                    resultOf({1, 22, PortState::Closed, Reason::Reset})});
        QCOMPARE(textOf(store), QStringLiteral("Ports on 198.18.1.1\n"
                                               "PORT       STATE    SERVICE  REASON\n"
                                               "22/tcp     closed   ssh      reset\n"
                                               "80/tcp     open     http     syn-ack\n"
                                               "49999/tcp  unknown  -        local-limit\n"
                                               "\n"));
    }

    void showsNamesAndSortsHosts()
    {
        const ResultStore store = storeOf(
            {host(1, 0xc6120102, {QStringLiteral("b.example"), QStringLiteral("c\x1b.example")}),
             host(2, 0xc6120101)},
            {resultOf({1, 80, PortState::Open, Reason::SynAck}),
             resultOf({2, 80, PortState::Open, Reason::SynAck})});
        const QString text = textOf(store);
        QVERIFY(text.startsWith(u"Ports on 198.18.1.1\n"));
        QVERIFY2(text.contains(u"\nPorts on b.example, c\\x1b.example (198.18.1.2)\n"),
                 qPrintable(text));
    }

    void countsWhatIsTooLongToList()
    {
        QList<PortResult> rows = closedPorts(1, 100, 26);
        rows += resultOf({1, 80, PortState::Open, Reason::SynAck});
        for (quint16 port = 200; port < 240; ++port)
            rows += resultOf({1, port, PortState::Filtered,
                              port < 210 ? Reason::PortUnreach : Reason::NoResponse});
        const QString text = textOf(storeOf({host(1, 0xc6120101)}, rows));
        QCOMPARE(text, QStringLiteral("Ports on 198.18.1.1\n"
                                      "PORT    STATE  SERVICE  REASON\n"
                                      "80/tcp  open   http     syn-ack\n"
                                      "Not shown: 30 filtered (no-response), 26 closed (reset), "
                                      "10 filtered (port-unreach)\n"
                                      "\n"));
    }

    void listsAsManyAsCanBeRead()
    {
        const QString text = textOf(storeOf({host(1, 0xc6120101)}, closedPorts(1, 100, 25)));
        QCOMPARE(text.count(u"closed"), 25);
        QVERIFY(!text.contains(u"Not shown"));
    }

    void alwaysListsOpenAndUnknown()
    {
        QList<PortResult> rows;
        for (quint16 port = 1; port <= 60; ++port)
            rows += resultOf({1, port, port % 2 == 0 ? PortState::Open : PortState::Unknown,
                              Reason::LocalLimit});
        const QString text = textOf(storeOf({host(1, 0xc6120101)}, rows));
        QCOMPARE(text.count(u"/tcp"), 60);
    }

    void listsExactlyTheStatesAskedFor()
    {
        QList<PortResult> rows = closedPorts(1, 100, 60);
        rows += resultOf({1, 80, PortState::Open, Reason::SynAck});
        ReportStyle style;
        style.states = QList<PortState>{PortState::Closed};
        const QString text = textOf(storeOf({host(1, 0xc6120101)}, rows), style);
        QCOMPARE(text.count(u"closed"), 60);
        QVERIFY(text.contains(u"Not shown: 1 open (syn-ack)\n"));
    }

    void namesAHostWithNothingToList()
    {
        QCOMPARE(textOf(storeOf({host(1, 0xc6120101)}, closedPorts(1, 1, 26))),
                 QStringLiteral("Ports on 198.18.1.1\nNot shown: 26 closed (reset)\n\n"));
    }

    void explainsEachListedPortAndHost()
    {
        ResultBatch batch;
        batch.hosts = {host(1, 0xc6120101)};
        batch.rows = {resultOf({1, 22, PortState::Filtered, Reason::AdminProhibited}),
                      resultOf({1, 80, PortState::Open, Reason::SynAck})};
        batch.rows[1].setRtt(400);
        Detail rejected;
        rejected.icmp = IcmpMessage{3, 13, Address::fromIpv4(0xc6120109)};
        batch.details = {{0, rejected}};
        batch.changes = {{.host = 1,
                          .address = Address::fromIpv4(0xc6120101),
                          .event = HostEvent::Up,
                          .port = 80,
                          .reason = Reason::SynAck}};
        ResultStore store = storeOf({}, {});
        store.append(batch);
        ReportStyle style;
        style.explain = true;
        // Without a translation tr() leaves "(s)".
        QCOMPARE(textOf(store, style).remove(QStringLiteral("(s)")),
                 QStringLiteral("Ports on 198.18.1.1\n"
                                "Up: port 80 answered (syn-ack)\n"
                                "PORT    STATE     SERVICE  REASON\n"
                                "22/tcp  filtered  ssh      admin-prohibited\n"
                                "    Filtered: 198.18.1.9 rejected it (ICMP type 3 code 13, "
                                "communication administratively prohibited), 1 attempt\n"
                                "80/tcp  open      http     syn-ack\n"
                                "    Open: it accepted the connection, 1 attempt, 0.4 ms\n"
                                "\n"));
    }

    void showsBannersInAColumnOfTheirOwn()
    {
        ResultBatch batch;
        batch.hosts = {host(1, 0xc6120101)};
        batch.rows = {resultOf({1, 22, PortState::Open, Reason::SynAck}),
                      resultOf({1, 80, PortState::Open, Reason::SynAck}),
                      resultOf({1, 81, PortState::Closed, Reason::ConnRefused})};
        Detail ssh;
        ssh.banner = "SSH-2.0-x\x1b[31m\r\n";
        batch.details = {{0, ssh}};
        ResultStore store = storeOf({}, {});
        store.append(batch);
        QCOMPARE(textOf(store),
                 QStringLiteral("Ports on 198.18.1.1\n"
                                "PORT    STATE   SERVICE  REASON        BANNER\n"
                                "22/tcp  open    ssh      syn-ack       SSH-2.0-x\\x1b[31m\n"
                                "80/tcp  open    http     syn-ack\n"
                                "81/tcp  closed  -        conn-refused\n"
                                "\n"));
    }

    void shortensALongBanner()
    {
        ResultBatch batch;
        batch.hosts = {host(1, 0xc6120101)};
        batch.rows = {resultOf({1, 22, PortState::Open, Reason::SynAck})};
        Detail detail;
        detail.banner = QByteArray(Report::kLongestBanner - 2, 'a') + "\xf0\x9f\x9a\xa2 and more";
        batch.details = {{0, detail}};
        ResultStore store = storeOf({}, {});
        store.append(batch);
        const QString text = textOf(store);
        QVERIFY2(text.contains(QString(Report::kLongestBanner - 2, u'a') + u"\u2026\n"),
                 qPrintable(text));
    }

    void countsTheOpenPortsOfALiar_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("isCounted");
        QTest::newRow("few") << int(Report::kLongestLie) << false;
        QTest::newRow("many") << int(Report::kLongestLie) + 1 << true;
        QTest::newRow("all") << 65'535 << true;
    }
    void countsTheOpenPortsOfALiar()
    {
        QFETCH(int, count);
        QFETCH(bool, isCounted);
        QList<PortResult> rows;
        for (int port = 1; port <= count; ++port)
            rows += resultOf({1, static_cast<quint16>(port), PortState::Open, Reason::SynAck});
        const ResultStore store = liar(rows);
        const QString text = textOf(store);
        const QString sentence =
            QStringLiteral("This host, or something on the way, accepts every connection.\n\n");
        if (isCounted)
            QCOMPARE(
                text,
                QStringLiteral("Ports on 198.18.1.1\nNot shown: %1 open (syn-ack)\n").arg(count)
                    + sentence);
        else
            QCOMPARE(text.count(u"/tcp  "), count);
        QVERIFY(text.endsWith(sentence));
        ReportStyle style;
        style.states = QList<PortState>{PortState::Open};
        QVERIFY2(textOf(store, style).contains(u"/tcp  "), "asked for by name, they are listed");
    }

    void neverFoldsALiarAmongManyHosts()
    {
        QList<PortResult> rows;
        for (quint16 port = 1; port <= 30; ++port)
            rows += resultOf({1, port, PortState::Open, Reason::SynAck});
        ResultStore store = liar(rows);
        ResultBatch others;
        for (quint32 i = 2; i < 30; ++i) {
            others.hosts += host(i, 0xc6120100 + i);
            others.rows += closedPorts(i, 1, 30);
        }
        store.append(others);
        const QString text = textOf(store);
        QVERIFY2(text.startsWith(u"Ports on 198.18.1.1\nNot shown: 30 open"), qPrintable(text));
        QCOMPARE(text.count(u"Ports on"), 1);
    }

    void foldsManyHostsWithNothingToList()
    {
        QList<HostEntry> hosts;
        QList<PortResult> rows;
        for (quint32 i = 0; i < 20; ++i) {
            hosts += host(i, 0xc6120100 + i);
            rows += closedPorts(i, 1, 30);
        }
        rows += resultOf({7, 80, PortState::Open, Reason::SynAck});
        const QString text = textOf(storeOf(hosts, rows));
        QCOMPARE(text.count(u"Ports on"), 1);
        QVERIFY(text.startsWith(u"Ports on 198.18.1.7\n"));
        QVERIFY2(text.endsWith(u": 570 closed (reset)\n\n"), qPrintable(text));
    }

    void coloursOnlyStatesAndOnlyWhenAsked()
    {
        const ResultStore store =
            storeOf({host(1, 0xc6120101)}, {resultOf({1, 80, PortState::Open, Reason::SynAck})});
        ReportStyle style;
        style.hasColors = true;
        QVERIFY(textOf(store, style).contains(u"80/tcp  \x1b[1;32mopen \x1b[0m  http"));
        QVERIFY(!textOf(store).contains(u'\x1b'));
    }

    void endsWhenTheReaderHasGone()
    {
        const ResultStore store =
            storeOf({host(1, 1), host(2, 2)}, closedPorts(1, 1, 2) + closedPorts(2, 1, 2));
        int pieces = 0;
        Report(store, m_catalogue, {}).write([&pieces](const QString &) {
            ++pieces;
            return false;
        });
        QCOMPARE(pieces, 1);
    }

    void writesNothingWithoutResults() { QCOMPARE(textOf(storeOf({}, {})), QString()); }

    void tellsOfAnOpenPort()
    {
        const ResultStore store = storeOf(
            {host(1, 0xc6120101), {2, Address::fromIpv6(0xfd00'0000'0000'0000, 1), {}}}, {});
        const PortResult open = resultOf({1, 80, PortState::Open, Reason::SynAck});
        QCOMPARE(Report::discovered(store.host(0), open),
                 QStringLiteral("Discovered open port 80/tcp on 198.18.1.1\n"));
        QCOMPARE(Report::discovered(store.host(1), open),
                 QStringLiteral("Discovered open port 80/tcp on [fd00::1]\n"));
    }

    void tellsHowItEnded()
    {
        ScanSummary summary;
        summary.total = 65'535;
        summary.done = 65'535;
        summary.hosts = 1;
        summary.counts = {10, 0, 65'525, 0};
        summary.elapsed = std::chrono::milliseconds(1'020);
        // Without a translation tr() leaves "(s)".
        QCOMPARE(Report::done(summary).remove(QStringLiteral("(s)")),
                 QStringLiteral("Done: 1 host, 65535 port, 10 open in 1.02 s\n"));
        summary.done = 3'000;
        QCOMPARE(Report::done(summary).remove(QStringLiteral("(s)")),
                 QStringLiteral("Stopped: 1 host, 3000 of 65535 port, 10 open in 1.02 s\n"));
    }

    void tellsOfAStopBeforeAnythingWasPlanned()
    {
        ScanSummary summary;
        summary.wasStopped = true;
        const QString text = Report::done(summary);
        QVERIFY2(text.startsWith(u"Stopped: 0 host"), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
