// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/liveness.h"

#include <QSet>
#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {
constexpr TimePoint kBegin{1h};

using Belief = Liveness::Belief;

/// At once.
void answered(Liveness &liveness, TimePoint when)
{
    liveness.onAnswer(when, when);
}
} // namespace

class TestLiveness : public QObject
{
    Q_OBJECT

private slots:
    void countsEverySilenceOfAHostThatNeverAnswered();
    void countsWhatWasSentBeforeTheFirstAnswer();
    void asksForAVoucherNearby_data();
    void asksForAVoucherNearby();
    void wantsCanariesOnlyWhereThereIsSilence();
    void sendsACanaryAlongBeforeTheFirstSilence();
    void doubtsUntilACanaryIsAnswered();
    void repeatsCanariesWithAPause();
    void leavesOpenWhatACanaryMayVouchFor();
    void doubtsNoHostThatAnsweredLater();
    void letsTheKnownPortsTakeTurns();
    void prefersClosedPorts();
    void asksForAnIntroduction();
    void countsSilenceAgainAfterGivingUp();
};

void TestLiveness::countsEverySilenceOfAHostThatNeverAnswered()
{
    Liveness liveness(10s);
    QVERIFY(liveness.onSilence(kBegin, kBegin + 900ms) == Belief::Counts);
    QVERIFY(!liveness.isDoubted());
    QVERIFY(!liveness.wantsCanary(false, kBegin + 1h));
}

void TestLiveness::countsWhatWasSentBeforeTheFirstAnswer()
{
    Liveness liveness(10s);
    answered(liveness, kBegin + 5s);
    liveness.addCanary(80, false);
    QVERIFY(liveness.onSilence(kBegin, kBegin + 6s) == Belief::Counts);
    QVERIFY(!liveness.isDoubted());
}

void TestLiveness::asksForAVoucherNearby_data()
{
    QTest::addColumn<int>("sentAt"); // ms; answered: what was sent at 0 and at 10 s
    QTest::addColumn<bool>("counts");
    QTest::newRow("with the answered one") << 0 << true;
    QTest::newRow("just after") << 80 << true;
    QTest::newRow("too long after") << 110 << false;
    QTest::newRow("too long before") << 9'700 << false;
    QTest::newRow("just before") << 9'760 << true;
    QTest::newRow("much later") << 15'000 << false;
}

