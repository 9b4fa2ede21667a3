// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSocketNotifier>

#include <array>
#include <vector>

#include <poll.h>
#include <sys/epoll.h>

namespace roadstead {

/// The socket notifiers of one thread and the epoll instance that watches their descriptors.
///
/// To join and to leave epoll costs more than a short poll(), so a descriptor is first polled,
/// together with all that came in the same turn, and joins only if it was not ready. On a fast
/// network most connections are answered by then, and their descriptors never join.
///
/// A descriptor leaves at once, while it is open: epoll watches the open file, not the number. The
/// kernel forgets a file at its last close, and a copy of it (in a child before its exec) would go
/// on to report under a number that no longer means it and by which it could not be removed.
class NotifierTable
{
public:
    /// At most so many descriptors report in a turn, so that timers are not starved.
    static constexpr size_t kEventsPerTurn = 512;

    /// `wakeDescriptor` ends a wait while it is readable, and is nobody's notifier.
    explicit NotifierTable(int wakeDescriptor);
    ~NotifierTable();
    Q_DISABLE_COPY_MOVE(NotifierTable)

    /// False if this process has no descriptor left.
    [[nodiscard]] bool isOpen() const { return m_epoll >= 0; }

    void add(QSocketNotifier *notifier);
    void remove(QSocketNotifier *notifier);

    /// Begins a turn: polls what is new, and lets epoll know what else has changed. What cannot be
    /// watched is disabled, with a warning. What an earlier turn had found and nobody took is found
    /// again: it is still ready.
    void update();
    /// Whether update() has found something.
    [[nodiscard]] bool hasReady() const { return m_count > 0; }
    /// Waits (-1: for ever) and remembers what is ready. What an earlier wait() had found and
    /// nobody took is found again: it is still ready.
    void wait(int milliseconds);
    /// The next notifier that was enabled when wait() found it ready, and still is; null after the
    /// last one.
    [[nodiscard]] QSocketNotifier *takeReady();

private:
    static constexpr size_t kTypes = 3; ///< QSocketNotifier::Read, Write, Exception

    struct Interest
    {
        QSocketNotifier *notifier = nullptr;
        quint64 serial = 0; ///< of this registration, not only of this notifier
    };
    struct Entry
    {
        std::array<Interest, kTypes> interests;
        quint32 watched = 0; ///< the events the kernel was told to watch
        bool isChanged = false; ///< and so among m_changed
        bool isNew = false; ///< to be polled first
    };

    [[nodiscard]] static quint32 wantedEvents(const Entry &entry);
    void noteChange(int descriptor);
    void pollNew();
    void apply(int descriptor);
    [[nodiscard]] int control(int operation, int descriptor, quint32 events) const;
    void refuse(int descriptor, int error);

    const int m_epoll;
    std::vector<Entry> m_entries; ///< by descriptor: small dense numbers
    std::vector<int> m_changed;
    std::vector<int> m_applying; ///< these two keep their memory between turns
    std::vector<pollfd> m_polled;
    std::array<epoll_event, kEventsPerTurn> m_events{};
    size_t m_count = 0; ///< of the events that are ready
    size_t m_position = 0; ///< the event, and in it the type, to look at next
    size_t m_type = 0;
    quint64 m_serial = 0;
    quint64 m_asOf = 0; ///< the last registration that this turn knew
};

} // namespace roadstead
