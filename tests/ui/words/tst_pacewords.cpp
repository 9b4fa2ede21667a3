// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/pacewords.h"

#include <QLocale>
#include <QSet>
#include <QTest>

using namespace roadstead;

class TestPaceWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void namesEachTiming()
    {
        QSet<QString> names;
        for (const Timing timing : kAllTimings) {
            QVERIFY(!words::meaning(timing).isEmpty());
            names += words::of(timing);
        }
        QCOMPARE(names.size(), qsizetype(kAllTimings.size()));
    }

    void countsSilentPortsAsHalf_data()
    {
        QTest::addColumn<quint64>("done");
        QTest::addColumn<quint64>("silent");
        QTest::addColumn<int>("percent");
        QTest::newRow("nothing") << quint64(0) << quint64(0) << 0;
        QTest::newRow("all silent") << quint64(0) << quint64(1'000) << 50;
        QTest::newRow("some of each") << quint64(200) << quint64(300) << 35;
        QTest::newRow("all but one, which is silent") << quint64(999) << quint64(1) << 99;
        QTest::newRow("more than there are, in passing") << quint64(990) << quint64(100) << 99;
        QTest::newRow("all") << quint64(1'000) << quint64(0) << 100;
    }
    void countsSilentPortsAsHalf()
    {
        QFETCH(quint64, done);
        QFETCH(quint64, silent);
        ScanProgress progress;
        progress.total = 1'000;
        progress.done = done;
        progress.silent = silent;
        QTEST(percentOf(progress), "percent");
        QVERIFY(shareDone(progress) <= 1);
    }

    void nothingToDoIsNotDone() { QCOMPARE(percentOf(ScanProgress()), 0); }

    void saysHowManyAreDone()
    {
        ScanProgress progress;
        progress.total = 25'400;
        progress.done = 9'340;
        QCOMPARE(words::portsDone(progress), QStringLiteral("9,340 of 25,400"));
        progress.silent = 12'000;
        QCOMPARE(words::portsDone(progress),
                 QStringLiteral("9,340 of 25,400, 12,000 half done (silent so far)"));
    }

    void writesLoss()
    {
        QCOMPARE(words::lossOf(0), QStringLiteral("loss under 0.1 %"));
        QCOMPARE(words::lossOf(0.029), QStringLiteral("loss 2.9 %"));
        QCOMPARE(words::lossOf(0.153), QStringLiteral("loss 15 %"));
        QCOMPARE(words::lossOf(1), QStringLiteral("loss 100 %"));
    }

    void namesEveryLimit()
    {
        QVERIFY(words::of(ScanLimit::None).isEmpty());
        QVERIFY(words::meaning(ScanLimit::None).isEmpty());
        QSet<QString> names;
        for (const ScanLimit limit :
             {ScanLimit::Path, ScanLimit::Descriptors, ScanLimit::InFlight, ScanLimit::Rate}) {
            names += words::of(limit);
            names += words::meaning(limit);
        }
        QCOMPARE(names.size(), 8);
        QVERIFY(!names.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestPaceWords)
#include "tst_pacewords.moc"
