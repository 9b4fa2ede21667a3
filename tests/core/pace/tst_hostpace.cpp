// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/hostpace.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

class TestHostPace : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithTheInitialWindow();
    void growsByEachAnswer();
    void neverExceedsThePerHostCap();
    void halvesWhenAllFallsSilent();
    void spacesRetries();
    void waitsLongerWhileAQueueGrows();
    void learnsLossFromRetriesAndTheKernel();
    void passesItsExperienceOn();
    void recognisesAnIcmpLimit();
    void takesAFirewallThatRejectsSomeForNoLimit();
};

namespace {
const TimePoint kStart{1h};

void answer(HostPace &pace, TimePoint sentAt, int attempt = 1, int inFlight = 10'000)
{
    pace.onSent({.attempt = attempt, .now = sentAt, .inFlight = inFlight});
    pace.onAnswer(
        {.attempt = attempt, .sentAt = sentAt, .now = sentAt + 1ms, .inFlight = inFlight});
}
} // namespace

void TestHostPace::beginsWithTheInitialWindow()
{
    HostPace pace({}, {});
    int sent = 0;
    while (pace.notBefore() <= kStart) {
        pace.onSent({.now = kStart, .inFlight = sent++});
        QVERIFY(sent <= 10);
    }
    QCOMPARE(sent, 10);
    QVERIFY(pace.notBefore() <= kStart + 10ms); // and goes on by itself
}

void TestHostPace::growsByEachAnswer()
{
    HostPace pace({}, {});
    answer(pace, kStart, 1, 9);
    const int before = pace.window();
    for (int i = 0; i < 1'000; ++i)
        answer(pace, kStart + i * 10us);
    QCOMPARE(pace.window(), before + 1'000);
    QVERIFY(pace.limitedBy() == PaceLimit::None);
}

void TestHostPace::neverExceedsThePerHostCap()
{
    HostPace pace(PaceSettings::of(Timing::Gentle), {});
    QVERIFY(pace.window() <= 64);
    for (int i = 0; i < 1'000; ++i)
        answer(pace, kStart + i * 10us);
    QCOMPARE(pace.window(), 64);
}

void TestHostPace::halvesWhenAllFallsSilent()
{
    HostPace pace({}, {});
    for (int i = 0; i < 1'000; ++i)
        answer(pace, kStart + i * 10us);
    const int before = pace.window();
    for (int i = 0; i < 100; ++i) // once for all of them
        pace.onSilence({.sentAt = kStart + 20ms,
                        .now = kStart + 70ms,
                        .isVouched = false,
                        .inFlight = 10'000});
    QCOMPARE(pace.window(), before / 2);
}

void TestHostPace::spacesRetries()
{
    HostPace pace({}, {});
    QVERIFY(pace.retryPause(1) == Duration::zero()); // 900 ms passed anyway
    answer(pace, kStart);
    QVERIFY(pace.timeout(1) + pace.retryPause(1) >= 150ms);
    QVERIFY(pace.timeout(2) + pace.retryPause(2) >= 150ms);
    QVERIFY(pace.retryPause(1) <= 100ms);
    QVERIFY(pace.retryPause(9) <= 100ms);
}

void TestHostPace::waitsLongerWhileAQueueGrows()
{
    HostPace pace({}, {});
    const auto answerAfter = [&pace](Duration rtt) {
        pace.onAnswer({.sentAt = kStart, .now = kStart + rtt, .inFlight = 100});
    };
    for (int i = 0; i < 100; ++i)
        answerAfter(40ms);
    for (int i = 0; i < 3; ++i)
        answerAfter(60ms);
    QVERIFY(pace.timeout(1) < 200ms); // that may be chance
    answerAfter(60ms);
    QVERIFY(pace.timeout(1) >= 200ms);
    answerAfter(40ms);
    QVERIFY(pace.timeout(1) < 200ms);
}

void TestHostPace::learnsLossFromRetriesAndTheKernel()
{
    HostPace pace({}, {});
    for (int i = 0; i < 1'000; ++i)
        answer(pace, kStart);
    QVERIFY(pace.loss() < 0.01);
    const double before = pace.missChance(2, 100);
    QVERIFY(before < 0.001);
    QVERIFY(pace.neededTries(100) <= 5);
    for (int i = 0; i < 100; ++i)
        answer(pace, kStart, 2);
    const double byRetries = pace.loss();
    QVERIFY(byRetries > 0.05);
    QVERIFY(pace.missChance(2, 100) > before);
    pace.onSent({.now = kStart});
    pace.onAnswer({.sentAt = kStart, .now = kStart + 1s, .synRetransmissions = 1});
    QVERIFY(pace.loss() > byRetries);
    QVERIFY(*pace.rtt() < 10ms); // the second that the kernel waited is no round trip
}

void TestHostPace::passesItsExperienceOn()
{
    HostPace first({}, {});
    for (int i = 0; i < 100; ++i)
        answer(first, kStart, 1 + i % 2);
    NetworkPrior network;
    network.add(first.experience());
    const HostPace second({}, network);
    QVERIFY(second.loss() > 0.2);
    QVERIFY(second.timeout(1) < 100ms);
    QVERIFY(HostPace({}, {}).loss() < 0.02);
}

void TestHostPace::recognisesAnIcmpLimit()
{
    HostPace pace({}, {});
    for (int i = 0; i < 6; ++i)
        pace.onAnswer({.kind = AnswerKind::Icmp, .sentAt = kStart, .now = kStart + 1ms});
    for (int i = 0; i < 200; ++i)
        pace.onSilence({.sentAt = kStart, .now = kStart + 50ms});
    QVERIFY(pace.isIcmpLimited());
    pace.onAnswer({.kind = AnswerKind::Icmp, .attempt = 4, .sentAt = kStart, .now = kStart + 1ms});
    QVERIFY(pace.loss() < 0.02); // that tells nothing of the path
}

void TestHostPace::takesAFirewallThatRejectsSomeForNoLimit()
{
    HostPace pace({}, {});
    for (int i = 0; i < 1'000; ++i) {
        if (i % 5 == 0)
            pace.onAnswer({.kind = AnswerKind::Icmp, .sentAt = kStart, .now = kStart + 1ms});
        else
            pace.onSilence({.sentAt = kStart, .now = kStart + 50ms});
    }
    QVERIFY(!pace.isIcmpLimited());
}

QTEST_APPLESS_MAIN(TestHostPace)
#include "tst_hostpace.moc"
