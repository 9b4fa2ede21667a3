// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"

#include <QTest>

using namespace roadstead;

class TestPlainText : public QObject
{
    Q_OBJECT

private slots:
    void escapesText_data();
    void escapesText();
    void escapesBytes_data();
    void escapesBytes();
    void leavesNoControlInAnyCharacter();
};

void TestPlainText::escapesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("plain") << QStringLiteral("SSH-2.0 'x' <b>")
                           << QStringLiteral("SSH-2.0 'x' <b>");
    QTest::newRow("umlaut") << QStringLiteral("\u00fc\u4e2d") << QStringLiteral("\u00fc\u4e2d");
    QTest::newRow("pair") << QStringLiteral("\U0001f600") << QStringLiteral("\U0001f600");
    QTest::newRow("backslash") << QStringLiteral("a\\n") << QStringLiteral("a\\\\n");
    QTest::newRow("c0") << QStringLiteral("a\r\n\t\x1b[31m")
                        << QStringLiteral("a\\x0d\\x0a\\x09\\x1b[31m");
    QTest::newRow("nul") << QString(QChar(0)) << QStringLiteral("\\x00");
    QTest::newRow("del and c1") << QStringLiteral("\u007f\u0080\u009f")
                                << QStringLiteral("\\x7f\\x80\\x9f");
    QTest::newRow("directions")
        << QStringLiteral("\u061c\u200e\u200f\u202a\u202e\u2066\u2069")
        << QStringLiteral("\\u{61c}\\u{200e}\\u{200f}\\u{202a}\\u{202e}\\u{2066}\\u{2069}");
    QTest::newRow("lines") << QStringLiteral("\u2028\u2029")
                           << QStringLiteral("\\u{2028}\\u{2029}");
    QTest::newRow("neighbours") << QStringLiteral("\u200d\u2010\u202f\u2065\u206a\u00a0")
                                << QStringLiteral("\u200d\u2010\u202f\u2065\u206a\u00a0");
    QTest::newRow("lone high") << QString(QChar(0xd83d)) << QStringLiteral("\\u{d83d}");
    QTest::newRow("low before high")
        << QString(QString(QChar(0xde00)) + QChar(0xd83d)) << QStringLiteral("\\u{de00}\\u{d83d}");
}

void TestPlainText::escapesText()
{
    QFETCH(QString, text);
    QTEST(plainText(QStringView(text)), "expected");
}

void TestPlainText::escapesBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &expected) {
        QTest::newRow(name) << bytes << expected;
    };
    row("valid", "\xc3\xbc\xe4\xb8\xad\xf0\x9f\x98\x80", QStringLiteral("\u00fc\u4e2d\U0001f600"));
    row("nul", QByteArray("a\0b", 3), QStringLiteral("a\\x00b"));
    row("latin 1", "caf\xe9!", QStringLiteral("caf\\xe9!"));
    row("cut short", "\xe4\xb8", QStringLiteral("\\xe4\\xb8"));
    row("overlong", "\xc0\xaf\xe0\x80\xaf", QStringLiteral("\\xc0\\xaf\\xe0\\x80\\xaf"));
    row("surrogate", "\xed\xa0\x80", QStringLiteral("\\xed\\xa0\\x80"));
    row("above U+10FFFF", "\xf4\x90\x80\x80", QStringLiteral("\\xf4\\x90\\x80\\x80"));
    row("lone continuation", "\x80x", QStringLiteral("\\x80x"));
    row("c1 as text", "\xc2\x9b", QStringLiteral("\\x9b"));
    row("direction", "\xe2\x80\xae", QStringLiteral("\\u{202e}"));
    row("backslash", "\\", QStringLiteral("\\\\"));
    row("byte order mark",
        "\xef\xbb\xbf"
        "a",
        QStringLiteral("\ufeff"
                       "a"));
}

void TestPlainText::escapesBytes()
{
    QFETCH(QByteArray, bytes);
    QTEST(plainText(bytes), "expected");
}

void TestPlainText::leavesNoControlInAnyCharacter()
{
    for (char32_t c = 0; c < 0x3000; ++c) {
        for (const QChar unit : plainText(QString(QChar(static_cast<char16_t>(c))))) {
            QVERIFY2(unit.category() != QChar::Other_Control,
                     qPrintable(QString::number(uint(c), 16)));
            QVERIFY2(unit != QChar::LineSeparator && unit != QChar::ParagraphSeparator,
                     qPrintable(QString::number(uint(c), 16)));
        }
    }
}

QTEST_GUILESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
