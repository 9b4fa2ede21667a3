// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/liveness.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {
constexpr TimePoint kBegin{1h};

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
    void letsTheKnownPortsTakeTurns();
    void countsSilenceAgainAfterGivingUp();
};

void TestLiveness::countsEverySilenceOfAHostThatNeverAnswered()
{
    Liveness liveness(10s);
    QVERIFY(liveness.onSilence(kBegin, kBegin + 900ms));
    QVERIFY(!liveness.isDoubted());
    QVERIFY(!liveness.wantsCanary(false, kBegin + 1h));
}

void TestLiveness::countsWhatWasSentBeforeTheFirstAnswer()
{
    Liveness liveness(10s);
    answered(liveness, kBegin + 5s);
    liveness.addCanary(80);
    QVERIFY(liveness.onSilence(kBegin, kBegin + 6s));
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
    liveness.addCanary(80);
    QCOMPARE(liveness.onSilence(kBegin + std::chrono::milliseconds(sentAt), kBegin + 20s), counts);
    QCOMPARE(liveness.isDoubted(), !counts);
}

void TestLiveness::wantsCanariesOnlyWhereThereIsSilence()
{
    Liveness liveness(10s);
    answered(liveness, kBegin);
    liveness.addCanary(80);
    QVERIFY(!liveness.wantsCanary(false, kBegin + 1h));
    QVERIFY(liveness.onSilence(kBegin, kBegin + 900ms));
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
    liveness.addCanary(80);
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
    liveness.addCanary(80);
    QVERIFY(!liveness.onSilence(kBegin + 1s, kBegin + 2s));
    QVERIFY(liveness.isDoubted());
    QVERIFY(liveness.wantsCanary(false, kBegin + 2s));
    liveness.onCanarySent(kBegin + 2s);
    QVERIFY(!liveness.nextCanary()); // one at a time
    liveness.onCanarySilence(kBegin + 2s, kBegin + 3s);
    QVERIFY(liveness.isDoubted());
    QCOMPARE(liveness.canarySilences(), 1);
    QVERIFY(liveness.doubtedFor(kBegin + 5s) == 3s);
    answered(liveness, kBegin + 4s);
    QVERIFY(!liveness.isDoubted());
    QCOMPARE(liveness.canarySilences(), 0);
}

void TestLiveness::repeatsCanariesWithAPause()
{
    Liveness liveness(10s);
    answered(liveness, kBegin);
    liveness.addCanary(80);
    QVERIFY(!liveness.onSilence(kBegin + 1s, kBegin + 2s));
    QVERIFY(liveness.nextCanary() == kBegin + 2s);
    liveness.onCanarySent(kBegin + 2s);
    liveness.onCanarySilence(kBegin + 2s, kBegin + 2'100ms);
    QVERIFY(liveness.nextCanary() == kBegin + 2'250ms);
    QVERIFY(!liveness.wantsCanary(false, kBegin + 2'200ms));
    QVERIFY(liveness.wantsCanary(false, kBegin + 2'250ms));
}

void TestLiveness::letsTheKnownPortsTakeTurns()
{
    Liveness liveness(10s);
    for (const quint16 port : QList<quint16>{80, 443, 80, 22, 8'080})
        liveness.addCanary(port);
    QList<quint16> taken;
    for (int i = 0; i < 4; ++i)
        taken.append(liveness.takeCanary());
    QCOMPARE(taken, (QList<quint16>{80, 443, 22, 80}));
}

void TestLiveness::countsSilenceAgainAfterGivingUp()
{
    Liveness liveness(10s);
    answered(liveness, kBegin);
    liveness.addCanary(80);
    QVERIFY(!liveness.onSilence(kBegin + 1s, kBegin + 2s));
    liveness.giveUp();
    QVERIFY(liveness.isGivenUp());
    QVERIFY(!liveness.isDoubted());
    QVERIFY(liveness.onSilence(kBegin + 12s, kBegin + 13s));
    QVERIFY(!liveness.wantsCanary(false, kBegin + 13s));
    answered(liveness, kBegin + 20s); // it is back
    QVERIFY(!liveness.isGivenUp());
    QVERIFY(!liveness.onSilence(kBegin + 21s, kBegin + 22s));
}

QTEST_APPLESS_MAIN(TestLiveness)
#include "tst_liveness.moc"
