// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/doorbell.h"

#include <cerrno>
#include <utility>

#include <sys/eventfd.h>
#include <unistd.h>

namespace roadstead {

Doorbell::Doorbell()
    : m_descriptor(::eventfd(0, EFD_CLOEXEC))
{}

Doorbell::~Doorbell()
{
    answer(); // the last to ring may have done so unheard
    if (isOpen())
        ::close(m_descriptor);
}

void Doorbell::ring()
{
    constexpr quint64 once = 1;
    if (m_state.exchange(State::Rung, std::memory_order_acq_rel) == State::Asleep)
        static_cast<void>(::write(m_descriptor, &once, sizeof once) == sizeof once);
}

bool Doorbell::isRung() const
{
    return m_state.load(std::memory_order_acquire) == State::Rung;
}

bool Doorbell::answer()
{
    return m_state.exchange(State::Awake, std::memory_order_acq_rel) == State::Rung;
}

bool Doorbell::trySleep()
{
    State expected = State::Awake;
    m_isAsleep =
        m_state.compare_exchange_strong(expected, State::Asleep, std::memory_order_acq_rel);
    return m_isAsleep;
}

void Doorbell::rise()
{
    State expected = State::Asleep;
    if (!std::exchange(m_isAsleep, false)
        || m_state.compare_exchange_strong(expected, State::Awake, std::memory_order_acq_rel))
        return;
    quint64 rings = 0;
    while (::read(m_descriptor, &rings, sizeof rings) < 0 && errno == EINTR) {
        // A signal was faster than the write.
    }
}

} // namespace roadstead
