// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scan/doorbell.h"

#include <sys/eventfd.h>
#include <unistd.h>

namespace roadstead {

Doorbell::Doorbell()
    : m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{}

Doorbell::~Doorbell()
{
    if (isOpen())
        ::close(m_descriptor);
}

void Doorbell::ring()
{
    if (m_state.exchange(State::Rung, std::memory_order_acq_rel) == State::Asleep)
        ::eventfd_write(m_descriptor, 1);
}

bool Doorbell::isRung() const
{
    return m_state.load(std::memory_order_acquire) == State::Rung;
}

bool Doorbell::trySleep()
{
    State expected = State::Awake;
    return m_state.compare_exchange_strong(expected, State::Asleep, std::memory_order_acq_rel);
}

bool Doorbell::rise()
{
    return m_state.exchange(State::Awake, std::memory_order_acq_rel) == State::Rung;
}

void Doorbell::drain()
{
    eventfd_t rings = 0;
    ::eventfd_read(m_descriptor, &rings); // never blocks; with nothing to read there is none
}

} // namespace roadstead
