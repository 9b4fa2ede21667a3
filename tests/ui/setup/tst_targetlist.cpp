// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lookup/portcatalogue.h"
#include "core/lookup/portnames.h"
#include "ui/setup/targetlist.h"
#include "ui/setup/targetlistpane.h"

#include <QTest>

using namespace roadstead;

class TestTargetList final : public QObject
{
    Q_OBJECT

private slots:
    void cutsIntoLines_data();
    void cutsIntoLines();
    void showsTheBeginningOfWhatIsTooLong_data();
    void showsTheBeginningOfWhatIsTooLong();
    void saysWhatIsWrongInWhichLine();
    void countsEachAddressOnce();
    void tellsWhatIsTooMuch();
    void sumsUp_data();
    void sumsUp();

private:
    [[nodiscard]] TargetListsCheck check(const QString &targets, const QString &excludes = {}) const
    {
        return checkTargetLists({targets, excludes, false}, m_names, [] { return false; });
    }

    PortCatalogue m_catalogue;
    PortNames m_names{m_catalogue};
};

void TestTargetList::cutsIntoLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *name, const char *text, const char *lines) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(lines);
    };
    row("nothing", "", "");
    row("one", "10.0.0.1", "10.0.0.1\n");
    row("a field's text", "10.0.0.1, 10.0-3.*.1,5 server:80",
        "10.0.0.1\n10.0-3.*.1,5\nserver:80\n");
    row("lines stay", "10.0.0.1, 10.0.0.2 # both\n\n# x\n  a",
        "10.0.0.1, 10.0.0.2 # both\n\n# x\n  a");
    row("carriage returns", "10.0.0.1\r\na\rb", "10.0.0.1\na\nb");
}

void TestTargetList::cutsIntoLines()
{
    QFETCH(QString, text);
    const TargetListText list = targetListOf(text);
    QTEST(list.text, "lines");
    QVERIFY(list.isEditable);
}

void TestTargetList::showsTheBeginningOfWhatIsTooLong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isEditable");
    QTest::newRow("many lines") << QStringLiteral("10.0.0.1\n").repeated(kMostEditedLines) << true;
    QTest::newRow("too many lines")
        << QStringLiteral("10.0.0.1\n").repeated(kMostEditedLines + 1) << false;
    QTest::newRow("one long line") << QStringLiteral("10.0.0.1 ").repeated(10'000) << true;
    QTest::newRow("one word") << QString(100'000, u'x') << false;
    QTest::newRow("megabytes") << QString(QString(1'000, u'x') + u'\n').repeated(4'100) << false;
}

void TestTargetList::showsTheBeginningOfWhatIsTooLong()
{
    QFETCH(QString, text);
    QFETCH(bool, isEditable);
    const TargetListText list = targetListOf(text);
    QCOMPARE(list.isEditable, isEditable);
    QCOMPARE(list.beginning.isEmpty(), isEditable);
    QVERIFY(list.text.startsWith(list.beginning));
    QVERIFY(list.beginning.size() <= 20'000);
}

void TestTargetList::saysWhatIsWrongInWhichLine()
{
    const TargetListsCheck both = check(QStringLiteral("10.0.0.1\n# x\n  10.0.0.0/33 # net\na"),
                                        QStringLiteral("10.0.0.1:80"));
    QCOMPARE(both.targets.faults.size(), 1);
    const LineFault fault = both.targets.faults.first();
    QCOMPARE(fault.line, 2);
    QCOMPARE(fault.column, 10);
    QCOMPARE(fault.length, 3);
    QVERIFY2(fault.sentence.startsWith(QStringLiteral("10.0.0.0/33: ")),
             qPrintable(fault.sentence));
    QCOMPARE(both.excludes.faults.size(), 1);
    QCOMPARE(both.excludes.faults.first().line, 0);
}

void TestTargetList::countsEachAddressOnce()
{
    const TargetListsCheck both =
        check(QStringLiteral("10.0.0.0/24\n10.0.0.7\n10.0.0.8:80\n10.9.9.9:80\n10.9.9.9:81\na\nA"),
              QStringLiteral("10.0.0.0/28 10.9.9.9"));
    QCOMPARE(both.targets.addresses, 255U);
    QCOMPARE(both.targets.names, 1U);
    QCOMPARE(both.targets.lines, 7);
    QCOMPARE(both.excludes.addresses, 17U);
    QCOMPARE(both.addressesLeft, 239U);
}

void TestTargetList::tellsWhatIsTooMuch()
{
    QVERIFY(!check(QStringLiteral("10.0.0.0/8")).isTooMany);
    QString wide;
    for (int i = 0; i < 300; ++i)
        wide += QStringLiteral("fd00:%1::/104\n").arg(i);
    QVERIFY(check(wide).isTooMany);
    const QString many = QStringLiteral("10.0.0.1\n").repeated(7'000);
    QVERIFY(check(many, many).isExcludeTooLong);
    QVERIFY(!check(many, many.left(50'000)).isExcludeTooLong);
    const QString remarks = QStringLiteral("# nothing but words\n").repeated(7'000);
    QVERIFY2(!check(many, remarks).isExcludeTooLong, "comments are not kept in the field");
}

void TestTargetList::sumsUp_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *text, const char *sentence) {
        QTest::newRow(sentence) << QString::fromUtf8(text) << QString::fromUtf8(sentence);
    };
    row("10.0.0.0/24\n10.0.0.1\n\n10.0.0.2", "254 addresses in 3 lines");
    row("a b\n10.0.0.1-3", "3 addresses and 2 names in 2 lines");
    row("a\nb\nc", "3 names in 3 lines");
    row("10.0.0.0/30\n10.1\n10.2\n10.0.0.1", "2 addresses in 4 lines · 2 faulty lines");
}

void TestTargetList::sumsUp()
{
    QFETCH(QString, text);
    QTEST(listSummary(check(text).targets), "sentence");
}

QTEST_MAIN(TestTargetList)
#include "tst_targetlist.moc"
