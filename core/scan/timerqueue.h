// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"

#include <QAbstractEventDispatcher>

#include <optional>
#include <unordered_map>
#include <vector>

namespace roadstead {

/// The timers of one thread, by the time at which they fire. A socket that connects starts a timer
/// of 30 seconds and stops it when it is answered, so there are as many as sockets and nearly all
/// are taken away unfired: a heap in which every timer knows its place does both in a few steps,
/// where a sorted list searches and moves thousands. Reads no clock; never fires early.
class TimerQueue
{
public:
    using Interval = std::chrono::milliseconds;

    struct Due
    {
        int id = 0;
        QObject *object = nullptr;
        quint64 serial = 0;
    };

    struct Key
    {
        int id = 0;
        Interval interval{0};
        Qt::TimerType type = Qt::PreciseTimer;
        QObject *object = nullptr;
    };

    TimerQueue() = default;
    Q_DISABLE_COPY_MOVE(TimerQueue)

    void add(const Key &key, TimePoint now);
    bool remove(int id);
    bool removeAllOf(const QObject *object);
    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> timersOf(const QObject *object) const;
    /// Until it fires: zero when it is overdue, nothing when there is no such timer.
    [[nodiscard]] std::optional<Duration> remaining(int id, TimePoint now) const;
    /// When the first one fires.
    [[nodiscard]] std::optional<TimePoint> next() const;

    /// A pass delivers what is due at its beginning; what is set meanwhile waits for the next one,
    /// so that a timer of zero does not keep the sockets from their turn.
    [[nodiscard]] quint64 beginPass() const { return m_sequence; }
    /// Takes the next timer that is due. It is out of the queue until putBack(), so that an event
    /// loop inside its handler neither fires it again nor spins because it is due.
    [[nodiscard]] std::optional<Due> takeDue(TimePoint now, quint64 pass);
    /// After the handler, which may have removed it or even set another one with its number.
    void putBack(const Due &due);

private:
    struct Timer
    {
        Key key;
        TimePoint due; ///< without a coarse timer's allowance, which must not add up
        TimePoint fires;
        quint64 serial = 0; ///< which timer it is: numbers are used again
        quint64 sequence = 0; ///< since when it is in the queue
        size_t place = 0; ///< in the heap, or kNowhere
    };

    void insert(Timer &timer);
    void erase(const Timer &timer);
    void settle(size_t place);
    void put(size_t place, Timer *timer);
    [[nodiscard]] static bool isBefore(const Timer &a, const Timer &b);
    [[nodiscard]] static TimePoint roundedUp(TimePoint due, const Key &key);

    std::unordered_map<int, Timer> m_timers; ///< its elements stay where they are
    std::vector<Timer *> m_heap; ///< the earliest first
    quint64 m_sequence = 0;
};

} // namespace roadstead
