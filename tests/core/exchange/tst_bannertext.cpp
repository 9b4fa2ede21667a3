// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/plaintext.h"
#include "core/exchange/bannertext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace roadstead;

class TestBannerText : public QObject
{
    Q_OBJECT

private slots:
    void undoesEscapes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QString() << QByteArray();
        QTest::newRow("plain") << QStringLiteral("220 ready") << QByteArray("220 ready");
        QTest::newRow("line end") << QStringLiteral("a\\x0d\\x0a") << QByteArray("a\r\n");
        QTest::newRow("backslash") << QStringLiteral("a\\\\x0d") << QByteArray("a\\x0d");
        QTest::newRow("byte") << QStringLiteral("\\xff0") << QByteArray("\xff\x30");
        QTest::newRow("NUL") << QStringLiteral("\\x00") << QByteArray(1, '\0');
        QTest::newRow("right to left") << QStringLiteral("\\u{202e}") << QByteArray("\xe2\x80\xae");
        QTest::newRow("letters") << QStringLiteral("\u00e9\U0001f6a2")
                                 << QByteArray("\xc3\xa9\xf0\x9f\x9a\xa2");
    }
    void undoesEscapes()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, bytes);
        QCOMPARE(bytesFromPlainText(text), bytes);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"\\", "a\\", "\\n", "\\x", "\\x1", "\\xg0", "\\xAB", "\\u", "\\u{", "\\u{}", "\\u{20",
              "\\u202e", "\\u{2 }", "\\u{d800}", "\\u{110000}", "\\u{0000061c}", "\\X00"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("surrogate alone") << QString(QChar(0xd800));
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!bytesFromPlainText(text));
    }

    /// Valid UTF-8 without C1 and byte order marks, and bytes that are no UTF-8 at all, come back.
    void undoesWhatIsShownOfMostBanners()
    {
        const QList<QByteArray> pieces{"a",
                                       "\\",
                                       "\r",
                                       "\xff",
                                       "\xc3",
                                       "\xc3\xa9",
                                       "\xe2\x80\xae",
                                       "\xf0\x9f\x9a\xa2",
                                       "\\x41",
                                       "\x7f",
                                       "\xed\xa0\x80",
                                       "u{41}",
                                       "\xe2\x81\xa6",
                                       QByteArray(1, '\0')};
        QRandomGenerator random(5);
        for (int i = 0; i < 20'000; ++i) {
            QByteArray banner;
            for (int count = random.bounded(10); count > 0; --count)
                banner += pieces.at(random.bounded(static_cast<int>(pieces.size())));
            // Two pieces may make a third one of each other's bytes.
            if (banner.contains("\xc3\x80") || banner.contains("\xc3\x81"))
                continue;
            QCOMPARE(bytesFromPlainText(plainText(banner)), banner);
        }
    }
};

QTEST_APPLESS_MAIN(TestBannerText)
#include "tst_bannertext.moc"
