// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/silenthosts.h"

#include <QTest>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint kBegin{1h};
constexpr Duration kTimeout = 900ms;

HostChange silent(quint32 host)
{
    HostChange change;
    change.host = host;
    change.event = HostEvent::FellSilent;
    return change;
}

QList<quint32> numbers(const QList<HostChange> &changes)
{
    QList<quint32> list;
    for (const HostChange &change : changes)
        list.append(change.host);
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

class TestSilentHosts : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfManyAtOnceAndOnce();
    void tellsWhenEveryThreadIsAnswered();
    void blamesAHostWhileOthersAnswer();
    void blamesNobodyWhileTheNetworkIsGone();
    void blamesNoHostThatAnswersAnotherThread();
    void blamesAHostOnceItAnswersNoThreadAnyMore();
    void asksForAWitnessWhereNobodyElseIsScanned();
    void waitsNoLongerThanMinutes();
    void hasPatienceWithSlowProbes();
    void beginsAnewAfterAPause();
};

void TestSilentHosts::tellsOfManyAtOnceAndOnce()
{
    SilentHosts hosts(kTimeout);
    for (const quint32 host : {1U, 2U, 3U, 2U})
        hosts.onFellSilent(silent(host), kBegin);
    QCOMPARE(numbers(hosts.look(kBegin + 1ms).fellSilent), (QList<quint32>{1, 2, 3}));
    QVERIFY(hosts.look(kBegin + 2ms).fellSilent.isEmpty());
}

void TestSilentHosts::tellsWhenEveryThreadIsAnswered()
{
    SilentHosts hosts(kTimeout);
    hosts.onFellSilent(silent(1), kBegin);
    hosts.onFellSilent(silent(1), kBegin);
    QCOMPARE(hosts.look(kBegin).fellSilent.size(), qsizetype(1));
    hosts.onResumed(silent(1));
    QVERIFY(hosts.look(kBegin).resumed.isEmpty());
    hosts.onResumed(silent(1));
    QCOMPARE(numbers(hosts.look(kBegin).resumed), QList<quint32>{1});
    QVERIFY(hosts.look(kBegin).resumed.isEmpty());
    // What nobody was told of needs no end.
    hosts.onFellSilent(silent(2), kBegin);
    hosts.onResumed(silent(2));
    const auto news = hosts.look(kBegin);
    QVERIFY(news.fellSilent.isEmpty() && news.resumed.isEmpty());
}

void TestSilentHosts::blamesAHostWhileOthersAnswer()
{
    SilentHosts hosts(kTimeout);
    hosts.onFellSilent(silent(1), kBegin);
    hosts.onAnswer(2, kBegin + 8s);
    QVERIFY(hosts.look(kBegin + 9'990ms).blocked.isEmpty());
    const auto news = hosts.look(kBegin + 10s);
    QCOMPARE(numbers(news.blocked), QList<quint32>{1});
    QCOMPARE(news.blocked.first().event, HostEvent::Blocked);
    QVERIFY(hosts.look(kBegin + 11s).blocked.isEmpty());
    hosts.onResumed(silent(1));
    QVERIFY2(hosts.look(kBegin + 12s).resumed.isEmpty(), "nobody waits for it");
}

void TestSilentHosts::blamesNobodyWhileTheNetworkIsGone()
{
    SilentHosts hosts(kTimeout);
    hosts.onAnswer(2, kBegin - 1s);
    hosts.onFellSilent(silent(1), kBegin);
    hosts.onAnswer(2, kBegin + 300ms); // sent before
    hosts.onFellSilent(silent(2), kBegin + 500ms);
    QVERIFY(hosts.look(kBegin + 100s).blocked.isEmpty());
}

void TestSilentHosts::blamesNoHostThatAnswersAnotherThread()
{
    SilentHosts hosts(kTimeout);
    hosts.onFellSilent(silent(1), kBegin);
    for (Duration at = 2s; at < 60s; at += 2s) {
        hosts.onAnswer(1, kBegin + at);
        hosts.onAnswer(2, kBegin + at + 1s); // whoever answered last
        QVERIFY(hosts.look(kBegin + at + 1s).blocked.isEmpty());
    }
    // Nor is anybody asked whether the network is there.
    hosts.onUp(silent(2));
    QVERIFY(hosts.look(kBegin + 60s).witnesses.isEmpty());
}

void TestSilentHosts::blamesAHostOnceItAnswersNoThreadAnyMore()
{
    SilentHosts hosts(kTimeout);
    hosts.onFellSilent(silent(1), kBegin);
    hosts.onAnswer(1, kBegin + 9s);
    hosts.onAnswer(2, kBegin + 15s);
    QVERIFY(hosts.look(kBegin + 18'990ms).blocked.isEmpty());
    QCOMPARE(numbers(hosts.look(kBegin + 19s).blocked), QList<quint32>{1});
}

void TestSilentHosts::asksForAWitnessWhereNobodyElseIsScanned()
{
    SilentHosts hosts(kTimeout);
    for (const quint32 host : {1U, 2U, 3U})
        hosts.onUp(silent(host));
    hosts.onFellSilent(silent(1), kBegin);
    hosts.onFellSilent(silent(3), kBegin);
    QVERIFY(hosts.look(kBegin + 9s).witnesses.isEmpty());
    auto news = hosts.look(kBegin + 10s);
    QCOMPARE(numbers(news.witnesses), QList<quint32>{2});
    QVERIFY(news.blocked.isEmpty());
    QVERIFY(hosts.look(kBegin + 11s).witnesses.isEmpty());
    QCOMPARE(numbers(hosts.look(kBegin + 20s).witnesses), QList<quint32>{2});
    hosts.onAnswer(SilentHosts::kWitness, kBegin + 21s);
    news = hosts.look(kBegin + 21s);
    QCOMPARE(numbers(news.blocked), (QList<quint32>{1, 3}));
    QVERIFY(hosts.look(kBegin + 40s).witnesses.isEmpty());
}

void TestSilentHosts::waitsNoLongerThanMinutes()
{
    SilentHosts hosts(kTimeout);
    hosts.onFellSilent(silent(1), kBegin);
    QVERIFY(hosts.look(kBegin + 299s).blocked.isEmpty());
    QCOMPARE(numbers(hosts.look(kBegin + 300s).blocked), QList<quint32>{1});
}

void TestSilentHosts::hasPatienceWithSlowProbes()
{
    SilentHosts hosts(20s);
    hosts.onFellSilent(silent(1), kBegin);
    hosts.onAnswer(2, kBegin + 50s);
    QVERIFY(hosts.look(kBegin + 59s).blocked.isEmpty());
    QVERIFY(!hosts.look(kBegin + 60s).blocked.isEmpty());
}

void TestSilentHosts::beginsAnewAfterAPause()
{
    SilentHosts hosts(kTimeout);
    hosts.onFellSilent(silent(1), kBegin);
    hosts.restartPatience(kBegin + 60s);
    hosts.onAnswer(2, kBegin + 65s);
    QVERIFY(hosts.look(kBegin + 69s).blocked.isEmpty());
    QVERIFY(!hosts.look(kBegin + 70s).blocked.isEmpty());
}

QTEST_APPLESS_MAIN(TestSilentHosts)
#include "tst_silenthosts.moc"
