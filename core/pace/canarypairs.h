// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of a canary that follows a lost one as a retry follows a silent try: whether losses
// come in bursts. Ports show it too, but only those that answer, and where most are silent these
// are few.

#pragma once

#include "core/pace/clock.h"

#include <QtGlobal>

#include <deque>
#include <optional>

namespace roadstead {

class CanaryPairs
{
public:
    /// `spacing`: from one try of a port to the next.
    explicit CanaryPairs(Duration spacing)
        : m_spacing(spacing)
    {}

    void onSent(TimePoint now);
    void onEnded(TimePoint sentAt, bool wasLost);
    /// It ended, and tells nothing.
    void onVoid(TimePoint sentAt);
    /// Whether the one that followed a lost one was lost too; nothing if no more is known.
    [[nodiscard]] std::optional<bool> takeFollower();

private:
    enum class State : quint8 {
        UnderWay,
        Answered,
        Lost,
    };
    struct Canary
    {
        TimePoint sentAt;
        State state = State::UnderWay;
    };

    [[nodiscard]] std::deque<Canary>::iterator find(TimePoint sentAt);

    const Duration m_spacing;
    std::deque<Canary> m_canaries; ///< in the order of sending
};

} // namespace roadstead
