// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/sparkline.h"

#include <QHelpEvent>
#include <QImage>
#include <QPalette>
#include <QTest>
#include <QTimer>
#include <QToolTip>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

ScanProgress at(std::chrono::milliseconds elapsed, double rate, int inFlight)
{
    ScanProgress progress;
    progress.elapsed = elapsed;
    progress.probesPerSecond = rate;
    progress.inFlight = inFlight;
    return progress;
}

QImage shot(Sparkline &line)
{
    return line.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

/// The highest row that a column has anything in, counted from the bottom; 0: nothing.
int heightAt(const QImage &image, int x, const QImage &empty)
{
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixel(x, y) != empty.pixel(x, y))
            return image.height() - y;
    }
    return 0;
}

} // namespace

class tst_Sparkline : public QObject
{
    Q_OBJECT

private slots:
    void drawsNothingWhileIdle();
    void saysItInWords();
    void keepsAMinute();
    void beginsAnewWithAnotherScan();
    void followsTheRate();
    void showsWhatIsInFlight();
    void followsThePalette();
    void hasNoTimer();
    void describesItselfOnceASecond();
    void isAsHighAsText();
};

void tst_Sparkline::drawsNothingWhileIdle()
{
    Sparkline line;
    const QImage empty = shot(line);
    for (int i = 0; i < 50; ++i)
        line.setProgress(at(i * 100ms, 100 + i, 10));
    QVERIFY(shot(line) != empty);
    line.clear();
    QCOMPARE(shot(line), empty);
    QCOMPARE(line.inWords(), QString());
    QCOMPARE(line.accessibleDescription(), QString());
    QCOMPARE(line.sampleCount(), 0);
}

void tst_Sparkline::saysItInWords()
{
    Sparkline line;
    line.setProgress(at(1s, 4'630.4, 1'200));
    const QString words = QStringLiteral("4,630 connection(s) a second, 1,200 in flight");
    QCOMPARE(line.inWords(), words);
    QCOMPARE(line.accessibleDescription(), words);
    QHelpEvent help(QEvent::ToolTip, {2, 2}, {2, 2});
    QCoreApplication::sendEvent(&line, &help);
    QVERIFY(QToolTip::text().contains(words));
}

void tst_Sparkline::keepsAMinute()
{
    Sparkline line;
    for (int tenth = 0; tenth < 36'000; ++tenth) {
        line.setProgress(at(tenth * 100ms, tenth, 1));
        QVERIFY(line.sampleCount() <= Sparkline::kMostSamples);
    }
    QCOMPARE(line.sampleCount(), Sparkline::kMostSamples);
    line.setProgress(at(2h, 1, 1)); // nothing came for long
    QCOMPARE(line.sampleCount(), 1);
}

void tst_Sparkline::beginsAnewWithAnotherScan()
{
    Sparkline line;
    for (int i = 0; i < 100; ++i)
        line.setProgress(at(i * 1s, 5, 1));
    line.setProgress(at(0s, 7, 2));
    QCOMPARE(line.sampleCount(), 1);
    QVERIFY(line.inWords().startsWith(u'7'));
}

void tst_Sparkline::followsTheRate()
{
    Sparkline line;
    const QImage empty = shot(line);
    for (int i = 0; i <= 120; ++i) // half a minute of 100, and then of 1,000
        line.setProgress(at(i * 500ms, i < 60 ? 100 : 1'000, 0));
    const QImage drawn = shot(line);
    const int before = heightAt(drawn, drawn.width() / 4, empty);
    const int after = heightAt(drawn, drawn.width() * 3 / 4, empty);
    QVERIFY2(before > 0 && after > 3 * before,
             qPrintable(QStringLiteral("%1 %2").arg(before).arg(after)));
    // Half a minute later all of it was 1,000.
    for (int i = 121; i <= 180; ++i)
        line.setProgress(at(i * 500ms, 1'000, 0));
    QVERIFY(heightAt(shot(line), drawn.width() / 4, empty) >= after - 1);
}

void tst_Sparkline::showsWhatIsInFlight()
{
    Sparkline rateAlone;
    Sparkline both;
    for (int i = 0; i <= 120; ++i) {
        rateAlone.setProgress(at(i * 500ms, 500, 0));
        both.setProgress(at(i * 500ms, 500, i));
    }
    QVERIFY(shot(rateAlone) != shot(both));
}

void tst_Sparkline::followsThePalette()
{
    Sparkline line;
    for (int i = 0; i <= 120; ++i)
        line.setProgress(at(i * 500ms, 500, i));
    QPalette palette;
    palette.setColor(QPalette::Highlight, QColor(0x00, 0x40, 0xff));
    line.setPalette(palette);
    const QImage blue = shot(line);
    palette.setColor(QPalette::Highlight, QColor(0xff, 0x40, 0x00));
    line.setPalette(palette);
    QVERIFY(shot(line) != blue);
}

void tst_Sparkline::hasNoTimer()
{
    Sparkline line;
    line.setProgress(at(1s, 1, 1));
    line.setProgress(at(2s, 1, 1));
    QVERIFY(line.findChildren<QTimer *>().isEmpty());
}

void tst_Sparkline::describesItselfOnceASecond()
{
    Sparkline line;
    line.setProgress(at(1s, 10, 1));
    const QString first = line.accessibleDescription();
    line.setProgress(at(1'900ms, 20, 1));
    QCOMPARE(line.accessibleDescription(), first);
    line.setProgress(at(2s, 30, 1));
    QVERIFY(line.accessibleDescription().startsWith(u"30 "));
}

void tst_Sparkline::isAsHighAsText()
{
    Sparkline line;
    QCOMPARE(line.sizeHint().height(), line.fontMetrics().height());
    const QSize before = line.sizeHint();
    QFont large = line.font();
    large.setPointSize(large.pointSize() * 2);
    line.setFont(large);
    QVERIFY(line.sizeHint().width() > before.width());
}

QTEST_MAIN(tst_Sparkline)
#include "tst_sparkline.moc"
