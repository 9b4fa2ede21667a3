// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/steadylimit.h"

#include <QTest>

#include <functional>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

using Limits = QList<ScanLimit>;

/// What is said from update to update, ten a second, of what `seenAt` says is met.
Limits saidOf(int updates, const std::function<ScanLimit(int update)> &seenAt)
{
    SteadyLimit steady;
    Limits said;
    for (int update = 0; update < updates; ++update)
        said.append(steady.onSeen(seenAt(update), TimePoint(1h) + update * 100ms));
    return said;
}

int changesIn(const Limits &said)
{
    int changes = 0;
    for (qsizetype i = 1; i < said.size(); ++i)
        changes += said[i] != said[i - 1] ? 1 : 0;
    return changes;
}

} // namespace

class TestSteadyLimit : public QObject
{
    Q_OBJECT

private slots:
    void saysNothingWhereNothingIsMet();
    void saysAtOnceWhatIsMetFirst();
    void staysWhileItIsMetNowAndThen();
    void goesWhenItIsMetNoMore();
    void doesNotChangeBetweenTwo();
    void givesWayToWhatIsMetMuchMoreOften();
};

void TestSteadyLimit::saysNothingWhereNothingIsMet()
{
    QCOMPARE(saidOf(30, [](int) { return ScanLimit::None; }), Limits(30, ScanLimit::None));
}

void TestSteadyLimit::saysAtOnceWhatIsMetFirst()
{
    QCOMPARE(saidOf(1, [](int) { return ScanLimit::Path; }), Limits{ScanLimit::Path});
}

void TestSteadyLimit::staysWhileItIsMetNowAndThen()
{
    for (const int every : {2, 3, 7}) {
        const Limits said = saidOf(100, [every](int update) {
            return update % every == 0 ? ScanLimit::Rate : ScanLimit::None;
        });
        QCOMPARE(said, Limits(100, ScanLimit::Rate));
    }
}

void TestSteadyLimit::goesWhenItIsMetNoMore()
{
    const Limits said =
        saidOf(40, [](int update) { return update < 20 ? ScanLimit::InFlight : ScanLimit::None; });
    QCOMPARE(said[19], ScanLimit::InFlight);
    QCOMPARE(said[30], ScanLimit::None);
    QCOMPARE(changesIn(said), 1);
}

void TestSteadyLimit::doesNotChangeBetweenTwo()
{
    const Limits said =
        saidOf(100, [](int update) { return update % 2 == 0 ? ScanLimit::Path : ScanLimit::Rate; });
    QCOMPARE(said, Limits(100, ScanLimit::Path));
}

/// Although the first still is now and then.
void TestSteadyLimit::givesWayToWhatIsMetMuchMoreOften()
{
    const Limits said = saidOf(100, [](int update) {
        return update < 10 || update % 8 == 0 ? ScanLimit::Path : ScanLimit::Rate;
    });
    QCOMPARE(said[9], ScanLimit::Path);
    QCOMPARE(said.last(), ScanLimit::Rate);
    QCOMPARE(changesIn(said), 1);
}

QTEST_APPLESS_MAIN(TestSteadyLimit)
#include "tst_steadylimit.moc"
