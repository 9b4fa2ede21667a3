// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/options.h"

#include <QTest>

using namespace roadstead;

namespace {

Expected<CliOptions, QString> parse(const QStringList &arguments)
{
    return parseOptions(QStringList{QStringLiteral("roadstead-cli")} + arguments);
}

QStringList wordsOf(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

CliOptions optionsOf(const char *line)
{
    const auto options = parse(wordsOf(line));
    if (!options)
        QTest::qFail(qPrintable(options.error()), __FILE__, __LINE__);
    return options ? *options : CliOptions();
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT

private slots:
    void readsTargetsAndPorts()
    {
        const CliOptions options =
            optionsOf("-p 22 10.0.0.1 --ports=http* @hosts -p1-10 --exclude 10.0.0.2 "
                      "--exclude-ports 9 --targets-file f --targets-from-text t --exclude @x");
        QCOMPARE(options.action, CliOptions::Action::Scan);
        QCOMPARE(options.targets, wordsOf("10.0.0.1 @hosts"));
        QCOMPARE(options.ports, wordsOf("22 http* 1-10"));
        QCOMPARE(options.excludes, wordsOf("10.0.0.2 @x"));
        QCOMPARE(options.excludedPorts, wordsOf("9"));
        QCOMPARE(options.targetFiles, wordsOf("f"));
        QCOMPARE(options.textFiles, wordsOf("t"));
    }

    void aPortRangeMayBeginWithADash()
    {
        QCOMPARE(optionsOf("-p -100 10.0.0.1").ports, wordsOf("-100"));
    }

    void leavesScanOptionsAtTheirDefaults()
    {
        const CliOptions options = optionsOf("10.0.0.1");
        QCOMPARE(options.scan, ScanOptions());
        QVERIFY(!options.csvPath);
        QVERIFY(!options.states);
        QVERIFY(!options.quiet);
        QVERIFY(!options.includeNetworkAndBroadcast);
    }

    void readsScanOptions()
    {
        const CliOptions options =
            optionsOf("--timeout 500 --retries 0 --max-in-flight 20000 --threads 2 "
                      "--seed 18446744073709551615 --first-address "
                      "--include-network-broadcast 10.0.0.1");
        ScanOptions expected;
        expected.timeout = std::chrono::milliseconds(500);
        expected.retries = 0;
        expected.maxInFlight = 20'000;
        expected.threads = 2;
        expected.seed = 18'446'744'073'709'551'615ULL;
        expected.firstAddressOnly = true;
        QCOMPARE(options.scan, expected);
        QVERIFY(options.includeNetworkAndBroadcast);
    }

    void readsThePace()
    {
        ScanOptions expected;
        expected.timing = Timing::Gentle;
        expected.rate = 50;
        expected.perHost = 4;
        expected.minTimeout = std::chrono::milliseconds(200);
        expected.maxTimeout = std::chrono::milliseconds(200);
        expected.skipSilent = true;
        QCOMPARE(optionsOf("--timing gentle --rate 50 --per-host 4 --min-timeout 200 "
                           "--max-timeout 200 --skip-silent x")
                     .scan,
                 expected);
        QCOMPARE(optionsOf("--timing Fast x").scan.timing, Timing::Fast);
        QCOMPARE(optionsOf("--timing normal x").scan, ScanOptions());
        QCOMPARE(optionsOf("--min-timeout 600000 x").scan.minTimeout, std::chrono::minutes(10));
    }

    void readsChecksAndBanners()
    {
        const CliOptions options =
            optionsOf("--explain --wait-banner 200 --liar-check --scan-down-hosts "
                      "--impossible-address 198.18.9.9 x");
        ScanOptions expected;
        expected.bannerWait = std::chrono::milliseconds(200);
        expected.checkLiars = true;
        expected.scanDownHosts = true;
        expected.impossibleAddress = Address::fromIpv4(0xc612'0909);
        QCOMPARE(options.scan, expected);
        QVERIFY(options.explain);
        QVERIFY(!optionsOf("x").explain);
        QCOMPARE(optionsOf("--impossible-address fd00::9 x").scan.impossibleAddress,
                 Address::fromIpv6(0xfd00'0000'0000'0000, 9));
    }

    void hidesWhatOnlyTestsNeed()
    {
        QVERIFY(!helpText().contains(QStringLiteral("impossible-address")));
    }

    void readsFamilies_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("useIpv4");
        QTest::addColumn<bool>("useIpv6");
        QTest::newRow("neither") << QByteArray("x") << true << true;
        QTest::newRow("-4") << QByteArray("-4 x") << true << false;
        QTest::newRow("-6") << QByteArray("-6 x") << false << true;
        QTest::newRow("both") << QByteArray("-46 x") << true << true;
    }
    void readsFamilies()
    {
        QFETCH(QByteArray, line);
        QTEST(optionsOf(line.constData()).scan.useIpv4, "useIpv4");
        QTEST(optionsOf(line.constData()).scan.useIpv6, "useIpv6");
    }

    void readsOutputs()
    {
        const CliOptions options =
            optionsOf("--csv - --csv-raw --csv-excel --states Open,closed --states unknown "
                      "--quiet --no-color x");
        QCOMPARE(options.csvPath, QStringLiteral("-"));
        QVERIFY(options.csvRaw);
        QVERIFY(options.csvExcel);
        QVERIFY(options.quiet);
        QVERIFY(options.noColor);
        QCOMPARE(options.states,
                 (QList<PortState>{PortState::Open, PortState::Closed, PortState::Unknown}));
    }

    void readsDocuments()
    {
        using Action = CliOptions::Action;
        const CliOptions scan = optionsOf("--save s --expect e --shard 2/4 --json j --xml x "
                                          "--html h --list - 10.0.0.1");
        QCOMPARE(scan.action, Action::Scan);
        QCOMPARE(scan.savePath, QStringLiteral("s"));
        QCOMPARE(scan.expectationsPath, QStringLiteral("e"));
        QCOMPARE(scan.shard, (Shard{.number = 2, .count = 4}));
        QCOMPARE(scan.jsonPath, QStringLiteral("j"));
        QCOMPARE(scan.xmlPath, QStringLiteral("x"));
        QCOMPARE(scan.htmlPath, QStringLiteral("h"));
        QCOMPARE(scan.listPath, QStringLiteral("-"));
        const CliOptions resume = optionsOf("--resume f --csv c --states open --explain --quiet");
        QCOMPARE(resume.action, Action::Resume);
        QCOMPARE(resume.documentPath, QStringLiteral("f"));
        const CliOptions import = optionsOf("--import - --save s --expect e");
        QCOMPARE(import.action, Action::Import);
        QCOMPARE(import.documentPath, QStringLiteral("-"));
        QCOMPARE(import.savePath, QStringLiteral("s"));
        const CliOptions merge = optionsOf("--merge out a b c --json -");
        QCOMPARE(merge.action, Action::Merge);
        QCOMPARE(merge.documents, wordsOf("out a b c"));
        const CliOptions compare = optionsOf("--compare a b --csv -");
        QCOMPARE(compare.action, Action::Compare);
        QCOMPARE(compare.documents, wordsOf("a b"));
    }

    /// Or their parts would not fit together.
    void partsHaveTheSameSeed()
    {
        QCOMPARE(optionsOf("x").scan.seed, quint64(0));
        QCOMPARE(optionsOf("x --shard 1/1").scan.seed, quint64(0));
        QCOMPARE(optionsOf("x --shard 1/2").scan.seed, optionsOf("x --shard 2/2").scan.seed);
        QVERIFY(optionsOf("x --shard 1/2").scan.seed != 0);
        QCOMPARE(optionsOf("x --shard 1/2 --seed 9").scan.seed, quint64(9));
    }

    void asksForNoTargetWhenNothingIsScanned()
    {
        QCOMPARE(optionsOf("--help").action, CliOptions::Action::ShowHelp);
        QCOMPARE(optionsOf("-h").action, CliOptions::Action::ShowHelp);
        QCOMPARE(optionsOf("--version").action, CliOptions::Action::ShowVersion);
        QCOMPARE(optionsOf("--list-presets").action, CliOptions::Action::ListPresets);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *line, const char *complaint) {
            QTest::newRow(line) << wordsOf(line) << QString::fromUtf8(complaint);
        };
        row("", "No target is named; see roadstead-cli --help.");
        row("-p 22", "No target is named; see roadstead-cli --help.");
        row("--bogus x", "Unknown option 'bogus'.");
        row("-z x", "Unknown option 'z'.");
        row("x --csv", "Missing value after '--csv'.");
        row("--timeout 0 x", "--timeout takes a whole number from 1 to 600000, not \"0\".");
        row("--timeout 1.5 x", "--timeout takes a whole number from 1 to 600000, not \"1.5\".");
        row("--timeout +5 x", "--timeout takes a whole number from 1 to 600000, not \"+5\".");
        row("--timeout 600001 x",
            "--timeout takes a whole number from 1 to 600000, not \"600001\".");
        row("--retries -1 x", "--retries takes a whole number from 0 to 20, not \"-1\".");
        row("--retries many x", "--retries takes a whole number from 0 to 20, not \"many\".");
        row("--timing quick x", "--timing takes gentle, normal or fast, not \"quick\".");
        row("--timing= x", "--timing takes gentle, normal or fast, not \"\".");
        row("--rate 0 x", "--rate takes a whole number from 1 to 1000000, not \"0\".");
        row("--rate 1000001 x", "--rate takes a whole number from 1 to 1000000, not \"1000001\".");
        row("--per-host 0 x", "--per-host takes a whole number from 1 to 65536, not \"0\".");
        row("--per-host 65537 x",
            "--per-host takes a whole number from 1 to 65536, not \"65537\".");
        row("--min-timeout 0 x", "--min-timeout takes a whole number from 1 to 600000, not \"0\".");
        row("--max-timeout 600001 x",
            "--max-timeout takes a whole number from 1 to 600000, not \"600001\".");
        row("--timeout 500 --min-timeout 100 x",
            "--timeout fixes what --min-timeout would bound; give one of them.");
        row("--max-timeout 900 --timeout 500 x",
            "--timeout fixes what --max-timeout would bound; give one of them.");
        row("--min-timeout 500 --max-timeout 499 x",
            "--min-timeout 500 is more than --max-timeout 499.");
        row("--max-in-flight 0 x",
            "--max-in-flight takes a whole number from 1 to 1000000, not \"0\".");
        row("--threads 65 x", "--threads takes a whole number from 1 to 64, not \"65\".");
        row("--wait-banner 0 x", "--wait-banner takes a whole number from 1 to 60000, not \"0\".");
        row("--wait-banner 60001 x",
            "--wait-banner takes a whole number from 1 to 60000, not \"60001\".");
        row("--impossible-address a.example x",
            "--impossible-address takes an IPv4 or IPv6 address, not \"a.example\".");
        row("--impossible-address 10.0.0.01 x",
            "--impossible-address takes an IPv4 or IPv6 address, not \"10.0.0.01\".");
        row("--seed 0 x", "--seed takes a whole number from 1 to 18446744073709551615, not \"0\".");
        row("--seed 18446744073709551616 x", "--seed takes a whole number from 1 to "
                                             "18446744073709551615, not \"18446744073709551616\".");
        row("--states open,shut x", "--states takes open, closed, filtered and unknown, separated "
                                    "by commas, not \"shut\".");
        row("--states open, x",
            "--states takes open, closed, filtered and unknown, separated by commas, not \"\".");
        row("--csv a --csv b x", "--csv can be given only once.");
        row("--csv= x", "--csv needs a file name, or - for standard output.");
        row("--csv-raw x", "--csv-raw says how to write a CSV file; name one with --csv.");
        row("--csv-excel x", "--csv-excel says how to write a CSV file; name one with --csv.");
        row("--json - --csv - x", "Only one output can go to standard output.");
        row("--json a --csv a x", "a is named for two outputs.");
        row("--save= x", "--save needs a file name.");
        row("--save - x", "--save needs a file name.");
        row("--merge - a b", "--merge needs a file name.");
        row("--expect= x", "--expect needs a file name, or - for standard input.");
        row("--import=", "--import needs a file name, or - for standard input.");
        for (const char *line :
             {"--expect - --import -", "--expect - --targets-file -", "--expect - @-",
              "--expect - --exclude @- x", "--targets-from-text - @-", "--compare - -", "@- @-"})
            row(line, "Standard input can be read only once.");
        for (const char *shard : {"0/2", "3/2", "1/0", "1", "1/2/3", "a/2", "+1/2", "1/65537", "/"})
            QTest::newRow(shard) << QStringList{QStringLiteral("--shard"), wordsOf(shard).first(),
                                                QStringLiteral("x")}
                                 << QStringLiteral("--shard takes K/N, the K-th of N parts with N "
                                                   "up to 65536, not \"%1\".")
                                        .arg(QString::fromLatin1(shard));
        row("--resume f x", "--resume takes no target: what was scanned stands in the file.");
        row("--import f x", "--import takes no target: what was scanned stands in the file.");
        row("--resume f -p 22", "-p cannot be given together with --resume.");
        row("--resume f --save g", "--save cannot be given together with --resume.");
        row("--resume f --rate 5", "--rate cannot be given together with --resume.");
        row("--import f --shard 1/2", "--shard cannot be given together with --import.");
        row("--compare a b --json -", "--json cannot be given together with --compare.");
        row("--compare a", "--compare takes two files: the older scan and the newer.");
        row("--compare a b c", "--compare takes two files: the older scan and the newer.");
        row("--merge out", "--merge takes the file to be written, and those to be joined.");
        row("--merge out a --seed 4", "--seed cannot be given together with --merge.");
        QTest::newRow("escapes what it quotes")
            << QStringList{QStringLiteral("--timeout"), QStringLiteral("\x1b[31m"),
                           QStringLiteral("x")}
            << QStringLiteral(
                   "--timeout takes a whole number from 1 to 600000, not \"\\x1b[31m\".");
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        const auto options = parse(arguments);
        QVERIFY(!options);
        QTEST(options.error(), "complaint");
    }

    void helpNamesEveryOption()
    {
        const QString help = helpText();
        for (const char *option : {"--ports",
                                   "--exclude ",
                                   "--exclude-ports",
                                   "--targets-file",
                                   "--targets-from-text",
                                   "--first-address",
                                   "--include-network-broadcast",
                                   "-4",
                                   "-6",
                                   "--timing",
                                   "--timeout",
                                   "--min-timeout",
                                   "--max-timeout",
                                   "--rate",
                                   "--per-host",
                                   "--skip-silent",
                                   "--retries",
                                   "--max-in-flight",
                                   "--threads",
                                   "--seed",
                                   "--wait-banner",
                                   "--liar-check",
                                   "--scan-down-hosts",
                                   "--explain",
                                   "--save",
                                   "--resume",
                                   "--compare",
                                   "--merge",
                                   "--shard",
                                   "--import",
                                   "--expect",
                                   "--json",
                                   "--xml",
                                   "--html",
                                   "--list ",
                                   "--csv ",
                                   "--csv-raw",
                                   "--csv-excel",
                                   "--states",
                                   "--list-presets",
                                   "--quiet",
                                   "--no-color",
                                   "--version",
                                   "--help"})
            QVERIFY2(help.contains(QString::fromLatin1(option)), option);
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
