// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/neighbourgate.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint kBegin{1h};
constexpr Duration kKernelGivesUp = 3'060ms; ///< measured
constexpr Duration kPatience = 900ms;

int scoutsOf(const NeighbourGate &gate)
{
    int scouts = 0;
    while (scouts < 1'000 && gate.lets(scouts))
        ++scouts;
    return scouts;
}

/// The kernel is asking for the neighbour, since `kBegin`.
NeighbourGate unresolvedGate()
{
    NeighbourGate gate;
    gate.onSent(kBegin);
    gate.onChecked(NeighbourState::Unresolved, *gate.nextCheck());
    return gate;
}

} // namespace

Q_DECLARE_METATYPE(roadstead::NeighbourState)

class TestNeighbourGate : public QObject
{
    Q_OBJECT

private slots:
    void letsOnlyScoutsThrough();
    void opensWhereTheNeighbourIsNoQuestion_data();
    void opensWhereTheNeighbourIsNoQuestion();
    void asksTheTableOnceSomethingWasSent();
    void waitsAsLongAsTheKernelAsks();
    void givesWhatWaitedItsWholeTime();
    void knowsWhenTheKernelGaveUp();
    void isConvincedByTwoPorts();
};

void TestNeighbourGate::letsOnlyScoutsThrough()
{
    NeighbourGate gate;
    const int scouts = scoutsOf(gate);
    QVERIFY(scouts >= 2); // so that two can fail
    QVERIFY(scouts < 100);
    QCOMPARE(scoutsOf(unresolvedGate()), scouts);
    gate.open();
    QVERIFY(gate.isOpen());
    QCOMPARE(scoutsOf(gate), 1'000);
}

void TestNeighbourGate::opensWhereTheNeighbourIsNoQuestion_data()
{
    QTest::addColumn<NeighbourState>("state");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("resolved") << NeighbourState::Resolved << true;
    QTest::newRow("none, or none that can be seen") << NeighbourState::Unknown << true;
    QTest::newRow("unresolved") << NeighbourState::Unresolved << false;
    QTest::newRow("failed") << NeighbourState::Failed << false;
}

void TestNeighbourGate::opensWhereTheNeighbourIsNoQuestion()
{
    QFETCH(const NeighbourState, state);
    NeighbourGate gate;
    gate.onSent(kBegin);
    gate.onChecked(state, kBegin + 25ms);
    QTEST(gate.isOpen(), "isOpen");
    QCOMPARE(gate.isUnresolved(), state == NeighbourState::Unresolved);
}

void TestNeighbourGate::asksTheTableOnceSomethingWasSent()
{
    NeighbourGate gate;
    QVERIFY(!gate.nextCheck());
    QVERIFY(!gate.wantsCheck(kBegin));
    gate.onSent(kBegin);
    const auto first = gate.nextCheck();
    QVERIFY(first && *first > kBegin);
    gate.onSent(kBegin + 5ms); // does not put it off
    QCOMPARE(gate.nextCheck(), first);
    QVERIFY(!gate.wantsCheck(*first - 1ns));
    QVERIFY(gate.wantsCheck(*first));
    gate.onChecked(NeighbourState::Unresolved, *first);
    QVERIFY2(*gate.nextCheck() > *first, "and again");
    gate.onChecked(NeighbourState::Resolved, *gate.nextCheck());
    QVERIFY(!gate.nextCheck());
    QVERIFY(!NeighbourGate(true).wantsCheck(kBegin + 1h));
}

void TestNeighbourGate::waitsAsLongAsTheKernelAsks()
{
    NeighbourGate gate = unresolvedGate();
    TimePoint now = kBegin + kPatience;
    while (const auto deadline = gate.deadline(kBegin, kPatience, now)) {
        QVERIFY(*deadline > now);
        QVERIFY2(*deadline < kBegin + 4s, "not for ever");
        now = *deadline;
        gate.onChecked(NeighbourState::Unresolved, now);
    }
    QVERIFY(now > kBegin + kKernelGivesUp);
    QVERIFY(!NeighbourGate(true).deadline(kBegin, kPatience, kBegin + kPatience));
}

/// It left the kernel only when the neighbour was known.
void TestNeighbourGate::givesWhatWaitedItsWholeTime()
{
    NeighbourGate gate = unresolvedGate();
    const TimePoint resolved = kBegin + 2s;
    gate.onChecked(NeighbourState::Resolved, resolved);
    QVERIFY(gate.isOpen());
    QCOMPARE(gate.deadline(kBegin, kPatience, resolved), std::optional(resolved + kPatience));
    QVERIFY(!gate.deadline(kBegin, kPatience, resolved + kPatience));
    QVERIFY2(!gate.deadline(resolved, kPatience, resolved + 1ms), "that one did not wait");
}

void TestNeighbourGate::knowsWhenTheKernelGaveUp()
{
    const NeighbourGate gate = unresolvedGate();
    QVERIFY(gate.hasFailed(NeighbourState::Failed, kBegin, kBegin + 1s));
    QVERIFY(!gate.hasFailed(NeighbourState::Resolved, kBegin, kBegin + 10s));
    // Asked for again at once, for another probe.
    QVERIFY(!gate.hasFailed(NeighbourState::Unresolved, kBegin, kBegin + kKernelGivesUp - 1ms));
    QVERIFY(gate.hasFailed(NeighbourState::Unresolved, kBegin, kBegin + 4s));
    QVERIFY2(!NeighbourGate().hasFailed(NeighbourState::Failed, kBegin, kBegin + 10s),
             "an old entry: this computer has not asked for it yet");
}

void TestNeighbourGate::isConvincedByTwoPorts()
{
    NeighbourGate gate = unresolvedGate();
    QVERIFY(!gate.onFailed(80));
    QCOMPARE(scoutsOf(gate), 1);
    QVERIFY2(!gate.onFailed(80), "the same one, tried again");
    QVERIFY(gate.onFailed(443));
}

QTEST_APPLESS_MAIN(TestNeighbourGate)
#include "tst_neighbourgate.moc"
