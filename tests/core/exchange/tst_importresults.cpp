// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"
#include "core/exchange/csvfield.h"
#include "core/exchange/openscan.h"
#include "core/exchange/resulttext.h"
#include "core/lookup/portcatalogue.h"
#include "core/record/scanfiles.h"
#include "core/record/scanreader.h"
#include "core/record/scanwriter.h"
#include "importing.h"
#include "tests/support/filetools.h"
#include "tests/support/resultbuilder.h"

#include <QTest>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

using namespace roadstead;
using importing::notesOf;
using importing::Outcome;
using importing::read;
using importing::rowsOf;
using importing::trickle;
using Code = ImportError::Code;
using Note = ImportNote::Code;

namespace {

QByteArray answer(const QByteArray &ip, const QByteArray &port, const QByteArray &status = "open")
{
    return "{   \"ip\": \"" + ip + "\",   \"timestamp\": \"1769860800\", \"ports\": [ {\"port\": "
           + port + ", \"proto\": \"tcp\", \"status\": \"" + status
           + "\", \"reason\": \"syn-ack\", \"ttl\": 64} ] }";
}

const QByteArray kCsvHead =
    "address,hostname,port,protocol,state,reason,detail,service,rtt_ms,attempts,banner,"
    "scanned_at\r\n";

} // namespace

class TestImportResults : public QObject
{
    Q_OBJECT

private:
    PortCatalogue m_catalogue;

