// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <memory>

namespace roadstead {

/// Tells work in another thread that nobody waits for it any more. Copies are one and the same.
class Cancellation
{
public:
    void cancel() { m_isCancelled->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const
    {
        return m_isCancelled->load(std::memory_order_relaxed);
    }
    /// For loops over millions of rows: looks every so many steps only.
    [[nodiscard]] bool isCancelledAt(unsigned long long step) const
    {
        constexpr unsigned long long kStepsBetweenLooks = 1 << 16;
        return step % kStepsBetweenLooks == 0 && isCancelled();
    }

private:
    std::shared_ptr<std::atomic_bool> m_isCancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace roadstead
