// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/targetinput.h"
#include "core/target/portparser.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace roadstead;

namespace {

class Vocabulary final : public PortVocabulary
{
public:
    QList<quint16> portsOfService(QStringView) const override { return {}; }
    qsizetype matchPreset(QStringView, QList<quint16> &) const override { return 0; }
    const QList<quint16> &rankedCommonPorts() const override { return m_common; }

private:
    QList<quint16> m_common{443, 80, 22};
};

} // namespace

class TestTargetInput : public QObject
{
    Q_OBJECT

private:
    Vocabulary m_vocabulary;
    QTemporaryDir m_folder;

    QString fileWith(const QByteArray &content)
    {
        const QString path = m_folder.filePath(QStringLiteral("input"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            QTest::qFail("cannot write", __FILE__, __LINE__);
        return path;
    }
    [[nodiscard]] Expected<CliRequest, InputError> read(const CliOptions &options) const
    {
        return readRequest(options, m_vocabulary);
    }
    static CliOptions optionsFor(const QStringList &targets)
    {
        CliOptions options;
        options.targets = targets;
        return options;
    }

private slots:
    void takesCommonPortsFirstAndByDefault()
    {
        const auto request = read(optionsFor({QStringLiteral("10.0.0.1")}));
        QVERIFY(request);
        QCOMPARE(request->scan.ports, PortSet(QList<quint16>{22, 80, 443}));
        QCOMPARE(request->scan.portsFirst, (QList<quint16>{443, 80, 22}));
        QCOMPARE(request->scan.targets.addresses.size(), 1ULL);
        QVERIFY(request->notes.isEmpty());
    }

    void unitesArgumentsFilesAndPorts()
    {
        CliOptions options =
            optionsFor({QStringLiteral("10.0.0.1"), u'@' + fileWith("10.0.0.2 # two\n10.0.0.3\n")});
        options.ports = QStringList{QStringLiteral("1-3"), QStringLiteral("9")};
        options.excludedPorts = QStringList{QStringLiteral("2")};
        options.excludes = QStringList{QStringLiteral("10.0.0.3")};
        options.scan.retries = 7;
        const auto request = read(options);
        QVERIFY(request);
        QCOMPARE(request->scan.targets.addresses.size(), 3ULL);
        QCOMPARE(request->scan.excludes.addresses.size(), 1ULL);
        QCOMPARE(request->scan.ports, PortSet(QList<quint16>{1, 2, 3, 9}));
        QCOMPARE(request->scan.excludedPorts, PortSet(QList<quint16>{2}));
        QCOMPARE(request->scan.options.retries, 7);
    }

    void readsExcludesFromAFile()
    {
        CliOptions options = optionsFor({QStringLiteral("10.0.0.0/30")});
        options.excludes = QStringList{u'@' + fileWith("10.0.0.1")};
        const auto request = read(options);
        QVERIFY(request);
        QVERIFY(request->scan.excludes.addresses.contains(Address::fromIpv4(0x0a000001)));
    }

    void networkAndBroadcastOnlyWhenAsked()
    {
        CliOptions options = optionsFor({QStringLiteral("10.0.0.0/30")});
        QCOMPARE(read(options)->scan.targets.addresses.size(), 2ULL);
        options.includeNetworkAndBroadcast = true;
        QCOMPARE(read(options)->scan.targets.addresses.size(), 4ULL);
    }

    void picksFromText()
    {
        CliOptions options;
        options.textFiles = QStringList{
            fileWith("sshd: refused 10.0.0.7 port 22, then 10.0.0.9:8080; bye.example\n")};
        const auto request = read(options);
        QVERIFY(request);
        QVERIFY(request->scan.targets.addresses.contains(Address::fromIpv4(0x0a000007)));
        QCOMPARE(request->scan.targets.pinned.size(), 1);
        QVERIFY(request->scan.targets.names.isEmpty());
        QVERIFY(request->notes.constLast().contains(u"Picked 2"));
    }

    void saysThatATextHoldsNothing()
    {
        CliOptions options;
        options.textFiles = QStringList{fileWith("nothing here")};
        const auto request = read(options);
        QVERIFY(!request);
        QCOMPARE(request.error().sentence,
                 options.textFiles.first() + u": no address was found in this text.");
    }

    void pointsAtAFaultyArgument()
    {
        const auto request =
            read(optionsFor({QStringLiteral("10.0.0.1"), QStringLiteral("10.0.0.0/33")}));
        QVERIFY(!request);
        QCOMPARE(request.error().sentence,
                 QStringLiteral("10.0.0.0/33: the prefix must be 0 to 32"));
        QVERIFY2(request.error().excerpt.startsWith(u"  10.0.0.0/33\n"),
                 qPrintable(request.error().excerpt));
        QVERIFY(request.error().excerpt.endsWith(u"^\n"));
    }

    void pointsAtAFaultyPort()
    {
        CliOptions options = optionsFor({QStringLiteral("10.0.0.1")});
        options.ports = QStringList{QStringLiteral("22,99999")};
        const auto request = read(options);
        QVERIFY(!request);
        QCOMPARE(request.error().sentence, QStringLiteral("99999: a port must be 0 to 65535"));
        QCOMPARE(request.error().excerpt, QStringLiteral("  22,99999\n     ^^^^^\n"));
    }

    void pointsIntoAFile()
    {
        CliOptions options;
        options.targetFiles = QStringList{fileWith("10.0.0.1\n# fine\n10.0.0.2 010.0.0.3\n")};
        const auto request = read(options);
        QVERIFY(!request);
        QVERIFY2(request.error().sentence.startsWith(options.targetFiles.first()
                                                     + u":3:10: 010.0.0.3: "),
                 qPrintable(request.error().sentence));
        QVERIFY(request.error().excerpt.startsWith(u"  10.0.0.2 010.0.0.3\n           ^"));
    }

    void refusesAFileInAFile()
    {
        CliOptions options;
        options.targetFiles = QStringList{fileWith("@/etc/hosts\n")};
        QVERIFY(!read(options));
    }

    void refusesWhatIsNoRegularFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("device") << QStringLiteral("/dev/null");
        QTest::newRow("folder") << m_folder.path();
        const QString fifo = m_folder.filePath(QStringLiteral("fifo"));
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        QTest::newRow("FIFO") << fifo;
    }
    void refusesWhatIsNoRegularFile()
    {
        QFETCH(QString, path);
        CliOptions options;
        options.targetFiles = QStringList{path};
        const auto request = read(options);
        QVERIFY(!request);
        QCOMPARE(request.error().sentence,
                 path + u": only a regular file can be read; use - for standard input.");
    }

    void saysThatAFileIsMissing()
    {
        const QString path = m_folder.filePath(QStringLiteral("none"));
        const auto request = read(optionsFor({u'@' + path}));
        QVERIFY(!request);
        QVERIFY(request.error().sentence.startsWith(path + u": "));
    }

    void refusesAFileThatIsTooLarge()
    {
        const QString path = fileWith("10.0.0.1");
        QVERIFY(QFile::resize(path, 64 * 1'048'576 + 1)); // sparse
        CliOptions options;
        options.targetFiles = QStringList{path};
        const auto request = read(options);
        QVERIFY(!request);
        QCOMPARE(request.error().sentence, path + u": the file is larger than 64 MB.");
    }

    void refusesWhenNothingIsLeft_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("exclude");
        QTest::addColumn<QString>("excludedPorts");
        QTest::addColumn<bool>("useIpv4");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("nothing excluded") << "10.0.0.1"
                                          << ""
                                          << "" << true << false;
        QTest::newRow("the address") << "10.0.0.1"
                                     << "10.0.0.0/8"
                                     << "" << true << true;
        QTest::newRow("another address") << "10.0.0.1"
                                         << "10.0.0.2"
                                         << "" << true << false;
        QTest::newRow("all ports") << "10.0.0.1"
                                   << ""
                                   << "22,80,443" << true << true;
        QTest::newRow("some ports") << "10.0.0.1"
                                    << ""
                                    << "22,80" << true << false;
        QTest::newRow("another family") << "fd00::1"
                                        << ""
                                        << "" << false << false;
        QTest::newRow("own port") << "10.0.0.1:8080"
                                  << ""
                                  << "22,80,443" << true << false;
        QTest::newRow("own port excluded") << "10.0.0.1:8080"
                                           << ""
                                           << "8080" << true << true;
        QTest::newRow("a name") << "a.example"
                                << "10.0.0.0/8"
                                << "" << true << false;
        QTest::newRow("a name without ports") << "a.example"
                                              << ""
                                              << "22,80,443" << true << true;
    }
    void refusesWhenNothingIsLeft()
    {
        QFETCH(QString, target);
        QFETCH(QString, exclude);
        QFETCH(QString, excludedPorts);
        QFETCH(bool, useIpv4);
        QFETCH(bool, isRefused);
        CliOptions options = optionsFor({target});
        if (!exclude.isEmpty())
            options.excludes = QStringList{exclude};
        if (!excludedPorts.isEmpty())
            options.excludedPorts = QStringList{excludedPorts};
        options.scan.useIpv4 = useIpv4;
        const auto request = read(options);
        QCOMPARE(!request, isRefused);
        if (isRefused)
            QCOMPARE(request.error().sentence,
                     QStringLiteral("Nothing is left to scan: everything named is excluded."));
    }

