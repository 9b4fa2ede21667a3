// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/opener/openerwords.h"

#include <QMetaEnum>
#include <QTest>

using namespace roadstead;

class TestOpenerWords final : public QObject
{
    Q_OBJECT

private slots:
    void everyFaultHasASentenceOfItsOwn();
    void everyEmptyFieldHasASentenceOfItsOwn();
    void showsCommands();
};

void TestOpenerWords::everyFaultHasASentenceOfItsOwn()
{
    const auto codes = QMetaEnum::fromType<OpenerFault::Code>();
    QStringList sentences;
    for (int i = 0; i < codes.keyCount(); ++i) {
        const QString sentence = describe({.code = static_cast<OpenerFault::Code>(codes.value(i))});
        QVERIFY2(!sentence.isEmpty(), codes.key(i));
        sentences.append(sentence);
    }
    QCOMPARE(sentences.removeDuplicates(), 0);
}

void TestOpenerWords::everyEmptyFieldHasASentenceOfItsOwn()
{
    const auto fields = QMetaEnum::fromType<OpenerFault::Field>();
    QStringList sentences;
    for (int i = 0; i < fields.keyCount(); ++i) {
        sentences.append(describe({.code = OpenerFault::Code::Empty,
                                   .field = static_cast<OpenerFault::Field>(fields.value(i))}));
    }
    QVERIFY(!sentences.contains(QString()));
    QCOMPARE(sentences.removeDuplicates(), 0);
}

void TestOpenerWords::showsCommands()
{
    QCOMPARE(shownCommand({QStringLiteral("ssh"), QStringLiteral("-p"), QStringLiteral("22"),
                           QStringLiteral("a b"), QString(), QStringLiteral("c\u202e\n"),
                           QStringLiteral("[2001:db8::1]:22")}),
             QStringLiteral("ssh -p 22 “a b” “” “c\\u{202e}\\x0a” [2001:db8::1]:22"));
}

QTEST_GUILESS_MAIN(TestOpenerWords)
#include "tst_openerwords.moc"
