// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/timerqueue.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace roadstead {

using namespace std::chrono_literals;

namespace {

constexpr size_t kNowhere = std::numeric_limits<size_t>::max();
/// Longer than any process lives, short enough to be added to any time.
constexpr TimerQueue::Interval kLongest = std::chrono::hours(24 * 365 * 100);

/// Coarse timers may be late by a twentieth (Qt::CoarseTimer), very coarse ones by a second. All
/// fire at multiples of the same powers of two, so that many share one turn.
TimerQueue::Interval grain(const TimerQueue::Key &key)
{
    switch (key.type) {
    case Qt::PreciseTimer:
        break;
    case Qt::CoarseTimer:
        return TimerQueue::Interval(std::bit_floor(static_cast<quint64>(key.interval / 20ms)));
    case Qt::VeryCoarseTimer:
        return key.interval > 0ms ? 1s : 0s;
    }
    return 0ms;
}

int clampedToInt(qint64 value)
{
    return static_cast<int>(std::min<qint64>(value, std::numeric_limits<int>::max()));
}

} // namespace

void TimerQueue::add(const Key &key, TimePoint now)
{
    remove(key.id);
    Timer &timer = m_timers[key.id];
    timer.key = key;
    timer.key.interval = std::clamp(key.interval, 0ms, kLongest);
    timer.due = now + timer.key.interval;
    timer.serial = m_sequence + 1;
    insert(timer);
}

bool TimerQueue::remove(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end())
        return false;
    erase(found->second);
    m_timers.erase(found);
    return true;
}

bool TimerQueue::removeAllOf(const QObject *object)
{
    const size_t removed = std::erase_if(m_timers, [this, object](const auto &entry) {
        if (entry.second.key.object != object)
            return false;
        erase(entry.second);
        return true;
    });
    return removed > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::timersOf(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> found;
    for (const auto &[id, timer] : m_timers) {
        if (timer.key.object == object)
            found.append({id, clampedToInt(timer.key.interval.count()), timer.key.type});
    }
    return found;
}

std::optional<Duration> TimerQueue::remaining(int id, TimePoint now) const
{
    const auto found = m_timers.find(id);
    if (found == m_timers.cend())
        return std::nullopt;
    return std::max(found->second.fires - now, Duration(0));
}

std::optional<TimePoint> TimerQueue::next() const
{
    if (m_heap.empty())
        return std::nullopt;
    return m_heap.front()->fires;
}

std::optional<TimerQueue::Due> TimerQueue::takeDue(TimePoint now, quint64 pass)
{
    // What was set in this pass is due at its beginning at the earliest, and later in sequence: all
    // that was due before comes before it.
    if (m_heap.empty() || m_heap.front()->fires > now || m_heap.front()->sequence > pass)
        return std::nullopt;
    Timer &timer = *m_heap.front();
    erase(timer);
    timer.place = kNowhere;
    timer.due += timer.key.interval;
    if (timer.due < now)
        timer.due = now + timer.key.interval; // firings that were missed are not made up for
    timer.fires = roundedUp(timer.due, timer.key);
    return Due{timer.key.id, timer.key.object, timer.serial};
}

void TimerQueue::putBack(const Due &due)
{
    const auto found = m_timers.find(due.id);
    if (found != m_timers.end() && found->second.serial == due.serial)
        insert(found->second);
}

void TimerQueue::insert(Timer &timer)
{
    timer.fires = roundedUp(timer.due, timer.key);
    timer.sequence = ++m_sequence;
    m_heap.push_back(&timer);
    timer.place = m_heap.size() - 1;
    settle(timer.place);
}

void TimerQueue::erase(const Timer &timer)
{
    const size_t place = timer.place;
    if (place == kNowhere)
        return;
    Timer *const last = m_heap.back();
    m_heap.pop_back();
    if (last == &timer)
        return;
    put(place, last);
    settle(place);
}

/// Moves what is at `place` up or down to where it belongs.
void TimerQueue::settle(size_t place)
{
    Timer *const timer = m_heap[place];
    for (; place > 0; place = (place - 1) / 2) {
        Timer *const parent = m_heap[(place - 1) / 2];
        if (!isBefore(*timer, *parent))
            break;
        put(place, parent);
    }
    for (size_t child = 2 * place + 1; child < m_heap.size(); child = 2 * place + 1) {
        if (child + 1 < m_heap.size() && isBefore(*m_heap[child + 1], *m_heap[child]))
            ++child;
        if (!isBefore(*m_heap[child], *timer))
            break;
        put(place, m_heap[child]);
        place = child;
    }
    put(place, timer);
}

void TimerQueue::put(size_t place, Timer *timer)
{
    m_heap[place] = timer;
    timer->place = place;
}

bool TimerQueue::isBefore(const Timer &a, const Timer &b)
{
    return a.fires != b.fires ? a.fires < b.fires : a.sequence < b.sequence;
}

TimePoint TimerQueue::roundedUp(TimePoint due, const Key &key)
{
    const Duration step = grain(key);
    if (step == Duration(0))
        return due;
    const Duration past = due.time_since_epoch() % step;
    return past == Duration(0) ? due : due + (step - past);
}

} // namespace roadstead
