// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cliprocess.h"
#include "core/exchange/csv.h"
#include "localports.h"
#include "tests/support/filetools.h"
#include "tests/support/readcsv.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace roadstead;

// The built program against listeners of this test, on 127.0.0.0/8 and ::1 only.

namespace {

constexpr int kPatience = 60'000; // ms; only a failing test waits that long

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private:
    LocalPorts m_ports;
    TestFolder m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder.path(name); }

    /// Blocks the writer of a FIFO by never reading.
    [[nodiscard]] int makeFifo(const QString &fifo) const
    {
        if (::mkfifo(QFile::encodeName(fifo).constData(), 0600) != 0)
            return -1;
        return ::open(QFile::encodeName(fifo).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    }

private slots:
    void initTestCase() { QVERIFY(m_ports.listen()); }
    void init() { m_ports.forgetConnections(); }

    void explainsForPeople()
    {
        CliProcess cli(wordsOf(u"127.0.0.1 --explain -p " + m_ports.bothPorts()));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 0);
        const QString text = QString::fromUtf8(cli.output());
        const QRegularExpression row(
            QStringLiteral("^\\d+/tcp +open .*\n    Open: it accepted the connection, 1 attempt, "
                           "[\\d.]+ ms\n\\d+/tcp +closed .*\n    Closed: it answered with a reset, "
                           "1 attempt, [\\d.]+ ms$"),
            QRegularExpression::MultilineOption);
        const QRegularExpression otherWayRound(
            QStringLiteral("^\\d+/tcp +closed .*\n    Closed: .*\n\\d+/tcp +open .*\n    Open: "),
            QRegularExpression::MultilineOption);
        QVERIFY2(row.match(text).hasMatch() || otherWayRound.match(text).hasMatch(),
                 cli.output().constData());
    }

    void reportsForPeople()
    {
        CliProcess cli(wordsOf(u"127.0.0.1 -p " + m_ports.bothPorts()));
        QVERIFY(cli.run());
        QCOMPARE(cli.errors(), QByteArray());
        QCOMPARE(cli.exitCode(), 0);
        const QString text = QString::fromUtf8(cli.output());
        QVERIFY2(text.startsWith(u"Ports on 127.0.0.1\nPORT"), cli.output().constData());
        const auto hasRow = [&text](const QString &row) {
            return QRegularExpression(u"^" + row + u"$", QRegularExpression::MultilineOption)
                .match(text)
                .hasMatch();
        };
        QVERIFY2(hasRow(m_ports.openPort() + u"/tcp +open +\\S+ +syn-ack"),
                 cli.output().constData());
        QVERIFY2(hasRow(m_ports.closedPort() + u"/tcp +closed +\\S+ +reset"),
                 cli.output().constData());
        QVERIFY2(hasRow(QStringLiteral("Done: 1 host, 2 ports, 1 open in \\d+\\.\\d\\d s")),
                 cli.output().constData());
        QVERIFY(!text.contains(u"Discovered")); // terminals only
        QVERIFY(!text.contains(u'\x1b'));
    }

    void namesAHostGivenByName()
    {
        // A bare chroot lacks it, and the name would be asked of a name server.
        if (!contentOf(QStringLiteral("/etc/hosts")).contains("localhost"))
            QSKIP("localhost has no address here");
        CliProcess cli(wordsOf(u"-4 localhost -p " + m_ports.openPort()));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 0);
        QVERIFY2(cli.output().startsWith("Ports on localhost (127.0.0.1)\n"),
                 cli.output().constData());
    }

    void scansIpv6()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHostIPv6))
            QSKIP("no IPv6 here");
        CliProcess cli(wordsOf(QStringLiteral("[::1]:%1").arg(server.serverPort())));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 0);
        QVERIFY2(cli.output().startsWith("Ports on ::1\n"), cli.output().constData());
        QVERIFY2(cli.output().contains("1 open in"), cli.output().constData());
    }

    void showsATerminalWhatItFindsAndColours_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<bool>("hasColors");
        QTest::newRow("colours") << QString() << QString() << true;
        QTest::newRow("--no-color") << QStringLiteral("--no-color") << QString() << false;
        QTest::newRow("NO_COLOR") << QString() << QStringLiteral("1") << false;
    }
    void showsATerminalWhatItFindsAndColours()
    {
        QFETCH(QString, option);
        QFETCH(QString, variable);
        QFETCH(bool, hasColors);
        Terminal terminal;
        if (terminal.path().isEmpty())
            QSKIP("no pseudo terminal here");
        CliProcess cli(wordsOf(u"127.0.0.1 -p " + m_ports.bothPorts() + u' ' + option));
        cli.process().setStandardOutputFile(terminal.path());
        QProcessEnvironment environment = cli.process().processEnvironment();
        if (!variable.isEmpty())
            environment.insert(QStringLiteral("NO_COLOR"), variable);
        cli.process().setProcessEnvironment(environment);
        QVERIFY(cli.run());
        const QByteArray text = terminal.readAll();
        QVERIFY2(
            text.contains((u"Discovered open port " + m_ports.openPort() + u"/tcp on 127.0.0.1\r\n")
                              .toUtf8()),
            text.constData());
        QCOMPARE(text.contains("\x1b[1;32mopen"), hasColors);
        QCOMPARE(text.contains('\x1b'), hasColors);
    }

    void showsProgressOnlyOnATerminal_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("progress") << QString() << true;
        QTest::newRow("--quiet") << QStringLiteral("--quiet") << false;
    }
    void showsProgressOnlyOnATerminal()
    {
        QFETCH(QString, option);
        QFETCH(bool, isShown);
        Terminal terminal;
        if (terminal.path().isEmpty())
            QSKIP("no pseudo terminal here");
        // Forty thousand refusals: long enough for a few reports.
        CliProcess cli(wordsOf(u"127.0.0.0/21 --states open --max-in-flight 50 -p 1-20 " + option));
        cli.process().setStandardErrorFile(terminal.path());
        QVERIFY(cli.run());
        const QByteArray text = terminal.readAll();
        QCOMPARE(text.contains(" % - "), isShown);
        QCOMPARE(text.isEmpty(), !isShown);
    }

    void scansAtAChosenPace()
    {
        CliProcess cli(wordsOf(u"127.0.0.1 --timing gentle --rate 5000 --per-host 8 --min-timeout "
                               u"100 --max-timeout 2000 --skip-silent -p "
                               + m_ports.bothPorts()));
        QVERIFY(cli.run());
        QCOMPARE(cli.errors(), QByteArray());
        QCOMPARE(cli.exitCode(), 0);
        QVERIFY2(cli.output().contains("2 ports, 1 open in"), cli.output().constData());
        QVERIFY(m_ports.wasConnectedTo());
    }

    void sendsNothingWhenTheTimeoutsContradict()
    {
        CliProcess cli(
            wordsOf(u"127.0.0.1 --timeout 500 --max-timeout 900 -p " + m_ports.bothPorts()));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 2);
        QCOMPARE(cli.errors(), QByteArray("roadstead-cli: --timeout fixes what --max-timeout would "
                                          "bound; give one of them.\n"));
        QVERIFY(!m_ports.wasConnectedTo());
    }

    void collapsesWhatIsTooLong()
    {
        CliProcess cli(wordsOf(u"127.0.0.3 -p 1-200 --exclude-ports " + m_ports.openPort()));
        QVERIFY(cli.run());
        QVERIFY2(cli.output().contains(" closed (reset)\n"), cli.output().constData());
        QVERIFY(cli.output().contains("Not shown: "));
        QVERIFY(cli.output().count("closed") < 3);
    }

    void wrongUsageEndsWithTwo_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("errors");
        const auto row = [](const char *line, const char *errors) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(errors);
        };
        row("10.0.0.0/33",
            "roadstead-cli: 10.0.0.0/33: the prefix must be 0 to 32\n  10.0.0.0/33\n");
        row("010.0.0.1", "roadstead-cli: 010.0.0.1: leading zeros are ambiguous; write 10.0.0.1\n  "
                         "010.0.0.1\n  ^");
        row("127.0.0.1 -p 99999",
            "roadstead-cli: 99999: a port must be 0 to 65535\n  99999\n  ^^^^^\n");
        row("127.0.0.1 --bogus", "roadstead-cli: Unknown option 'bogus'.\n");
        row("127.0.0.1 --timeout soon",
            "roadstead-cli: --timeout takes a whole number from 1 to 600000, not \"soon\".\n");
        row("@/nonexistent/file", "roadstead-cli: /nonexistent/file: ");
        row("127.0.0.1 --exclude 127.0.0.0/8",
            "roadstead-cli: Nothing is left to scan: everything named is excluded.\n");
        row("-4 ::1", "roadstead-cli: Nothing is left to scan: -4 takes only IPv4 addresses, and "
                      "none is named.\n");
        row("http://127.0.0.1/", "roadstead-cli: http://127.0.0.1/: this is a URL; write only its "
                                 "host, 127.0.0.1\n  http://127.0.0.1/\n  ^^^^^^^^^^^^^^^^^\n");
        row("127.0.0.1 -p top:5000", "roadstead-cli: top:5000: top: takes a number from 1 to 1");
        row("", "roadstead-cli: No target is named; see roadstead-cli --help.\n");
    }
    void wrongUsageEndsWithTwo()
    {
        QFETCH(QString, line);
        QFETCH(QString, errors);
        CliProcess cli(wordsOf(line));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 2);
        QVERIFY2(cli.errors().startsWith(errors.toUtf8()), cli.errors().constData());
        QCOMPARE(cli.output(), QByteArray());
    }

    void readsTargetsFromStandardInput()
    {
        CliProcess cli(wordsOf(u"@- --csv - -p " + m_ports.openPort()));
        QVERIFY(cli.run("127.0.0.1 # one\n127.0.0.2\n"));
        QCOMPARE(cli.exitCode(), 0);
        QCOMPARE(cli.output().count('\n'), 3);
    }

    void pointsIntoStandardInput()
    {
        CliProcess cli(wordsOf(QStringLiteral("--targets-file -")));
        QVERIFY(cli.run("127.0.0.1\n  127.0.0.256 # x\n"));
        QCOMPARE(cli.exitCode(), 2);
        QVERIFY2(cli.errors().startsWith("roadstead-cli: standard input:2:"),
                 cli.errors().constData());
        QVERIFY(cli.errors().contains("\n    127.0.0.256 # x\n"));
        QVERIFY(cli.errors().endsWith("^\n"));
    }

    void picksTargetsFromText()
    {
        CliProcess cli(wordsOf(u"--targets-from-text - --csv - -p " + m_ports.closedPort()));
        QVERIFY(cli.run("Jan 31 sshd: from 127.0.0.9 port 4711; then 127.0.0.8:"
                        + m_ports.openPort().toUtf8() + " end\n"));
        QCOMPARE(cli.exitCode(), 0);
        QVERIFY2(cli.output().contains(
                     (u"\r\n127.0.0.8,," + m_ports.openPort() + u",tcp,open,").toUtf8()),
                 cli.output().constData());
        QVERIFY2(cli.output().contains(
                     (u"\r\n127.0.0.9,," + m_ports.closedPort() + u",tcp,closed,").toUtf8()),
                 cli.output().constData());
        QCOMPARE(cli.errors(), (u"roadstead-cli: Picked 2 targets from standard input:\n"
                                u"  127.0.0.9\n  127.0.0.8:"
                                + m_ports.openPort() + u'\n')
                                   .toUtf8());
    }

    void showsItsVersionHelpAndLists()
    {
        CliProcess version(wordsOf(QStringLiteral("--version")));
        QVERIFY(version.run());
        QCOMPARE(version.exitCode(), 0);
        QCOMPARE(version.output(), QByteArray("roadstead-cli " ROADSTEAD_VERSION "\n"));
        CliProcess help(wordsOf(QStringLiteral("--help")));
        QVERIFY(help.run());
        QCOMPARE(help.exitCode(), 0);
        QVERIFY(help.output().contains("--targets-from-text"));
        CliProcess lists(wordsOf(QStringLiteral("--list-presets")));
        QVERIFY(lists.run());
        QCOMPARE(lists.exitCode(), 0);
        QVERIFY2(QRegularExpression(QStringLiteral("^common +\\d+  Common\n"))
                     .match(QString::fromUtf8(lists.output()))
                     .hasMatch(),
                 lists.output().constData());
    }

    void nothingScannedEndsWithOne()
    {
        // Known only after the look-up, so it is no wrong usage.
        CliProcess cli(wordsOf(u"localhost --exclude 127.0.0.0/8,::1 -p " + m_ports.openPort()));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 1);
        QVERIFY(!cli.errors().isEmpty());
        QVERIFY2(cli.output().startsWith("Done: 0 hosts, 0 ports"), cli.output().constData());
    }

    void aNameThatDoesNotResolveEndsWithOne()
    {
        // In a network namespace of its own, so that no name server is asked.
        QStringList arguments{QStringLiteral("--net")};
        if (::geteuid() != 0) // root needs no user namespace, and a chroot allows none
            arguments << QStringLiteral("--user") << QStringLiteral("--map-root-user");
        QProcess cli;
        cli.start(QStringLiteral("unshare"), arguments << QStringLiteral(ROADSTEAD_CLI)
                                                       << QStringLiteral("nowhere.invalid")
                                                       << QStringLiteral("-p22"));
        QVERIFY(cli.waitForFinished(60'000));
        const QByteArray errors = cli.readAllStandardError();
        if (errors.startsWith("unshare:"))
            QSKIP("no namespaces here");
        QVERIFY2(errors.contains("roadstead-cli: \"nowhere.invalid\" could not be resolved.\n"),
                 errors.constData());
        QCOMPARE(cli.exitCode(), 1);
    }

    void theFirstSignalWritesWhatWasFound_data()
    {
        QTest::addColumn<int>("signalNumber");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }
    void theFirstSignalWritesWhatWasFound()
    {
        QFETCH(int, signalNumber);
        // Four million addresses that all accept: not done by the time the signal comes.
        CliProcess cli(wordsOf(u"127.0.0.0/10 --quiet --max-in-flight 50 --csv "
                               + path("stopped.csv") + u" -p " + m_ports.openPort()));
        cli.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_ports.connections() > 500, kPatience);
        cli.signal(signalNumber);
        QVERIFY(cli.waitForEnd());
        QCOMPARE(cli.exitCode(), 128 + signalNumber);
        QVERIFY2(cli.output().contains("\nStopped: "), cli.output().last(200).constData());
        const auto records = readCsv(contentOf(path("stopped.csv")));
        QVERIFY(records.hasValue());
        // Not each of them is open: on a busy machine the kernel drops what this test is too slow
        // to accept.
        const auto isOpen = [](const auto &record) {
            return record.result.state() == PortState::Open;
        };
        QVERIFY(std::count_if(records->begin(), records->end(), isOpen) >= 100);
    }

    void theSecondSignalEndsAtOnce()
    {
        const QString fifo = path("blocked");
        const int reader = makeFifo(fifo);
        QVERIFY(reader >= 0);
        CliProcess cli(wordsOf(u"127.0.0.0/10 --quiet --max-in-flight 50 --csv " + fifo + u" -p "
                               + m_ports.openPort()));
        cli.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_ports.connections() > 3'000, kPatience);
        cli.signal(SIGINT);
        // It writes, and nobody reads: it cannot end by itself.
        int waiting = 0;
        QTRY_VERIFY_WITH_TIMEOUT(::ioctl(reader, FIONREAD, &waiting) == 0 && waiting > 60'000,
                                 kPatience);
        QCOMPARE(cli.process().state(), QProcess::Running);
        cli.signal(SIGINT);
        QVERIFY(cli.waitForEnd());
        QCOMPARE(cli.exitCode(), 130);
        ::close(reader);
    }

    void linksNoWidgets()
    {
        QProcess ldd;
        ldd.start(QStringLiteral("ldd"), {QStringLiteral(ROADSTEAD_CLI)});
        QVERIFY(ldd.waitForFinished());
        const QByteArray libraries = ldd.readAllStandardOutput();
        QVERIFY(libraries.contains("libQt6Core"));
        QVERIFY(!libraries.contains("libQt6Gui"));
        QVERIFY(!libraries.contains("libQt6Widgets"));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
