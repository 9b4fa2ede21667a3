// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/scanarguments.h"
#include "core/target/writtentargets.h"
#include "exportedtext.h"

#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QXmlStreamReader>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

QString nmapsDtd()
{
    return QStringLiteral("/usr/share/nmap/nmap.dtd");
}

ResultExportRequest requestOf(const ResultBuilder &results)
{
    ResultExportRequest request;
    request.store = storeOf(results.batch());
    request.form = NmapXmlForm();
    return request;
}

/// One line an element, its attributes as they stand in the file.
QStringList elementsOf(const QByteArray &file)
{
    QXmlStreamReader xml(file);
    QStringList elements;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        QString element = xml.name().toString();
        const QXmlStreamAttributes attributes = xml.attributes();
        for (const QXmlStreamAttribute &attribute : attributes)
            element += u' ' + attribute.name() + u'=' + attribute.value();
        elements += element;
    }
    return xml.hasError() ? QStringList{xml.errorString()} : elements;
}

QStringList elementsOf(const QByteArray &file, const char *name)
{
    return elementsOf(file).filter(
        QRegularExpression(QStringLiteral("^%1( |$)").arg(QLatin1String(name))));
}

/// Each port's state and reason by host and port, from listed and from collapsed ones.
using Verdicts = QMap<QString, QString>;

void addCollapsed(Verdicts &verdicts, const QString &host, const QString &state,
                  const QXmlStreamAttributes &reasons)
{
    const auto ports = readPorts(reasons.value(QLatin1String("ports")));
    QVERIFY(ports.hasValue());
    QCOMPARE(ports->size(), reasons.value(QLatin1String("count")).toInt());
    for (const quint16 port : ports->ports())
        verdicts[host + u' ' + QString::number(port)] =
            state + u' ' + reasons.value(QLatin1String("reason"));
}

Verdicts verdictsOf(const QByteArray &file)
{
    QXmlStreamReader xml(file);
    Verdicts verdicts;
    QString host;
    QString port;
    QString state;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() == u"address")
            host = attributes.value(QLatin1String("addr")).toString();
        else if (xml.name() == u"extraports")
            state = attributes.value(QLatin1String("state")).toString();
        else if (xml.name() == u"extrareasons")
            addCollapsed(verdicts, host, state, attributes);
        else if (xml.name() == u"port")
            port = attributes.value(QLatin1String("portid")).toString();
        else if (xml.name() == u"state")
            verdicts[host + u' ' + port] = attributes.value(QLatin1String("state")) + u' '
                                           + attributes.value(QLatin1String("reason"));
    }
    return verdicts;
}

Verdicts verdictsOf(const ResultStore &store)
{
    Verdicts verdicts;
    for (quint32 i = 0; i < store.rowCount(); ++i) {
        const PortResult &row = store.row(i);
        verdicts[store.hostOf(row).addressText + u' ' + QString::number(row.port)] =
            identifier(row.state()) + u' ' + identifier(row.reason());
    }
    return verdicts;
}

/// Whatever a scan can find, with hostile texts where texts can be.
ResultBuilder randomResults(QRandomGenerator &random)
{
    const QStringList names{QStringLiteral("a&b"), QStringLiteral("<x>"),
                            QStringLiteral("\"'\uffff\u202e"), QString(QChar(0)),
                            QStringLiteral("host-a.example")};
    const QList<QByteArray> banners{"]]>", "\xef\xbf\xbe", "<!ENTITY x 'y'>", "a\r\n\tb", "\xff"};
    ResultBuilder results;
    for (quint32 host = 0; host < 5; ++host) {
        results.host(host, kRouter + host, {names.at(random.bounded(5))});
        const quint32 ports = random.bounded(1U, 200U);
        for (quint16 port = 0; port < ports; ++port) {
            results.row(host, static_cast<quint16>(port * 7), kAllPortStates[random.bounded(4U)],
                        static_cast<Reason>(random.bounded(kReasonCount)));
            if (random.bounded(9) == 0)
                results.banner(banners.at(random.bounded(5)));
        }
    }
    return results;
}

} // namespace

