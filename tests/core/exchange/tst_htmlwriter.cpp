// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "englishpage.h"
#include "exportedtext.h"

#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <numeric>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

ResultExportRequest requestOf(const ResultBuilder &results)
{
    ResultExportRequest request;
    request.store = storeOf(results.batch());
    request.form = HtmlForm{englishPage()};
    return request;
}

/// What a person reads: one line for each of the page's blocks, cells separated by "|". The page is
/// well-formed XML, or this says why it is not.
QStringList readingOf(const QByteArray &page)
{
    static const QStringList kBlocks{
        QStringLiteral("h1"), QStringLiteral("h2"), QStringLiteral("h3"), QStringLiteral("dd"),
        QStringLiteral("li"), QStringLiteral("p"),  QStringLiteral("tr")};
    static const QStringList kCells{QStringLiteral("td"), QStringLiteral("th"),
                                    QStringLiteral("dt")};
    QXmlStreamReader xml(page);
    QStringList lines;
    QString line;
    bool isHead = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const QString name = xml.name().toString();
        if (name == u"head")
            isHead = token == QXmlStreamReader::StartElement;
        if (token == QXmlStreamReader::Characters && !isHead)
            line += xml.text();
        if (token != QXmlStreamReader::EndElement)
            continue;
        if (kCells.contains(name))
            line += u'|';
        if (!kBlocks.contains(name))
            continue;
        lines += line.simplified();
        line.clear();
    }
    return xml.hasError() ? QStringList{xml.errorString()} : lines;
}

QStringList headingsOf(const QStringList &reading)
{
    static const QStringList kHeadings{QStringLiteral("Open ports"), QStringLiteral("Other hosts"),
                                       QStringLiteral("Hosts without a listed port")};
    QStringList headings;
    for (const QString &line : reading) {
        if (kHeadings.contains(line) || line.startsWith(u"192.168."))
            headings += line;
    }
    return headings;
}

/// From that line on.
QStringList sectionFrom(const QByteArray &page, const QString &line)
{
    const QStringList reading = readingOf(page);
    return reading.contains(line) ? reading.mid(reading.indexOf(line)) : reading;
}

} // namespace

