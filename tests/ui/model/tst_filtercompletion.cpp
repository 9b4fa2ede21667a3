// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/model/filtercompletion.h"
#include "ui/model/resultfilter.h"

#include <QTest>

using namespace roadstead;

class TestFilterCompletion final : public QObject
{
    Q_OBJECT

private slots:
    void completesTheWordAtTheCursor_data();
    void completesTheWordAtTheCursor();
    void separatesValuesAsTheSyntaxDoes_data();
    void separatesValuesAsTheSyntaxDoes();
    void everyKeyIsUnderstood();
};

/// The cursor is the bar.
void TestFilterCompletion::completesTheWordAtTheCursor_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("candidates");
    const auto row = [](const char *text, const char *piece, const char *candidates) {
        QTest::newRow(text) << QString::fromUtf8(piece) << QString::fromUtf8(candidates);
    };
    const char *all = "host: name: note: port: reason: rtt< rtt> service: state: unexpected";
    row("|", "", all);
    row("ssh |", "", all);
    row("ssh -|", "", all);
    row("p|", "p", "port:");
    row("P|", "P", "port:");
    row("s| ssh", "s", "service: state:");
    row("ssh -r| 10.0", "r", "reason: rtt< rtt>");
    row("po|rt:80", "port:", "");
    row("po|x:80", "pox:", "port:");
    row("po|x", "pox", "port:");
    row("ssh|", "ssh", "");
    row("-un|", "un", "unexpected");
    row("port:|", "", "");
    row("port:80|", "80", "");
    row("service:s|", "s", "");
    row("state:|", "", "open closed filtered unknown");
    row("a STATE:O| b", "O", "open");
    row("state:open|", "open", "");
    row("state:open,|", "", "open closed filtered unknown");
    row("-state:open,f|,closed", "f", "filtered");
    row("reason:net-|", "net-", "net-unreach net-prohibited");
    row("rtt>|", "", "");
    row("state=|", "", "");
    row("fe80:|", "", "");
}

void TestFilterCompletion::completesTheWordAtTheCursor()
{
    QFETCH(QString, piece);
    QFETCH(QString, candidates);
    QString text = QString::fromUtf8(QTest::currentDataTag());
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(u'|');
    const FilterCompletion completion = completionAt(text, cursor);
    QCOMPARE(text.mid(completion.position, completion.length), piece);
    QStringList found = completion.candidates;
    QStringList expected = candidates.split(u' ', Qt::SkipEmptyParts);
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

/// The cursor is the bar that is doubled; whatever is offered makes a filter.
void TestFilterCompletion::separatesValuesAsTheSyntaxDoes_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<QString>("candidates");
    const auto row = [](const char *text, const char *piece, const char *candidates) {
        QTest::newRow(text) << QString::fromUtf8(piece) << QString::fromUtf8(candidates);
    };
    row("reason:reset,||", "reset,", "");
    row("reason:reset,n||", "reset,n", "");
    row("reason:reset|net-||", "net-", "net-unreach net-prohibited");
    row("reason:net-u|||reset", "net-u", "net-unreach");
    row("-reason:||", "", "syn-ack reset");
    row("state:open,f||", "f", "filtered");
    row("state:open|f||", "open|f", "");
    row("re||", "re", "reason:");
}

void TestFilterCompletion::separatesValuesAsTheSyntaxDoes()
{
    QFETCH(QString, piece);
    QFETCH(QString, candidates);
    QString text = QString::fromUtf8(QTest::currentDataTag());
    const qsizetype cursor = text.indexOf(QLatin1String("||"));
    text.remove(cursor, 2);
    const FilterCompletion found = completionAt(text, cursor, FilterSyntax::RegularExpressions);
    QCOMPARE(text.mid(found.position, found.length), piece);
    QCOMPARE(found.candidates.isEmpty(), candidates.isEmpty());
    for (const QString &candidate : candidates.split(u' ', Qt::SkipEmptyParts))
        QVERIFY2(found.candidates.contains(candidate), qPrintable(candidate));
    for (const QString &candidate : found.candidates) {
        QString taken = text;
        taken.replace(found.position, found.length, candidate);
        QVERIFY2(!found.isValue
                     || ResultFilter::parse(taken, FilterSyntax::RegularExpressions).hasValue(),
                 qPrintable(taken));
    }
}

void TestFilterCompletion::everyKeyIsUnderstood()
{
    const QStringList keys = completionAt(u"", 0).candidates;
    QCOMPARE(keys.size(), 10);
    for (const QString &key : keys) {
        const QStringList values = completionAt(key, key.size()).candidates;
        for (const QString &value : values.isEmpty() ? QStringList(QStringLiteral("7")) : values)
            QVERIFY2(ResultFilter::parse(QString(key + value)).hasValue(), qPrintable(key + value));
    }
}

QTEST_GUILESS_MAIN(TestFilterCompletion)
#include "tst_filtercompletion.moc"
