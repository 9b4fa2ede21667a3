// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvrows.h"
#include "tests/support/readcsv.h"

#include <QTest>

using namespace roadstead;
using csvrows::fileOf;
using csvrows::nastyText;
using csvrows::oneRow;
using csvrows::start;

class TestCsv : public QObject
{
    Q_OBJECT

private:
    PortCatalogue m_catalogue;

private slots:
    void headerIsTheStableOne()
    {
        QCOMPARE(QString(csvHeader()),
                 QStringLiteral("address,hostname,port,protocol,state,reason,detail,service,"
                                "rtt_ms,attempts,banner,scanned_at"));
    }

    void writesARow()
    {
        const ResultStore store = oneRow({QStringLiteral("router.lan"), QStringLiteral("gate")});
        QCOMPARE(csvRow(store, 0, m_catalogue, {}),
                 QByteArray(
                     "10.0.0.1,router.lan gate,80,tcp,filtered,admin-prohibited,"
                     "icmp=3/"
                     "13;from=198.18.0.9;errno=EACCES,http,1.050,2,,2026-01-31T12:00:00.123Z\r\n"));
    }

    void leavesRttEmptyWhenNothingAnswered()
    {
        ResultStore store;
        store.clear(start());
        PortResult row;
        row.port = 1;
        row.setVerdict(PortState::Filtered, Reason::NoResponse);
        ResultBatch batch;
        batch.hosts = {{0, Address::fromIpv6(0xfd00'0000'0000'0000, 1), {}}};
        batch.rows = {row};
        store.append(batch);
        const QByteArray text = csvRow(store, 0, m_catalogue, {});
        QVERIFY2(text.startsWith("fd00::1,,1,tcp,filtered,no-response,,"), text.constData());
        QVERIFY2(text.endsWith(",,1,,2026-01-31T12:00:00.000Z\r\n"), text.constData());
    }

    void writesTimesOfEveryKind_data()
    {
        QTest::addColumn<QDateTime>("start");
        QTest::addColumn<quint32>("milliseconds");
        QTest::newRow("leap day") << QDateTime(QDate(2028, 2, 29), QTime(23, 59, 59, 999), Qt::UTC)
                                  << 0U;
        QTest::newRow("into the new year")
            << QDateTime(QDate(2026, 12, 31), QTime(23, 59, 59, 999), Qt::UTC) << 1U;
        QTest::newRow("no leap day")
            << QDateTime(QDate(2100, 2, 28), QTime(23, 0), Qt::UTC) << 3'600'000U;
        QTest::newRow("long scan") << start() << 0xffff'ffffU;
        QTest::newRow("before the epoch")
            << QDateTime(QDate(1969, 12, 31), QTime(23, 0, 0, 7), Qt::UTC) << 0U;
    }
    void writesTimesOfEveryKind()
    {
        QFETCH(QDateTime, start);
        QFETCH(quint32, milliseconds);
        ResultStore store;
        store.clear(start);
        PortResult row;
        row.atMilliseconds = milliseconds;
        ResultBatch batch;
        batch.hosts = {{0, Address::fromIpv4(1), {}}};
        batch.rows = {row};
        store.append(batch);
        const QByteArray expected =
            start.addMSecs(milliseconds).toString(Qt::ISODateWithMs).toUtf8();
        QCOMPARE(csvRow(store, 0, m_catalogue, {}).trimmed().split(',').last(), expected);
    }

    void protectsFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("isProtected");
        for (const char c : {'=', '+', '-', '@', '\t', '\r'}) {
            const QString text = QLatin1Char(c) + QStringLiteral("1");
            QTest::addRow("begins with 0x%02x", static_cast<unsigned>(c)) << text << u'\'' + text;
        }
        QTest::newRow("marked formula") << QStringLiteral("'=1") << QStringLiteral("''=1");
        QTest::newRow("twice marked formula") << QStringLiteral("''@") << QStringLiteral("'''@");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("mark alone") << QStringLiteral("'") << QStringLiteral("'");
        QTest::newRow("mark and word") << QStringLiteral("'tis") << QStringLiteral("'tis");
        QTest::newRow("formula inside") << QStringLiteral("a=1") << QStringLiteral("a=1");
        QTest::newRow("new line first") << QStringLiteral("\n=1") << QStringLiteral("\n=1");
        QTest::newRow("space first") << QStringLiteral(" =1") << QStringLiteral(" =1");
    }
    void protectsFormulas()
    {
        QFETCH(QString, text);
        QFETCH(QString, isProtected);
        QCOMPARE(protectedFromFormula(text), isProtected);
        QCOMPARE(unprotectedFormula(isProtected), text);
    }

    void quotesOnlyWhereNeeded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("plain") << QStringLiteral("a b;c'd") << QByteArray("a b;c'd");
        QTest::newRow("comma") << QStringLiteral("a,b") << QByteArray("\"a,b\"");
        QTest::newRow("quote") << QStringLiteral("a\"b") << QByteArray("\"a\"\"b\"");
        QTest::newRow("line feed") << QStringLiteral("a\nb") << QByteArray("\"a\nb\"");
        QTest::newRow("carriage return") << QStringLiteral("a\rb") << QByteArray("\"a\rb\"");
        QTest::newRow("formula with comma")
            << QStringLiteral("=A1,B1") << QByteArray("\"'=A1,B1\"");
    }
    void quotesOnlyWhereNeeded()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, field);
        QByteArray out;
        appendCsvText(out, text, {});
        QCOMPARE(out, field);
    }

    void rawLeavesFormulasAlone()
    {
        CsvOptions options;
        options.protectFormulas = false;
        QByteArray out;
        appendCsvText(out, u"=1", options);
        QCOMPARE(out, QByteArray("=1"));
    }

    void readsBackARow()
    {
        const ResultStore store = oneRow({QStringLiteral("router.lan"), QStringLiteral("gate")});
        const auto records = readCsv(fileOf(store, m_catalogue));
        QVERIFY(records.hasValue());
        QCOMPARE(records->size(), 1);
        const CsvRecord &record = records->first();
        PortResult expected = store.row(0);
        expected.host = 0;
        expected.atMilliseconds = 0;
        QCOMPARE(record.result, expected);
        QCOMPARE(record.address, store.host(0).address);
        QCOMPARE(record.names, store.host(0).names);
        QCOMPARE(record.detail, store.detail(0));
        QCOMPARE(record.service, QStringLiteral("http"));
        QCOMPARE(record.scannedAt, store.timeOf(store.row(0)));
    }

    void readsBackAnyTextInAnyField()
    {
        QRandomGenerator random(20260131);
        for (int i = 0; i < 20'000; ++i) {
            QStringList texts;
            for (qsizetype count = 1 + random.bounded(5); count > 0; --count)
                texts += nastyText(random);
            QByteArray file;
            for (const QString &text : std::as_const(texts)) {
                appendCsvText(file, text, {});
                file += ',';
            }
            file.chop(1);
            file += "\r\n";
            CsvScanner scanner(file);
            const auto line = scanner.next();
            QVERIFY2(line.hasValue(), file.constData());
            QStringList read;
            for (const QString &field : line->fields)
                read += unprotectedFormula(field);
            QCOMPARE(read, texts);
            QVERIFY(scanner.atEnd());
        }
    }

    void readsBackAnyNameInAFile()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2'000; ++i) {
            const QString name = u'x' + nastyText(random);
            const QString other = nastyText(random) + u'y';
            const auto records = readCsv(fileOf(oneRow({other, name}), m_catalogue));
            QVERIFY2(records.hasValue(), qPrintable(other + u' ' + name));
            QCOMPARE(records->first().names, (QStringList{other, name}));
        }
    }

    void readsEveryRtt()
    {
        for (const quint32 rtt :
             {0U, 1U, 999U, 1'000U, 1'001U, 65'535'999U, 0xffff'fffeU, PortResult::kNoRtt}) {
            ResultStore store;
            store.clear(start());
            PortResult row;
            row.setRtt(rtt);
            ResultBatch batch;
            batch.hosts = {{0, Address::fromIpv4(1), {}}};
            batch.rows = {row};
            store.append(batch);
            const auto records = readCsv(fileOf(store, m_catalogue));
            QVERIFY(records.hasValue());
            QCOMPARE(records->first().result.rtt(), rtt);
        }
    }

    void readsLineFeedsAndAMissingLastEnd()
    {
        QByteArray file = fileOf(oneRow(), m_catalogue);
        file.replace("\r\n", "\n").chop(1);
        const auto records = readCsv(file);
        QVERIFY(records.hasValue());
        QCOMPARE(records->size(), 1);
    }

    void readsLaterColumns()
    {
        QByteArray file = fileOf(oneRow(), m_catalogue);
        file.replace("scanned_at\r\n", "scanned_at,colour\r\n")
            .replace("123Z\r\n", "123Z,\"b,l\"\r\n");
        const auto records = readCsv(file);
        QVERIFY(records.hasValue());
        QCOMPARE(records->first().scannedAt, start().addMSecs(123));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("line");
        QTest::addColumn<qint64>("column");
        QTest::addColumn<QString>("found");
        const QByteArray header = QByteArray(csvHeader().data()) + "\r\n";
        const QByteArray good =
            "10.0.0.1,,80,tcp,open,syn-ack,,http,1.050,1,,2026-01-31T12:00:00.123Z";
        const auto bad =
            [&](const char *name, const char *from, const char *to, int column, const char *found) {
                QTest::newRow(name)
                    << header + good + "\r\n" + QByteArray(good).replace(from, to) + "\r\n"
                    << qint64(3) << qint64(column) << QString::fromUtf8(found);
            };
        QTest::newRow("empty file") << QByteArray() << qint64(1) << qint64(1) << QString();
        QTest::newRow("no header") << good + "\r\n"
                                   << qint64(1) << qint64(1) << QStringLiteral("10.0.0.1");
        QTest::newRow("short header")
            << QByteArray("address,hostname\r\n") << qint64(1) << qint64(3) << QString();
        QTest::newRow("other header") << QByteArray(header).replace("state", "State") << qint64(1)
                                      << qint64(5) << QStringLiteral("State");
        QTest::newRow("byte order mark")
            << "\xEF\xBB\xBF" + header << qint64(1) << qint64(1) << QStringLiteral("\ufeffaddress");
        bad("address", "10.0.0.1", "10.0.0.256", 1, "10.0.0.256");
        bad("address with leading zero", "10.0.0.1", "10.0.0.01", 1, "10.0.0.01");
        bad("marked address", "10.0.0.1", "'10.0.0.1", 1, "'10.0.0.1");
        bad("port too large", ",80,", ",65536,", 3, "65536");
        bad("port signed", ",80,", ",+80,", 3, "+80");
        bad("port empty", ",80,", ",,", 3, "");
        bad("protocol", ",tcp,", ",udp,", 4, "udp");
        bad("state", ",open,", ",Open,", 5, "Open");
        bad("reason", ",syn-ack,", ",synack,", 6, "synack");
        bad("detail", ",syn-ack,,", ",syn-ack,x=1,", 7, "x=1");
        bad("rtt with comma", ",1.050,", ",\"1,050\",", 9, "1,050");
        bad("rtt with two digits", ",1.050,", ",1.05,", 9, "1.05");
        bad("rtt without whole", ",1.050,", ",.050,", 9, ".050");
        bad("rtt too large", ",1.050,", ",4294967.295,", 9, "4294967.295");
        bad("rtt negative", ",1.050,", ",-1.050,", 9, "-1.050");
        bad("attempts too large", ",1.050,1,", ",1.050,256,", 10, "256");
        bad("time without zone", "123Z", "123", 12, "2026-01-31T12:00:00.123");
        bad("time without milliseconds", "00.123Z", "00Z", 12, "2026-01-31T12:00:00Z");
        bad("time elsewhere", "123Z", "123+01:00", 12, "2026-01-31T12:00:00.123+01:00");
        bad("day that is none", "01-31", "02-30", 12, "2026-02-30T12:00:00.123Z");
        bad("one field more", "123Z", "123Z,x", 13, "x");
        bad("one field less", ",2026", "2026", 12, "");
        bad("quote inside", ",http,", ",ht\"tp,", 8, "ht");
        bad("text after a quote", ",http,", ",\"ht\"tp,", 8, "ht");
        bad("lone carriage return", ",http,", ",ht\rtp,", 8, "ht");
        bad("invalid UTF-8", ",http,", ",ht\xfftp,", 8, "ht\ufffdtp");
        QTest::newRow("unclosed quote") << header + "10.0.0.1,\"a\r\nb\r\n"
                                        << qint64(2) << qint64(2) << QStringLiteral("a\r\nb\r\n");
        QTest::newRow("empty line") << header + good + "\r\n\r\n"
                                    << qint64(3) << qint64(2) << QString();
        QTest::newRow("after a line break in a field")
            << header + QByteArray(good).replace(",,80", ",\"a\nb\",80") + "\r\nx\r\n"
            << qint64(4) << qint64(2) << QString();
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, line);
        QFETCH(qint64, column);
        QFETCH(QString, found);
        const auto records = readCsv(text);
        QVERIFY(!records.hasValue());
        QCOMPARE(records.error().line, line);
        QCOMPARE(records.error().column, column);
        QCOMPARE(records.error().found, found);
    }
};

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
