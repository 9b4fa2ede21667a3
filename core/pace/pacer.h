// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pace/clock.h"

namespace roadstead {

/// Decides when the next probe may go, how long to wait for it and whether silence is worth another
/// try. Pure logic: it is told what happened and when, and never asks a clock or a socket. One per
/// scan thread.
class Pacer
{
public:
    Pacer() = default;
    virtual ~Pacer();
    Pacer(const Pacer &) = delete;
    Pacer &operator=(const Pacer &) = delete;

    /// How many probes may be under way at once, now.
    [[nodiscard]] virtual int window() const = 0;
    /// Nothing may start before this moment; in the past when nothing holds.
    [[nodiscard]] virtual TimePoint notBefore() const = 0;
    /// How long to wait for the answer to try number `attempt` (from 1).
    [[nodiscard]] virtual Duration timeout(int attempt) const = 0;
    /// Whether a port that stayed silent `attempts` times is tried again.
    [[nodiscard]] virtual bool retriesSilence(int attempts) const = 0;

    virtual void onStarted(TimePoint now) = 0;
    virtual void onAnswer(TimePoint now) = 0;
    virtual void onSilence(TimePoint now) = 0;
    /// This computer ran out of something with `inFlight` probes under way.
    virtual void onShortage(int inFlight, TimePoint now) = 0;
    /// True when the shortage has lasted so long, with nothing of ours under way, that waiting is
    /// of no use.
    [[nodiscard]] virtual bool shortagePersists(TimePoint now) const = 0;
};

} // namespace roadstead