    static void expectError(const QByteArray &text, const ImportError &error)
    {
        const Outcome outcome = read(text);
        QVERIFY(!outcome.hasValue());
        QCOMPARE(outcome.error(), error);
    }

private slots:
    void tellsKindsByContent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ImportKind>("kind");
        QTest::newRow("XML") << QByteArray("\n  <nmaprun></nmaprun>") << ImportKind::NmapXml;
        QTest::newRow("XML with a mark")
            << QByteArray("\xEF\xBB\xBF<nmaprun/>") << ImportKind::NmapXml;
        QTest::newRow("array") << QByteArray("[\n]\n") << ImportKind::MasscanJson;
        QTest::newRow("old end") << QByteArray("[\n{finished: 1}\n]\n") << ImportKind::MasscanJson;
        QTest::newRow("objects") << answer("198.18.0.1", "80") << ImportKind::MasscanJson;
        QTest::newRow("JSON Lines")
            << QByteArray("{\"format\":\"roadstead-results\",\"version\":1,\"results\":0}\n")
            << ImportKind::JsonLines;
        QTest::newRow("CSV") << kCsvHead << ImportKind::Csv;
        QTest::newRow("CSV with a mark") << "\xEF\xBB\xBF" + kCsvHead << ImportKind::Csv;
    }
    void tellsKindsByContent()
    {
        QFETCH(QByteArray, text);
        QFETCH(ImportKind, kind);
        const Outcome outcome = read(text);
        QVERIFY(outcome.hasValue());
        QCOMPARE(outcome->kind, kind);
        QCOMPARE(trickle(text)->kind, kind);
    }

    void refusesOtherFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Code>("code");
        QTest::newRow("nothing") << QByteArray() << Code::UnknownKind;
        QTest::newRow("text") << QByteArray("hello") << Code::UnknownKind;
        QTest::newRow("other CSV") << QByteArray("ip,port\n") << Code::UnknownKind;
        QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << Code::UnknownKind;
        QTest::newRow("other array") << QByteArray("[{\"a\":1}]") << Code::UnknownKind;
        QTest::newRow("other XML") << QByteArray("<svg/>") << Code::UnknownKind;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe<\0n\0", 6) << Code::UnknownKind;
        QTest::newRow("scan file") << QByteArray("SQLite format 3\0......", 22) << Code::IsScanFile;
    }
    void refusesOtherFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(Code, code);
        expectError(text, {code, 0, 0, {}});
    }

    void opensRegularFilesOnly()
    {
        TestFolder folder;
        const auto codeOf = [&](const QString &path) { return readResults(path).error().code; };
        QCOMPARE(codeOf(folder.path()), Code::NotRegular);
        const QString fifo = folder.path("fifo");
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        QCOMPARE(codeOf(fifo), Code::NotRegular);
        const Outcome missing = readResults(folder.path("none"));
        QVERIFY(!missing.hasValue());
        QCOMPARE(missing.error(), (ImportError{Code::Unreadable, 0, 0, systemWords(ENOENT)}));
        const QString path = folder.path("results.txt");
        putContent(path, "[" + answer("198.18.0.1", "80") + "]");
        QCOMPARE(rowsOf(readResults(path)),
                 QStringList(QStringLiteral("198.18.0.1 80 open syn-ack")));
    }

    void canBeCalledOff()
    {
        const QByteArray text = kCsvHead + QByteArray("x").repeated(1'000'000);
        int asked = 0;
        Trickle device(text, 100'000);
        const Outcome outcome = readResults(device, [&asked] { return ++asked == 4; });
        QVERIFY(!outcome.hasValue());
        QCOMPARE(outcome.error().code, Code::Cancelled);
        QCOMPARE(asked, 4);
    }

    void readsMasscan_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray one = answer("198.18.0.2", "80");
        const QByteArray two = answer("198.18.0.1", "443", "closed");
        QTest::newRow("array") << QByteArray("[\n" + one + ",\n" + two + "\n]\n");
        QTest::newRow("comma before the end") << QByteArray("[\n" + one + ",\n" + two + ",\n]\n");
        QTest::newRow("comma on its own") << QByteArray("[\n" + one + "\n,\n" + two + "\n]\n");
        QTest::newRow("no comma") << QByteArray("[\n" + one + "\n" + two + "]");
        QTest::newRow("old end") << QByteArray("[\n" + one + ",\n" + two + ",\n{finished: 1}\n]\n");
        QTest::newRow("lines") << QByteArray(one + "\r\n" + two + "\r\n");
        QByteArray pretty = "[" + one + "," + two + "]";
        pretty.replace(',', ",\n\t").replace("\"1769860800\"", "1769860800");
        QTest::newRow("by another tool") << pretty;
        QTest::newRow("twice") << QByteArray("[" + one + one + two + two + one + "]");
    }
    void readsMasscan()
    {
        QFETCH(QByteArray, text);
        const QStringList rows{QStringLiteral("198.18.0.1 443 closed reset"),
                               QStringLiteral("198.18.0.2 80 open syn-ack")};
        QCOMPARE(rowsOf(read(text)), rows);
        QCOMPARE(rowsOf(trickle(text)), rows);
        const Outcome outcome = read(text);
        QVERIFY(outcome->notes.isEmpty());
        QCOMPARE(outcome->document.header.program, QStringLiteral("masscan"));
        QCOMPARE(outcome->document.header.startedAt.toSecsSinceEpoch(), 1'769'860'800);
    }

    void readsMasscansBanners()
    {
        const QByteArray text =
            "[" + answer("198.18.0.1", "22")
            + ",{\"ip\":\"198.18.0.1\",\"timestamp\":\"1769860805\",\"ports\":[{\"port\":22,"
              "\"proto\":\"tcp\",\"service\":{\"name\":\"ssh\",\"banner\":\"SSH \\u000d\\u00ff}]"
              "\\\\\"}},{\"port\":9,\"proto\":\"udp\",\"status\":\"open\"}]}]";
        const Outcome outcome = read(text);
        QCOMPARE(rowsOf(outcome),
                 QStringList(QStringLiteral("198.18.0.1 22 open syn-ack \"SSH \r\u00ff}]\\\"")));
        QCOMPARE(notesOf(outcome), QList<ImportNote>({{Note::OtherProtocols, 1}}));
        QCOMPARE(outcome->document.header.endedAt.toSecsSinceEpoch(), 1'769'860'805);
    }

    void refusesInMasscan_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ImportError>("error");
        const QByteArray good = "[\n" + answer("198.18.0.1", "80") + ",\n";
        const auto add = [&](const char *name, const QByteArray &more, Code code, qint64 line,
                             qint64 column, const char *found = "") {
            QTest::newRow(name) << good + more
                                << ImportError{code, line, column, QString::fromLatin1(found)};
        };
        add("port too large", answer("198.18.0.1", "99999") + "]", Code::BadValue, 3, 66, "99999");
        add("half a port", answer("198.18.0.1", "80.5") + "]", Code::BadValue, 3, 66, "80.5");
        add("port as text", answer("198.18.0.1", "\"80\"") + "]", Code::BadValue, 3, 66, "80");
        add("no port", answer("198.18.0.1", "null") + "]", Code::Missing, 3, 1, "port");
        add("strange status", answer("198.18.0.1", "1", "up") + "]", Code::BadValue, 3, 93, "up");
        add("strange address", answer("300.1.1.1", "1") + "]", Code::BadValue, 3, 5, "300.1.1.1");
        add("no object", "7]", Code::Malformed, 3, 1, "7");
        add("breaks off", answer("198.18.0.1", "80"), Code::Truncated, 3, 147);
        add("breaks off inside", "\n{\"ip\": \"198.", Code::Truncated, 4, 13);
        add("goes on", "]\n\n{", Code::Malformed, 5, 1, "{");
        add("no JSON", "{\"ip\":\n  nothing}]", Code::Malformed, 4, 5);
        add("invalid UTF-8", "{\"ip\":\n\"\xff\"}]", Code::Malformed, 4, 2);
        add("NUL", QByteArray("{\"ip\":\n\0}]", 10), Code::Malformed, 4, 1);
        add("deep", "{\"a\":" + QByteArray("[").repeated(40), Code::TooDeep, 3, 37);
        add("no ports", "{\"ip\":\"198.18.0.1\",\"timestamp\":1,\"ports\":{}}]", Code::BadValue, 3,
            34, "{}");
        add("second port",
            "{\"ip\":\"198.18.0.1\",\"timestamp\":1769860800,\"ports\":[{\"port\":1,\"proto\":"
            "\"tcp\",\"status\":\"open\"},\n{\"port\":-1,\"proto\":\"tcp\"}]}]",
            Code::BadValue, 4, 2, "-1");
        add("times",
            "{\"ip\":\"198.18.0.1\",\"timestamp\":1,\"ports\":[{\"port\":1,\"proto\":"
            "\"tcp\",\"status\":\"open\"}]}]",
            Code::TimesTooFarApart, 3, 20, "1");
    }
    void refusesInMasscan()
    {
        QFETCH(QByteArray, text);
        QFETCH(ImportError, error);
        expectError(text, error);
    }

    void readsCsvBack()
    {
        ResultBuilder builder;
        Detail detail;
        detail.icmp = IcmpMessage{3, 13, Address::fromIpv4(kRouter)};
        builder.host(0, Address::fromIpv6(0xfd00'0000'0000'0000, 1))
            .open(0, 443)
            .host(1, kRouter, {QStringLiteral("router.lan"), QStringLiteral("=gate")})
            .open(1, 22)
            .banner("SSH-2.0\\\xff\r\n,\"")
            .row(1, 81, PortState::Filtered, Reason::AdminProhibited, 598)
            .detail(detail)
            .silent(1, 82, 0.0002);
        ResultStore store;
        store.clear(testStart());
        store.append(builder.batch());
        QByteArray text = csvBeginning({});
        for (quint32 row = 0; row < store.rowCount(); ++row)
            text += csvRow(store, row, m_catalogue, {});
        const Outcome outcome = read(text);
        QVERIFY(outcome.hasValue());
        const ResultStore &again = outcome->document.store;
        QCOMPARE(again.host(0).names, store.host(1).names);
        QByteArray written = csvBeginning({});
        for (const quint32 row : {3U, 0U, 1U, 2U})
            written += csvRow(again, row, m_catalogue, {});
        QCOMPARE(written, text);
        QCOMPARE(rowsOf(trickle(text)), rowsOf(outcome));
    }

    void asksBeforeItOpensAScanFile()
    {
        const TestFolder folder;
        ScanWriter writer;
        QVERIFY(!writer.create(folder.path("a"), {}));
        const auto opened = openScan(folder.path("a"));
        QVERIFY(!opened.hasValue());
        QCOMPARE(std::get<RecordError>(opened.error()).code, RecordError::Code::InUse);
#ifdef F_OFD_GETLK
        // The writer's lock is the process's, and closing the file would have ended it.
        QFile file(folder.path("a"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        struct flock lock
        {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        QCOMPARE(::fcntl(file.handle(), F_OFD_GETLK, &lock), 0);
        QVERIFY(lock.l_type != F_UNLCK);
#endif
    }

    void keepsAnotherComputersZones()
    {
        const QByteArray text = kCsvHead
                                + "fe80::1%nowhere7,,1,tcp,filtered,admin-prohibited,"
                                  "icmp=1/1;from=fe80::2%nowhere8,tcpmux,0.001,1,,"
                                  "2026-01-31T12:00:00.000Z\r\n";
        const Outcome outcome = read(text);
        QVERIFY(outcome.hasValue());
        QCOMPARE(kCsvHead + csvRow(outcome->document.store, 0, m_catalogue, {}), text);
        const TestFolder folder;
        QVERIFY(!writeScanFile(folder.path("scan"), outcome->document));
        const auto kept = readScanFile(folder.path("scan"));
        QVERIFY(kept.hasValue());
        QCOMPARE(kCsvHead + csvRow(kept->store, 0, m_catalogue, {}), text);
    }

    void takesNoPiecesForTheKind()
    {
        for (const int blanks : {60, 70, 1'000, 1'023, 1'024, 1'100}) {
            const QByteArray text = QByteArray(blanks, '\r') + "{\"ip\":\"10.0.0.1\",}";
            QCOMPARE(trickle(text, 4).error().code, read(text).error().code);
        }
    }

    void countsLinesFromTheBeginning()
    {
        const Outcome outcome = read("\n\n  \n{\"ip\":\"10.0.0.1\",}");
        QVERIFY(!outcome.hasValue());
        QCOMPARE(outcome.error().line, 4);
    }

    void refusesInCsv_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<ImportError>("error");
        const auto add = [](const char *name, const QByteArray &lines, Code code, qint64 line,
                            qint64 column, const char *found) {
            QTest::newRow(name) << lines
                                << ImportError{code, line, column, QString::fromLatin1(found)};
        };
        const QByteArray good =
            "10.0.0.1,\"a\nb\",1,tcp,open,syn-ack,,,,1,,2026-01-31T12:00:00.000Z\r\n";
        const QByteArray late = "10.0.0.1,,2,tcp,open,syn-ack,,,,1,,2026-03-31T12:00:00.000Z\r\n";
        add("port", good + "10.0.0.1,,99999,tcp,open", Code::BadValue, 4, 6, "");
        add("fewer fields", "10.0.0.1\n", Code::BadValue, 2, 2, "");
        add("value", QByteArray(good).replace(",1,tcp", ",65536,tcp"), Code::BadValue, 2, 3,
            "65536");
        add("reason", QByteArray(good).replace("open,syn-ack", "closed,no-response"),
            Code::BadValue, 2, 6, "no-response");
        const QByteArray far = "inferred=blocked-since-70000";
        add("detail", QByteArray(good).replace("syn-ack,,", QByteArray("syn-ack," + far + ",")),
            Code::BadValue, 2, 7, far.constData());
        add("before 1970", QByteArray(good).replace("2026", "1969"), Code::BadValue, 2, 12,
            "1969-01-31T12:00:00.000Z");
        add("long name", QByteArray(good).replace("\"a\nb\"", QByteArray("a").repeated(1'001)),
            Code::TooLong, 2, 2, QByteArray("a").repeated(100).constData());
        add("quote inside", "10.0.0.1,a\"b\n" + good, Code::Malformed, 2, 2, "a");
        add("open quote", "10.0.0.1,\"a\n" + late, Code::Malformed, 2, 2,
            "a\n10.0.0.1,,2,tcp,open,syn-ack,,,,1,,2026-03-31T12:00:00.000Z\r\n");
        add("times", good + late, Code::TimesTooFarApart, 4, 12, "2026-03-31T12:00:00.000Z");
    }
    void refusesInCsv()
    {
        QFETCH(QByteArray, lines);
        QFETCH(ImportError, error);
        expectError(kCsvHead + lines, error);
    }

    void undoesEscapes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain") << QByteArray("SSH-2.0");
        QTest::newRow("controls") << QByteArray("\0\r\n\x7f", 4);
        QTest::newRow("backslashes") << QByteArray("\\x41\\\\u{1}\\");
        QTest::newRow("text") << QByteArray("\xc3\xa9\xf0\x9f\x9a\xa2");
        QTest::newRow("direction") << QByteArray("\xe2\x80\xae");
        QTest::newRow("bytes") << QByteArray("\xff\xfe\xe2\x80");
        QTest::newRow("byte before C1") << QByteArray("\xc2\xc2\x85");
    }
    void undoesEscapes()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(bannerFromText(plainText(bytes)), bytes);
    }

    void undoesEscapesOfAnyBytes()
    {
        QRandomGenerator random(20'260'131);
        static const QByteArray kBytes("\\xu{85}\xc2\x85\xe2\x80\xae\xff\x01\xf0\x9f\x9a\xa2");
        for (int turn = 0; turn < 5'000; ++turn) {
            QByteArray bytes;
            for (int i = random.bounded(12); i > 0; --i)
                bytes += kBytes.at(random.bounded(static_cast<int>(kBytes.size())));
            const QString text = plainText(bytes);
            QCOMPARE(plainText(bannerFromText(text)), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestImportResults)
#include "tst_importresults.moc"
