// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a probe costs an event dispatcher while others wait in silence. A probe is what QTcpSocket
// asks of it for one connection: a new descriptor, a write notifier and a timer of 30 seconds, one
// delivery, and all of it taken away. Each silent one has a notifier and such a timer as well. Both
// dispatchers take turns, so that whatever else the machine does hits both. "Of the first" is what
// ours costs compared with the first line: with the number in flight it may not grow.
//
//   bench_dispatcher [ROUNDS]

#include "core/scan/eventdispatcher.h"
#include "core/scan/scanengine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <memory>
#include <vector>

#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

constexpr int kBurst = 64; ///< probes that a scan thread begins in a turn
constexpr int kRounds = 5;
constexpr int kMostRounds = 1'000;
constexpr std::array kInFlight{100, 1'000, 4'000, 16'000};

/// One connection, as the dispatcher sees it. An eventfd with a count of 0 is never readable and
/// always writable.
class Connection final : public QObject
{
public:
    Connection(QSocketNotifier::Type type, int &answered)
        : m_descriptor(::eventfd(0, EFD_CLOEXEC))
        , m_notifier(m_descriptor, type)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, [this, &answered] {
            m_notifier.setEnabled(false);
            m_timer.stop();
            ++answered;
        });
        m_timer.setSingleShot(true);
        m_timer.start(30s);
    }
    ~Connection() override
    {
        m_notifier.setEnabled(false);
        ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(Connection)

private:
    const int m_descriptor;
    QSocketNotifier m_notifier;
    QTimer m_timer;
};

/// Nanoseconds a probe.
double cost(int inFlight)
{
    int answered = 0;
    std::vector<std::unique_ptr<Connection>> silent;
    for (int i = 0; i < inFlight; ++i)
        silent.push_back(std::make_unique<Connection>(QSocketNotifier::Read, answered));
    auto *const dispatcher = QAbstractEventDispatcher::instance();
    dispatcher->processEvents(QEventLoop::AllEvents);
    QElapsedTimer clock;
    clock.start();
    int probes = 0;
    while (!clock.hasExpired(300)) {
        std::vector<std::unique_ptr<Connection>> burst;
        for (int i = 0; i < kBurst; ++i)
            burst.push_back(std::make_unique<Connection>(QSocketNotifier::Write, answered));
        probes += kBurst;
        while (answered < probes)
            dispatcher->processEvents(QEventLoop::AllEvents);
    }
    return static_cast<double>(clock.nsecsElapsed()) / probes;
}

class Measurement final : public QThread
{
public:
    explicit Measurement(int inFlight)
        : m_inFlight(inFlight)
    {}
    [[nodiscard]] double nanoseconds() const { return m_nanoseconds; }

protected:
    void run() override { m_nanoseconds = cost(m_inFlight); }

private:
    const int m_inFlight;
    double m_nanoseconds = 0;
};

double measure(int inFlight, std::unique_ptr<QAbstractEventDispatcher> dispatcher)
{
    Measurement measurement(inFlight);
    if (dispatcher)
        measurement.setEventDispatcher(dispatcher.release());
    measurement.start();
    measurement.wait();
    return measurement.nanoseconds();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

bool raiseDescriptorLimit(int needed)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_max >= static_cast<rlim_t>(needed);
}

/// One line for each number in flight.
void printTable(int rounds)
{
    std::printf("%9s  %12s  %12s  %5s  %12s\n", "in flight", "Qt's, us", "ours, us", "ratio",
                "of the first");
    double first = 0;
    for (const int inFlight : kInFlight) {
        std::vector<double> qt;
        std::vector<double> ours;
        for (int round = 0; round < rounds; ++round) {
            qt.push_back(measure(inFlight, nullptr));
            ours.push_back(measure(inFlight, makeEventDispatcher()));
        }
        if (first <= 0)
            first = median(ours);
        std::printf("%9d  %12.2f  %12.2f  %5.1f  %12.2f\n", inFlight, median(qt) / 1e3,
                    median(ours) / 1e3, median(qt) / median(ours), median(ours) / first);
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char **argv)
{
    ScanEngine::prepareProcess();
    const QCoreApplication application(argc, argv);
    bool isNumber = true;
    const int rounds = argc > 1 ? QByteArray(argv[1]).toInt(&isNumber) : kRounds;
    if (argc > 2 || !isNumber || rounds < 1 || rounds > kMostRounds) {
        std::fputs("Usage: bench_dispatcher [ROUNDS]\n", stderr);
        return 2;
    }
    if (!raiseDescriptorLimit(kInFlight.back() + 2 * kBurst + 64)) {
        std::fputs("The hard limit of open files is too low (ulimit -Hn).\n", stderr);
        return 1;
    }
    if (!makeEventDispatcher()) {
        std::fputs("This system has only Qt's own event dispatcher.\n", stderr);
        return 1;
    }
    printTable(rounds);
    return 0;
}