class TestNmapXmlWriter : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfTheScan()
    {
        ResultExportRequest request =
            requestOf(ResultBuilder().host(0, kRouter).open(0, 22).closed(0, 81).closed(0, 80));
        request.header.program = QStringLiteral("roadstead 0.1.0");
        request.header.startedAt = testStart();
        request.header.endedAt = testStart().addMSecs(61'020);
        request.header.elapsed = 60'020ms;
        request.header.ending = ScanEnding::Finished;
        request.header.portsText = QStringLiteral("22,80-81");
        request.header.targetsText = QStringLiteral("router.lan\n10.0.0.0/30");
        const QByteArray file = exportedText(request);
        QVERIFY2(file.startsWith("<?xml version=\"1.0\"?>\n<!DOCTYPE nmaprun>\n<nmaprun "),
                 file.constData());
        QCOMPARE(
            elementsOf(file).first(4),
            (QStringList{
                QStringLiteral("nmaprun scanner=nmap args=roadstead-cli -p 22,80-81 router.lan "
                               "10.0.0.0/30 start=1769860800 startstr=Sat Jan 31 12:00:00 2026 "
                               "UTC version=roadstead 0.1.0 xmloutputversion=1.05"),
                QStringLiteral("scaninfo type=connect protocol=tcp numservices=3 "
                               "services=22,80-81"),
                QStringLiteral("verbose level=0"), QStringLiteral("debugging level=0")}));
        QCOMPARE(elementsOf(file).mid(elementsOf(file).size() - 3),
                 (QStringList{QStringLiteral("runstats"),
                              QStringLiteral("finished time=1769860861 timestr=Sat Jan 31 12:01:01 "
                                             "2026 UTC elapsed=60.02 exit=success"),
                              QStringLiteral("hosts up=1 down=0 total=1")}));
    }

    void writesPorts()
    {
        Detail refused;
        refused.icmp = IcmpMessage{3, 13, Address::fromIpv4(kRouter + 7)};
        Detail own;
        own.icmp = IcmpMessage{3, 3, Address::fromIpv4(kRouter)};
        ResultBuilder results;
        results.host(0, kRouter, {QStringLiteral("router.lan"), QStringLiteral("a&b")});
        results.open(0, 22).banner("SSH-2.0-x\r\n");
        results.row(0, 6, PortState::Filtered, Reason::AdminProhibited).detail(refused);
        results.row(0, 7, PortState::Filtered, Reason::PortUnreach).detail(own);
        results.unknown(0, 8);
        const QStringList elements = elementsOf(exportedText(requestOf(results)));
        QCOMPARE(elements.mid(4, elements.size() - 7),
                 QStringLiteral("host starttime=1769860800 endtime=1769860800\n"
                                "status state=up reason=syn-ack reason_ttl=0\n"
                                "address addr=192.168.1.1 addrtype=ipv4\n"
                                "hostnames\n"
                                "hostname name=router.lan type=user\n"
                                "hostname name=a&b type=user\n"
                                "ports\n"
                                "port protocol=tcp portid=6\n"
                                "state state=filtered reason=admin-prohibited reason_ttl=0 "
                                "reason_ip=192.168.1.8\n"
                                "port protocol=tcp portid=7\n"
                                "state state=filtered reason=port-unreach reason_ttl=0\n"
                                "port protocol=tcp portid=8\n"
                                "state state=unknown reason=local-firewall reason_ttl=0\n"
                                "port protocol=tcp portid=22\n"
                                "state state=open reason=syn-ack reason_ttl=0\n"
                                "service name=ssh method=table conf=3\n"
                                "script id=banner output=SSH-2.0-x\\x0d\\x0a")
                     .split(u'\n'));
    }

    void collapsesStatesWithManyPortsButNeverOpenOnes()
    {
        ResultBuilder results;
        results.host(0, kRouter).host(1, kRouter + 1);
        for (quint16 port = 1; port <= 26; ++port)
            results.open(0, port).closed(0, 100 + port).closed(1, 100 + port);
        for (quint16 port = 1; port <= 25; ++port)
            results.filtered(0, 200 + port).unknown(1, 200 + port);
        results.row(1, 300, PortState::Closed, Reason::ConnRefused);
        results.unknown(1, 301);
        const QByteArray file = exportedText(requestOf(results));
        QCOMPARE(elementsOf(file, "extraports").join(u'\n') + u'\n'
                     + elementsOf(file, "extrareasons").join(u'\n'),
                 QStringLiteral("extraports state=closed count=26\n"
                                "extraports state=unknown count=26\n"
                                "extraports state=closed count=27\n"
                                "extrareasons reason=reset count=26 proto=tcp ports=101-126\n"
                                "extrareasons reason=local-firewall count=26 proto=tcp "
                                "ports=201-225,301\n"
                                "extrareasons reason=reset count=26 proto=tcp ports=101-126\n"
                                "extrareasons reason=conn-refused count=1 proto=tcp ports=300"));
        QCOMPARE(elementsOf(file, "port").size(), 26 + 25);
    }

    void saysOfAHostOnlyWhatIsKnown_data()
    {
        QTest::addColumn<ResultBatch>("results");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("hosts");
        const Address router = Address::fromIpv4(kRouter);
        const auto host = [] { return ResultBuilder().host(0, kRouter); };
        const auto row = [](const char *name, const ResultBuilder &results, const char *status,
                            const char *hosts) {
            QTest::newRow(name) << results.batch() << QString::fromLatin1(status)
                                << QString::fromLatin1(hosts);
        };
        row("answered", host().closed(0, 1).change(0, router, HostEvent::Up, 9, Reason::SynAck),
            "up reason=syn-ack", "up=1 down=0 total=1");
        row("a port that answered", host().filtered(0, 1).closed(0, 2), "up reason=reset",
            "up=1 down=0 total=1");
        row("down", host().filtered(0, 1).change(0, router, HostEvent::Down),
            "down reason=host-unreach", "up=0 down=1 total=1");
        row("no route", host().filtered(0, 1).change(0, router, HostEvent::NoRoute),
            "down reason=no-route", "up=0 down=1 total=1");
        row("silent", host().filtered(0, 1), "unknown reason=no-response", "up=0 down=0 total=1");
    }
    void saysOfAHostOnlyWhatIsKnown()
    {
        QFETCH(ResultBatch, results);
        QFETCH(QString, status);
        QFETCH(QString, hosts);
        ResultExportRequest request;
        request.store = storeOf(results);
        request.form = NmapXmlForm();
        const QByteArray file = exportedText(request);
        QCOMPARE(elementsOf(file, "status"),
                 QStringList{QStringLiteral("status state=%1 reason_ttl=0").arg(status)});
        QCOMPARE(elementsOf(file, "hosts"), QStringList{u"hosts " + hosts});
    }

    void givesArgumentsThatAreHarmless_data()
    {
        QTest::addColumn<QString>("ports");
        QTest::addColumn<QString>("targets");
        QTest::addColumn<bool>("isGiven");
        const auto row = [](const char *name, const char *ports, const char *targets,
                            bool isGiven) {
            QTest::newRow(name) << QString::fromLatin1(ports) << QString::fromLatin1(targets)
                                << isGiven;
        };
        row("usual", "1-1024,http", "10.0.0.0/24 a_b.example fe80::1%eth0", true);
        row("no ports", "", "10.0.0.1", false);
        row("no targets", "80", " \n", false);
        row("an option", "80", "10.0.0.1 --csv", false);
        row("a file", "80", "@/etc/passwd", false);
        row("a shell's", "80", "10.0.0.1;reboot", false);
        row("a pattern", "80", "10.0.0.*", false);
        row("ports of two words", "80 443", "10.0.0.1", false);
        row("long", "80", QByteArray(1'000, 'a').constData(), false);
    }
    void givesArgumentsThatAreHarmless()
    {
        QFETCH(QString, ports);
        QFETCH(QString, targets);
        QFETCH(bool, isGiven);
        ScanHeader header;
        header.portsText = ports;
        header.targetsText = targets;
        QCOMPARE(scanArguments(header),
                 isGiven ? QString(u"roadstead-cli -p " + ports + u' ' + targets) : QString());
    }

    void keepsEveryPortsStateAndReason()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 20; ++i) {
            const ResultExportRequest request = requestOf(randomResults(random));
            QCOMPARE(verdictsOf(exportedText(request)), verdictsOf(request.store));
        }
    }

    /// xmllint and nmap's DTD come with the packages that the tests install.
    void isValidByNmapsDtd()
    {
        const QString xmllint = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
        if (xmllint.isEmpty())
            QSKIP("there is no xmllint here (Debian: libxml2-utils)");
        if (!QFile::exists(nmapsDtd()))
            QSKIP("there is no nmap.dtd here (Debian: nmap)");
        QRandomGenerator random(1);
        const TestFolder folder;
        QStringList files;
        for (int i = 0; i < 10; ++i) {
            files += folder.filePath(QStringLiteral("%1.xml").arg(i));
            putContent(files.last(),
                       exportedText(requestOf(i == 0 ? ResultBuilder() : randomResults(random))));
        }
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(xmllint, QStringList{QStringLiteral("--nonet"), QStringLiteral("--noout"),
                                           QStringLiteral("--dtdvalid"), nmapsDtd()}
                                   + files);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
    }

    /// Another strict reader than Qt's, and what programs that read nmap's files look for.
    void isReadByPython()
    {
        const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
        if (python.isEmpty())
            QSKIP("there is no python3 here");
        const TestFolder folder;
        QRandomGenerator random(3);
        const ResultExportRequest request = requestOf(randomResults(random));
        putContent(folder.path("scan.xml"), exportedText(request));
        const QString program = QStringLiteral(
            "import sys, xml.etree.ElementTree as tree\n"
            "for host in tree.parse(sys.argv[1]).getroot().findall('host'):\n"
            "    for port in host.findall('ports/port'):\n"
            "        if port.find('state').get('state') == 'open':\n"
            "            print(host.find('address').get('addr'), port.get('portid'))\n");
        QProcess process;
        process.start(python, {QStringLiteral("-c"), program, folder.path("scan.xml")});
        QVERIFY(process.waitForFinished());
        QStringList expected;
        const Verdicts verdicts = verdictsOf(request.store);
        for (auto port = verdicts.begin(); port != verdicts.end(); ++port) {
            if (port.value().startsWith(u"open "))
                expected += port.key();
        }
        QStringList read = QString::fromUtf8(process.readAll()).trimmed().split(u'\n');
        read.sort();
        QCOMPARE(read, expected);
    }
};

QTEST_GUILESS_MAIN(TestNmapXmlWriter)
#include "tst_nmapxmlwriter.moc"
