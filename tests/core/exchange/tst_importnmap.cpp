// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/nmapversion.h"
#include "importing.h"

#include <QTest>

using namespace roadstead;
using importing::addRefusal;
using importing::notesOf;
using importing::Outcome;
using importing::read;
using importing::rowsOf;
using importing::trickle;
using Code = ImportError::Code;
using Note = ImportNote::Code;

namespace {

const QByteArray kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE nmaprun>\n"
                         "<nmaprun scanner=\"nmap\" start=\"1769860800\" version=\"7.93\">\n";
const QByteArray kTail = "<runstats><finished time=\"1769860810\" elapsed=\"9.25\"/>"
                         "<hosts up=\"1\" down=\"0\" total=\"1\"/></runstats>\n</nmaprun>\n";

QByteArray host(const QByteArray &ports, const QByteArray &address = "198.18.0.1")
{
    return "<host endtime=\"1769860803\"><status state=\"up\" reason=\"user-set\"/>\n<address "
           "addr=\""
           + address + "\" addrtype=\"ipv4\"/>\n<ports>" + ports + "</ports></host>\n";
}

QByteArray port(const QByteArray &number, const QByteArray &state, const QByteArray &further = {})
{
    return "<port protocol=\"tcp\" portid=\"" + number + "\"><state state=\"" + state + "\" "
           + further + "/></port>";
}

QByteArray run(const QByteArray &content)
{
    return kHead + content + kTail;
}

/// Three hosts as a recent nmap writes them.
QByteArray threeHosts()
{
    return run(
        "<scaninfo type=\"connect\" protocol=\"tcp\" numservices=\"5\" services=\"21-25\"/>\n"
        + host("<extraports state=\"closed\" count=\"4\">\n<extrareasons "
               "reason=\"conn-refused\" count=\"4\" proto=\"tcp\" ports=\"21,23-25\"/>\n"
               "</extraports>\n"
                   + port("22", "open", "reason=\"syn-ack\" reason_ttl=\"0\""),
               "198.18.0.9")
        + host(port("80", "filtered", "reason=\"no-response\""), "198.18.0.10")
        + host(port("443", "open", "reason=\"syn-ack\""), "198.18.0.2"));
}

} // namespace

class TestImportNmap : public QObject
{
    Q_OBJECT

private slots:
    void readsHostsInTheOrderOfTheirAddresses()
    {
        const Outcome outcome = read(threeHosts());
        QCOMPARE(rowsOf(outcome),
                 QStringList({QStringLiteral("198.18.0.2 443 open syn-ack"),
                              QStringLiteral("198.18.0.9 21 closed conn-refused"),
                              QStringLiteral("198.18.0.9 22 open syn-ack"),
                              QStringLiteral("198.18.0.9 23 closed conn-refused"),
                              QStringLiteral("198.18.0.9 24 closed conn-refused"),
                              QStringLiteral("198.18.0.9 25 closed conn-refused"),
                              QStringLiteral("198.18.0.10 80 filtered no-response")}));
        QCOMPARE(outcome->kind, ImportKind::NmapXml);
        QVERIFY(outcome->notes.isEmpty());
        const ResultStore &store = outcome->document.store;
        QCOMPARE(store.host(0).number, 0U);
        QCOMPARE(store.host(2).number, 2U);
    }

