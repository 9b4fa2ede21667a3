// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Qt's own dispatcher hands every descriptor to poll() at every turn, and finds a timer by walking
// all of them. With thousands of connections under way, nearly all silent, a turn costs what waits
// and not what happens; a scan has one socket and one timer of Qt's for each connection. Here the
// kernel keeps the descriptors (NotifierTable), the timers are in a heap (TimerQueue), and a turn
// costs what is ready.
//
// Rejected: a loop without Qt, because QTcpSocket lives on notifiers and timers; timerfd or
// epoll_pwait2, because milliseconds are what QTimer promises.
//
// Traps:
// * A turn that was rung for does not sleep, even when no event was found: an exit() that comes
//   between QEventLoop's last look and our first has nothing else to be noticed by, and a handler
//   of a posted event may be all that somebody waits for.
// * A handler may do anything: remove the notifier or timer that comes next, run an event loop of
//   its own, close a descriptor and get its number again. So nothing is held across a delivery; all
//   state is in the members, and an inner loop's wait replaces what the outer one had found.

#include "core/scan/epolldispatcher.h"

#include "core/scan/eventdispatcher.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <limits>

#include <poll.h>

namespace roadstead {

namespace {

int wholeMilliseconds(Duration time)
{
    const auto rounded = std::chrono::ceil<std::chrono::milliseconds>(time).count();
    return static_cast<int>(std::clamp<qint64>(rounded, 0, std::numeric_limits<int>::max()));
}

TimePoint now()
{
    return std::chrono::steady_clock::now();
}

} // namespace

std::unique_ptr<QAbstractEventDispatcher> makeEventDispatcher()
{
    auto dispatcher = std::make_unique<EpollDispatcher>();
    if (!dispatcher->isOpen())
        return nullptr;
    return dispatcher;
}

EpollDispatcher::EpollDispatcher() = default;

EpollDispatcher::~EpollDispatcher() = default;

bool EpollDispatcher::isOpen() const
{
    return m_doorbell.isOpen() && m_notifiers.isOpen();
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted.store(false, std::memory_order_relaxed);
    // Whoever posted has rung; answering makes what they wrote visible here (see Doorbell).
    bool isBusy = m_doorbell.answer();
    QCoreApplication::sendPostedEvents();
    if (isInterrupted())
        return isBusy;
    wait(flags, flags.testFlag(QEventLoop::WaitForMoreEvents) && !isBusy);
    if (!flags.testFlag(QEventLoop::ExcludeSocketNotifiers))
        isBusy = deliverNotifiers() || isBusy;
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers))
        isBusy = deliverTimers() || isBusy;
    return isBusy || m_doorbell.isRung(); // what was posted meanwhile comes first in the next turn
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier->thread() == thread() && thread() == QThread::currentThread());
    m_notifiers.add(notifier);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    Q_ASSERT(notifier->thread() == thread() && thread() == QThread::currentThread());
    m_notifiers.remove(notifier);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType,
                                    QObject *object)
{
    Q_ASSERT(object->thread() == thread() && thread() == QThread::currentThread());
    m_timers.add({.id = timerId,
                  .interval = TimerQueue::Interval(interval),
                  .type = timerType,
                  .object = object},
                 now());
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAllOf(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.timersOf(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto remaining = m_timers.remaining(timerId, now());
    return remaining ? wholeMilliseconds(*remaining) : -1;
}

void EpollDispatcher::wakeUp()
{
    m_doorbell.ring();
}

void EpollDispatcher::interrupt()
{
    m_isInterrupted.store(true, std::memory_order_relaxed);
    wakeUp(); // releases what was stored
}

bool EpollDispatcher::isInterrupted() const
{
    return m_isInterrupted.load(std::memory_order_relaxed);
}

void EpollDispatcher::wait(QEventLoop::ProcessEventsFlags flags, bool mayBlock)
{
    const bool withNotifiers = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    if (withNotifiers)
        m_notifiers.update();
    const bool willBlock = mayBlock && !(withNotifiers && m_notifiers.hasReady())
                           && !m_doorbell.isRung() && timeout(flags) != 0;
    if (willBlock) {
        emit aboutToBlock();
        // Whoever heard it may have begun something.
        if (withNotifiers)
            m_notifiers.update();
    }
    const int milliseconds = willBlock ? timeout(flags) : 0;
    const bool isAsleep = milliseconds != 0 && m_doorbell.trySleep();
    waitFor(isAsleep ? milliseconds : 0, withNotifiers);
    m_doorbell.rise();
    if (willBlock)
        emit awake();
}

void EpollDispatcher::waitFor(int milliseconds, bool withNotifiers)
{
    if (withNotifiers) {
        m_notifiers.wait(milliseconds);
    } else if (milliseconds != 0) {
        pollfd bell{.fd = m_doorbell.descriptor(), .events = POLLIN, .revents = 0};
        ::poll(&bell, 1, milliseconds);
    }
}

/// How long one may wait at most: until the first timer; -1 is for ever.
int EpollDispatcher::timeout(QEventLoop::ProcessEventsFlags flags) const
{
    const auto next = flags.testFlag(QEventLoop::X11ExcludeTimers) ? std::nullopt : m_timers.next();
    return next ? wholeMilliseconds(*next - now()) : -1;
}

bool EpollDispatcher::deliverNotifiers()
{
    bool isBusy = false;
    while (!isInterrupted()) {
        QSocketNotifier *const notifier = m_notifiers.takeReady();
        if (notifier == nullptr)
            break;
        isBusy = true;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &event);
    }
    return isBusy;
}

bool EpollDispatcher::deliverTimers()
{
    bool isBusy = false;
    const TimePoint begin = now();
    const quint64 pass = m_timers.beginPass();
    while (!isInterrupted()) {
        const auto due = m_timers.takeDue(begin, pass);
        if (!due)
            break;
        isBusy = true;
        QTimerEvent event(due->id);
        QCoreApplication::sendEvent(due->object, &event);
        m_timers.putBack(*due);
    }
    return isBusy;
}

} // namespace roadstead
