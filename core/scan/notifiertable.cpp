// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/notifiertable.h"

#include <QLoggingCategory>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <unistd.h>

namespace roadstead {

namespace {

/// Errors and hang-ups are reported whether one asks or not, and are for everybody: whoever reads
/// or writes finds out what happened.
constexpr quint32 kAlways = EPOLLERR | EPOLLHUP;
constexpr std::array<quint32, 3> kEvents{EPOLLIN, EPOLLOUT, EPOLLPRI};
static_assert(EPOLLIN == POLLIN && EPOLLOUT == POLLOUT && EPOLLPRI == POLLPRI && EPOLLERR == POLLERR
              && EPOLLHUP == POLLHUP);
/// The rest of a turn is for those that wait for longer.
constexpr size_t kPolledPerTurn = NotifierTable::kEventsPerTurn / 2;

} // namespace

NotifierTable::NotifierTable(int wakeDescriptor)
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (isOpen())
        static_cast<void>(control(EPOLL_CTL_ADD, wakeDescriptor, EPOLLIN));
}

NotifierTable::~NotifierTable()
{
    if (isOpen())
        ::close(m_epoll);
}

void NotifierTable::add(QSocketNotifier *notifier)
{
    const auto descriptor = static_cast<size_t>(notifier->socket());
    if (m_entries.size() <= descriptor)
        m_entries.resize(std::max(descriptor + 1, 2 * m_entries.size()));
    Entry &entry = m_entries[descriptor];
    Interest &interest = entry.interests[static_cast<size_t>(notifier->type())];
    if (interest.notifier != nullptr && interest.notifier != notifier) {
        qWarning("Two socket notifiers of one type on descriptor %zu: the first is forgotten",
                 descriptor);
        // Most likely the number is another file's by now, which the kernel does not watch.
        static_cast<void>(control(EPOLL_CTL_DEL, static_cast<int>(descriptor), 0));
        entry.watched = 0;
    }
    interest = {.notifier = notifier, .serial = ++m_serial};
    entry.isNew = entry.watched == 0;
    noteChange(static_cast<int>(descriptor));
}

void NotifierTable::remove(QSocketNotifier *notifier)
{
    const auto descriptor = static_cast<size_t>(notifier->socket());
    if (descriptor >= m_entries.size())
        return;
    Entry &entry = m_entries[descriptor];
    Interest &interest = entry.interests[static_cast<size_t>(notifier->type())];
    if (interest.notifier != notifier)
        return; // another one has its place
    interest = {};
    if (wantedEvents(entry) != 0) {
        noteChange(static_cast<int>(descriptor));
    } else if (std::exchange(entry.watched, 0) != 0) {
        // It fails where the file was closed first; then the kernel has forgotten it.
        static_cast<void>(control(EPOLL_CTL_DEL, static_cast<int>(descriptor), 0));
    }
}

void NotifierTable::update()
{
    m_count = 0;
    m_position = 0;
    m_type = 0;
    m_asOf = m_serial;
    m_polled.clear();
    m_applying.swap(m_changed);
    for (const int descriptor : m_applying) {
        Entry &entry = m_entries[static_cast<size_t>(descriptor)];
        entry.isChanged = false;
        const quint32 wanted = wantedEvents(entry);
        if (wanted == entry.watched)
            continue; // it came and went
        if (std::exchange(entry.isNew, false) && m_polled.size() < kPolledPerTurn)
            m_polled.push_back(
                {.fd = descriptor, .events = static_cast<short>(wanted), .revents = 0});
        else
            apply(descriptor);
    }
    m_applying.clear();
    pollNew();
}

void NotifierTable::pollNew()
{
    if (m_polled.empty())
        return;
    // Where it fails (no memory), nothing is ready yet and all join.
    static_cast<void>(::poll(m_polled.data(), m_polled.size(), 0));
    for (const pollfd &polled : m_polled) {
        if (polled.revents == 0 || (polled.revents & POLLNVAL) != 0) {
            apply(polled.fd);
            continue;
        }
        epoll_event &event = m_events[m_count++];
        event.events = static_cast<quint32>(polled.revents);
        event.data.fd = polled.fd;
        noteChange(polled.fd); // it joins if it still is here in the next turn
    }
}

void NotifierTable::wait(int milliseconds)
{
    const size_t room = m_events.size() - m_count;
    const int count = ::epoll_wait(m_epoll, m_events.data() + m_count, static_cast<int>(room),
                                   m_count > 0 ? 0 : milliseconds);
    m_count += static_cast<size_t>(std::max(count, 0)); // a signal is as good as nothing ready
}

QSocketNotifier *NotifierTable::takeReady()
{
    for (; m_position < m_count; ++m_position, m_type = 0) {
        const epoll_event &event = m_events[m_position];
        const auto descriptor = static_cast<size_t>(event.data.fd);
        while (descriptor < m_entries.size() && m_type < kTypes) {
            const size_t type = m_type++;
            const Interest &interest = m_entries[descriptor].interests[type];
            // One that came since the turn began may be another file's with the same number.
            if (interest.notifier != nullptr && interest.serial <= m_asOf
                && (event.events & (kEvents[type] | kAlways)) != 0)
                return interest.notifier;
        }
    }
    return nullptr;
}

quint32 NotifierTable::wantedEvents(const Entry &entry)
{
    quint32 events = 0;
    for (size_t type = 0; type < kTypes; ++type)
        events |= entry.interests[type].notifier != nullptr ? kEvents[type] : 0;
    return events;
}

void NotifierTable::noteChange(int descriptor)
{
    if (!std::exchange(m_entries[static_cast<size_t>(descriptor)].isChanged, true))
        m_changed.push_back(descriptor);
}

void NotifierTable::apply(int descriptor)
{
    Entry &entry = m_entries[static_cast<size_t>(descriptor)];
    const quint32 wanted = wantedEvents(entry);
    int error = control(entry.watched == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, wanted);
    // A file that was closed under its notifier: the number is another's, or it is still ours.
    if (error == ENOENT)
        error = control(EPOLL_CTL_ADD, descriptor, wanted);
    else if (error == EEXIST)
        error = control(EPOLL_CTL_MOD, descriptor, wanted);
    if (error == 0)
        entry.watched = wanted;
    else if (error == ENOMEM || error == ENOSPC)
        noteChange(descriptor); // the kernel has no room: in the next turn it may have
    else
        refuse(descriptor, error);
}

/// 0 or an errno.
int NotifierTable::control(int operation, int descriptor, quint32 events) const
{
    epoll_event event{};
    event.events = events;
    event.data.fd = descriptor;
    return ::epoll_ctl(m_epoll, operation, descriptor, &event) == 0 ? 0 : errno;
}

/// Not open, or a regular file, which is always ready and of which epoll therefore knows nothing.
void NotifierTable::refuse(int descriptor, int error)
{
    qWarning("%s", qPrintable(QStringLiteral("Cannot wait for descriptor %1, disabling its socket "
                                             "notifiers: %2")
                                  .arg(descriptor)
                                  .arg(qt_error_string(error))));
    const auto interests = m_entries[static_cast<size_t>(descriptor)].interests;
    for (const Interest &interest : interests) {
        if (interest.notifier != nullptr)
            interest.notifier->setEnabled(false); // comes back as remove()
    }
}

} // namespace roadstead
