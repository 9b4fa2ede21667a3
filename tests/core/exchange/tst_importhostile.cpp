// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing.h"

#include <QTest>

#include <sys/resource.h>

using namespace roadstead;
using importing::Endless;
using Code = ImportError::Code;

/// AddressSanitizer keeps what was freed for a while, 256 MB of it if not told otherwise, and
/// memory is what is measured here. Nobody else calls this.
extern "C" const char *__asan_default_options(); // NOLINT(*-reserved-identifier)
const char *__asan_default_options() // NOLINT(*-reserved-identifier)
{
    return "quarantine_size_mb=4";
}

namespace {

constexpr qint64 kGigabyte = 1LL << 30;
constexpr qint64 kMegabyte = 1LL << 20;

/// The most memory that this process ever had, in bytes.
qint64 peakMemory()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1'024;
}

const QByteArray kRun = "<?xml version=\"1.0\"?>\n<nmaprun version=\"7.93\">\n";
const QByteArray kCsv =
    "address,hostname,port,protocol,state,reason,detail,service,rtt_ms,attempts,banner,"
    "scanned_at\n";
const QByteArray kJson = "{\"format\":\"roadstead-results\",\"version\":1,\"results\":1}\n";

QByteArray manyAttributes()
{
    QByteArray attributes;
    for (int i = 0; i < 101; ++i)
        attributes += " a" + QByteArray::number(i) + "=\"\"";
    return attributes;
}

QByteArray manyScanInfos()
{
    QByteArray elements;
    for (int i = 0; i < 17; ++i)
        elements += "<scaninfo protocol=\"tcp\" services=\"" + QByteArray::number(i) + "-65535\"/>";
    return elements;
}

} // namespace

class TestImportHostile : public QObject
{
    Q_OBJECT

private slots:
    void stopsEarlyInAGigabyte_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<QByteArray>("filling");
        QTest::addColumn<Code>("code");
        const auto add = [](const char *name, const QByteArray &beginning, const char *filling,
                            Code code = Code::TooLong) {
            QTest::newRow(name) << beginning << QByteArray(filling) << code;
        };
        add("attribute", kRun + "<host comment=\"", "x");
        add("element name", kRun + "<", "x", Code::Malformed);
        add("text", kRun, "words ");
        add("attributes", kRun + "<host", " a=\"\"");
        add("attributes of one element", kRun + "<host" + manyAttributes() + "/>", "x ",
            Code::TooLong);
        add("long reasons",
            kRun
                + "<host><port protocol=\"tcp\" portid=\"1\"><state state=\"open\" "
                  "reason=\""
                + QByteArray(65, 'x') + "\"/>",
            "x ");
        add("long names",
            kRun + "<host><hostname type=\"user\" name=\"" + QByteArray(1'001, 'x') + "\"/>", "x ");
        add("ports that were scanned", kRun + manyScanInfos(), "x ", Code::Malformed);
        add("comment", kRun + "<!--", "x");
        add("instruction", kRun + "<?x ", "y");
        add("comment at the beginning", "<!--", "x");
        add("document type", "<!DOCTYPE ", "x");
        add("spaces at the beginning", "<?x?>", " ");
        add("depth", kRun, "<a>", Code::TooDeep);
        add("array", "[{\"ip\":\"", "x");
        add("array of depth", "[", "[", Code::Malformed);
        add("depth of objects", "[", "{\"a\":", Code::TooDeep);
        add("later object", "[{\"ip\":\"198.18.0.1\",\"timestamp\":1,\"ports\":[]},{\"a\":", "1");
        add("line", kJson + "{\"address\":\"", "x");
        add("field", kCsv + "10.0.0.1,\"", "x");
        add("fields", kCsv, ",");
        add("quoted lines", kCsv + "\"", "a,\n");
        add("names of a host", kRun + "<host>", "<hostname name=\"x\" type=\"user\"/>");
        add("ports of a host", kRun + "<host>",
            "<port protocol=\"tcp\" portid=\"1\"><state state=\"open\"/></port>",
            Code::TooManyResults);
        add("counted ports", kRun + "<host>", "<extraports state=\"closed\" count=\"1\"/>",
            Code::TooManyResults);
    }
    void stopsEarlyInAGigabyte()
    {
        QFETCH(QByteArray, beginning);
        QFETCH(QByteArray, filling);
        QFETCH(Code, code);
        Endless device(beginning, filling, kGigabyte);
        const auto outcome = readResults(device);
        QVERIFY(!outcome.hasValue());
        QCOMPARE(outcome.error().code, code);
        QVERIFY2(device.taken() < 16 * kMegabyte, qPrintable(QString::number(device.taken())));
    }

    /// What is passed over, or says the same again, is nowhere kept.
    void needsNoMemoryForWhatIsPassedOver_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<QByteArray>("filling");
        QTest::newRow("elements") << kRun << QByteArray("<taskprogress task=\"x\"/>\n");
        QTest::newRow("the same host")
            << kRun
            << QByteArray(
                   "<host><address addr=\"198.18.0.1\"/><ports><extraports state=\"closed\" "
                   "count=\"100\"><extrareasons reason=\"reset\" count=\"100\" proto=\"tcp\" "
                   "ports=\"1-100\"/></extraports></ports></host>\n");
    }
    void needsNoMemoryForWhatIsPassedOver()
    {
        QFETCH(QByteArray, beginning);
        QFETCH(QByteArray, filling);
        Endless small(beginning, filling, kMegabyte);
        QVERIFY(readResults(small).hasValue());
        const qint64 before = peakMemory();
        Endless large(beginning, filling, 4 * kMegabyte);
        const auto outcome = readResults(large);
        QVERIFY(outcome.hasValue());
        QVERIFY(outcome->document.store.rowCount() <= 100);
        const qint64 grown = peakMemory() - before;
        QVERIFY2(grown < 64 * kMegabyte, qPrintable(QString::number(grown)));
    }
};

QTEST_GUILESS_MAIN(TestImportHostile)
#include "tst_importhostile.moc"
