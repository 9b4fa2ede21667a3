// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HostPace in a closed loop. What is asserted here holds for any seed: no answering port is missed
// beyond the target, nothing takes many times the ideal, the window stays near what the path holds.

#include "pacemodel.h"

#include <QTest>

#include <algorithm>

using namespace roadstead;
using namespace roadstead::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(roadstead::test::ModelPath)
Q_DECLARE_METATYPE(roadstead::test::ModelPorts)

class TestPaceModel : public QObject
{
    Q_OBJECT

private slots:
    void meetsItsTargets_data();
    void meetsItsTargets();
};

namespace {
void print(const ModelResult &result)
{
    qInfo("%6.2f s  %5.2f probes/port  %4d canaries  %d wrong  in flight %5d  tries %2d  "
          "window %5d  loss %.3f  2nd second %5.0f%s",
          result.seconds, result.perPort, result.canaries, result.wrong, result.mostInFlight,
          result.mostTries, result.window, result.loss, result.answersInSecond2,
          result.isIcmpLimited ? "  icmp-limited" : "");
}
} // namespace

void TestPaceModel::meetsItsTargets_data()
{
    QTest::addColumn<ModelPath>("path");
    QTest::addColumn<ModelPorts>("ports");
    QTest::addColumn<int>("senders");
    QTest::addColumn<int>("seeds");
    QTest::addColumn<double>("mostSeconds"); // median, at most
    QTest::addColumn<double>("mostPerPort"); // median, at most
    const ModelPath lan;
    const ModelPath far{.rtt = 40ms};
    const auto row = [](const char *name, const ModelPath &path, const ModelPorts &ports, int seeds,
                        double seconds, double perPort, int senders = 1) {
        QTest::newRow(name) << path << ports << senders << seeds << seconds << perPort;
    };
    const ModelPorts mixed{.open = 1'000, .closed = 1'000};
    const ModelPorts narrowPorts{.open = 500, .closed = 4'500};
    const ModelPorts resetPorts{.open = 50, .closed = 4'950};
    row("all answer, near", lan, {.open = 535, .closed = 65'000}, 2, 1.6, 1.0);
    row("all answer, 40 ms", far, {.open = 535, .closed = 65'000}, 2, 2.7, 1.0);
    row("dropped, near", lan, {.open = 10, .dropped = 65'525}, 3, 7, 2.2);
    row("dropped, 40 ms", far, {.open = 10, .dropped = 65'525}, 3, 7, 2.2);
    row("5 % each way", {.rtt = 20ms, .lossEachWay = 0.05}, mixed, 20, 2.2, 1.2);
    row("15 % each way", {.rtt = 20ms, .lossEachWay = 0.15}, mixed, 20, 7.0, 1.6);
    row("15 % each way, two senders", {.rtt = 20ms, .lossEachWay = 0.15}, mixed, 20, 7.0, 1.6, 2);
    row("3 %, mostly dropped", {.rtt = 300us, .lossEachWay = 0.03},
        {.open = 200, .closed = 200, .dropped = 9'600}, 20, 7, 6);
    row("2,000 packets/s", {.packetsPerSecond = 2'000}, narrowPorts, 20, 4, 1.4);
    row("2,000 packets/s, two senders", {.packetsPerSecond = 2'000}, narrowPorts, 20, 4, 1.6, 2);
    row("2,000 packets/s, 40 ms", {.rtt = 40ms, .packetsPerSecond = 2'000}, narrowPorts, 20, 4,
        1.5);
    row("500 resets/s", {.resetsPerSecond = 500}, resetPorts, 20, 11.4, 2.2);
    row("500 resets/s, 40 ms", {.rtt = 40ms, .resetsPerSecond = 500}, resetPorts, 20, 11.4, 3);
    row("500 resets/s, two senders", {.resetsPerSecond = 500}, resetPorts, 100, 15, 4, 2);
    row("rejected, 1 ICMP/s", lan, {.rejected = 1'000}, 20, 10, 3);
    row("bursts of loss", {.rtt = 20ms, .burstsPerSecond = 1, .burst = 100ms},
        {.open = 1'000, .closed = 1'000, .dropped = 2'000}, 20, 10, 8);
    row("jitter", {.rtt = 20ms, .jitter = 40ms}, {.open = 100, .closed = 4'900}, 20, 2, 1.2);
    row("round trip grows", {.stepAt = 100ms, .stepRtt = 80ms}, {.open = 100, .closed = 9'900}, 20,
        7, 1.3); // it does not know that a route changed for good before two seconds have passed
    row("small and near, dropped", lan, {.open = 3, .dropped = 97}, 20, 1.4, 3);
    row("silent host", lan, {.dropped = 1'000}, 1, 15, 2);
}

void TestPaceModel::meetsItsTargets()
{
    QFETCH(ModelPath, path);
    QFETCH(ModelPorts, ports);
    QFETCH(int, senders);
    QFETCH(int, seeds);
    std::vector<double> seconds;
    std::vector<double> perPort;
    int wrong = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        PaceModel model(path, ports, static_cast<unsigned>(seed), senders);
        const ModelResult result = model.run();
        if (seed <= 2 || result.wrong > 0)
            print(result);
        seconds.push_back(result.seconds);
        perPort.push_back(result.perPort);
        wrong += result.wrong;
    }
    std::sort(seconds.begin(), seconds.end());
    std::sort(perPort.begin(), perPort.end());
    qInfo("median %.2f s, worst %.2f s; median %.2f probes per port, worst %.2f; wrong %d in %d",
          seconds[seconds.size() / 2], seconds.back(), perPort[perPort.size() / 2], perPort.back(),
          wrong, seeds);
    QCOMPARE(wrong, 0);
    QFETCH(double, mostSeconds);
    QFETCH(double, mostPerPort);
    QVERIFY(seconds[seconds.size() / 2] <= mostSeconds);
    QVERIFY(perPort[perPort.size() / 2] <= mostPerPort);
}

QTEST_APPLESS_MAIN(TestPaceModel)
#include "tst_pacemodel.moc"
