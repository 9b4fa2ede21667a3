// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/faultytext.h"

#include <QTest>

using namespace roadstead;

namespace {

ParseError at(qsizetype position, qsizetype length)
{
    return {ParseErrorCode::BadAddress, position, length};
}

} // namespace

class TestFaultyText : public QObject
{
    Q_OBJECT

private slots:
    void pointsAtThePlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<qint64>("line");
        QTest::addColumn<qint64>("column");
        const auto row = [](const char *name, const char *text, int position, int length,
                            const char *shown, qint64 line, qint64 column) {
            QTest::newRow(name) << QString::fromUtf8(text) << position << length
                                << QString::fromUtf8(shown) << line << column;
        };
        row("the end of one word", "10.0.0.0/33", 8, 3, "  10.0.0.0/33\n          ^^^\n", 1, 9);
        row("all of it", "x!", 0, 2, "  x!\n  ^^\n", 1, 1);
        row("no length", "a b", 2, 0, "  a b\n    ^\n", 1, 3);
        row("at the end", "a ", 2, 0, "  a \n    ^\n", 1, 3);
        row("a later line", "a\nb c\nd", 4, 1, "  b c\n    ^\n", 2, 3);
        row("line ends of Windows", "a\r\nb c\r\nd", 5, 1, "  b c\n    ^\n", 2, 3);
        row("a fault over two lines", "a b\nc", 2, 3, "  a b\n    ^\n", 1, 3);
        row("a tab before", "\tx", 1, 1, "  \\x09x\n      ^\n", 1, 2);
        row("an escaped fault", "a\x1b", 1, 1, "  a\\x1b\n   ^^^^\n", 1, 2);
        row("a ship before", "\xf0\x9f\x9a\xa2 x", 3, 1, "  \xf0\x9f\x9a\xa2 x\n    ^\n", 1, 3);
        row("a position outside", "a", 9, 4, "  a\n   ^\n", 1, 2);
    }
    void pointsAtThePlace()
    {
        QFETCH(QString, text);
        QFETCH(int, position);
        QFETCH(int, length);
        QTEST(underlined(at(position, length), text), "shown");
        QTEST(placeOf(at(position, length), text).line, "line");
        QTEST(placeOf(at(position, length), text).column, "column");
    }

    void showsNothingOfAnEmptyText() { QCOMPARE(underlined(at(0, 0), u""), QString()); }

    void cutsALongLineAroundTheFault()
    {
        const QString text =
            QString(1'000'000, u'a') + QString(1'000, u'b') + QString(1'000'000, u'c');
        const QStringList lines = underlined(at(1'000'000, 1'000), text).split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].size() < 120);
        QVERIFY(lines[0].startsWith(u"  \u2026aaa"));
        QVERIFY(lines[0].contains(u"abbb"));
        QVERIFY(lines[0].endsWith(u"ccc\u2026"));
        QCOMPARE(lines[1].indexOf(u'^'), lines[0].indexOf(u'b'));
    }
};

QTEST_APPLESS_MAIN(TestFaultyText)
#include "tst_faultytext.moc"
