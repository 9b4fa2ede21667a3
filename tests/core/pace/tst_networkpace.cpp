// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pace/networkpace.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <vector>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {
/// Sends to all hosts at once until half of it is seen to be lost, so that a rate holds.
void overload(NetworkPace &network, FakeClock &clock)
{
    CongestionWindow host{PaceSettings()};
    for (int round = 0; round < 400 && network.window().rate() <= 0; ++round) {
        const TimePoint sentAt = clock.now();
        for (int i = 0; i < 40; ++i)
            network.window().onSentTo(sentAt, true);
        clock.advance(10ms);
        for (int i = 0; i < 40; ++i) {
            if (i % 2 == 0)
                network.window().onAnsweredBy(sentAt, clock.now(), host);
            else
                network.window().onSilent(sentAt, clock.now(), 0,
                                          CongestionWindow::Silence::Canary);
        }
    }
}
} // namespace

class TestNetworkPace : public QObject
{
    Q_OBJECT

private slots:
    void aHostAloneKeepsNoTurns();
    void hostsTakeTurns();
    void oneMayUseWhatTheOthersLeave();
    void missedTurnsAreNotMadeUpFor();

private:
    FakeClock m_clock;
};

void TestNetworkPace::aHostAloneKeepsNoTurns()
{
    NetworkPace network{PaceSettings()};
    const auto member = network.join();
    overload(network, m_clock);
    QVERIFY(network.window().rate() > 0);
    QVERIFY(!network.isShared());
    QCOMPARE(network.reserve(m_clock.now()), m_clock.now());
}

void TestNetworkPace::hostsTakeTurns()
{
    NetworkPace network{PaceSettings()};
    const std::vector<NetworkPace::Membership> members{network.join(), network.join()};
    QCOMPARE(network.reserve(m_clock.now()), m_clock.now()); // no rate yet
    overload(network, m_clock);
    const double rate = network.window().rate();
    QVERIFY(rate > 0);
    m_clock.advance(1s);
    const TimePoint first = network.reserve(m_clock.now());
    const TimePoint second = network.reserve(m_clock.now());
    const TimePoint third = network.reserve(m_clock.now());
    const double between = std::chrono::duration<double>(third - second).count();
    QVERIFY(first < second);
    QVERIFY(qAbs(between * rate - 1) < 0.01);
    QVERIFY(network.isAtLimit(second, second));
    QVERIFY(!network.isAtLimit(second, second + 1s));
}

void TestNetworkPace::oneMayUseWhatTheOthersLeave()
{
    NetworkPace network{PaceSettings()};
    const std::vector<NetworkPace::Membership> members{network.join(), network.join(),
                                                       network.join()};
    overload(network, m_clock);
    const double rate = network.window().rate();
    QVERIFY(rate > 0);
    m_clock.advance(1s);
    const TimePoint begin = m_clock.now();
    int sent = 0;
    while (m_clock.now() - begin < 1s) {
        const TimePoint turn = network.reserve(m_clock.now());
        m_clock.advance(std::max(Duration::zero(), turn - m_clock.now()));
        ++sent;
    }
    QVERIFY(sent > 0.9 * rate);
    QVERIFY(sent < 1.1 * rate + 2);
}

void TestNetworkPace::missedTurnsAreNotMadeUpFor()
{
    NetworkPace network{PaceSettings()};
    const std::vector<NetworkPace::Membership> members{network.join(), network.join()};
    overload(network, m_clock);
    const double rate = network.window().rate();
    QVERIFY(rate > 0);
    static_cast<void>(network.reserve(m_clock.now()));
    m_clock.advance(10s);
    int atOnce = 0;
    while (network.reserve(m_clock.now()) <= m_clock.now())
        ++atOnce;
    QVERIFY(atOnce <= 1 + qCeil(rate * 0.002));
}

QTEST_APPLESS_MAIN(TestNetworkPace)
#include "tst_networkpace.moc"
