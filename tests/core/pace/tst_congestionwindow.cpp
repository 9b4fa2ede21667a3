// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/congestionwindow.h"

#include <QTest>

#include <algorithm>

using namespace roadstead;
using namespace std::chrono_literals;

class TestCongestionWindow : public QObject
{
    Q_OBJECT

private slots:
    void growsInSilenceOnlyWhereItIsProven_data();
    void growsInSilenceOnlyWhereItIsProven();
    void stopsGrowingWhenAQueueFills();
    void spreadsProbesAfterTooMuch();
    void followsTheQueueWhereNearlyAllIsSilent();
    void takesAQueueThatStaysForALongerPath();
    void keepsAQueueShortByTheWindowWhereAnswersPaceTheProbes();
};

namespace {
const TimePoint kStart{1h};

/// Sends a window at a time: all silent but one of so many, which is a canary.
void sendWindows(CongestionWindow &window, int windows, int canaryEvery, bool areCanariesLost)
{
    TimePoint now = kStart;
    window.setTimes(1ms, 50ms);
    window.onSent(now, 0);
    window.onAnswered(now, now + 1ms, 0, 1ms);
    window.setHasCanary();
    for (int turn = 0; turn < windows; ++turn, now += 60ms) {
        const int count = window.window();
        for (int i = 0; i < count; ++i)
            window.onSent(now, i);
        for (int i = 0; i < count; ++i) {
            const bool isCanary = canaryEvery > 0 && i % canaryEvery == 0;
            using Silence = CongestionWindow::Silence;
            if (isCanary && !areCanariesLost)
                window.onAnswered(now, now + 1ms, count - i - 1, 1ms);
            else
                window.onSilent(now, now + 50ms, count - i - 1,
                                isCanary ? Silence::Canary : Silence::Vouched);
        }
    }
}

/// Sends a thousand probes a second, or as the window's rate says, for so long. One of so many is a
/// canary, which is answered after that time; the others are silent.
void sendSteadily(CongestionWindow &window, TimePoint &now, Duration time, int canaryEvery,
                  Duration rtt)
{
    using Silence = CongestionWindow::Silence;
    window.setTimes(rtt, 200ms);
    window.setHasCanary();
    int sent = 0;
    for (const TimePoint end = now + time; now < end; ++sent) {
        now = std::max(now + 1ms, window.notBefore());
        window.onSent(now, 100);
        if (sent % canaryEvery == 0)
            window.onAnswered(now, now + rtt, 100, rtt);
        else
            window.onSilent(now, now + 200ms, 100, Silence::Vouched);
    }
}
} // namespace

void TestCongestionWindow::growsInSilenceOnlyWhereItIsProven_data()
{
    QTest::addColumn<int>("canaryEvery");
    QTest::addColumn<bool>("areCanariesLost");
    QTest::addColumn<bool>("grows");
    QTest::newRow("canaries are answered") << 4 << false << true;
    QTest::newRow("and lost") << 4 << true << false;
    QTest::newRow("none") << 0 << false << false;
}

void TestCongestionWindow::growsInSilenceOnlyWhereItIsProven()
{
    QFETCH(const int, canaryEvery);
    QFETCH(const bool, areCanariesLost);
    QFETCH(const bool, grows);
    CongestionWindow window({});
    sendWindows(window, 16, canaryEvery, areCanariesLost);
    QCOMPARE(window.window() > 20, grows);
}

void TestCongestionWindow::stopsGrowingWhenAQueueFills()
{
    CongestionWindow window({});
    TimePoint now = kStart;
    const auto answer = [&](int count, Duration rtt) {
        for (int i = 0; i < count; ++i, now += 100us) {
            window.onSent(now, 10'000);
            window.onAnswered(now, now + rtt, 10'000, rtt);
        }
    };
    answer(100, 20ms);
    const int before = window.window();
    answer(100, 35ms);
    QCOMPARE(window.window(), before);
    answer(100, 22ms);
    QVERIFY(window.window() > before);
}

/// Three of four are lost all of a sudden.
void TestCongestionWindow::spreadsProbesAfterTooMuch()
{
    CongestionWindow window({});
    window.setTimes(1ms, 50ms);
    TimePoint now = kStart;
    bool isSpread = false;
    for (int i = 0; i < 8'000; ++i) {
        now = std::max(now + 500us, window.notBefore());
        window.onSent(now, window.window());
        isSpread = isSpread || window.notBefore() > now;
        if (i % 4 == 0)
            window.onAnswered(now, now + 1ms, window.window(), 1ms);
        else
            window.onSilent(now, now + 50ms, window.window(), CongestionWindow::Silence::Canary);
    }
    QVERIFY(window.wantsAnswers());
    QVERIFY(window.rate() > 0);
    QVERIFY(isSpread);
}

void TestCongestionWindow::followsTheQueueWhereNearlyAllIsSilent()
{
    CongestionWindow window({});
    TimePoint now = kStart;
    sendSteadily(window, now, 500ms, 8, 10ms);
    QCOMPARE(window.rate(), 0.0);
    sendSteadily(window, now, 500ms, 8, 60ms);
    const double cut = window.rate();
    QVERIFY(cut > 0);
    QVERIFY(cut < 800);
    QVERIFY(window.isCut());
    sendSteadily(window, now, 3s, 8, 10ms);
    QVERIFY(window.rate() > 1.5 * cut);
}

void TestCongestionWindow::takesAQueueThatStaysForALongerPath()
{
    CongestionWindow window({});
    TimePoint now = kStart;
    sendSteadily(window, now, 500ms, 8, 10ms);
    double least = 1'000;
    for (int i = 0; i < 100; ++i) {
        sendSteadily(window, now, 100ms, 8, 60ms);
        if (window.rate() > 0)
            least = std::min(least, window.rate());
    }
    QVERIFY(least < 500);
    QVERIFY(window.rate() > 2 * least);
}

void TestCongestionWindow::keepsAQueueShortByTheWindowWhereAnswersPaceTheProbes()
{
    CongestionWindow window({});
    TimePoint now = kStart;
    sendSteadily(window, now, 500ms, 1, 10ms);
    const int before = window.window();
    sendSteadily(window, now, 150ms, 1, 18ms); // short enough
    QVERIFY(window.window() >= before);
    sendSteadily(window, now, 300ms, 1, 60ms);
    QVERIFY(window.window() < before / 2);
    QCOMPARE(window.rate(), 0.0);
}

QTEST_APPLESS_MAIN(TestCongestionWindow)
#include "tst_congestionwindow.moc"
