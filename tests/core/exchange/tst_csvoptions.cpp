// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"
#include "csvrows.h"

#include <QTest>

#include <array>

using namespace roadstead;
using csvrows::fileOf;
using csvrows::nastyText;
using csvrows::oneRow;
using csvrows::start;

namespace {

CsvOptions anyOptions(QRandomGenerator &random)
{
    constexpr std::array kSeparators{CsvSeparator::Comma, CsvSeparator::Semicolon,
                                     CsvSeparator::Tab};
    constexpr std::array kPoints{u'.', u',', u';', u'\u066b'};
    CsvOptions options;
    options.protectFormulas = random.bounded(2) == 0;
    options.byteOrderMark = random.bounded(2) == 0;
    options.separator = kSeparators[random.bounded(quint32(kSeparators.size()))];
    options.decimalPoint = kPoints[random.bounded(quint32(kPoints.size()))];
    options.columns = static_cast<CsvColumns>(1 + random.bounded(quint32(kAllCsvColumns)));
    return options;
}

/// RFC 4180 with any separator, taken literally; nothing of the program's own reader.
QList<QStringList> linesOf(const QString &file, QChar separator)
{
    QList<QStringList> lines{{QString()}};
    bool isQuoted = false;
    for (qsizetype i = 0; i < file.size(); ++i) {
        const QChar c = file.at(i);
        const QChar next = i + 1 < file.size() ? file.at(i + 1) : QChar();
        if (isQuoted && c == u'"' && next == u'"') {
            lines.last().last() += file.at(++i);
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == separator) {
            lines.last().append(QString());
        } else if (!isQuoted && c == u'\r' && next == u'\n') {
            lines.append({QString()});
            ++i;
        } else {
            lines.last().last() += c;
        }
    }
    lines.removeLast(); // behind the last end of line
    return lines;
}

struct FreeTexts
{
    QString name;
    QString note;
};

/// What a file of oneRow() with these texts has to say.
void fillExpected(const CsvOptions &options, const FreeTexts &texts, QStringList &header,
                  QStringList &fields)
{
    const auto free = [&options](const QString &text) {
        return options.protectFormulas ? protectedFromFormula(text) : text;
    };
    const std::array<std::pair<const char *, QString>, kCsvColumnCount> columns{{
        {"address", QStringLiteral("10.0.0.1")},
        {"hostname", free(texts.name)},
        {"port", QStringLiteral("80")},
        {"protocol", QStringLiteral("tcp")},
        {"state", QStringLiteral("filtered")},
        {"reason", QStringLiteral("admin-prohibited")},
        {"detail", QStringLiteral("icmp=3/13;from=198.18.0.9;errno=EACCES")},
        {"service", QStringLiteral("http")},
        {"rtt_ms", u'1' + QString(options.decimalPoint) + u"050"},
        {"attempts", QStringLiteral("2")},
        {"banner", QString()},
        {"scanned_at", QStringLiteral("2026-01-31T12:00:00.123Z")},
        {"note", free(texts.note)},
    }};
    for (size_t i = 0; i < columns.size(); ++i) {
        if ((options.columns >> i & 1) == 0)
            continue;
        header += QLatin1String(columns[i].first);
        fields += columns[i].second;
    }
}

} // namespace

class TestCsvOptions : public QObject
{
    Q_OBJECT

private:
    PortCatalogue m_catalogue;

private slots:
    void variantForSpreadsheetsFollowsTheLocale()
    {
        const CsvOptions german = csvForSpreadsheets(QLocale(QLocale::German, QLocale::Germany));
        const CsvOptions english =
            csvForSpreadsheets(QLocale(QLocale::English, QLocale::UnitedStates));
        CsvOptions options;
        options.byteOrderMark = true;
        QVERIFY(english == options);
        options.byteOrderMark = true;
        options.separator = CsvSeparator::Semicolon;
        options.decimalPoint = u',';
        QVERIFY(german == options);
        const QByteArray file = fileOf(oneRow({QStringLiteral("a,b")}), m_catalogue, options);
        QCOMPARE(
            file,
            QByteArray(
                "\xEF\xBB\xBF"
                "address;hostname;port;protocol;state;reason;detail;service;rtt_ms;attempts;banner;"
                "scanned_at\r\n10.0.0.1;a,b;80;tcp;filtered;admin-prohibited;"
                "\"icmp=3/"
                "13;from=198.18.0.9;errno=EACCES\";http;1,050;2;;2026-01-31T12:00:00.123Z\r\n"));
    }

