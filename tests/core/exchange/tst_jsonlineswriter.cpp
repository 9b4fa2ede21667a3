// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"
#include "core/exchange/bannertext.h"
#include "core/exchange/csv.h"
#include "core/exchange/jsontext.h"
#include "core/record/requestjson.h"
#include "core/target/writtentargets.h"
#include "exportedtext.h"
#include "randomresults.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <errno.h>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

ResultExportRequest requestOf(const ResultBuilder &results)
{
    ResultExportRequest request;
    request.store = storeOf(results.batch());
    request.form = JsonLinesForm();
    return request;
}

/// Of a text with ' for ": moc does not understand raw strings.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QList<QByteArray> linesOf(const QByteArray &file)
{
    QList<QByteArray> lines = file.split('\n');
    return lines.takeLast().isEmpty() ? lines : QList<QByteArray>{"no line end"};
}

/// By Qt's own reader.
QJsonObject objectOf(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
    if (error.error != QJsonParseError::NoError)
        qWarning("%s: %s", line.constData(), qPrintable(error.errorString()));
    return object;
}

/// What docs/FORMATS.md says that a reader makes of it, in the CSV's form.
QString detailTextOf(const QJsonObject &detail)
{
    QStringList parts;
    const QJsonObject icmp = detail.value(u"icmp").toObject();
    if (!icmp.isEmpty())
        parts += QStringLiteral("icmp=%1/%2")
                     .arg(icmp.value(u"type").toInt(-1))
                     .arg(icmp.value(u"code").toInt(-1));
    if (icmp.contains(u"from"))
        parts += QStringLiteral("from=") + icmp.value(u"from").toString();
    if (detail.contains(u"syn_retrans"))
        parts += QStringLiteral("syn_retrans=%1").arg(detail.value(u"syn_retrans").toInt(-1));
    if (detail.contains(u"confidence"))
        parts += QStringLiteral("confidence=")
                 + QString::number(detail.value(u"confidence").toDouble(-1), 'f',
                                   QLocale::FloatingPointShortest);
    if (detail.contains(u"inferred"))
        parts += QStringLiteral("inferred=") + detail.value(u"inferred").toString();
    if (detail.contains(u"errno"))
        parts += QStringLiteral("errno=") + detail.value(u"errno").toString();
    return parts.join(u';');
}

QByteArray bannerOf(const QJsonObject &result)
{
    if (result.contains(u"banner_base64"))
        return QByteArray::fromBase64(result.value(u"banner_base64").toString().toLatin1());
    return bytesFromPlainText(result.value(u"banner").toString()).value_or("broken");
}

} // namespace