void TestLiveness::asksForAVoucherNearby()
{
    QFETCH(int, sentAt);
    QFETCH(bool, counts);
    Liveness liveness(10s);
    answered(liveness, kBegin);
    answered(liveness, kBegin + 10s);
    liveness.addCanary(80, false);
    const TimePoint moment = kBegin + std::chrono::milliseconds(sentAt);
    QVERIFY(liveness.onSilence(moment, kBegin + 20s) == (counts ? Belief::Counts : Belief::Void));
    // What was sent later was answered in all cases but the last.
    QCOMPARE(liveness.isDoubted(), sentAt > 10'000);
}

void TestLiveness::wantsCanariesOnlyWhereThereIsSilence()
{
    Liveness liveness(10s);
    answered(liveness, kBegin);
    liveness.addCanary(80, false);
    QVERIFY(!liveness.wantsCanary(false, kBegin + 1h));
    QVERIFY(liveness.onSilence(kBegin, kBegin + 900ms) == Belief::Counts);
    QVERIFY(liveness.wantsCanary(false, kBegin + 900ms));
    liveness.onCanarySent(kBegin + 900ms);
    QVERIFY(!liveness.wantsCanary(false, kBegin + 970ms));
    QVERIFY(liveness.wantsCanary(false, kBegin + 980ms));
    answered(liveness, kBegin + 975ms); // as good as a canary
    QVERIFY(!liveness.wantsCanary(false, kBegin + 980ms));
}

/// What is sent all the while needs a voucher, and it must not be late for that.
void TestLiveness::sendsACanaryAlongBeforeTheFirstSilence()
{
    Liveness liveness(10s);
    answered(liveness, kBegin);
    liveness.addCanary(80, false);
    QVERIFY(!liveness.wantsCanary(true, kBegin + 70ms));
    QVERIFY(liveness.wantsCanary(true, kBegin + 80ms));
    QVERIFY(!liveness.wantsCanary(false, kBegin + 80ms)); // all were answered: a slow scan
    liveness.onAnswer(kBegin, kBegin + 300ms); // a far host that answers all the time
    QVERIFY(!liveness.wantsCanary(true, kBegin + 370ms));
}

void TestLiveness::doubtsUntilACanaryIsAnswered()
{
    Liveness liveness(10s);
    answered(liveness, kBegin);
    liveness.addCanary(80, false);
    QVERIFY(liveness.onSilence(kBegin + 1s, kBegin + 2s) == Belief::Void);
    QVERIFY(liveness.isDoubted());
    QVERIFY(liveness.wantsCanary(false, kBegin + 2s));
    liveness.onCanarySent(kBegin + 2s);
    liveness.onCanarySilence(kBegin + 2s, kBegin + 3s);
    QVERIFY(liveness.isDoubted());
    QCOMPARE(liveness.canarySilences(), 1);
    QVERIFY(liveness.doubtedFor(kBegin + 5s) == 3s);
    answered(liveness, kBegin + 4s);
    QVERIFY(!liveness.isDoubted());
    QCOMPARE(liveness.canarySilences(), 0);
}

/// Several at first, because any may be lost by chance.
void TestLiveness::repeatsCanariesWithAPause()
{
    Liveness liveness(10s);
    answered(liveness, kBegin);
    liveness.addCanary(80, false);
    QVERIFY(liveness.onSilence(kBegin + 1s, kBegin + 2s) == Belief::Void);
    TimePoint now = kBegin + 2s;
    QList<int> pauses;
    for (int i = 0; i < 8; ++i) {
        const TimePoint next = liveness.nextCanary().value();
        QVERIFY(!liveness.wantsCanary(false, next - 1ns));
        QVERIFY(liveness.wantsCanary(false, next));
        pauses.append(static_cast<int>((next - now) / 1ms));
        now = next;
        liveness.onCanarySent(now);
    }
    QCOMPARE(pauses, (QList<int>{0, 25, 25, 25, 25, 50, 100, 200}));
    QVERIFY(!liveness.nextCanary()); // no more at once
    liveness.onCanarySilence(kBegin + 2s, now);
    QVERIFY(liveness.nextCanary() == now + 250ms);
}

/// A silence waits for the canaries that may still vouch for it, and for no others.
void TestLiveness::leavesOpenWhatACanaryMayVouchFor()
{
    Liveness liveness(10s);
    answered(liveness, kBegin);
    liveness.addCanary(80, false);
    const TimePoint silent = kBegin + 1s;
    QVERIFY(liveness.onSilence(silent, silent + 50ms) == Belief::Open);
    liveness.onCanarySent(silent + 50ms);
    liveness.onCanarySent(silent + 300ms);
    QVERIFY(liveness.judge(silent, silent + 400ms) == Belief::Open);
    liveness.onCanarySilence(silent + 50ms, silent + 450ms);
    QVERIFY(liveness.judge(silent, silent + 450ms) == Belief::Void);
    liveness.onAnswer(silent + 300ms, silent + 460ms);
    liveness.onCanaryEnded(silent + 300ms);
    QVERIFY(liveness.judge(silent, silent + 460ms) == Belief::Void);
    QVERIFY(liveness.judge(silent + 100ms, silent + 460ms) == Belief::Counts);
}

/// The host is there by now, whatever was then.
void TestLiveness::doubtsNoHostThatAnsweredLater()
{
    Liveness liveness(10s);
    answered(liveness, kBegin);
    liveness.addCanary(80, false);
    answered(liveness, kBegin + 2s);
    QVERIFY(liveness.onSilence(kBegin + 1s, kBegin + 2s) == Belief::Void);
    QVERIFY(!liveness.isDoubted());
    liveness.onCanarySent(kBegin + 1s);
    liveness.onCanarySilence(kBegin + 1s, kBegin + 2s);
    QVERIFY(!liveness.isDoubted());
}

void TestLiveness::letsTheKnownPortsTakeTurns()
{
    Liveness liveness(10s);
    for (const quint16 port : QList<quint16>{80, 443, 80, 22, 8'080})
        liveness.addCanary(port, false);
    QList<quint16> taken;
    for (int i = 0; i < 4; ++i)
        taken.append(liveness.takeCanary());
    QCOMPARE(taken, (QList<quint16>{80, 443, 22, 80}));
}

void TestLiveness::prefersClosedPorts()
{
    Liveness liveness(10s);
    for (const quint16 port : QList<quint16>{80, 443, 22, 8'080})
        liveness.addCanary(port, true);
    liveness.addCanary(1, false);
    QSet<quint16> taken;
    for (int i = 0; i < 3; ++i)
        taken.insert(liveness.takeCanary());
    QCOMPARE(taken, (QSet<quint16>{1, 443, 22}));
}

/// Soon, if it has had no answer of its own by then.
void TestLiveness::asksForAnIntroduction()
{
    Liveness liveness(10s);
    liveness.learnCanary(80, false, kBegin);
    QVERIFY(liveness.introductionDue() > kBegin);
    QVERIFY(!liveness.wantsCanary(false, kBegin + 10ms));
    QVERIFY(liveness.wantsCanary(false, *liveness.introductionDue()));
    answered(liveness, kBegin + 10ms);
    QVERIFY(!liveness.introductionDue());
}

void TestLiveness::countsSilenceAgainAfterGivingUp()
{
    Liveness liveness(10s);
    answered(liveness, kBegin);
    liveness.addCanary(80, false);
    QVERIFY(liveness.onSilence(kBegin + 1s, kBegin + 2s) != Belief::Counts);
    liveness.giveUp();
    QVERIFY(liveness.isGivenUp());
    QVERIFY(!liveness.isDoubted());
    QVERIFY(liveness.onSilence(kBegin + 12s, kBegin + 13s) == Belief::Counts);
    QVERIFY(!liveness.wantsCanary(false, kBegin + 13s));
    answered(liveness, kBegin + 20s); // it is back
    QVERIFY(!liveness.isGivenUp());
    QVERIFY(liveness.onSilence(kBegin + 21s, kBegin + 22s) != Belief::Counts);
}

QTEST_APPLESS_MAIN(TestLiveness)
#include "tst_liveness.moc"
