// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/targettext.h"

#include <QTest>

using namespace roadstead;

class tst_TargetText final : public QObject
{
    Q_OBJECT

private slots:
    void joinsLines();
    void countsEntries_data();
    void countsEntries();
    void shortensLists();
    void shortensWhatIsOneWord();
};

void tst_TargetText::joinsLines()
{
    QCOMPARE(words::joinedLines(u" a # one\r\n#none\n\nb"), QStringLiteral("a, b"));
}

void tst_TargetText::countsEntries_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("none") << QStringLiteral(" , ") << 0;
    QTest::newRow("one") << QStringLiteral("10.0.0.1") << 1;
    QTest::newRow("by spaces, commas and lines") << QStringLiteral("a b,c, d\ne\n") << 5;
}

void tst_TargetText::countsEntries()
{
    QFETCH(const QString, text);
    QTEST(words::entryCount(text), "count");
}

void tst_TargetText::shortensLists()
{
    QCOMPARE(words::shortened(QStringLiteral("10.0.0.1, 10.0.0.2"), 48),
             QStringLiteral("10.0.0.1, 10.0.0.2"));
    QStringList many;
    for (int i = 0; i < 57; ++i)
        many.append(QStringLiteral("10.0.0.%1").arg(i));
    const QString text = words::shortened(many.join(u'\n'), 48);
    QVERIFY(text.startsWith(QStringLiteral("10.0.0.0, 10.0.0.1, ")));
    QVERIFY(text.endsWith(QStringLiteral("… (57 entries)")));
    QCOMPARE(words::titleOf(QStringLiteral(" 10.0.0.1\n 10.0.0.2")),
             QStringLiteral("10.0.0.1 10.0.0.2"));
}

void tst_TargetText::shortensWhatIsOneWord()
{
    const QString text = words::shortened(QString(100, u'a'), 48);
    QCOMPARE(text, QString(QString(47, u'a') + u'…'));
}

QTEST_APPLESS_MAIN(tst_TargetText)
#include "tst_targettext.moc"