    void tellsOfTheScan()
    {
        const Outcome outcome = read(threeHosts());
        QVERIFY(outcome.hasValue());
        const ScanHeader &header = outcome->document.header;
        QCOMPARE(header.origin, ScanOrigin::Imported);
        QCOMPARE(header.ending, ScanEnding::Finished);
        QCOMPARE(header.program, QStringLiteral("nmap 7.93"));
        QCOMPARE(header.startedAt.toMSecsSinceEpoch(), 1'769'860'800'000);
        QCOMPARE(header.endedAt.toMSecsSinceEpoch(), 1'769'860'810'000);
        QCOMPARE(header.elapsed, std::chrono::milliseconds(9'250));
        QCOMPARE(header.portsText, QStringLiteral("21-25"));
        QCOMPARE(header.request.ports, PortSet::range(21, 25));
        QCOMPARE(header.hosts, 3U);
        QCOMPARE(header.total, 7U);
        QCOMPARE(header.counts, (std::array<quint64, 4>{2, 0, 4, 1}));
        QCOMPARE(outcome->document.store.row(0).atMilliseconds, 3'000U);
    }

    void mapsStatesAndReasons_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QByteArray>("further");
        QTest::addColumn<QString>("row");
        const auto add = [](const char *name, const char *state, const char *further,
                            const char *row) {
            QTest::newRow(name) << QByteArray(state) << QByteArray(further)
                                << QString::fromLatin1(row);
        };
        add("reset", "closed", "reason=\"reset\"", "closed reset");
        add("old plural", "closed", "reason=\"resets\"", "closed reset");
        add("long plural", "filtered", "reason=\"host-unreaches\"", "filtered host-unreach");
        add("no reason, open", "open", "", "open syn-ack");
        add("no reason, closed", "closed", "", "closed conn-refused");
        add("no reason, filtered", "filtered", "", "filtered no-response");
        add("strange reason", "closed", "reason=\"dice\"", "closed conn-refused");
        add("reason of another state", "open", "reason=\"reset\"", "open syn-ack");
        add("open or filtered", "open|filtered", "reason=\"no-response\"", "filtered no-response");
        add("closed or filtered", "closed|filtered", "", "filtered no-response");
        add("message of a router", "filtered",
            "reason=\"admin-prohibited\" reason_ip=\"198.18.9.9\"",
            "filtered admin-prohibited icmp=3/13;from=198.18.9.9");
        add("message with many codes", "filtered",
            "reason=\"dest-unreach\" reason_ip=\"198.18.9.9\"", "filtered host-unreach");
        add("masscan's word", "closed", "reason=\"rst-ack\"", "closed reset");
        add("this program's unknown", "unknown", "reason=\"local-firewall\"",
            "unknown local-firewall");
    }
    void mapsStatesAndReasons()
    {
        QFETCH(QByteArray, state);
        QFETCH(QByteArray, further);
        QFETCH(QString, row);
        QCOMPARE(rowsOf(read(run(host(port("7", state, further))))),
                 QStringList(QStringLiteral("198.18.0.1 7 ") + row));
    }

    void readsMessagesOfVersionSix()
    {
        const QByteArray text =
            run("<host><address addr=\"FD00:0:0:0::1\" addrtype=\"ipv6\"/><ports>"
                + port("7", "filtered", "reason=\"port-unreach\" reason_ip=\"fd00::9\"")
                + "</ports></host>");
        QCOMPARE(rowsOf(read(text)), QStringList(QStringLiteral(
                                         "fd00::1 7 filtered port-unreach icmp=1/4;from=fd00::9")));
    }

    void saysWhatItLeavesOut()
    {
        const QByteArray udp =
            "<port protocol=\"udp\" portid=\"53\"><state state=\"open\"/></port>";
        const QByteArray extra = "<extraports state=\"filtered\" count=\"7\"><extrareasons "
                                 "reason=\"no-response\" count=\"7\" proto=\"udp\" "
                                 "ports=\"1-7\"/></extraports>";
        const Outcome outcome =
            read(run(host(extra + udp + port("22", "unfiltered", "reason=\"reset\"")
                          + port("23", "unknown", "") + port("24", "open"))
                     + host("", "198.18.0.5")));
        QCOMPARE(rowsOf(outcome), QStringList(QStringLiteral("198.18.0.1 24 open syn-ack")));
        QCOMPARE(notesOf(outcome), QList<ImportNote>({{Note::OtherProtocols, 8},
                                                      {Note::NoVerdict, 2},
                                                      {Note::HostsWithoutPorts, 1}}));
    }

    void namesPortsThatOldVersionsDoNot()
    {
        const QByteArray info = "<scaninfo protocol=\"tcp\" services=\"1-3,9\"/>";
        const QByteArray extra = "<extraports state=\"closed\" count=\"3\"><extrareasons "
                                 "reason=\"resets\" count=\"3\"/></extraports>";
        QCOMPARE(rowsOf(read(run(info + host(extra + port("2", "open"))))),
                 QStringList({QStringLiteral("198.18.0.1 1 closed reset"),
                              QStringLiteral("198.18.0.1 2 open syn-ack"),
                              QStringLiteral("198.18.0.1 3 closed reset"),
                              QStringLiteral("198.18.0.1 9 closed reset")}));
    }

    void doesNotGuessPorts_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("missing");
        const QByteArray info = "<scaninfo protocol=\"tcp\" services=\"1-4\"/>";
        const QByteArray closed = "<extraports state=\"closed\" count=\"2\"/>";
        const QByteArray silent = "<extraports state=\"filtered\" count=\"1\"/>";
        QTest::newRow("two states")
            << QByteArray(info + host(closed + silent + port("2", "open"))) << 3;
        QTest::newRow("other count") << QByteArray(info + host(closed + port("2", "open"))) << 2;
        QTest::newRow("no scaninfo") << host(closed + port("2", "open")) << 2;
    }
    void doesNotGuessPorts()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, missing);
        const Outcome outcome = read(run(content));
        QCOMPARE(rowsOf(outcome), QStringList(QStringLiteral("198.18.0.1 2 open syn-ack")));
        QCOMPARE(notesOf(outcome),
                 QList<ImportNote>({{Note::PortsNotNamed, static_cast<quint64>(missing)}}));
    }

    void namesAreThoseThatWereTyped()
    {
        const Outcome outcome = read(
            run("<hosthint><status state=\"up\"/><address addr=\"198.18.0.8\"/></hosthint>"
                "<host><address addr=\"00:11:22:33:44:55\" addrtype=\"mac\"/>"
                "<address addr=\"198.18.0.1\"/><hostnames><hostname name=\"gate.example\" "
                "type=\"user\"/><hostname name=\"ptr.example\" type=\"PTR\"/></hostnames><ports>"
                + port("1", "open") + "</ports></host>"));
        QVERIFY(outcome.hasValue());
        QCOMPARE(outcome->document.store.host(0).names,
                 QStringList(QStringLiteral("gate.example")));
        QCOMPARE(outcome->document.store.hostCount(), 1U);
    }

    void knowsWhoIsUp()
    {
        const Outcome outcome = read(run(host(port("1", "filtered") + port("7", "closed"))));
        QVERIFY(outcome.hasValue());
        const HostRecord &record = outcome->document.store.host(0);
        QCOMPARE(record.standing, HostStanding::Up);
        QCOMPARE(record.answeredPort, quint16(7));
        QCOMPARE(record.answer, Reason::ConnRefused);
        const Outcome silent = read(run(host(port("1", "filtered"))));
        QCOMPARE(silent->document.store.host(0).standing, HostStanding::Unknown);
    }

    void joinsAHostThatComesAgain()
    {
        const Outcome outcome = read(run(host(port("1", "closed") + port("2", "open"))
                                         + host(port("1", "open") + port("2", "open"))));
        QCOMPARE(rowsOf(outcome), QStringList({QStringLiteral("198.18.0.1 1 open syn-ack"),
                                               QStringLiteral("198.18.0.1 2 open syn-ack")}));
        QCOMPARE(notesOf(outcome), QList<ImportNote>({{Note::Contradictions, 1}}));
    }

    void readsMasscansXml()
    {
        const QByteArray text =
            "<?xml version=\"1.0\"?>\r\n<!-- masscan v1.0 scan -->\r\n<nmaprun "
            "scanner=\"masscan\" start=\"1769860800\" version=\"1.3.2\">\r\n"
            "<scaninfo type=\"syn\" protocol=\"tcp\" />\r\n<host endtime=\"1769860801\">"
            "<address addr=\"198.18.0.3\" addrtype=\"ipv4\"/><ports>"
            + port("80", "open", "reason=\"syn-ack\" reason_ttl=\"64\"")
            + "</ports></host>\r\n<host endtime=\"1769860802\"><address addr=\"198.18.0.3\" "
              "addrtype=\"ipv4\"/><ports>"
            + port("22", "open", "reason=\"syn-ack\"") + "</ports></host>\r\n" + kTail;
        const Outcome outcome = read(text);
        QCOMPARE(rowsOf(outcome), QStringList({QStringLiteral("198.18.0.3 22 open syn-ack"),
                                               QStringLiteral("198.18.0.3 80 open syn-ack")}));
        QCOMPARE(outcome->document.header.program, QStringLiteral("masscan 1.3.2"));
    }

    void readsBannersOfThisProgramOnly()
    {
        QByteArray text = run(host("<port protocol=\"tcp\" portid=\"22\"><state state=\"open\"/>"
                                   "<script id=\"banner\" output=\"SSH\\x0d\\x0a\"/></port>"));
        QCOMPARE(rowsOf(read(text)), QStringList(QStringLiteral("198.18.0.1 22 open syn-ack")));
        text.replace("version=\"7.93\"", "version=\"roadstead 0.1.0\"");
        const Outcome outcome = read(text);
        QCOMPARE(rowsOf(outcome),
                 QStringList(QStringLiteral("198.18.0.1 22 open syn-ack \"SSH\r\n\"")));
        QCOMPARE(outcome->document.header.program, QStringLiteral("roadstead 0.1.0"));
    }

    /// Whatever the results came from before.
    void knowsItsOwnXmlOfOtherResults()
    {
        QByteArray text = run(host("<port protocol=\"tcp\" portid=\"22\"><state state=\"open\"/>"
                                   "<script id=\"banner\" output=\"SSH\"/></port>"));
        for (const char *program : {"nmap 7.93", "masscan", "roadstead", "roadstead 0.0.9", ""}) {
            const QString made = QString::fromLatin1(program);
            QByteArray own = text;
            own.replace("7.93", versionOfOwnXml(made).toLatin1());
            const Outcome outcome = read(own);
            QCOMPARE(rowsOf(outcome),
                     QStringList(QStringLiteral("198.18.0.1 22 open syn-ack \"SSH\"")));
            if (!made.isEmpty())
                QCOMPARE(outcome->document.header.program, made);
        }
    }

    void isCancelledBetweenTwoElements()
    {
        QByteArray text = run(host(port("1", "open")).repeated(20));
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        int asked = 0;
        const auto outcome = readResults(buffer, [&asked] { return ++asked > 10; });
        QVERIFY(!outcome.hasValue());
        QCOMPARE(outcome.error().code, Code::Cancelled);
    }

    void keepsWholeHostsOfAFileThatBreaksOff()
    {
        const QByteArray whole = threeHosts();
        const qsizetype begun = whole.indexOf("7.93\">") + 6;
        for (qsizetype size = begun; size < whole.size() - 1; ++size) {
            const QByteArray part = whole.first(size);
            const auto hosts = static_cast<quint64>(part.count("</host>"));
            const Outcome outcome = read(part);
            QVERIFY2(outcome.hasValue(), part.constData());
            QCOMPARE(outcome->document.store.hostCount(), quint32(hosts));
            QCOMPARE(outcome->notes, QList<ImportNote>({{Note::Truncated, hosts}}));
            QCOMPARE(outcome->document.header.ending, ScanEnding::None);
        }
        for (qsizetype size = 0; size < begun - 1; ++size)
            QVERIFY(!read(whole.first(size)).hasValue());
    }

    void readsTheSameInAnyPieces()
    {
        const QByteArray whole = threeHosts();
        for (const qint64 atOnce : {1, 2, 7, 100})
            QCOMPARE(rowsOf(trickle(whole, atOnce)), rowsOf(read(whole)));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ImportError>("error");
        addRefusal("other XML", "<html><body/></html>", Code::UnknownKind, 0, 0);
        addRefusal("entities",
                   "<?xml version=\"1.0\"?>\n<!DOCTYPE nmaprun [<!ENTITY a \"b\">]>\n<nmaprun/>",
                   Code::OwnDeclarations, 2, 19);
        addRefusal("any declaration", "<!DOCTYPE nmaprun SYSTEM \"a[\" [ ]><nmaprun/>",
                   Code::OwnDeclarations, 1, 31);
        addRefusal("unknown entity", kHead + "&bomb;" + kTail, Code::Malformed, 4, 7);
        addRefusal("port too large", run(host(port("99999", "open"))), Code::BadValue, 6, 44,
                   "99999");
        addRefusal("port in letters", run(host(port("http", "open"))), Code::BadValue, 6, 43,
                   "http");
        addRefusal("negative port", run(host(port("-1", "open"))), Code::BadValue, 6, 41, "-1");
        addRefusal("no port", run(host("<port protocol=\"tcp\"/>")), Code::Missing, 6, 30,
                   "portid");
        addRefusal("no state", run(host("<port protocol=\"tcp\" portid=\"1\"/>")), Code::Missing, 6,
                   41, "state");
        addRefusal("strange state", run(host(port("1", "ajar"))), Code::BadValue, 6, 62, "ajar");
        addRefusal("strange address", run(host(port("1", "open"), "198.18.1")), Code::BadValue, 5,
                   43, "198.18.1");
        addRefusal("no address", run("<host/>"), Code::Missing, 4, 8, "address");
        addRefusal("bad time", "<nmaprun start=\"now\">", Code::BadValue, 1, 22, "now");
        addRefusal("time in a distant future", "<nmaprun start=\"999999999999999\">",
                   Code::BadValue, 1, 34, "999999999999999");
        addRefusal("far from the start",
                   kHead + "<host endtime=\"1774155768\"><address addr=\"198.18.0.1\"/><ports>"
                       + port("1", "open") + "</ports></host>" + kTail,
                   Code::TimesTooFarApart, 4, 139, "198.18.0.1");
        addRefusal(
            "bad port list",
            run(host("<extraports state=\"closed\" count=\"1\"><extrareasons reason=\"reset\" "
                     "count=\"1\" proto=\"tcp\" ports=\"1-99999\"/></extraports>")),
            Code::BadValue, 6, 113, "1-99999");
        addRefusal("NUL", kHead + QByteArray(1, '\0') + kTail, Code::Malformed, 4, 2);
        addRefusal("invalid UTF-8", kHead + "<a b=\"\xff\"/>" + kTail, Code::Malformed, 4, 7);
        addRefusal("crossed elements", kHead + "<host></ports>" + kTail, Code::Malformed, 4, 15);
        addRefusal("two documents", run({}) + run({}), Code::Malformed, 6, 39);
        addRefusal("deep", kHead + QByteArray("<a>").repeated(40) + kTail, Code::TooDeep, 4, 97);
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(ImportError, error);
        const Outcome outcome = read(text);
        QVERIFY(!outcome.hasValue());
        QCOMPARE(outcome.error(), error);
    }

    void refusesMorePortsThanAHostHas()
    {
        const QByteArray extra = "<extraports state=\"closed\" count=\"65536\"><extrareasons "
                                 "reason=\"reset\" count=\"65536\" proto=\"tcp\" "
                                 "ports=\"0-65535\"/></extraports>";
        const Outcome all = read(run(host(extra)));
        QVERIFY(all.hasValue());
        QCOMPARE(all->document.store.rowCount(), 65'536U);
        const Outcome more = read(run(host(extra + port("1", "open"))));
        QVERIFY(!more.hasValue());
        QCOMPARE(more.error().code, Code::TooManyResults);
    }
};

QTEST_GUILESS_MAIN(TestImportNmap)
#include "tst_importnmap.moc"
