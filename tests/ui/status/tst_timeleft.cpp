// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whole scans played through at ten progresses a second, in made-up time: what somebody reads must
// not jump.

#include "ui/status/timeleft.h"

#include <QList>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr double kTotal = 1e6;

/// Ports a second at a time, with so many done.
using Rate = std::function<double(double seconds, double done)>;

struct Reading
{
    double at = 0; ///< seconds
    double shown = 0;
};

struct Course
{
    QList<Reading> readings; ///< ten a second, those that show anything
    double end = 0;

    /// The most that a reading grew from one to the next, as a part of it; growth by a single
    /// second, the least there is, does not count.
    [[nodiscard]] double worstGrowth() const
    {
        double worst = 0;
        for (qsizetype i = 1; i < readings.size(); ++i) {
            const double grown = readings.at(i).shown - readings.at(i - 1).shown;
            if (grown > 1)
                worst = std::max(worst, grown / readings.at(i - 1).shown);
        }
        return worst;
    }
    [[nodiscard]] int growths() const
    {
        int count = 0;
        for (qsizetype i = 1; i < readings.size(); ++i)
            count += readings.at(i).shown > readings.at(i - 1).shown ? 1 : 0;
        return count;
    }
    /// How wrong it is at a time, as a part of what is really left.
    [[nodiscard]] double errorAt(double seconds) const
    {
        for (const Reading &reading : readings) {
            if (reading.at >= seconds)
                return std::abs(reading.shown - (end - reading.at)) / (end - reading.at);
        }
        return 1e9;
    }
};

Course play(const Rate &rate)
{
    constexpr double kLongest = 20'000;
    Course course;
    TimeLeft left;
    double done = 0;
    for (int tenth = 1; done < kTotal && course.end < kLongest; ++tenth) {
        course.end = tenth / 10.0;
        done = std::min(kTotal, done + rate(course.end, done) / 10);
        ScanProgress progress;
        progress.total = static_cast<quint64>(kTotal);
        progress.done = static_cast<quint64>(done);
        progress.elapsed = std::chrono::milliseconds(tenth * 100);
        if (const auto shown = left.update(progress))
            course.readings.append({course.end, static_cast<double>(shown->count())});
    }
    return course;
}

} // namespace

class tst_TimeLeft : public QObject
{
    Q_OBJECT

private slots:
    void onlyFallsOnASteadyScan_data() { lengths(); }
    void onlyFallsOnASteadyScan();
    void doesNotFlickerWithNoise_data() { lengths(); }
    void doesNotFlickerWithNoise();
    void growsByAThirdAtMost_data() { lengths(); }
    void growsByAThirdAtMost();
    void followsARateThatHalves_data() { lengths(); }
    void followsARateThatHalves();
    void fallsAtOnceWhenTheRateDoubles();
    void growsOutOfOneSecond();

private:
    static void lengths()
    {
        QTest::addColumn<double>("seconds");
        for (const int seconds : {30, 75, 200, 700, 3'000})
            QTest::addRow("%d s", seconds) << static_cast<double>(seconds);
    }
};

void tst_TimeLeft::onlyFallsOnASteadyScan()
{
    QFETCH(double, seconds);
    const Course course = play([&](double, double) { return kTotal / seconds; });
    QVERIFY(course.readings.size() > 100);
    QCOMPARE(course.growths(), 0);
    QVERIFY(course.errorAt(seconds / 2) < 0.25); // rounding alone
}

void tst_TimeLeft::doesNotFlickerWithNoise()
{
    QFETCH(double, seconds);
    QRandomGenerator random(7);
    const Course course = play(
        [&](double, double) { return kTotal / seconds * (0.4 + 1.2 * random.generateDouble()); });
    QVERIFY(course.readings.size() > 100);
    QVERIFY2(course.growths() <= 1, qPrintable(QString::number(course.growths())));
    QVERIFY2(course.worstGrowth() <= 1.0 / 3, qPrintable(QString::number(course.worstGrowth())));
    QVERIFY(course.errorAt(seconds / 2) < 0.4);
}

void tst_TimeLeft::growsByAThirdAtMost()
{
    // Hosts that are done all at once every ten seconds, and one long stall.
    QFETCH(double, seconds);
    const Course course = play([&](double at, double) {
        const bool isStalled = at > seconds * 0.4 && at < seconds * 0.4 + 60;
        return !isStalled && std::fmod(at, 10) < 0.5 ? 20 * kTotal / seconds : 0;
    });
    QVERIFY(course.growths() > 0);
    QVERIFY2(course.worstGrowth() <= 1.0 / 3, qPrintable(QString::number(course.worstGrowth())));
}

void tst_TimeLeft::followsARateThatHalves()
{
    QFETCH(double, seconds);
    const Course course =
        play([&](double, double done) { return kTotal / seconds * (done < kTotal / 2 ? 1 : 0.5); });
    QVERIFY2(course.worstGrowth() <= 1.0 / 3, qPrintable(QString::number(course.worstGrowth())));
    QVERIFY2(course.growths() <= 12, qPrintable(QString::number(course.growths())));
    // It halves at half of `seconds`, and as much time again is left then as two halves take.
    QVERIFY(std::abs(course.end - 1.5 * seconds) < 1);
    QVERIFY2(course.errorAt(1.2 * seconds) < 0.35,
             qPrintable(QString::number(course.errorAt(1.2 * seconds))));
}

void tst_TimeLeft::fallsAtOnceWhenTheRateDoubles()
{
    const Course course =
        play([](double, double done) { return kTotal / 200 * (done < kTotal / 2 ? 1 : 2); });
    QCOMPARE(course.growths(), 0);
    QVERIFY(course.errorAt(130) < 0.35);
}

void tst_TimeLeft::growsOutOfOneSecond()
{
    // Nearly done, and then hardly anything moves any more.
    const Course course =
        play([](double, double done) { return done < 0.97 * kTotal ? 3e4 : 1e3; });
    const auto least = std::min_element(
        course.readings.cbegin(), course.readings.cend(),
        [](const Reading &one, const Reading &other) { return one.shown < other.shown; });
    QVERIFY(least != course.readings.cend() && least->shown <= 2);
    QVERIFY(course.errorAt(course.end - 10) < 0.5);
}

QTEST_GUILESS_MAIN(tst_TimeLeft)
#include "tst_timeleft.moc"
