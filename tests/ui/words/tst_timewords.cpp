// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/timewords.h"

#include <QLocale>
#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

class tst_TimeWords final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void saysHowLongAScanTakes_data();
    void saysHowLongAScanTakes();
};

void tst_TimeWords::saysHowLongAScanTakes_data()
{
    QTest::addColumn<qint64>("shortest");
    QTest::addColumn<qint64>("longest");
    QTest::addColumn<QString>("said");
    const auto add = [](std::chrono::milliseconds shortest, std::chrono::milliseconds longest,
                        const QString &said) {
        QTest::newRow(qPrintable(said))
            << qint64(shortest.count()) << qint64(longest.count()) << said;
    };
    add(10ms, 900ms, QStringLiteral("less than a second"));
    add(10ms, 1'400ms, QStringLiteral("up to 1 s"));
    add(400ms, 9'400ms, QStringLiteral("up to 9 s"));
    add(3'600ms, 4'200ms, QStringLiteral("about 4 s"));
    add(4s, 14'700ms, QStringLiteral("4 to 15 s"));
    add(4s, 22s, QStringLiteral("4 to 20 s"));
    add(31s, 57'400ms, QStringLiteral("30 to 55 s"));
    add(44s, 61s, QStringLiteral("45 s to 1 min"));
    add(58s, 80s, QStringLiteral("60 to 80 s"));
    add(60min, 100min, QStringLiteral("60 to 100 min"));
    add(24h, 31h, QStringLiteral("24 to 31 h"));
    add(80s, 92s, QStringLiteral("about 90 s"));
    add(90s, 10min, QStringLiteral("90 s to 10 min"));
    add(2min, 33min, QStringLiteral("2 to 35 min"));
    add(56min, 64min, QStringLiteral("about 1 h"));
    add(257s, 96min, QStringLiteral("4 to 100 min"));
    add(1h, 4h, QStringLiteral("1 to 4 h"));
    add(4min, 2h, QStringLiteral("4 min to 2 h"));
    add(23h + 50min, 24h, QStringLiteral("about 1 days")); // English has its plural forms in a file
    add(30h, 80h, QStringLiteral("30 h to 3 days"));
    add(24h * 12, 24h * 41, QStringLiteral("12 to 40 days"));
    add(24h * 3'650, 24h * 365'000, QStringLiteral("10 to 1,000 years"));
}

void tst_TimeWords::saysHowLongAScanTakes()
{
    QFETCH(const qint64, shortest);
    QFETCH(const qint64, longest);
    QFETCH(const QString, said);
    QCOMPARE(words::timeNeeded(
                 {std::chrono::milliseconds(shortest), std::chrono::milliseconds(longest)}),
             said);
}

QTEST_GUILESS_MAIN(tst_TimeWords)
#include "tst_timewords.moc"