class TestJsonLinesWriter : public QObject
{
    Q_OBJECT

private slots:
    void writesResults()
    {
        Detail refused;
        refused.icmp = IcmpMessage{3, 13, Address::fromIpv4(kRouter)};
        refused.errorNumber = EACCES;
        ResultBuilder results;
        results.host(0, kRouter, {QStringLiteral("router.lan"), QStringLiteral("gate")})
            .host(1, Address::fromIpv6(0xfd00'0000'0000'0000, 1));
        results.open(0, 53, 612).banner("hi\r\n");
        results.row(0, 81, PortState::Filtered, Reason::AdminProhibited, 1'050).detail(refused);
        results.filtered(1, 65'535);
        const QList<QByteArray> lines = linesOf(exportedText(requestOf(results)));
        QCOMPARE(lines.size(), 4);
        const QByteArray spoke =
            json("{'address':'192.168.1.1','hostname':['router.lan','gate'],'port':53,"
                 "'protocol':'tcp','state':'open','reason':'syn-ack','service':'domain',"
                 "'rtt_ms':0.612,'attempts':1,'banner':'hi\\\\x0d\\\\x0a',"
                 "'scanned_at':'2026-01-31T12:00:00.000Z'}");
        const QByteArray rejected =
            json("{'address':'192.168.1.1','hostname':['router.lan','gate'],'port':81,"
                 "'protocol':'tcp','state':'filtered','reason':'admin-prohibited',"
                 "'detail':{'icmp':{'type':3,'code':13,'from':'192.168.1.1'},'errno':'EACCES'},"
                 "'rtt_ms':1.050,'attempts':1,'scanned_at':'2026-01-31T12:00:00.000Z'}");
        const QByteArray silent =
            json("{'address':'fd00::1','port':65535,'protocol':'tcp','state':'filtered',"
                 "'reason':'no-response','attempts':1,'scanned_at':'2026-01-31T12:00:00.000Z'}");
        QCOMPARE(lines.mid(1), (QList<QByteArray>{spoke, rejected, silent}));
    }

    void tellsOfTheScan()
    {
        ResultExportRequest request =
            requestOf(ResultBuilder().host(0, kRouter).open(0, 53).closed(0, 54));
        request.header.program = QStringLiteral("roadstead 0.1.0");
        request.header.startedAt = testStart();
        request.header.endedAt = testStart().addMSecs(1'020);
        request.header.elapsed = 1'020ms;
        request.header.ending = ScanEnding::Finished;
        request.header.request.options.seed = 0xffff'ffff'ffff'ffff;
        request.header.request.targets = *readTargets(u"192.168.1.1 router.lan", false);
        request.header.request.ports = PortSet({53, 54});
        request.header.answers = NameAnswers{{QStringLiteral("router.lan"), {}}};
        request.header.total = 2;
        request.header.targetsText = QStringLiteral("router.lan # \u202e\u007f\"");
        request.header.portsText = QStringLiteral("53,54");
        const QByteArray expected =
            json("{'format':'roadstead-results','version':1,'results':2,"
                 "'program':'roadstead 0.1.0','origin':'scanned',"
                 "'started_at':'2026-01-31T12:00:00.000Z','ended_at':'2026-01-31T12:00:01.020Z',"
                 "'ending':'finished','elapsed_ms':1020,'seed':'18446744073709551615','total':2,"
                 "'targets':'router.lan # \\u202e\\u007f\\'','ports':'53,54','request':{");
        const QByteArray line = linesOf(exportedText(request)).first();
        QCOMPARE(line.first(expected.size()), expected);
        QCOMPARE(objectOf(line).value(u"request").toObject(),
                 toJson(request.header.request, request.header.answers));
    }

    /// What another program was asked for is not known.
    void saysNoRequestOfWhatWasImported()
    {
        ResultExportRequest request = requestOf(ResultBuilder().host(0, kRouter).open(0, 53));
        request.header.origin = ScanOrigin::Imported;
        request.header.request.targets = *readTargets(u"192.168.1.1", false);
        QVERIFY(!objectOf(linesOf(exportedText(request)).first()).contains(u"request"));
    }

    void leavesOutWhatIsNotKnownOfTheScan()
    {
        const QByteArray expected = json("{'format':'roadstead-results','version':1,'results':0,"
                                         "'origin':'scanned',"
                                         "'started_at':'2026-01-31T12:00:00.000Z'}");
        QCOMPARE(linesOf(exportedText(requestOf({}))), QList<QByteArray>{expected});
    }

    void tellsHowItEnded_data()
    {
        QTest::addColumn<ScanEnding>("ending");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("none") << ScanEnding::None << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("paused") << ScanEnding::Paused << QJsonValue(QStringLiteral("paused"));
        QTest::newRow("stopped") << ScanEnding::Stopped << QJsonValue(QStringLiteral("stopped"));
        QTest::newRow("finished") << ScanEnding::Finished << QJsonValue(QStringLiteral("finished"));
    }
    void tellsHowItEnded()
    {
        QFETCH(ScanEnding, ending);
        QFETCH(QJsonValue, value);
        ResultExportRequest request = requestOf({});
        request.header.ending = ending;
        request.header.origin = ScanOrigin::Imported;
        const QJsonObject header = objectOf(linesOf(exportedText(request)).first());
        QCOMPARE(header.value(u"ending"), value);
        QCOMPARE(header.value(u"origin").toString(), QStringLiteral("imported"));
    }

    void countsChosenRows()
    {
        ResultExportRequest request =
            requestOf(ResultBuilder().host(0, kRouter).open(0, 53).closed(0, 54).open(0, 55));
        request.rows = [] { return QList<quint32>{2, 1}; };
        const QList<QByteArray> lines = linesOf(exportedText(request));
        QCOMPARE(lines.size(), 3);
        QCOMPARE(objectOf(lines.at(0)).value(u"results").toInt(), 2);
        QCOMPARE(objectOf(lines.at(1)).value(u"port").toInt(), 54);
    }

    void writesBytesWhereTheTextDoesNotTellThem_data()
    {
        QTest::addColumn<QByteArray>("banner");
        QTest::addColumn<bool>("hasBytes");
        QTest::newRow("text") << QByteArray("220 \xc3\xa9\r\n") << false;
        QTest::newRow("a byte") << QByteArray("\xff\xfd") << false;
        QTest::newRow("a byte of C1") << QByteArray("\x85") << false;
        QTest::newRow("a character of C1") << QByteArray("\xc2\x85") << true;
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf") << false;
    }
    void writesBytesWhereTheTextDoesNotTellThem()
    {
        QFETCH(QByteArray, banner);
        QFETCH(bool, hasBytes);
        const ResultBuilder results = ResultBuilder().host(0, kRouter).open(0, 22).banner(banner);
        const QJsonObject result = objectOf(linesOf(exportedText(requestOf(results))).at(1));
        QCOMPARE(result.value(u"banner").toString(), plainText(banner));
        QCOMPARE(result.contains(u"banner_base64"), hasBytes);
        QCOMPARE(bannerOf(result), banner);
    }

    /// Whatever the names, details, banners and figures: what a reader of JSON makes of it by the
    /// rules of docs/FORMATS.md is what was there.
    void losesNothing()
    {
        constexpr int kHosts = 5'000;
        QRandomGenerator random(20261122);
        ResultExportRequest request;
        request.store = randomresults::store(random, kHosts, false);
        request.form = JsonLinesForm();
        const QList<QByteArray> lines = linesOf(exportedText(request));
        QCOMPARE(lines.size(), kHosts + 1);
        for (quint32 row = 0; row < kHosts && !QTest::currentTestFailed(); ++row)
            compareRow(request.store, row, objectOf(lines.at(row + 1)));
    }

    /// The CSV of the same results has the same characters.
    void writesTheCsvsNumbers()
    {
        for (const double chance : {1.0, 0.5, 0.07, 0.0002, 0.000'001}) {
            ResultExportRequest request =
                requestOf(ResultBuilder().host(0, kRouter).silent(0, 1, chance));
            const QByteArray line = linesOf(exportedText(request)).at(1);
            request.form = CsvOptions();
            const QByteArray detail = exportedText(request).split('\n').at(1).split(',').at(6);
            QVERIFY(detail.startsWith("confidence="));
            const QByteArray member = "\"confidence\":" + detail.mid(11) + '}';
            QVERIFY2(line.contains(member), line.constData());
        }
    }

    void escapesWhatIsNotFitToShow()
    {
        QList<char32_t> characters{0xd800, 0xdfff, 0xfeff, 0xfffe, 0xffff, 0x1'f6a2, 0x10'ffff};
        for (char32_t c = 0; c < 0x3000; ++c)
            characters += c;
        for (const char32_t c : std::as_const(characters)) {
            const QString text =
                c < 0x1'0000 ? QString(QChar(static_cast<char16_t>(c))) : QString::fromUcs4(&c, 1);
            QByteArray json;
            appendJsonText(json, text);
            const QString written = QString::fromUtf8(json);
            QCOMPARE(plainText(written).remove(u'\\'), QString(written).remove(u'\\'));
            QVERIFY(!written.contains(QChar(0xfeff)));
            const QJsonArray read = QJsonDocument::fromJson('[' + json + ']').array();
            QCOMPARE(read.first().toString(), text);
        }
    }

private:
    static void compareRow(const ResultStore &store, quint32 index, const QJsonObject &result)
    {
        const PortResult &row = store.row(index);
        const HostRecord &host = store.hostOf(row);
        const Detail detail = store.detail(index);
        QCOMPARE(result.value(u"address").toString(), host.addressText);
        QCOMPARE(result.value(u"hostname").toVariant().toStringList(), host.names);
        QCOMPARE(result.value(u"port").toInt(-1), int(row.port));
        QCOMPARE(result.value(u"state").toString(), QString(identifier(row.state())));
        QCOMPARE(result.value(u"reason").toString(), QString(identifier(row.reason())));
        QCOMPARE(result.contains(u"rtt_ms"), row.hasRtt());
        if (row.hasRtt())
            QCOMPARE(qRound64(result.value(u"rtt_ms").toDouble() * 1000), qint64(row.rtt()));
        QCOMPARE(result.value(u"attempts").toInt(-1), int(row.attempts));
        QCOMPARE(bannerOf(result), detail.banner);
        QCOMPARE(detailTextOf(result.value(u"detail").toObject()), detail.toText());
        QCOMPARE(QDateTime::fromString(result.value(u"scanned_at").toString(), Qt::ISODateWithMs),
                 store.timeOf(row));
    }
};

QTEST_GUILESS_MAIN(TestJsonLinesWriter)
#include "tst_jsonlineswriter.moc"