class TestHtmlWriter : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfTheScan()
    {
        ResultExportRequest request =
            requestOf(ResultBuilder().host(0, kRouter).open(0, 80).closed(0, 81));
        request.header.program = QStringLiteral("roadstead 0.1.0");
        request.header.startedAt = testStart();
        request.header.endedAt = testStart().addSecs(61);
        request.header.elapsed = 61'020ms;
        request.header.ending = ScanEnding::Stopped;
        request.header.targetsText = QStringLiteral("router.lan\n<script>alert(1)</script>\u202e");
        request.header.portsText = QStringLiteral("80,81");
        const QLocale locale = englishPage().locale;
        const auto shown = [&](int seconds) {
            return locale.toString(testStart().addSecs(seconds).toLocalTime(), QLocale::LongFormat)
                .simplified();
        };
        QCOMPARE(readingOf(exportedText(request)).first(13),
                 (QStringList{QStringLiteral("Ports of <my> network"),
                              QStringLiteral("Targets|router.lan <script>alert(1)</script>"
                                             "\\u{202e}"),
                              QStringLiteral("Ports|80,81"), u"Started|" + shown(0),
                              u"Ended|" + shown(61), QStringLiteral("Duration|61.02 s"),
                              QStringLiteral("Outcome|Stopped"),
                              QStringLiteral("Program|roadstead 0.1.0"),
                              QStringLiteral("Hosts with results|1"), QStringLiteral("Open 1"),
                              QStringLiteral("Closed 1"), QStringLiteral("Filtered 0"),
                              QStringLiteral("Unknown 0")}));
    }

    void listsOpenPortsFirst()
    {
        Detail refused;
        refused.icmp = IcmpMessage{3, 13, Address::fromIpv4(kRouter)};
        ResultBuilder results;
        results.host(0, kRouter, {QStringLiteral("router.lan"), QStringLiteral("gate")});
        results.closed(0, 1, 1'234).row(0, 2, PortState::Filtered, Reason::AdminProhibited);
        results.detail(refused).unknown(0, 3).open(0, 443, 12'340).open(0, 80, 123'400);
        QCOMPARE(sectionFrom(exportedText(requestOf(results)), QStringLiteral("Open ports")),
                 (QStringList{
                     QStringLiteral("Open ports"), QStringLiteral("192.168.1.1 router.lan gate"),
                     QStringLiteral("State|Port|Service|RTT (ms)|Reason|"),
                     QStringLiteral("Open|80|http|123|syn-ack|"),
                     QStringLiteral("Open|443|https|12.3|syn-ack|"),
                     QStringLiteral("Unknown|3|||local-firewall|"),
                     QStringLiteral("Closed|1||1.23|reset|"),
                     QStringLiteral("Filtered|2|||admin-prohibited icmp=3/13;from=192.168.1.1|")}));
    }

    void putsHostsWithOpenPortsFirst()
    {
        ResultBuilder results;
        for (quint32 host = 0; host < 6; ++host)
            results.host(host, kRouter + host);
        for (quint16 port = 1; port <= 1'026; ++port)
            results.filtered(0, port).filtered(3, port);
        results.closed(3, 2'000).closed(1, 1).open(2, 1).closed(2, 2).open(5, 1);
        for (quint16 port = 1; port <= 26; ++port)
            results.unknown(4, port);
        const QByteArray page = exportedText(requestOf(results));
        QCOMPARE(headingsOf(readingOf(page)),
                 QStringLiteral("Open ports\n192.168.1.3\n192.168.1.6\nOther hosts\n192.168.1.2\n"
                                "192.168.1.4\nHosts without a listed port\n"
                                "192.168.1.1|0|0|1,026|0|\n192.168.1.5|0|0|0|26|")
                     .split(u'\n'));
        QCOMPARE(sectionFrom(page, QStringLiteral("192.168.1.4")).mid(2, 2),
                 (QStringList{QStringLiteral("Closed|2000||0.50|reset|"),
                              QStringLiteral("Not listed: Filtered 1,026")}));
    }

    void listsAllRowsThatWereChosen()
    {
        ResultBuilder results;
        results.host(0, kRouter);
        for (quint16 port = 1; port <= 40; ++port)
            results.closed(0, port);
        ResultExportRequest request = requestOf(results);
        request.rows = [] {
            QList<quint32> rows(30);
            std::iota(rows.begin(), rows.end(), 0U);
            return rows;
        };
        const QStringList reading = readingOf(exportedText(request));
        QCOMPARE(reading.filter(QRegularExpression(QStringLiteral("^Closed\\|"))).size(), 30);
        QVERIFY(reading.filter(QStringLiteral("Not listed")).isEmpty());
        QVERIFY(reading.contains(QStringLiteral("No port is open.")));
    }

    void countsOpenPortsOfAHostThatAcceptsAll()
    {
        ResultBuilder results;
        results.host(0, kRouter);
        for (quint16 port = 1; port <= 26; ++port)
            results.open(0, port);
        results.closed(0, 99).change(0, Address::fromIpv4(kRouter), HostEvent::AcceptsAll);
        QCOMPARE(sectionFrom(exportedText(requestOf(results)), QStringLiteral("Open ports")),
                 (QStringList{QStringLiteral("Open ports"), QStringLiteral("192.168.1.1"),
                              QStringLiteral("This host accepts every connection."),
                              QStringLiteral("State|Port|Service|RTT (ms)|Reason|"),
                              QStringLiteral("Closed|99||0.50|reset|"),
                              QStringLiteral("Not listed: Open 26")}));
    }

    void writesBannersAndNotes()
    {
        ResultExportRequest request = requestOf(
            ResultBuilder().host(0, kRouter).open(0, 22).banner("<b>x</b>\r\n&amp;\\\xff"));
        NoteBook notes;
        notes.setHostNote(Address::fromIpv4(kRouter), u"a host's & more");
        notes.setPortNote(Address::fromIpv4(kRouter), 22, u"a \"port's\"\u202e");
        request.store.setNotes(notes);
        QCOMPARE(
            sectionFrom(exportedText(request), QStringLiteral("192.168.1.1")),
            (QStringList{QStringLiteral("192.168.1.1"), QStringLiteral("Note: a host's & more"),
                         QStringLiteral("State|Port|Service|RTT (ms)|Reason|"),
                         QStringLiteral("Open|22|ssh|0.60|syn-ackIt said: "
                                        "<b>x</b>\\x0d\\x0a&amp;\\\\\\xffNote: "
                                        "a \"port's\"\\u{202e}|")}));
    }

    void explainsInTheReadersWords()
    {
        ResultExportRequest request = requestOf(ResultBuilder().host(0, kRouter).open(0, 22));
        HtmlWords words = englishPage();
        words.explain = [](const PortResult &result, const Detail &) {
            return QStringLiteral("<%1>").arg(result.port);
        };
        request.form = HtmlForm{words};
        QCOMPARE(readingOf(exportedText(request)).last(), QStringLiteral("Open|22|ssh|0.60|<22>|"));
    }

    void speaksTheReadersLanguage()
    {
        ResultExportRequest request = requestOf(ResultBuilder().host(0, kRouter).open(0, 22));
        HtmlWords words = englishPage();
        words.locale = QLocale(QLocale::Hebrew, QLocale::Israel);
        request.form = HtmlForm{words};
        QVERIFY(exportedText(request).contains("<html lang=\"he\" dir=\"rtl\">"));
        words.locale = QLocale(QLocale::German, QLocale::Germany);
        request.form = HtmlForm{words};
        const QByteArray german = exportedText(request);
        QVERIFY(german.contains("<html lang=\"de\" dir=\"ltr\">"));
        QCOMPARE(readingOf(german).last(), QStringLiteral("Open|22|ssh|0,60|syn-ack|"));
    }

    /// Whatever the texts: the page stays well-formed, and neither an element nor an attribute nor
    /// an address comes in with them.
    void staysItselfWithHostileTexts()
    {
        const QStringList texts{QStringLiteral("</td></table><script>x</script>"),
                                QStringLiteral("\" onclick=\"x"),
                                QStringLiteral("' style='background:url(http://x.example/)"),
                                QStringLiteral("<!--"),
                                QStringLiteral("]]>&lt;&#0;"),
                                QString(QChar(0)) + QChar(0xffff) + QChar(0xfffe) + QChar(0xd800),
                                QStringLiteral("</title><img src=x>"),
                                QStringLiteral("\\u{202e}\u2028")};
        const QSet<QString> harmless = namesOf(pageWith(QStringLiteral("harmless")));
        for (const QString &text : texts) {
            const QByteArray page = pageWith(text);
            QVERIFY2(!page.contains('\0'), qPrintable(text));
            QCOMPARE(namesOf(page), harmless);
        }
    }

    void needsNothingElse()
    {
        const QByteArray page = pageWith(QStringLiteral("x"));
        for (const char *word : {"<script", "<link", "<img", "<iframe", "src=", "@import", "url(",
                                 "://", "http:", "https:"})
            QVERIFY2(!page.contains(word), word);
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(page.contains("prefers-color-scheme:dark"));
        QVERIFY(page.contains("@media print"));
    }

    void isAPageWithoutResults()
    {
        const QStringList reading = readingOf(exportedText(requestOf({})));
        QCOMPARE(reading.last(), QStringLiteral("No port is open."));
        QVERIFY(reading.contains(QStringLiteral("Hosts with results|0")));
    }

private:
    static QByteArray pageWith(const QString &text)
    {
        ResultBuilder results;
        results.host(0, kRouter, {text}).open(0, 22).banner(text.toUtf8()).closed(0, 23);
        results.host(1, kRouter + 1, {text});
        for (quint16 port = 1; port < 30; ++port)
            results.filtered(1, port);
        ResultExportRequest request = requestOf(results);
        NoteBook notes;
        notes.setHostNote(Address::fromIpv4(kRouter), QString(text + u'x'));
        notes.setPortNote(Address::fromIpv4(kRouter), 22, QString(text + u'x'));
        request.store.setNotes(notes);
        HtmlWords words = englishPage();
        words.title = text;
        request.form = HtmlForm{words};
        request.header.program = request.header.targetsText = request.header.portsText = text;
        return exportedText(request);
    }

    /// Of elements and attributes, with those attributes' values that a page's author wrote.
    static QSet<QString> namesOf(const QByteArray &page)
    {
        QXmlStreamReader xml(page);
        QSet<QString> names;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            names += xml.name().toString();
            const QXmlStreamAttributes attributes = xml.attributes();
            for (const QXmlStreamAttribute &attribute : attributes)
                names += attribute.name() + u'=' + attribute.value();
        }
        return xml.hasError() ? QSet<QString>{xml.errorString()} : names;
    }
};

QTEST_GUILESS_MAIN(TestHtmlWriter)
#include "tst_htmlwriter.moc"
