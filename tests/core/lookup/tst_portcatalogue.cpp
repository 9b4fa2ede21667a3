// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/portcatalogue.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace roadstead;

namespace {

QList<quint16> portsOf(const PortPreset &preset)
{
    QList<quint16> ports;
    for (const PresetPort &port : preset.ports)
        ports.append(port.port);
    return ports;
}

QSet<quint16> setOf(const PortPreset &preset)
{
    const QList<quint16> ports = portsOf(preset);
    return QSet<quint16>(ports.begin(), ports.end());
}

QByteArray shipped(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The catalogue as shipped, and with texts of our own. This program links core alone, so it also
/// shows that the resources come along with it.
class TestPortCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryLineThatIsShipped();
    void shipsServicesInOrderAndTrimmed();
    void shipsTheListsInTheirOrder();
    void givesEveryPortOfAListOnceAndWithAReason();
    void ranksAHundredCommonPorts();
    void coversIanasPortsBelow1024InUsual();
    void hasNoListNamedLikeAService();

    void namesWellKnownPorts_data();
    void namesWellKnownPorts();
    void findsPortsOfServices_data();
    void findsPortsOfServices();
    void matchesHostilePatternsQuickly();
    void matchesPresets_data();
    void matchesPresets();
    void leavesThePortsAloneWithoutAMatch();
    void prefersTheLongestPreset();
    void servesTheParserWithAMegabyteOfNames_data();
    void servesTheParserWithAMegabyteOfNames();

    void passesOverMalformedServices();
    void isEmptyWithoutTexts();

private:
    const PortPreset &preset(const QString &id) const;

    PortCatalogue m_catalogue;
};

const PortPreset &TestPortCatalogue::preset(const QString &id) const
{
    for (const PortPreset &candidate : m_catalogue.presets()) {
        if (candidate.id == id)
            return candidate;
    }
    qFatal("no such preset");
}

void TestPortCatalogue::readsEveryLineThatIsShipped()
{
    QCOMPARE(m_catalogue.malformedPresetLines(), QList<qsizetype>());
    QCOMPARE(m_catalogue.malformedServiceLines(), QList<qsizetype>());
}

void TestPortCatalogue::shipsServicesInOrderAndTrimmed()
{
    int count = 0;
    int last = 0;
    const QList<QByteArray> lines = shipped(QStringLiteral(":/services/iana-tcp.tsv")).split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QList<QByteArray> columns = line.split('\t');
        QVERIFY2(columns.size() == 2 || columns.size() == 3, line.constData());
        for (const QByteArray &column : columns)
            QVERIFY2(!column.isEmpty() && column == column.simplified(), line.constData());
        QVERIFY2(!columns.at(1).contains(' ') && !columns.at(1).contains(','), line.constData());
        QVERIFY2(columns.at(0).toInt() >= last && columns.at(0).toInt() > 0, line.constData());
        last = columns.at(0).toInt();
        ++count;
    }
    QVERIFY(count > 5'900);
}

void TestPortCatalogue::shipsTheListsInTheirOrder()
{
    QStringList titles;
    for (const PortPreset &entry : m_catalogue.presets())
        titles.append(entry.id + u'=' + entry.title);
    const QStringList expected{
        QStringLiteral("common=Common"),
        QStringLiteral("usual=Usual"),
        QStringLiteral("web=Web"),
        QStringLiteral("remote-access=Remote access"),
        QStringLiteral("mail=Mail"),
        QStringLiteral("files=Files and NAS"),
        QStringLiteral("databases=Databases"),
        QStringLiteral("windows=Windows and directory"),
        QStringLiteral("containers=Containers and clusters"),
        QStringLiteral("printers=Printers"),
        QStringLiteral("cameras=Cameras and things"),
        QStringLiteral("games=Games"),
        QStringLiteral("all=All"),
    };
    QCOMPARE(titles, expected);
}

void TestPortCatalogue::givesEveryPortOfAListOnceAndWithAReason()
{
    for (const PortPreset &entry : m_catalogue.presets()) {
        QVERIFY2(entry.ports.size() >= 20, qPrintable(entry.id));
        QCOMPARE(setOf(entry).size(), entry.ports.size());
        for (const PresetPort &port : entry.ports) {
            QVERIFY(port.port != 0);
            QVERIFY2(!port.why.trimmed().isEmpty(), qPrintable(entry.id));
            QVERIFY2(!port.why.contains(QChar::ReplacementCharacter), qPrintable(port.why));
        }
    }
    QCOMPARE(preset(QStringLiteral("all")).ports.size(), 65'535);
}

void TestPortCatalogue::ranksAHundredCommonPorts()
{
    const QList<quint16> &ranked = m_catalogue.rankedCommonPorts();
    QCOMPARE(ranked.size(), 100);
    QCOMPARE(ranked, portsOf(preset(QStringLiteral("common"))));
    QCOMPARE(ranked.first(5), (QList<quint16>{443, 80, 22, 445, 3389}));
}

void TestPortCatalogue::coversIanasPortsBelow1024InUsual()
{
    const QSet<quint16> usual = setOf(preset(QStringLiteral("usual")));
    QVERIFY(usual.contains(setOf(preset(QStringLiteral("common")))));
    for (quint16 port = 1; port < 1024; ++port)
        QVERIFY2(m_catalogue.serviceName(port).isEmpty() || usual.contains(port),
                 qPrintable(QString::number(port)));
    QVERIFY2(usual.size() >= 950 && usual.size() <= 1'050,
             qPrintable(QString::number(usual.size())));
}

void TestPortCatalogue::hasNoListNamedLikeAService()
{
    for (const PortPreset &entry : m_catalogue.presets()) {
        QVERIFY2(m_catalogue.portsOfService(entry.id).isEmpty(), qPrintable(entry.id));
        QVERIFY2(m_catalogue.portsOfService(entry.title).isEmpty(), qPrintable(entry.title));
    }
}

void TestPortCatalogue::namesWellKnownPorts_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("description");
    QTest::newRow("ssh") << 22 << "ssh"
                         << "The Secure Shell (SSH) Protocol";
    QTest::newRow("the preferred of three names") << 80 << "http"
                                                  << "World Wide Web HTTP";
    QTest::newRow("https") << 443 << "https"
                           << "http protocol over TLS/SSL";
    QTest::newRow("microsoft-ds") << 445 << "microsoft-ds"
                                  << "Microsoft-DS";
    QTest::newRow("the known of two names") << 631 << "ipp"
                                            << "IPP (Internet Printing Protocol)";
    QTest::newRow("nfs") << 2049 << "nfs"
                         << "Network File System - Sun Microsystems";
    QTest::newRow("mysql") << 3306 << "mysql"
                           << "MySQL";
    QTest::newRow("postgresql") << 5432 << "postgresql"
                                << "PostgreSQL Database";
    QTest::newRow("within a registered range") << 6003 << "x11"
                                               << "X Window System";
    QTest::newRow("redis") << 6379 << "redis"
                           << "An advanced key-value cache and store";
    QTest::newRow("http-alt") << 8080 << "http-alt"
                              << "HTTP Alternate (see port 80)";
    QTest::newRow("no description") << 543 << "klogin"
                                    << "";
    QTest::newRow("beyond ASCII") << 4413 << "vision-mon"
                                  << QStringLiteral("FORT\u00c9 Vision Monitoring platform");
    QTest::newRow("reserved") << 0 << ""
                              << "";
    QTest::newRow("unassigned") << 4 << ""
                                << "";
    QTest::newRow("registered for UDP only") << 2378 << ""
                                             << "";
    QTest::newRow("last port") << 65'535 << ""
                               << "";
}

void TestPortCatalogue::namesWellKnownPorts()
{
    QFETCH(int, port);
    QTEST(m_catalogue.serviceName(static_cast<quint16>(port)), "name");
    QTEST(m_catalogue.serviceDescription(static_cast<quint16>(port)), "description");
}

void TestPortCatalogue::findsPortsOfServices_data()
{
    using Ports = QList<quint16>;
    QTest::addColumn<QString>("name");
    QTest::addColumn<Ports>("ports");
    QTest::newRow("name") << "ssh" << Ports{22};
    QTest::newRow("any case") << "SsH" << Ports{22};
    QTest::newRow("name with capitals in the registry") << "ethernet-ip-1" << Ports{2222};
    QTest::newRow("further name") << "www" << Ports{80};
    QTest::newRow("several ports") << "http-alt" << Ports{591, 8008, 8080};
    QTest::newRow("start of a name is not the name") << "ss" << Ports{};
    QTest::newRow("star at the end") << "microsoft-d*" << Ports{445};
    QTest::newRow("star in front") << "*3-soap-s*" << Ports{};
    QTest::newRow("star inside") << "postg*sql" << Ports{5432};
    QTest::newRow("star for nothing") << "ssh*h" << Ports{};
    QTest::newRow("question mark") << "pop?" << Ports{109, 110};
    QTest::newRow("question mark in front") << "?op3" << Ports{110};
    QTest::newRow("any case with a wildcard") << "REDI*" << Ports{6379};
    QTest::newRow("nothing") << "" << Ports{};
    QTest::newRow("space") << " " << Ports{};
    QTest::newRow("not a name") << "no-such-service" << Ports{};
    QTest::newRow("folds to more than one character") << QStringLiteral("\u00df*") << Ports{};
    QTest::newRow("unpaired surrogate") << QString(QChar(0xd800)) << Ports{};
}

void TestPortCatalogue::findsPortsOfServices()
{
    QFETCH(QString, name);
    QTEST(m_catalogue.portsOfService(name), "ports");
}

void TestPortCatalogue::matchesHostilePatternsQuickly()
{
    // A backtracking matcher does not come back from these within the test's time limit.
    const QString stars = QStringLiteral("*a").repeated(12) + u"*b";
    QVERIFY(m_catalogue.portsOfService(stars).isEmpty());
    QVERIFY(m_catalogue.portsOfService(QString(10'000'000, u'?')).isEmpty());
    QVERIFY(m_catalogue.portsOfService(QString(10'000'000, u'a')).isEmpty());
    const QList<quint16> everything = m_catalogue.portsOfService(QString(10'000'000, u'*'));
    QCOMPARE(everything, m_catalogue.portsOfService(u"*"));
    QVERIFY(std::is_sorted(everything.begin(), everything.end()));
    QCOMPARE(QSet<quint16>(everything.begin(), everything.end()).size(), everything.size());
    QVERIFY(everything.size() > 5'900);
}

void TestPortCatalogue::matchesPresets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("id");
    QTest::newRow("id") << "common" << 6 << "common";
    QTest::newRow("title") << "Remote access" << 13 << "remote-access";
    QTest::newRow("any case") << "REMOTE-ACCESS" << 13 << "remote-access";
    QTest::newRow("dashes for spaces") << "files-and-nas" << 13 << "files";
    QTest::newRow("short id before words that are no title") << "files and more" << 5 << "files";
    QTest::newRow("longest first") << "windows and directory,22" << 21 << "windows";
    QTest::newRow("comma") << "web,22" << 3 << "web";
    QTest::newRow("space") << "web 22" << 3 << "web";
    QTest::newRow("new line") << "web\n22" << 3 << "web";
    QTest::newRow("goes on with a letter") << "webs" << 0 << "";
    QTest::newRow("goes on with a dash") << "web-" << 0 << "";
    QTest::newRow("goes on with a star") << "web*" << 0 << "";
    QTest::newRow("unfinished") << "comm" << 0 << "";
    QTest::newRow("separator in front") << " web" << 0 << "";
    QTest::newRow("new line is no space") << "remote\naccess" << 0 << "";
    QTest::newRow("nothing") << "" << 0 << "";
    QTest::newRow("null character")
        << QString(QStringLiteral("web") + QChar(QChar::Null)) << 0 << "";
}

void TestPortCatalogue::matchesPresets()
{
    QFETCH(QString, text);
    QFETCH(int, length);
    QFETCH(QString, id);
    QList<quint16> ports;
    QCOMPARE(m_catalogue.matchPreset(text, ports), length);
    QCOMPARE(ports, id.isEmpty() ? QList<quint16>() : portsOf(preset(id)));
}

void TestPortCatalogue::leavesThePortsAloneWithoutAMatch()
{
    QList<quint16> ports{1, 2};
    QCOMPARE(m_catalogue.matchPreset(u"nothing of this kind", ports), 0);
    QCOMPARE(ports, (QList<quint16>{1, 2}));
    QVERIFY(m_catalogue.matchPreset(u"mail", ports) > 0);
    QVERIFY(!ports.contains(1));
}

void TestPortCatalogue::prefersTheLongestPreset()
{
    const PortCatalogue catalogue(
        "[web] Web\n80 a\n[x] Web servers\n81 b\n[web-servers-more] Y\n82 c\n", QByteArray());
    QList<quint16> ports;
    QCOMPARE(catalogue.matchPreset(u"web servers,1", ports), 11);
    QCOMPARE(ports, QList<quint16>{81});
    QCOMPARE(catalogue.matchPreset(u"web servers more", ports), 16);
    QCOMPARE(ports, QList<quint16>{82});
    QCOMPARE(catalogue.matchPreset(u"web server", ports), 3);
    QCOMPARE(ports, QList<quint16>{80});
}

void TestPortCatalogue::servesTheParserWithAMegabyteOfNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("size");
    QTest::newRow("preset") << "all," << 65'535;
    QTest::newRow("service") << "ssh," << 1;
    QTest::newRow("wildcard") << "pop?," << 2;
}

