// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/comparisonexport.h"
#include "core/exchange/csvfield.h"
#include "core/lookup/portcatalogue.h"
#include "tests/support/filetools.h"
#include "tests/support/resultbuilder.h"

#include <QTemporaryDir>
#include <QTest>

#include <errno.h>

using namespace roadstead;

namespace {

constexpr quint32 kFirst = 0x0a00'0001; // 10.0.0.1
const Address kIpv6 = Address::fromIpv6(0xfd00'0000'0000'0000, 1);

ResultStore storeOf(const ResultBuilder &builder, int hoursLater = 0)
{
    ResultStore store;
    store.clear(testStart().addSecs(hoursLater * 3'600));
    store.append(builder.batch());
    return store;
}

/// One difference of each kind, of ports and of hosts.
ScanComparison comparison()
{
    const ResultBuilder older = ResultBuilder()
                                    .host(0, kFirst, {QStringLiteral("old.example")})
                                    .closed(0, 22)
                                    .open(0, 80)
                                    .closed(0, 81)
                                    .open(0, 443)
                                    .unknown(0, 8080)
                                    .host(1, kIpv6)
                                    .filtered(1, 22)
                                    .change(1, kIpv6, HostEvent::Up, 9, Reason::PortUnreach);
    const ResultBuilder newer = ResultBuilder()
                                    .host(0, kFirst, {QStringLiteral("=new.example")})
                                    .open(0, 22)
                                    .filtered(0, 80)
                                    .filtered(0, 81)
                                    .open(0, 8080)
                                    .host(1, kIpv6)
                                    .filtered(1, 22);
    return *compareScans(storeOf(older), storeOf(newer, 24));
}

/// Hosts with so many ports, which all opened.
ScanComparison bigComparison(quint16 ports)
{
    ResultBuilder older;
    ResultBuilder newer;
    older.host(0, kFirst);
    newer.host(0, kFirst);
    for (quint16 port = 0; port < ports; ++port) {
        older.closed(0, port);
        newer.open(0, port);
    }
    return *compareScans(storeOf(older), storeOf(newer));
}

QByteArray csvOf(const ScanComparison &comparison, const PortCatalogue &catalogue,
                 const CsvOptions &options)
{
    QByteArray out = comparisonCsvBeginning(options);
    for (const ScanDifference &difference : comparison.differences)
        appendComparisonCsv(out, comparison, difference, catalogue, options);
    return out;
}

} // namespace

class TestComparisonExport : public QObject
{
    Q_OBJECT

private:
    PortCatalogue m_catalogue{QByteArray(), testServices()};
    QTemporaryDir m_folder;

private slots:
    void writesCsv();
    void writesCsvForSpreadsheets();
    void writesLines();
    void isReadBackByTheScanner();
    void writesFiles();
    void writesChosenDifferencesOnly();
    void leavesTheOldFileWhenCancelled();
    void tellsWhyItCannotWrite();
};

void TestComparisonExport::writesCsv()
{
    const QByteArray expected =
        "change,address,hostname,port,protocol,old_state,old_reason,new_state,new_reason,service,"
        "old_scanned_at,new_scanned_at\r\n"
        "appeared,10.0.0.1,'=new.example old.example,22,tcp,closed,reset,open,syn-ack,ssh,"
        "2026-01-31T12:00:00.000Z,2026-02-01T12:00:00.000Z\r\n"
        "vanished,10.0.0.1,'=new.example old.example,80,tcp,open,syn-ack,filtered,no-response,"
        "http,2026-01-31T12:00:00.000Z,2026-02-01T12:00:00.000Z\r\n"
        "changed,10.0.0.1,'=new.example old.example,81,tcp,closed,reset,filtered,no-response,,"
        "2026-01-31T12:00:00.000Z,2026-02-01T12:00:00.000Z\r\n"
        "not-scanned-now,10.0.0.1,old.example,443,tcp,open,syn-ack,not-scanned,,https,"
        "2026-01-31T12:00:00.000Z,\r\n"
        "not-scanned-before,10.0.0.1,'=new.example old.example,8080,tcp,unknown,local-firewall,"
        "open,syn-ack,http-alt,2026-01-31T12:00:00.000Z,2026-02-01T12:00:00.000Z\r\n"
        "vanished,fd00::1,,,,up,port-unreach,silent,,,,\r\n";
    QCOMPARE(csvOf(comparison(), m_catalogue, {}), expected);
}

void TestComparisonExport::writesCsvForSpreadsheets()
{
    CsvOptions options;
    options.byteOrderMark = true;
    options.separator = CsvSeparator::Semicolon;
    options.protectFormulas = false;
    const QByteArray csv = csvOf(comparison(), m_catalogue, options);
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"
                           "change;address;hostname;"));
    QVERIFY(csv.contains("\r\nappeared;10.0.0.1;=new.example old.example;22;tcp;closed;reset;"));
    QVERIFY(csv.contains("\r\nvanished;fd00::1;;;;up;port-unreach;silent;;;;\r\n"));
}

void TestComparisonExport::writesLines()
{
    const ScanComparison differing = comparison();
    QByteArray out;
    for (const ScanDifference &difference : differing.differences)
        appendComparisonLine(out, differing, difference, m_catalogue);
    const QByteArray expected =
        "appeared            10.0.0.1:22/tcp  closed (reset) -> open (syn-ack)  ssh =new.example "
        "old.example\n"
        "vanished            10.0.0.1:80/tcp  open (syn-ack) -> filtered (no-response)  http "
        "=new.example old.example\n"
        "changed             10.0.0.1:81/tcp  closed (reset) -> filtered (no-response)  "
        "=new.example old.example\n"
        "not-scanned-now     10.0.0.1:443/tcp  open (syn-ack) -> not-scanned  https old.example\n"
        "not-scanned-before  10.0.0.1:8080/tcp  unknown (local-firewall) -> open (syn-ack)  "
        "http-alt =new.example old.example\n"
        "vanished            fd00::1  up (port-unreach) -> silent\n";
    QCOMPARE(out, expected);
    const ScanComparison ipv6 = *compareScans(
        storeOf(ResultBuilder().host(0, kIpv6).closed(0, 22)),
        storeOf(ResultBuilder().host(0, kIpv6, {QStringLiteral("a\nb")}).open(0, 22)));
    out.clear();
    appendComparisonLine(out, ipv6, ipv6.differences.first(), m_catalogue);
    QCOMPARE(out, QByteArray("appeared            [fd00::1]:22/tcp  closed (reset) -> open "
                             "(syn-ack)  ssh a\\x0ab\n"));
}

void TestComparisonExport::isReadBackByTheScanner()
{
    const QByteArray csv = csvOf(comparison(), m_catalogue, {});
    CsvScanner scanner(csv);
    int lines = 0;
    while (!scanner.atEnd()) {
        const auto line = scanner.next();
        QVERIFY(line);
        QCOMPARE(line->fields.size(), qsizetype(12));
        ++lines;
    }
    QCOMPARE(lines, 7);
}

void TestComparisonExport::writesFiles()
{
    const ScanComparison big = bigComparison(5'000);
    ComparisonExportRequest request{.comparison = big,
                                    .path = m_folder.filePath(QStringLiteral("all.csv"))};
    QCOMPARE(writeComparison(request, m_catalogue), QString());
    QCOMPARE(contentOf(request.path), csvOf(big, m_catalogue, {}));
    request.form = ComparisonForm::Lines;
    request.path = m_folder.filePath(QStringLiteral("all.txt"));
    QCOMPARE(writeComparison(request, m_catalogue), QString());
    QCOMPARE(contentOf(request.path).count('\n'), qsizetype(5'000));
}

void TestComparisonExport::writesChosenDifferencesOnly()
{
    const ScanComparison differing = comparison();
    ComparisonExportRequest request{.comparison = differing,
                                    .differences = QList{differing.differences.at(3)},
                                    .form = ComparisonForm::Lines,
                                    .path = m_folder.filePath(QStringLiteral("chosen.txt"))};
    QCOMPARE(writeComparison(request, m_catalogue), QString());
    QVERIFY(contentOf(request.path).startsWith("not-scanned-now     10.0.0.1:443/tcp"));
    QCOMPARE(contentOf(request.path).count('\n'), qsizetype(1));
    request.differences = QList<ScanDifference>();
    QCOMPARE(writeComparison(request, m_catalogue), QString());
    QCOMPARE(contentOf(request.path), QByteArray());
}

void TestComparisonExport::leavesTheOldFileWhenCancelled()
{
    ComparisonExportRequest request{.comparison = comparison(),
                                    .path = m_folder.filePath(QStringLiteral("old.csv"))};
    QCOMPARE(writeComparison(request, m_catalogue), QString());
    const QByteArray before = contentOf(request.path);
    request.comparison = bigComparison(5'000);
    request.isCancelled = [] { return true; };
    QCOMPARE(writeComparison(request, m_catalogue), qt_error_string(ECANCELED));
    QCOMPARE(contentOf(request.path), before);
}

void TestComparisonExport::tellsWhyItCannotWrite()
{
    const ComparisonExportRequest request{.comparison = comparison(), .path = m_folder.path()};
    QCOMPARE(writeComparison(request, m_catalogue), qt_error_string(EISDIR));
}

QTEST_GUILESS_MAIN(TestComparisonExport)
#include "tst_comparisonexport.moc"
