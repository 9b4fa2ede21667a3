// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether a host's silence can be believed. A firewall that drops and a network that is gone look
// alike, so a probe's silence counts only if something vouches for it: another probe to the same
// host, sent at about the same time, was answered. While ports answer all the time that costs
// nothing. Where a host has become silent, canaries go along: further probes to ports that are
// known to answer, as soon as nothing has come back for a while. A silence that nobody vouches for
// waits until those canaries have ended that still could; if none is answered it is tried again
// without being counted. And as long as nothing that was sent later is answered the host is
// doubted: nothing but canaries goes to it, several, since any may be lost by chance.
//
// A host that never answered has no canary, and its silence counts.

#pragma once

#include "core/pace/clock.h"

#include <QtGlobal>

#include <deque>
#include <optional>
#include <vector>

namespace roadstead {

/// Pure logic about one host, told what happened and when.
class Liveness
{
public:
    /// In a silence.
    enum class Belief : quint8 {
        Counts, ///< somebody vouches for it, or nobody could
        Open, ///< somebody still may
        Void, ///< nobody does
    };

    /// `longestTimeout`: how long after it was sent a probe may count as silent.
    explicit Liveness(Duration longestTimeout);

    /// A probe that was sent at `sentAt` was answered.
    void onAnswer(TimePoint sentAt, TimePoint now);
    /// The answer came from the host itself, over TCP: the port will serve as a canary.
    /// Closed ports are preferred: a reset costs nobody anything, a connection takes a service's
    /// place.
    void addCanary(quint16 port, bool isOpen);
    /// Another scan thread has just had an answer from that port.
    void learnCanary(quint16 port, bool isOpen, TimePoint now);
    /// A probe of the port in question stayed silent. If nobody vouches for it the host may be
    /// doubted from now on.
    [[nodiscard]] Belief onSilence(TimePoint sentAt, TimePoint now);
    /// What the silence of a probe sent then is worth.
    [[nodiscard]] Belief judge(TimePoint sentAt, TimePoint now) const;
    void onCanarySent(TimePoint now);
    /// However it ended.
    void onCanaryEnded(TimePoint sentAt);
    /// And it stayed silent. Counted since the last answer. The host is doubted if nothing that was
    /// sent later has been answered.
    void onCanarySilence(TimePoint sentAt, TimePoint now);
    /// Nothing could be answered for a while, and that was not the host's fault.
    void restartPatience(TimePoint now);
    /// From now on silence counts as it is: the host is thought to block us.
    void giveUp();

    [[nodiscard]] bool hasCanary() const { return !m_canaries.empty(); }
    /// Another thread had an answer and this one none: a canary shows what its own would be like.
    /// When, if it still has none by then; nothing if there is no need.
    [[nodiscard]] std::optional<TimePoint> introductionDue() const
    {
        return m_isGivenUp ? std::nullopt : m_introductionDue;
    }
    [[nodiscard]] bool isDoubted() const { return m_doubtedSince.has_value(); }
    /// And had been before that.
    [[nodiscard]] bool isDoubtedSince(TimePoint moment) const
    {
        return m_doubtedSince && *m_doubtedSince <= moment;
    }
    [[nodiscard]] bool isGivenUp() const { return m_isGivenUp; }
    [[nodiscard]] Duration doubtedFor(TimePoint now) const;
    [[nodiscard]] int canarySilences() const { return m_canarySilences; }
    /// A canary should go along with the next probe, or, while the host is doubted, instead of it.
    /// `isWaiting`: something that was sent has not been answered yet.
    [[nodiscard]] bool wantsCanary(bool isWaiting, TimePoint now) const;
    /// When wantsCanary() is worth asking again while the host is doubted; nothing while enough are
    /// under way.
    [[nodiscard]] std::optional<TimePoint> nextCanary() const;
    /// The ports that answered take turns, so that no single service can deceive us.
    [[nodiscard]] quint16 takeCanary();

private:
    void remember(TimePoint sentAt);
    void doubtUnlessBack(TimePoint sentAt, TimePoint now);
    [[nodiscard]] bool isVouchedFor(TimePoint sentAt) const;

    const Duration m_memory;
    std::deque<TimePoint> m_answeredSends; ///< ascending, those close together as one
    std::optional<TimePoint> m_firstAnsweredSend;
    std::optional<TimePoint> m_lastAnswer; ///< when it came, not when it was sent for
    std::optional<TimePoint> m_lastCanary;
    std::optional<TimePoint> m_doubtedSince;
    struct Canary
    {
        quint16 port = 0;
        bool isOpen = false;
    };
    std::vector<Canary> m_canaries;
    size_t m_nextCanary = 0;
    std::vector<TimePoint> m_canariesUnderWay; ///< when they were sent
    int m_canarySilences = 0;
    int m_canariesInDoubt = 0; ///< sent
    bool m_sawSilence = false;
    bool m_isGivenUp = false;
    std::optional<TimePoint> m_introductionDue;
};

} // namespace roadstead