void TestPortCatalogue::servesTheParserWithAMegabyteOfNames()
{
    // A copy of the list per mention would take minutes, which is more than the test's time limit.
    QFETCH(QString, name);
    const auto ports = PortParser(m_catalogue).parse(name.repeated(1'000'000 / name.size()));
    QVERIFY(ports);
    QTEST(ports->size(), "size");
}

void TestPortCatalogue::passesOverMalformedServices()
{
    const PortCatalogue catalogue(QByteArray(),
                                  "# comment\n1\tone\tFirst\n\n2\n3\t\n\tname\n0\tzero\n-1\tminus\n"
                                  "65536\thigh\nx\ty\n5\tfive\n5\tfunf\tAlias\n4\tdescending\n"
                                  "65535\tlast\t\tx");
    QCOMPARE(catalogue.malformedServiceLines(), (QList<qsizetype>{4, 5, 6, 7, 8, 9, 10, 13}));
    QCOMPARE(catalogue.portsOfService(u"*"), (QList<quint16>{1, 5, 65535}));
    QCOMPARE(catalogue.serviceName(5), QStringLiteral("five"));
    QCOMPARE(catalogue.portsOfService(u"FUNF"), QList<quint16>{5});
}

void TestPortCatalogue::isEmptyWithoutTexts()
{
    const PortCatalogue catalogue{QByteArray(), QByteArray()};
    QList<quint16> ports;
    QVERIFY(catalogue.presets().isEmpty());
    QVERIFY(catalogue.rankedCommonPorts().isEmpty());
    QVERIFY(catalogue.portsOfService(u"*").isEmpty());
    QCOMPARE(catalogue.matchPreset(u"common", ports), 0);
    QCOMPARE(catalogue.serviceName(22), QString());
}

QTEST_GUILESS_MAIN(TestPortCatalogue)
#include "tst_portcatalogue.moc"
