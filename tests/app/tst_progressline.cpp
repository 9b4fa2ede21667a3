// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/progressline.h"

#include <QLocale>
#include <QTest>

using namespace roadstead;

class TestProgressLine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void keepsSilentAboutWhatIsNotKnown()
    {
        QCOMPARE(progressLine(progress()),
                 QStringLiteral("36 % - 9,340 of 25,400 - 2,335/s - 512 in flight"));
    }

    void saysHowSilentPortsCount()
    {
        ScanProgress silent = progress();
        silent.silent = 12'000;
        QCOMPARE(progressLine(silent),
                 QStringLiteral("60 % - 9,340 + 12,000 silent (half) of 25,400 - 2,335/s - 512 in "
                                "flight"));
    }

    void saysWhatThePathIsLike()
    {
        ScanProgress known = progress();
        known.rtt = std::chrono::microseconds(20'100);
        known.loss = 0.029;
        known.limit = ScanLimit::Path;
        QCOMPARE(progressLine(known),
                 QStringLiteral("36 % - 9,340 of 25,400 - 2,335/s - 512 in flight - limit: the "
                                "path - 20.1 ms - loss 2.9 %"));
    }

private:
    static ScanProgress progress()
    {
        ScanProgress progress;
        progress.total = 25'400;
        progress.done = 9'340;
        progress.inFlight = 512;
        progress.probesPerSecond = 2'335.6;
        return progress;
    }
};

QTEST_GUILESS_MAIN(TestProgressLine)
#include "tst_progressline.moc"
