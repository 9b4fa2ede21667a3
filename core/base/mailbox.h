// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <deque>
#include <mutex>
#include <utility>

namespace roadstead {

/// What threads leave for another one, which takes it in the same order. A queued signal without a
/// value tells of each. What goes along with a signal crosses by a mutex inside Qt's library;
/// ThreadSanitizer sees this one. Any thread.
template <typename T>
class Mailbox
{
public:
    void put(T value)
    {
        const std::scoped_lock lock(m_mutex);
        m_values.push_back(std::move(value));
    }

    /// The oldest. Once for every put() that this thread was told of.
    [[nodiscard]] T take()
    {
        const std::scoped_lock lock(m_mutex);
        T value = std::move(m_values.front());
        m_values.pop_front();
        return value;
    }

private:
    std::mutex m_mutex;
    std::deque<T> m_values;
};

} // namespace roadstead
