// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"
#include "core/pace/clock.h"
#include "core/probe/evidence.h"
#include "core/probe/verdict.h"

#include <chrono>
#include <optional>

namespace roadstead {

/// Who is told how a probe ended.
class ProbeSink
{
public:
    ProbeSink() = default;
    virtual ~ProbeSink();
    ProbeSink(const ProbeSink &) = delete;
    ProbeSink &operator=(const ProbeSink &) = delete;

    /// Exactly once for every start(), possibly inside it, unless cancelled or expired first. The
    /// slot is free again when this is called.
    virtual void onProbeDone(quint32 slot, const ProbeOutcome &outcome) = 0;
};

/// What every probe of a scan does besides connecting.
struct ProbeOptions
{
    std::chrono::milliseconds bannerWait{
        0}; ///< how long an open port may speak first; 0: not at all
};

/// Makes connections, one in each slot. Knows no deadline: whoever starts a probe expires it. Lives
/// in one thread.
class Prober
{
public:
    Prober() = default;
    virtual ~Prober();
    Prober(const Prober &) = delete;
    Prober &operator=(const Prober &) = delete;

    /// Before the first start(); `sink` must outlive this.
    virtual void setSink(ProbeSink &sink) = 0;
    /// Begins a connection in a free slot; slots are numbered from 0 without gaps.
    virtual void start(quint32 slot, const Address &address, quint16 port) = 0;
    /// The deadline has passed: hangs up and says how it stands. Not always silence: an answer may
    /// have come that nobody had the time to look at. The sink is not told.
    [[nodiscard]] virtual ProbeOutcome expire(quint32 slot) = 0;
    /// Until when a connection that is established is given time to speak first, so that it should
    /// not be expired; nothing for one that is not, or that is not listened to.
    [[nodiscard]] virtual std::optional<TimePoint> listensUntil(quint32 slot) const = 0;
    /// Ends everything under way, for good and within milliseconds: nothing more is sent, the sink
    /// is not told, and there is no start() after it.
    virtual void cancelAll() = 0;
    /// What the system knows of a host on one of our own links.
    [[nodiscard]] virtual NeighbourState neighbour(const Address &address) = 0;
    /// False when this platform or Qt lets us see less than it should: same states, less detail.
    [[nodiscard]] virtual bool seesEvidence() const = 0;
};

} // namespace roadstead