    /// A spreadsheet takes a number with ASCII's digits and another language's sign for a text.
    void spreadsheetsGetASignThatTheyRead_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QChar>("point");
        QTest::addColumn<CsvSeparator>("separator");
        const auto add = [](const char *locale, QChar point, CsvSeparator separator) {
            QTest::newRow(locale) << QString::fromLatin1(locale) << point << separator;
        };
        add("en_US", u'.', CsvSeparator::Comma);
        add("de_DE", u',', CsvSeparator::Semicolon);
        add("ar_EG", u'.', CsvSeparator::Semicolon);
        add("fa_IR", u'.', CsvSeparator::Semicolon);
        add("ar_AE", u'.', CsvSeparator::Comma);
    }
    void spreadsheetsGetASignThatTheyRead()
    {
        QFETCH(QString, locale);
        QFETCH(QChar, point);
        QFETCH(CsvSeparator, separator);
        const CsvOptions options = csvForSpreadsheets(QLocale(locale));
        QCOMPARE(options.decimalPoint, point);
        QVERIFY(options.separator == separator);
    }

    void quotesAnAmbiguousNumber()
    {
        CsvOptions options;
        options.decimalPoint = u',';
        QVERIFY(csvRow(oneRow(), 0, m_catalogue, options).contains(",\"1,050\","));
    }

    void theDefaultIsTheStableFormat()
    {
        QCOMPARE(csvHeader(CsvOptions()), QByteArray(csvHeader().data(), csvHeader().size()));
        QCOMPARE(csvBeginning({}), csvHeader(CsvOptions()) + "\r\n");
        QVERIFY(!csvHeader(CsvOptions()).contains("note"));
    }

    void appendsBehindWhatIsThere()
    {
        const ResultStore store = oneRow();
        QByteArray text("before");
        appendCsvRow(text, store, 0, m_catalogue, {});
        QCOMPARE(text, "before" + csvRow(store, 0, m_catalogue, {}));
    }

    void writesOneColumnAlone_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("field");
        const auto add = [](const char *header, CsvColumn column, const char *field) {
            QTest::newRow(header) << static_cast<int>(column) << QByteArray(header)
                                  << QByteArray(field);
        };
        add("address", CsvColumn::Address, "10.0.0.1");
        add("hostname", CsvColumn::Hostname, "gate");
        add("port", CsvColumn::Port, "80");
        add("protocol", CsvColumn::Protocol, "tcp");
        add("state", CsvColumn::State, "filtered");
        add("reason", CsvColumn::Reason, "admin-prohibited");
        add("detail", CsvColumn::Detail, "icmp=3/13;from=198.18.0.9;errno=EACCES");
        add("service", CsvColumn::Service, "http");
        add("rtt_ms", CsvColumn::Rtt, "1.050");
        add("attempts", CsvColumn::Attempts, "2");
        add("banner", CsvColumn::Banner, "\"\""); // an empty line would be skipped
        add("scanned_at", CsvColumn::ScannedAt, "2026-01-31T12:00:00.123Z");
        add("note", CsvColumn::Note, "\"\"");
    }
    void writesOneColumnAlone()
    {
        QFETCH(int, column);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, field);
        CsvOptions options;
        options.columns = csvColumnBit(static_cast<CsvColumn>(column));
        QCOMPARE(fileOf(oneRow({QStringLiteral("gate")}), m_catalogue, options),
                 header + "\r\n" + field + "\r\n");
    }

    void writesNotesFitToShow()
    {
        ResultStore store = oneRow();
        NoteBook notes;
        notes.setPortNote(store.host(0).address, 80, QStringLiteral("=2+3, a\\b\u202e"));
        store.setNotes(notes);
        CsvOptions options;
        options.columns = csvColumnBit(CsvColumn::Port) | csvColumnBit(CsvColumn::Note);
        QCOMPARE(csvRow(store, 0, m_catalogue, options),
                 QByteArray("80,\"'=2+3, a\\\\b\\u{202e}\"\r\n"));
        const QByteArray stable = csvRow(store, 0, m_catalogue, {});
        QCOMPARE(stable, csvRow(oneRow(), 0, m_catalogue, {}));
    }

    void quotesAZoneThatNeedsIt()
    {
        ResultStore store;
        store.clear(start());
        ResultBatch batch;
        batch.hosts = {{0, Address::fromIpv6(0xfe80'0000'0000'0000, 1, 1), {}}};
        batch.rows = {PortResult()};
        store.append(batch);
        QVERIFY(csvRow(store, 0, m_catalogue, {}).startsWith("fe80::1%"));
        QByteArray field;
        appendCsvField(field, u"fe80::1%a,b", CsvSeparator::Comma);
        QCOMPARE(field, QByteArray("\"fe80::1%a,b\""));
        field.clear();
        appendCsvField(field, u"fe80::1%a,b", CsvSeparator::Semicolon);
        QCOMPARE(field, QByteArray("fe80::1%a,b"));
    }

    /// Whatever the options: what is read back, by rules and not by the writer's code, is what was
    /// to be written.
    void readsBackWhatAnyOptionsWrote()
    {
        QRandomGenerator random(20261121);
        for (int i = 0; i < 5'000; ++i) {
            const CsvOptions options = anyOptions(random);
            const QString name = nastyText(random);
            const QString note = nastyText(random);
            ResultStore store = oneRow({name});
            NoteBook notes;
            notes.setHostNote(store.host(0).address, note);
            store.setNotes(notes);
            QByteArray file = fileOf(store, m_catalogue, options);
            const QByteArray mark("\xEF\xBB\xBF");
            QCOMPARE(file.startsWith(mark), options.byteOrderMark);
            if (options.byteOrderMark)
                file.remove(0, mark.size());
            const QList<QStringList> lines =
                linesOf(QString::fromUtf8(file), QLatin1Char(static_cast<char>(options.separator)));
            QCOMPARE(lines.size(), 2);
            QStringList header;
            QStringList fields;
            fillExpected(options, {name, plainText(NoteBook::lineOf(note))}, header, fields);
            QCOMPARE(lines.at(0), header);
            QCOMPARE(lines.at(1), fields);
        }
    }
};

QTEST_APPLESS_MAIN(TestCsvOptions)
#include "tst_csvoptions.moc"
