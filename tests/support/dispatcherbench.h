// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a handler may rely on, told as a log of what was delivered and compared with what the
// dispatcher promises. Whatever Qt promises of any dispatcher runs on Qt's own too, so that a wrong
// expectation shows. Each case has a thread to itself, because a dispatcher belongs to a thread.

#pragma once

#include "core/scan/eventdispatcher.h"
#include "core/scan/scanengine.h"
#include "tests/support/dispatcherrows.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QHash>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimerEvent>

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace roadstead {

using Log = QStringList;

/// A pair of connected sockets; closed at the end, if they still are open.
struct Pair
{
    Pair() { ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()); }
    ~Pair()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Q_DISABLE_COPY_MOVE(Pair)

    void closeEnd(size_t end)
    {
        if (ends.at(end) >= 0)
            ::close(std::exchange(ends.at(end), -1));
    }
    void send() const { QVERIFY(::write(ends[1], "x", 1) == 1); }
    void receive() const
    {
        char byte = 0;
        QVERIFY(::read(ends[0], &byte, 1) == 1);
    }

    std::array<int, 2> ends{-1, -1};
};

class Runner final : public QThread
{
public:
    explicit Runner(std::function<void()> body)
        : m_body(std::move(body))
    {}
    void run() override
    {
        m_body();
        m_isDone = true;
    }
    /// Unlike wait(), in a way that ThreadSanitizer sees.
    void join()
    {
        wait();
        QVERIFY(m_isDone);
    }

private:
    std::function<void()> m_body;
    std::atomic<bool> m_isDone = false;
};

/// Runs `body` in a thread of the row's kind.
inline void runOn(bool qtDispatcher, const std::function<void()> &body)
{
    Runner runner(body);
    if (!qtDispatcher)
        runner.setEventDispatcher(makeEventDispatcher().release());
    runner.start();
    runner.join();
}

inline Log logOf(const std::function<void(Log &)> &body)
{
    QFETCH_GLOBAL(const bool, qtDispatcher);
    Log log;
    runOn(qtDispatcher, [&body, &log] { body(log); });
    return log;
}

inline bool turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    return QAbstractEventDispatcher::instance()->processEvents(flags);
}

/// Until nothing is ready any more. Handlers have to consume what made them ready.
inline void settle()
{
    while (turn()) {
    }
}

inline std::unique_ptr<QSocketNotifier> notifierOn(int descriptor, QSocketNotifier::Type type,
                                                   std::function<void()> handler)
{
    auto notifier = std::make_unique<QSocketNotifier>(descriptor, type);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(),
                     std::move(handler));
    return notifier;
}

inline std::unique_ptr<QSocketNotifier> reporting(int descriptor, QSocketNotifier::Type type,
                                                  Log &log, const QString &what)
{
    return notifierOn(descriptor, type, [&log, what] { log += what; });
}

/// Tells its timers by name.
class Timers final : public QObject
{
public:
    explicit Timers(Log &log)
        : m_log(log)
    {}

    int start(std::chrono::milliseconds interval, const QString &name)
    {
        const int id = startTimer(interval, Qt::PreciseTimer);
        m_names.insert(id, name);
        return id;
    }
    std::function<void(int)> onTimer = [](int) {};

protected:
    void timerEvent(QTimerEvent *event) override
    {
        m_log += m_names.value(event->timerId());
        onTimer(event->timerId());
    }

private:
    Log &m_log;
    QHash<int, QString> m_names;
};

/// As QTEST_GUILESS_MAIN, on Qt's dispatcher that is not GLib's.
template <typename Test>
int runDispatcherTest(int argc, char **argv)
{
    ScanEngine::prepareProcess();
    const QCoreApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace roadstead
