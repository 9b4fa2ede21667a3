// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/target/targetparserbench.h"

#include <QTest>

using namespace roadstead;

/// A long text is read to its end, whatever is faulty in it.
class TestTargetLines final : public TargetParserBench
{
    Q_OBJECT

private slots:
    void findsFaultsAtTheirLine_data();
    void findsFaultsAtTheirLine();
    void readsWhatIsSoundBesideThem();
    void keepsSomeOfManyFaults();
    void agreesWithTheParser_data();
    void agreesWithTheParser();
    void comesToAnEndWhenCancelled();

private:
    [[nodiscard]] TargetListReport read(const QString &text,
                                        TargetParser::Options options = {}) const
    {
        return TargetParser(m_portParser, fakeZone).readLines(text, options, [] { return false; });
    }
};

void TestTargetLines::findsFaultsAtTheirLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("places"); // line and position of each
    QTest::addColumn<int>("lines");
    const auto row = [](const char *name, const char *text, const QList<int> &places, int lines) {
        QTest::newRow(name) << QString::fromUtf8(text) << places << lines;
    };
    row("nothing", "", {}, 0);
    row("comments and blank lines", "# 300.1.1.1\n\n  \n , \n#", {}, 0);
    row("sound", "10.0.0.1\n10.0.0.2", {}, 2);
    row("the first line", "300.1.1.1\n10.0.0.2", {0, 0}, 2);
    row("the last line", "10.0.0.1\n\n# x\n10.0.0.0/33", {3, 22}, 2);
    row("behind a comment", "10.0.0.1 # 10.0.0.999\n10.0.0.999", {1, 29}, 2);
    row("two in a line count once", "300.1.1.1 300.1.1.2\n10.1", {0, 0, 1, 20}, 2);
    row("carriage returns", "10.0.0.1\r\n10.1\r\n", {1, 10}, 2);
    row("in the port", "a\nserver:80x\n10.0.0.1:99999", {1, 9, 2, 22}, 3);
    row("a file", "@/etc/passwd\n10.0.0.1", {0, 0}, 2);
}

void TestTargetLines::findsFaultsAtTheirLine()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, places);
    const TargetListReport report = read(text);
    QList<int> found;
    for (const TargetListReport::Fault &fault : report.faults) {
        found.append(static_cast<int>(fault.line));
        found.append(static_cast<int>(fault.error.position));
    }
    QCOMPARE(found, places);
    QCOMPARE(report.faultyLines, report.faults.size());
    QTEST(static_cast<int>(report.lines), "lines");
}

void TestTargetLines::readsWhatIsSoundBesideThem()
{
    const TargetListReport report =
        read(QStringLiteral("10.0.0.0/30 # two\n10.1\nserver\n10.0.0.9:80\nx y:99999\n10.0.0.1"));
    QCOMPARE(report.spec.addresses.size(), 2U);
    QCOMPARE(report.spec.pinned.size(), 1);
    QCOMPARE(report.spec.names.size(), 2);
    QCOMPARE(report.faultyLines, 2);
    QCOMPARE(report.lines, 6);
    const TargetListReport excludes =
        read(QStringLiteral("10.0.0.0/30\n10.0.0.9:80\n224.0.0.1"), {.isExclude = true});
    QCOMPARE(excludes.spec.addresses.size(), 5U);
    QCOMPARE(excludes.faults.size(), 1);
    QCOMPARE(excludes.faults.first().error.code, ParseErrorCode::PortInExclude);
}

void TestTargetLines::keepsSomeOfManyFaults()
{
    const TargetListReport report = read(QStringLiteral("10.1\n10.0.0.1\n").repeated(15'000));
    QCOMPARE(report.faultyLines, 15'000);
    QCOMPARE(report.faults.size(), TargetListReport::kMostFaults);
    QCOMPARE(report.faults.last().line, 2 * (TargetListReport::kMostFaults - 1));
    QCOMPARE(report.lines, 30'000);
    QCOMPARE(report.spec.addresses.size(), 1U);
}

void TestTargetLines::agreesWithTheParser_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"10.0.0.0/24, 10.0-3.*.1,5 fd00::1", "10.0.0.1 x 10.0.0.256", "a:1-3\n[fd00::1]:22",
          "http://10.0.0.1/", "10.0.0.5-20\n10.0.0.20-5", "224.0.0.1", "fe80::1%eth0\nfe80::1"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestTargetLines::agreesWithTheParser()
{
    QFETCH(QString, text);
    const auto parsed = parse(text);
    const TargetListReport report = read(text);
    QCOMPARE(report.faults.isEmpty(), parsed.hasValue());
    if (parsed) {
        QCOMPARE(report.spec.addresses.size(), parsed->addresses.size());
        QCOMPARE(report.spec.pinned.size(), parsed->pinned.size());
    } else {
        QCOMPARE(report.faults.first().error, parsed.error());
    }
}

void TestTargetLines::comesToAnEndWhenCancelled()
{
    const QString text = QStringLiteral("10.0.0.1\n").repeated(100'000);
    int looks = 0;
    const TargetListReport report =
        TargetParser(m_portParser, fakeZone).readLines(text, {}, [&looks] { return ++looks == 3; });
    QCOMPARE(looks, 3);
    QCOMPARE(report.lines, 0);
}

QTEST_APPLESS_MAIN(TestTargetLines)
#include "tst_targetlines.moc"
