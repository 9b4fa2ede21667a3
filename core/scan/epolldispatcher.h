// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scan/doorbell.h"
#include "core/scan/notifiertable.h"
#include "core/scan/timerqueue.h"

#include <QAbstractEventDispatcher>

#include <atomic>

namespace roadstead {

/// A thread's event dispatcher on epoll, as QAbstractEventDispatcher describes it. Made in any
/// thread, used in the one that it is given to; wakeUp() and interrupt() may come from any.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    EpollDispatcher();
    ~EpollDispatcher() override;
    Q_DISABLE_COPY_MOVE(EpollDispatcher)

    /// False if this process has no descriptor left; nothing else may be called then.
    [[nodiscard]] bool isOpen() const;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    using QAbstractEventDispatcher::registerTimer;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                       QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;
    /// Milliseconds, rounded up; 0 when it is overdue, -1 when there is no such timer.
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    [[nodiscard]] bool isInterrupted() const;
    void wait(QEventLoop::ProcessEventsFlags flags, bool mayBlock);
    void waitFor(int milliseconds, bool withNotifiers);
    [[nodiscard]] int timeout(QEventLoop::ProcessEventsFlags flags) const;
    bool deliverNotifiers();
    bool deliverTimers();

    Doorbell m_doorbell;
    NotifierTable m_notifiers{m_doorbell.descriptor()};
    TimerQueue m_timers;
    std::atomic<bool> m_isInterrupted{false};
};

} // namespace roadstead
