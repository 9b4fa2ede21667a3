// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cliprocess.h"
#include "core/exchange/csv.h"
#include "localports.h"
#include "tests/support/filetools.h"
#include "tests/support/readcsv.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <array>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace roadstead;

// What the built program writes, against listeners of this test, on 127.0.0.0/8 and ::1 only.

class TestCliOutput : public QObject
{
    Q_OBJECT

private:
    LocalPorts m_ports;
    TestFolder m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder.path(name); }

private slots:
    void initTestCase() { QVERIFY(m_ports.listen()); }
    void init() { m_ports.forgetConnections(); }

    void writesCsvToAFile()
    {
        CliProcess cli(
            wordsOf(u"127.0.0.1 -p " + m_ports.bothPorts() + u" --csv " + path("out.csv")));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 0);
        QVERIFY(cli.output().contains("Ports on 127.0.0.1"));
        const auto records = readCsv(contentOf(path("out.csv")));
        QVERIFY(records.hasValue());
        QCOMPARE(records->size(), 2);
        for (const CsvRecord &record : *records) {
            const bool isOpen = record.result.port == m_ports.open();
            QCOMPARE(record.address, Address::fromIpv4(0x7f000001));
            QCOMPARE(record.result.state(), isOpen ? PortState::Open : PortState::Closed);
            QCOMPARE(record.result.reason(), isOpen ? Reason::SynAck : Reason::Reset);
            QVERIFY(record.result.hasRtt());
            QVERIFY(record.scannedAt.secsTo(QDateTime::currentDateTimeUtc()) < 120);
        }
    }

    void standardOutputCarriesOnlyTheCsv_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("-") << QStringLiteral("-");
        QTest::newRow("/dev/stdout") << QStringLiteral("/dev/stdout");
    }
    void standardOutputCarriesOnlyTheCsv()
    {
        QFETCH(QString, file);
        CliProcess cli(
            wordsOf(u"127.0.0.1,127.0.0.2 -p " + m_ports.bothPorts() + u" --csv " + file));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 0);
        const auto records = readCsv(cli.output());
        QVERIFY2(records.hasValue(), cli.output().constData());
        QCOMPARE(records->size(), 4);
        QCOMPARE(cli.errors(), QByteArray());
    }

    void listsAndWritesOnlyTheStatesAskedFor()
    {
        CliProcess cli(wordsOf(u"127.0.0.1 --states open -p " + m_ports.bothPorts() + u" --csv "
                               + path("states.csv")));
        QVERIFY(cli.run());
        QVERIFY(cli.output().contains("Not shown: 1 closed (reset)\n"));
        const auto records = readCsv(contentOf(path("states.csv")));
        QVERIFY(records.hasValue());
        QCOMPARE(records->size(), 1);
        QCOMPARE(records->first().result.port, m_ports.open());
    }

    void writesToAFifo()
    {
        const QString fifo = path("fifo");
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        QProcess reader;
        reader.setStandardOutputFile(path("copy.csv"));
        reader.start(QStringLiteral("cat"), {fifo});
        QVERIFY(reader.waitForStarted());
        CliProcess cli(wordsOf(u"127.0.0.1 -p " + m_ports.bothPorts() + u" --csv " + fifo));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 0);
        QVERIFY(reader.state() == QProcess::NotRunning || reader.waitForFinished());
        QVERIFY(readCsv(contentOf(path("copy.csv"))).hasValue());
        QCOMPARE(typeOf(fifo), mode_t(S_IFIFO));
    }

    void writesToADevice()
    {
        CliProcess cli(wordsOf(u"127.0.0.1 --csv /dev/null -p " + m_ports.bothPorts()));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 0);
        QCOMPARE(typeOf(QStringLiteral("/dev/null")), mode_t(S_IFCHR));
    }

    void aFullDeviceEndsWithOne()
    {
        if (!QFileInfo::exists(QStringLiteral("/dev/full")))
            QSKIP("no /dev/full");
        CliProcess cli(wordsOf(u"127.0.0.1 --csv /dev/full -p " + m_ports.bothPorts()));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 1);
        QCOMPARE(
            cli.errors(),
            QByteArray("roadstead-cli: /dev/full could not be written: No space left on device\n"));
        QVERIFY(cli.output().contains("Done: "));
    }

    void anUnwritableOutputIsFoundBeforeAnythingIsSent()
    {
        CliProcess cli(
            wordsOf(u"127.0.0.1 --csv " + path("none/out.csv") + u" -p " + m_ports.openPort()));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 1);
        QVERIFY2(
            cli.errors().startsWith(
                (u"roadstead-cli: " + path("none/out.csv") + u" could not be written: ").toUtf8()),
            cli.errors().constData());
        QCOMPARE(cli.errors().count('\n'), 1);
        QCOMPARE(cli.output(), QByteArray());
        // The process has gone: a connection it had made would be waiting here.
        QVERIFY(!m_ports.wasConnectedTo());
    }

    void aClosedStandardOutputIsFoundBeforeAnythingIsSent()
    {
        CliProcess cli(wordsOf(u"127.0.0.1 -p " + m_ports.openPort()));
        cli.process().setChildProcessModifier([] { ::close(STDOUT_FILENO); });
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 1);
        QVERIFY2(cli.errors().startsWith("roadstead-cli: standard output could not be written: "),
                 cli.errors().constData());
        QVERIFY(!m_ports.wasConnectedTo());
    }

    void aReaderThatHasGoneIsNoErrorWorthAWord_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("report") << QString();
        QTest::newRow("CSV") << QStringLiteral("--csv -");
    }
    void aReaderThatHasGoneIsNoErrorWorthAWord()
    {
        QFETCH(QString, option);
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe2(pipe.data(), O_CLOEXEC), 0);
        ::close(pipe[0]);
        CliProcess cli(wordsOf(u"127.0.0.1 -p " + m_ports.bothPorts() + u' ' + option));
        cli.process().setChildProcessModifier(
            [writeEnd = pipe[1]] { ::dup2(writeEnd, STDOUT_FILENO); });
        QVERIFY(cli.run());
        ::close(pipe[1]);
        QCOMPARE(cli.exitCode(), 1);
        QCOMPARE(cli.errors(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestCliOutput)
#include "tst_clioutput.moc"
