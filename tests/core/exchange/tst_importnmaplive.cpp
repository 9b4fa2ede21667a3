// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the installed nmap writes is read with every port and state: nmap scans this computer's
// loopback addresses, and its XML is compared with its own list for grep.

#include "importing.h"
#include "tests/support/filetools.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

#include <memory>
#include <vector>

using namespace roadstead;

class TestImportNmapLive : public QObject
{
    Q_OBJECT

private:
    TestFolder m_folder;
    std::vector<std::unique_ptr<QTcpServer>> m_servers;
    QStringList m_open;

    /// Scans ports 1 to 60 and those that listen, with -oX and -oG.
    void runNmap(const QString &address, const QStringList &further)
    {
        QStringList arguments{
            QStringLiteral("-n"),  QStringLiteral("-sT"),
            QStringLiteral("-Pn"), QStringLiteral("--unprivileged"),
            QStringLiteral("-oX"), m_folder.path("out.xml"),
            QStringLiteral("-oG"), m_folder.path("out.gnmap"),
            QStringLiteral("-p"),  QString(QStringLiteral("1-60,") + m_open.join(u','))};
        arguments += further;
        arguments += address;
        QProcess nmap;
        nmap.start(QStringLiteral("nmap"), arguments, QIODevice::ReadOnly);
        QVERIFY(nmap.waitForFinished(60'000));
        QCOMPARE(nmap.exitCode(), 0);
    }

    /// "80 open" of each port that nmap lists, and how many share a state.
    static QStringList listedPorts(const QByteArray &forGrep, QMap<QString, int> &others)
    {
        QStringList ports;
        const QString text = QString::fromUtf8(forGrep);
        static const QRegularExpression port(QStringLiteral("(\\d+)/([a-z|]+)/tcp"));
        for (auto match = port.globalMatch(text); match.hasNext();) {
            const auto found = match.next();
            ports += QString(found.captured(1) + u' ' + found.captured(2));
        }
        static const QRegularExpression ignored(
            QStringLiteral("Ignored State: ([a-z|]+) \\((\\d+)\\)"));
        if (const auto match = ignored.match(text); match.hasMatch())
            others[match.captured(1)] += match.captured(2).toInt();
        return ports;
    }

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("nmap")).isEmpty())
            QSKIP("nmap is not installed: what it writes cannot be read");
        for (const QHostAddress::SpecialAddress where :
             {QHostAddress::LocalHost, QHostAddress::LocalHostIPv6}) {
            for (int i = 0; i < 3; ++i) {
                auto server = std::make_unique<QTcpServer>();
                if (!server->listen(where))
                    continue;
                m_open += QString::number(server->serverPort());
                m_servers.push_back(std::move(server));
            }
        }
        QVERIFY(m_open.size() >= 3);
    }

    void readsEveryPortAndState_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("further");
        const QString version4 = QStringLiteral("127.0.0.1");
        const QString version6 = QStringLiteral("::1");
        const QString six = QStringLiteral("-6");
        const QString verbose = QStringLiteral("-v");
        const QString debug = QStringLiteral("-d2"); // lists each port
        QTest::newRow("IPv4") << version4 << QStringList();
        QTest::newRow("IPv4, every port") << version4 << QStringList{debug};
        QTest::newRow("IPv4, verbose") << version4 << QStringList{verbose};
        QTest::newRow("IPv6") << version6 << QStringList{six};
        QTest::newRow("IPv6, every port") << version6 << QStringList{six, debug};
        QTest::newRow("two hosts") << QStringLiteral("127.0.0.1-2") << QStringList();
    }
    void readsEveryPortAndState()
    {
        QFETCH(QString, address);
        QFETCH(QStringList, further);
        if (address.contains(u':') && m_servers.back()->serverAddress() != QHostAddress(address))
            QSKIP("this computer has no IPv6");
        runNmap(address, further);
        const auto outcome = readResults(m_folder.path("out.xml"));
        QVERIFY2(outcome.hasValue(), "what nmap wrote is read");
        QVERIFY(outcome->notes.isEmpty());
        const ResultStore &store = outcome->document.store;
        const quint32 hosts = address.endsWith(u"-2") ? 2 : 1;
        QCOMPARE(store.hostCount(), hosts);
        QCOMPARE(store.rowCount(), hosts * (60 + static_cast<quint32>(m_open.size())));

        QMap<QString, int> others;
        QStringList expected;
        const QList<QByteArray> lines = contentOf(m_folder.path("out.gnmap")).split('\n');
        for (const QByteArray &line : lines)
            expected += listedPorts(line, others);
        QVERIFY(expected.size() >= 3); // or nothing is compared
        for (quint32 row = 0; row < store.rowCount(); ++row) {
            const QString state(identifier(store.row(row).state()));
            const QString text = QString::number(store.row(row).port) + u' ' + state;
            if (!expected.removeOne(text))
                --others[state];
        }
        QCOMPARE(expected, QStringList());
        for (const int left : std::as_const(others))
            QCOMPARE(left, 0);
        QVERIFY(outcome->document.header.program.startsWith(QStringLiteral("nmap ")));
        QCOMPARE(outcome->document.header.request.ports.size(),
                 60 + static_cast<int>(m_open.size()));
    }

    void isReadAlsoWhenItBreaksOff()
    {
        runNmap(QStringLiteral("127.0.0.1-2"), {});
        const QByteArray whole = contentOf(m_folder.path("out.xml"));
        const qsizetype second = whole.lastIndexOf("</host>");
        QVERIFY(second > 0);
        const auto outcome = importing::read(whole.first(second));
        QVERIFY(outcome.hasValue());
        QCOMPARE(outcome->document.store.hostCount(), 1U);
        QCOMPARE(outcome->notes, QList<ImportNote>({{ImportNote::Code::Truncated, 1}}));
    }
};

QTEST_GUILESS_MAIN(TestImportNmapLive)
#include "tst_importnmaplive.moc"