    void saysThatNoTargetIsOfTheWantedFamily_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("useIpv4");
        QTest::newRow("IPv4 wanted") << "fd00::1 [fd00::2]:80" << true;
        QTest::newRow("IPv6 wanted") << "10.0.0.1 10.0.0.2:80" << false;
    }
    void saysThatNoTargetIsOfTheWantedFamily()
    {
        QFETCH(QString, target);
        QFETCH(bool, useIpv4);
        CliOptions options = optionsFor({target});
        options.scan.useIpv4 = useIpv4;
        options.scan.useIpv6 = !useIpv4;
        const auto request = read(options);
        QVERIFY(!request);
        QCOMPARE(request.error().sentence,
                 useIpv4 ? QStringLiteral("Nothing is left to scan: -4 takes only IPv4 addresses, "
                                          "and none is named.")
                         : QStringLiteral("Nothing is left to scan: -6 takes only IPv6 addresses, "
                                          "and none is named."));
    }

    void emptySourcesNameNothing()
    {
        CliOptions options = optionsFor(
            {QString(), QStringLiteral("10.0.0.1"), u'@' + fileWith("# nothing yet\n\n")});
        options.targetFiles = QStringList{m_folder.filePath(QStringLiteral("input"))};
        options.excludes = QStringList{QString(), QStringLiteral(" , ")};
        options.excludedPorts = QStringList{QString(), QStringLiteral(" ,")};
        const auto request = read(options);
        QVERIFY2(request, request ? "" : qPrintable(request.error().sentence));
        QCOMPARE(request->scan.targets.addresses.size(), 1ULL);
        QVERIFY(request->scan.excludes.isEmpty());
        QVERIFY(request->scan.excludedPorts.isEmpty());
        QVERIFY(!request->scan.ports.isEmpty());
    }

    void saysThatNothingAtAllIsNamed_data()
    {
        QTest::addColumn<QStringList>("targets");
        QTest::newRow("empty argument") << QStringList{QString()};
        QTest::newRow("separators") << QStringList{QStringLiteral(" , ")};
        QTest::newRow("comments only") << QStringList{u'@' + fileWith("# nothing yet\n")};
    }
    void saysThatNothingAtAllIsNamed()
    {
        QFETCH(QStringList, targets);
        const auto request = read(optionsFor(targets));
        QVERIFY(!request);
        QCOMPARE(request.error().sentence,
                 QStringLiteral("No target is named; see roadstead-cli --help."));
    }

    void saysWhichOptionNamesNoPort()
    {
        CliOptions options = optionsFor({QStringLiteral("10.0.0.1")});
        options.ports = QStringList{QString()};
        const auto request = read(options);
        QVERIFY(!request);
        QCOMPARE(request.error().sentence, QStringLiteral("--ports names no port."));
        options.ports = QStringList{QString(), QStringLiteral("22")};
        QCOMPARE(read(options)->scan.ports, PortSet(QList<quint16>{22}));
    }

    void listsWhatItPicked()
    {
        QByteArray text;
        for (int i = 1; i <= 23; ++i)
            text += "10.0.0." + QByteArray::number(i) + " and fe80::1%nosuch9\n";
        CliOptions options;
        options.textFiles = QStringList{fileWith(text)};
        const auto request = read(options);
        QVERIFY(request);
        QCOMPARE(request->notes.size(), 2);
        QVERIFY2(request->notes.first().contains(u":\n  fe80::1%nosuch9: this computer"),
                 qPrintable(request->notes.first()));
        const QStringList lines = request->notes.last().split(u'\n');
        QCOMPARE(lines.size(), 22);
        QVERIFY(lines.first().startsWith(u"Picked 23 target"));
        QCOMPARE(lines.at(1), QStringLiteral("  10.0.0.1"));
        QCOMPARE(lines.at(20), QStringLiteral("  10.0.0.20"));
        QCOMPARE(lines.at(21), QStringLiteral("  and 3 more"));
    }

    void countsOnlyWhatIsScanned()
    {
        CliOptions options = optionsFor({QStringLiteral("10.0.0.1 1.2.3.4:80 2a00::/104")});
        options.excludes = QStringList{QStringLiteral("1.2.3.4")};
        options.scan.useIpv6 = false;
        QVERIFY(read(options)->notes.isEmpty());
        options.scan.useIpv6 = true;
        QVERIFY(read(options)->notes.join(QString()).startsWith(u"Large scan: 16777217 addresses"));
    }

    void notesLargeAndPublicTargets_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("exclude");
        QTest::addColumn<bool>("isLarge");
        QTest::addColumn<bool>("isPublic");
        QTest::newRow("small and private") << "192.168.0.0/16"
                                           << "" << false << false;
        QTest::newRow("large") << "10.0.0.0/15"
                               << "" << true << false;
        QTest::newRow("large, but excluded") << "10.0.0.0/15"
                                             << "10.1.0.0/16" << false << false;
        QTest::newRow("public") << "1.2.3.4"
                                << "" << false << true;
        QTest::newRow("public and large") << "1.0.0.0/8"
                                          << "" << true << true;
    }
    void notesLargeAndPublicTargets()
    {
        QFETCH(QString, target);
        QFETCH(QString, exclude);
        QFETCH(bool, isLarge);
        QFETCH(bool, isPublic);
        CliOptions options = optionsFor({target});
        if (!exclude.isEmpty())
            options.excludes = QStringList{exclude};
        const auto request = read(options);
        QVERIFY(request);
        QCOMPARE(request->notes.size(), isLarge || isPublic ? 1 : 0);
        const QString note = request->notes.join(QString());
        QCOMPARE(note.contains(u"Large scan: "), isLarge);
        QCOMPARE(note.contains(u"Public addresses"), isPublic);
    }
};

QTEST_GUILESS_MAIN(TestTargetInput)
#include "tst_targetinput.moc"
