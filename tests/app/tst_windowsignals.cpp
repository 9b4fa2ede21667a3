// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/record/scanreader.h"
#include "core/record/scanshelf.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>

using namespace roadstead;

/// The built window, told to end as a session or a person with a terminal does it.
class TestWindowSignals : public QObject
{
    Q_OBJECT

private slots:
    void pausesAndSaves_data();
    void pausesAndSaves();
};

void TestWindowSignals::pausesAndSaves_data()
{
    QTest::addColumn<int>("signalNumber");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestWindowSignals::pausesAndSaves()
{
    QFETCH(int, signalNumber);
    const QTemporaryDir home;
    QProcess window;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    for (const char *folder : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"})
        environment.insert(QString::fromLatin1(folder), home.path());
    window.setProcessEnvironment(environment);
    window.setProcessChannelMode(QProcess::ForwardedChannels);
    window.start(QStringLiteral(ROADSTEAD_WINDOW),
                 {QStringLiteral("--start"), QStringLiteral("-p"), QStringLiteral("1-60000"),
                  QStringLiteral("127.0.0.1-8")});
    QVERIFY(window.waitForStarted());
    const auto kept = [&home] {
        const QStringList found = QDir(home.path() + QStringLiteral("/Roadstead/roadstead/scans"))
                                      .entryList({QStringLiteral("*.roadstead")}, QDir::Files);
        return found.isEmpty() ? QString()
                               : QString(home.path() + QStringLiteral("/Roadstead/roadstead/scans/")
                                         + found.first());
    };
    QTRY_VERIFY_WITH_TIMEOUT(!kept().isEmpty(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(kept() + QStringLiteral("-wal")), 30'000);
    QCOMPARE(::kill(static_cast<pid_t>(window.processId()), signalNumber), 0);
    QVERIFY(window.waitForFinished());
    QCOMPARE(window.exitStatus(), QProcess::NormalExit);
    QCOMPARE(window.exitCode(), 128 + signalNumber);
    const auto scan = readScanFile(kept());
    QVERIFY(scan);
    QCOMPARE(scan->header.ending, ScanEnding::Paused);
    QCOMPARE(scan->store.rowCount(), quint32(scan->header.done()));
}

QTEST_GUILESS_MAIN(TestWindowSignals)
#include "tst_windowsignals.moc"
