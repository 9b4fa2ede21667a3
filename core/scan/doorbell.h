// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <atomic>

namespace roadstead {

/// How other threads wake one that waits. Only a sleeper costs its waker a system call; anybody
/// else is just told, and finds out before it would sleep. So a thread that posts events to itself,
/// as every aborted socket does, never writes to its own descriptor.
///
/// Whoever rings has released what it wrote before, and whoever looks has acquired it. Qt posts an
/// event first and rings then, every time, so what the poster wrote is seen here by the rules of
/// C++, not only by those of Qt's mutexes, which no sanitizer can read.
///
/// A sleeper that was rung waits for its waker's write, which is under way: with the descriptor
/// gone, or its number another's, that write would do harm.
class Doorbell
{
public:
    Doorbell();
    ~Doorbell();
    Q_DISABLE_COPY_MOVE(Doorbell)

    /// False if this process has no descriptor left.
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    /// Readable from when a sleeper is woken until it rises.
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    /// Any thread.
    void ring();

    // The owner's thread alone.
    /// Whether it has rung, and nobody answered yet.
    [[nodiscard]] bool isRung() const;
    /// The same; answers it.
    bool answer();
    /// False if it has rung: then there is something to do before one may wait. True: from now on
    /// ring() writes, until rise().
    [[nodiscard]] bool trySleep();
    /// Ends the sleep, if there was one. A ring stays to be answered.
    void rise();

private:
    enum class State : quint8 {
        Awake,
        Asleep,
        Rung
    };

    std::atomic<State> m_state{State::Awake};
    const int m_descriptor;
    bool m_isAsleep = false; ///< as its owner knows it
};

} // namespace roadstead
