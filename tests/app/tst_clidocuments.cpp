// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cliprocess.h"
#include "core/exchange/csv.h"
#include "core/record/scanfiles.h"
#include "localports.h"
#include "tests/support/filetools.h"
#include "tests/support/readcsv.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QTest>

#include <signal.h>
#include <unistd.h>

using namespace roadstead;

// Scans that the built program keeps, continues, compares and exchanges; on 127.0.0.0/8 only.

class TestCliDocuments : public QObject
{
    Q_OBJECT

private:
    LocalPorts m_ports;
    TestFolder m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder.path(name); }
    /// A scan of the open and the closed port, kept there.
    [[nodiscard]] bool keep(const QString &file)
    {
        CliProcess cli(wordsOf(u"127.0.0.1 -p " + m_ports.bothPorts() + u" --save " + file));
        return cli.run() && cli.exitCode() == 0 && cli.errors().isEmpty();
    }
    static QByteArray hashOf(const QString &file)
    {
        return QCryptographicHash::hash(contentOf(file), QCryptographicHash::Sha256);
    }

private slots:
    void initTestCase() { QVERIFY(m_ports.listen()); }

    void keepsAScanAndShowsItAgain()
    {
        const QString file = path("kept.roadstead");
        QVERIFY(keep(file));
        QCOMPARE(QFileInfo(file).permissions()
                     & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
                 QFileDevice::Permissions());
        const QByteArray before = hashOf(file);
        CliProcess again(wordsOf(u"--resume " + file + u" --csv " + path("again.csv")));
        QVERIFY(again.run());
        QCOMPARE(again.exitCode(), 0);
        QVERIFY2(again.output().contains("Ports on 127.0.0.1"), again.output().constData());
        QVERIFY(again.output().contains("Done: 1 host, 2 ports, 1 open"));
        const auto records = readCsv(contentOf(path("again.csv")));
        QVERIFY(records);
        QCOMPARE(records->size(), qsizetype(2));
        QCOMPARE(hashOf(file), before);
        QVERIFY(!QFileInfo::exists(file + QStringLiteral("-wal")));
        QVERIFY(!QFileInfo::exists(file + QStringLiteral("-shm")));
    }

    void continuesWhatWasInterrupted()
    {
        const QString file = path("interrupted.roadstead");
        CliProcess first(
            wordsOf(QStringLiteral("127.0.0.1,127.0.0.2 -p 1-20000 --rate 10000 --save ") + file));
        first.start();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file), 30'000);
        QTest::qWait(700); // somewhere in the middle
        first.signal(SIGINT);
        QVERIFY(first.waitForEnd());
        QCOMPARE(first.exitCode(), 130);
        CliProcess second(wordsOf(u"--resume " + file + u" --csv " + path("whole.csv")));
        QVERIFY(second.run());
        QCOMPARE(second.exitCode(), 0);
        const auto records = readCsv(contentOf(path("whole.csv")));
        QVERIFY(records);
        QCOMPARE(records->size(), qsizetype(40'000));
    }

    void saysOfAScanWhatWasScanned()
    {
        putContent(path("hosts.txt"), "127.0.0.3 # the printer\n127.0.0.2");
        const QString file = path("listed.roadstead");
        CliProcess cli(wordsOf(u"127.0.0.1 -p " + m_ports.closedPort() + u" --targets-file "
                               + path("hosts.txt") + u" --save " + file + u" --json -"));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 0);
        QVERIFY2(cli.output().contains("\"targets\":\"127.0.0.1-3\""), cli.output().constData());
        CliProcess listed(
            wordsOf(u"@" + path("hosts.txt") + u" -p " + m_ports.closedPort() + u" --json -"));
        QVERIFY(listed.run());
        QVERIFY2(listed.output().contains("\"targets\":\"127.0.0.2-3\""),
                 listed.output().constData());
    }

    void doesNotReplaceAScan()
    {
        const QString file = path("mine.roadstead");
        QVERIFY(keep(file));
        const QByteArray before = hashOf(file);
        m_ports.forgetConnections();
        CliProcess cli(wordsOf(u"127.0.0.1 -p " + m_ports.openPort() + u" --save " + file));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 1);
        QCOMPARE(cli.errors(), "roadstead-cli: " + file.toLocal8Bit()
                                   + " exists already, and was not replaced.\n");
        QCOMPARE(hashOf(file), before);
        QVERIFY(!m_ports.wasConnectedTo());
    }

    void refusesToResume_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("complaint");
        QTest::newRow("a text") << QByteArray("just a text, renamed")
                                << QByteArray(" is not a scan that Roadstead saved.");
        QTest::newRow("nothing") << QByteArray()
                                 << QByteArray(" is not a scan that Roadstead saved.");
        const QString file = path("sound.roadstead");
        QVERIFY(keep(file));
        const QByteArray sound = contentOf(file);
        constexpr qsizetype kVersionAt = 60; // user_version; SQLite, "The Database Header"
        constexpr qsizetype kIdAt = 68; // application_id
        QByteArray newer = sound;
        newer[kVersionAt + 3] = 99;
        QTest::newRow("a newer form")
            << newer
            << QByteArray(" was saved by a newer Roadstead (form 99), which this one cannot read.");
        QByteArray other = sound;
        other[kIdAt] = 'x';
        QTest::newRow("another program's")
            << other << QByteArray(" is not a scan that Roadstead saved.");
        QTest::newRow("cut off") << sound.first(sound.size() / 2) << QByteArray(" is damaged (");
        QByteArray damaged = sound;
        const qsizetype blocks = damaged.lastIndexOf(QByteArray("127.0.0.1"));
        damaged.replace(blocks, 9, "127.0.0.\xff");
        QTest::newRow("damaged") << damaged << QByteArray(" is damaged (");
    }
    void refusesToResume()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, complaint);
        const QString file = path("refused.roadstead");
        putContent(file, content);
        CliProcess cli(wordsOf(u"--resume " + file));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 2);
        QVERIFY2(
            cli.errors().startsWith(QByteArray("roadstead-cli: " + file.toLocal8Bit() + complaint)),
            cli.errors().constData());
        QCOMPARE(contentOf(file), content);
        QVERIFY(!QFileInfo::exists(file + QStringLiteral("-wal")));
    }

    void refusesWhatIsBeingWritten()
    {
        const QString file = path("busy.roadstead");
        CliProcess writer(
            wordsOf(QStringLiteral("127.0.0.1 -p 1-60000 --rate 500 --save ") + file));
        writer.start();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file + QStringLiteral("-wal")), 30'000);
        CliProcess cli(wordsOf(u"--resume " + file));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 2);
        QCOMPARE(cli.errors(), "roadstead-cli: " + file.toLocal8Bit()
                                   + " is being written by another Roadstead.\n");
        writer.signal(SIGINT);
        QVERIFY(writer.waitForEnd());
    }

    void saysThatAFolderIsReadOnly()
    {
        if (::geteuid() == 0)
            QSKIP("root may write it");
        const QString folder = path("read-only");
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        CliProcess cli(wordsOf(u"127.0.0.1 -p 1 --save " + folder + u"/a.roadstead"));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 1);
        QVERIFY2(cli.errors().contains("could not be written: "), cli.errors().constData());
    }

    void exchangesAndCompares()
    {
        const QString file = path("exchanged.roadstead");
        CliProcess cli(wordsOf(u"127.0.0.1 -p " + m_ports.bothPorts() + u" --save " + file
                               + u" --json " + path("x.jsonl") + u" --xml " + path("x.xml")
                               + u" --csv " + path("x.csv") + u" --html " + path("x.html")
                               + u" --list " + path("x.list")));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 0);
        QCOMPARE(contentOf(path("x.list")), "127.0.0.1:" + m_ports.openPort().toLatin1() + '\n');
        QVERIFY(contentOf(path("x.html")).contains("Hosts with open ports"));
        for (const char *form : {"x.jsonl", "x.xml", "x.csv"}) {
            CliProcess compare(wordsOf(u"--compare " + file + u' ' + path(form)));
            QVERIFY(compare.run());
            QVERIFY2(compare.exitCode() == 0,
                     qPrintable(QString::fromLocal8Bit(compare.output() + compare.errors())));
            QCOMPARE(compare.output(), QByteArray());
            CliProcess import(wordsOf(u"--import " + path(form) + u" --list -"));
            QVERIFY(import.run());
            QCOMPARE(import.exitCode(), 0);
            QCOMPARE(import.output(), contentOf(path("x.list")));
        }
    }

    void saysWhatDiffers()
    {
        const QByteArray header =
            "address,hostname,port,protocol,state,reason,detail,service,rtt_ms,attempts,banner,"
            "scanned_at\r\n";
        const auto row = [](const char *port, const char *verdict) -> QByteArray {
            return QByteArray("192.0.2.1,,") + port + ",tcp," + verdict
                   + ",,,0.500,1,,2026-01-31T12:00:00.000Z\r\n";
        };
        putContent(path("old.csv"), header + row("22", "open,syn-ack") + row("80", "closed,reset")
                                        + row("443", "open,syn-ack"));
        putContent(path("new.csv"), header + row("22", "open,syn-ack") + row("80", "open,syn-ack"));
        CliProcess cli(wordsOf(u"--compare " + path("old.csv") + u' ' + path("new.csv")));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 1);
        QVERIFY2(cli.output().contains("192.0.2.1:80"), cli.output().constData());
        QVERIFY(!cli.output().contains("192.0.2.1:22"));
        CliProcess csv(
            wordsOf(u"--compare " + path("old.csv") + u' ' + path("new.csv") + u" --csv -"));
        QVERIFY(csv.run());
        QCOMPARE(csv.exitCode(), 1);
        QVERIFY2(csv.output().startsWith("change,address,"), csv.output().constData());
        CliProcess trouble(wordsOf(u"--compare " + path("old.csv") + u' ' + path("none")));
        QVERIFY(trouble.run());
        QCOMPARE(trouble.exitCode(), 2);
    }

    void joinsParts()
    {
        QStringList parts;
        for (const char *part : {"1/2", "2/2"}) {
            parts += path(part[0] == '1' ? "part1.roadstead" : "part2.roadstead");
            CliProcess cli(wordsOf(u"127.0.0.1-3 -p 1-500 --quiet --shard "
                                   + QString::fromLatin1(part) + u" --save " + parts.last()));
            QVERIFY(cli.run());
            QCOMPARE(cli.exitCode(), 0);
        }
        const QString whole = path("joined.roadstead");
        CliProcess half(wordsOf(u"--merge " + path("half.roadstead") + u' ' + parts.first()));
        QVERIFY(half.run());
        QCOMPARE(half.exitCode(), 1); // not all of it
        CliProcess merge(wordsOf(u"--merge " + whole + u' ' + parts.join(u' ') + u" --csv "
                                 + path("joined.csv")));
        QVERIFY(merge.run());
        QVERIFY2(merge.exitCode() == 0, merge.errors().constData());
        const auto records = readCsv(contentOf(path("joined.csv")));
        QVERIFY(records);
        QCOMPARE(records->size(), qsizetype(1'500));
        // What a part lacks is scanned when the rest is asked for.
        CliProcess rest(
            wordsOf(u"--resume " + path("half.roadstead") + u" --csv " + path("rest.csv")));
        QVERIFY(rest.run());
        QCOMPARE(rest.exitCode(), 0);
        QCOMPARE(readCsv(contentOf(path("rest.csv")))->size(), qsizetype(1'500));
        CliProcess twice(wordsOf(u"--merge " + path("twice.roadstead") + u' ' + parts.first() + u' '
                                 + parts.first()));
        QVERIFY(twice.run());
        QCOMPARE(twice.exitCode(), 2);
        QVERIFY2(twice.errors().contains("was scanned in"), twice.errors().constData());
        QVERIFY(!QFileInfo::exists(path("twice.roadstead")));
    }

    void checksExpectations()
    {
        const QString ports = u" -p " + m_ports.bothPorts() + u" --expect " + path("expect");
        putContent(path("expect"), "127.0.0.1 " + m_ports.openPort().toLatin1() + " open\n");
        CliProcess met(wordsOf(u"127.0.0.1" + ports));
        QVERIFY(met.run());
        QCOMPARE(met.exitCode(), 0);
        putContent(path("expect"), "127.0.0.1 1-65535 not-open # nothing\n127.0.0.1 "
                                       + m_ports.closedPort().toLatin1() + " open\n");
        const QString file = path("unexpected.roadstead");
        CliProcess violated(wordsOf(u"127.0.0.1" + ports + u" --quiet --save " + file));
        QVERIFY(violated.run());
        QCOMPARE(violated.exitCode(), 3);
        QVERIFY2(violated.errors().contains(QByteArray("127.0.0.1:" + m_ports.openPort().toLatin1()
                                                       + " is open, and should not be.")),
                 violated.errors().constData());
        QVERIFY2(
            violated.errors().contains(QByteArray("127.0.0.1:" + m_ports.closedPort().toLatin1()
                                                  + " should be open, and is closed (")),
            violated.errors().constData());
        CliProcess again(wordsOf(u"--resume " + file));
        QVERIFY(again.run());
        QCOMPARE(again.exitCode(), 3); // the file knows them
        putContent(path("expect"), "127.0.0.1 80 open\n127.0.0.1 80 perhaps\n");
        CliProcess faulty(wordsOf(u"127.0.0.1" + ports));
        QVERIFY(faulty.run());
        QCOMPARE(faulty.exitCode(), 2);
        QVERIFY2(faulty.errors().contains("expect:2:14: "), faulty.errors().constData());
    }

    void keepsExpectationsWithWhatItSaves()
    {
        putContent(path("rules"), "127.0.0.1 " + m_ports.openPort().toLatin1() + " not-open\n");
        const QString plain = path("plain.roadstead");
        QVERIFY(keep(plain));
        const QStringList lines{
            u"--import " + plain + u" --save " + path("imported.roadstead"),
            u"--merge " + path("merged.roadstead") + u' ' + plain,
        };
        for (const QString &line : lines) {
            CliProcess given(wordsOf(line + u" --expect " + path("rules")));
            QVERIFY(given.run());
            QVERIFY2(given.exitCode() == 3, given.errors().constData());
        }
        CliProcess imported(wordsOf(u"--import " + path("imported.roadstead")));
        QVERIFY(imported.run());
        QCOMPARE(imported.exitCode(), 3);
        CliProcess merged(
            wordsOf(u"--merge " + path("again.roadstead") + u' ' + path("merged.roadstead")));
        QVERIFY(merged.run());
        QCOMPARE(merged.exitCode(), 3); // as the part says
    }

    void saysThatExpectationsCannotBeRead()
    {
        const QString file = path("half-a-rule.roadstead");
        QVERIFY(keep(file));
        QVERIFY(!editScanFile(
            file, {.notes = {}, .removed = {}, .expectations = QStringLiteral("127.0.0.1 22\n")}));
        CliProcess cli(wordsOf(u"--resume " + file));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 2);
        QVERIFY2(cli.errors().contains("cannot be read; give others with --expect. Line 1: "),
                 cli.errors().constData());
        putContent(path("none"), "# nothing\n");
        CliProcess other(wordsOf(u"--resume " + file + u" --expect " + path("none")));
        QVERIFY(other.run());
        QCOMPARE(other.exitCode(), 0);
    }

    void saysWhereAnImportIsWrong()
    {
        putContent(path("faulty.csv"),
                   "address,hostname,port,protocol,state,reason,detail,service,rtt_ms,attempts,"
                   "banner,scanned_at\r\n"
                   "192.0.2.1,,99999,tcp,open,syn-ack,,,0.5,1,,2026-01-31T12:00:00.000Z\r\n");
        CliProcess cli(
            wordsOf(u"--import " + path("faulty.csv") + u" --save " + path("faulty.roadstead")));
        QVERIFY(cli.run());
        QCOMPARE(cli.exitCode(), 2);
        QVERIFY2(cli.errors().contains(", line 2, column 3: \"99999\" cannot stand here."),
                 cli.errors().constData());
        QVERIFY(!QFileInfo::exists(path("faulty.roadstead")));
    }

    void readsStandardInput()
    {
        CliProcess scan(wordsOf(u"127.0.0.1 -p " + m_ports.bothPorts() + u" --json -"));
        QVERIFY(scan.run());
        CliProcess cli(wordsOf(QStringLiteral("--import - --csv -")));
        QVERIFY(cli.run(scan.output()));
        QCOMPARE(cli.exitCode(), 0);
        const auto records = readCsv(cli.output());
        QVERIFY(records);
        QCOMPARE(records->size(), qsizetype(2));
    }
};

QTEST_GUILESS_MAIN(TestCliDocuments)
#include "tst_clidocuments.moc"
